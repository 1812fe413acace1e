//! CSV (or tab-separated text) with one directed tie a row: `source,target`; attributes of nodes in a table of their own, or
//! in columns `source_ATTRIBUTE` and `target_ATTRIBUTE`.

use super::{Blame, NetworkError, NetworkFile, Nodes, Wanted};
use crate::{
    Limits,
    decode::decode,
    header::Header,
    table::{Row, delimiter, rows},
};
use std::collections::HashMap;

const SOURCE: [&str; 7] = ["source", "from", "reporter", "node1", "ego", "申告元", "事業所"];
const TARGET: [&str; 7] = ["target", "to", "partner", "node2", "alter", "申告先", "連携先"];
const ID: [&str; 7] = ["id", "node", "name", "office", "事業所番号", "事業所", "名称"];

const COLUMNS: &str = "見出し行に source と target の列を用意してください。";
const ROW: &str = "その行を直してください。1 行に 1 つのつながりを書きます。";
const NODES: &str = "--nodes の表にその事業所を加えるか、つながりの行を直してください。";

pub fn read(
    text: &str,
    label: &str,
    wanted: Wanted<'_>,
    limits: &Limits,
) -> Result<NetworkFile, NetworkError> {
    let blame = Blame(label);
    let rows = rows(text, delimiter(text), limits);
    let Some(first) = rows.first() else {
        return Err(blame.file("the file is empty", COLUMNS));
    };
    let columns = Columns::of(first, &rows, wanted, blame)?;
    let mut table = match wanted.nodes {
        Some(file) => Table::read(file.label, &decode(file.bytes).text, wanted.groups, limits)?,
        None => Table::default(),
    };
    let mut arcs = Vec::new();
    for row in rows.iter().skip(usize::from(!columns.headless)) {
        let source = columns.end(row, columns.source, blame)?;
        let target = columns.end(row, columns.target, blame)?;
        if arcs.len() >= limits.ties {
            return Err(blame.too_many(row.line, "ties", limits.ties));
        }
        let mut ends = [0; 2];
        for (end, (id, attribute)) in
            ends.iter_mut().zip([(source, columns.source_group), (target, columns.target_group)])
        {
            *end = table.node(id, wanted.nodes.is_some(), row.line, blame, limits)?;
            if let Some(value) = attribute.and_then(|at| row.cells.get(at)) {
                table.label(*end, value.trim(), row.line, blame)?;
            }
        }
        arcs.push((ends[0], ends[1]));
    }
    let labels = match wanted.groups {
        None => None,
        Some(name) if columns.source_group.is_none() && !table.has_groups => {
            return Err(blame.no_attribute(name, &columns.others));
        }
        Some(_) => {
            let label = |v: u32| table.labels.get(&v).cloned().unwrap_or_default();
            Some((0..table.nodes.ids.len() as u32).map(label).collect())
        }
    };
    Ok(NetworkFile { ids: table.nodes.ids, labels, arcs, directed: true, headless: columns.headless })
}

/// Where things stand in a row.
struct Columns {
    source: usize,
    target: usize,
    source_group: Option<usize>,
    target_group: Option<usize>,
    headless: bool,
    /// Names of the other columns.
    others: Vec<String>,
}

impl Columns {
    fn of(
        first: &Row<'_>,
        rows: &[Row<'_>],
        wanted: Wanted<'_>,
        blame: Blame<'_>,
    ) -> Result<Self, NetworkError> {
        let header = Header::new(&first.cells);
        let group = |end: &str| {
            let name = wanted.groups.map(|attribute| format!("{end}_{attribute}"))?;
            header.find(&[&name])
        };
        match (header.find(&SOURCE), header.find(&TARGET)) {
            (Some(source), Some(target)) => {
                let known = |at: &usize| *at != source && *at != target;
                let others = header.names().iter().enumerate().filter(|(at, _)| known(at));
                Ok(Self {
                    source,
                    target,
                    source_group: group("source"),
                    target_group: group("target"),
                    headless: false,
                    others: others.map(|(_, name)| name.clone()).collect(),
                })
            }
            // Two columns throughout are ties, whatever made them left the header out.
            (None, None) if rows.iter().all(|row| row.cells.len() == 2) => Ok(Self {
                source: 0,
                target: 1,
                source_group: None,
                target_group: None,
                headless: true,
                others: Vec::new(),
            }),
            (source, _) => {
                let missing = if source.is_none() { "source" } else { "target" };
                Err(blame.at(first.line, format!("no column \"{missing}\""), COLUMNS))
            }
        }
    }

    fn end<'r>(&self, row: &'r Row<'_>, column: usize, blame: Blame<'_>) -> Result<&'r str, NetworkError> {
        if let Some(fault) = row.fault {
            return Err(blame.at(row.line, fault.replace('_', " "), ROW));
        }
        let id = row.cells.get(column).map_or("", |cell| cell.trim());
        if id.is_empty() {
            let which = if column == self.source { "source" } else { "target" };
            return Err(blame.at(row.line, format!("no {which}"), ROW));
        }
        Ok(id)
    }
}

/// Nodes with what is known of them.
#[derive(Default)]
struct Table {
    nodes: Nodes,
    labels: HashMap<u32, String>,
    has_groups: bool,
}

impl Table {
    fn read(label: &str, text: &str, wanted: Option<&str>, limits: &Limits) -> Result<Self, NetworkError> {
        let blame = Blame(label);
        let rows = rows(text, delimiter(text), limits);
        let Some(first) = rows.first() else {
            return Err(blame.file("the file is empty", "id の列のある表を指定してください。"));
        };
        let header = Header::new(&first.cells);
        let Some(id) = header.find(&ID) else {
            return Err(blame.at(first.line, "no column \"id\"", "見出し行に id の列を用意してください。"));
        };
        let group = wanted.and_then(|name| header.find(&[name]));
        if let (Some(wanted), None) = (wanted, group) {
            return Err(blame.no_attribute(wanted, header.names()));
        }
        let mut table = Self { has_groups: group.is_some(), ..Self::default() };
        for row in &rows[1..] {
            let name = row.cells.get(id).map_or("", |cell| cell.trim());
            if name.is_empty() || row.fault.is_some() {
                return Err(blame.at(row.line, "no id", ROW));
            }
            let node = table.node(name, false, row.line, blame, limits)?;
            if let Some(value) = group.and_then(|at| row.cells.get(at)) {
                table.label(node, value.trim(), row.line, blame)?;
            }
        }
        Ok(table)
    }

    fn node(
        &mut self,
        id: &str,
        must_be_known: bool,
        line: u64,
        blame: Blame<'_>,
        limits: &Limits,
    ) -> Result<u32, NetworkError> {
        if must_be_known && self.nodes.get(id).is_none() {
            return Err(blame.at(line, format!("\"{id}\" is not in the table of nodes"), NODES));
        }
        let (number, _) = self.nodes.add(id);
        if self.nodes.ids.len() > limits.nodes {
            return Err(blame.too_many(line, "nodes", limits.nodes));
        }
        Ok(number)
    }

    fn label(&mut self, node: u32, value: &str, line: u64, blame: Blame<'_>) -> Result<(), NetworkError> {
        if value.is_empty() {
            return Ok(());
        }
        match self.labels.get(&node) {
            Some(known) if known != value => {
                let id = &self.nodes.ids[node as usize];
                Err(blame.at(line, format!("\"{id}\" is \"{known}\" elsewhere, here \"{value}\""), ROW))
            }
            Some(_) => Ok(()),
            None => {
                self.labels.insert(node, value.to_owned());
                Ok(())
            }
        }
    }
}
