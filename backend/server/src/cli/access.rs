//! `hoshizu access`: the reach measures over two tables, to check them and to use them elsewhere.

use crate::cli::{
    CommandError,
    points::{Table, distances},
};
use clap::ValueEnum;
use hoshizu_analysis::coverage::{
    catchment::{Decay, Method, access},
    grid::Grid,
    measures::{Nearest, enhanced, gaussian, nearest, three_step, two_step},
    pairs::{Matrix, Near, Pairs},
};
use serde::Serialize;
use std::{io::Write, path::PathBuf};

/// Options of `access`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// People: CSV with the columns id, pop, and x, y (km) or lat, lon (degrees)
    #[arg(long, value_name = "FILE")]
    demand: PathBuf,
    /// Offices: CSV with the columns id, cap, and x, y or lat, lon as the demand has them
    #[arg(long, value_name = "FILE")]
    supply: PathBuf,
    /// What to compute
    #[arg(long, value_enum)]
    method: MethodName,
    /// Catchment in km [default: 10 for 2sfca, 18 for gaussian, else 12]; steps are its thirds; unused by nearest
    #[arg(long, value_name = "KM")]
    catchment: Option<f64>,
    /// Steps of e2sfca and 3sfca as `KM:WEIGHT,…` [default: thirds with 1, 0.68, 0.22 and 0.962, 0.704, 0.377]
    #[arg(long, value_name = "STEPS", value_parser = steps)]
    steps: Option<Steps>,
    /// Standard deviation of gaussian in km [default: a third of the catchment]
    #[arg(long, value_name = "KM")]
    sigma: Option<f64>,
    /// Which of the nearest: 1, 2 or 3
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=3))]
    rank: u8,
    /// Kilometres travelled per great-circle kilometre, with lat, lon
    #[arg(long, value_name = "FACTOR", default_value_t = 1.0)]
    detour: f64,
    /// Distances instead of straight lines: CSV with the columns demand, supply, km; a pair not listed is out of reach
    #[arg(long, value_name = "FILE")]
    distances: Option<PathBuf>,
    /// JSON, `[{"id", "value"}]`, instead of CSV
    #[arg(long)]
    json: bool,
}

/// The measures of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MethodName {
    /// Two-step floating catchment area (Luo and Wang 2003)
    #[value(name = "2sfca")]
    TwoStep,
    /// With weights by zone (Luo and Qi 2009)
    #[value(name = "e2sfca")]
    Enhanced,
    /// With Gaussian weights (Dai 2010)
    Gaussian,
    /// With choice among suppliers (Wan et al. 2012)
    #[value(name = "3sfca")]
    ThreeStep,
    /// Distance to the nearest, in km; null where there is none
    Nearest,
}

#[derive(Debug, Clone)]
struct Steps(Vec<(f64, f64)>);

fn steps(text: &str) -> Result<Steps, String> {
    let pair = |part: &str| {
        let (km, weight) = part.split_once(':')?;
        let (km, weight): (f64, f64) = (km.trim().parse().ok()?, weight.trim().parse().ok()?);
        (km > 0.0 && km.is_finite() && (0.0..=1.0).contains(&weight)).then_some((km, weight))
    };
    let steps: Option<Vec<(f64, f64)>> = text.split(',').map(pair).collect();
    let steps = steps.ok_or("write kilometres and weights (0 to 1) like 4:1,8:0.68,12:0.22")?;
    if !steps.is_sorted_by(|a, b| a.0 < b.0) {
        return Err("kilometres must rise from step to step".to_owned());
    }
    Ok(Steps(steps))
}

#[derive(Serialize)]
struct Value<'a> {
    id: &'a str,
    value: Option<f64>,
}

/// Computes and prints one value for each row of the demand, in its order.
pub fn run(arguments: &Arguments) -> Result<(), CommandError> {
    let is_catchment = arguments.method != MethodName::Nearest;
    let demand = Table::read(&arguments.demand, is_catchment.then_some("pop"))?;
    let supply = Table::read(&arguments.supply, is_catchment.then_some("cap"))?;
    let method = method(arguments)?;
    let values = match &arguments.distances {
        Some(path) => {
            by_distances(&distances(path, &demand, &supply)?, &demand, &supply, method, arguments.rank)
        }
        None => by_points(&demand, &supply, method, arguments)?,
    };
    let rows: Vec<Value<'_>> = demand
        .ids
        .iter()
        .zip(values)
        .map(|(id, value)| Value { id, value: value.is_finite().then_some(value) })
        .collect();
    Ok(print(&mut std::io::stdout().lock(), &rows, arguments.json)?)
}

