//! Figures beside those of others: the reference network where it is at hand, and golden values that python-igraph and
//! networkx gave (`scripts/benchmark/network_peers.py golden`) for networks of different make.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

use hoshizu_analysis::network::{
    Graph, Groups, Reading, Reports, WaveFigures,
    answer::Answer,
    figures::Ask,
    metrics::{
        betweenness, brokerage, confirmation, constraint, core, cut, degree, density, external, mixing,
    },
    recommend::adamic_adar,
};
use serde::Deserialize;
use serde_json::Value;
use std::path::Path;

fn assert_close(name: &str, ours: f64, theirs: f64) {
    assert!((ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0), "{name}: {ours}, not {theirs}");
}

fn assert_all_close(name: &str, ours: &[f64], theirs: &[f64]) {
    assert_eq!(ours.len(), theirs.len(), "{name}");
    for (at, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
        assert_close(&format!("{name}[{at}]"), *ours, *theirs);
    }
}

/// The reference network: reports, who answered, systems, expected figures.
struct Reference {
    reports: Reports,
    systems: Groups,
    expected: Value,
}

impl Reference {
    fn read() -> Option<Self> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/fixtures/net60.json");
        let Ok(text) = std::fs::read_to_string(&path) else {
            eprintln!("skipped: {} is not here", path.display());
            return None;
        };
        let file: Value = serde_json::from_str(&text).unwrap();
        let systems: Vec<String> = serde_json::from_value(file["systems"].clone()).unwrap();
        let responded: Vec<bool> = serde_json::from_value(file["responded"].clone()).unwrap();
        let reports: Vec<(u32, u32)> = serde_json::from_value(file["reports"].clone()).unwrap();
        Some(Self {
            reports: Reports::new(responded, reports),
            systems: Groups::from_labels(&systems),
            expected: file["expected"].clone(),
        })
    }

    fn number(&self, name: &str) -> f64 {
        self.expected[name].as_f64().unwrap_or_else(|| panic!("no {name}"))
    }

    fn count(&self, name: &str) -> u64 {
        self.expected[name].as_u64().unwrap_or_else(|| panic!("no {name}"))
    }

    fn list<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Vec<T> {
        serde_json::from_value(self.expected[name].clone()).unwrap()
    }
}

#[test]
fn figures_of_the_whole_equal_the_reference() {
    let Some(reference) = Reference::read() else { return };
    let graph = reference.reports.graph(Reading::Either);
    let told = confirmation::confirmation(&reference.reports);
    assert_eq!(told.mutual, reference.count("confirmed"));
    assert_eq!(told.mutual + told.one_sided, reference.count("union_ties_both"));
    assert_eq!(told.to_non_respondent, reference.count("one_sided_nonresp"));
    assert_eq!(told.answered, reference.count("resp"));
    assert_close("confirmation_rate", told.confirmation_rate, reference.number("confirmation_rate"));
    assert_close("density", density::density(&graph), reference.number("density"));
    let centralization = degree::centralization(&graph);
    assert_close("degree_centralization", centralization, reference.number("degree_centralization"));
    assert_close("gini_degree", degree::gini(&graph), reference.number("gini_degree"));
    let assortativity = mixing::assortativity(&graph, &reference.systems).unwrap();
    assert_close("assortativity", assortativity, reference.number("assortativity"));
    let external = external::external(&graph, &reference.systems, external::DRAWS);
    assert_close("EI", external.index.unwrap(), reference.number("EI"));
    // Theirs is the mean of 2,000 draws, ours the exact expectation: they agree within the error of a mean.
    let error = 4.0 * external.deviation / 2_000_f64.sqrt();
    assert!((external.expected.unwrap() - reference.number("EI_perm_mean")).abs() < error);
    assert!((external.p_low - reference.number("EI_perm_p_low")).abs() < 2.0 / external::DRAWS as f64);
    let cuts = cut::cuts(&graph);
    assert_eq!(cuts.articulation_points, reference.list::<u32>("articulation"));
    assert_eq!(cuts.bridges, reference.list::<(u32, u32)>("bridges"));
}

