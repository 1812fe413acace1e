//! Writes Atom feeds (RFC 4287).

use crate::view::change::OfficeChange;
use std::fmt::Write as _;

/// What stands at the head of a feed.
pub struct Feed {
    /// Title.
    pub title: String,
    /// Address of the feed itself.
    pub address: String,
    /// Address of the page it speaks of.
    pub page: String,
    /// When the newest entry was written (RFC 3339).
    pub updated: String,
}

/// The feed with its entries, newest first. `base` is the address of this server without a slash at its end.
pub fn write(feed: &Feed, changes: &[OfficeChange], base: &str) -> String {
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ja\">\n\
         <id>{0}</id>\n<title>{1}</title>\n<updated>{2}</updated>\n<author><name>星図</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{0}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{3}\"/>\n",
        escape(&feed.address),
        escape(&feed.title),
        escape(&feed.updated),
        escape(&feed.page),
    );
    for change in changes {
        let office = change.moved_to.unwrap_or(change.office.id);
        let _ = write!(
            text,
            "<entry>\n<id>urn:uuid:{}#{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}/offices/{office}\"/>\n\
             <content type=\"text\">{}</content>\n</entry>\n",
            change.office.id,
            change.seq,
            escape(&title(change)),
            escape(&change.at),
            escape(base),
            escape(&content(change)),
        );
    }
    text.push_str("</feed>\n");
    text
}

fn title(change: &OfficeChange) -> String {
    let what = match change.kind {
        "new" => "新しく掲載",
        "merged" => "ほかの事業所と統合",
        _ => "変更",
    };
    format!("{what}：{}", change.office.name)
}

fn content(change: &OfficeChange) -> String {
    let or_none = |value: &str| if value.is_empty() { "（なし）".to_owned() } else { value.to_owned() };
    let lines: Vec<String> = change
        .changes
        .iter()
        .map(|field| {
            format!("{}：{} → {}", word(&field.field), or_none(&field.before), or_none(&field.after))
        })
        .collect();
    if lines.is_empty() { title(change) } else { lines.join("\n") }
}

/// The Japanese word for a public field.
fn word(field: &str) -> &str {
    match field {
        "name" => "名称",
        "other_names" => "別の届出名",
        "kana" => "よみがな",
        "organization" => "法人",
        "numbers" => "事業所番号",
        "services" => "サービス",
        "address" => "住所",
        "building" => "建物名",
        "postal_code" => "郵便番号",
        "municipality" => "市区町村",
        "place" => "位置",
        "phone" => "電話",
        "fax" => "FAX",
        "url" => "ホームページ",
        "email" => "メール",
        "open" => "開いている曜日",
        "kyosei" => "共生型",
        "gone_in" => "掲載終了の版",
        other => other,
    }
}

/// Text inside an element or attribute: five characters are written as entities, and those XML 1.0 forbids are left
/// out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_escaped_or_left_out() {
        assert_eq!(escape("<a href=\"x\">&'\u{0}\u{b}"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
    }
}
