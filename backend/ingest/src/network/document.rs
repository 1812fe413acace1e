//! What GraphML and GEXF have in common: nodes and edges with attributes. Only the attributes that are asked for are kept.

use super::{Blame, NetworkError, NetworkFile, Nodes};
use crate::{Limits, header::fold};
use std::collections::HashMap;

/// Names of attributes an error lists at most.
const LISTED: usize = 40;

/// Whose attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Of {
    /// A node's.
    Node,
    /// An edge's.
    Edge,
}

/// A tie of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Number of the node it begins at.
    pub source: u32,
    /// Number of the node it ends at.
    pub target: u32,
    /// Whether it goes from the one to the other only.
    pub directed: bool,
    /// Where it stands.
    pub line: u64,
}

/// A kept attribute.
struct Key {
    of: Of,
    folded: String,
    default: Option<String>,
}

/// A whole document.
#[derive(Default)]
pub struct Document {
    /// Name of each node.
    pub ids: Vec<String>,
    /// Ties in their order.
    pub edges: Vec<Edge>,
    keys: Vec<Key>,
    values: HashMap<(Of, u32, u32), String>,
    /// Names of attributes of nodes.
    known: Vec<String>,
}

impl Document {
    /// An attribute of a node or an edge by its name, else what it is where nothing is said; spelling of case, spaces
    /// and underscores does not matter.
    pub fn value(&self, of: Of, item: u32, name: &str) -> Option<&str> {
        let wanted = fold(name);
        let mut keys = self.keys.iter().enumerate().filter(|(_, key)| key.of == of && key.folded == wanted);
        keys.find_map(|(at, key)| {
            let said = self.values.get(&(of, item, at as u32)).or(key.default.as_ref());
            said.map(|text| text.trim()).filter(|text| !text.is_empty())
        })
    }

    /// As a plain network, with one attribute of nodes as their label.
    pub fn into_network(self, wanted: Option<&str>, blame: Blame<'_>) -> Result<NetworkFile, NetworkError> {
        let labels = match wanted {
            None => None,
            Some(name) if self.keys.iter().all(|key| key.of != Of::Node) => {
                return Err(blame.no_attribute(name, &self.known));
            }
            Some(_) => {
                let value = |v: u32| {
                    self.keys.iter().enumerate().filter(|(_, key)| key.of == Of::Node).find_map(
                        |(at, key)| {
                            self.values.get(&(Of::Node, v, at as u32)).or(key.default.as_ref()).cloned()
                        },
                    )
                };
                Some((0..self.ids.len() as u32).map(|v| value(v).unwrap_or_default()).collect())
            }
        };
        let mut arcs = Vec::with_capacity(self.edges.len());
        for edge in &self.edges {
            arcs.push((edge.source, edge.target));
            if !edge.directed {
                arcs.push((edge.target, edge.source));
            }
        }
        let directed = self.edges.iter().any(|edge| edge.directed);
        Ok(NetworkFile { ids: self.ids, labels, arcs, directed, headless: false })
    }
}

/// An edge before its nodes are known.
struct Loose {
    source: String,
    target: String,
    directed: bool,
    line: u64,
}

/// Builds a document from its elements.
pub struct Builder<'a> {
    /// How errors name the file.
    pub blame: Blame<'a>,
    limits: &'a Limits,
    keep: &'a dyn Fn(&str) -> bool,
    broken: &'static str,
    nodes: Nodes,
    edges: Vec<Loose>,
    keys: Vec<Key>,
    /// Kept keys by their identifier.
    index: HashMap<(Of, String), u32>,
    known: Vec<String>,
    values: HashMap<(Of, u32, u32), String>,
}

impl<'a> Builder<'a> {
    /// An empty document; `keep` says of the name or the identifier of an attribute whether it is wanted, `broken` what to
    /// do with a file that is broken.
    pub fn new(
        blame: Blame<'a>,
        limits: &'a Limits,
        keep: &'a dyn Fn(&str) -> bool,
        broken: &'static str,
    ) -> Self {
        Self {
            blame,
            limits,
            keep,
            broken,
            nodes: Nodes::default(),
            edges: Vec::new(),
            keys: Vec::new(),
            index: HashMap::new(),
            known: Vec::new(),
            values: HashMap::new(),
        }
    }

    /// Declares an attribute; its number where it is kept. Of several of one name the first is.
    pub fn key(&mut self, of: Of, id: &str, name: &str) -> Option<u32> {
        if of == Of::Node && self.known.len() < LISTED {
            self.known.push(name.to_owned());
        }
        // Under the wanted one of both, so that there are never more keys than words that are wanted.
        let folded = match ((self.keep)(name), (self.keep)(id)) {
            (true, _) => fold(name),
            (false, true) => fold(id),
            (false, false) => return None,
        };
        if self.keys.iter().any(|key| key.of == of && key.folded == folded) {
            return None;
        }
        let number = self.keys.len() as u32;
        self.keys.push(Key { of, folded, default: None });
        self.index.insert((of, id.to_owned()), number);
        Some(number)
    }

    /// What an attribute is where nothing is said.
    pub fn default(&mut self, key: u32, text: &str) {
        self.keys[key as usize].default = Some(text.to_owned());
    }

    /// The number of a kept attribute by its identifier.
    pub fn kept(&self, of: Of, id: &str) -> Option<u32> {
        self.index.get(&(of, id.to_owned())).copied()
    }

    /// Sets an attribute.
    pub fn set(&mut self, of: Of, item: u32, key: u32, text: &str) {
        self.values.insert((of, item, key), text.to_owned());
    }

    /// Adds a node and gives its number.
    pub fn node(&mut self, id: Option<&String>, line: u64) -> Result<u32, NetworkError> {
        let Some(id) = id.filter(|id| !id.is_empty()) else {
            return Err(self.blame.at(line, "a node without id", self.broken));
        };
        let (number, new) = self.nodes.add(id);
        if !new {
            return Err(self.blame.at(line, format!("node \"{id}\" stands twice"), self.broken));
        }
        if self.nodes.ids.len() > self.limits.nodes {
            return Err(self.blame.too_many(line, "nodes", self.limits.nodes));
        }
        Ok(number)
    }

    /// Adds an edge and gives its number.
    pub fn edge(
        &mut self,
        ends: (Option<&String>, Option<&String>),
        directed: bool,
        line: u64,
    ) -> Result<u32, NetworkError> {
        let (Some(source), Some(target)) = ends else {
            return Err(self.blame.at(line, "an edge without source or target", self.broken));
        };
        if self.edges.len() >= self.limits.ties {
            return Err(self.blame.too_many(line, "ties", self.limits.ties));
        }
        self.edges.push(Loose { source: source.clone(), target: target.clone(), directed, line });
        Ok(self.edges.len() as u32 - 1)
    }

    /// The whole; edges must end at nodes that are there.
    pub fn finish(self) -> Result<Document, NetworkError> {
        let mut edges = Vec::with_capacity(self.edges.len());
        for edge in &self.edges {
            let find = |id: &str| {
                let unknown =
                    || self.blame.at(edge.line, format!("an edge to the unknown node \"{id}\""), self.broken);
                self.nodes.get(id).ok_or_else(unknown)
            };
            let (source, target) = (find(&edge.source)?, find(&edge.target)?);
            edges.push(Edge { source, target, directed: edge.directed, line: edge.line });
        }
        Ok(Document { ids: self.nodes.ids, edges, keys: self.keys, values: self.values, known: self.known })
    }
}
