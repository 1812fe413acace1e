//! How far it is to the nearest, second and third office.

use super::{Definition, Unit};
use crate::coverage::{
    pairs::Matrix,
    space::{Space, Spot},
};
use rayon::prelude::*;
use rstar::{RTree, primitives::GeomWithData};

const SOURCE: &str =
    "Minimum travel cost: Hewko, Smoyer-Tomic and Hodgson (2002), Environment and Planning A 34(7)";

pub(super) const NEAREST: Definition = Definition {
    code: "nearest_km",
    ja: "最寄りの事業所までの道のり",
    en: "Way to the nearest office",
    unit: Unit::Kilometres,
    more_is_better: false,
    definition_ja: "町丁目の中心から最も近い事業所までの道のりを、人口で重みをつけて平均した値です。道のりの表がないところは、直線距離に迂回率をかけます（山・川・航路は考えていません）。隣の地域の事業所も含みます。",
    definition_en: "Way from town centres to the nearest office, averaged over people. Without a table of ways by road it is the great-circle distance times the detour factor, which knows no mountains, rivers and ferries. Offices beyond the border count.",
    source: SOURCE,
};

pub(super) const SECOND: Definition = Definition {
    code: "second_km",
    ja: "2番目に近い事業所までの道のり",
    en: "Way to the second nearest office",
    definition_ja: "2番目に近い事業所までの道のりの平均です。最寄りが受け入れられないときに、どこまで行くことになるかの目安です。",
    definition_en: "The same for the second nearest office: how far people go when the nearest takes nobody.",
    ..NEAREST
};

pub(super) const THIRD: Definition = Definition {
    code: "third_km",
    ja: "3番目に近い事業所までの道のり",
    en: "Way to the third nearest office",
    definition_ja: "3番目に近い事業所までの道のりの平均です。選べる事業所が3つある範囲の目安です。",
    definition_en: "The same for the third nearest office: how far a choice of three is.",
    ..NEAREST
};

/// How many of the nearest are looked for.
pub const RANKS: usize = 3;

/// Kilometres to the nearest, second and third supplier; infinite where there are not so many.
pub type Nearest = [f64; RANKS];

/// The first of some distances, which rise.
pub(in crate::coverage) fn first(rising: impl IntoIterator<Item = f64>) -> Nearest {
    let mut found = [f64::INFINITY; RANKS];
    for (rank, apart) in found.iter_mut().zip(rising) {
        *rank = apart;
    }
    found
}

/// Distances from each point to its nearest suppliers.
pub fn nearest(space: Space, points: &[Spot], suppliers: &[Spot]) -> Vec<Nearest> {
    let tree = RTree::bulk_load(suppliers.iter().map(|spot| GeomWithData::new(spot.at, *spot)).collect());
    points
        .par_iter()
        .map(|point| {
            let suppliers = tree.nearest_neighbor_iter(point.at);
            first(suppliers.map(|supplier| space.distance(*point, supplier.data)))
        })
        .collect()
}

impl Matrix {
    /// Distances from each demand point to its nearest suppliers, as far as they are listed.
    pub fn nearest(&self) -> Vec<Nearest> {
        self.by_demand().iter().map(|list| first(list.iter().map(|(_, apart)| *apart))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fewer_suppliers_than_ranks_leave_the_rest_infinite() {
        let found = nearest(Space::Plane, &[Spot::plane(0.0, 0.0)], &[Spot::plane(3.0, 4.0)]);
        assert_eq!(found, [[5.0, f64::INFINITY, f64::INFINITY]]);
        assert_eq!(Matrix::new(1, 1, [(0, 0, 2.0)]).nearest(), [[2.0, f64::INFINITY, f64::INFINITY]]);
    }

    proptest! {
        #[test]
        fn the_tree_finds_what_looking_at_every_supplier_finds(
            points in prop::collection::vec((0.0..9.0_f64, 0.0..9.0_f64), 1..20),
            suppliers in prop::collection::vec((0.0..9.0_f64, 0.0..9.0_f64), 0..20)
        ) {
            let spots = |list: &[(f64, f64)]| list.iter().map(|&(x, y)| Spot::plane(x, y)).collect::<Vec<_>>();
            let (points, suppliers) = (spots(&points), spots(&suppliers));
            for (point, found) in points.iter().zip(nearest(Space::Plane, &points, &suppliers)) {
                let mut all: Vec<f64> = suppliers.iter().map(|s| Space::Plane.distance(*point, *s)).collect();
                all.resize(all.len() + RANKS, f64::INFINITY);
                all.sort_by(f64::total_cmp);
                prop_assert_eq!(&found[..], &all[..RANKS]);
            }
        }
    }
}
