//! Networks made elsewhere: GraphML, GEXF, and CSV with one tie a row. What is read is plain: names, ties, one label a
//! node. [`ties`](crate::ties) reads them as what offices say of each other.

pub(crate) mod document;
mod edge_list;
mod gexf;
mod graphml;
mod xml;

use crate::{Limits, decode::decode};
use document::Document;
use std::collections::HashMap;

/// A file with the name reports give it.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// How errors name it.
    pub label: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What is wanted of a network.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// Attribute of nodes to tell them apart by.
    pub groups: Option<&'a str>,
    /// Table of nodes beside a CSV of ties: `id`, then attributes.
    pub nodes: Option<Input<'a>>,
}

/// A network as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NetworkFile {
    /// Name of each node, each once.
    pub ids: Vec<String>,
    /// The wanted attribute of each node, empty where it has none. `None` when nothing was wanted.
    pub labels: Option<Vec<String>>,
    /// Directed ties; one without direction stands in both.
    pub arcs: Vec<(u32, u32)>,
    /// Whether any tie has a direction.
    pub directed: bool,
    /// Whether the file has no header and its first row was read as a tie.
    pub headless: bool,
}

/// Why a network cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{label}{}: {reason}", line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct NetworkError {
    /// The file.
    pub label: String,
    /// The line, where one is at fault.
    pub line: Option<u64>,
    /// What is wrong.
    pub reason: String,
    /// What to do, one Japanese sentence.
    pub remedy: &'static str,
}

/// Reads a network, recognised by its content: GraphML and GEXF begin with `<`, and GEXF with an element of its name.
///
/// # Errors
/// With file, line, reason and remedy: text that is no network, ties to unknown nodes, an attribute nobody has, a document
/// type (its entities could expand without bound), more nodes or ties than the limits allow.
pub fn read_network(
    file: Input<'_>,
    wanted: Wanted<'_>,
    limits: &Limits,
) -> Result<NetworkFile, NetworkError> {
    let text = decode(file.bytes).text;
    if text.trim_start().starts_with('<') {
        // The first attribute of this name or identifier is the label, and no other is kept.
        let keep = |name: &str| wanted.groups == Some(name);
        document(&text, file.label, &keep, limits)?.into_network(wanted.groups, Blame(file.label))
    } else {
        edge_list::read(&text, file.label, wanted, limits)
    }
}

/// Reads GEXF or GraphML with the attributes that are asked for.
pub(crate) fn document(
    text: &str,
    label: &str,
    keep: &dyn Fn(&str) -> bool,
    limits: &Limits,
) -> Result<Document, NetworkError> {
    if is_gexf(text) {
        gexf::read(text, Blame(label), keep, limits)
    } else {
        graphml::read(text, Blame(label), keep, limits)
    }
}

/// Whether the outermost element is `gexf`: the first `<` that a letter follows, comments passed over.
fn is_gexf(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_alphabetic()) {
            let name =
                rest.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
            return name.rsplit(':').next() == Some("gexf");
        }
    }
    false
}

/// Builds errors of one file.
#[derive(Clone, Copy)]
pub(crate) struct Blame<'a>(pub &'a str);

impl Blame<'_> {
    pub(crate) fn at(self, line: u64, reason: impl Into<String>, remedy: &'static str) -> NetworkError {
        NetworkError { label: self.0.to_owned(), line: Some(line), reason: reason.into(), remedy }
    }

    pub(crate) fn file(self, reason: impl Into<String>, remedy: &'static str) -> NetworkError {
        NetworkError { label: self.0.to_owned(), line: None, reason: reason.into(), remedy }
    }

    pub(crate) fn too_many(self, line: u64, what: &str, limit: usize) -> NetworkError {
        self.at(
            line,
            format!("more than {limit} {what}"),
            "対象の地域や種類をしぼったファイルにしてください。",
        )
    }

    /// The wanted attribute is nowhere.
    fn no_attribute(self, wanted: &str, known: &[String]) -> NetworkError {
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        self.file(
            format!("no node has an attribute \"{wanted}\" (known: {known})"),
            "--groups にはファイルにある属性の名前を指定してください。",
        )
    }
}

/// Nodes by name, numbered in the order they come.
#[derive(Default)]
struct Nodes {
    ids: Vec<String>,
    index: HashMap<String, u32>,
}

impl Nodes {
    fn get(&self, id: &str) -> Option<u32> {
        self.index.get(id).copied()
    }

    /// The number of a name, a new one for a new name, and whether it is new.
    fn add(&mut self, id: &str) -> (u32, bool) {
        if let Some(known) = self.get(id) {
            return (known, false);
        }
        let number = self.ids.len() as u32;
        self.ids.push(id.to_owned());
        self.index.insert(id.to_owned(), number);
        (number, true)
    }
}

#[cfg(test)]
mod tests;
