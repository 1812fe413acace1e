//! Tables of points with amounts for `hoshizu access`. An error names file, row, column and what to do.

use crate::cli::CommandError;
use hoshizu_analysis::coverage::{
    pairs::Matrix,
    space::{Space, Spot},
};
use hoshizu_catalog::position::Position;
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

/// Points with ids and amounts, in the order of the file.
#[derive(Debug)]
pub struct Table {
    path: PathBuf,
    /// Ids as the file writes them, each once.
    pub ids: Vec<String>,
    /// People or places; empty when not asked for.
    pub amounts: Vec<f64>,
    points: Points,
}

#[derive(Debug)]
enum Points {
    /// x, y in kilometres.
    Plane(Vec<(f64, f64)>),
    /// Latitude and longitude.
    Earth(Vec<Position>),
}

/// One CSV file being read.
struct Source<'a> {
    path: &'a Path,
    header: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

fn refused(path: &Path, what: &str) -> CommandError {
    CommandError::Refused(format!("{}: {what}", path.display()))
}

impl<'a> Source<'a> {
    fn read(path: &'a Path) -> Result<Self, CommandError> {
        let bytes =
            std::fs::read(path).map_err(|source| CommandError::File { path: path.to_owned(), source })?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes);
        // The csv crate names line and field; the remedy is the same for all its errors.
        let broken = |error: csv::Error| refused(path, &format!("{error}; save the table as CSV in UTF-8"));
        let header = reader.headers().map_err(broken)?.iter().map(str::to_lowercase).collect();
        let rows = reader.records().collect::<Result<_, _>>().map_err(broken)?;
        Ok(Self { path, header, rows })
    }

    fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.header.iter().position(|column| column == name))
    }

    fn column(&self, names: &[&str]) -> Result<usize, CommandError> {
        self.find(names).ok_or_else(|| {
            let found = self.header.join(", ");
            refused(self.path, &format!("no column {:?} among {found}; name one of them so", names[0]))
        })
    }

    fn fault(&self, row: usize, column: usize, value: &str, remedy: &str) -> CommandError {
        let line = self.rows[row].position().map_or(row as u64 + 2, csv::Position::line);
        refused(self.path, &format!("row {line}, column {:?}: {value:?}; {remedy}", self.header[column]))
    }

    /// A column of numbers that pass the test.
    fn numbers(&self, column: usize, fits: fn(f64) -> bool, remedy: &str) -> Result<Vec<f64>, CommandError> {
        let number = |(row, record): (usize, &csv::StringRecord)| {
            let cell = record.get(column).unwrap_or_default();
            let value = cell.parse().ok().filter(|value: &f64| value.is_finite() && fits(*value));
            value.ok_or_else(|| self.fault(row, column, cell, remedy))
        };
        self.rows.iter().enumerate().map(number).collect()
    }

    fn ids(&self) -> Result<Vec<String>, CommandError> {
        let column = self.column(&["id", "geoid"])?;
        let mut seen = HashMap::new();
        for (row, record) in self.rows.iter().enumerate() {
            let id = record.get(column).unwrap_or_default();
            if id.is_empty() {
                return Err(self.fault(row, column, id, "give every row an id"));
            }
            if seen.insert(id.to_owned(), row).is_some() {
                return Err(self.fault(row, column, id, "the id stands twice; give each row its own"));
            }
        }
        Ok(self.rows.iter().map(|record| record.get(column).unwrap_or_default().to_owned()).collect())
    }

    fn points(&self) -> Result<Points, CommandError> {
        if let (Some(x), Some(y)) = (self.find(&["x"]), self.find(&["y"])) {
            let axis = |column| self.numbers(column, |_| true, "write kilometres as a number like 12.5");
            return Ok(Points::Plane(axis(x)?.into_iter().zip(axis(y)?).collect()));
        }
        let (Some(lat), Some(lon)) = (self.find(&["lat"]), self.find(&["lon", "lng"])) else {
            return Err(refused(self.path, "no columns x, y (km) nor lat, lon (degrees); add two of them"));
        };
        let lat = self.numbers(lat, |lat| lat.abs() <= 90.0, "write degrees from -90 to 90")?;
        let lon = self.numbers(lon, |lon| lon.abs() <= 180.0, "write degrees from -180 to 180")?;
        Ok(Points::Earth(lat.into_iter().zip(lon).map(|(lat, lon)| Position { lat, lon }).collect()))
    }
}

