//! GraphML (Brandes et al. 2002): keys, nodes, edges and their data. Hyperedges and graphs within nodes are refused.

use super::{
    Blame, NetworkError,
    document::{Builder, Document, Of},
    xml::{self, Attributes, Format},
};
use crate::Limits;

const BROKEN: &str = "GraphML として書き出し直してください。";
const PLAIN: &str = "入れ子やハイパーエッジのない GraphML で書き出してください。";

pub fn read(
    text: &str,
    blame: Blame<'_>,
    keep: &dyn Fn(&str) -> bool,
    limits: &Limits,
) -> Result<Document, NetworkError> {
    let mut graphml = GraphMl {
        document: Builder::new(blame, limits, keep, BROKEN),
        begun: false,
        ended: false,
        graphs: 0,
        directed: false,
        open_key: Vec::new(),
        item: None,
        place: Vec::new(),
    };
    xml::read(text, blame, &mut graphml)?;
    if !graphml.ended {
        return Err(blame.file("the file ends before </graphml>", BROKEN));
    }
    if graphml.graphs == 0 {
        return Err(blame.file("there is no <graph>", BROKEN));
    }
    graphml.document.finish()
}

/// What the text at hand is.
enum Place {
    /// The default of a key.
    Default(u32),
    /// Data of a node or an edge under a key.
    Data(Of, u32, u32),
}

struct GraphMl<'a> {
    document: Builder<'a>,
    /// Whether the outermost element was `graphml`.
    begun: bool,
    ended: bool,
    graphs: usize,
    directed: bool,
    /// The kept keys that are being declared: one for nodes, one for edges, or one each.
    open_key: Vec<u32>,
    /// The node or edge that is being read.
    item: Option<(Of, u32)>,
    place: Vec<Place>,
}

impl GraphMl<'_> {
    fn begin_key(&mut self, attributes: &Attributes) {
        self.open_key.clear();
        let Some(id) = attributes.get("id") else { return };
        let name = attributes.get("attr.name").unwrap_or(id);
        let classes: &[Of] = match attributes.get("for").map_or("all", String::as_str) {
            "node" => &[Of::Node],
            "edge" => &[Of::Edge],
            "all" => &[Of::Node, Of::Edge],
            _ => &[],
        };
        self.open_key = classes.iter().filter_map(|of| self.document.key(*of, id, name)).collect();
    }
}

impl Format for GraphMl<'_> {
    const BROKEN: &'static str = BROKEN;

    fn start(&mut self, name: &str, attributes: &Attributes, line: u64) -> Result<bool, NetworkError> {
        let blame = self.document.blame;
        if !std::mem::replace(&mut self.begun, true) && name != "graphml" {
            return Err(blame.at(line, format!("<{name}> is not <graphml>"), BROKEN));
        }
        let get = |wanted: &str| attributes.get(wanted);
        match name {
            "key" => self.begin_key(attributes),
            "default" => {
                self.place = self.open_key.iter().map(|key| Place::Default(*key)).collect();
                return Ok(!self.place.is_empty());
            }
            "graph" => {
                self.graphs += 1;
                if self.graphs > 1 {
                    return Err(blame.at(line, "more than one graph", PLAIN));
                }
                self.directed = get("edgedefault").is_none_or(|direction| direction != "undirected");
            }
            "node" => self.item = Some((Of::Node, self.document.node(get("id"), line)?)),
            "edge" => {
                let directed = get("directed").map_or(self.directed, |directed| directed == "true");
                let edge = self.document.edge((get("source"), get("target")), directed, line)?;
                self.item = Some((Of::Edge, edge));
            }
            "hyperedge" => return Err(blame.at(line, "hyperedges are not read", PLAIN)),
            "data" => {
                let place = self.item.and_then(|(of, item)| {
                    let key = self.document.kept(of, get("key")?)?;
                    Some(Place::Data(of, item, key))
                });
                self.place = place.into_iter().collect();
                return Ok(!self.place.is_empty());
            }
            _ => {}
        }
        Ok(false)
    }

    fn end(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            for place in self.place.drain(..) {
                match place {
                    Place::Default(key) => self.document.default(key, text),
                    Place::Data(of, item, key) => self.document.set(of, item, key, text),
                }
            }
        }
        match name {
            "node" | "edge" => self.item = None,
            "key" => self.open_key.clear(),
            "graphml" => self.ended = true,
            _ => {}
        }
    }
}
