//! Which services people of an office commonly need beside it, from `data/network/needs.csv`: ours, after the roles of
//! `data/guide/roles.toml`; a starting point, not a rule.

use hoshizu_catalog::taxonomy::ServiceType;
use std::{collections::HashMap, sync::LazyLock};

static NEEDS: LazyLock<HashMap<ServiceType, u128>> = LazyLock::new(|| {
    let lines = include_str!("../../../../../data/network/needs.csv").lines().skip(1);
    let line = |line: &str| {
        let (service, needs) = line.split_once(',')?;
        Some((ServiceType::from_code(service)?, bits(needs.split('|').filter_map(ServiceType::from_code))))
    };
    lines.filter_map(line).collect()
});

/// Services as a bit each.
pub fn bits(services: impl IntoIterator<Item = ServiceType>) -> u128 {
    services.into_iter().fold(0, |bits, service| bits | 1 << service.index())
}

/// The services of a set of bits.
pub fn services(bits: u128) -> impl Iterator<Item = ServiceType> {
    ServiceType::all().filter(move |service| bits >> service.index() & 1 == 1)
}

/// What people of an office of these services commonly need that it does not offer itself.
pub fn needs(offered: &[ServiceType]) -> u128 {
    let all = offered.iter().filter_map(|service| NEEDS.get(service)).fold(0, |all, needs| all | needs);
    all & !bits(offered.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_needs_names_known_services() {
        let lines: Vec<&str> =
            include_str!("../../../../../data/network/needs.csv").lines().skip(1).collect();
        assert_eq!(NEEDS.len(), lines.len());
        for code in lines.iter().flat_map(|line| line.split([',', '|'])) {
            assert!(ServiceType::from_code(code).is_some(), "{code}");
        }
    }

    #[test]
    fn what_an_office_offers_itself_it_does_not_need() {
        let of = |code| ServiceType::from_code(code).unwrap();
        let found: Vec<ServiceType> = services(needs(&[of("care-430"), of("care-110")])).collect();
        assert!(found.contains(&of("disability-52")) && !found.contains(&of("care-110")));
    }
}
