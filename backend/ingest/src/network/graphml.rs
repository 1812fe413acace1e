//! GraphML (Brandes et al. 2002): keys, nodes, edges and the data of nodes. Hyperedges and graphs within nodes are refused;
//! so is a document type, whose entities could expand without bound or point to other files.

use super::{Blame, NetworkError, NetworkFile, Nodes};
use crate::Limits;
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
};
use std::collections::HashMap;

const BROKEN: &str = "GraphML として書き出し直してください。";
const PLAIN: &str = "入れ子やハイパーエッジのない GraphML で書き出してください。";
const NO_DOCTYPE: &str = "<!DOCTYPE …> を取り除いてください（安全のため読み込みません）。";

pub fn read(
    text: &str,
    label: &str,
    wanted: Option<&str>,
    limits: &Limits,
) -> Result<NetworkFile, NetworkError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut parser = Parser::new(label, limits, wanted);
    let mut lines = Lines { text, at: 0, line: 1 };
    loop {
        let line = lines.of(reader.buffer_position());
        let event = reader.read_event().map_err(|error| {
            let line = lines.of(reader.error_position());
            Blame(label).at(line, error.to_string(), BROKEN)
        })?;
        match event {
            Event::Eof => break,
            event => parser.event(event, line)?,
        }
    }
    parser.finish()
}

/// Lines of rising positions.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn of(&mut self, position: u64) -> u64 {
        let to = (position as usize).clamp(self.at, self.text.len());
        let lines = self.text.as_bytes()[self.at..to].split(|byte| *byte == b'\n').count();
        self.line += lines as u64 - 1;
        self.at = to;
        self.line
    }
}

/// A `<key>` of nodes.
struct Key {
    id: String,
    name: String,
    default: Option<String>,
}

/// What the text at hand is.
enum Place {
    /// The default of a key.
    Default(usize),
    /// The label of a node.
    Label(u32),
}

struct Edge {
    source: String,
    target: String,
    directed: bool,
    line: u64,
}

struct Parser<'a> {
    blame: Blame<'a>,
    limits: &'a Limits,
    wanted: Option<&'a str>,
    /// Whether the outermost element was `graphml`.
    begun: bool,
    ended: bool,
    graphs: usize,
    directed: bool,
    keys: Vec<Key>,
    /// The key of nodes that is being read.
    open_key: Option<usize>,
    /// The key whose data are wanted.
    key: Option<usize>,
    nodes: Nodes,
    node: Option<u32>,
    labels: HashMap<u32, String>,
    edges: Vec<Edge>,
    place: Option<Place>,
    text: String,
}

impl<'a> Parser<'a> {
    fn new(label: &'a str, limits: &'a Limits, wanted: Option<&'a str>) -> Self {
        Self {
            blame: Blame(label),
            limits,
            wanted,
            begun: false,
            ended: false,
            graphs: 0,
            directed: false,
            keys: Vec::new(),
            open_key: None,
            key: None,
            nodes: Nodes::default(),
            node: None,
            labels: HashMap::new(),
            edges: Vec::new(),
            place: None,
            text: String::new(),
        }
    }

    fn event(&mut self, event: Event<'_>, line: u64) -> Result<(), NetworkError> {
        match event {
            Event::Start(element) => self.start(&element, line),
            Event::End(element) => {
                self.end(element.local_name().into_inner());
                Ok(())
            }
            Event::Text(text) if self.place.is_some() => {
                self.text.push_str(&text.xml10_content());
                Ok(())
            }
            Event::CData(text) if self.place.is_some() => {
                self.text.push_str(&text.xml10_content());
                Ok(())
            }
            Event::GeneralRef(reference) => self.reference(&reference, line),
            Event::DocType(_) => Err(self.blame.at(line, "a document type is not read", NO_DOCTYPE)),
            _ => Ok(()),
        }
    }

    /// `&amp;` and its like, `&#x5b57;`; any other entity would need a document type.
    fn reference(&mut self, reference: &BytesRef<'_>, line: u64) -> Result<(), NetworkError> {
        let character = match reference.resolve_char_ref() {
            Ok(Some(character)) => Some(character.to_string()),
            Ok(None) => quick_xml::escape::resolve_xml_entity(reference).map(str::to_owned),
            Err(_) => None,
        };
        let name: &str = reference;
        let character = character
            .ok_or_else(|| self.blame.at(line, format!("the entity &{name}; is not known"), NO_DOCTYPE))?;
        if self.place.is_some() {
            self.text.push_str(&character);
        }
        Ok(())
    }

