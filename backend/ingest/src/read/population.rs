//! Population by area and age band.

use super::{Table, refuse_faulty};
use crate::{
    Batch, Gazetteer, Mapping, header::Header, mapping::age_band, mend::narrow, report::rejection, table::Row,
};
use hoshizu_catalog::{
    area::{AreaKind, Population},
    listing::Rejection,
    number::MunicipalityCode,
};
use std::collections::HashSet;

/// The band a column header stands for: `age65_74`, `６５歳以上７５歳未満`, `85歳以上`, `15～64歳`, `総人口`.
pub(crate) fn band_of(header: &str) -> Option<Band> {
    let text = crate::header::fold(header).replace(['〜', '～', '−'], "~");
    if matches!(text.as_str(), "総人口" | "人口" | "人口総数" | "population") {
        return Some((0, None));
    }
    if matches!(text.as_str(), "total65plus" | "第1号被保険者数" | "高齢者人口") {
        return Some((65, None));
    }
    if let Some(band) = text.strip_prefix("age") {
        if let Some(from) = band.strip_suffix("plus") {
            return Some((from.parse().ok()?, None));
        }
        // Underscores are folded away: `age65_74` is `age6574`.
        let digits = band.bytes().all(|b| b.is_ascii_digit());
        return (digits && band.len() == 4)
            .then(|| Some((band[..2].parse().ok()?, Some(band[2..].parse().ok()?))))
            .flatten();
    }
    let text = text.replace("人口", "").replace("の", "");
    if let Some((from, to)) = text.split_once("歳以上") {
        let from = from.parse().ok()?;
        if to.is_empty() {
            return Some((from, None));
        }
        let below: u32 = to.strip_suffix("歳未満")?.parse().ok()?;
        return (below > from).then(|| (from, Some(below - 1)));
    }
    let (from, to) = text.strip_suffix('歳')?.split_once(['~', '-'])?;
    Some((from.trim_end_matches('歳').parse().ok()?, Some(to.parse().ok()?)))
}

/// Columns of a population table.
struct Columns {
    code: Option<usize>,
    prefecture: Option<usize>,
    city: Option<usize>,
    year: Option<usize>,
    bands: Vec<(usize, u32, Option<u32>)>,
    /// 年齢下限 and 年齢上限, where each band has a row of its own.
    limits: Option<(usize, usize)>,
}

/// Headers of the columns that give a row its age band.
const LIMITS: (&[&str], &[&str]) =
    (&["年齢下限", "age_from", "年齢（下限）"], &["年齢上限", "age_to", "年齢（上限）"]);

fn columns(table: &Table<'_>, mapping: Option<&Mapping>) -> Columns {
    let header = &table.header;
    if let Some(mapping) = mapping {
        let of = |field: &str| mapping.columns.get(field).and_then(|name| header.find(&[name]));
        let bands = mapping
            .columns
            .iter()
            .filter_map(|(field, name)| {
                let (from, to) = age_band(field)?;
                Some((header.find(&[name])?, from, to))
            })
            .collect();
        return Columns {
            code: of("municipality"),
            prefecture: of("prefecture"),
            city: of("city"),
            year: of("year"),
            bands,
            limits: None,
        };
    }
    let bands = header
        .names()
        .iter()
        .enumerate()
        .filter_map(|(at, name)| band_of(name).map(|(from, to)| (at, from, to)))
        .collect();
    Columns {
        code: header.find(&[
            "lgcode",
            "団体コード",
            "全国地方公共団体コード",
            "市区町村コード",
            "地域コード",
            "保険者番号",
        ]),
        prefecture: header.find(&["pref", "都道府県", "都道府県名"]),
        city: header.find(&["hokensha", "保険者", "保険者名", "市区町村名", "市区町村", "city", "地域名"]),
        year: header.find(&["year", "年", "調査年", "年度"]),
        bands,
        limits: header.find(LIMITS.0).zip(header.find(LIMITS.1)),
    }
}

