//! Lists of ties as JSON: our own export, a plain list of reports, and the node-link form of network programs.

use super::{Direction, Party, Statement};
use crate::{
    Limits,
    network::{Blame, NetworkError},
};
use serde_json::{Map, Value};
use std::{collections::HashMap, rc::Rc};

const BROKEN: &str = "JSON として書き出し直してください。";
const SHAPE: &str = "「reports」に、reporter と partner のある項目の一覧を書いてください（または links / edges に source と target）。";

type Object = Map<String, Value>;

/// The statements of a list, one an item; `line` counts items from 1.
pub fn statements(text: &str, blame: Blame<'_>, limits: &Limits) -> Result<Vec<Statement>, NetworkError> {
    let whole: Value = serde_json::from_str(text).map_err(|error| match error.line() {
        0 => blame.file(error.to_string(), BROKEN),
        line => blame.at(line as u64, error.to_string(), BROKEN),
    })?;
    let list = |name: &str| whole.get(name).and_then(Value::as_array);
    let found = ["reports", "links", "edges"].into_iter().find_map(list).or_else(|| whole.as_array());
    let Some(items) = found else { return Err(blame.file("no list of reports", SHAPE)) };
    if items.len() > limits.ties {
        return Err(blame.too_many(limits.ties as u64 + 1, "ties", limits.ties));
    }
    let nodes: HashMap<String, &Object> = list("nodes")
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .filter_map(|node| Some((word(node.get("id")?), node)))
        .collect();
    let directed = whole.get("directed").and_then(Value::as_bool).unwrap_or(true);
    let statement = |(at, item): (usize, &Value)| {
        let line = at as u64 + 1;
        let Some(item) = item.as_object() else {
            return Statement { line, fault: Some("no_object"), ..Statement::default() };
        };
        let get = |names: &[&str]| names.iter().find_map(|name| item.get(*name));
        let text = |names: &[&str]| get(names).map(word).unwrap_or_default();
        let who = |names: &[&str]| get(names).map_or_else(Party::default, |value| party(value, &nodes));
        Statement {
            line,
            reporter: Rc::new(who(&["reporter", "source", "from"])),
            partner: Rc::new(who(&["partner", "target", "to"])),
            kinds: text(&["kinds", "kind"]),
            closeness: text(&["closeness"]),
            frequency: text(&["frequency"]),
            direction: Direction::of(directed, &text(&["evidence", "mutual"])),
            fault: None,
        }
    };
    Ok(items.iter().enumerate().map(statement).collect())
}

/// A text, a number or a list of texts as one text.
fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Array(items) => items.iter().map(word).collect::<Vec<_>>().join(";"),
        Value::Null | Value::Object(_) => String::new(),
    }
}

/// Who somebody is: a text, the identifier of a node, or an object with id, number, name and municipality.
fn party(value: &Value, nodes: &HashMap<String, &Object>) -> Party {
    let name = word(value);
    match (value.as_object(), nodes.get(&name)) {
        (Some(object), _) => described(object),
        (None, Some(node)) => described(node),
        (None, None) => Party::from_text(&name),
    }
}

fn described(object: &Object) -> Party {
    let text = |names: &[&str]| names.iter().find_map(|name| object.get(*name)).map(word).unwrap_or_default();
    let mut party = Party {
        name: text(&["name", "label"]),
        municipality: text(&["municipality_code", "municipality"]),
        ..Party::default()
    };
    let numbers = text(&["numbers", "number"]);
    party.numbers.extend(numbers.split([';', '、', ',']).filter(|text| !text.is_empty()).map(str::to_owned));
    let id = text(&["office_id", "id"]);
    if party.is_empty() || id.parse::<uuid::Uuid>().is_ok() {
        party.add_text(&id);
    }
    party
}