    fn start(&mut self, element: &BytesStart<'_>, line: u64) -> Result<(), NetworkError> {
        let name = element.local_name().into_inner().to_owned();
        if !std::mem::replace(&mut self.begun, true) && name != "graphml" {
            return Err(self.blame.at(line, format!("<{name}> is not <graphml>"), BROKEN));
        }
        let attributes = self.attributes(element, line)?;
        let get = |wanted: &str| attributes.get(wanted).cloned();
        match name.as_str() {
            "key" => self.begin_key(&attributes),
            "default" => {
                if let Some(key) = self.open_key {
                    self.take(Place::Default(key));
                }
            }
            "graph" => {
                self.graphs += 1;
                if self.graphs > 1 {
                    return Err(self.blame.at(line, "more than one graph", PLAIN));
                }
                self.directed = get("edgedefault").is_none_or(|direction| direction != "undirected");
            }
            "node" => return self.begin_node(get("id"), line),
            "edge" => {
                let directed = get("directed").map_or(self.directed, |directed| directed == "true");
                let (Some(source), Some(target)) = (get("source"), get("target")) else {
                    return Err(self.blame.at(line, "an edge without source or target", BROKEN));
                };
                if self.edges.len() >= self.limits.ties {
                    return Err(self.blame.too_many(line, "ties", self.limits.ties));
                }
                self.edges.push(Edge { source, target, directed, line });
            }
            "hyperedge" => return Err(self.blame.at(line, "hyperedges are not read", PLAIN)),
            "data" => {
                let key = self.key.and_then(|key| self.keys.get(key)).map(|key| key.id.as_str());
                if let Some(node) = self.node.filter(|_| key.is_some() && key == get("key").as_deref()) {
                    self.take(Place::Label(node));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn attributes(
        &self,
        element: &BytesStart<'_>,
        line: u64,
    ) -> Result<HashMap<String, String>, NetworkError> {
        let broken = |reason: String| self.blame.at(line, reason, BROKEN);
        element
            .attributes()
            .map(|attribute| {
                let attribute = attribute.map_err(|error| broken(error.to_string()))?;
                let value = attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .map_err(|error| broken(error.to_string()))?;
                Ok((attribute.key.into_inner().to_owned(), value.into_owned()))
            })
            .collect()
    }

    fn begin_key(&mut self, attributes: &HashMap<String, String>) {
        let get = |name: &str| attributes.get(name).cloned();
        let Some(id) = get("id") else { return };
        if get("for").is_some_and(|of| of != "node" && of != "all") {
            return;
        }
        let name = get("attr.name").unwrap_or_else(|| id.clone());
        if self.key.is_none() && self.wanted.is_some_and(|wanted| wanted == name || wanted == id) {
            self.key = Some(self.keys.len());
        }
        self.open_key = Some(self.keys.len());
        self.keys.push(Key { id, name, default: None });
    }

    fn begin_node(&mut self, id: Option<String>, line: u64) -> Result<(), NetworkError> {
        let Some(id) = id.filter(|id| !id.is_empty()) else {
            return Err(self.blame.at(line, "a node without id", BROKEN));
        };
        let (number, new) = self.nodes.add(&id);
        if !new {
            return Err(self.blame.at(line, format!("node \"{id}\" stands twice"), BROKEN));
        }
        if self.nodes.ids.len() > self.limits.nodes {
            return Err(self.blame.too_many(line, "nodes", self.limits.nodes));
        }
        self.node = Some(number);
        Ok(())
    }

    fn take(&mut self, place: Place) {
        self.text.clear();
        self.place = Some(place);
    }

    fn end(&mut self, name: &str) {
        match name {
            "default" | "data" => {
                let text = self.text.trim().to_owned();
                match self.place.take() {
                    Some(Place::Default(key)) => self.keys[key].default = Some(text),
                    Some(Place::Label(node)) => {
                        self.labels.insert(node, text);
                    }
                    None => {}
                }
            }
            "node" => self.node = None,
            "key" => self.open_key = None,
            "graphml" => self.ended = true,
            _ => {}
        }
    }

    fn finish(mut self) -> Result<NetworkFile, NetworkError> {
        if !self.ended {
            return Err(self.blame.file("the file ends before </graphml>", BROKEN));
        }
        if self.graphs == 0 {
            return Err(self.blame.file("there is no <graph>", BROKEN));
        }
        let labels = match (self.wanted, self.key) {
            (None, _) => None,
            (Some(wanted), None) => {
                let known: Vec<String> = self.keys.into_iter().map(|key| key.name).collect();
                return Err(self.blame.no_attribute(wanted, &known));
            }
            (Some(_), Some(key)) => {
                let default = self.keys[key].default.clone().unwrap_or_default();
                let mut label = |v: u32| self.labels.remove(&v).unwrap_or_else(|| default.clone());
                Some((0..self.nodes.ids.len() as u32).map(&mut label).collect())
            }
        };
        let mut arcs = Vec::with_capacity(self.edges.len());
        for edge in &self.edges {
            let find = |id: &str| {
                let unknown =
                    || self.blame.at(edge.line, format!("an edge to the unknown node \"{id}\""), BROKEN);
                self.nodes.get(id).ok_or_else(unknown)
            };
            let (a, b) = (find(&edge.source)?, find(&edge.target)?);
            arcs.push((a, b));
            if !edge.directed {
                arcs.push((b, a));
            }
        }
        let directed = self.edges.iter().any(|edge| edge.directed);
        Ok(NetworkFile { ids: self.nodes.ids, labels, arcs, directed, headless: false })
    }
}