/// An age band: first year, last year inclusive where it has one.
type Band = (u32, Option<u32>);

pub(crate) fn read(
    table: &Table<'_>,
    mapping: Option<&Mapping>,
    dataset: String,
    year: u32,
    gazetteer: &Gazetteer,
) -> Batch<Vec<Population>> {
    let reader = Reader { columns: columns(table, mapping), header: &table.header, year, gazetteer };
    let mut batch = Batch::new(dataset);
    batch.rows = table.rows.len() as u64;
    let mut seen: HashSet<(String, Option<Band>)> = HashSet::new();
    for row in &table.rows {
        if refuse_faulty(&mut batch, row) {
            continue;
        }
        let read = reader.row(row).and_then(|(key, bands)| {
            if seen.insert(key) {
                return Ok(bands);
            }
            let remedy = "同じ地域の行が前にあります。どちらかを消してください。";
            Err(reader.fault(row, reader.columns.city, &reader.place(row), "duplicate_row", remedy))
        });
        match read {
            Ok(bands) => batch.records.push((row.line, bands)),
            Err(rejection) => batch.rejected.push(rejection),
        }
    }
    batch
}

fn cell<'r>(row: &'r Row<'_>, at: Option<usize>) -> &'r str {
    at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim())
}

struct Reader<'a> {
    columns: Columns,
    header: &'a Header,
    year: u32,
    gazetteer: &'a Gazetteer,
}

/// What one row counts — the area, and the band where the row states it — and the counts.
type Counted = ((String, Option<Band>), Vec<Population>);

impl Reader<'_> {
    fn place(&self, row: &Row<'_>) -> String {
        format!("{}{}", cell(row, self.columns.prefecture), cell(row, self.columns.city))
    }

    fn fault(
        &self,
        row: &Row<'_>,
        column: Option<usize>,
        value: &str,
        reason: &str,
        remedy: &str,
    ) -> Rejection {
        rejection(row.line, self.header.name(column), value, reason, remedy)
    }

    fn row(&self, row: &Row<'_>) -> Result<Counted, Rejection> {
        let columns = &self.columns;
        let (prefecture, city) = (cell(row, columns.prefecture), cell(row, columns.city));
        let stated = self.stated_band(row)?;
        let code = area_code(cell(row, columns.code), prefecture, city, self.gazetteer)
            .map_err(|(reason, remedy)| self.fault(row, columns.city, &self.place(row), reason, remedy))?;
        let year = narrow(cell(row, columns.year)).parse().ok();
        let year = year.filter(|year| (1900..2200).contains(year)).unwrap_or(self.year);
        let mut bands = Vec::with_capacity(columns.bands.len());
        for (at, from, to) in &columns.bands {
            let (age_from, age_to) = stated.unwrap_or((*from, *to));
            let value = cell(row, Some(*at));
            let digits = narrow(value).replace([',', ' '], "");
            // Small counts are withheld with a sign.
            if matches!(digits.as_str(), "" | "-" | "…" | "x" | "X") {
                continue;
            }
            let Ok(persons) = digits.parse() else {
                return Err(self.fault(row, Some(*at), value, "bad_number", "人数は整数で書いてください。"));
            };
            bands.push(Population { area: code.clone(), age_from, age_to, persons, year });
        }
        if bands.is_empty() {
            return Err(self.fault(row, None, &self.place(row), "missing_number", "人数の列が空です。"));
        }
        Ok(((code, stated), bands))
    }

    /// The band of a row where each band has a row of its own.
    fn stated_band(&self, row: &Row<'_>) -> Result<Option<Band>, Rejection> {
        let Some((from, to)) = self.columns.limits else { return Ok(None) };
        let (lower, upper) = (cell(row, Some(from)), cell(row, Some(to)));
        limits(lower, upper).map(Some).ok_or_else(|| {
            let remedy =
                "年齢は0以上の整数で、下限は上限以下で書いてください。上限がないときは空欄にします。";
            self.fault(row, Some(from), &format!("{lower}〜{upper}"), "bad_age", remedy)
        })
    }
}

