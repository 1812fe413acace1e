//! Lists of ties as GraphML and GEXF: which attributes say which office a node is, and what an edge says.

use super::{Direction, Party, Statement};
use crate::{
    header::fold,
    network::document::{Document, Of},
};
use std::rc::Rc;

const ID: [&str; 3] = ["office_id", "id", "uuid"];
const NUMBER: [&str; 5] = ["numbers", "number", "office_number", "事業所番号", "番号"];
const NAME: [&str; 6] = ["name", "label", "office_name", "事業所名", "名称", "名前"];
const MUNICIPALITY: [&str; 6] =
    ["municipality_code", "municipality", "市区町村コード", "市区町村", "市町村", "city"];
const KINDS: [&str; 3] = ["kinds", "kind", "種類"];
const CLOSENESS: [&str; 2] = ["closeness", "関係"];
const FREQUENCY: [&str; 3] = ["frequency", "回数", "頻度"];
const EVIDENCE: [&str; 3] = ["evidence", "mutual", "双方"];

/// Whether an attribute of this name says anything we ask.
pub fn is_wanted(name: &str) -> bool {
    let name = fold(name);
    let lists: [&[&str]; 8] = [&ID, &NUMBER, &NAME, &MUNICIPALITY, &KINDS, &CLOSENESS, &FREQUENCY, &EVIDENCE];
    lists.into_iter().flatten().any(|wanted| fold(wanted) == name)
}

/// The statements of a document, one an edge.
pub fn statements(document: &Document) -> Vec<Statement> {
    let first = |of: Of, item: u32, names: &[&str]| {
        names.iter().find_map(|name| document.value(of, item, name)).unwrap_or_default().to_owned()
    };
    let parties: Vec<Rc<Party>> = (0..document.ids.len() as u32)
        .map(|node| {
            let mut party = Party {
                name: first(Of::Node, node, &NAME),
                municipality: first(Of::Node, node, &MUNICIPALITY),
                ..Party::default()
            };
            let numbers = first(Of::Node, node, &NUMBER);
            party.numbers.extend(
                numbers.split(['、', ';', ',', ' ']).filter(|text| !text.is_empty()).map(str::to_owned),
            );
            party.add_text(&first(Of::Node, node, &ID));
            // Programs number nodes as they like: what a node is called by counts where nothing else says who it is.
            let id = &document.ids[node as usize];
            if party.is_empty() || (party.id.is_none() && id.parse::<uuid::Uuid>().is_ok()) {
                party.add_text(id);
            }
            Rc::new(party)
        })
        .collect();
    let statement = |(at, edge): (usize, &crate::network::document::Edge)| {
        let text = |names: &[&str]| first(Of::Edge, at as u32, names);
        Statement {
            line: edge.line,
            reporter: Rc::clone(&parties[edge.source as usize]),
            partner: Rc::clone(&parties[edge.target as usize]),
            kinds: text(&KINDS),
            closeness: text(&CLOSENESS),
            frequency: text(&FREQUENCY),
            direction: Direction::of(edge.directed, &text(&EVIDENCE)),
            fault: None,
        }
    };
    document.edges.iter().enumerate().map(statement).collect()
}
