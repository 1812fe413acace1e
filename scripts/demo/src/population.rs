//! People by age band: each 圏域 has its own mix of a young and an old population; everything larger is their sum.

use crate::{design::CENTERS, random::Random};

/// Five-year bands 0–4 … 85–89, and 90 and over.
pub const BANDS: usize = 19;

/// Shares of a thousand in a young town, by band.
const YOUNG: [f64; BANDS] = [
    47.0, 49.0, 50.0, 52.0, 60.0, 63.0, 64.0, 68.0, 73.0, 80.0, 86.0, 72.0, 60.0, 48.0, 45.0, 36.0, 24.0,
    15.0, 8.0,
];
/// Shares of a thousand where the young have left.
const OLD: [f64; BANDS] = [
    12.0, 14.0, 17.0, 18.0, 13.0, 14.0, 17.0, 22.0, 28.0, 34.0, 42.0, 50.0, 66.0, 88.0, 112.0, 121.0, 117.0,
    112.0, 103.0,
];
/// First band of 65 and over.
const AGED: usize = 13;

/// Persons by band of one area.
pub type Bands = [u64; BANDS];

/// Persons by band for every centre.
pub fn by_center(seed: u64) -> Vec<Bands> {
    let mut random = Random::new(seed, "population");
    let share = |bands: &[f64; BANDS]| bands[AGED..].iter().sum::<f64>() / bands.iter().sum::<f64>();
    let (young, old) = (share(&YOUNG), share(&OLD));
    CENTERS
        .iter()
        .map(|center| {
            let mix = ((center.aged - young) / (old - young)).clamp(0.0, 1.0);
            std::array::from_fn(|band| {
                let thousandth = YOUNG[band] / YOUNG.iter().sum::<f64>() * (1.0 - mix)
                    + OLD[band] / OLD.iter().sum::<f64>() * mix;
                (center.people * thousandth * (1.0 + 0.04 * random.signed())).round() as u64
            })
        })
        .collect()
}

/// Sum over the centres that belong together.
pub fn sum(centers: &[Bands], belongs: impl Fn(usize) -> bool) -> Bands {
    let mut total = [0; BANDS];
    for (_, bands) in centers.iter().enumerate().filter(|(index, _)| belongs(*index)) {
        for (to, from) in total.iter_mut().zip(bands) {
            *to += from;
        }
    }
    total
}

/// First and last year of a band; the last band is open.
pub fn years(band: usize) -> (usize, Option<usize>) {
    (band * 5, (band + 1 < BANDS).then_some(band * 5 + 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mountain_village_is_older_than_the_core_city() {
        let centers = by_center(48);
        let aged = |municipality: usize| {
            let bands = sum(&centers, |center| CENTERS[center].municipality == municipality);
            bands[AGED..].iter().sum::<u64>() as f64 / bands.iter().sum::<u64>() as f64
        };
        assert!(aged(6) > 0.48, "village {}", aged(6));
        assert!((0.22..0.30).contains(&aged(0)), "core city {}", aged(0));
    }
}
