//! Measures a tile of 500,000 offices: `cargo run --release -p hoshizu-tiles --example measure-tiles`.

use hoshizu_tiles::{OfficeTile, TileId, TilePoint};
use std::time::Instant;

/// Offices gathered around towns inside one tile of zoom 5 (135–146° E, 32–41° N), the same at each run.
fn offices(count: u32) -> Vec<(f64, f64, u8, u128)> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let towns: Vec<[f64; 2]> = (0..1000).map(|_| [135.2 + random() * 10.0, 32.2 + random() * 8.0]).collect();
    let office = |id: u32| {
        let [lon, lat] = towns[(random() * 1000.0) as usize % 1000];
        let place = (lon + (random() - 0.5) * 0.2, lat + (random() - 0.5) * 0.2);
        (place.0, place.1, (random() * 64.0) as u8, u128::from(id))
    };
    (0..count).map(office).collect()
}

fn main() {
    let offices = offices(500_000);
    for (z, x, y) in [(0, 0, 0), (5, 28, 12), (8, 227, 100), (13, 7270, 3220)] {
        let Some(id) = TileId::new(z, x, y) else { continue };
        let mut times = Vec::new();
        let mut size = 0;
        for _ in 0..15 {
            let start = Instant::now();
            let mut tile = OfficeTile::new(id);
            for &(lon, lat, systems, id) in &offices {
                tile.add(TilePoint { lon, lat, systems, id, name: None });
            }
            size = tile.finish().len();
            times.push(start.elapsed());
        }
        times.sort_unstable();
        eprintln!("z{z}: {size} bytes, median {:?}, slowest {:?}", times[7], times[14]);
    }
}
