//! A picture of the prefecture, to be looked at while its design is changed.

use crate::{design::Km, output::Made, trace::Polygon};
use std::fmt::Write;

fn path(polygons: &[Polygon]) -> String {
    let mut text = String::new();
    for ring in polygons.iter().flatten() {
        for (index, (x, y)) in ring.iter().enumerate() {
            let _ = write!(text, "{}{:.2} {:.2}", if index == 0 { 'M' } else { 'L' }, x, -y);
        }
        text.push('Z');
    }
    text
}

fn line(course: &[Km]) -> String {
    let points: Vec<String> = course.iter().map(|(x, y)| format!("{x:.2},{:.2}", -y)).collect();
    points.join(" ")
}

/// Draws the land, and a dot for each office place with a colour by its systems.
pub fn draw(made: &Made) -> String {
    let land = &made.land;
    let mut svg = String::from(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='-50 -44 100 100' width='1500' height='1500' font-family='sans-serif'>\
         <rect x='-50' y='-44' width='100' height='100' fill='#cfe3ee'/>",
    );
    let mut shape = |polygons: &[Polygon], style: &str| {
        let _ = write!(svg, "<path d='{}' fill-rule='evenodd' {style}/>", path(polygons));
    };
    shape(&land.region.land(), "fill='#f6f2e6' stroke='#7b98a8' stroke-width='.1'");
    shape(&land.green, "fill='#d3e2bf'");
    shape(&land.built_up, "fill='#e3cfc0'");
    shape(&land.lake, "fill='#b5d6e8'");
    for polygons in land.region.community_areas().values() {
        shape(polygons, "fill='none' stroke='#999' stroke-width='.06' stroke-dasharray='.3 .3'");
    }
    for polygons in land.region.municipalities().values() {
        shape(polygons, "fill='none' stroke='#905090' stroke-width='.16'");
    }
    let mut stroke = |course: &[Km], style: &str| {
        let _ = write!(svg, "<polyline points='{}' fill='none' {style}/>", line(course));
    };
    for river in &land.network.rivers {
        stroke(&river.course, "stroke='#6aa6cc' stroke-width='.22'");
    }
    for street in land.streets.iter().flatten() {
        stroke(street, "stroke='#c9bda6' stroke-width='.08'");
    }
    for road in land.network.roads.iter().rev() {
        let width = 0.42 - 0.07 * f64::from(road.rank);
        let color = if road.rank == 1 { "#3a8a4a" } else { "#e0a030" };
        stroke(&road.course, &format!("stroke='{color}' stroke-width='{width}'"));
    }
    for railway in &land.network.railways {
        stroke(&railway.course, "stroke='#333' stroke-width='.2'");
        stroke(&railway.course, "stroke='#fff' stroke-width='.1' stroke-dasharray='.5 .5'");
    }
    for town in &land.settlement.towns {
        let _ = write!(svg, "<circle cx='{:.2}' cy='{:.2}' r='.07' fill='#555'/>", town.at.0, -town.at.1);
    }
    for office in &made.directory.offices {
        let has = |letter: char| office.rows.iter().any(|row| row.service.key.starts_with(letter));
        let color = match (has('c'), has('d')) {
            (true, true) => "#7030a0",
            (true, false) => "#c02020",
            _ => "#2040c0",
        };
        let at = office.place.at;
        let _ = write!(
            svg,
            "<circle cx='{:.2}' cy='{:.2}' r='.16' fill='{color}' fill-opacity='.75'/>",
            at.0, -at.1
        );
    }
    for station in &land.network.stations {
        let (x, y) = (station.at.0, -station.at.1);
        let _ = write!(
            svg,
            "<rect x='{:.2}' y='{:.2}' width='.5' height='.5' fill='#fff' stroke='#000' stroke-width='.1'/>\
             <text x='{:.2}' y='{:.2}' font-size='1'>{}</text>",
            x - 0.25,
            y - 0.25,
            x + 0.4,
            y - 0.3,
            station.name
        );
    }
    for (name, at, _) in crate::design::WATERS {
        let _ = write!(svg, "<text x='{}' y='{}' font-size='1.6' fill='#3a7090'>{name}</text>", at.0, -at.1);
    }
    for (name, at) in crate::design::SUMMITS {
        let _ = write!(svg, "<text x='{}' y='{}' font-size='1.1' fill='#456030'>▲{name}</text>", at.0, -at.1);
    }
    svg.push_str("</svg>");
    svg
}
