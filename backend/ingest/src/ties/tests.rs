use super::*;
use hoshizu_catalog::{
    id::OfficeId,
    number::{MunicipalityCode, OfficeNumber},
    tie::{Closeness, Frequency, Star, TieKind},
};
use uuid::Uuid;

fn id(number: u128) -> OfficeId {
    OfficeId(Uuid::from_u128(number))
}

fn book() -> OfficeBook {
    let office = |at: u128, number: &str, name: &str, town: &str| BookOffice {
        id: id(at),
        numbers: OfficeNumber::parse(number).into_iter().collect(),
        name: name.to_owned(),
        other_names: Vec::new(),
        municipality: Some((MunicipalityCode::from_number(48_101).unwrap(), town.to_owned())),
    };
    OfficeBook::new([
        office(1, "4871100011", "ひまわり居宅", "宵宮市"),
        office(2, "4831100022", "そら相談支援", "宵宮市"),
        office(3, "", "宵宮市障害福祉課", "宵宮市"),
        office(4, "4871100044", "さくら", "宵宮市"),
        office(5, "4871100055", "さくら", "麦野市"),
    ])
}

fn read(text: &str) -> TieFile {
    let file = read_ties(Input { label: "x", bytes: text.as_bytes() }, &book(), &Limits::default()).unwrap();
    assert_eq!(
        file.rows,
        file.reports.len() as u64 + file.duplicates + file.rejected.len() as u64,
        "every row is accounted for"
    );
    file
}

fn pairs(file: &TieFile) -> Vec<(u128, u128)> {
    file.reports.iter().map(|(_, r)| (r.reporter.0.as_u128(), r.partner.0.as_u128())).collect()
}

fn reasons(file: &TieFile) -> Vec<(u64, &str, &str)> {
    file.rejected.iter().map(|r| (r.line, r.column.as_str(), r.reason.as_str())).collect()
}

fn whole_star() -> Star {
    Star {
        kinds: [TieKind::PlanExchange, TieKind::Referral].into_iter().collect(),
        closeness: Closeness::new(2),
        frequency: Some(Frequency::ThreeToFive),
    }
}

#[test]
fn a_table_is_read_with_japanese_and_english_headers() {
    for header in [
        "申告した事業所,相手の事業所,種類,関係,回数",
        "reporter,partner,kinds,closeness,frequency",
        "Source,Target,Kind,Closeness,頻度",
        "reporter_number,partner_name,連携の種類,段階,連携の回数",
    ] {
        let file = read(&format!("{header}\n4871100011,そら相談支援,計画の交換、5,②,3月5日\n"));
        assert_eq!(pairs(&file), [(1, 2)], "{header}");
        assert_eq!(file.reports[0].1.star, whole_star(), "{header}");
    }
}

#[test]
fn rows_that_cannot_be_read_are_refused_and_the_others_are_not() {
    let file = read(
        "つながりの一覧\nreporter,partner,kinds,closeness,frequency\n\
         ひまわり居宅,そら相談支援,,,\n\
         ひまわり居宅,さくら,,,\n\
         ひまわり居宅,どこにもない,,,\n\
         ひまわり居宅,,,,\n\
         ひまわり居宅,ひまわり居宅,,,\n\
         そら相談支援,ひまわり居宅,飲み会,,\n\
         そら相談支援,ひまわり居宅,,9,\n\
         そら相談支援,ひまわり居宅,,,2-3\n\
         ひまわり居宅,4831100022,,,\n\
         ひまわり居宅,4831100022,会議,,\n",
    );
    assert_eq!((pairs(&file), file.duplicates), (vec![(1, 2)], 1));
    assert_eq!(
        reasons(&file),
        [
            (4, "partner", "ambiguous_office"),
            (5, "partner", "unknown_office"),
            (6, "partner", "missing_office"),
            (7, "partner", "self_report"),
            (8, "kinds", "unknown_kind"),
            (9, "closeness", "bad_closeness"),
            (10, "frequency", "bad_frequency"),
            (12, "partner", "contradiction"),
        ]
    );
    assert!(file.rejected[0].remedy.contains("さくら（麦野市）"));
    assert!(file.rejected.iter().all(|rejection| !rejection.remedy.is_empty()));
}

#[test]
fn every_party_is_told_once_with_what_it_was_found_by() {
    let file = read(
        "reporter,reporter_municipality,partner\nさくら,麦野市,4831100022\nさくら,麦野市,宵宮市障害福祉課\nさくら,,4831100022\n",
    );
    let told: Vec<_> = file
        .parties
        .iter()
        .map(|party| (party.party.text(), party.statements, party.found.office().map(|id| id.0.as_u128())))
        .collect();
    assert_eq!(
        told,
        [
            ("さくら（麦野市）".to_owned(), 2, Some(5)),
            ("4831100022".to_owned(), 2, Some(2)),
            ("宵宮市障害福祉課".to_owned(), 1, Some(3)),
            ("さくら".to_owned(), 1, None),
        ]
    );
    assert_eq!(serde_json::to_value(&file.parties[1].found).unwrap()["by"], "number");
}