fn by_points(
    demand: &Table,
    supply: &Table,
    method: Option<Method>,
    arguments: &Arguments,
) -> Result<Vec<f64>, CommandError> {
    let (space, points, offices) =
        demand.together(supply, positive("--detour", Some(arguments.detour))?.unwrap_or(1.0))?;
    let Some(method) = method else {
        return Ok(ranked(&nearest(space, &points, &offices), arguments.rank));
    };
    let radius = method.decay.limit();
    let grid = Grid::new(space, &points, radius);
    Ok(reached(&Near::new(space, &points, &grid, &offices, radius), demand, supply, method))
}

fn by_distances(
    pairs: &Matrix,
    demand: &Table,
    supply: &Table,
    method: Option<Method>,
    rank: u8,
) -> Vec<f64> {
    match method {
        Some(method) => reached(pairs, demand, supply, method),
        None => ranked(&pairs.nearest(), rank),
    }
}

fn ranked(found: &[Nearest], rank: u8) -> Vec<f64> {
    found.iter().map(|ranks| ranks[usize::from(rank) - 1]).collect()
}

fn reached(pairs: &impl Pairs, demand: &Table, supply: &Table, method: Method) -> Vec<f64> {
    let people: Vec<[f64; 1]> = demand.amounts.iter().map(|people| [*people]).collect();
    access(pairs, &people, &supply.amounts, &[method], None)
        .into_iter()
        .flatten()
        .map(|[value]| value)
        .collect()
}

/// The method asked for; none for the nearest.
fn method(arguments: &Arguments) -> Result<Option<Method>, CommandError> {
    let default = match arguments.method {
        MethodName::TwoStep => 10.0,
        MethodName::Gaussian => 18.0,
        _ => 12.0,
    };
    let catchment = positive("--catchment", arguments.catchment)?.unwrap_or(default);
    let mut method = match arguments.method {
        MethodName::TwoStep => two_step(catchment),
        MethodName::Enhanced => enhanced(catchment),
        MethodName::Gaussian => gaussian(catchment),
        MethodName::ThreeStep => three_step(catchment),
        MethodName::Nearest => return Ok(None),
    };
    match (&mut method.decay, &arguments.steps, positive("--sigma", arguments.sigma)?) {
        (Decay::Gaussian { sigma, .. }, None, Some(given)) => *sigma = given,
        (Decay::Steps(steps), Some(given), None) if arguments.method != MethodName::TwoStep => {
            // A catchment beside steps cuts them.
            let within = |step: &&(f64, f64)| arguments.catchment.is_none_or(|km| step.0 <= km);
            *steps = given.0.iter().filter(within).copied().collect();
        }
        (_, None, None) => {}
        _ => {
            let refusal = "--steps goes with e2sfca and 3sfca, --sigma with gaussian; leave it out";
            return Err(CommandError::Refused(refusal.to_owned()));
        }
    }
    Ok(Some(method))
}

fn positive(option: &str, value: Option<f64>) -> Result<Option<f64>, CommandError> {
    match value {
        Some(value) if value <= 0.0 || !value.is_finite() => {
            Err(CommandError::Refused(format!("{option} {value}: write a number above 0")))
        }
        value => Ok(value),
    }
}

fn print(out: &mut impl Write, rows: &[Value<'_>], json: bool) -> std::io::Result<()> {
    if json {
        serde_json::to_writer(&mut *out, rows)?;
        return writeln!(out);
    }
    writeln!(out, "id,value")?;
    for row in rows {
        let value = row.value.map(|value| value.to_string()).unwrap_or_default();
        writeln!(out, "{},{value}", crate::export::csv_cell(row.id))?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_rise_and_weigh_between_nothing_and_one() {
        assert_eq!(steps("4:1, 8:0.68,12:0.22").unwrap().0, [(4.0, 1.0), (8.0, 0.68), (12.0, 0.22)]);
        for wrong in ["", "4", "4:2", "-4:1", "8:1,4:0.5", "4:1,,8:1", "x:1", "4:NaN", "inf:1"] {
            assert!(steps(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_place_without_an_office_has_null_and_a_blank_cell() {
        let rows = [Value { id: "a", value: Some(0.1) }, Value { id: "b,c", value: None }];
        let mut out = Vec::new();
        print(&mut out, &rows, true).unwrap();
        print(&mut out, &rows, false).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(
            text,
            "[{\"id\":\"a\",\"value\":0.1},{\"id\":\"b,c\",\"value\":null}]\nid,value\na,0.1\n\"b,c\",\n"
        );
    }
}
