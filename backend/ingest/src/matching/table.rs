//! Hash chains over rows: who shares a number, an address, a telephone, or an organization within a municipality.

use super::key::Row;

/// Rows of one chain that are looked at. The longest honest chain is the telephone of a prefectural desk (a few
/// hundred); a file with one telephone in every row must not make matching quadratic.
const LONGEST: usize = 512;

const NONE: u32 = u32::MAX;

/// Chains by four keys; each has its heads (a power of two) and one link a row.
#[derive(Debug, Default)]
pub(crate) struct Chains {
    heads: Vec<[u32; 4]>,
    links: Vec<[u32; 4]>,
}

/// The keys a row is found by; 0 is no key.
fn keys(row: &Row) -> [u32; 4] {
    let organization =
        if row.organization_number == 0 { row.organization_name } else { row.organization_number };
    // An organization with 2,000 offices is looked up within a municipality only.
    let local = |key: u32| {
        if key == 0 || row.municipality == 0 { 0 } else { (key ^ row.municipality.rotate_left(13)).max(1) }
    };
    [row.number, row.address, row.phone, local(organization)]
}

impl Chains {
    /// Adds the row that will stand at the end of `rows`.
    pub fn insert(&mut self, rows: &[Row], row: &Row) {
        if rows.len() >= self.heads.len() {
            self.grow(rows);
        }
        self.link(rows.len() as u32, row);
    }

    fn grow(&mut self, rows: &[Row]) {
        let size = (rows.len() + 1).next_power_of_two().max(1_024) * 2;
        self.heads = vec![[NONE; 4]; size / 2];
        self.links.clear();
        for (at, row) in rows.iter().enumerate() {
            self.link(at as u32, row);
        }
    }

    fn link(&mut self, at: u32, row: &Row) {
        let mask = self.heads.len() as u32 - 1;
        let mut links = [NONE; 4];
        for (kind, key) in keys(row).into_iter().enumerate().filter(|(_, key)| *key != 0) {
            let head = &mut self.heads[(key & mask) as usize][kind];
            links[kind] = *head;
            *head = at;
        }
        self.links.push(links);
    }

    /// Rows that share a key with this one, each once, the oldest first.
    pub fn of<'a>(&'a self, rows: &'a [Row], row: &Row) -> impl Iterator<Item = u32> + use<'a> {
        let mut found = Vec::new();
        if !self.heads.is_empty() {
            let mask = self.heads.len() as u32 - 1;
            for (kind, key) in keys(row).into_iter().enumerate().filter(|(_, key)| *key != 0) {
                let mut at = self.heads[(key & mask) as usize][kind];
                let mut steps = 0;
                while at != NONE && steps < LONGEST {
                    if keys(&rows[at as usize])[kind] == key {
                        found.push(at);
                    }
                    at = self.links[at as usize][kind];
                    steps += 1;
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter()
    }

    pub fn bytes(&self) -> usize {
        (self.heads.capacity() + self.links.capacity()) * 16
    }
}
