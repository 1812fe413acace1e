//! Names of points, one after another: half a million texts of their own would take three times the memory.

/// Names by number.
#[derive(Debug, Default)]
pub struct Names {
    text: String,
    ends: Vec<u32>,
}

impl Names {
    /// Adds the next.
    pub fn push(&mut self, name: &str) {
        self.text.push_str(name);
        self.ends.push(self.text.len() as u32);
    }

    /// The name of a number; empty where there is none.
    pub fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let start = at.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before));
        let range = start.zip(self.ends.get(at)).map(|(start, end)| *start as usize..*end as usize);
        range.and_then(|range| self.text.get(range)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_found_by_its_number() {
        let mut names = Names::default();
        for name in ["中央一丁目", "", "北町"] {
            names.push(name);
        }
        assert_eq!([0, 1, 2, 3].map(|at| names.get(at)), ["中央一丁目", "", "北町", ""]);
        assert_eq!(Names::default().get(0), "");
    }
}
