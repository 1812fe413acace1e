//! Known items of the real files asked as people would ask for them: MRR and nDCG@10 by kind of spelling.

mod judge;
mod spelling;

use crate::{offices::Dice, real};
use hoshizu_catalog::progress::Silent;
use hoshizu_search::{Index, Query};
use judge::Judge;
use std::{collections::HashSet, path::Path};
use uuid::Uuid;

/// One judged query.
struct Judged {
    kind: &'static str,
    q: String,
    relevant: HashSet<Uuid>,
}

const PAGE: usize = 10;

pub fn run(real: &Path) -> crate::Outcome {
    if !real.join("kaigo").is_dir() {
        println!("skipped: {} not present", real.display());
        return Ok(());
    }
    let (offices, places) = real::load(real)?;
    let index = Index::in_memory()?;
    index.rebuild(offices.iter().cloned(), 1, &Silent)?;
    index.set_places(places);
    let judged = Judge::new(&offices, Dice(20_261_123)).all();
    println!("{} offices of the real files, {} judged queries", offices.len(), judged.len());
    println!("| kind | n | MRR@10 | nDCG@10 | nothing found |\n|---|---|---|---|---|");
    let mut kinds: Vec<&str> = Vec::new();
    for query in &judged {
        if !kinds.contains(&query.kind) {
            kinds.push(query.kind);
        }
    }
    let verbose = std::env::var_os("HOSHIZU_BENCH_MISSES").is_some();
    let mut sums = (0.0, 0.0);
    for kind in &kinds {
        let of_kind: Vec<&Judged> = judged.iter().filter(|query| query.kind == *kind).collect();
        let (mut mrr, mut ndcg, mut empty) = (0.0, 0.0, 0);
        for query in &of_kind {
            let answer = index.search(&Query { q: query.q.clone(), limit: PAGE, ..Query::default() })?;
            let found: Vec<bool> = answer.hits.iter().map(|hit| query.relevant.contains(&hit.id)).collect();
            let (rank, gain) = (reciprocal_rank(&found), ndcg_at_10(&found, query.relevant.len()));
            if rank < 1.0 && verbose {
                let first = answer.hits.first().map(|hit| String::from_utf8_lossy(&hit.card).into_owned());
                println!(
                    "  {kind}: {:?} rank {rank:.2} total {} first {first:?} {:?}",
                    query.q, answer.total, answer.interpretation
                );
            }
            mrr += rank;
            ndcg += gain;
            empty += usize::from(answer.total == 0);
        }
        let n = of_kind.len() as f64;
        sums = (sums.0 + mrr, sums.1 + ndcg);
        println!("| {kind} | {} | {:.3} | {:.3} | {empty} |", of_kind.len(), mrr / n, ndcg / n);
    }
    let n = judged.len() as f64;
    println!("| all | {} | {:.3} | {:.3} | |", judged.len(), sums.0 / n, sums.1 / n);
    Ok(())
}

fn reciprocal_rank(found: &[bool]) -> f64 {
    found.iter().position(|relevant| *relevant).map_or(0.0, |at| 1.0 / (at as f64 + 1.0))
}

fn ndcg_at_10(found: &[bool], relevant: usize) -> f64 {
    let gain = |at: usize| 1.0 / (at as f64 + 2.0).log2();
    let got: f64 = found.iter().enumerate().filter(|(_, relevant)| **relevant).map(|(at, _)| gain(at)).sum();
    let ideal: f64 = (0..relevant.min(PAGE)).map(gain).sum();
    if ideal > 0.0 { got / ideal } else { 0.0 }
}
