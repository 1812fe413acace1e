use super::*;
use hoshizu_catalog::{
    survey::{Asked, Design, Selection, SheetState, Way},
    tie::{Closeness, Frequency, TieKinds},
};
use hoshizu_ingest::{
    Limits,
    ties::{BookOffice, Input, Match, OfficeBook, TieFile, read_ties},
    wave_folder::{self, Folder, WaveSheet},
};
use proptest::prelude::*;
use std::{collections::BTreeMap, path::Path, process::Command};
use uuid::Uuid;

fn id(number: usize) -> OfficeId {
    OfficeId(Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0000 + number as u128))
}

/// Names that hurt careless writers.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "ひまわり",
        "\"",
        "'",
        "<b>",
        "&amp;",
        "&",
        "]]>",
        "😀",
        "\n",
        "\r",
        "\t",
        ",",
        ";",
        "=1+1",
        "@x",
        "-",
        "+",
        "、",
        "\u{1}",
        "\u{ffff}",
        "髙",
        " ",
        "A",
        "事業所",
        "\u{feff}",
        "１２３",
    ]);
    prop::collection::vec(pieces, 1..6).prop_map(|pieces| pieces.concat())
}

fn star() -> impl Strategy<Value = Star> {
    let frequency = prop::option::of(prop::sample::select(Frequency::ALL.to_vec()));
    (0_u8..64, 0_u8..4, frequency).prop_map(|(kinds, stage, frequency)| Star {
        kinds: TieKinds::from_bits(kinds),
        closeness: Closeness::new(stage),
        frequency,
    })
}

fn node(number: usize, name: String) -> Node {
    Node {
        id: id(number),
        name,
        numbers: OfficeNumber::parse(&format!("48711{number:05}"))
            .filter(|_| !number.is_multiple_of(3))
            .into_iter()
            .collect(),
        systems: vec![System::ALL[number % 6]],
        services: ServiceType::all().skip(number).take(number % 3).collect(),
        municipality: MunicipalityCode::from_number(48_101 + number as u32 % 2)
            .map(|code| (code, format!("宵宮市{}区", ["中央", "<西>"][number % 2]))),
        position: (!number.is_multiple_of(4))
            .then(|| Position { lat: 33.0 + number as f64 / 7.0, lon: 142.9 - number as f64 / 3.0 }),
        responded: [None, Some(true), Some(false)][number % 3],
    }
}

fn network() -> impl Strategy<Value = NetworkExport> {
    let reports = prop::collection::btree_map((0_usize..8, 0_usize..8), star(), 0..24);
    (prop::collection::vec(hostile(), 8), reports, hostile()).prop_map(|(names, reports, title)| {
        let said: Vec<((usize, usize), Star)> = reports.into_iter().filter(|((a, b), _)| a != b).collect();
        let ties = said.iter().filter(|((a, b), _)| a < b).map(|((a, b), star)| Tie {
            a: id(*a),
            b: id(*b),
            evidence: [Evidence::Mutual, Evidence::OneSided, Evidence::ToNonRespondent][a % 3],
            star: *star,
        });
        NetworkExport {
            title,
            wave: Some(2),
            exported_on: Day::from_number(20_000),
            nodes: names.into_iter().enumerate().map(|(number, name)| node(number, name)).collect(),
            ties: ties.collect(),
            reports: said
                .iter()
                .map(|((a, b), star)| Report { reporter: id(*a), partner: id(*b), star: *star })
                .collect(),
        }
    })
}

fn book(network: &NetworkExport) -> OfficeBook {
    OfficeBook::new(network.nodes.iter().map(|node| BookOffice {
        id: node.id,
        numbers: node.numbers.clone(),
        name: node.name.clone(),
        other_names: Vec::new(),
        municipality: node.municipality.clone(),
    }))
}

