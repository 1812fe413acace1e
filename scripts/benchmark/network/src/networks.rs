//! Networks to check figures on, written as plain CSV.

use hoshizu_analysis::network::{
    Graph, Groups, Reading,
    answer::Answer,
    believable::{Size, region},
    random::Random,
};
use std::{io::Write as _, path::Path};

/// A network with a name.
pub struct Network {
    pub name: &'static str,
    pub graph: Graph,
    pub groups: Groups,
}

/// Six networks of different make: sparse in parts, dense, scale-free, of blocks, a lattice, and a believable region.
pub fn small() -> Vec<Network> {
    let named = |name, graph: Graph| {
        let labels: Vec<String> = graph.all().map(|v| (v * 7 % 3).to_string()).collect();
        Network { name, groups: Groups::from_labels(&labels), graph }
    };
    let survey = region(Size { offices: 250, ties: 900 }, 21);
    vec![
        named("sparse", by_lot(120, 110, 1)),
        named("dense", by_lot(60, 700, 2)),
        named("growing", growing(300, 2, 3)),
        named("blocks", blocks(4, 40, 4)),
        named("lattice", lattice(12, 9)),
        Network { name: "region", graph: survey.reports.graph(Reading::Either), groups: survey.systems },
    ]
}

/// The ties of a region as large as asked.
pub fn large(offices: usize, ties: usize) -> Network {
    let region = region(Size { offices, ties }, 5);
    Network { name: "large", graph: region.truth, groups: region.systems }
}

pub fn by_lot(nodes: usize, ties: usize, seed: u64) -> Graph {
    let mut random = Random::new(seed);
    Graph::new(nodes, (0..ties).map(|_| (random.below(nodes) as u32, random.below(nodes) as u32)))
}

/// Newcomers tie to `each` ends of known ties (Barabási and Albert 1999).
fn growing(nodes: u32, each: usize, seed: u64) -> Graph {
    let mut random = Random::new(seed);
    let mut ties = vec![(0, 1)];
    for v in 2..nodes {
        for _ in 0..each {
            let (a, b) = ties[random.below(ties.len())];
            ties.push((v, if random.below(2) == 0 { a } else { b }));
        }
    }
    Graph::new(nodes as usize, ties)
}

/// Blocks tied within with one in four, between with one in a hundred.
fn blocks(count: u32, size: u32, seed: u64) -> Graph {
    let mut random = Random::new(seed);
    let nodes = count * size;
    let pairs = (0..nodes).flat_map(|a| (0..a).map(move |b| (a, b)));
    let ties: Vec<_> =
        pairs.filter(|(a, b)| random.unit() < if a / size == b / size { 0.25 } else { 0.01 }).collect();
    Graph::new(nodes as usize, ties)
}

fn lattice(width: u32, height: u32) -> Graph {
    let nodes = width * height;
    let right = (0..nodes).filter(|v| v % width + 1 < width).map(|v| (v, v + 1));
    let down = (0..nodes - width).map(|v| (v, v + width));
    Graph::new(nodes as usize, right.chain(down).collect::<Vec<_>>())
}

/// Ties as `source,target`, groups as `id,group`.
pub fn write(network: &Network, dir: &Path) -> std::io::Result<()> {
    let file = |ending: &str| {
        let path = dir.join(format!("{}{ending}", network.name));
        std::fs::File::create(path).map(std::io::BufWriter::new)
    };
    let mut ties = file(".csv")?;
    writeln!(ties, "source,target")?;
    for (a, b) in network.graph.pairs() {
        writeln!(ties, "{a},{b}")?;
    }
    ties.flush()?;
    let mut nodes = file(".nodes.csv")?;
    writeln!(nodes, "id,group")?;
    for v in network.graph.all() {
        writeln!(nodes, "{v},{}", network.groups.names()[network.groups.group(v)])?;
    }
    nodes.flush()
}

/// Every small network with our figures as `hoshizu network --json` prints them.
pub fn write_all(dir: &Path) -> crate::Outcome {
    std::fs::create_dir_all(dir)?;
    for network in small() {
        write(&network, dir)?;
        let ids: Vec<String> = network.graph.all().map(|v| v.to_string()).collect();
        let answer = Answer::of(&network.graph, &ids, Some(&network.groups));
        std::fs::write(dir.join(format!("{}.ours.json", network.name)), serde_json::to_string(&answer)?)?;
    }
    Ok(())
}
