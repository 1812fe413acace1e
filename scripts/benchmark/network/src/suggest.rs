//! Recommendations judged on ties held out by lot, beside distance alone and popularity alone. Regions the weights were
//! never chosen on; a tenth of the ties is taken away, and counts as found when it stands among the first ten of an
//! office's list.

use hoshizu_analysis::network::{
    Graph,
    believable::{Size, region},
    random::Random,
    recommend::{Profile, Weights, adamic_adar, score},
};
use rayon::prelude::*;

const FIRST: usize = 10;

type Score<'a> = (&'static str, Box<dyn Fn(&Graph, &[Profile], u32, u32) -> f64 + Sync + 'a>);

fn rankings() -> Vec<Score<'static>> {
    let weights = Weights::default();
    vec![
        ("ours", Box::new(move |g, p, a, b| score(g, p, a, b, weights))),
        ("distance alone", Box::new(|_, p, a, b| -metres(&p[a as usize], &p[b as usize]))),
        ("popularity alone", Box::new(|g, _, _, b| g.degree(b) as f64)),
        ("shared partners alone", Box::new(|g, _, a, b| adamic_adar(g, a, b))),
    ]
}

fn metres(a: &Profile, b: &Profile) -> f64 {
    match (a.position, b.position) {
        (Some(a), Some(b)) => a.distance_m(b),
        _ => f64::MAX,
    }
}

pub fn run() -> crate::Outcome {
    println!("of held-out ties, share found among the first {FIRST} (mean reciprocal rank)");
    for (offices, ties) in [(300, 1_200), (500, 3_000), (1_500, 9_000)] {
        for (name, score) in rankings() {
            let found: Vec<(f64, f64)> = (100..105).map(|seed| judge(offices, ties, seed, &score)).collect();
            let mean =
                |which: fn(&(f64, f64)) -> f64| found.iter().map(which).sum::<f64>() / found.len() as f64;
            println!("  {offices:>5} offices  {name:<22} {:.3} ({:.3})", mean(|f| f.0), mean(|f| f.1));
        }
    }
    Ok(())
}

fn judge(
    offices: usize,
    ties: usize,
    seed: u64,
    score: &(dyn Fn(&Graph, &[Profile], u32, u32) -> f64 + Sync),
) -> (f64, f64) {
    let region = region(Size { offices, ties }, seed);
    let mut pairs: Vec<(u32, u32)> = region.truth.pairs().collect();
    Random::new(seed).shuffle(&mut pairs);
    let (held, known) = pairs.split_at(pairs.len() / 10);
    let graph = Graph::new(offices, known.iter().copied());
    let asked: Vec<(u32, u32)> = held.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).collect();
    let ranks: Vec<usize> = asked
        .par_iter()
        .map(|&(a, b)| {
            let wanted = score(&graph, &region.profiles, a, b);
            let others = graph.all().filter(|v| *v != a && *v != b && !graph.has(a, *v));
            // Ties in score count against the ranking: a list cannot show ten offices on one line.
            1 + others.filter(|v| score(&graph, &region.profiles, a, *v) >= wanted).count()
        })
        .collect();
    let share = ranks.iter().filter(|rank| **rank <= FIRST).count() as f64 / ranks.len() as f64;
    let reciprocal = ranks.iter().map(|rank| 1.0 / *rank as f64).sum::<f64>() / ranks.len() as f64;
    (share, reciprocal)
}