/// The band two cells give: whole years, the upper one empty where the band is open.
fn limits(from: &str, to: &str) -> Option<Band> {
    let from: u32 = narrow(from).parse().ok()?;
    let to = match narrow(to).as_str() {
        "" => None,
        text => Some(text.parse().ok()?),
    };
    to.is_none_or(|to| to >= from).then_some((from, to))
}

/// The code of the area a row counts; an area that is no municipality stands with its own (`community_area:27210:3`).
fn area_code(
    code: &str,
    prefecture: &str,
    city: &str,
    gazetteer: &Gazetteer,
) -> Result<String, (&'static str, &'static str)> {
    let own_kind = code.split(':').next().and_then(AreaKind::from_code);
    match own_kind {
        Some(_) if code.matches(':').count() == 2 => Ok(code.to_owned()),
        _ => area(code, prefecture, city, gazetteer).map(|code| code.to_string()),
    }
}

/// The municipality or prefecture a row counts.
fn area(
    code: &str,
    prefecture: &str,
    city: &str,
    gazetteer: &Gazetteer,
) -> Result<MunicipalityCode, (&'static str, &'static str)> {
    let code = narrow(code);
    let parsed = MunicipalityCode::parse(&code)
        .or_else(|e| if code.len() == 5 { MunicipalityCode::parse(&format!("0{code}")) } else { Err(e) });
    if let Ok(code) = parsed {
        return Ok(code);
    }
    if !code.is_empty() {
        return Err(("bad_code", "団体コードは5桁、または検査数字を付けた6桁で書いてください。"));
    }
    let compact = |text: &str| -> String { text.split_whitespace().collect() };
    let (prefecture, city) = (compact(prefecture), compact(city));
    if matches!(prefecture.as_str(), "全国" | "計" | "合計" | "総数")
        || matches!(city.as_str(), "計" | "合計" | "総数")
    {
        return Err(("total_row", "合計の行は取り込みません。何もする必要はありません。"));
    }
    if city.ends_with("連合") || city.ends_with("組合") {
        return Err((
            "insurer_of_several",
            "複数の市町村からなる広域連合です。構成する市町村ごとの人数に分けて取り込んでください。",
        ));
    }
    if city.is_empty() {
        return gazetteer
            .prefecture_number(&prefecture)
            .and_then(|number| MunicipalityCode::from_number(number * 1_000))
            .ok_or(("unknown_area", "団体コードの列を加えるか、都道府県名を正しく書いてください。"));
    }
    gazetteer
        .find(&prefecture, &city)
        .ok_or(("unknown_area", "団体コードの列を加えるか、先に市区町村の一覧を取り込んでください。"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_can_hold_one_band_of_any_area() {
        assert_eq!(limits("75", "84"), Some((75, Some(84))));
        assert_eq!(limits("８５", ""), Some((85, None)));
        assert_eq!(limits("84", "75"), None);
        let code = |text| area_code(text, "", "", &Gazetteer::default()).ok();
        assert_eq!(code("community_area:48101:1").as_deref(), Some("community_area:48101:1"));
        assert_eq!(code("480002").as_deref(), Some("48000"));
        assert_eq!(code("zone:1:2"), None);
    }

    #[test]
    fn age_bands_are_read_from_the_headers_publishers_use() {
        for (header, band) in [
            ("age65_74", Some((65, Some(74)))),
            ("age85plus", Some((85, None))),
            ("total_65plus", Some((65, None))),
            ("６５歳以上７５歳未満", Some((65, Some(74)))),
            ("８５歳以上", Some((85, None))),
            ("15〜64歳人口", Some((15, Some(64)))),
            ("0歳～14歳", Some((0, Some(14)))),
            ("総人口", Some((0, None))),
            ("foreign", None),
            ("要支援１", None),
        ] {
            assert_eq!(band_of(header), band, "{header}");
        }
    }
}
