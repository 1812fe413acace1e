//! Recommendations judged on ties held out by lot, beside distance alone and popularity alone, on regions the weights
//! were never chosen on. `hoshizu suggestions AREA` does the same on the waves of an installation.

use hoshizu_analysis::network::{
    believable::{Size, region},
    recommend::evaluate::{FIRST, Judged, Ranking, held_out, judge},
};

pub fn run() -> crate::Outcome {
    println!("of held-out ties, share found among the first {FIRST} (mean reciprocal rank)");
    for (offices, ties) in [(300, 1_200), (500, 3_000), (1_500, 9_000)] {
        for ranking in Ranking::ALL {
            let judged: Vec<Judged> = (100..105)
                .map(|seed| {
                    let region = region(Size { offices, ties }, seed);
                    let (held, graph) = held_out(&region.truth, seed);
                    judge(&graph, &region.profiles, &held, ranking)
                })
                .collect();
            let mean = |which: fn(&Judged) -> f64| judged.iter().map(which).sum::<f64>() / judged.len() as f64;
            let (found, reciprocal) = (mean(|j| j.found), mean(|j| j.reciprocal));
            println!("  {offices:>5} offices  {:<22} {found:.3} ({reciprocal:.3})", ranking.name());
        }
    }
    Ok(())
}
