//! What our figures cost, in processor seconds of all threads together and on the clock.

use crate::networks::{self, Network};
use cpu_time::ProcessTime;
use hoshizu_analysis::network::{
    Graph,
    believable::{Size, region},
    figures::{Ask, Figures, WaveFigures},
    layout::{Point, Settings, Start, layout, looseness},
    metrics::{betweenness::betweenness, intermediary::Sides},
    recommend::{
        Weights, bridges, near,
        plan::{Objective, introductions, meeting},
    },
};
use std::{path::Path, time::Instant};

/// Runs the work and prints what it cost.
fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (clock, cpu) = (Instant::now(), ProcessTime::now());
    let result = work();
    println!(
        "{what:<58} {:>9.3} CPU-s {:>9.3} s",
        cpu.elapsed().as_secs_f64(),
        clock.elapsed().as_secs_f64()
    );
    result
}

pub fn run(dir: &Path) -> crate::Outcome {
    std::fs::create_dir_all(dir)?;
    println!("{} threads", rayon::current_num_threads());
    for (name, offices, ties) in [("5k", 5_000, 50_000), ("40k", 40_000, 400_000)] {
        networks::write(&Network { name, ..networks::large(offices, ties) }, dir)?;
    }
    region_of_5000()?;
    municipality_of_500()
}

/// Ours on a file the peer measures too.
pub fn betweenness_of(file: &Path) -> crate::Outcome {
    let text = std::fs::read_to_string(file)?;
    let ties: Vec<(u32, u32)> = text
        .lines()
        .skip(1)
        .map(|line| {
            let (a, b) = line.split_once(',').ok_or("a line without comma")?;
            Ok((a.parse()?, b.parse()?))
        })
        .collect::<Result<_, Box<dyn std::error::Error>>>()?;
    let nodes = ties.iter().map(|(a, b)| a.max(b) + 1).max().unwrap_or_default();
    let graph = Graph::new(nodes as usize, ties);
    let cpu = ProcessTime::now();
    let found = betweenness(&graph);
    println!("{} {:?}", cpu.elapsed().as_secs_f64(), found.iter().sum::<f64>());
    Ok(())
}

fn region_of_5000() -> crate::Outcome {
    let region = region(Size { offices: 5_000, ties: 50_000 }, 5);
    let sides = sides(&region.systems);
    let graph = &region.truth;
    println!("region of {} offices and {} ties", graph.nodes(), graph.ties());
    let ask = Ask { groups: Some(&region.systems), sides: Some(&sides), ..Ask::default() };
    let figures = timed("  all figures but betweenness, one reading", || Figures::of(graph, ask));
    timed("  all figures but betweenness, the range of both readings", || {
        WaveFigures::of(&region.reports, ask)
    });
    let found = &figures.communities;
    println!("  Q {:.4} (worst seed {:.4}), agreement {:.3}", found.q, found.q_least, found.agreement);
    timed("  betweenness", || betweenness(graph));
    let places: Vec<Option<Point>> = region
        .profiles
        .iter()
        .map(|profile| profile.position.map(|at| Point { x: at.lon * 91.0, y: at.lat * 111.0 }))
        .collect();
    let draw = || layout(graph, Start::Geography(&places), Settings::default());
    let points = timed("  layout, 300 steps from geography", draw);
    let same = draw().iter().zip(&points).all(|(a, b)| a == b);
    println!("  looseness {:.3}, bit-identical on repeat: {same}", looseness(graph, &points));
    timed("  near partners and bridges of one office", || {
        (near(graph, &region.profiles, 7, Weights::default(), 10), bridges(graph, &region.profiles, 7, 10))
    });
    Ok(())
}

fn municipality_of_500() -> crate::Outcome {
    let region = region(Size { offices: 500, ties: 3_000 }, 6);
    let sides = sides(&region.systems);
    let ask =
        Ask { groups: Some(&region.systems), sides: Some(&sides), betweenness: true, ..Ask::default() };
    println!("municipality of 500 offices and {} ties", region.truth.ties());
    timed("  everything of the page: both readings, betweenness, layout", || {
        let graph = region.reports.graph(hoshizu_analysis::network::Reading::Either);
        (WaveFigures::of(&region.reports, ask), layout(&graph, Start::Grid, Settings::default()))
    });
    for objective in [Objective::MeanDistance, Objective::SoleIntermediaries] {
        let plan = timed(&format!("  five introductions, {objective:?}"), || {
            introductions(&region.truth, &sides, objective, 5, |_, _| true)
        })?;
        let gains: Vec<String> = plan.steps.iter().map(|step| format!("{:.4}", step.gain)).collect();
        println!("    from {:.4}, gains {}", plan.before, gains.join(", "));
        timed(&format!("  one meeting of eight, {objective:?}"), || {
            meeting(&region.truth, &sides, objective, 8, |_, _| true)
        })?;
    }
    Ok(())
}

fn sides(systems: &hoshizu_analysis::network::Groups) -> Sides {
    let members = |name: &str| systems.find(name).map(|group| systems.members(group)).unwrap_or_default();
    Sides::new(&members("care"), &members("disability"))
}
