//! A map of an area whose parts are shaded by a rate. Five steps of one colour from light to dark; zero and "no data" are
//! patterns, so that a copy in black and white tells them from a low rate and from each other.

use crate::map::{Box, Projection, line, overlap};
use serde::Serialize;
use std::fmt::Write as _;

/// Light to dark, each a step a copier keeps apart.
const STEPS: [&str; 5] = ["#dfe9f1", "#b3cbde", "#7fa5c4", "#457aa3", "#14466b"];
/// Room a letter of a label takes on the large map, millimetres: 8 points, the value below the name.
const LETTER: (f64, f64) = (2.9, 6.4);

/// How a part is shaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// 1 (lowest) to 5 (highest).
    Step(u8),
    /// Nothing there.
    Zero,
    /// Not known, not counted, or not told.
    NoData,
}

impl Shade {
    fn fill(self) -> String {
        match self {
            Self::Step(step) => STEPS[usize::from(step.clamp(1, 5)) - 1].to_owned(),
            Self::Zero => "#ffffff".to_owned(),
            Self::NoData => "url(#none)".to_owned(),
        }
    }
}

/// A part of the area.
#[derive(Debug, Clone, PartialEq)]
pub struct ShadedArea {
    /// Name.
    pub name: String,
    /// The figure, as people write it.
    pub value: String,
    /// Its class.
    pub shade: Shade,
    /// Rings of longitude and latitude in degrees.
    pub rings: Vec<Vec<[f64; 2]>>,
    /// Where its name stands.
    pub center: Option<[f64; 2]>,
}

/// A map with its legend.
#[derive(Debug, Clone, PartialEq)]
pub struct ShadedMap {
    /// What is shown.
    pub title: String,
    /// Unit and what it is measured against.
    pub unit: String,
    /// Words for the five classes, lowest first; the same for every area and year.
    pub classes: Vec<String>,
    /// The parts.
    pub areas: Vec<ShadedArea>,
}

/// The map as the template draws it, in millimetres.
#[derive(Debug, Serialize)]
pub struct ShadedDrawing {
    title: String,
    unit: String,
    classes: Vec<String>,
    steps: [&'static str; 5],
    width: f64,
    height: f64,
    /// SVG of the parts.
    outline: String,
    labels: Vec<Label>,
}

#[derive(Debug, Serialize)]
struct Label {
    x: f64,
    y: f64,
    name: String,
    value: String,
}

/// Draws the map in a frame of this width and height; nothing where no part has a shape.
pub fn draw(map: &ShadedMap, frame: [f64; 2]) -> Option<ShadedDrawing> {
    let places: Vec<[f64; 2]> =
        map.areas.iter().flat_map(|area| area.rings.iter().flatten().copied()).collect();
    let projection = Projection::of(&places, frame)?;
    let [width, height] = frame;
    let mut outline = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\"><defs>\
         <pattern id=\"none\" width=\"2\" height=\"2\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <rect width=\"2\" height=\"2\" fill=\"#fff\"/><rect width=\"0.35\" height=\"2\" fill=\"#666\"/></pattern></defs>"
    );
    for area in &map.areas {
        let mut path = String::new();
        for ring in &area.rings {
            line(&mut path, ring.iter().map(|vertex| projection.at(*vertex)));
        }
        if !path.is_empty() {
            let fill = area.shade.fill();
            let _ = write!(
                outline,
                "<path fill-rule=\"evenodd\" fill=\"{fill}\" stroke=\"#2b2b2b\" stroke-width=\"0.3\" \
                 stroke-linejoin=\"round\" d=\"{path}\"/>"
            );
        }
    }
    outline.push_str("</svg>");
    let (title, unit, classes) = (map.title.clone(), map.unit.clone(), map.classes.clone());
    let labels = labels(&map.areas, &projection, frame);
    Some(ShadedDrawing { title, unit, classes, steps: STEPS, width, height, outline, labels })
}

/// Names and figures where they hide no other; the middle of a label, millimetres.
fn labels(areas: &[ShadedArea], projection: &Projection, frame: [f64; 2]) -> Vec<Label> {
    let mut taken: Vec<Box> = Vec::new();
    let mut labels = Vec::new();
    for area in areas {
        let Some([x, y]) = area.center.map(|center| projection.at(center)) else { continue };
        let letters = area.name.chars().count().max(area.value.chars().count()) as f64;
        let (half, up) = (letters * LETTER.0 / 2.0, LETTER.1 / 2.0);
        let tries = [0.0, -4.0, 4.0, -7.0, 7.0];
        let rooms = tries.map(|by| {
            let x = x.clamp(half, (frame[0] - half).max(half));
            ([x, y + by], [x - half, y + by - up, x + half, y + by + up])
        });
        let free = |room: &Box| {
            room[1] >= 0.0 && room[3] <= frame[1] && !taken.iter().any(|other| overlap(room, other))
        };
        if let Some(([x, y], room)) = rooms.into_iter().find(|(_, room)| free(room)) {
            taken.push(room);
            labels.push(Label { x, y, name: area.name.clone(), value: area.value.clone() });
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, at: f64, shade: Shade) -> ShadedArea {
        let square = vec![[at, 35.0], [at + 0.1, 35.0], [at + 0.1, 35.1], [at, 35.1]];
        let center = Some([at + 0.05, 35.05]);
        ShadedArea { name: name.to_owned(), value: "1.2".to_owned(), shade, rings: vec![square], center }
    }

    fn map(areas: Vec<ShadedArea>) -> ShadedMap {
        ShadedMap { title: String::new(), unit: String::new(), classes: Vec::new(), areas }
    }

    #[test]
    fn zero_no_data_and_the_lowest_class_look_different() {
        let fills = [Shade::Zero, Shade::NoData, Shade::Step(1), Shade::Step(5)].map(Shade::fill);
        for (at, fill) in fills.iter().enumerate() {
            assert!(!fills[..at].contains(fill), "{fill}");
        }
        let drawn = draw(&map(vec![part("東", 135.0, Shade::NoData)]), [60.0, 40.0]).unwrap();
        assert!(drawn.outline.contains("url(#none)"));
    }

    #[test]
    fn a_map_without_shapes_is_none_and_no_label_hides_another() {
        assert!(draw(&map(Vec::new()), [60.0, 40.0]).is_none());
        let crowd = (0..30).map(|n| part("とても長い名前", 135.0 + f64::from(n) * 0.02, Shade::Zero));
        let drawn = draw(&map(crowd.collect()), [60.0, 40.0]).unwrap();
        assert!((1..30).contains(&drawn.labels.len()), "{}", drawn.labels.len());
    }
}
