//! Networks to measure with, our figures of them, and what they cost.
//!
//! `hoshizu-benchmark-network write DIR` writes small networks as CSV with our figures as JSON beside them, for
//! `network_peers.py` to check; `measure [DIR]` measures ours and writes the large networks to DIR for the peer;
//! `drawing DIR` writes regions for the browser; `betweenness FILE` measures a large one; `suggest SHARED` judges
//! recommendations on held-out ties.

mod circles;
mod drawing;
mod measure;
mod networks;
mod suggest;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", dir] => networks::write_all(dir.as_ref()),
        ["measure", dir] => measure::run(dir.as_ref()),
        ["betweenness", file] => measure::betweenness_of(file.as_ref()),
        ["drawing", dir] => drawing::write_all(dir.as_ref()),
        ["suggest", shared] => suggest::run(shared.as_ref()),
        _ => {
            Err("usage: hoshizu-benchmark-network write DIR | measure DIR | drawing DIR | betweenness FILE | suggest SHARED"
                .into())
        }
    }
}
