use super::*;
use proptest::prelude::*;

fn read(text: &str, groups: Option<&str>) -> Result<NetworkFile, NetworkError> {
    let file = Input { label: "x", bytes: text.as_bytes() };
    read_network(file, Wanted { groups, nodes: None }, &Limits::default())
}

fn refused(text: &str, groups: Option<&str>) -> (Option<u64>, String) {
    let error = read(text, groups).unwrap_err();
    assert!(error.to_string().starts_with('x') && !error.remedy.is_empty());
    (error.line, error.reason)
}

const GRAPHML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="system" attr.type="string"><default>care</default></key>
  <key id="d1" for="edge" attr.name="system"><default>none</default></key>
  <graph edgedefault="directed">
    <node id="a"/>
    <node id="b&amp;c"><data key="d0">disability &lt;&#x5b57;&gt;</data><data key="d9">no</data></node>
    <edge source="a" target="b&amp;c"><data key="d1">x</data></edge>
    <edge source="b&amp;c" target="a" directed="false"/>
  </graph>
</graphml>"#;

#[test]
fn graphml_gives_nodes_ties_and_the_wanted_attribute_with_its_default() {
    let network = read(GRAPHML, Some("system")).unwrap();
    assert_eq!(network.ids, ["a", "b&c"]);
    assert_eq!(network.labels.unwrap(), ["care", "disability <字>"]);
    assert_eq!((network.arcs, network.directed), (vec![(0, 1), (1, 0), (0, 1)], true));
    let plain = read(&GRAPHML.replace("\"directed\"", "\"undirected\""), None).unwrap();
    assert!(!plain.directed && plain.labels.is_none());
}

#[test]
fn entities_and_document_types_are_refused() {
    let bomb =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE g [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<graphml/>";
    assert_eq!(refused(bomb, None), (Some(2), "a document type is not read".to_owned()));
    let outside = GRAPHML.replace("&lt;", "&secret;");
    assert_eq!(refused(&outside, Some("system")), (Some(7), "the entity &secret; is not known".to_owned()));
    assert_eq!(refused(&GRAPHML.replace("b&amp;c", "&b;"), None).0, Some(7));
}

#[test]
fn faults_of_graphml_are_told_with_their_line() {
    let with = |from: &str, to: &str| refused(&GRAPHML.replace(from, to), None);
    assert_eq!(with("source=\"a\"", "source=\"z\"").0, Some(8));
    assert_eq!(with("<node id=\"a\"/>", "<node/>").0, Some(6));
    assert_eq!(with("<node id=\"a\"/>", "<node id=\"b&amp;c\"/>").0, Some(7));
    assert_eq!(with("<node id=\"a\"/>", "<node id=\"a\"><graph/></node>").1, "more than one graph");
    assert_eq!(with("<node id=\"a\"/>", "<hyperedge/>").1, "hyperedges are not read");
    assert_eq!(with("</graphml>", "").0, None);
    assert_eq!(with("</graph>", "</grph>").0, Some(10));
    assert_eq!(refused("<html/>", None).1, "<html> is not <graphml>");
    assert_eq!(refused(GRAPHML, Some("type")).1, "no node has an attribute \"type\" (known: system)");
}

#[test]
fn ties_come_one_a_row_with_attributes_beside_them() {
    let text =
        "source,target,source_system,target_system,since\na,b,care,disability,2020\nb,a,disability,care,\n";
    let network = read(text, Some("system")).unwrap();
    assert_eq!((network.ids, network.arcs), (vec!["a".into(), "b".into()], vec![(0, 1), (1, 0)]));
    assert_eq!(network.labels.unwrap(), ["care", "disability"]);
    let clash = text.replace("b,a,disability", "b,a,health");
    assert_eq!(refused(&clash, Some("system")).0, Some(3));
    assert!(refused(text, Some("kind")).1.contains("known: source_system, target_system, since"));
}

#[test]
fn a_table_of_nodes_brings_attributes_and_offices_without_ties() {
    let nodes = "id\tsystem\n1\tcare\n2\tdisability\n3\tcare\n";
    let table = Input { label: "nodes", bytes: nodes.as_bytes() };
    let wanted = Wanted { groups: Some("system"), nodes: Some(table) };
    let ties = |text: &'static str| Input { label: "ties", bytes: text.as_bytes() };
    let network = read_network(ties("begin,to,since\n1,2,3\n"), wanted, &Limits::default());
    assert_eq!(network.unwrap_err().reason, "no column \"source\"");
    let network = read_network(ties("from,to\n1,2\n"), wanted, &Limits::default()).unwrap();
    assert_eq!(network.ids, ["1", "2", "3"]);
    assert_eq!(network.labels.unwrap(), ["care", "disability", "care"]);
    let unknown = read_network(ties("from,to\n1,2\n1,9\n"), wanted, &Limits::default()).unwrap_err();
    assert_eq!((unknown.line, unknown.label.as_str()), (Some(3), "ties"));
}

#[test]
fn a_file_of_two_columns_needs_no_header_and_others_do() {
    let network = read("0,1\n1,2\n", None).unwrap();
    assert!(network.headless && network.arcs == [(0, 1), (1, 2)]);
    assert_eq!(refused("0,1,2\n1,2,3\n", None), (Some(1), "no column \"source\"".to_owned()));
    assert_eq!(refused("source,target\na,\n", None), (Some(2), "no target".to_owned()));
    assert_eq!(refused("", None).1, "the file is empty");
}

#[test]
fn more_than_the_limits_allow_is_refused() {
    let limits = Limits { nodes: 2, ties: 2, ..Limits::default() };
    let read = |text: &str| {
        read_network(Input { label: "x", bytes: text.as_bytes() }, Wanted::default(), &limits).unwrap_err()
    };
    assert_eq!(read("0,1\n1,2\n").reason, "more than 2 nodes");
    assert_eq!(read("0,1\n1,0\n0,1\n").reason, "more than 2 ties");
    let third = GRAPHML.replace("<node id=\"a\"/>", "<node id=\"a\"/><node id=\"d\"/>");
    assert_eq!((read(&third).reason.as_str(), read(&third).line), ("more than 2 nodes", Some(7)));
}

proptest! {
    #[test]
    fn garbage_is_refused_or_read_but_never_ends_the_program(text in "[<>/&;=\"a-c,\n ]{0,80}", xml in any::<bool>()) {
        let text = if xml { format!("<graphml><graph>{text}</graph></graphml>") } else { text };
        let _ = read(&text, Some("a"));
    }
}
