//! GEXF 1.2 and 1.3 (Gephi): nodes, edges and their attributes. Nodes within nodes are refused; what changes over time is
//! read as if it were all there.

use super::{
    Blame, NetworkError,
    document::{Builder, Document, Of},
    xml::{self, Attributes, Format},
};
use crate::Limits;

const BROKEN: &str = "GEXF として書き出し直してください。";
const PLAIN: &str = "入れ子のない GEXF で書き出してください。";

/// The name of a node is an attribute of its element.
const LABEL: &str = "label";

pub fn read(
    text: &str,
    blame: Blame<'_>,
    keep: &dyn Fn(&str) -> bool,
    limits: &Limits,
) -> Result<Document, NetworkError> {
    let mut document = Builder::new(blame, limits, keep, BROKEN);
    // A declared attribute may have any identifier but an empty one.
    let label = document.key(Of::Node, "", LABEL);
    let mut gexf = Gexf {
        document,
        label,
        begun: false,
        ended: false,
        graphs: 0,
        directed: false,
        class: None,
        open_key: None,
        item: None,
    };
    xml::read(text, blame, &mut gexf)?;
    if !gexf.ended {
        return Err(blame.file("the file ends before </gexf>", BROKEN));
    }
    if gexf.graphs == 0 {
        return Err(blame.file("there is no <graph>", BROKEN));
    }
    gexf.document.finish()
}

struct Gexf<'a> {
    document: Builder<'a>,
    label: Option<u32>,
    /// Whether the outermost element was `gexf`.
    begun: bool,
    ended: bool,
    graphs: usize,
    directed: bool,
    /// Whose attributes are being declared.
    class: Option<Of>,
    open_key: Option<u32>,
    /// The node or edge that is being read.
    item: Option<(Of, u32)>,
}

impl Gexf<'_> {
    fn begin_edge(&mut self, attributes: &Attributes, line: u64) -> Result<(), NetworkError> {
        let get = |wanted: &str| attributes.get(wanted);
        // `undirected` and `mutual` go both ways.
        let directed = get("type").map_or(self.directed, |kind| kind == "directed");
        let edge = self.document.edge((get("source"), get("target")), directed, line)?;
        self.item = Some((Of::Edge, edge));
        Ok(())
    }
}

impl Format for Gexf<'_> {
    const BROKEN: &'static str = BROKEN;

    fn start(&mut self, name: &str, attributes: &Attributes, line: u64) -> Result<bool, NetworkError> {
        let blame = self.document.blame;
        if !std::mem::replace(&mut self.begun, true) && name != "gexf" {
            return Err(blame.at(line, format!("<{name}> is not <gexf>"), BROKEN));
        }
        let get = |wanted: &str| attributes.get(wanted);
        match name {
            "graph" => {
                self.graphs += 1;
                if self.graphs > 1 {
                    return Err(blame.at(line, "more than one graph", PLAIN));
                }
                self.directed = get("defaultedgetype").is_some_and(|kind| kind == "directed");
            }
            "attributes" => {
                self.class = match get("class").map(String::as_str) {
                    Some("node") => Some(Of::Node),
                    Some("edge") => Some(Of::Edge),
                    _ => None,
                };
            }
            "attribute" => {
                let declared = self.class.zip(get("id").filter(|id| !id.is_empty()));
                self.open_key =
                    declared.and_then(|(of, id)| self.document.key(of, id, get("title").unwrap_or(id)));
            }
            "default" => return Ok(self.open_key.is_some()),
            "node" => {
                if self.item.is_some() {
                    return Err(blame.at(line, "nodes within nodes are not read", PLAIN));
                }
                let node = self.document.node(get("id"), line)?;
                if let (Some(key), Some(label)) = (self.label, get(LABEL)) {
                    self.document.set(Of::Node, node, key, label);
                }
                self.item = Some((Of::Node, node));
            }
            "edge" => self.begin_edge(attributes, line)?,
            "attvalue" => {
                // Version 1.1 wrote `id` for what is `for` since.
                let id = get("for").or_else(|| get("id")).filter(|id| !id.is_empty());
                if let (Some((of, item)), Some(id), Some(value)) = (self.item, id, get("value"))
                    && let Some(key) = self.document.kept(of, id)
                {
                    self.document.set(of, item, key, value);
                }
            }
            _ => {}
        }
        Ok(false)
    }

    fn end(&mut self, name: &str, text: Option<&str>) {
        if let (Some(key), Some(text)) = (self.open_key, text) {
            self.document.default(key, text);
        }
        match name {
            "node" | "edge" => self.item = None,
            "attribute" => self.open_key = None,
            "attributes" => self.class = None,
            "gexf" => self.ended = true,
            _ => {}
        }
    }
}
