//! Partners of another system: of a system the office itself does not belong to.
//!
//! Source: ours (DOMAIN: the two systems that are to meet). Unit: offices.

use crate::network::Graph;
use hoshizu_catalog::system::SystemSet;

/// How many partners of another system an office has. `systems` are those of every node; a partner without a known
/// system counts as none.
pub fn across(graph: &Graph, systems: &[SystemSet], v: u32) -> usize {
    let own = systems[v as usize].0;
    graph.of(v).iter().filter(|other| systems[**other as usize].0 & !own != 0).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use hoshizu_catalog::system::System;

    #[test]
    fn only_a_system_the_office_does_not_have_itself_counts() {
        let set = |systems: &[System]| systems.iter().copied().collect::<SystemSet>();
        let systems = [
            set(&[System::Care]),
            set(&[System::Care, System::Disability]),
            set(&[System::Care]),
            SystemSet::default(),
        ];
        let graph = Graph::new(4, [(0, 1), (0, 2), (0, 3)]);
        assert_eq!([0, 1, 2, 3].map(|v| across(&graph, &systems, v)), [1, 0, 0, 1]);
    }
}
