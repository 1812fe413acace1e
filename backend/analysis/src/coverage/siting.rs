//! Where the next office would bring most people within reach: the maximal covering location problem (Church
//! et al. 1974), by the greedy rule, which covers at least 63 % (1 − 1/e) of the best possible (Nemhauser, Wolsey and
//! Fisher 1978) and is exact for one place.

/// A chosen place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Site {
    /// Number of the candidate.
    pub candidate: u32,
    /// People it brings within reach who were not before, persons.
    pub gain: f64,
}

/// People by point, whether they reach an office already, and which points an office at a candidate place would serve.
pub struct Field<'a, W> {
    people: &'a [f64],
    is_covered: Vec<bool>,
    within: W,
}

impl<'a, W: Fn(u32, &mut dyn FnMut(u32))> Field<'a, W> {
    /// A field in which the points marked reach an office already. `within` names every point within reach of an office
    /// at a candidate.
    pub fn new(people: &'a [f64], is_covered: Vec<bool>, within: W) -> Self {
        Self { people, is_covered, within }
    }

    /// People within reach of an office, persons.
    pub fn covered(&self) -> f64 {
        let within = |(people, is_covered): (&f64, &bool)| if *is_covered { *people } else { 0.0 };
        self.people.iter().zip(&self.is_covered).map(within).sum()
    }

    /// People an office at this candidate would bring within reach, persons.
    pub fn gain(&self, candidate: u32) -> f64 {
        let mut gain = 0.0;
        (self.within)(candidate, &mut |point| {
            if !self.is_covered[point as usize] {
                gain += self.people[point as usize];
            }
        });
        gain
    }

    /// Puts an office at this candidate.
    pub fn cover(&mut self, candidate: u32) {
        let is_covered = &mut self.is_covered;
        (self.within)(candidate, &mut |point| is_covered[point as usize] = true);
    }

    /// Up to `places` of the candidates, each where it gains most after those before it; ends when nobody is gained. Of
    /// equal gains the first candidate is taken.
    pub fn best(mut self, candidates: u32, places: usize) -> Vec<Site> {
        let mut gains: Vec<f64> = (0..candidates).map(|candidate| self.gain(candidate)).collect();
        let mut sites = Vec::new();
        while sites.len() < places {
            let Some(best) = self.next(&mut gains) else { break };
            self.cover(best.candidate);
            sites.push(best);
        }
        sites
    }

    /// The most people that any choice of up to `places` of the candidates brings within reach, by looking at every one;
    /// `None` where there are more than [`EXACT_CHOICES`] choices.
    pub fn exact(&self, candidates: u32, places: usize) -> Option<f64> {
        let mut reach: Vec<Vec<u32>> = (0..candidates).map(|candidate| self.uncovered(candidate)).collect();
        // Whoever gains nobody, or the very same people as another, adds no choice.
        reach.retain(|points| points.iter().any(|point| self.people[*point as usize] > 0.0));
        reach.sort_unstable();
        reach.dedup();
        let places = places.min(reach.len());
        if choices(reach.len() as u64, places as u64) > EXACT_CHOICES {
            return None;
        }
        let mut taken = vec![0_u32; self.people.len()];
        Some(self.most(&reach, places, &mut taken))
    }

    /// Points an office would bring within reach, rising.
    fn uncovered(&self, candidate: u32) -> Vec<u32> {
        let mut found = Vec::new();
        (self.within)(candidate, &mut |point| {
            if !self.is_covered[point as usize] {
                found.push(point);
            }
        });
        found.sort_unstable();
        found
    }

    /// The best of all choices of `places` among the candidates left; `taken` counts who covers each point already.
    fn most(&self, reach: &[Vec<u32>], places: usize, taken: &mut [u32]) -> f64 {
        let (Some((first, rest)), true) = (reach.split_first(), places > 0) else { return 0.0 };
        let without = if rest.len() >= places { self.most(rest, places, taken) } else { 0.0 };
        let mut gain = 0.0;
        for point in first {
            if taken[*point as usize] == 0 {
                gain += self.people[*point as usize];
            }
            taken[*point as usize] += 1;
        }
        let with = gain + self.most(rest, places - 1, taken);
        for point in first {
            taken[*point as usize] -= 1;
        }
        with.max(without)
    }

    /// Gains only fall as offices are added: an old gain is an upper bound, and only the leader is asked anew until it
    /// stays the leader (Minoux 1978).
    fn next(&self, gains: &mut [f64]) -> Option<Site> {
        loop {
            let (at, bound) = leader(gains)?;
            gains[at] = self.gain(at as u32);
            if gains[at] >= bound && gains[at] > 0.0 {
                return Some(Site { candidate: at as u32, gain: gains[at] });
            }
            if gains[at] <= 0.0 && leader(gains).is_none_or(|(_, best)| best <= 0.0) {
                return None;
            }
        }
    }
}

/// Most choices looked at to check the greedy rule: a tenth of a second.
pub const EXACT_CHOICES: u64 = 20_000;

