//! `hoshizu doctor`: what is here, what is wrong, what to do.

use crate::{
    cli::{CommandError, open},
    config::Config,
};
use hoshizu_store::health;
use serde::Serialize;
use std::io::Write as _;

/// Options of `doctor`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// One JSON object instead of text
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Finding {
    check: &'static str,
    ok: bool,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<&'static str>,
}

/// Runs every check; an error when one of them failed.
pub async fn run(config: &Config, arguments: &Arguments) -> Result<(), CommandError> {
    let store = open::connect(config).await?;
    let report = health::check(&store).await?;
    let index = open::index(config)?;
    let head = match store.read().await {
        Ok(mut tx) => hoshizu_store::outbox::head(&mut tx).await.unwrap_or(0),
        Err(_) => 0,
    };
    let findings = findings(config, &report, &index, head);
    let mut out = std::io::stdout();
    if arguments.json {
        let failed = findings.iter().filter(|finding| !finding.ok).count();
        let value = serde_json::json!({"ok": failed == 0, "findings": findings});
        writeln!(out, "{value}")?;
    } else {
        for finding in &findings {
            let sign = if finding.ok { "ok  " } else { "FAIL" };
            writeln!(out, "{sign} {:<12} {}", finding.check, finding.detail)?;
            if let Some(remedy) = finding.remedy.filter(|_| !finding.ok) {
                writeln!(out, "     → {remedy}")?;
            }
        }
    }
    if findings.iter().all(|finding| finding.ok) { Ok(()) } else { Err(CommandError::Incomplete) }
}

fn findings(
    config: &Config,
    report: &health::Report,
    index: &hoshizu_search::Index,
    head: i64,
) -> Vec<Finding> {
    let counts = &report.counts;
    let orphans: Vec<String> = report.orphans.iter().map(|(what, n)| format!("{n} {what}")).collect();
    vec![
        Finding {
            check: "data folder",
            ok: true,
            detail: config.data_dir.display().to_string(),
            remedy: None,
        },
        Finding {
            check: "schema",
            ok: report.schema_version == report.known_version,
            detail: format!(
                "{} {} (program: {})",
                report.backend, report.schema_version, report.known_version
            ),
            remedy: Some("run `hoshizu migrate`, or install the newer program"),
        },
        Finding {
            check: "integrity",
            ok: report.integrity.is_empty(),
            detail: if report.integrity.is_empty() {
                "sound".to_owned()
            } else {
                report.integrity.join("; ")
            },
            remedy: Some("restore the database from the last backup"),
        },
        Finding {
            check: "references",
            ok: orphans.is_empty(),
            detail: if orphans.is_empty() { "complete".to_owned() } else { orphans.join(", ") },
            remedy: Some("restore the database from the last backup, or import the files again"),
        },
        Finding {
            check: "contents",
            ok: true,
            detail: format!(
                "{} offices, {} services, {} organizations, {} areas, {} towns, {} open review items",
                counts.offices,
                counts.services,
                counts.organizations,
                counts.areas,
                counts.towns,
                counts.reviews_open
            ),
            remedy: None,
        },
        Finding {
            check: "index",
            ok: index.sequence() >= head && (!index.is_empty() || counts.offices == 0),
            detail: format!("{} offices, sequence {} of {head}", index.len(), index.sequence()),
            remedy: Some("start `hoshizu serve` and wait a minute, or run `hoshizu reindex`"),
        },
    ]
}
