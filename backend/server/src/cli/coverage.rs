//! `hoshizu coverage`: the gap table of a service as CSV, and how long computing takes.

use crate::{
    cli::{CommandError, open},
    config::Config,
    coverage::{Coverage, table::Question},
};
use hoshizu_analysis::coverage::{age::AgeGroup, measures::Measure};
use hoshizu_catalog::{area::AreaKind, taxonomy::ServiceType};
use std::{io::Write as _, time::Instant};

/// Options of `coverage`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Service type (code)
    #[arg(long, value_name = "CODE", default_value = "care-430", value_parser = service)]
    service: ServiceType,
    /// Measure (code)
    #[arg(long, value_name = "CODE", default_value = "offices_per_1000", value_parser = measure)]
    measure: Measure,
    /// People: all, 0-17, 18-64, 65+, 75+, 85+ [default: those the service is for]
    #[arg(long, value_name = "AGE", value_parser = age)]
    age: Option<AgeGroup>,
    /// Only inside this area (code)
    #[arg(long, value_name = "CODE")]
    area: Option<String>,
    /// Kind of the rows [default: municipality, else the next smaller kind there is]
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: Option<AreaKind>,
    /// Say how long everything took instead, as JSON; with --area how long that area alone takes for all services
    #[arg(long)]
    timings: bool,
}

fn service(code: &str) -> Result<ServiceType, String> {
    ServiceType::from_code(code)
        .ok_or_else(|| "no such service type; see data/taxonomy/services.csv".to_owned())
}

fn measure(code: &str) -> Result<Measure, String> {
    let codes = || Measure::ALL.map(Measure::code).join(", ");
    Measure::from_code(code).ok_or_else(|| format!("write one of {}", codes()))
}

fn age(code: &str) -> Result<AgeGroup, String> {
    let codes = || AgeGroup::ALL.map(AgeGroup::code).join(", ");
    AgeGroup::from_code(code).ok_or_else(|| format!("write one of {}", codes()))
}

fn kind(code: &str) -> Result<AreaKind, String> {
    let codes = || AreaKind::ALL.map(AreaKind::code).join(", ");
    AreaKind::from_code(code).ok_or_else(|| format!("write one of {}", codes()))
}

/// Computes everything, and prints one table or the times.
pub async fn run(config: &Config, arguments: Arguments) -> Result<(), CommandError> {
    let store = open::store(config).await?;
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let begun = Instant::now();
    let coverage = Coverage::load(&store, threads).await?;
    let seconds = begun.elapsed().as_secs_f64();
    let unknown = |code: &String| CommandError::Refused(format!("no area with the code {code:?} is loaded"));
    let area =
        arguments.area.as_ref().map(|code| coverage.number(code).ok_or_else(|| unknown(code))).transpose()?;
    let mut out = std::io::stdout();
    if arguments.timings {
        return Ok(writeln!(out, "{}", timings(&coverage, seconds, area))?);
    }
    let Arguments { service, measure, age, kind, .. } = arguments;
    let table = coverage.answer(Question { area, kind, service, measure, age });
    Ok(out.write_all(crate::http::coverage::csv(&table).as_bytes())?)
}

fn timings(coverage: &Coverage, seconds: f64, area: Option<u32>) -> serde_json::Value {
    let one = area.map(|area| {
        let begun = Instant::now();
        coverage.area_anew(area);
        begun.elapsed().as_secs_f64() * 1_000.0
    });
    serde_json::json!({
        "areas": coverage.places.len(),
        "points": coverage.ground.points(),
        "services": coverage.services().len(),
        "offices": coverage.services().iter().filter_map(|s| Some(coverage.table(*s)?.offices.len())).sum::<usize>(),
        "measures": Measure::ALL.len(),
        "load_seconds": seconds - coverage.seconds,
        "compute_seconds": coverage.seconds,
        "area_milliseconds": one,
    })
}
