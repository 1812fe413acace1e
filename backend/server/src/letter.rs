//! What a reminder letter carries: a token nobody can guess, the address it opens, a QR code of it.
//!
//! A letter is printed; where mail is configured, [`Letter::text`] is what a mail would say.

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write as _;

/// Modules of white around a code that readers want (ISO/IEC 18004).
const QUIET: usize = 4;

/// A letter to one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Name of the office.
    pub name: String,
    /// Where its link leads; the token stands behind `#`, which browsers send to nobody.
    pub url: String,
    /// The last day it can be answered, `YYYY-MM-DD`.
    pub until: String,
}

impl Letter {
    /// The letter as plain text, for mail.
    pub fn text(&self) -> String {
        format!(
            "{} 御中\n\n「星図」に載っている内容が今も正しいか、次のリンクからお知らせください(パスワードは要りません)。\n\n{}\n\n\
             このリンクは貴事業所の確認だけに、一度だけ使えます。期限は{}です。\n",
            self.name, self.url, self.until
        )
    }
}

/// The address of a token under the address people reach the page by.
pub fn url(origin: &str, token: &str) -> String {
    format!("{}/confirm#{token}", origin.trim_end_matches('/'))
}

/// 256 random bits in hexadecimal.
pub fn token() -> std::io::Result<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// A text as a QR code that survives a FAX (a quarter of it may be lost), in one path without `style`; nothing when it
/// is too long for one.
pub fn qr(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::Q).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size {
        for x in 0..code.size {
            if code[y][x].value() {
                let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_differ_and_stand_behind_the_number_sign() {
        let (one, other) = (token().unwrap(), token().unwrap());
        assert_eq!(one.len(), 64);
        assert_ne!(one, other);
        assert_eq!(url("https://h.example.jp/", &one), format!("https://h.example.jp/confirm#{one}"));
    }

    #[test]
    fn nothing_of_a_text_is_markup_in_its_code() {
        let svg = qr("https://h.example.jp/confirm#\"/><script>").unwrap();
        assert!(svg.starts_with("<svg ") && !svg.contains("script") && !svg.contains("style"));
    }
}
