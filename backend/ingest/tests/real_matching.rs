//! Matching over the real files: counts by decision, precision and recall on pairs judged by hand, and a stratified
//! sample of pairs for further judging (`HOSHIZU_PAIRS=FILE`).
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use hoshizu_catalog::{edition::Edition, id::OfficeId, listing::Listing, progress::Silent};
use hoshizu_ingest::{
    Gazetteer, Hints, Kind, Limits, Parsed,
    matching::{Decision, Family, Matcher},
    open, read, recognise,
};
use std::{collections::BTreeMap, fmt::Write, path::PathBuf, time::Instant};

fn real() -> Option<PathBuf> {
    let root = std::env::var_os("HOSHIZU_REAL").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/real"),
        PathBuf::from,
    );
    if root.is_dir() {
        return Some(root);
    }
    eprintln!("skipped: the real files are not present");
    None
}

/// The newest edition of every list of offices, in the order of an import.
fn batches(root: PathBuf) -> Vec<(String, Vec<Listing>)> {
    let hints =
        Hints { mappings: &[], mapping: None, edition: None, today: Edition::parse("2026-11-23").unwrap() };
    let mut files: Vec<_> = open(&[root], &Limits::default())
        .unwrap()
        .files
        .into_iter()
        .filter(|file| !file.label.contains("editions/") && !file.label.contains("EXCERPT"))
        .filter_map(|file| {
            let bytes = file.bytes().ok()?;
            let recognition = recognise(&file, &bytes, &hints).ok()?;
            Some((file, bytes, recognition))
        })
        .collect();
    files.sort_by_key(|(_, _, r)| (r.kind.order(), r.dataset.clone(), r.edition.clone()));
    let mut gazetteer = Gazetteer::default();
    let mut out = Vec::new();
    for (file, bytes, recognition) in files {
        if matches!(recognition.kind, Kind::Unknown { .. }) {
            continue;
        }
        match read(&file, &bytes, &recognition, &gazetteer, &Silent).unwrap() {
            Parsed::Listings(batch) => {
                gazetteer.learn_from(&batch);
                let dataset = batch.dataset.clone();
                out.push((dataset, batch.records.into_iter().chain(batch.derived).map(|(_, l)| l).collect()));
            }
            Parsed::Areas(batch) | Parsed::Municipalities(batch) => {
                gazetteer.add_areas(batch.records.iter().chain(&batch.derived).map(|(_, area)| area));
            }
            Parsed::Towns(batch) => gazetteer.add_towns(batch.records.iter().map(|(_, town)| town)),
            _ => {}
        }
    }
    out
}

fn shown(dataset: &str, l: &Listing) -> String {
    let organization = l.organization.as_ref();
    format!(
        "{dataset}\t{}\t{}\t{}\t{}\t{}{}\t{}\t{}",
        l.number.as_ref().map_or("-", |n| n.as_str()),
        l.name,
        organization.map_or("-", |o| o.name.as_str()),
        organization.and_then(|o| o.number.as_ref()).map_or("-", |n| n.as_str()),
        l.address,
        l.building.as_deref().map(|b| format!("|{b}")).unwrap_or_default(),
        l.phone.as_deref().unwrap_or("-"),
        l.place.map_or_else(
            || "-".into(),
            |p| format!("{:.4},{:.4} {:?}", p.position.lat, p.position.lon, p.precision)
        ),
    )
}

#[test]
fn real_offices_are_matched_and_sampled() {
    let Some(root) = real() else { return };
    let mut matcher = Matcher::new();
    let mut office_rows: BTreeMap<OfficeId, Vec<(String, Listing)>> = BTreeMap::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut strata: BTreeMap<String, Vec<(u64, String)>> = BTreeMap::new();
    let mut queued = std::collections::BTreeSet::new();
    let mut next = 0_u128;
    let mut seconds = 0.0;
    let mut rows = 0;
    for (dataset, listings) in batches(root) {
        let family = Family::of_dataset(&dataset);
        let refs: Vec<&Listing> = listings.iter().collect();
        let start = Instant::now();
        let decided = matcher.decide_batch(&refs, family, &mut || {
            next += 1;
            OfficeId(uuid::Uuid::from_u128(next))
        });
        seconds += start.elapsed().as_secs_f64();
        rows += refs.len();
        for (listing, (office, decision)) in listings.iter().zip(&decided) {
            let (stratum, with) = match decision {
                Decision::Join(with, reason) => {
                    let other = office_rows.get(with).and_then(|known| known.first()).map(|(d, _)| d.clone());
                    let other = other.map_or("same".to_owned(), |d| format!("{:?}", Family::of_dataset(&d)));
                    (format!("join {reason:?} {family:?}x{other}"), Some(*with))
                }
                Decision::Candidate { with, agree, .. } => {
                    (format!("candidate {family:?} {agree:?}"), Some(*with))
                }
                Decision::New => (format!("new {family:?}"), None),
            };
            *counts.entry(stratum.clone()).or_default() += 1;
            if let Some(known) = with.and_then(|with| office_rows.get(&with)) {
                let mut text = shown(&dataset, listing);
                for (dataset, row) in known.iter().take(3) {
                    write!(text, "\n    {}", shown(dataset, row)).unwrap();
                }
                let order = matching_order(&listing.key, &dataset);
                strata.entry(stratum).or_default().push((order, text));
            }
            if let Decision::Candidate { with, .. } = decision {
                queued.insert((*office, *with));
            }
            office_rows.entry(*office).or_default().push((dataset.clone(), listing.clone()));
        }
    }
    near_but_new(&office_rows, &queued, &mut strata);
    eprintln!(
        "{rows} rows, {} offices, {} kept rows, {} bytes, {seconds:.2} s",
        next,
        matcher.len(),
        matcher.bytes()
    );
    for (stratum, n) in &counts {
        eprintln!("{n:>7} {stratum}");
    }
    if let Some(path) = std::env::var_os("HOSHIZU_PAIRS") {
        let sample = std::env::var("HOSHIZU_SAMPLE").ok().and_then(|n| n.parse().ok()).unwrap_or(14);
        let mut out = String::new();
        for (stratum, mut pairs) in strata {
            pairs.sort();
            writeln!(out, "=== {stratum} ({})", pairs.len()).unwrap();
            for (_, pair) in pairs.into_iter().take(sample) {
                writeln!(out, "{pair}\n").unwrap();
            }
        }
        std::fs::write(path, out).unwrap();
    }
    hold_against_judgements(&office_rows, &queued);
    assert!(
        counts.keys().any(|s| s.starts_with("join Number"))
            && counts.keys().any(|s| s.starts_with("candidate"))
    );
}

