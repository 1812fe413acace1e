//! Positions: read, unwrapped, checked against Japan and the municipality, replaced by the town where there is none.

use super::{Marks, narrow};
use crate::Gazetteer;
use hoshizu_catalog::{
    listing::MarkKind,
    number::MunicipalityCode,
    position::{Placed, Position, Precision},
};

/// Metres outside the simplified boundary of a municipality that are still inside the true one: the boundaries are
/// simplified to about 0.01°.
const BOUNDARY_TOLERANCE_M: f64 = 1_000.0;

/// Degrees as a number; `None` for blank and for what is no number.
pub fn parse_degrees(value: &str) -> Option<f64> {
    narrow(value).trim().trim_end_matches('°').parse().ok().filter(|degrees: &f64| degrees.is_finite())
}

/// Where a row says it is, or where its address lies.
pub fn read_place(
    (lat, lon): (&str, &str),
    municipality: Option<MunicipalityCode>,
    rest_of_address: &str,
    gazetteer: &Gazetteer,
    marks: &mut Marks,
) -> Option<Placed> {
    let original = || format!("{},{}", lat.trim(), lon.trim());
    let instead = || by_address(municipality, rest_of_address, gazetteer);
    let stated = parse_degrees(lat).zip(parse_degrees(lon));
    let Some((lat_degrees, lon_degrees)) = stated.filter(|(a, b)| a.abs() > 1e-6 || b.abs() > 1e-6) else {
        marks.add("position", MarkKind::NoPosition, &original());
        return instead();
    };
    let (position, mended) = unwrap(lat_degrees, lon_degrees);
    if !position.is_near_japan() {
        marks.add("position", MarkKind::OutsideJapan, &original());
        return instead();
    }
    if mended {
        marks.add("position", MarkKind::Unwrapped, &original());
    }
    let distance = municipality.and_then(|code| gazetteer.distance_to(code, position));
    let precision = if distance.is_some_and(|metres| metres > BOUNDARY_TOLERANCE_M) {
        marks.add("position", MarkKind::OutsideMunicipality, &original());
        Precision::Doubtful
    } else {
        Precision::Official
    };
    Some(Placed { position: round(position), precision })
}

/// The middle of the town, else of the municipality.
fn by_address(municipality: Option<MunicipalityCode>, rest: &str, gazetteer: &Gazetteer) -> Option<Placed> {
    let code = municipality?;
    let town = gazetteer.town(code, rest).map(|position| Placed { position, precision: Precision::Town });
    town.or_else(|| {
        gazetteer.center(code).map(|position| Placed { position, precision: Precision::Municipality })
    })
}

/// Brings a longitude back from beyond ±180° (−218.04 is 141.96) and exchanges the two when only that makes sense.
fn unwrap(lat: f64, lon: f64) -> (Position, bool) {
    let stated = Position { lat, lon };
    if stated.is_near_japan() {
        return (stated, false);
    }
    let wrapped = |lon: f64| (lon + 180.0).rem_euclid(360.0) - 180.0;
    [Position { lat, lon: wrapped(lon) }, Position { lat: lon, lon: wrapped(lat) }]
        .into_iter()
        .find(|position| position.is_near_japan())
        .map_or((stated, false), |position| (position, true))
}

/// Fifteen decimals of the export are the noise of a binary number: seven are a centimetre.
fn round(position: Position) -> Position {
    let seven = |degrees: f64| (degrees * 1e7).round() / 1e7;
    Position { lat: seven(position.lat), lon: seven(position.lon) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lat: &str, lon: &str) -> (Option<Placed>, Vec<MarkKind>) {
        let mut marks = Marks::default();
        let place = read_place((lat, lon), None, "", &Gazetteer::default(), &mut marks);
        (place, marks.0.into_iter().map(|m| m.kind).collect())
    }

    #[test]
    fn a_longitude_beyond_the_date_line_is_brought_back() {
        let (place, marks) = read("39.6", "-218.04");
        let position = place.unwrap().position;
        assert!((position.lon - 141.96).abs() < 1e-6 && marks == [MarkKind::Unwrapped]);
    }

    #[test]
    fn exchanged_coordinates_are_put_right() {
        let (place, marks) = read("135.65", "34.81");
        assert_eq!((place.unwrap().position.lat, marks), (34.81, vec![MarkKind::Unwrapped]));
    }

    #[test]
    fn zero_is_no_position_and_ireland_is_not_in_japan() {
        assert_eq!(read("0.000000000000000", "0.000000000000000"), (None, vec![MarkKind::NoPosition]));
        assert_eq!(read("53.41291", "-8.24389"), (None, vec![MarkKind::OutsideJapan]));
        assert_eq!(read("", ""), (None, vec![MarkKind::NoPosition]));
        assert_eq!(read("abc", "NaN"), (None, vec![MarkKind::NoPosition]));
    }
}
