//! The steps of ForceAtlas2: repulsion (degree + 1)(degree + 1) ÷ distance, attraction along ties by distance, gravity
//! towards the middle, and a speed that slows where nodes swing to and fro (Jacomy et al. 2014, equations 1 to 14).

use super::{Point, Settings, tree::Tree};
use crate::network::Graph;
use rayon::prelude::*;

/// How much swinging is borne for the sake of speed.
const TOLERANCE: f64 = 1.0;
/// Nodes worked on as one piece; below it threads cost more than they give.
const PIECE: usize = 512;

/// Moves points until the steps are used up.
pub fn settle(graph: &Graph, points: &mut [Point], settings: Settings) {
    let mass: Vec<f64> = graph.all().map(|v| graph.degree(v) as f64 + 1.0).collect();
    let mut tree = Tree::default();
    let mut before = vec![Point::default(); points.len()];
    let mut forces = vec![Point::default(); points.len()];
    let mut speed = Speed::default();
    for _ in 0..settings.steps {
        tree.build(points, &mass);
        let at: &[Point] = points;
        forces.par_iter_mut().with_min_len(PIECE).enumerate().for_each(|(v, force)| {
            *force = force_on(graph, v as u32, at, mass[v], &tree, settings);
        });
        speed.adjust(&forces, &before, &mass);
        for (v, point) in points.iter_mut().enumerate() {
            let swing = mass[v] * length(minus(forces[v], before[v]));
            let factor = speed.speed / (1.0 + (speed.speed * swing).sqrt());
            point.x += forces[v].x * factor;
            point.y += forces[v].y * factor;
        }
        std::mem::swap(&mut before, &mut forces);
    }
}

fn force_on(graph: &Graph, v: u32, points: &[Point], mass: f64, tree: &Tree, settings: Settings) -> Point {
    let here = points[v as usize];
    let push = tree.push(here, settings.theta);
    let mut force = Point { x: push.x * mass * settings.repulsion, y: push.y * mass * settings.repulsion };
    for &w in graph.of(v) {
        let there = points[w as usize];
        force.x += there.x - here.x;
        force.y += there.y - here.y;
    }
    let away = length(here);
    if away > 0.0 {
        let gravity = settings.gravity * mass / away;
        force.x -= here.x * gravity;
        force.y -= here.y * gravity;
    }
    force
}

/// The speed of all, and how well it has worked.
struct Speed {
    speed: f64,
    efficiency: f64,
}

impl Default for Speed {
    fn default() -> Self {
        Self { speed: 1.0, efficiency: 1.0 }
    }
}

impl Speed {
    fn adjust(&mut self, forces: &[Point], before: &[Point], mass: &[f64]) {
        let (mut swinging, mut pulling) = (0.0, 0.0);
        for ((force, before), mass) in forces.iter().zip(before).zip(mass) {
            swinging += mass * length(minus(*force, *before));
            pulling += mass * length(Point { x: force.x + before.x, y: force.y + before.y }) / 2.0;
        }
        if swinging <= 0.0 || pulling <= 0.0 {
            return;
        }
        let n = forces.len() as f64;
        let estimate = 0.05 * n.sqrt();
        let jitter = TOLERANCE * (estimate * pulling / (n * n)).min(10.0).max(estimate.sqrt());
        if swinging / pulling > 2.0 {
            self.efficiency = (self.efficiency * 0.5).max(0.05);
        }
        let target = jitter * self.efficiency * pulling / swinging;
        if swinging > jitter * pulling {
            self.efficiency = (self.efficiency * 0.7).max(0.05);
        } else if self.speed < 1000.0 {
            self.efficiency *= 1.3;
        }
        // Never more than half as fast again at once: sudden speed throws nodes out.
        self.speed += (target - self.speed).min(0.5 * self.speed);
    }
}

fn minus(a: Point, b: Point) -> Point {
    Point { x: a.x - b.x, y: a.y - b.y }
}

fn length(p: Point) -> f64 {
    (p.x * p.x + p.y * p.y).sqrt()
}
