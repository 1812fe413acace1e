//! A network as JSON, for programs.

use super::{NetworkExport, Node, Tie, evidence_code};
use hoshizu_catalog::tie::{Report, Star};
use serde_json::{Value, json};

/// What `format` says.
const FORMAT: &str = "hoshizu-network-1";

/// The whole network.
pub fn write(network: &NetworkExport) -> String {
    let whole = json!({
        "format": FORMAT,
        "title": network.title,
        "wave": network.wave,
        "exported_on": network.exported_on,
        "nodes": network.nodes.iter().map(node).collect::<Vec<_>>(),
        "reports": network.reports.iter().map(report).collect::<Vec<_>>(),
        "ties": network.ties.iter().map(tie).collect::<Vec<_>>(),
    });
    whole.to_string()
}

fn node(node: &Node) -> Value {
    json!({
        "id": node.id,
        "name": node.name,
        "numbers": node.numbers,
        "systems": node.systems.iter().map(|system| system.code()).collect::<Vec<_>>(),
        "services": node.services,
        "municipality_code": node.municipality.as_ref().map(|(code, _)| code.to_string()),
        "municipality": node.municipality.as_ref().map(|(_, name)| name),
        "lat": node.position.map(|at| at.lat),
        "lon": node.position.map(|at| at.lon),
        "responded": node.responded,
    })
}

fn report(report: &Report) -> Value {
    with(report.star, [("reporter", json!(report.reporter)), ("partner", json!(report.partner))])
}

fn tie(tie: &Tie) -> Value {
    let evidence = json!(evidence_code(tie.evidence));
    with(tie.star, [("a", json!(tie.a)), ("b", json!(tie.b)), ("evidence", evidence)])
}

fn with<const N: usize>(star: Star, first: [(&str, Value); N]) -> Value {
    let rest = [
        ("kinds", json!(star.kinds)),
        ("closeness", json!(star.closeness)),
        ("frequency", json!(star.frequency)),
    ];
    let fields = first.into_iter().chain(rest);
    Value::Object(fields.map(|(name, value)| (name.to_owned(), value)).collect())
}
