//! A sketch of the area: outlines, a star for the respondent, row numbers where there is room for them.

use serde::Serialize;
use std::fmt::Write as _;

/// Width and height of the sketch on paper, millimetres.
const WIDTH: f64 = 70.0;
const HEIGHT: f64 = 52.0;
/// White between the outermost points and the frame, millimetres.
const MARGIN: f64 = 5.0;
/// No sketch shows less than this, degrees of latitude (about one kilometre): three neighbours need no street map.
const LEAST: f64 = 0.01;
/// Vertices nearer than this to the one before are left out, millimetres: two dots of a FAX.
const VERTEX: f64 = 0.25;
/// Room one digit of nine points takes, millimetres.
const DIGIT: (f64, f64) = (1.65, 2.6);
/// Radius of a dot, millimetres.
const DOT: f64 = 0.55;
/// Radius of the star, millimetres.
const STAR: f64 = 2.3;

/// Where the roster is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MapSketch {
    /// Rings of the areas' borders, each a list of longitude and latitude in degrees.
    pub outlines: Vec<Vec<[f64; 2]>>,
    /// The respondent.
    pub own: Option<[f64; 2]>,
    /// The roster.
    pub points: Vec<MapPoint>,
}

/// A row of the roster on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapPoint {
    /// Number of its row.
    pub number: u16,
    /// Longitude, degrees.
    pub longitude: f64,
    /// Latitude, degrees.
    pub latitude: f64,
}

/// The sketch as the template draws it, in millimetres from the top left.
#[derive(Debug, Serialize)]
pub struct Drawing {
    width: f64,
    height: f64,
    /// SVG of lines, dots and star.
    outline: String,
    labels: Vec<Label>,
    /// Points that are a dot without a number.
    unnumbered: usize,
}

#[derive(Debug, Serialize)]
struct Label {
    x: f64,
    y: f64,
    text: String,
}

/// A rectangle: left, top, right, bottom.
pub type Box = [f64; 4];

pub fn overlap(a: &Box, b: &Box) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn around([x, y]: [f64; 2], radius: f64) -> Box {
    [x - radius, y - radius, x + radius, y + radius]
}

/// Degrees to millimetres on paper: an even scale around the middle, exact enough for a prefecture.
pub struct Projection {
    frame: [f64; 2],
    middle: [f64; 2],
    scale: [f64; 2],
}

impl Projection {
    /// Shows all of the places in a frame of this width and height.
    pub fn of(places: &[[f64; 2]], frame: [f64; 2]) -> Option<Self> {
        let mut bounds = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
        for [x, y] in places.iter().filter(|place| place.iter().all(|degrees| degrees.is_finite())) {
            bounds = [bounds[0].min(*x), bounds[1].min(*y), bounds[2].max(*x), bounds[3].max(*y)];
        }
        let [west, south, east, north] = bounds;
        if west > east {
            return None;
        }
        let middle = [f64::midpoint(west, east), f64::midpoint(south, north)];
        let squeeze = middle[1].to_radians().cos().max(0.1);
        let across = (frame[0] - 2.0 * MARGIN) / ((east - west) * squeeze).max(LEAST);
        let up = (frame[1] - 2.0 * MARGIN) / (north - south).max(LEAST);
        let scale = across.min(up);
        Some(Self { frame, middle, scale: [scale * squeeze, scale] })
    }

    /// Where a place is, millimetres from the top left.
    pub fn at(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let x = self.frame[0] / 2.0 + (x - self.middle[0]) * self.scale[0];
        [x, self.frame[1] / 2.0 - (y - self.middle[1]) * self.scale[1]]
    }
}

/// Draws the sketch; nothing when it shows no place.
pub fn draw(sketch: &MapSketch) -> Option<Drawing> {
    let place = |point: &MapPoint| [point.longitude, point.latitude];
    let mut places: Vec<[f64; 2]> = sketch.points.iter().map(place).chain(sketch.own).collect();
    if places.is_empty() {
        places.extend(sketch.outlines.iter().flatten());
    }
    let projection = Projection::of(&places, [WIDTH, HEIGHT])?;
    let dots: Vec<(u16, [f64; 2])> =
        sketch.points.iter().map(|point| (point.number, projection.at(place(point)))).collect();
    let own = sketch.own.map(|own| projection.at(own));
    let mut outline = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\"><path fill=\"none\" \
         stroke=\"#000\" stroke-width=\"0.3\" stroke-linejoin=\"round\" d=\"M0 0"
    );
    for ring in &sketch.outlines {
        line(&mut outline, ring.iter().map(|vertex| projection.at(*vertex)));
    }
    outline.push_str("\"/><path d=\"M0 0");
    for (_, [x, y]) in &dots {
        let side = 2.0 * DOT;
        let _ =
            write!(outline, "M{:.2} {y:.2}a{DOT} {DOT} 0 1 0 {side} 0a{DOT} {DOT} 0 1 0 -{side} 0z", x - DOT);
    }
    if let Some(own) = own {
        star(&mut outline, own);
    }
    outline.push_str("\"/></svg>");
    let labels = labels(&dots, own);
    let unnumbered = dots.len() - labels.len();
    Some(Drawing { width: WIDTH, height: HEIGHT, outline, labels, unnumbered })
}

