//! `hoshizu-demo --out DIR [--offices N] [--seed S] [--svg FILE]`
use hoshizu_demo::{
    output::{self, Made, OFFICES, Options, SEED},
    prefecture::Prefecture,
    svg,
};
use std::{io::Write, path::PathBuf, process::ExitCode};

const USAGE: &str = "hoshizu-demo --out DIR [--offices N] [--seed S] [--svg FILE]\n\
  --out DIR      folder to write the files into\n\
  --offices N    offices in all (default 1500, at most 600000); above 12000 further prefectures are invented\n\
  --seed S       another prefecture of the same design (default 48, the committed one)\n\
  --svg FILE     also draw the first prefecture\n";

struct Arguments {
    out: Option<PathBuf>,
    svg: Option<PathBuf>,
    offices: usize,
    seed: u64,
}

fn arguments() -> Result<Arguments, String> {
    let mut found = Arguments { out: None, svg: None, offices: OFFICES, seed: SEED };
    let mut rest = std::env::args().skip(1);
    while let Some(name) = rest.next() {
        let value = rest.next().ok_or_else(|| format!("{name} needs a value"))?;
        let number = |text: &str| text.parse::<u64>().map_err(|error| format!("{name} {text}: {error}"));
        match name.as_str() {
            "--out" => found.out = Some(value.into()),
            "--svg" => found.svg = Some(value.into()),
            "--seed" => found.seed = number(&value)?,
            "--offices" => {
                found.offices = number(&value)? as usize;
                if !(100..=600_000).contains(&found.offices) {
                    return Err("--offices must be between 100 and 600000".into());
                }
            }
            _ => return Err(format!("unknown option {name}")),
        }
    }
    if found.out.is_none() && found.svg.is_none() { Err("--out is missing".into()) } else { Ok(found) }
}

fn run(arguments: &Arguments) -> std::io::Result<()> {
    if let Some(out) = &arguments.out {
        let options = Options { out: out.clone(), offices: arguments.offices, seed: arguments.seed };
        let summary = output::generate(&options)?;
        writeln!(
            std::io::stderr(),
            "{} prefectures, {} offices, {} official rows in {}",
            summary.prefectures,
            summary.offices,
            summary.rows,
            out.display()
        )?;
    }
    if let Some(file) = &arguments.svg {
        let made = Made::new(Prefecture::hoshimi(arguments.seed), arguments.offices.min(1_500));
        std::fs::write(file, svg::draw(&made))?;
    }
    Ok(())
}

fn main() -> ExitCode {
    let outcome = arguments().and_then(|arguments| run(&arguments).map_err(|error| error.to_string()));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Nothing is left to tell when the error stream itself is closed.
            let _ = writeln!(std::io::stderr(), "{message}\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}
