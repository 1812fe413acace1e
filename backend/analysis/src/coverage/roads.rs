//! Kilometres by road between places, from a table, instead of straight lines.
//!
//! A table names ways between towns, and from towns to single offices. A way holds in both directions; of a pair named
//! twice the shorter way counts. Towns and offices the table names are known to it: between two of them it alone says
//! how far it is, and a pair it leaves out is out of reach. Everywhere else straight lines hold.

/// Points at the other end of ways, with kilometres.
pub type Ends = Vec<(u32, f64)>;

/// Ways between points where people live, and from them to offices.
#[derive(Debug, Default)]
pub struct Roads {
    /// Ways from each point to other points, by number; empty for all when there is no table.
    towns: Vec<Ends>,
    /// Points from which each office named by itself is reached.
    offices: Vec<Ends>,
    is_known: Vec<bool>,
}

impl Roads {
    /// Ways between so many points, (point, point, kilometres), and to so many offices, (point, office, kilometres).
    /// Numbers beyond them are left out.
    pub fn new(
        points: usize,
        offices: usize,
        between: impl IntoIterator<Item = (u32, u32, f64)>,
        to_offices: impl IntoIterator<Item = (u32, u32, f64)>,
    ) -> Self {
        let mut roads = Self {
            towns: vec![Vec::new(); points],
            offices: vec![Vec::new(); offices],
            is_known: vec![false; points],
        };
        for (a, b, km) in between {
            if (a.max(b) as usize) < points {
                roads.towns[a as usize].push((b, km));
                roads.towns[b as usize].push((a, km));
            }
        }
        for (point, office, km) in to_offices {
            if (point as usize) < points && (office as usize) < offices {
                roads.offices[office as usize].push((point, km));
                roads.is_known[point as usize] = true;
            }
        }
        for ends in roads.towns.iter_mut().chain(&mut roads.offices) {
            ends.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
            ends.dedup_by_key(|(number, _)| *number);
            ends.shrink_to_fit();
        }
        for (is_known, ends) in roads.is_known.iter_mut().zip(&roads.towns) {
            *is_known |= !ends.is_empty();
        }
        roads
    }

    /// How many points the table knows; 0 without one.
    pub fn known(&self) -> usize {
        self.is_known.iter().filter(|is_known| **is_known).count()
    }

    /// Whether the table knows a point.
    pub fn knows(&self, point: u32) -> bool {
        self.is_known.get(point as usize).copied().unwrap_or(false)
    }

    /// Ways from a point to others, by number.
    pub fn of_town(&self, point: u32) -> &[(u32, f64)] {
        self.towns.get(point as usize).map_or(&[], Vec::as_slice)
    }

    /// Ways to an office named by itself, by number of the point.
    pub fn of_office(&self, office: u32) -> &[(u32, f64)] {
        self.offices.get(office as usize).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_holds_in_both_directions_and_the_shorter_of_two_counts() {
        let roads = Roads::new(4, 1, [(0, 1, 5.0), (1, 0, 4.0), (0, 9, 1.0)], [(2, 0, 7.0), (2, 3, 1.0)]);
        assert_eq!(roads.of_town(0), [(1, 4.0)]);
        assert_eq!(roads.of_town(1), [(0, 4.0)]);
        assert_eq!(roads.of_office(0), [(2, 7.0)]);
        assert_eq!([0, 1, 2, 3, 9].map(|point| roads.knows(point)), [true, true, true, false, false]);
        assert_eq!((roads.known(), Roads::default().known()), (3, 0));
    }
}