/// Ways to choose so many of so many, as far as numbers go.
fn choices(of: u64, places: u64) -> u64 {
    (0..places).fold(1_u64, |ways, at| ways.saturating_mul(of - at) / (at + 1))
}

fn leader(gains: &[f64]) -> Option<(usize, f64)> {
    let mut best: Option<(usize, f64)> = None;
    for (at, gain) in gains.iter().enumerate() {
        if best.is_none_or(|(_, most)| *gain > most) {
            best = Some((at, *gain));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::space::{Space, Spot};
    use proptest::prelude::*;

    /// Candidates are the points; offices stand at some of them.
    fn field<'a>(
        points: &'a [Spot],
        people: &'a [f64],
        offices: &[Spot],
        km: f64,
    ) -> Field<'a, impl Fn(u32, &mut dyn FnMut(u32))> {
        let near = move |a: Spot, b: Spot| Space::Plane.distance(a, b) <= km;
        let is_covered = points.iter().map(|at| offices.iter().any(|office| near(*at, *office))).collect();
        Field::new(people, is_covered, move |candidate, each| {
            let reached = (0..).zip(points).filter(|(_, at)| near(points[candidate as usize], **at));
            reached.for_each(|(number, _)| each(number));
        })
    }

    fn spots(places: &[(f64, f64, u32)]) -> Vec<Spot> {
        places.iter().map(|&(x, y, _)| Spot::plane(x, y)).collect()
    }

    fn people(places: &[(f64, f64, u32)]) -> Vec<f64> {
        places.iter().map(|&(_, _, people)| f64::from(people)).collect()
    }

    /// The most people any choice of so many candidates covers.
    fn exact(points: &[Spot], people: &[f64], candidates: &[Spot], places: u32, km: f64) -> f64 {
        let covered = |chosen: u32| -> f64 {
            let reaches = |at: &Spot| {
                (0..candidates.len())
                    .any(|c| chosen & (1 << c) != 0 && Space::Plane.distance(*at, candidates[c]) <= km)
            };
            points.iter().zip(people).filter(|(at, _)| reaches(at)).map(|(_, people)| people).sum()
        };
        let choices = (0..1_u32 << candidates.len()).filter(|chosen| chosen.count_ones() <= places);
        choices.map(covered).fold(0.0, f64::max)
    }

    #[test]
    fn the_second_place_counts_only_whom_the_first_left_out() {
        let places = [(0.0, 0.0, 50), (1.0, 0.0, 30), (10.0, 0.0, 40), (30.0, 0.0, 5)];
        let (points, people) = (spots(&places), people(&places));
        let there = [Spot::plane(30.0, 0.0)];
        let field = field(&points, &people, &there, 2.0);
        assert!((field.covered() - 5.0).abs() < 1e-12);
        let found = field.best(4, 9);
        assert_eq!(found, [Site { candidate: 0, gain: 80.0 }, Site { candidate: 2, gain: 40.0 }]);
    }

    #[test]
    fn where_everybody_is_within_reach_no_place_is_named() {
        let at = [Spot::plane(0.0, 0.0)];
        assert_eq!(field(&at, &[9.0], &at, 1.0).best(1, 3), []);
        assert_eq!(field(&[], &[], &[], 1.0).best(0, 3), []);
    }

    #[test]
    fn more_choices_than_can_be_looked_at_are_not_checked() {
        assert_eq!((choices(20, 3), choices(5, 0), choices(100, 50) > EXACT_CHOICES), (1_140, 1, true));
        let at: Vec<Spot> = (0..200).map(|x| Spot::plane(f64::from(x), 0.0)).collect();
        let field = field(&at, &[1.0; 200], &[], 1.5);
        assert_eq!(field.exact(200, 3), None);
        assert_eq!(field.exact(200, 1), Some(3.0));
    }

    proptest! {
        #[test]
        fn greed_is_exact_for_one_place_and_near_the_best_for_more(
            places in prop::collection::vec((0.0..20.0_f64, 0.0..20.0_f64, 1..100_u32), 1..9),
            km in 1.0..8.0_f64, wanted in 1..4_u32
        ) {
            let (points, people) = (spots(&places), people(&places));
            let found = field(&points, &people, &[], km).best(points.len() as u32, wanted as usize);
            let gained: f64 = found.iter().map(|site| site.gain).sum();
            let best = exact(&points, &people, &points, wanted, km);
            let checked = field(&points, &people, &[], km).exact(points.len() as u32, wanted as usize);
            prop_assert!((checked.unwrap() - best).abs() < 1e-9);
            prop_assert!(gained <= best + 1e-9 && gained >= 0.632 * best - 1e-9, "{gained} of {best}");
            if wanted == 1 {
                prop_assert!((gained - best).abs() < 1e-9);
            }
            prop_assert!(found.windows(2).all(|pair| pair[0].gain >= pair[1].gain));
        }
    }
}
