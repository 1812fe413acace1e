//! What an office is told apart by: its system, its type, its area. One group each.

/// Groups of nodes: names in the order they first came, and the group of each node.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Groups {
    names: Vec<String>,
    of: Vec<u32>,
}

impl Groups {
    /// Groups by a label of each node.
    pub fn from_labels<T: AsRef<str>>(labels: &[T]) -> Self {
        let mut names: Vec<String> = Vec::new();
        let mut known = std::collections::HashMap::new();
        let of = labels
            .iter()
            .map(|label| {
                *known.entry(label.as_ref().to_owned()).or_insert_with_key(|name| {
                    names.push(name.clone());
                    names.len() as u32 - 1
                })
            })
            .collect();
        Self { names, of }
    }

    /// Every node in one group without a name.
    pub fn single(nodes: usize) -> Self {
        let names = if nodes == 0 { Vec::new() } else { vec![String::new()] };
        Self { names, of: vec![0; nodes] }
    }

    /// How many groups.
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// Their names.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The group of every node.
    pub fn of(&self) -> &[u32] {
        &self.of
    }

    /// The group of a node.
    #[inline]
    pub fn group(&self, v: u32) -> usize {
        self.of[v as usize] as usize
    }

    /// How many nodes each group has.
    pub fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.count()];
        for &group in &self.of {
            sizes[group as usize] += 1;
        }
        sizes
    }

    /// Where a group of this name stands.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// The nodes of a group as flags.
    pub fn members(&self, group: usize) -> Vec<bool> {
        self.of.iter().map(|&g| g as usize == group).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_in_the_order_they_first_came() {
        let groups = Groups::from_labels(&["care", "disability", "care"]);
        assert_eq!(groups.names(), ["care", "disability"]);
        assert_eq!((groups.of(), groups.sizes()), (&[0, 1, 0][..], vec![2, 1]));
        assert_eq!(groups.members(1), [false, true, false]);
    }
}