impl Table {
    /// Reads points with ids, and the amounts of a column where one is asked for.
    pub fn read(path: &Path, amount: Option<&str>) -> Result<Self, CommandError> {
        let source = Source::read(path)?;
        let amounts = match amount {
            Some(name) => {
                let column = source.column(&[name])?;
                source.numbers(column, |value| value >= 0.0, "write a number that is not below 0")?
            }
            None => Vec::new(),
        };
        Ok(Self { path: path.to_owned(), ids: source.ids()?, amounts, points: source.points()? })
    }

    /// The points of this and another table in one space; `detour` counts on the earth.
    pub fn together(&self, other: &Self, detour: f64) -> Result<(Space, Vec<Spot>, Vec<Spot>), CommandError> {
        let plane = |points: &[(f64, f64)]| points.iter().map(|(x, y)| Spot::plane(*x, *y)).collect();
        let earth = |points: &[Position]| points.iter().map(|position| Spot::earth(*position)).collect();
        match (&self.points, &other.points) {
            (Points::Plane(own), Points::Plane(others)) => Ok((Space::Plane, plane(own), plane(others))),
            (Points::Earth(own), Points::Earth(others)) => {
                Ok((Space::Earth { detour }, earth(own), earth(others)))
            }
            _ => {
                let what = "one table has x, y and the other lat, lon; write both in the same way";
                Err(refused(&other.path, what))
            }
        }
    }
}

/// Distances between the rows of two tables. Ids of neither are an error: a matrix made for other tables says nothing.
pub fn distances(path: &Path, demand: &Table, supply: &Table) -> Result<Matrix, CommandError> {
    let source = Source::read(path)?;
    let side = |names: &[&str], table: &Table| -> Result<Vec<u32>, CommandError> {
        let column = source.column(names)?;
        let numbers: HashMap<&str, u32> = table.ids.iter().map(String::as_str).zip(0..).collect();
        let find = |(row, record): (usize, &csv::StringRecord)| {
            let id = record.get(column).unwrap_or_default();
            let remedy = || format!("no such id in {}; correct or remove the row", table.path.display());
            numbers.get(id).copied().ok_or_else(|| source.fault(row, column, id, &remedy()))
        };
        source.rows.iter().enumerate().map(find).collect()
    };
    let (from, to) = (side(&["demand", "origin"], demand)?, side(&["supply", "dest"], supply)?);
    let km = source.column(&["km", "cost"])?;
    let km = source.numbers(km, |km| km >= 0.0, "write a number that is not below 0")?;
    let rows = from.into_iter().zip(to).zip(km).map(|((from, to), km)| (from, to, km));
    Ok(Matrix::new(demand.ids.len(), supply.ids.len(), rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str, amount: Option<&str>) -> Result<Table, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("d.csv");
        std::fs::write(&path, text).unwrap();
        Table::read(&path, amount).map_err(|error| error.to_string())
    }

    #[test]
    fn an_error_names_file_row_column_and_remedy() {
        for (text, parts) in [
            ("id,x,y,pop\na,1,2,many\n", ["d.csv", "row 2", "\"pop\"", "not below 0"]),
            ("id,x,y,pop\na,1,2,3\nb,1,,3\n", ["d.csv", "row 3", "\"y\"", "12.5"]),
            ("id,lat,lon,pop\na,95,135,3\n", ["d.csv", "row 2", "\"lat\"", "-90 to 90"]),
            ("id,x,y,pop\na,1,2,-3\n", ["d.csv", "row 2", "\"pop\"", "not below 0"]),
            ("id,x,y,pop\na,1,2,3\na,1,2,3\n", ["d.csv", "row 3", "\"id\"", "its own"]),
            ("id,x,y\na,1,2\n", ["d.csv", "no column", "\"pop\"", "name one"]),
            ("id,east,pop\na,1,2\n", ["d.csv", "x, y", "lat, lon", "add two"]),
            ("id,x,y,pop\na,1,2\n", ["d.csv", "line: 2", "4", "CSV in UTF-8"]),
        ] {
            let error = table(text, Some("pop")).unwrap_err();
            assert!(parts.iter().all(|part| error.contains(part)), "{error}");
        }
    }

    #[test]
    fn a_byte_order_mark_and_the_name_geoid_are_understood() {
        let read = table("\u{feff}geoid, x, y, pop\n7, 1, 2, 3\n", Some("pop")).unwrap();
        assert_eq!((read.ids, read.amounts), (vec!["7".to_owned()], vec![3.0]));
    }

    #[test]
    fn kilometres_and_degrees_are_not_mixed() {
        let (plane, earth) =
            (table("id,x,y\na,1,2\n", None).unwrap(), table("id,lat,lon\na,35,135\n", None).unwrap());
        assert!(plane.together(&earth, 1.0).is_err());
        assert!(matches!(earth.together(&earth, 1.3), Ok((Space::Earth { .. }, _, _))));
    }
}
