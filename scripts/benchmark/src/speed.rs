//! The same offices, the same queries, the same run: ours and the peers, one client each, by turns.

use crate::{
    offices::Country,
    peers::{Peer, postgres::Postgres, sqlite::Sqlite},
    queries::{Asked, CLASSES, draw},
};
use hoshizu_catalog::progress::Silent;
use hoshizu_search::Index;
use std::{collections::BTreeMap, path::PathBuf, time::Instant};

const QUERIES: usize = 1_000;

/// Milliseconds on the clock, milliseconds of this thread's processor time, and total of each query.
type Measured = Vec<(f64, f64, u64)>;

pub fn run(count: u64) -> crate::Outcome {
    let dir: PathBuf = std::env::var("HOSHIZU_BENCH_DIR")?.into();
    let country = Country::new();
    let documents = || (0..count).map(|number| country.office(number));
    let index = ours(&dir, count, &country)?;
    let queries = draw(&country, count, QUERIES);
    let mut report = Report::default();
    report.add("hoshizu", &queries, &measure_ours(&index, &queries)?);
    report.add("hoshizu, answers cached", &queries, &measure_cached(&index, &queries)?);
    suggestions(&index, &queries)?;
    points(&index)?;
    throughput(&index, &queries);
    println!("resident memory: {} MB", resident_mb());
    if std::env::var_os("HOSHIZU_BENCH_ONLY_OURS").is_some() {
        return Ok(());
    }
    let began = Instant::now();
    let mut peers: Vec<Box<dyn Peer>> =
        vec![Box::new(Sqlite::open(&dir.join(format!("peer-{count}.sqlite")), documents())?)];
    eprintln!("SQLite ready after {:.0} s", began.elapsed().as_secs_f64());
    if let Ok(url) = std::env::var("HOSHIZU_BENCH_POSTGRES") {
        let began = Instant::now();
        peers.push(Box::new(Postgres::open(&url, documents())?));
        eprintln!("PostgreSQL ready after {:.0} s", began.elapsed().as_secs_f64());
    }
    for peer in &mut peers {
        let measured = measure_peer(peer.as_mut(), &queries)?;
        report.add(&peer.name(), &queries, &measured);
    }
    Ok(())
}

fn ours(dir: &std::path::Path, count: u64, country: &Country) -> Result<Index, Box<dyn std::error::Error>> {
    let path = dir.join(format!("hoshizu-{count}"));
    let index = Index::open(&path)?;
    if index.len() != count {
        let (began, cpu) = (Instant::now(), cpu_seconds());
        index.rebuild((0..count).map(|number| country.office(number)), 1, &Silent)?;
        println!(
            "rebuild of {count} offices: {:.1} s, {:.1} CPU-s (generating them included)",
            began.elapsed().as_secs_f64(),
            cpu_seconds() - cpu
        );
    }
    drop(index);
    let before = resident_mb();
    let began = Instant::now();
    let index = Index::open(&path)?;
    println!("open from disk: {:.0} ms, {} MB resident before, {} after", ms(began), before, resident_mb());
    index.set_places(Country::places());
    // Frequent words are worked out beside after opening; that is not what is measured.
    let (began, cpu) = (Instant::now(), cpu_seconds());
    let mut last = cpu;
    loop {
        std::thread::sleep(std::time::Duration::from_millis(1_000));
        let now = cpu_seconds();
        if now - last < 0.02 {
            break;
        }
        last = now;
    }
    println!(
        "frequent words ready after {:.1} s, {:.1} CPU-s",
        began.elapsed().as_secs_f64() - 1.0,
        last - cpu
    );
    let mut office = country.office(7);
    office.name.push('改');
    let began = Instant::now();
    index.apply(vec![office], &[], 2)?;
    println!("one changed office visible after {:.0} ms", ms(began));
    let size: u64 = std::fs::read_dir(&path)?.filter_map(|e| e.ok()?.metadata().ok()).map(|m| m.len()).sum();
    println!("index on disk: {} MB", size >> 20);
    Ok(index)
}

fn measure_ours(index: &Index, queries: &[Asked]) -> Result<Measured, Box<dyn std::error::Error>> {
    twice(queries, |asked| Ok(index.search_uncached(&asked.query)?.total))
}

/// The better of two passes: what else the machine does is not what is measured.
fn twice(
    queries: &[Asked],
    mut ask: impl FnMut(&Asked) -> Result<u64, Box<dyn std::error::Error>>,
) -> Result<Measured, Box<dyn std::error::Error>> {
    let mut measured: Measured = vec![(f64::INFINITY, f64::INFINITY, 0); queries.len()];
    for _ in 0..2 {
        for (asked, best) in queries.iter().zip(&mut measured) {
            let (began, cpu) = (Instant::now(), thread_ms());
            let total = ask(asked)?;
            *best = (best.0.min(ms(began)), best.1.min(thread_ms() - cpu), total);
        }
    }
    Ok(measured)
}

