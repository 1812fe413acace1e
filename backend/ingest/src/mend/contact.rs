//! Telephones, mail and web addresses.

use super::{Marks, narrow};
use hoshizu_catalog::{fold, listing::MarkKind};

/// What people write for "none".
fn is_nothing(value: &str) -> bool {
    let kept: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    kept.chars()
        .all(|c| matches!(c, '-' | '－' | 'ー' | '―' | '‐' | '−' | '–' | '—' | '.' | '・' | '*' | '0'))
        || matches!(
            kept.as_str(),
            "なし" | "無し" | "無" | "未定" | "不明" | "NULL" | "null" | "http://" | "https://"
        )
}

/// A telephone or FAX as digits and hyphens. What cannot be one is set aside with a mark.
pub fn read_phone(value: &str, field: &str, marks: &mut Marks) -> Option<String> {
    let value = value.trim();
    if is_nothing(value) {
        return None;
    }
    // Two numbers in one cell: the first is the one to call.
    let first = value.split(['、', ',', '，', '/', '／', '\n', ';']).next().unwrap_or(value);
    let phone = fold::phone(first);
    match &phone {
        Some(phone) => marks.folded(field, value, phone),
        None => marks.add(field, MarkKind::Unusable, value),
    }
    phone
}

/// A mail address with exactly one @ and a domain.
pub fn read_email(value: &str, field: &str, marks: &mut Marks) -> Option<String> {
    let value = value.trim();
    if is_nothing(value) {
        return None;
    }
    let mail = narrow(value).trim().trim_start_matches("mailto:").to_owned();
    if is_email(&mail) {
        marks.folded(field, value, &mail);
        return Some(mail);
    }
    marks.add(field, MarkKind::Unusable, value);
    None
}

fn is_email(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._-+%!#$&'*/=?^`{|}~".contains(c);
    text.split_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && local.chars().all(allowed) && is_host(domain))
}

fn is_host(host: &str) -> bool {
    let label =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    host.contains('.') && host.len() <= 253 && host.split('.').all(label)
}

/// A home page with scheme, and the mail address that may stand in its column instead.
pub fn read_url(value: &str, field: &str, marks: &mut Marks) -> (Option<String>, Option<String>) {
    let value = value.trim();
    if is_nothing(value) {
        return (None, None);
    }
    let plain = narrow(value);
    // Several pages in one cell: the first.
    let first = plain.split_whitespace().next().unwrap_or_default();
    if is_email(first) {
        marks.add(field, MarkKind::Folded, value);
        return (None, Some(first.to_owned()));
    }
    let url = mend_url(first);
    match &url {
        Some(url) => marks.folded(field, value, url),
        None => marks.add(field, MarkKind::Unusable, value),
    }
    (url, None)
}

/// `https://www,a.jp` → `https://www.a.jp`, `www.a.jp` → `http://www.a.jp`, `ttp://a.jp`, `http:/a.jp`, `http;//a.jp`.
fn mend_url(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let at = |needle: &str| lower.find(needle).map(|at| at + needle.len());
    let is_schemed = ["http", "ttp"].iter().any(|s| lower.starts_with(s));
    let (scheme, rest) = if is_schemed {
        let end =
            at("://").or_else(|| at(";//")).or_else(|| at("//")).or_else(|| at(":/")).or_else(|| at(":"))?;
        let secure = lower[..end].contains("ps");
        (if secure { "https://" } else { "http://" }, &text[end..])
    } else if lower.contains("://") {
        return None;
    } else {
        ("http://", text)
    };
    // A scheme written twice: `http://https://a.jp`.
    let rest = rest.trim_start_matches('/');
    if rest.to_ascii_lowercase().starts_with("http") && rest.contains("://") {
        return mend_url(rest);
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let host = host.replace([',', '、', '。'], ".").trim_end_matches('.').to_owned();
    let (name, port) = host.split_once(':').map_or((host.as_str(), None), |(name, port)| (name, Some(port)));
    let port_ok = port.is_none_or(|p| p.parse::<u16>().is_ok());
    let no_control = path.chars().all(|c| !c.is_control() && !matches!(c, '<' | '>' | '"'));
    (is_host(name) && port_ok && no_control && text.len() <= 2_000).then(|| format!("{scheme}{host}{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn home_pages_are_mended_where_certain_and_set_aside_where_not() {
        for (value, url, email, kinds) in [
            ("http://a.example.jp/", Some("http://a.example.jp/"), None, vec![]),
            ("https://www,a.example.jp/x", Some("https://www.a.example.jp/x"), None, vec![MarkKind::Folded]),
            ("www.a.example.jp", Some("http://www.a.example.jp"), None, vec![MarkKind::Folded]),
            ("ｈｔｔｐ://a.example.jp", Some("http://a.example.jp"), None, vec![MarkKind::Folded]),
            ("ttps://a.example.jp", Some("https://a.example.jp"), None, vec![MarkKind::Folded]),
            ("desk@a.example.jp", None, Some("desk@a.example.jp"), vec![MarkKind::Folded]),
            ("-", None, None, vec![]),
            ("なし", None, None, vec![]),
            ("準備中", None, None, vec![MarkKind::Unusable]),
            ("javascript:alert(1)", None, None, vec![MarkKind::Unusable]),
        ] {
            let mut marks = Marks::default();
            let read = read_url(value, "url", &mut marks);
            assert_eq!((read.0.as_deref(), read.1.as_deref()), (url, email), "{value}");
            assert_eq!(marks.0.iter().map(|m| m.kind).collect::<Vec<_>>(), kinds, "{value}");
        }
    }

    #[test]
    fn what_cannot_be_a_telephone_is_set_aside_with_a_mark() {
        let mut marks = Marks::default();
        assert_eq!(read_phone("12345", "phone", &mut marks), None);
        assert_eq!(marks.0[0].kind, MarkKind::Unusable);
        assert_eq!(read_phone("－", "phone", &mut marks), None);
        assert_eq!(marks.0.len(), 1, "a dash says that there is none");
    }
}
