//! Recommendations judged on ties held out by lot, beside distance alone and popularity alone, on networks the weights
//! were never chosen on: generated regions, the offices of 枚方市 with ties by a rule unlike the order's own, and the
//! reference network. `hoshizu suggestions AREA` does the same on the waves of an installation.

use crate::circles;
use hoshizu_analysis::network::{
    Graph,
    believable::{Size, region},
    recommend::{
        Profile,
        evaluate::{Compared, FIRST, Ranking, Verdict, compare, tenths, verdict},
    },
};
use std::path::Path;

/// Lots by which the ties of a network are held out, each tie once in each.
const LOTS: std::ops::Range<u64> = 100..110;

pub fn run(shared: &Path) -> crate::Outcome {
    println!(
        "of held-out ties, % found among the first {FIRST} (mean reciprocal rank); ours finds more, points"
    );
    for (offices, ties) in [(300, 1_200), (500, 3_000), (1_500, 9_000)] {
        let region = region(Size { offices, ties }, 100);
        judge(&format!("region of {offices} offices"), &region.profiles, &region.truth);
    }
    if !shared.is_dir() {
        println!("{} is absent: 枚方市 and the reference network are left out", shared.display());
        return Ok(());
    }
    let profiles = circles::hirakata(&shared.join("real"))?;
    for (ties, seed) in [(1_500, 1), (1_500, 2), (3_000, 3)] {
        let graph = circles::ties(&profiles, ties, seed);
        judge(&format!("枚方市, {} offices, circles {seed}", profiles.len()), &profiles, &graph);
    }
    let (profiles, graph) = circles::net60(&shared.join("fixtures/net60.json"))?;
    judge("net60", &profiles, &graph);
    Ok(())
}

/// Each tie is held out once by every lot; the range is of the first lot, whose ties are each looked for once from either end.
fn judge(name: &str, profiles: &[Profile], graph: &Graph) {
    let lots: Vec<Vec<Compared>> = LOTS.map(|seed| compare(profiles, &tenths(graph, seed))).collect();
    let ahead = lots.iter().filter(|lot| verdict(graph.ties(), lot) == Verdict::Ahead).count();
    println!("{name}, {} ties: ahead of both by {ahead} of {} lots", graph.ties(), lots.len());
    for (at, one) in lots[0].iter().enumerate() {
        let mean = |which: fn(&Compared) -> f64| {
            lots.iter().map(|lot| which(&lot[at])).sum::<f64>() / lots.len() as f64
        };
        let (found, reciprocal) = (100.0 * mean(|c| c.judged.found), mean(|c| c.judged.reciprocal));
        let lead = match one.ranking {
            Ranking::Ours => String::new(),
            _ => format!("{:+.1} to {:+.1}", 100.0 * one.lead.low, 100.0 * one.lead.high),
        };
        println!("  {:<22} {found:>5.1} ({reciprocal:.3})  {lead}", one.ranking.name());
    }
}
