//! Who works with whom, before anybody is asked: near offices of the same system, the hubs everybody needs, a few that
//! bridge; and how a year with joint trainings changes it.

use super::actors::{
    Actor,
    Role::{
        self, Both, CareManager, Consultation, Core, Expert, ForDisabled, ForOld, Hall, Health, Helpers,
        Hospital, Nursing, SupportCenter,
    },
    Side,
};
use crate::{grid, random::Random};
use hoshizu_catalog::tie::{Closeness, Frequency, Star, TieKind, TieKinds};
use std::collections::BTreeMap;

/// Wards in which the two systems train together between the waves.
pub const TRAINED: [u16; 2] = [101, 102];
/// Kilometres over which half of the willingness to work together is lost.
const HALF_WAY: f64 = 2.2;
/// Chance that two near offices of the same system work together, before anything else counts.
const BASE: f64 = 0.18;
/// Offices that bridge without being of both systems.
const BRIDGES: usize = 7;

/// Ties that are; smaller index first.
pub type Truth = BTreeMap<(usize, usize), Star>;

/// What is known of everybody before ties are.
pub struct Field<'a> {
    /// Offices.
    pub actors: &'a [Actor],
    /// How busy each is.
    busy: Vec<f64>,
    /// Who has friends on the other side.
    bridges: Vec<bool>,
}

impl<'a> Field<'a> {
    /// Draws how busy everybody is, and who bridges.
    pub fn new(actors: &'a [Actor], random: &mut Random) -> Self {
        let busy = actors
            .iter()
            .map(|_| {
                let u = random.unit();
                0.35 + 1.9 * u * u * u
            })
            .collect();
        let mut bridges: Vec<bool> = actors.iter().map(|actor| actor.role == Role::Both).collect();
        let sides: Vec<usize> = (0..actors.len())
            .filter(|at| matches!(actors[*at].role, Role::CareManager | Role::Consultation))
            .collect();
        for _ in 0..BRIDGES {
            bridges[*random.pick(&sides)] = true;
        }
        Self { actors, busy, bridges }
    }

    /// Whether a pair joins the two systems.
    pub fn crosses(&self, a: usize, b: usize) -> bool {
        let sides = [self.actors[a].role.side(), self.actors[b].role.side()];
        sides.contains(&Side::Care) && sides.contains(&Side::Disability)
    }

    /// Whether both belong to a ward in which they train together.
    pub fn trains(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.actors[a], &self.actors[b]);
        a.asked && b.asked && a.ward == b.ward && TRAINED.contains(&a.ward)
    }

    /// Chance that a pair works together.
    fn chance(&self, a: usize, b: usize) -> f64 {
        let (one, other) = (&self.actors[a], &self.actors[b]);
        let far = grid::distance(one.at, other.at) / HALF_WAY;
        let near = 1.0 / (1.0 + far * far);
        let same_area = one.center == other.center;
        let wanted = affinity(one.role, other.role, near, same_area);
        let bridged = if self.crosses(a, b) && (self.bridges[a] || self.bridges[b]) { 7.0 } else { 1.0 };
        (BASE * wanted * bridged * (self.busy[a] * self.busy[b]).sqrt()).min(0.93)
    }

    /// The ties at the first wave.
    pub fn ties(&self, random: &mut Random) -> Truth {
        let mut ties = Truth::new();
        for b in 0..self.actors.len() {
            for a in (0..b).filter(|a| self.actors[*a].asked || self.actors[b].asked) {
                if random.chance(self.chance(a, b)) {
                    ties.insert((a, b), self.star(a, b, random));
                }
            }
        }
        ties
    }

    /// The ties a year later: most are kept, some lost, some new; where the systems train together, many across.
    pub fn a_year_later(&self, before: &Truth, random: &mut Random) -> Truth {
        let mut ties = Truth::new();
        for b in 0..self.actors.len() {
            for a in (0..b).filter(|a| self.actors[*a].asked || self.actors[b].asked) {
                let trained = self.trains(a, b);
                if let Some(star) = before.get(&(a, b)) {
                    let kept = if trained { 0.96 } else { 0.88 };
                    if random.chance(kept) {
                        ties.insert((a, b), grown(*star, trained, random));
                    }
                    continue;
                }
                let meets = if trained && self.crosses(a, b) { 0.05 } else { 0.0 };
                if random.chance(self.chance(a, b) * 0.09 + meets) {
                    let star = self.star(a, b, random);
                    ties.insert((a, b), grown(star, trained, random));
                }
            }
        }
        ties
    }

    /// What two offices that work together do, how well they know each other, how often.
    fn star(&self, a: usize, b: usize, random: &mut Random) -> Star {
        let (one, other) = (&self.actors[a], &self.actors[b]);
        let likely = likely(one.role, other.role, self.crosses(a, b));
        let mut kinds: TieKinds = TieKind::ALL
            .into_iter()
            .zip(likely)
            .filter(|(_, chance)| random.chance(*chance))
            .map(|(k, _)| k)
            .collect();
        if kinds == TieKinds::default() {
            kinds = [TieKind::Information].into_iter().collect();
        }
        let close = if self.crosses(a, b) { 0.7 } else { 1.15 };
        let stage = match random.unit() * close {
            x if x < 0.33 => 1,
            x if x < 0.78 => 2,
            _ => 3,
        };
        // Frequency hangs on the work, not on closeness.
        let often = (self.busy[a] + self.busy[b]) * 0.22 + random.unit() * 0.8;
        let band = match often {
            x if x < 0.45 => Frequency::OneToTwo,
            x if x < 0.8 => Frequency::ThreeToFive,
            x if x < 1.15 => Frequency::SixToEleven,
            _ => Frequency::Monthly,
        };
        Star { kinds, closeness: Closeness::new(stage), frequency: Some(band) }
    }
}

