//! `hoshizu import PATH…`.

use crate::{
    cli::{CommandError, open, progress::Terminal},
    config::Config,
    import::{FileReport, Importer, Options, Refusal, run},
    region::Region,
};
use arc_swap::ArcSwap;
use hoshizu_catalog::{edition::Edition, progress::Progress as _};
use hoshizu_ingest::{Mapping, SourceFile, difference::Coverage};
use hoshizu_store::Store;
use std::{io::Write as _, path::PathBuf, sync::Arc};

/// Options of `import`.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Arguments {
    /// Files, folders and archives
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Edition of all files, YYYY-MM, instead of the one each tells
    #[arg(long, value_name = "YYYY-MM", value_parser = Edition::parse)]
    edition: Option<Edition>,
    /// The files are whole data sets: rows they lack are gone
    #[arg(long, conflicts_with = "excerpt")]
    whole: bool,
    /// The files are excerpts: rows they lack stay
    #[arg(long)]
    excerpt: bool,
    /// Column mapping (JSON) for tables of unknown layout
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Write refused rows to this CSV
    #[arg(long, value_name = "FILE")]
    rejected: Option<PathBuf>,
    /// Only say what would change
    #[arg(long)]
    dry_run: bool,
    /// One JSON object a file
    #[arg(long)]
    json: bool,
}

/// Imports every file found; fails when one could not be imported, after having imported the others.
pub async fn run(config: &Config, arguments: Arguments) -> Result<(), CommandError> {
    let opened = hoshizu_ingest::open(&arguments.paths, &run::limits())?;
    if opened.files.is_empty() {
        return Err(CommandError::Refused("no data file found under the given paths".to_owned()));
    }
    let options = options(&arguments)?;
    let printer = Printer { json: arguments.json, dry_run: arguments.dry_run, rejected: arguments.rejected };
    files(config, opened.files, &options, printer).await
}

fn options(arguments: &Arguments) -> Result<Options, CommandError> {
    let mapping = match &arguments.mapping {
        None => None,
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .map_err(|source| CommandError::File { path: path.clone(), source })?;
            let mapping: Mapping = serde_json::from_str(&text)
                .map_err(|error| CommandError::Refused(format!("{}: {error}", path.display())))?;
            mapping.check().map_err(|error| CommandError::Refused(format!("{}: {error}", path.display())))?;
            Some(mapping)
        }
    };
    let coverage = match (arguments.whole, arguments.excerpt) {
        (true, _) => Some(Coverage::Whole),
        (_, true) => Some(Coverage::Excerpt),
        _ => None,
    };
    Ok(Options { edition: arguments.edition.clone(), coverage, mapping })
}

/// Imports files in the order in which they build on each other, then brings the index up to date.
pub async fn files(
    config: &Config,
    files: Vec<SourceFile>,
    options: &Options,
    printer: Printer,
) -> Result<(), CommandError> {
    let store = open::store(config).await?;
    let progress = Terminal::start();
    let mut importer = Importer::new(store.clone(), "command line", store.next_id()).await?;
    let (ordered, unknown) = in_order(&importer, files, options);
    let mut printer = printer.open()?;
    let mut failed = false;
    for (file, refusal) in &unknown {
        printer.refused(&file.label, refusal)?;
        failed = true;
    }
    for file in ordered {
        if progress.is_cancelled() {
            return Err(CommandError::Stopped);
        }
        let outcome = one(&mut importer, &file, options, &mut printer, progress.as_ref()).await?;
        progress.clear();
        match outcome {
            Ok(report) => printer.report(&report)?,
            Err(refusal) if refusal.is_stop() => return Err(CommandError::Stopped),
            Err(refusal) => {
                printer.refused(&file.label, &refusal)?;
                failed = true;
            }
        }
    }
    if !printer.settings.dry_run {
        index(config, &store, Arc::clone(&progress)).await?;
        crate::duplicates::look(&store, "command line").await?;
        progress.clear();
    }
    if failed { Err(CommandError::Incomplete) } else { Ok(()) }
}

async fn one(
    importer: &mut Importer,
    file: &SourceFile,
    options: &Options,
    printer: &mut OpenPrinter,
    progress: &Terminal,
) -> Result<Result<FileReport, Refusal>, CommandError> {
    let examined = match importer.examine(file, options, progress).await {
        Ok(examined) => examined,
        Err(refusal) => return Ok(Err(refusal)),
    };
    printer.rejections(&file.label, &examined.rejected)?;
    if printer.settings.dry_run {
        return Ok(Ok(examined.forecast()));
    }
    Ok(importer.apply(examined, progress).await)
}

