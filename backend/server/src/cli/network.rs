//! `hoshizu network FILE`: the figures of any network, so that others can check them against their own tools.

use crate::{cli::CommandError, import::run::limits};
use hoshizu_analysis::network::{
    Figures, Groups, Range, Reading, Reports, answer::Answer, figures::Ask,
    metrics::confirmation::confirmation,
};
use hoshizu_ingest::{
    OpenError,
    network::{Input, NetworkError, NetworkFile, Wanted, read_network},
};
use std::{
    io::{Read as _, Write},
    path::{Path, PathBuf},
};

/// Options of `network`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// GraphML, or CSV with columns source and target; directed ties are read as reports
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Attribute of nodes to tell groups apart by; in CSV the columns `source_ATTR` and `target_ATTR`, or --nodes
    #[arg(long, value_name = "ATTR")]
    groups: Option<String>,
    /// CSV of nodes beside a CSV of ties: id, then attributes
    #[arg(long, value_name = "CSV")]
    nodes: Option<PathBuf>,
    /// Only ties both sides report; without it, ties either side reports
    #[arg(long)]
    mutual: bool,
    /// One JSON object with every figure, and those of every node
    #[arg(long)]
    json: bool,
}

/// Reads the file, works the figures out and prints them.
pub fn run(arguments: &Arguments) -> Result<(), CommandError> {
    let file = read(arguments)?;
    if file.headless {
        tracing::warn!("no header: the first row was read as a tie");
    }
    let groups = file.labels.as_deref().map(Groups::from_labels);
    let reports = Reports::new(vec![true; file.ids.len()], file.arcs.iter().copied());
    let reading = if arguments.mutual { Reading::Mutual } else { Reading::Either };
    let mut out = std::io::stdout();
    if arguments.json {
        let answer = Answer::of(&reports.graph(reading), &file.ids, groups.as_ref());
        serde_json::to_writer(&mut out, &answer).map_err(std::io::Error::from)?;
        return Ok(writeln!(out)?);
    }
    let ask = Ask { groups: groups.as_ref(), ..Ask::default() };
    let figures = |reading| Figures::of(&reports.graph(reading), ask);
    let shown = match (file.directed, arguments.mutual) {
        (true, false) => Shown::Both(Box::new(Range {
            mutual: figures(Reading::Mutual),
            either: figures(Reading::Either),
        })),
        _ => Shown::One(Box::new(figures(reading))),
    };
    Ok(print(&mut out, &shown, &file, groups.as_ref(), &reports)?)
}

fn read(arguments: &Arguments) -> Result<NetworkFile, CommandError> {
    let (label, bytes) = load(&arguments.file)?;
    let nodes = arguments.nodes.as_deref().map(load).transpose()?;
    let wanted = Wanted {
        groups: arguments.groups.as_deref(),
        nodes: nodes.as_ref().map(|(label, bytes)| Input { label, bytes }),
    };
    read_network(Input { label: &label, bytes: &bytes }, wanted, &limits()).map_err(|error| refused(&error))
}

/// A file with the name errors give it. Read whatever its ending, and never more of it than the limit, so that a pipe
/// without end is refused too.
fn load(path: &Path) -> Result<(String, Vec<u8>), CommandError> {
    let label = path.display().to_string();
    let failed = |source| CommandError::File { path: path.to_owned(), source };
    let limit = limits().file;
    let mut bytes = Vec::new();
    std::fs::File::open(path).map_err(failed)?.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > limit {
        return Err(OpenError::TooLarge { label, what: "bytes", limit }.into());
    }
    Ok((label, bytes))
}

fn refused(error: &NetworkError) -> CommandError {
    CommandError::Refused(format!("{error}\n  → {}", error.remedy))
}

/// One column of figures, or two where reports leave a range.
enum Shown {
    One(Box<Figures>),
    Both(Box<Range<Figures>>),
}

impl Shown {
    fn row(
        &self,
        out: &mut impl Write,
        name: &str,
        value: impl Fn(&Figures) -> Option<f64>,
    ) -> std::io::Result<()> {
        let text = |figures: &Figures| match value(figures) {
            None => "—".to_owned(),
            Some(value) if value.fract() == 0.0 && value.abs() < 1e15 => format!("{value:.0}"),
            Some(value) => format!("{value:.4}"),
        };
        match self {
            Self::One(figures) => writeln!(out, "{name:<34} {:>12}", text(figures)),
            Self::Both(range) => {
                writeln!(out, "{name:<34} {:>12} {:>12}", text(&range.mutual), text(&range.either))
            }
        }
    }

    fn widest(&self) -> &Figures {
        match self {
            Self::One(figures) => figures,
            Self::Both(range) => &range.either,
        }
    }
}

fn print(
    out: &mut impl Write,
    shown: &Shown,
    file: &NetworkFile,
    groups: Option<&Groups>,
    reports: &Reports,
) -> std::io::Result<()> {
    if matches!(shown, Shown::Both(_)) {
        writeln!(out, "{:<34} {:>12} {:>12}", "", "both report", "either does")?;
    }
    let count = |n: usize| Some(n as f64);
    shown.row(out, "nodes", |f| count(f.nodes))?;
    shown.row(out, "ties", |f| count(f.ties))?;
    shown.row(out, "density", |f| Some(f.density))?;
    shown.row(out, "components", |f| count(f.components))?;
    shown.row(out, "  of these without any tie", |f| count(f.isolates))?;
    shown.row(out, "  nodes of the greatest", |f| count(f.greatest_component))?;
    shown.row(out, "nodes whose loss parts it", |f| count(f.cuts.articulation_points.len()))?;
    shown.row(out, "ties whose loss parts it", |f| count(f.cuts.bridges.len()))?;
    shown.row(out, "degree centralization", |f| Some(f.degree_centralization))?;
    shown.row(out, "Gini coefficient of degrees", |f| Some(f.gini_degree))?;
    shown.row(out, "communities", |f| count(f.communities.count))?;
    shown.row(out, "  modularity Q", |f| Some(f.communities.q))?;
    shown.row(out, "  agreement over seeds", |f| Some(f.communities.agreement))?;
    if let Some(groups) = groups {
        print_groups(out, shown, groups)?;
    }
    if matches!(shown, Shown::Both(_)) {
        writeln!(out, "{:<34} {:>25.4}", "confirmed by both", confirmation(reports).confirmation_rate)?;
    }
    let cuts = &shown.widest().cuts;
    let name = |v: &u32| file.ids[*v as usize].as_str();
    for v in &cuts.articulation_points {
        writeln!(out, "without {} it falls apart", name(v))?;
    }
    for (a, b) in &cuts.bridges {
        writeln!(out, "only the tie {} — {} holds two parts together", name(a), name(b))?;
    }
    Ok(())
}

fn print_groups(out: &mut impl Write, shown: &Shown, groups: &Groups) -> std::io::Result<()> {
    shown.row(out, "assortativity", |f| f.assortativity)?;
    shown.row(out, "E–I index", |f| f.external.and_then(|external| external.index))?;
    shown.row(out, "  expected by lot", |f| f.external.and_then(|external| external.expected))?;
    shown.row(out, "  probability of one as low by lot", |f| f.external.map(|external| external.p_low))?;
    let name = |group: usize| match groups.names()[group].as_str() {
        "" => "(none)",
        name => name,
    };
    for (at, block) in shown.widest().blocks.iter().enumerate() {
        let pair = format!("density {} – {}", name(block.first), name(block.second));
        shown.row(out, &pair, |f| f.blocks.get(at).map(|block| block.density))?;
    }
    Ok(())
}
