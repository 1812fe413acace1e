use super::*;
use crate::network::metrics::testing::random_graph;

/// Even nodes on one side, odd ones on the other.
fn sides(nodes: usize) -> Sides {
    let even: Vec<bool> = (0..nodes).map(|v| v % 2 == 0).collect();
    Sides::new(&even, &even.iter().map(|even| !even).collect::<Vec<_>>())
}

/// The value of a graph from scratch. For hanging pairs, those of `start` that still hang.
fn value(start: &Graph, graph: &Graph, sides: &Sides, objective: Objective, far: u32) -> f64 {
    match objective {
        Objective::MeanDistance => {
            let (first, second) = (sides.first(), sides.second());
            let steps = first.iter().flat_map(|x| {
                let from = graph.steps_from(*x);
                second.iter().map(|y| u64::from(from[*y as usize].min(far))).collect::<Vec<_>>()
            });
            steps.sum::<u64>() as f64 / (first.len() * second.len()) as f64
        }
        Objective::SoleIntermediaries => {
            let now = hanging(graph, sides);
            let still = hanging(start, sides).into_iter().filter(|pair| now.contains(pair));
            still.count() as f64
        }
    }
}

fn far(graph: &Graph) -> u32 {
    let finite = graph.all().flat_map(|v| graph.steps_from(v)).filter(|steps| *steps < u32::MAX);
    (finite.max().unwrap_or_default() + 1).max(6)
}

fn with(graph: &Graph, ties: &[(u32, u32)]) -> Graph {
    Graph::new(graph.nodes(), graph.pairs().chain(ties.iter().copied()))
}

fn missing(graph: &Graph, sides: &Sides) -> Vec<(u32, u32)> {
    let pairs = graph.all().flat_map(|a| (0..graph.nodes() as u32).map(move |b| (a, b)));
    pairs.filter(|&(a, b)| a < b && sides.face(a, b) && !graph.has(a, b)).collect()
}

#[test]
fn each_step_tells_what_it_truly_brings_and_the_first_is_the_best_there_is() {
    for seed in 0..12 {
        let (graph, sides) = (random_graph(14, 16, seed), sides(14));
        for objective in [Objective::MeanDistance, Objective::SoleIntermediaries] {
            let plan = introductions(&graph, &sides, objective, 3, |_, _| true).unwrap();
            let after =
                |ties: &[(u32, u32)]| value(&graph, &with(&graph, ties), &sides, objective, far(&graph));
            assert!((plan.before - after(&[])).abs() < 1e-9);
            let mut made = Vec::new();
            let mut before = plan.before;
            for step in &plan.steps {
                made.push((step.offices[0], step.offices[1]));
                assert!((step.value - after(&made)).abs() < 1e-9, "seed {seed}, {objective:?}: {plan:?}");
                assert!((before - step.value - step.gain).abs() < 1e-9 && step.gain > 0.0);
                before = step.value;
            }
            let best =
                missing(&graph, &sides).into_iter().map(|tie| after(&[tie])).fold(plan.before, f64::min);
            let first = plan.steps.first().map_or(plan.before, |step| step.value);
            assert!((first - best).abs() < 1e-9, "seed {seed}, {objective:?}: {first}, best {best}");
        }
    }
}

#[test]
fn one_by_one_comes_near_the_best_set_of_two() {
    for seed in 0..8 {
        let (graph, sides) = (random_graph(12, 13, seed), sides(12));
        for objective in [Objective::MeanDistance, Objective::SoleIntermediaries] {
            let plan = introductions(&graph, &sides, objective, 2, |_, _| true).unwrap();
            let reached = plan.steps.last().map_or(plan.before, |step| step.value);
            let pairs = missing(&graph, &sides);
            let mut best = plan.before;
            for (at, one) in pairs.iter().enumerate() {
                for two in &pairs[at..] {
                    let after = with(&graph, &[*one, *two]);
                    best = best.min(value(&graph, &after, &sides, objective, far(&graph)));
                }
            }
            let share = if plan.before > best { (plan.before - reached) / (plan.before - best) } else { 1.0 };
            // 1 − 1/e: what choosing one by one is good for where gains only fall.
            assert!(share >= 0.63, "seed {seed}, {objective:?}: {share}");
            assert!(share <= 1.0 + 1e-9);
        }
    }
}

#[test]
fn a_meeting_introduces_every_guest_to_those_of_the_other_side() {
    let (graph, sides) = (random_graph(16, 18, 3), sides(16));
    let plan = meeting(&graph, &sides, Objective::MeanDistance, 4, |_, _| true).unwrap();
    let guests: Vec<u32> = plan.steps.iter().flat_map(|step| step.offices.clone()).collect();
    assert_eq!(guests.len(), 4);
    let ties: Vec<(u32, u32)> = missing(&graph, &sides)
        .into_iter()
        .filter(|(a, b)| guests.contains(a) && guests.contains(b))
        .collect();
    let reached = value(&graph, &with(&graph, &ties), &sides, Objective::MeanDistance, far(&graph));
    assert!((plan.steps.last().unwrap().value - reached).abs() < 1e-9);
    assert_eq!(meeting(&graph, &sides, Objective::MeanDistance, 1, |_, _| true).unwrap().steps, []);
}

#[test]
fn what_is_not_allowed_is_not_planned_and_a_plan_ends_where_nothing_is_gained() {
    let (graph, sides) = (random_graph(14, 16, 1), sides(14));
    let plan = introductions(&graph, &sides, Objective::MeanDistance, 5, |a, b| a != 0 && b != 1).unwrap();
    assert!(plan.steps.iter().all(|step| !step.offices.contains(&0) && !step.offices.contains(&1)));
    let whole = Graph::new(6, missing(&Graph::new(6, []), &self::sides(6)));
    let plan = introductions(&whole, &self::sides(6), Objective::MeanDistance, 5, |_, _| true).unwrap();
    assert_eq!((plan.before, plan.steps.len()), (1.0, 0));
    let many = Graph::new(MOST_OFFICES + 1, []);
    let refused = introductions(&many, &self::sides(many.nodes()), Objective::MeanDistance, 1, |_, _| true);
    assert_eq!(refused, Err(PlanError::TooLarge { nodes: MOST_OFFICES + 1 }));
}