fn read_back(network: &NetworkExport, format: NetworkFormat) -> TieFile {
    let bytes = write(network, format).unwrap();
    read_ties(Input { label: "x", bytes: &bytes }, &book(network), &Limits::default()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn reports_come_back_from_every_format(network in network()) {
        for format in NetworkFormat::ALL.into_iter().filter(|format| *format != NetworkFormat::GraphmlTies) {
            let file = read_back(&network, format);
            let reports: Vec<Report> = file.reports.iter().map(|(_, report)| *report).collect();
            prop_assert_eq!((&reports, &file.rejected), (&network.reports, &Vec::new()), "{}", format.code());
            let by_id = file.parties.iter().all(|party| matches!(party.found, Match::Id { .. }));
            prop_assert!(by_id);
        }
    }

    #[test]
    fn mutual_ties_come_back_as_reports_of_both_and_others_not_at_all(network in network()) {
        let file = read_back(&network, NetworkFormat::GraphmlTies);
        let mutual = network.ties.iter().filter(|tie| tie.evidence == Evidence::Mutual).count();
        prop_assert_eq!((file.reports.len(), file.rejected.len()), (2 * mutual, network.ties.len() - mutual));
    }

    #[test]
    fn a_wave_comes_back_as_it_was(network in network(), states in prop::collection::vec(0_usize..5, 8)) {
        let wave = wave(network, &states);
        let folder = Folder::zip("wave.zip", wave_zip(&wave).unwrap(), &Limits::default()).unwrap();
        let back = wave_folder::read(&folder, &book(&wave.network), &Limits::default()).unwrap();
        prop_assert_eq!((back.design, back.number, back.opens_on, back.closes_on),
            (wave.design, wave.number, wave.opens_on, wave.closes_on));
        prop_assert_eq!(back.sheets, wave.sheets);
        prop_assert_eq!(back.reports, wave.network.reports);
        prop_assert_eq!((back.refused, back.duplicates), (Vec::new(), 0));
    }
}

/// The network as a wave; only offices whose sheet has answers report.
fn wave(mut network: NetworkExport, states: &[usize]) -> WaveExport {
    let state = |office: OfficeId| {
        let at = network.nodes.iter().position(|node| node.id == office).unwrap();
        SheetState::ALL[states[at]]
    };
    let answers = |office| matches!(state(office), SheetState::Begun | SheetState::Finished);
    let sheets = network.nodes.iter().map(|node| WaveSheet {
        office: node.id,
        state: state(node.id),
        finished_on: (state(node.id) == SheetState::Finished).then(|| Day::from_number(20_000)),
        way: answers(node.id).then_some(Way::Paper),
    });
    let sheets: Vec<WaveSheet> = sheets.collect();
    let reports = network.reports.iter().filter(|report| answers(report.reporter)).copied().collect();
    network.reports = reports;
    let design = Design {
        title: network.title.clone(),
        area: "48100".to_owned(),
        respondents: Selection::usual_respondents(),
        roster: Selection::usual_roster(),
        roster_size: 60,
        asked: Asked::default(),
        introduction: "はじめに\n\"お願い\"".to_owned(),
        consent: String::new(),
        contact: String::new(),
    };
    let (opens_on, closes_on) = (Day::from_number(19_990), Day::from_number(20_010));
    WaveExport { design, number: 2, opens_on, closes_on, sheets, network }
}

/// A network of five offices with everything that may be missing missing somewhere.
fn five() -> NetworkExport {
    let names = ["ひまわり \"東\" <1> & 😀", "=cmd|'x'!A1", "二行\n目", "株式会社　さくら", "A\u{1}B"];
    let whole = Star {
        kinds: TieKinds::from_bits(0b10_0001),
        closeness: Closeness::new(3),
        frequency: Some(Frequency::OneToTwo),
    };
    let report = |a, b, star| Report { reporter: id(a), partner: id(b), star };
    let tie = |a, b, evidence| Tie { a: id(a), b: id(b), evidence, star: whole };
    NetworkExport {
        title: "☆調査 <試>".to_owned(),
        wave: Some(1),
        exported_on: Day::from_number(20_000),
        nodes: names.into_iter().enumerate().map(|(at, name)| node(at, name.to_owned())).collect(),
        reports: vec![report(0, 1, whole), report(1, 0, Star::default()), report(1, 2, whole)],
        ties: vec![tie(0, 1, Evidence::Mutual), tie(1, 2, Evidence::OneSided)],
    }
}

#[test]
fn what_xml_cannot_hold_is_left_out_and_the_rest_is_not() {
    let text = String::from_utf8(write(&five(), NetworkFormat::Graphml).unwrap()).unwrap();
    assert!(text.contains("<data key=\"node_name\">AB</data>"));
    assert!(text.contains("ひまわり &quot;東&quot; &lt;1&gt; &amp; 😀"));
    assert!(text.contains("二行&#10;目"));
}

#[test]
fn tables_are_safe_to_open_in_a_spreadsheet() {
    let text = String::from_utf8(write(&five(), NetworkFormat::Csv).unwrap()).unwrap();
    assert!(text.starts_with("\u{feff}reporter_id,"));
    assert!(text.contains(",'=cmd|'x'!A1,"));
}

#[test]
fn places_are_drawn_north_up_around_the_middle() {
    let text = String::from_utf8(write(&five(), NetworkFormat::Gexf).unwrap()).unwrap();
    let places: Vec<f64> =
        text.split("y=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok()).collect();
    assert_eq!(places.len(), 3, "offices without a position have none");
    assert!(places.is_sorted() && (places[0] + places[2]).abs() < 0.01, "{places:?}");
}

#[test]
fn the_code_book_explains_every_column_of_every_table() {
    let wave = wave(five(), &[4, 1, 1, 0, 0]);
    let files: BTreeMap<&str, Vec<u8>> = wave_files(&wave).into_iter().collect();
    for file in ["sheets.csv", "reports.csv", "nodes.csv", "ties.csv"] {
        let text = std::str::from_utf8(&files[file]).unwrap();
        let header: Vec<&str> =
            text.lines().next().unwrap().trim_start_matches('\u{feff}').split(',').collect();
        let explained: Vec<&str> = codebook::of(file).map(|entry| entry.column).collect();
        assert_eq!(header, explained, "{file}");
    }
    assert!(codebook::all().all(|entry| !entry.ja.is_empty() && !entry.en.is_empty()));
    assert_eq!(wave_zip(&wave).unwrap(), wave_zip(&wave).unwrap(), "the same wave gives the same bytes");
}

#[test]
fn formats_have_identifiers_of_their_own() {
    for format in NetworkFormat::ALL {
        assert_eq!(NetworkFormat::from_code(format.code()), Some(format));
    }
}

/// A Python that has igraph and networkx: the one of `scripts/bench network`, else the system's.
fn python() -> Option<String> {
    let kept = std::env::var("HOSHIZU_BENCH_DIR").map(|dir| format!("{dir}/python/bin/python"));
    let mut all = kept.into_iter().chain(["python3".to_owned()]);
    all.find(|python| {
        let asked = Command::new(python).args(["-c", "import igraph, networkx"]).output();
        asked.is_ok_and(|output| output.status.success())
    })
}

#[test]
fn igraph_and_networkx_read_everything_that_was_written() {
    let Some(python) = python() else {
        eprintln!(
            "skipped: no Python with igraph and networkx (scripts/bench network installs one, HOSHIZU_BENCH_DIR names it)"
        );
        return;
    };
    let network = five();
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("reports.graphml", NetworkFormat::Graphml),
        ("ties.graphml", NetworkFormat::GraphmlTies),
        ("reports.gexf", NetworkFormat::Gexf),
    ];
    for (name, format) in files {
        std::fs::write(folder.path().join(name), write(&network, format).unwrap()).unwrap();
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/benchmark/network_files.py");
    let paths = files.map(|(name, _)| folder.path().join(name));
    let output = Command::new(python).arg(script).args(paths).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for (file, peer) in [
        ("reports.graphml", "igraph"),
        ("reports.graphml", "networkx"),
        ("reports.gexf", "networkx"),
        ("ties.graphml", "igraph"),
        ("ties.graphml", "networkx"),
    ] {
        judge(&network, &found[file][peer], file);
    }
}

fn judge(network: &NetworkExport, found: &serde_json::Value, file: &str) {
    let of_ties = file.starts_with("ties");
    assert_eq!(found["directed"], !of_ties, "{file}");
    assert_eq!(found["nodes"].as_object().unwrap().len(), network.nodes.len(), "{file}");
    for node in &network.nodes {
        let read = &found["nodes"][node.id.to_string()];
        assert_eq!(read["name"], node.name.replace('\u{1}', ""), "{file}");
        assert_eq!(read["numbers"].as_str().unwrap_or_default(), numbers(node));
        assert_eq!(read["services"].as_str().unwrap_or_default(), services(node));
        assert_eq!(read["municipality"], municipality(node));
        assert_eq!(read["lat"].as_f64(), node.position.map(|at| at.lat));
        assert_eq!(
            (read["asked"].as_bool(), read["responded"].as_bool()),
            (Some(node.responded.is_some()), Some(node.responded == Some(true)))
        );
    }
    let wanted: Vec<(OfficeId, OfficeId, Star)> = if of_ties {
        network.ties.iter().map(|tie| (tie.a, tie.b, tie.star)).collect()
    } else {
        network.reports.iter().map(|report| (report.reporter, report.partner, report.star)).collect()
    };
    let edges = found["edges"].as_array().unwrap();
    assert_eq!(edges.len(), wanted.len(), "{file}");
    for (a, b, star) in wanted {
        let ends = [a.to_string(), b.to_string()];
        let edge = edges.iter().find(|edge| {
            let same = |first: &str, second: &str| edge[0] == first && edge[1] == second;
            same(&ends[0], &ends[1]) || (of_ties && same(&ends[1], &ends[0]))
        });
        let read = &edge.unwrap()[2];
        assert_eq!(read["kinds"].as_str().unwrap_or_default(), kinds(star), "{file}");
        assert_eq!(read["closeness"].as_f64(), star.closeness.map(|stage| f64::from(stage.stage())));
        assert_eq!(read["frequency"].as_str().unwrap_or_default(), frequency(star));
        assert_eq!(read["evidence"].is_string(), of_ties);
    }
}
