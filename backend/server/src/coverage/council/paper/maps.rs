//! Maps of the report: the parts of the area, shaded by a rate with breaks common to all areas and years.

use super::words::{UNKNOWN, WITHHELD, age, percent};
use crate::{
    http::problem::Result,
    view::gaps::{GapCell, GapReport, GapRow},
};
use hoshizu_analysis::coverage::{
    classes::{Class, breaks, class},
    measures::Measure,
    profile::Profile,
};
use hoshizu_catalog::taxonomy::ServiceType;
use hoshizu_print::{Shade, ShadedArea, ShadedMap};
use hoshizu_store::{Tx, area};
use std::collections::HashMap;

/// Services drawn, the first large: where people with a disability, those in old age and children turn to first.
const DRAWN: [&str; 3] = ["disability-52", "care-430", "child-70"];

/// Rings of longitude and latitude by the code of the row they belong to.
pub type Shapes = HashMap<String, Vec<Vec<[f64; 2]>>>;

/// Shapes of the rows drawn: the parts, or the area itself where it has none.
pub async fn shapes(tx: &mut Tx, report: &GapReport) -> Result<Shapes> {
    let mut shapes = Shapes::new();
    for row in drawn(report) {
        let mut rings = Vec::new();
        for code in &row.drawn {
            if let Some(found) = area::find(tx, code).await? {
                rings.extend(found.polygons.into_iter().flatten());
            }
        }
        shapes.insert(row.code.clone(), rings);
    }
    Ok(shapes)
}

fn drawn(report: &GapReport) -> impl Iterator<Item = &GapRow> {
    let alone = report.rows.len() == 1;
    report.rows.iter().filter(move |row| alone || !row.whole)
}

/// Three services by offices per 1,000 people, and the share of offices without a partner of another system.
pub fn maps(report: &GapReport, shapes: &Shapes) -> Vec<ShadedMap> {
    if shapes.values().all(Vec::is_empty) {
        return Vec::new();
    }
    let services = DRAWN.into_iter().filter_map(|code| service(report, shapes, code));
    services.chain(apart(report, shapes)).collect()
}

fn service(report: &GapReport, shapes: &Shapes, code: &str) -> Option<ShadedMap> {
    let name = format!("service:{code}");
    let at = report.columns.iter().position(|column| column.code == name)?;
    let column = &report.columns[at];
    let breaks = breaks(Measure::OfficesPer1000, Profile::of(ServiceType::from_code(code)?))?;
    let shaded = |row: &GapRow| {
        let cell = cell(report, row, at);
        let rate = cell.reach.as_ref().and_then(|reach| reach.per_1000).filter(|_| cell.state != "no_data");
        let value = rate.map_or_else(|| UNKNOWN.to_owned(), |rate| format!("{rate:.2}"));
        part(row, shapes, class(rate, Some(&breaks)), value)
    };
    Some(ShadedMap {
        title: column.ja.clone(),
        unit: format!("{}の人口千人あたりの事業所の数", age(column.age.as_deref())),
        classes: words(&breaks, |from| format!("{from:.2}")),
        areas: drawn(report).map(shaded).collect(),
    })
}

fn apart(report: &GapReport, shapes: &Shapes) -> Option<ShadedMap> {
    // Shares have the same breaks whatever they are of.
    let of_shares = breaks(Measure::FarShare, Profile::of(ServiceType::from_code(DRAWN[0])?))?;
    let shaded = |row: &GapRow| {
        let ties =
            report.rows.iter().zip(&report.ties).find(|(one, _)| one.code == row.code).map(|(_, ties)| ties);
        let share = ties.and_then(|ties| ties.without_across).map(|range| range.mutual);
        let value = match ties {
            _ if share.is_some() => share.map(percent).unwrap_or_default(),
            Some(ties) if ties.withheld => WITHHELD.to_owned(),
            _ => UNKNOWN.to_owned(),
        };
        part(row, shapes, class(share, Some(&of_shares)), value)
    };
    Some(ShadedMap {
        title: "他制度の相手がいない".to_owned(),
        unit: "調査した事業所のうち（双方の☆のみ）".to_owned(),
        classes: words(&of_shares, percent),
        areas: drawn(report).map(shaded).collect(),
    })
}

fn cell<'r>(report: &'r GapReport, row: &GapRow, column: usize) -> &'r GapCell {
    let at = report.rows.iter().position(|one| one.code == row.code).unwrap_or_default();
    &report.cells[at * report.columns.len() + column]
}

fn part(row: &GapRow, shapes: &Shapes, class: Class, value: String) -> ShadedArea {
    let shade = match class {
        Class::Five(step) => Shade::Step(step),
        Class::Zero => Shade::Zero,
        Class::NoData => Shade::NoData,
    };
    ShadedArea {
        name: row.name.clone(),
        value,
        shade,
        rings: shapes.get(&row.code).cloned().unwrap_or_default(),
        center: row.center.as_ref().map(|at| [at.lon, at.lat]),
    }
}

/// Words of five classes, lowest first.
fn words(breaks: &[f64; 4], say: impl Fn(f64) -> String) -> Vec<String> {
    let [a, b, c, d] = breaks.map(say);
    vec![format!("{a}未満"), format!("{a}〜"), format!("{b}〜"), format!("{c}〜"), format!("{d}以上")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_drawn_has_breaks_of_its_own() {
        for code in DRAWN {
            let service = ServiceType::from_code(code).unwrap();
            assert!(breaks(Measure::OfficesPer1000, Profile::of(service)).is_some(), "{code}");
        }
        let said = words(&[0.1, 0.25, 0.5, 0.75], percent);
        assert_eq!(said, ["10%未満", "10%〜", "25%〜", "50%〜", "75%以上"]);
    }
}
