use super::*;
use crate::network::metrics::testing::random_graph;

/// Two dense halves tied by one tie.
fn dumbbell() -> Graph {
    let half = |from: u32| (from..from + 10).flat_map(move |a| (from..a).map(move |b| (a, b)));
    Graph::new(23, half(0).chain(half(10)).chain([(9, 10)]))
}

fn bits(points: &[Point]) -> Vec<(u64, u64)> {
    points.iter().map(|p| (p.x.to_bits(), p.y.to_bits())).collect()
}

#[test]
fn the_same_graph_is_drawn_bit_by_bit_the_same_with_any_number_of_threads() {
    let graph = random_graph(1_500, 4_000, 1);
    let draw = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| layout(&graph, Start::Grid, Settings { steps: 30, ..Settings::default() }))
    };
    assert_eq!(bits(&draw(1)), bits(&draw(4)));
}

#[test]
fn halves_stand_apart_and_partners_together() {
    let graph = dumbbell();
    let points = layout(&graph, Start::Grid, Settings::default());
    assert!(points.iter().all(|p| p.x.is_finite() && p.y.is_finite()));
    let middle = |range: std::ops::Range<usize>| mean(&points[range]).unwrap();
    let (left, right) = (middle(0..10), middle(10..20));
    let apart = ((left.x - right.x).powi(2) + (left.y - right.y).powi(2)).sqrt();
    for (v, point) in points[..20].iter().enumerate() {
        let own = if v < 10 { left } else { right };
        let away = ((point.x - own.x).powi(2) + (point.y - own.y).powi(2)).sqrt();
        assert!(away < apart / 2.0, "{v} stands {away} from its half, the halves {apart} apart");
    }
    assert!(looseness(&graph, &points) < looseness(&graph, &beginning(&graph, Start::Grid)));
}

#[test]
fn offices_without_ties_are_laid_below_the_rest() {
    let points = layout(&dumbbell(), Start::Grid, Settings::default());
    let lowest = points[..20].iter().map(|p| p.y).fold(f64::INFINITY, f64::min);
    assert!(points[20..].iter().all(|p| p.y < lowest));
    let alone = layout(&Graph::new(5, []), Start::Grid, Settings::default());
    assert!((1..5).all(|v| alone[v] != alone[v - 1]));
    assert_eq!(layout(&Graph::default(), Start::Grid, Settings::default()), []);
}

#[test]
fn a_drawing_that_has_settled_stays_when_it_is_drawn_again() {
    let graph = dumbbell();
    let first = layout(&graph, Start::Grid, Settings::default());
    let start: Vec<Option<Point>> = first.iter().copied().map(Some).collect();
    let again = layout(&graph, Start::Drawing(&start), Settings { steps: 50, ..Settings::default() });
    let towards = |points: &[Point]| points[19].x - points[0].x;
    assert!(towards(&first) * towards(&again) > 0.0, "left and right have changed places");
}

#[test]
fn geography_decides_who_stands_where() {
    let graph = dumbbell();
    let place = |v: u32| Some(Point { x: if v < 10 { 40.0 } else { 0.0 }, y: f64::from(v % 10) });
    let start: Vec<Option<Point>> = graph.all().map(place).collect();
    let points = layout(&graph, Start::Geography(&start), Settings::default());
    assert!((0..10).all(|v| points[v].x > points[v + 10].x));
}