#[test]
fn an_apostrophe_that_keeps_a_spreadsheet_from_computing_is_no_part_of_a_name() {
    assert_eq!(reasons(&read("reporter,partner\nひまわり居宅,'=1+1\n"))[0].2, "unknown_office");
    assert_eq!(read("reporter,partner\nひまわり居宅,'=1+1\n").parties[1].party.name, "=1+1");
}

#[test]
fn edges_without_direction_are_said_by_both_and_one_sided_ones_by_nobody_known() {
    let graphml = |edges: &str| {
        format!(
            r#"<graphml><key id="n" for="node" attr.name="name"/><key id="m" for="node" attr.name="numbers"/>
            <key id="k" for="edge" attr.name="kinds"/><key id="c" for="edge" attr.name="closeness" attr.type="double"/>
            <key id="f" for="edge" attr.name="frequency"/><key id="e" for="edge" attr.name="evidence"/>
            <graph edgedefault="undirected"><node id="n0"><data key="n">ひまわり居宅</data></node>
            <node id="n1"><data key="m">4831100022</data></node><node id="宵宮市障害福祉課"/>{edges}</graph></graphml>"#
        )
    };
    let file = read(&graphml(
        r#"<edge source="n0" target="n1"><data key="k">plan_exchange;referral</data><data key="c">2.0</data><data key="f">3-5</data></edge>
        <edge source="n0" target="宵宮市障害福祉課" directed="true"><data key="c">NaN</data></edge>
        <edge source="n1" target="宵宮市障害福祉課"><data key="e">one_sided</data></edge>"#,
    ));
    assert_eq!(pairs(&file), [(1, 2), (2, 1), (1, 3)]);
    assert_eq!((file.reports[0].1.star, file.reports[1].1.star), (whole_star(), whole_star()));
    assert_eq!(reasons(&file)[0].2, "direction_unknown");
    assert_eq!(file.rows, 4);
}

#[test]
fn gexf_is_read_with_its_edge_types_and_attributes() {
    let text = r#"<?xml version="1.0" encoding="UTF-8"?><!-- <graphml> -->
    <gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
    <attributes class="node"><attribute id="0" title="numbers" type="string"/></attributes>
    <attributes class="edge"><attribute id="0" title="kinds" type="string"><default>conference</default></attribute></attributes>
    <nodes><node id="a" label="ひまわり居宅"/><node id="b" label="x"><attvalues><attvalue for="0" value="4831100022"/></attvalues></node></nodes>
    <edges><edge id="0" source="a" target="b" type="mutual"/>
    <edge id="1" source="a" target="a"><attvalues><attvalue for="0" value="1"/></attvalues></edge></edges></graph></gexf>"#;
    let file = read(text);
    assert_eq!(pairs(&file), [(1, 2), (2, 1)]);
    assert!(file.reports[0].1.star.kinds.contains(TieKind::Conference));
    assert_eq!(reasons(&file)[0].2, "self_report");
    let nested = text
        .replace(r#"label="ひまわり居宅"/>"#, r#"label="ひまわり居宅"><nodes><node id="c"/></nodes></node>"#);
    let refused = read_ties(Input { label: "x", bytes: nested.as_bytes() }, &book(), &Limits::default());
    assert_eq!(refused.unwrap_err().reason, "nodes within nodes are not read");
}

#[test]
fn json_is_read_as_a_list_as_our_export_and_as_node_link() {
    let list = r#"[{"reporter":"ひまわり居宅","partner":{"number":"4831100022"},"kinds":["plan_exchange","referral"],"closeness":2,"frequency":"3-5"},7]"#;
    let file = read(list);
    assert_eq!((pairs(&file), file.reports[0].1.star), (vec![(1, 2)], whole_star()));
    assert_eq!(reasons(&file), [(2, "", "no_object")]);
    let links = r#"{"directed":false,"nodes":[{"id":0,"name":"さくら","municipality":"宵宮市"},{"id":1,"name":"そら相談支援"}],"links":[{"source":0,"target":1}]}"#;
    assert_eq!(pairs(&read(links)), [(4, 2), (2, 4)]);
}

#[test]
fn what_is_no_list_of_ties_is_refused_as_a_whole() {
    let refused = |text: &str| {
        let error = read_ties(Input { label: "x", bytes: text.as_bytes() }, &book(), &Limits::default());
        error.unwrap_err().reason
    };
    assert_eq!(refused(""), "the file is empty");
    assert_eq!(refused("a,b,c\n1,2,3\n"), "no columns for both sides of a tie");
    assert_eq!(refused("{\"a\":1}"), "no list of reports");
    assert!(refused("PK\u{3}\u{4}").contains("Zip"));
    assert_eq!(refused("<!DOCTYPE gexf [<!ENTITY a \"a\">]><gexf/>"), "a document type is not read");
    assert_eq!(refused("<gexf><graph/>"), "the file ends before </gexf>");
}

#[test]
fn more_ties_than_the_limits_allow_are_refused() {
    let limits = Limits { ties: 1, ..Limits::default() };
    for text in ["a,b\nc,d\n", "[{},{}]"] {
        let error = read_ties(Input { label: "x", bytes: text.as_bytes() }, &book(), &limits).unwrap_err();
        assert_eq!(error.reason, "more than 1 ties", "{text}");
    }
}
