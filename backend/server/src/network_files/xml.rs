//! Text in XML. What XML 1.0 cannot hold at all is left out.

use super::{Node, closeness, frequency, kinds, municipality, municipality_code, numbers, services, systems};
use hoshizu_catalog::tie::Star;

/// A text between elements or in an attribute. Line ends and tabs are written as references: attributes would turn them
/// into spaces, and readers lose a carriage return.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// An attribute of nodes or edges: name and type (the same words in GraphML and GEXF but for `int`).
pub struct Attribute {
    /// Name.
    pub name: &'static str,
    /// `string`, `boolean`, `double` or `int`.
    pub kind: &'static str,
}

const fn attribute(name: &'static str, kind: &'static str) -> Attribute {
    Attribute { name, kind }
}

/// Attributes of nodes. Programs that know no missing truth value take it for false, so that there are two of them.
pub const OF_NODES: [Attribute; 11] = [
    attribute("name", "string"),
    attribute("office_id", "string"),
    attribute("numbers", "string"),
    attribute("systems", "string"),
    attribute("services", "string"),
    attribute("municipality_code", "string"),
    attribute("municipality", "string"),
    attribute("lat", "double"),
    attribute("lon", "double"),
    attribute("asked", "boolean"),
    attribute("responded", "boolean"),
];

/// Attributes of reports.
pub const OF_REPORTS: [Attribute; 3] =
    [attribute("kinds", "string"), attribute("closeness", "int"), attribute("frequency", "string")];

/// The values of [`OF_NODES`], empty where there is none.
pub fn node(node: &Node) -> [String; 11] {
    [
        node.name.clone(),
        node.id.to_string(),
        numbers(node),
        systems(node),
        services(node),
        municipality_code(node),
        municipality(node).to_owned(),
        node.position.map(|at| at.lat.to_string()).unwrap_or_default(),
        node.position.map(|at| at.lon.to_string()).unwrap_or_default(),
        node.responded.is_some().to_string(),
        (node.responded == Some(true)).to_string(),
    ]
}

/// The values of [`OF_REPORTS`].
pub fn star(star: Star) -> [String; 3] {
    [kinds(star), closeness(star), frequency(star).to_owned()]
}
