//! 事業所: places, their organizations, and the services they deliver.

use crate::{
    land::Land,
    opening::Build,
    organization::Organization,
    place::{Place, Surveyor},
    prefecture::Prefecture,
    services::{BUNDLES, Service},
};

/// One service of an office: a row of an official file.
#[derive(Debug, Clone)]
pub struct Row {
    /// The service.
    pub service: &'static Service,
    /// Name in that file.
    pub name: String,
    /// Reading, hiragana.
    pub kana: String,
    /// 事業所番号.
    pub number: String,
    /// Capacity; 0 when not stated.
    pub capacity: u32,
}

/// An office.
#[derive(Debug, Clone)]
pub struct Office {
    /// Index of its organization.
    pub organization: usize,
    /// Where.
    pub place: Place,
    /// Telephone.
    pub phone: String,
    /// FAX, empty when it has none.
    pub fax: String,
    /// Home page, empty when it has none.
    pub url: String,
    /// What it delivers.
    pub rows: Vec<Row>,
    /// 共生型: older and disabled people at once.
    pub kyosei: bool,
}

/// All organizations and offices of a prefecture.
pub struct Directory {
    /// Organizations.
    pub organizations: Vec<Organization>,
    /// Offices.
    pub offices: Vec<Office>,
}

impl Directory {
    /// Opens `count` offices of 介護保険 and 障害福祉 (never fewer than one of each kind).
    pub fn new(prefecture: &Prefecture, land: &Land, surveyor: &mut Surveyor, count: usize) -> Self {
        let mut build = Build::new(prefecture, land, surveyor);
        build.councils();
        build.island();
        let left = count.saturating_sub(build.directory.offices.len());
        // The kinds are opened in turn, so that every organization grows offices of both systems.
        let mut queue: Vec<(usize, usize)> = shares(left)
            .into_iter()
            .enumerate()
            .flat_map(|(bundle, many)| (0..many).map(move |turn| (turn * 10_000 / many, bundle)))
            .collect();
        queue.sort_unstable();
        for (_, bundle) in queue {
            build.open(&BUNDLES[bundle]);
        }
        build.finish()
    }
}

/// How many offices of each kind make `count`: every kind once, the rest by proportion, largest remainder.
fn shares(count: usize) -> Vec<usize> {
    let total: f64 = BUNDLES.iter().map(|bundle| bundle.count).sum();
    let exact: Vec<f64> = BUNDLES.iter().map(|bundle| bundle.count / total * count as f64).collect();
    let mut many: Vec<usize> = exact.iter().map(|share| (*share as usize).max(1)).collect();
    let mut order: Vec<usize> = (0..many.len()).collect();
    order.sort_by(|a, b| (exact[*b] % 1.0).total_cmp(&(exact[*a] % 1.0)).then(a.cmp(b)));
    let mut turn = 0;
    while many.iter().sum::<usize>() < count {
        many[order[turn % order.len()]] += 1;
        turn += 1;
    }
    while many.iter().sum::<usize>() > count {
        let largest = (0..many.len()).max_by_key(|index| many[*index]).unwrap_or(0);
        if many[largest] < 2 {
            break;
        }
        many[largest] -= 1;
    }
    many
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_leave_no_kind_out() {
        for count in [60, 400, 1_490, 9_600] {
            let many = shares(count);
            assert_eq!(many.iter().sum::<usize>(), count);
            assert!(many.iter().all(|n| *n >= 1));
        }
    }
}
