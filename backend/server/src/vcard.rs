//! Writes vCard 4.0 (RFC 6350): UTF-8, CRLF, lines folded at 75 octets, text escaped.

use crate::view::card::Card;

/// The card of an office, with the note its keeper wrote and the names of its services.
pub fn write(card: &Card, services: &str, note: &str) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            fold(&mut out, &format!("{name}:{value}"));
        }
    };
    line("BEGIN", "VCARD");
    line("VERSION", "4.0");
    line("KIND", "org");
    line("UID", &format!("urn:uuid:{}", card.id));
    line("FN", &escape(&card.name));
    let organization = card.organization.as_ref().map_or("", |organization| &organization.name);
    line("ORG", &escape(if organization.is_empty() { &card.name } else { organization }));
    line("ROLE", &escape(services));
    // Seven parts: post office box, extended, street, locality, region, code, country. Ours is one text.
    let building = card.building.as_deref().unwrap_or_default();
    line("ADR;TYPE=work", &format!(";{};{};;;;", escape(building), escape(&card.address)));
    let number = |value: &str| value.chars().filter(char::is_ascii_digit).collect::<String>();
    if let Some(phone) = &card.phone {
        line("TEL;TYPE=\"voice,work\";VALUE=uri", &uri("tel:", &number(phone)));
    }
    if let Some(fax) = &card.fax {
        line("TEL;TYPE=\"fax,work\";VALUE=uri", &uri("tel:", &number(fax)));
    }
    if let Some(url) =
        card.url.as_deref().filter(|url| url.starts_with("http://") || url.starts_with("https://"))
    {
        // A URI may hold no control character: nothing can begin a line of its own.
        line("URL", &url.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>());
    }
    if let Some(position) = card.position {
        line("GEO", &format!("geo:{:.6},{:.6}", position.lat, position.lon));
    }
    line("NOTE", &escape(note));
    line("END", "VCARD");
    out
}

fn uri(scheme: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("{scheme}{value}") }
}

/// A text value: backslash, comma, semicolon and line break have a meaning and are escaped (RFC 6350, 3.4).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            ',' => out.push_str("\\,"),
            ';' => out.push_str("\\;"),
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Adds a line, folded so that no part is longer than 75 octets and no character is cut (RFC 6350, 3.2).
fn fold(out: &mut String, line: &str) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_begin_a_line_of_its_own() {
        assert_eq!(escape("あ\r\nEND:VCARD;a,b\\"), "あ\\nEND:VCARD\\;a\\,b\\\\");
    }

    #[test]
    fn lines_are_folded_between_characters() {
        let mut out = String::new();
        fold(&mut out, &format!("FN:{}", "あ".repeat(60)));
        assert!(out.lines().all(|line| line.len() <= 75), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), format!("FN:{}", "あ".repeat(60)));
    }
}
