//! Measures search beside its peers, and judges what it finds.
//!
//! `hoshizu-benchmark speed [offices]` compares with SQLite FTS5 and PostgreSQL pg_trgm on generated offices;
//! `hoshizu-benchmark relevance REAL_DIR` judges known items of real files read at run time.

mod offices;
mod peers;
mod queries;
mod real;
mod relevance;
mod speed;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["speed"] => speed::run(500_000),
        ["speed", count] => speed::run(count.parse()?),
        ["relevance", dir] => relevance::run(dir.as_ref()),
        _ => Err("usage: hoshizu-benchmark speed [offices] | relevance REAL_DIR".into()),
    }
}
