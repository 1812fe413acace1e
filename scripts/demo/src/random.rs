//! Chance that repeats: the same seed and topic give the same numbers on every machine.
//!
//! Only `+ - * /` and square roots are used on floats anywhere in this crate: they are exact by IEEE 754 everywhere,
//! while `sin`, `exp` or `powf` differ between system libraries and would break "byte-identical".

/// `SplitMix64` (Steele, Lea, Flood 2014): small, fast, and good enough to scatter a prefecture.
#[derive(Debug, Clone)]
pub struct Random(u64);

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Random {
    /// A stream of its own for each topic, so that a change in one part leaves the others as they were.
    pub fn new(seed: u64, topic: &str) -> Self {
        let start = topic.bytes().fold(mix(seed ^ 0x9e37_79b9_7f4a_7c15), |h, b| mix(h ^ u64::from(b)));
        Self(start)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// A number below `n` (0 for `n` = 0).
    pub fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { ((u128::from(self.bits()) * n as u128) >> 64) as usize }
    }

    /// A number of `low..=high`.
    pub fn range(&mut self, low: u32, high: u32) -> u32 {
        low + self.below((high - low + 1) as usize) as u32
    }

    /// 0 ≤ x < 1.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// −1 ≤ x < 1.
    pub fn signed(&mut self) -> f64 {
        self.unit() * 2.0 - 1.0
    }

    /// True with this probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One of the items; they are never empty.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// An index, each as likely as its weight; 0 when all weights are 0.
    pub fn weighted(&mut self, weights: impl Iterator<Item = f64> + Clone) -> usize {
        let total: f64 = weights.clone().sum();
        let mut left = self.unit() * total;
        let mut last = 0;
        for (index, weight) in weights.enumerate() {
            if weight > 0.0 {
                last = index;
                if left < weight {
                    return index;
                }
                left -= weight;
            }
        }
        last
    }
}

/// Smooth noise: values at whole coordinates, blended between them.
#[derive(Debug, Clone, Copy)]
pub struct Noise(pub u64);

impl Noise {
    fn corner(self, x: i64, y: i64) -> f64 {
        let hash = mix(self.0 ^ mix((x as u64).wrapping_mul(0x9e37_79b9) ^ mix(y as u64)));
        (hash >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    }

    fn at(self, x: f64, y: f64) -> f64 {
        let (column, row) = (x.floor(), y.floor());
        let fade = |t: f64| t * t * t * (t * (t * 6.0 - 15.0) + 10.0);
        let (u, v) = (fade(x - column), fade(y - row));
        let (column, row) = (column as i64, row as i64);
        let low = self.corner(column, row) * (1.0 - u) + self.corner(column + 1, row) * u;
        let high = self.corner(column, row + 1) * (1.0 - u) + self.corner(column + 1, row + 1) * u;
        low * (1.0 - v) + high * v
    }

    /// Fractal noise of about −1 to 1: each octave twice as fine and half as strong.
    pub fn fractal(self, x: f64, y: f64, octaves: u32) -> f64 {
        let (mut sum, mut weight, mut scale, mut total) = (0.0, 1.0, 1.0, 0.0);
        for octave in 0..octaves {
            let layer = Self(mix(self.0 ^ u64::from(octave)));
            sum += weight * layer.at(x * scale, y * scale);
            total += weight;
            weight *= 0.5;
            scale *= 2.0;
        }
        sum / total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_topic_repeats_and_another_differs() {
        let run = |topic| {
            let mut r = Random::new(7, topic);
            [r.bits(), r.bits()]
        };
        assert_eq!(run("coast"), run("coast"));
        assert_ne!(run("coast"), run("towns"));
    }

    #[test]
    fn a_weight_of_zero_is_never_drawn() {
        let mut random = Random::new(1, "weights");
        assert!((0..500).all(|_| random.weighted([0.0, 2.0, 0.0, 1.0].into_iter()) % 2 == 1));
    }

    #[test]
    fn noise_stays_in_its_range_and_is_smooth() {
        let noise = Noise(3);
        for step in 0..1_000 {
            let x = f64::from(step) * 0.037;
            assert!(noise.fractal(x, 1.5, 5).abs() <= 1.0);
            assert!((noise.fractal(x, 1.5, 3) - noise.fractal(x + 0.001, 1.5, 3)).abs() < 0.02);
        }
    }
}
