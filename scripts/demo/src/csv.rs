//! CSV the way each publisher writes it.

/// A cell quoted only where it must be (介護サービス情報公表システム, municipal files).
pub fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { quoted(text) } else { text.to_owned() }
}

/// A cell always quoted (WAM NET).
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A row of cells quoted where needed, with its line end.
pub fn row(cells: &[&str], end: &str) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("{}{end}", cells.join(","))
}
