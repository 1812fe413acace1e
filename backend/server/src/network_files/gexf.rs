//! GEXF 1.3 (gexf.net), as Gephi opens it: with places, so that the first picture is the map.

use super::{
    NetworkExport,
    xml::{OF_NODES, OF_REPORTS, escape, node, star},
};
use hoshizu_catalog::position::Position;
use std::fmt::Write;

/// Units the picture is wide or high.
const ACROSS: f64 = 1_000.0;

/// Reports: an edge goes from who says it to whom it is said of.
pub fn reports(network: &NetworkExport) -> String {
    let picture = Picture::of(network.nodes.iter().filter_map(|node| node.position));
    let mut text = head(network);
    declare(&mut text, "node", OF_NODES.iter().map(|attribute| (attribute.name, attribute.kind)));
    declare(&mut text, "edge", OF_REPORTS.iter().map(|attribute| (attribute.name, attribute.kind)));
    text.push_str("<nodes>\n");
    for office in &network.nodes {
        // Writing into a string cannot fail.
        let _ = write!(text, "<node id=\"{}\" label=\"{}\">", office.id, escape(&office.name));
        values(&mut text, OF_NODES.iter().map(|attribute| attribute.name).zip(node(office)));
        if let Some((x, y)) = office.position.map(|at| picture.place(at)) {
            let _ = write!(text, "<viz:position x=\"{x:.3}\" y=\"{y:.3}\" z=\"0.0\"/>");
        }
        text.push_str("</node>\n");
    }
    text.push_str("</nodes>\n<edges>\n");
    for (number, report) in network.reports.iter().enumerate() {
        let (source, target) = (report.reporter, report.partner);
        let _ =
            write!(text, "<edge id=\"{number}\" source=\"{source}\" target=\"{target}\" type=\"directed\">");
        values(&mut text, OF_REPORTS.iter().map(|attribute| attribute.name).zip(star(report.star)));
        text.push_str("</edge>\n");
    }
    text.push_str("</edges>\n</graph>\n</gexf>\n");
    text
}

fn head(network: &NetworkExport) -> String {
    let wave = network.wave.map(|wave| format!(" — wave {wave}")).unwrap_or_default();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n\
         <meta lastmodifieddate=\"{}\"><creator>Hoshizu</creator><description>{}{wave}</description></meta>\n\
         <graph mode=\"static\" defaultedgetype=\"directed\" idtype=\"string\">\n",
        network.exported_on,
        escape(&network.title),
    )
}

fn declare<'a>(text: &mut String, class: &str, attributes: impl Iterator<Item = (&'a str, &'a str)>) {
    let _ = writeln!(text, "<attributes class=\"{class}\" mode=\"static\">");
    for (name, kind) in attributes {
        let kind = if kind == "int" { "integer" } else { kind };
        let _ = writeln!(text, "<attribute id=\"{name}\" title=\"{name}\" type=\"{kind}\"/>");
    }
    text.push_str("</attributes>\n");
}

fn values<'a>(text: &mut String, values: impl Iterator<Item = (&'a str, String)>) {
    text.push_str("<attvalues>");
    for (name, value) in values.filter(|(_, value)| !value.is_empty()) {
        let _ = write!(text, "<attvalue for=\"{name}\" value=\"{}\"/>", escape(&value));
    }
    text.push_str("</attvalues>");
}

/// Where the map lies on the picture: its middle at 0, north up, a kilometre as long east as north.
struct Picture {
    middle: Position,
    scale: f64,
}

impl Picture {
    fn of(places: impl Iterator<Item = Position>) -> Self {
        let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
        for at in places {
            low = (low.0.min(at.lat), low.1.min(at.lon));
            high = (high.0.max(at.lat), high.1.max(at.lon));
        }
        if low.0 > high.0 {
            return Self { middle: Position { lat: 0.0, lon: 0.0 }, scale: 1.0 };
        }
        let middle = Position { lat: f64::midpoint(low.0, high.0), lon: f64::midpoint(low.1, high.1) };
        let wide = (high.1 - low.1) * middle.lat.to_radians().cos();
        let across = wide.max(high.0 - low.0).max(1e-6);
        Self { middle, scale: ACROSS / across }
    }

    fn place(&self, at: Position) -> (f64, f64) {
        let east = (at.lon - self.middle.lon) * self.middle.lat.to_radians().cos();
        (east * self.scale, (at.lat - self.middle.lat) * self.scale)
    }
}