/// A ring as a path, without vertices nobody could tell apart.
pub fn line(path: &mut String, vertices: impl Iterator<Item = [f64; 2]>) {
    let mut last: Option<[f64; 2]> = None;
    for [x, y] in vertices.filter(|vertex| vertex.iter().all(|at| at.is_finite())) {
        if last.is_some_and(|[before, above]| (x - before).hypot(y - above) < VERTEX) {
            continue;
        }
        let _ = write!(path, "{}{x:.2} {y:.2}", if last.is_some() { "L" } else { "M" });
        last = Some([x, y]);
    }
    if last.is_some() {
        path.push('z');
    }
}

/// A star with five points.
fn star(path: &mut String, [x, y]: [f64; 2]) {
    for corner in 0..10_u32 {
        let radius = if corner % 2 == 0 { STAR } else { STAR * 0.382 };
        let (sin, cos) = (f64::from(corner) * 36.0).to_radians().sin_cos();
        let _ = write!(
            path,
            "{}{:.2} {:.2}",
            if corner == 0 { "M" } else { "L" },
            x + radius * sin,
            y - radius * cos
        );
    }
    path.push('z');
}

/// A number beside each dot, in the first of eight places where it hides nothing.
fn labels(dots: &[(u16, [f64; 2])], own: Option<[f64; 2]>) -> Vec<Label> {
    let mut taken: Vec<Box> = dots.iter().map(|(_, at)| around(*at, DOT)).collect();
    taken.extend(own.map(|own| around(own, STAR)));
    let mut labels = Vec::new();
    for (number, [x, y]) in dots {
        let text = number.to_string();
        let (width, height) = (DIGIT.0 * text.len() as f64, DIGIT.1);
        let (near, half) = (DOT + 0.3, [width / 2.0, height / 2.0]);
        let (right, left, middle) = (x + near, x - near - width, x - half[0]);
        let (above, below, level) = (y - near - height, y + near, y - half[1]);
        let corners = [
            [right, level],
            [left, level],
            [middle, above],
            [middle, below],
            [right, above],
            [right, below],
            [left, above],
            [left, below],
        ];
        let boxes = corners.map(|[x, y]| [x, y, x + width, y + height]);
        let inside = |room: &&Box| {
            room[0] >= 0.5 && room[1] >= 0.5 && room[2] <= WIDTH - 0.5 && room[3] <= HEIGHT - 0.5
        };
        let free = |room: &&Box| !taken.iter().any(|other| overlap(room, other));
        if let Some(room) = boxes.iter().filter(inside).find(free) {
            labels.push(Label { x: room[0], y: room[1], text });
            taken.push(*room);
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(number: u16, longitude: f64, latitude: f64) -> MapPoint {
        MapPoint { number, longitude, latitude }
    }

    #[test]
    fn a_sketch_without_a_place_is_none() {
        assert!(draw(&MapSketch::default()).is_none());
        let nowhere = MapSketch { points: vec![point(1, f64::NAN, 35.0)], ..MapSketch::default() };
        assert!(draw(&nowhere).is_none());
    }

    #[test]
    fn all_places_lie_inside_the_frame_and_north_is_up() {
        let projection = Projection::of(&[[135.0, 34.0], [136.0, 36.0]], [WIDTH, HEIGHT]).unwrap();
        let [south, north] = [projection.at([135.0, 34.0]), projection.at([136.0, 36.0])];
        assert!(north[1] < south[1] && south[0] < north[0]);
        for [x, y] in [south, north] {
            assert!((0.0..=WIDTH).contains(&x) && (0.0..=HEIGHT).contains(&y), "{x} {y}");
        }
        // One degree of longitude is shorter than one of latitude.
        let [corner, east, up] = [[135.5, 35.0], [135.6, 35.0], [135.5, 35.1]].map(|at| projection.at(at));
        let ratio = (east[0] - corner[0]) / (corner[1] - up[1]);
        assert!((ratio - 35.0_f64.to_radians().cos()).abs() < 1e-6, "{ratio}");
    }

    #[test]
    fn no_number_hides_another_and_those_without_room_are_counted() {
        let points: Vec<MapPoint> = (0..80)
            .map(|n| point(n + 1, 135.0 + f64::from(n % 9) * 0.01, 35.0 + f64::from(n / 40) * 0.002))
            .collect();
        let drawing =
            draw(&MapSketch { points, own: Some([135.04, 35.001]), ..MapSketch::default() }).unwrap();
        let boxes: Vec<Box> = drawing
            .labels
            .iter()
            .map(|label| [label.x, label.y, label.x + DIGIT.0 * label.text.len() as f64, label.y + DIGIT.1])
            .collect();
        for (at, label) in boxes.iter().enumerate() {
            assert!(boxes[..at].iter().all(|other| !overlap(label, other)));
        }
        assert!(drawing.unnumbered > 0 && !boxes.is_empty());
        assert_eq!(drawing.unnumbered + boxes.len(), 80);
    }
}
