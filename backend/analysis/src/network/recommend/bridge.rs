//! 「橋渡し候補」: offices of another system that serve the same area or people and to which no common partner leads.

use super::{Profile, Reason, Suggestion, metres};
use crate::network::Graph;

/// Offices that would bring `office` nearer to another system: those first through which most offices of that system come
/// within two steps, then the nearest; at most `most`.
pub fn bridges(graph: &Graph, profiles: &[Profile], office: u32, most: usize) -> Vec<Suggestion> {
    let here = &profiles[office as usize];
    let steps = graph.steps_from(office);
    let mut found: Vec<(usize, f64, Suggestion)> = graph
        .all()
        .filter(|v| *v != office && steps[*v as usize] > 2)
        .filter_map(|v| {
            let there = &profiles[v as usize];
            if here.systems.0 == 0 || there.systems.0 == 0 || here.systems.0 & there.systems.0 != 0 {
                return None;
            }
            let area = here.areas.iter().copied().find(|area| there.areas.contains(area));
            let clients = here.clients & there.clients;
            if (area.is_none() && clients == 0) || there.accepting == Some(false) {
                return None;
            }
            let opened = opened(graph, profiles, &steps, v);
            let metres = metres(here, there);
            let steps = Some(steps[v as usize]).filter(|steps| *steps < u32::MAX);
            let mut reasons = vec![Reason::OtherSystem { systems: there.systems }];
            reasons.extend(area.map(|area| Reason::SharedArea { area }));
            reasons.extend((clients != 0).then_some(Reason::SharedClients { clients }));
            reasons.push(Reason::FarApart { steps });
            reasons.extend((opened > 0).then_some(Reason::OpensWay { offices: opened }));
            reasons.extend(metres.map(|metres| Reason::Distance { metres }));
            Some((opened, metres.unwrap_or(f64::MAX), Suggestion { office: v, reasons }))
        })
        .collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.total_cmp(&b.1)).then(a.2.office.cmp(&b.2.office)));
    found.into_iter().take(most).map(|(_, _, suggestion)| suggestion).collect()
}

/// Partners of `v` that share a system with it and are more than two steps away so far.
fn opened(graph: &Graph, profiles: &[Profile], steps: &[u32], v: u32) -> usize {
    let systems = profiles[v as usize].systems.0;
    graph
        .of(v)
        .iter()
        .filter(|w| steps[**w as usize] > 2 && profiles[**w as usize].systems.0 & systems != 0)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use hoshizu_catalog::system::{System, SystemSet};

    fn office(system: System, area: u32) -> Profile {
        Profile { systems: SystemSet::from_iter([system]), areas: vec![area], ..Profile::default() }
    }

    #[test]
    fn only_another_system_of_the_same_area_without_a_common_partner_is_a_bridge() {
        let mut profiles = vec![
            office(System::Care, 1),
            office(System::Care, 1),
            office(System::Disability, 1), // two steps away
            office(System::Disability, 1),
            office(System::Disability, 2), // another area
            office(System::Care, 1),       // the same system
            office(System::Disability, 1), // takes nobody
            office(System::Disability, 1), // no way leads
        ];
        profiles[6].accepting = Some(false);
        let graph = Graph::new(8, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (3, 6)]);
        let found = bridges(&graph, &profiles, 0, 10);
        assert_eq!(found.iter().map(|s| s.office).collect::<Vec<_>>(), [3, 7]);
        assert!(found[0].reasons.contains(&Reason::FarApart { steps: Some(3) }));
        assert!(found[0].reasons.contains(&Reason::OpensWay { offices: 2 }));
        assert!(found[1].reasons.contains(&Reason::FarApart { steps: None }));
        assert!(found[1].reasons.contains(&Reason::SharedArea { area: 1 }));
    }

    #[test]
    fn shared_clients_count_as_a_shared_area_does() {
        let with = |system, area| Profile { clients: 0b100, ..office(system, area) };
        let profiles = [with(System::Care, 1), with(System::Child, 2)];
        let found = bridges(&Graph::new(2, []), &profiles, 0, 10);
        assert!(found[0].reasons.contains(&Reason::SharedClients { clients: 0b100 }));
    }
}