#[test]
fn figures_of_offices_and_blocks_equal_the_reference() {
    let Some(reference) = Reference::read() else { return };
    let graph = reference.reports.graph(Reading::Either);
    let constraint: Vec<f64> = constraint::constraint(&graph).into_iter().map(Option::unwrap).collect();
    assert_all_close("betweenness", &betweenness::betweenness(&graph), &reference.list::<f64>("betweenness"));
    assert_all_close("constraint", &constraint, &reference.list::<f64>("constraint"));
    assert_eq!(core::cores(&graph), reference.list::<usize>("coreness"));
    for block in density::blocks(&graph, &reference.systems) {
        let names = reference.systems.names();
        let pair = format!("{}{}", names[block.first], names[block.second]);
        let theirs: (u64, u64, f64) =
            serde_json::from_value(reference.expected["mixing_density"][&pair].clone()).unwrap();
        assert_eq!((block.ties, block.possible), (theirs.0, theirs.1), "{pair}");
        assert_close(&pair, block.density, theirs.2);
    }
    let brokers = brokerage::brokerage(reference.reports.names(), &reference.systems);
    let kinds =
        |b: &brokerage::Brokerage| [b.coordinator, b.itinerant, b.gatekeeper, b.representative, b.liaison];
    assert_eq!(brokers.iter().map(kinds).collect::<Vec<_>>(), reference.list::<[u64; 5]>("gould_fernandez"));
    for (a, b, score) in reference.list::<(u32, u32, f64)>("adamic_adar_top") {
        assert!(!graph.has(a, b));
        assert_close("Adamic–Adar", adamic_adar(&graph, a, b), score);
    }
}

#[test]
fn communities_are_as_good_as_the_reference() {
    let Some(reference) = Reference::read() else { return };
    let ask = Ask { groups: Some(&reference.systems), betweenness: true, ..Ask::default() };
    let wave = WaveFigures::of(&reference.reports, ask);
    let best = reference.number("leiden_best_Q");
    let q = wave.figures.either.communities.q;
    assert!(q >= best - 0.003, "{q}, reference {best}");
    assert_eq!(wave.figures.mutual.ties as u64, reference.count("confirmed"));
    assert!(wave.figures.mutual.density < wave.figures.either.density);
}

/// A network with the peers' figures.
#[derive(Deserialize)]
struct Golden {
    name: String,
    groups: Vec<String>,
    ties: Vec<(u32, u32)>,
    density: f64,
    components: usize,
    articulation_points: Vec<String>,
    bridges: Vec<[String; 2]>,
    degree_centralization: f64,
    gini_degree: f64,
    assortativity: f64,
    ei_index: f64,
    q: f64,
    betweenness: Vec<f64>,
    constraint: Vec<Option<f64>>,
    core: Vec<usize>,
}

#[test]
fn figures_equal_those_of_igraph_and_networkx() {
    let networks: Vec<Golden> = serde_json::from_str(include_str!("data/peers.json")).unwrap();
    assert!(networks.len() >= 5);
    for golden in networks {
        let name = &golden.name;
        let ids: Vec<String> = (0..golden.groups.len()).map(|v| v.to_string()).collect();
        let graph = Graph::new(ids.len(), golden.ties.iter().copied());
        let ours = Answer::of(&graph, &ids, Some(&Groups::from_labels(&golden.groups)));
        assert_close(name, ours.density, golden.density);
        assert_eq!((ours.edges, ours.components), (golden.ties.len(), golden.components), "{name}");
        assert_eq!(ours.articulation_points, golden.articulation_points, "{name}");
        assert_eq!(ours.bridges, golden.bridges, "{name}");
        assert_close(name, ours.degree_centralization, golden.degree_centralization);
        assert_close(name, ours.gini_degree, golden.gini_degree);
        assert_close(name, ours.assortativity.unwrap(), golden.assortativity);
        assert_close(name, ours.ei_index.unwrap(), golden.ei_index);
        assert!(ours.communities.q >= golden.q - 0.003, "{name}: {}, not {}", ours.communities.q, golden.q);
        let node = |figure: fn(&hoshizu_analysis::network::answer::NodeAnswer) -> f64| {
            ours.per_node.iter().map(figure).collect::<Vec<f64>>()
        };
        assert_all_close(name, &node(|node| node.betweenness), &golden.betweenness);
        assert_all_close(
            name,
            &node(|node| node.constraint.unwrap_or(-1.0)),
            &golden.constraint.iter().map(|value| value.unwrap_or(-1.0)).collect::<Vec<_>>(),
        );
        assert!(ours.per_node.iter().map(|node| node.core).eq(golden.core.iter().copied()), "{name}");
    }
}