fn measure_cached(index: &Index, queries: &[Asked]) -> Result<Measured, Box<dyn std::error::Error>> {
    let mut measured = Vec::new();
    for asked in queries {
        index.search(&asked.query)?;
        let (began, cpu) = (Instant::now(), thread_ms());
        let answer = index.search(&asked.query)?;
        measured.push((ms(began), thread_ms() - cpu, answer.total));
    }
    Ok(measured)
}

fn measure_peer(peer: &mut dyn Peer, queries: &[Asked]) -> Result<Measured, Box<dyn std::error::Error>> {
    twice(queries, |asked| {
        let reply = peer.ask(asked.class, &asked.query)?;
        assert!(reply.cards as u64 == reply.total.min(crate::peers::PAGE as u64), "a page has its cards");
        Ok(reply.total)
    })
}

/// Prints a table an engine; the first is what the others are compared with.
#[derive(Default)]
struct Report {
    ours: BTreeMap<&'static str, f64>,
}

impl Report {
    fn add(&mut self, engine: &str, queries: &[Asked], measured: &Measured) {
        println!(
            "\n| {engine} | n | p50 ms | p99 ms | mean ms | p50 cpu | p99 cpu | mean cpu | found (median) | mean ÷ ours |"
        );
        println!("|---|---|---|---|---|---|---|---|---|---|");
        for class in std::iter::once("all").chain(CLASSES) {
            let rows =
                queries.iter().zip(measured).filter(|(asked, _)| class == "all" || asked.class == class);
            let rows: Vec<(f64, f64, u64)> = rows.map(|(_, row)| *row).collect();
            let mut times: Vec<f64> = rows.iter().map(|row| row.0).collect();
            let mut cpu: Vec<f64> = rows.iter().map(|row| row.1).collect();
            let mut totals: Vec<u64> = rows.iter().map(|row| row.2).collect();
            times.sort_by(f64::total_cmp);
            cpu.sort_by(f64::total_cmp);
            totals.sort_unstable();
            let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
            let (mean, mean_cpu) = (mean(&times), mean(&cpu));
            let base = *self.ours.entry(class).or_insert(mean);
            println!(
                "| {class} | {} | {:.3} | {:.2} | {mean:.3} | {:.3} | {:.2} | {mean_cpu:.3} | {} | {:.1} |",
                times.len(),
                at(&times, 0.5),
                at(&times, 0.99),
                at(&cpu, 0.5),
                at(&cpu, 0.99),
                totals[totals.len() / 2],
                mean / base
            );
        }
    }
}

fn at(sorted: &[f64], share: f64) -> f64 {
    sorted[((sorted.len() as f64 * share) as usize).min(sorted.len() - 1)]
}

fn suggestions(index: &Index, queries: &[Asked]) -> crate::Outcome {
    let mut times = Vec::new();
    for asked in queries.iter().filter(|asked| asked.class == "name prefix") {
        for length in 1..=asked.query.q.chars().count() {
            let typed: String = asked.query.q.chars().take(length).collect();
            let began = Instant::now();
            index.suggest(&typed, 8)?;
            times.push(ms(began));
        }
    }
    times.sort_by(f64::total_cmp);
    println!("\nsuggest: n {} p50 {:.3} ms, p99 {:.2} ms", times.len(), at(&times, 0.5), at(&times, 0.99));
    Ok(())
}

fn points(index: &Index) -> crate::Outcome {
    let query =
        hoshizu_search::Query { bbox: Some([122.0, 20.0, 154.0, 46.0]), ..hoshizu_search::Query::default() };
    let mut times: Vec<(f64, u64)> = Vec::new();
    for _ in 0..9 {
        let (mut count, mut sum) = (0_u64, 0.0);
        let began = Instant::now();
        index.points(&query, &mut |point| {
            count += 1;
            sum += point.lat;
        })?;
        assert!(sum > 0.0, "points have positions");
        times.push((ms(began), count));
    }
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    println!("points of all Japan: {} in {:.1} ms (median of 9)", times[4].1, times[4].0);
    Ok(())
}

fn throughput(index: &Index, queries: &[Asked]) {
    for threads in [1, 2, 4] {
        let began = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    queries.iter().filter_map(|asked| index.search_uncached(&asked.query).ok()).count()
                });
            }
        });
        let rate = (threads * queries.len()) as f64 / began.elapsed().as_secs_f64();
        println!("{threads} clients: {rate:.0} queries a second (mixed, uncached)");
    }
}

fn ms(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1_000.0
}

/// Processor time of this thread: what a query costs, however busy the machine. A server beside us (PostgreSQL) is
/// not in it.
fn thread_ms() -> f64 {
    cpu_time::ThreadTime::now().as_duration().as_secs_f64() * 1_000.0
}

/// CPU seconds of this process, from the kernel's own count of 1/100 s.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 =
        after_name.split_whitespace().skip(11).take(2).filter_map(|t| t.parse::<u64>().ok()).sum();
    ticks as f64 / 100.0
}

fn resident_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) >> 10
}
