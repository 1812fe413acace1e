//! The one font on paper, and what it can draw.

use crate::PrintError;
use hoshizu_catalog::fold;
use serde_json::Value;
use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
};
use typst::{
    foundations::Bytes,
    text::{Font, FontBook, FontWeight},
    utils::LazyHash,
};
use unicode_normalization::UnicodeNormalization as _;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The family templates name.
const FAMILY: &str = "BIZ UDGothic";
const DEBIAN: &str = "/usr/share/fonts/truetype/bizud-gothic";
/// Fields of documents that hold images.
const IMAGES: [&str; 2] = ["qr", "outline"];
/// 下駄: what printers in Japan set for a character they have no type for.
const MISSING: char = '〓';

/// `BIZ UDGothic` (Morisawa, SIL Open Font License 1.1), made for legibility at small sizes and on poor copies.
#[derive(Debug)]
pub struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
}

impl Fonts {
    /// The fonts built in; else those of `folder`; else those of Debian's package. Some milliseconds.
    pub fn load(folder: Option<&Path>) -> Result<Self, PrintError> {
        let folders: Vec<PathBuf> =
            folder.into_iter().map(Path::to_path_buf).chain([DEBIAN.into()]).collect();
        let embedded = EMBEDDED.iter().map(|file| Bytes::new(*file));
        Self::complete(embedded.flat_map(Font::iter).collect())
            .or_else(|| folders.iter().find_map(|folder| Self::complete(read(folder))))
            .ok_or_else(|| {
                let looked: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
                PrintError::NoFont { looked: looked.join(", ") }
            })
    }

    /// The family in both weights, or nothing.
    fn complete(mut fonts: Vec<Font>) -> Option<Self> {
        fonts.retain(|font| font.info().family.as_str() == FAMILY);
        let has = |weight| fonts.iter().any(|font| font.info().variant.weight == weight);
        (has(FontWeight::REGULAR) && has(FontWeight::BOLD))
            .then(|| Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts })
    }

    fn draws(&self, character: char) -> bool {
        // The private area has no meaning that a reader or a screen reader could know.
        !('\u{e000}'..='\u{f8ff}').contains(&character)
            && self.fonts.iter().all(|font| font.info().coverage.contains(character.into()))
    }

    /// The text in characters the font can draw: marks that show nothing are dropped, a rare form gives way to its
    /// common one, and what is left becomes 〓, so that one rare name never stops a print.
    fn clean(&self, text: &str) -> String {
        let mut clean = String::with_capacity(text.len());
        for character in composed(text).chars() {
            match character {
                '\n' => clean.push('\n'),
                _ if shows_nothing(character) => {}
                _ if self.draws(character) => clean.push(character),
                _ if character.is_whitespace() => clean.push(' '),
                _ => match self.common(character) {
                    Some(common) => clean.push_str(&common),
                    None => clean.push(MISSING),
                },
            }
        }
        clean
    }

    /// The form most people write: by Unicode (𝐀 is an A), else by our table of variant kanji (𠮷 is a 吉).
    fn common(&self, rare: char) -> Option<String> {
        let plain: String = rare.to_string().nfkc().collect();
        let variant = fold::base(&plain);
        let drawn = |text: &String| !text.is_empty() && text.chars().all(|character| self.draws(character));
        [plain, variant].into_iter().find(drawn)
    }

    /// Every text of a document, cleaned; images are ours and stay as they are.
    pub(crate) fn clean_all(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.clean(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.clean_all(item)),
            Value::Object(fields) => {
                let texts = fields.iter_mut().filter(|(name, _)| !IMAGES.contains(&name.as_str()));
                texts.for_each(|(_, field)| self.clean_all(field));
            }
            _ => {}
        }
    }
}

/// か and a combining mark as が. Texts without such marks keep the exact form of their kanji, which NFC would change.
fn composed(text: &str) -> Cow<'_, str> {
    let marks = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}');
    if text.contains(marks) { Cow::Owned(text.nfc().collect()) } else { Cow::Borrowed(text) }
}

/// Controls, marks of direction, joiners, and selectors of a variant of the kanji before them.
fn shows_nothing(character: char) -> bool {
    let control = character.is_control() && !character.is_whitespace();
    control
        || matches!(character,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}')
}

/// Files of a folder that are fonts; an unreadable folder holds none.
fn read(folder: &Path) -> Vec<Font> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let files =
        entries.filter(|path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ttf")));
    files.filter_map(|path| fs::read(path).ok()).flat_map(|file| Font::iter(Bytes::new(file))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_the_family_holds_no_font() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("broken.ttf"), b"not a font").unwrap();
        assert!(Fonts::complete(read(folder.path())).is_none());
        assert!(Fonts::complete(read(&folder.path().join("absent"))).is_none());
    }

    #[test]
    fn what_the_font_lacks_becomes_a_common_form_or_a_geta() {
        let Ok(fonts) = Fonts::load(None) else {
            eprintln!("skipped: BIZ UDGothic is not installed");
            return;
        };
        for (typed, printed) in [
            ("☆★①㈱髙﨑", "☆★①㈱髙﨑"),
            ("か\u{3099}っこう", "がっこう"),
            ("辻\u{e0101}さん\u{fe0f}", "辻さん"),
            ("a\u{200b}\u{202e}b\tc\u{0}", "ab c"),
            ("😀と𠮷野家\u{e000}", "〓と吉野家〓"),
            ("𝐀", "A"),
        ] {
            assert_eq!(fonts.clean(typed), printed, "{typed:?}");
        }
    }
}
