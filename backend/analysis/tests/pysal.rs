//! The floating catchment family equals that of `PySAL` access: on the data set beside this file, and on the shared reference
//! results where they are present. A blank there is a point that reaches nothing: 0 here.

use hoshizu_analysis::coverage::{
    catchment::{Decay, Method, access},
    grid::Grid,
    measures::{enhanced, gaussian, nearest, three_step, two_step},
    pairs::Near,
    space::{Space, Spot},
};
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

struct Table {
    rows: Vec<HashMap<String, String>>,
}

impl Table {
    fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).expect("a table of the data set");
        let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
        let header = lines.next().expect("a header");
        Self { rows: lines.map(|cells| header.iter().cloned().zip(cells).collect()).collect() }
    }

    fn numbers(&self, column: &str) -> Vec<f64> {
        let blank_is_zero =
            |cell: &String| if cell.is_empty() { 0.0 } else { cell.parse().expect("a number") };
        self.rows.iter().map(|row| blank_is_zero(&row[column])).collect()
    }

    fn spots(&self) -> Vec<Spot> {
        self.numbers("x").into_iter().zip(self.numbers("y")).map(|(x, y)| Spot::plane(x, y)).collect()
    }
}

struct Case {
    people: Vec<[f64; 1]>,
    supply: Vec<f64>,
    towns: Vec<Spot>,
    offices: Vec<Spot>,
}

impl Case {
    fn read(folder: &Path, prefix: &str) -> (Self, Table) {
        let table = |name: &str| Table::read(&folder.join(format!("{prefix}{name}.csv")));
        let (demand, supply) = (table("demand"), table("supply"));
        let case = Self {
            people: demand.numbers("pop").into_iter().map(|people| [people]).collect(),
            supply: supply.numbers("cap"),
            towns: demand.spots(),
            offices: supply.spots(),
        };
        (case, table("expected"))
    }

    fn access(&self, method: Method) -> Vec<f64> {
        let grid = Grid::new(Space::Plane, &self.towns, 10.0);
        let near = Near::new(Space::Plane, &self.towns, &grid, &self.offices, 10.0);
        let found = access(&near, &self.people, &self.supply, &[method], None);
        found.into_iter().flatten().map(|[value]| value).collect()
    }

    fn nearest(&self) -> Vec<f64> {
        nearest(Space::Plane, &self.towns, &self.offices).into_iter().map(|[first, ..]| first).collect()
    }
}

fn assert_close(name: &str, found: &[f64], wanted: &[f64]) {
    assert_eq!(found.len(), wanted.len());
    let worst = found.iter().zip(wanted).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    assert!(worst <= 1e-12, "{name}: {worst:e}");
    assert!(wanted.iter().any(|value| *value > 0.0), "{name}: nothing was compared");
}

#[test]
fn the_second_data_set_gives_what_pysal_gives() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fca");
    let (case, expected) = Case::read(&folder, "");
    for (name, method) in [
        ("2sfca", two_step(7.5)),
        ("e2sfca", enhanced(9.0)),
        ("gaussian", gaussian(10.5)),
        ("3sfca", three_step(9.0)),
    ] {
        assert_close(name, &case.access(method), &expected.numbers(name));
    }
    assert_close("nearest", &case.nearest(), &expected.numbers("nearest"));
    assert!(expected.numbers("2sfca").contains(&0.0), "some towns reach nothing");
}

#[test]
fn the_shared_reference_results_are_met() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/fixtures");
    if !folder.join("fca_expected.csv").exists() {
        println!("skipped: {} is absent", folder.display());
        return;
    }
    let (case, expected) = Case::read(&folder, "fca_");
    let steps = |weights: [f64; 3]| Decay::Steps([4.0, 8.0, 12.0].into_iter().zip(weights).collect());
    for (name, method) in [
        ("2sfca_cap", two_step(10.0)),
        ("e2sfca_cap", Method { decay: steps([1.0, 0.68, 0.22]), choice: false }),
        ("g2sfca_cap", gaussian(18.0)),
        ("3sfca_cap", three_step(12.0)),
    ] {
        assert_close(name, &case.access(method), &expected.numbers(name));
    }
    assert_close("nearest_km", &case.nearest(), &expected.numbers("nearest_km"));
}