/// Areas and towns first, because they place the offices; a data set by edition, because it goes forward only.
fn in_order(
    importer: &Importer,
    files: Vec<SourceFile>,
    options: &Options,
) -> (Vec<SourceFile>, Vec<(SourceFile, Refusal)>) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for file in files {
        match importer.recognise(&file, options) {
            Ok(recognition) => {
                // Municipalities before the areas inside them, which find their parent by position.
                let inside = recognition.dataset.as_deref() != Some("areas:n03");
                known.push((
                    (recognition.kind.order(), inside),
                    recognition.dataset,
                    recognition.edition,
                    file,
                ));
            }
            Err(refusal) => unknown.push((file, refusal)),
        }
    }
    known.sort_by(|a, b| (a.0, &a.1, &a.2, &a.3.label).cmp(&(b.0, &b.1, &b.2, &b.3.label)));
    (known.into_iter().map(|(_, _, _, file)| file).collect(), unknown)
}

/// Brings the index up to date, unless a running server does.
async fn index(config: &Config, store: &Store, progress: Arc<Terminal>) -> Result<(), CommandError> {
    let index = open::index(config)?;
    let region = ArcSwap::from_pointee(Region::load(store, 1).await?);
    match crate::indexer::catch_up(store, &index, &region, progress).await {
        Err(crate::indexer::IndexError::Search(hoshizu_search::Error::Busy)) => {
            tracing::info!("the running server will bring its index up to date");
            Ok(())
        }
        Err(error) => Err(error.into()),
        Ok(_) => Ok(()),
    }
}

/// How results are told.
pub struct Printer {
    /// One JSON object a file.
    pub json: bool,
    /// Nothing is written.
    pub dry_run: bool,
    /// CSV for refused rows.
    pub rejected: Option<PathBuf>,
}

impl Printer {
    fn open(self) -> Result<OpenPrinter, CommandError> {
        let sheet = match &self.rejected {
            None => None,
            Some(path) => {
                let failed = |source| CommandError::File { path: path.clone(), source };
                let mut sheet = std::io::BufWriter::new(std::fs::File::create(path).map_err(failed)?);
                sheet.write_all("\u{feff}ファイル,行,列,値,理由,対処\r\n".as_bytes()).map_err(failed)?;
                Some(sheet)
            }
        };
        Ok(OpenPrinter { settings: self, sheet })
    }
}

struct OpenPrinter {
    settings: Printer,
    sheet: Option<std::io::BufWriter<std::fs::File>>,
}

impl OpenPrinter {
    fn report(&mut self, report: &FileReport) -> std::io::Result<()> {
        let mut out = std::io::stdout();
        if self.settings.json {
            return writeln!(out, "{}", serde_json::to_string(report)?);
        }
        writeln!(
            out,
            "{}\n  {} {} — {} rows: {} imported ({} new, {} changed), {} unchanged, {} rejected; {} gone, {} to review; {:.1} s",
            report.file,
            report.dataset,
            report.edition,
            report.rows,
            report.imported,
            report.new,
            report.changed,
            report.unchanged,
            report.rejected,
            report.gone,
            report.candidates,
            report.seconds,
        )?;
        let mut tell = |what: &str, counts: &std::collections::BTreeMap<String, u64>| {
            let list: Vec<String> = counts.iter().map(|(name, n)| format!("{name} {n}")).collect();
            if list.is_empty() { Ok(()) } else { writeln!(out, "  {what}: {}", list.join(", ")) }
        };
        tell("mended and flagged", &report.marks)?;
        tell("rejected", &report.reasons)
    }

    fn refused(&mut self, file: &str, refusal: &Refusal) -> std::io::Result<()> {
        if self.settings.json {
            let value = serde_json::json!({"file": file, "error": refusal});
            return writeln!(std::io::stdout(), "{value}");
        }
        writeln!(std::io::stderr(), "{file}\n  {}\n  → {}", refusal.detail, refusal.remedy)
    }

    fn rejections(
        &mut self,
        file: &str,
        rejected: &[hoshizu_catalog::listing::Rejection],
    ) -> std::io::Result<()> {
        let Some(sheet) = self.sheet.as_mut() else { return Ok(()) };
        for row in rejected {
            let line = row.line.to_string();
            let cells =
                [file, &line, &row.column, &row.value, &row.reason, &row.remedy].map(crate::export::csv_cell);
            write!(sheet, "{}\r\n", cells.join(","))?;
        }
        sheet.flush()
    }
}
