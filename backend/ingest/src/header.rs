//! Column names. Publishers write one header in many ways: half- and full-width brackets, spaces, remarks in brackets.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// The columns of a table.
#[derive(Debug, Clone, Default)]
pub struct Header {
    names: Vec<String>,
    folded: Vec<String>,
}

/// One form for the spellings of a column name: NFKC, lower case, no spaces, underscores and middle dots.
pub fn fold(name: &str) -> String {
    name.trim_start_matches('\u{feff}')
        .nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '・' | '･'))
        .collect()
}

fn without_remark(folded: &str) -> &str {
    // `no(※システム内の固有の番号、連番)`; the brackets of `住所(番地以降)` tell columns apart and stay.
    folded.split_once("(※").map_or(folded, |(name, _)| name)
}

impl Header {
    /// The header these cells make.
    pub fn new(cells: &[Cow<'_, str>]) -> Self {
        let names: Vec<String> =
            cells.iter().map(|c| c.trim_start_matches('\u{feff}').trim().to_owned()).collect();
        let folded = names.iter().map(|name| without_remark(&fold(name)).to_owned()).collect();
        Self { names, folded }
    }

    /// Names as the file writes them.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Where the first of these names stands; the first name that is found wins.
    pub fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| {
            let wanted = fold(name);
            self.folded.iter().position(|have| *have == without_remark(&wanted))
        })
    }

    /// Whether every one of these stands in the header.
    pub fn has_all(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.find(&[name]).is_some())
    }

    /// Those that do not stand in the header.
    pub fn missing<'n>(&self, names: &[&'n str]) -> Vec<&'n str> {
        names.iter().copied().filter(|name| self.find(&[name]).is_none()).collect()
    }

    /// The name of a column as the file writes it, empty when there is none.
    pub fn name(&self, index: Option<usize>) -> &str {
        index.and_then(|i| self.names.get(i)).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_widths_and_remarks_do_not_hide_a_column() {
        let cells =
            ["\u{feff}NO（※システム内の固有の番号、連番）", "方書(ﾋﾞﾙ名等)", "名称＿カナ", "住所（番地以降）"];
        let header = Header::new(&cells.map(Cow::Borrowed));
        for (name, at) in [("NO", 0), ("方書（ビル名等）", 1), ("名称_カナ", 2), ("住所(番地以降)", 3)]
        {
            assert_eq!(header.find(&[name]), Some(at), "{name}");
        }
        assert_eq!(header.find(&["住所"]), None);
    }
}