/// Pairs of different offices of the two systems, not joined, that share a telephone or stand within 30 m with alike
/// organization names: where a missed match would be.
fn near_but_new(
    offices: &BTreeMap<OfficeId, Vec<(String, Listing)>>,
    queued: &std::collections::BTreeSet<(OfficeId, OfficeId)>,
    strata: &mut BTreeMap<String, Vec<(u64, String)>>,
) {
    let mut by_phone: BTreeMap<&str, Vec<(OfficeId, &str, &Listing)>> = BTreeMap::new();
    for (office, rows) in offices {
        let (dataset, row) = &rows[0];
        if let Some(phone) = &row.phone {
            by_phone.entry(phone).or_default().push((*office, dataset, row));
        }
    }
    for group in by_phone.values() {
        for (at, (first, dataset, a)) in group.iter().enumerate() {
            for (second, other, b) in &group[at + 1..] {
                if queued.contains(&(*second, *first)) {
                    continue;
                }
                let pair = (Family::of_dataset(dataset), Family::of_dataset(other));
                let text = format!("{}\n    {}", shown(other, b), shown(dataset, a));
                let order = matching_order(&b.key, &a.key);
                strata.entry(format!("apart, same phone {pair:?}")).or_default().push((order, text));
            }
        }
    }
}

/// Pairs judged by hand: of those joined nearly all must be one office (precision), and of those that are one nearly all
/// must be joined (recall) or asked about in the review queue.
fn hold_against_judgements(
    offices: &BTreeMap<OfficeId, Vec<(String, Listing)>>,
    queued: &std::collections::BTreeSet<(OfficeId, OfficeId)>,
) {
    let mut office_of: BTreeMap<(&str, &str), OfficeId> = BTreeMap::new();
    for (office, rows) in offices {
        office_of.extend(rows.iter().map(|(dataset, row)| ((dataset.as_str(), row.key.as_str()), *office)));
    }
    let mut tally: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for line in include_str!("judged_pairs.tsv").lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), 6, "{line}");
        let (a, a_key, b, b_key) = (cells[0], cells[1], cells[2], cells[3]);
        let (agreement, verdict) = (cells[4], cells[5]);
        let (Some(first), Some(second)) = (office_of.get(&(a, a_key)), office_of.get(&(b, b_key))) else {
            eprintln!("not in these files: {line}");
            continue;
        };
        let asked = queued.contains(&(*first, *second)) || queued.contains(&(*second, *first));
        let decided = match (first == second, asked) {
            (true, _) => "joined",
            (_, true) => "asked",
            _ => "apart",
        };
        *tally.entry((verdict, decided)).or_default() += 1;
        if matches!((verdict, decided), ("two", "joined") | ("one", "apart" | "asked")) {
            eprintln!("{agreement} judged {verdict}, {decided}: {a} {a_key}, {b} {b_key}");
        }
    }
    let count = |verdict, decided| f64::from(tally.get(&(verdict, decided)).copied().unwrap_or(0));
    let one = count("one", "joined") + count("one", "asked") + count("one", "apart");
    let two = count("two", "joined") + count("two", "asked") + count("two", "apart");
    let precision = count("one", "joined") / (count("one", "joined") + count("two", "joined"));
    let recall = count("one", "joined") / one;
    let noticed = (count("one", "joined") + count("one", "asked")) / one;
    eprintln!("{one} judged one, {two} judged two: {tally:?}");
    eprintln!("precision {precision:.3}, recall {recall:.3}, joined or asked {noticed:.3}");
    assert!(one + two >= 100.0, "too few judged pairs found");
    assert!(precision >= 0.9 && noticed >= 0.9, "matching got worse: {precision:.3} {noticed:.3}");
}

/// A fixed shuffle: the same sample every time.
fn matching_order(a: &str, b: &str) -> u64 {
    a.bytes()
        .chain(b.bytes())
        .fold(0xcbf2_9ce4_8422_2325, |h, byte| (h ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
