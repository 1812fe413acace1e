//! Recommendations judged on ties held out by lot, beside distance alone and popularity alone, on regions the weights
//! were never chosen on. `hoshizu suggestions AREA` does the same on the waves of an installation.

use hoshizu_analysis::network::{
    believable::{Size, region},
    recommend::evaluate::{Compared, FIRST, compare, tenths},
};

pub fn run() -> crate::Outcome {
    println!("of held-out ties, share found among the first {FIRST} (mean reciprocal rank)");
    for (offices, ties) in [(300, 1_200), (500, 3_000), (1_500, 9_000)] {
        let regions: Vec<Vec<Compared>> = (100..105)
            .map(|seed| {
                let region = region(Size { offices, ties }, seed);
                // One tenth of each region: five of them tell more than ten of one.
                compare(&region.profiles, &tenths(&region.truth, seed)[..1])
            })
            .collect();
        for (at, one) in regions[0].iter().enumerate() {
            let mean = |which: fn(&Compared) -> f64| {
                regions.iter().map(|compared| which(&compared[at])).sum::<f64>() / regions.len() as f64
            };
            let (found, reciprocal) = (mean(|c| c.judged.found), mean(|c| c.judged.reciprocal));
            println!("  {offices:>5} offices  {:<22} {found:.3} ({reciprocal:.3})", one.ranking.name());
        }
    }
    Ok(())
}