/// A tie a year older; training together shows.
fn grown(star: Star, trained: bool, random: &mut Random) -> Star {
    let stage = star.closeness.map_or(1, Closeness::stage);
    let closer = random.chance(if trained { 0.4 } else { 0.12 });
    let training = if trained && random.chance(0.6) {
        [TieKind::Training].into_iter().collect()
    } else {
        TieKinds::default()
    };
    Star {
        kinds: star.kinds.union(training),
        closeness: Closeness::new((stage + u8::from(closer)).min(3)),
        frequency: star.frequency,
    }
}

/// How much two roles need each other: of these, of those (the former not after the latter in the order of [`Role`]), wherever
/// they are, for being near, for being near or three times in the same 圏域. The first that fits counts.
type Need = (&'static [Role], &'static [Role], f64, f64, f64);

#[rustfmt::skip]
const NEEDS: &[Need] = &[
    (&[CareManager], &[CareManager], 0.0, 0.9, 0.0),
    (&[Consultation], &[Consultation], 0.0, 4.2, 0.0),
    (&[CareManager, Consultation, Both], &[Both], 0.0, 1.3, 0.0),
    (&[CareManager], &[Consultation], 0.0, 0.13, 0.0),
    (&[CareManager, Both], &[SupportCenter], 0.0, 0.0, 2.6),
    (&[Consultation], &[SupportCenter], 0.0, 0.0, 0.5),
    (&[SupportCenter], &[SupportCenter], 3.0, 0.0, 0.0),
    (&[Consultation, Both, Core], &[ForDisabled], 4.6, 0.0, 0.0),
    (&[Consultation, Both], &[Core], 4.0, 0.0, 0.0),
    (&[CareManager], &[Core], 0.35, 0.0, 0.0),
    (&[SupportCenter], &[Core], 3.0, 0.0, 0.0),
    (&[CareManager, Both], &[ForOld], 2.4, 0.0, 0.0),
    (&[SupportCenter], &[ForOld], 7.0, 0.0, 0.0),
    (&[CareManager], &[ForDisabled], 0.45, 0.0, 0.0),
    (&[SupportCenter], &[ForDisabled], 2.2, 0.0, 0.0),
    (&[Consultation], &[ForOld], 0.3, 0.0, 0.0),
    (&[Core, ForOld, ForDisabled, Health, Hall], &[ForOld, ForDisabled, Health, Hall], 4.5, 0.0, 0.0),
    (&[SupportCenter], &[Health], 2.4, 0.0, 0.0),
    (&[Consultation, Both], &[Health], 1.1, 0.0, 0.0),
    (&[CareManager], &[Health], 0.3, 0.0, 0.0),
    (&[CareManager, Consultation, Both], &[Hall], 0.35, 0.0, 0.0),
    (&[SupportCenter], &[Hall], 1.3, 0.0, 0.0),
    (&[CareManager, Both], &[Nursing], 0.0, 1.15, 0.0),
    (&[CareManager, Both], &[Helpers], 0.0, 0.9, 0.0),
    (&[Consultation], &[Nursing], 0.0, 0.45, 0.0),
    (&[Consultation], &[Helpers], 0.0, 0.8, 0.0),
    (&[CareManager, Both, SupportCenter], &[Hospital], 0.5, 1.0, 0.0),
    (&[Consultation], &[Hospital], 0.35, 0.0, 0.0),
    (&[SupportCenter], &[Nursing, Helpers], 0.0, 0.5, 0.0),
    (&[Consultation, Core, Health], &[Expert], 1.2, 0.0, 0.0),
    (&[CareManager, Both, SupportCenter], &[Expert], 0.35, 0.0, 0.0),
];
/// What two roles need each other that no line names, for being near.
const SELDOM: f64 = 0.08;

fn affinity(a: Role, b: Role, near: f64, same_area: bool) -> f64 {
    let (a, b) = (a.min(b), a.max(b));
    let own = if same_area { 3.0 } else { near };
    let need = NEEDS.iter().find(|(first, second, ..)| first.contains(&a) && second.contains(&b));
    need.map_or(SELDOM * near, |(_, _, always, by_near, by_area)| always + by_near * near + by_area * own)
}

/// Chance of each kind in the order of [`TieKind::ALL`].
fn likely(a: Role, b: Role, crosses: bool) -> [f64; 6] {
    if crosses {
        return [0.12, 0.62, 0.4, 0.14, 0.24, 0.1];
    }
    let either = |role: Role| a == role || b == role;
    if either(Role::Nursing) || either(Role::Helpers) {
        [0.72, 0.8, 0.6, 0.34, 0.1, 0.06]
    } else if either(Role::SupportCenter) {
        [0.4, 0.8, 0.5, 0.26, 0.55, 0.24]
    } else if either(Role::Hospital) {
        [0.2, 0.85, 0.45, 0.04, 0.4, 0.05]
    } else if either(Role::ForOld) || either(Role::ForDisabled) || either(Role::Hall) || either(Role::Core) {
        [0.22, 0.75, 0.55, 0.12, 0.25, 0.3]
    } else {
        [0.1, 0.6, 0.35, 0.06, 0.42, 0.4]
    }
}
