//! GraphML (Brandes et al. 2002), as igraph, networkx, Gephi and yEd read it: every attribute has its type.

use super::{
    NetworkExport, evidence_code,
    xml::{Attribute, OF_NODES, OF_REPORTS, escape, node, star},
};
use std::fmt::Write;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

const EVIDENCE: Attribute = Attribute { name: "evidence", kind: "string" };

/// Reports: an edge goes from who says it to whom it is said of.
pub fn reports(network: &NetworkExport) -> String {
    let edges = network
        .reports
        .iter()
        .map(|report| (report.reporter.to_string(), report.partner.to_string(), star(report.star).to_vec()));
    write(network, "directed", &OF_REPORTS.iter().collect::<Vec<_>>(), edges)
}

/// Ties: an edge has no direction, and its evidence says who said it.
pub fn ties(network: &NetworkExport) -> String {
    let attributes: Vec<&Attribute> = std::iter::once(&EVIDENCE).chain(&OF_REPORTS).collect();
    let edges = network.ties.iter().map(|tie| {
        let evidence = std::iter::once(evidence_code(tie.evidence).to_owned());
        (tie.a.to_string(), tie.b.to_string(), evidence.chain(star(tie.star)).collect())
    });
    write(network, "undirected", &attributes, edges)
}

fn write(
    network: &NetworkExport,
    direction: &str,
    of_edges: &[&Attribute],
    edges: impl Iterator<Item = (String, String, Vec<String>)>,
) -> String {
    let mut text = HEAD.to_owned();
    for (of, name, kind) in
        [("graph", "title", "string"), ("graph", "wave", "int"), ("graph", "exported_on", "string")]
    {
        key(&mut text, of, name, kind);
    }
    for attribute in &OF_NODES {
        key(&mut text, "node", attribute.name, attribute.kind);
    }
    for attribute in of_edges {
        key(&mut text, "edge", attribute.name, attribute.kind);
    }
    // Writing into a string cannot fail.
    let _ = writeln!(text, "<graph id=\"hoshizu\" edgedefault=\"{direction}\">");
    data(&mut text, "graph", "title", &network.title);
    data(&mut text, "graph", "wave", &network.wave.map(|wave| wave.to_string()).unwrap_or_default());
    data(&mut text, "graph", "exported_on", &network.exported_on.to_string());
    for office in &network.nodes {
        let _ = write!(text, "<node id=\"{}\">", office.id);
        for (attribute, value) in OF_NODES.iter().zip(node(office)) {
            data(&mut text, "node", attribute.name, &value);
        }
        text.push_str("</node>\n");
    }
    for (number, (source, target, values)) in edges.enumerate() {
        let _ = write!(text, "<edge id=\"e{number}\" source=\"{source}\" target=\"{target}\">");
        for (attribute, value) in of_edges.iter().zip(values) {
            data(&mut text, "edge", attribute.name, &value);
        }
        text.push_str("</edge>\n");
    }
    text.push_str("</graph>\n</graphml>\n");
    text
}

fn key(text: &mut String, of: &str, name: &str, kind: &str) {
    let _ =
        writeln!(text, "<key id=\"{of}_{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>");
}

/// What is not said is left out, so that it is read as missing and not as nothing.
fn data(text: &mut String, of: &str, name: &str, value: &str) {
    if !value.is_empty() {
        let _ = write!(text, "<data key=\"{of}_{name}\">{}</data>", escape(value));
    }
}
