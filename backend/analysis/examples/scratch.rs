use hoshizu_analysis::network::{
    Graph,
    believable::{Size, region},
    layout::{Point, Settings, Start, layout, looseness},
};
use std::time::Instant;
fn main() {
    let text = std::fs::read_to_string("/tmp/net9.edges").unwrap();
    let mut lines = text.lines();
    let n: usize = lines.next().unwrap().split(' ').next().unwrap().parse().unwrap();
    lines.next();
    let geo: Vec<Option<Point>> = lines
        .next()
        .unwrap()
        .split(' ')
        .map(|p| {
            p.split_once(',').map(|(a, b)| Point {
                y: (a.parse::<f64>().unwrap() - 35.0) * 111.0,
                x: (b.parse::<f64>().unwrap() - 135.0) * 91.0,
            })
        })
        .collect();
    let ties: Vec<(u32, u32, bool)> = lines
        .map(|l| {
            let mut p = l.split(' ');
            (
                p.next().unwrap().parse().unwrap(),
                p.next().unwrap().parse().unwrap(),
                p.next().unwrap() == "both",
            )
        })
        .collect();
    let either = Graph::new(n, ties.iter().map(|t| (t.0, t.1)));
    let mutual = Graph::new(n, ties.iter().filter(|t| t.2).map(|t| (t.0, t.1)));
    let mut graphs = vec![("either".to_string(), either, geo.clone()), ("mutual".to_string(), mutual, geo)];
    for seed in 0..2 {
        let r = region(Size { offices: 400, ties: 1600 }, seed);
        let g = r
            .profiles
            .iter()
            .map(|p| p.position.map(|p| Point { x: (p.lon - 135.0) * 91.0, y: (p.lat - 35.0) * 111.0 }))
            .collect();
        graphs.push((format!("gen{seed}"), r.truth, g));
    }
    {
        let r = region(Size { offices: 2000, ties: 10000 }, 1);
        let g = r
            .profiles
            .iter()
            .map(|p| p.position.map(|p| Point { x: (p.lon - 135.0) * 91.0, y: (p.lat - 35.0) * 111.0 }))
            .collect();
        graphs.push(("gen2k".to_string(), r.truth, g));
    }
    for (name, g, geo) in &graphs {
        let mut last: Option<Vec<Point>> = None;
        let full = layout(g, Start::Geography(geo), Settings { steps: 600, ..Settings::default() });
        for steps in [50, 75, 100, 150, 200, 300, 600] {
            let t = Instant::now();
            let p = layout(g, Start::Geography(geo), Settings { steps, ..Settings::default() });
            let el = t.elapsed();
            let moved = |a: &[Point], b: &[Point]| {
                let mut d: Vec<f64> = a
                    .iter()
                    .zip(b)
                    .map(|(a, b)| ((a.x - b.x).powi(2) + (a.y - b.y).powi(2)).sqrt())
                    .collect();
                d.sort_by(f64::total_cmp);
                d[d.len() / 2]
            };
            let width = p.iter().map(|p| p.x).fold(f64::MIN, f64::max)
                - p.iter().map(|p| p.x).fold(f64::MAX, f64::min);
            println!(
                "{name} steps {steps}: loose {:.4} to full {:.4} of width {width:.0} {el:?} last {:.4}",
                looseness(g, &p),
                moved(&p, &full) / width,
                last.as_ref().map_or(0.0, |l| moved(l, &p) / width)
            );
            last = Some(p);
        }
    }
}
