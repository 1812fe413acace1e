//! The local offices of a role in the order in which a person would call them.

use hoshizu_catalog::id::OfficeId;

/// An office that can take a role, with what is known between it and the office that asks. Ties, strengths and
/// availability are handed in by whoever has them; without them, distance decides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// The office.
    pub office: OfficeId,
    /// How close the tie to it is, 1–3 (Morita 2012), 0 for a tie without a stage; `None` without a tie.
    pub tie: Option<u8>,
    /// Whether it declares the strength asked for.
    pub strength: bool,
    /// Whether it takes new people; `None` where it does not say.
    pub available: Option<bool>,
    /// Metres away.
    pub distance_m: Option<f64>,
}

/// Those with a tie first and the closest of them before others, then a declared strength, then who takes new people,
/// then the nearest. Equal ones keep their order.
pub fn rank(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| {
        let tie = |c: &Candidate| c.tie.map_or(0, |closeness| closeness + 1);
        let open = |c: &Candidate| match c.available {
            Some(true) => 2,
            None => 1,
            Some(false) => 0,
        };
        let far = |c: &Candidate| c.distance_m.unwrap_or(f64::INFINITY);
        (tie(b), b.strength, open(b))
            .cmp(&(tie(a), a.strength, open(a)))
            .then_with(|| far(a).total_cmp(&far(b)))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn candidate(id: u128) -> Candidate {
        Candidate {
            office: OfficeId(Uuid::from_u128(id)),
            tie: None,
            strength: false,
            available: None,
            distance_m: None,
        }
    }

    #[test]
    fn a_tie_goes_before_strength_availability_and_distance() {
        let mut list = [
            Candidate { distance_m: Some(100.0), ..candidate(1) },
            Candidate { available: Some(true), distance_m: Some(900.0), ..candidate(2) },
            Candidate { available: Some(false), distance_m: Some(1.0), ..candidate(3) },
            Candidate { strength: true, ..candidate(4) },
            Candidate { tie: Some(1), ..candidate(5) },
            Candidate { tie: Some(3), ..candidate(6) },
            Candidate { distance_m: Some(50.0), ..candidate(7) },
        ];
        rank(&mut list);
        assert_eq!(list.map(|c| c.office.0.as_u128()), [6, 5, 4, 2, 7, 1, 3]);
    }
}
