//! Limits on what is read, in one place, with their arithmetic.

/// How much of a file or archive is read before it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one plain file. The largest official file (訪問介護, all of Japan) is 16 MB; a file forty times as
    /// large is no list of offices.
    pub file: u64,
    /// Bytes all members of one archive may expand to, nested archives included.
    pub expanded: u64,
    /// How many times its size an archive may expand. Official CSV deflates 5–8 times, repetitive Japanese text in
    /// UTF-16 up to 25 times, a zip bomb 1,000 times.
    pub ratio: u64,
    /// Below this many bytes the ratio is not looked at: a short file of blanks expands far and harms nobody.
    pub ratio_floor: u64,
    /// Members of one archive. The complete publication of either system has 40.
    pub members: usize,
    /// Files found in the given folders.
    pub files: usize,
    /// Bytes of one CSV row. The longest official row has 4 KB; a cell of 1 MiB is a missing quote.
    pub row: usize,
    /// Cells of one row. The widest municipal set has 120 columns; a spreadsheet can have 16,384.
    pub columns: usize,
    /// Nodes of one network file. The country has 500,000 offices of every kind; exact betweenness over as many takes
    /// days, over 100,000 with a million ties about an hour.
    pub nodes: usize,
    /// Ties of one network file, twenty a node.
    pub ties: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 640 << 20,
            expanded: 2 << 30,
            ratio: 200,
            ratio_floor: 16 << 20,
            members: 4_096,
            files: 20_000,
            row: 1 << 20,
            columns: 1_024,
            nodes: 100_000,
            ties: 2_000_000,
        }
    }
}

impl Limits {
    /// Bytes an archive of this size may expand to: `ratio` times its size, at least `ratio_floor`, at most
    /// `expanded`.
    pub fn expansion_of(&self, compressed: u64) -> u64 {
        compressed.saturating_mul(self.ratio).max(self.ratio_floor).min(self.expanded)
    }
}
