//! 介護サービス情報公表システム: `jigyosho_NNN.csv`, UTF-8 with BOM, CRLF, 24 columns, with a few of the faults the real
//! files have.

use crate::{
    csv,
    office::{Directory, Office, Row},
    organization::Organization,
    prefecture::{Prefecture, six_digits},
    random::Random,
    services::Days,
    words,
};
use std::collections::BTreeMap;

/// The header of the official files.
pub const HEADER: &str = "\u{feff}都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,方書（ビル名等）,緯度,経度,電話番号,FAX番号,法人番号,法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員,URL,高齢者の方と障害者の方が同時一体的に利用できるサービス,介護保険の通常の指定基準を満たしている,障害福祉の通常の指定基準を満たしている,備考\r\n";

/// Rows of each service by its three digits, and those of 430 in the edition half a year before.
pub struct Files {
    /// `430` → rows.
    pub newest: BTreeMap<&'static str, Vec<String>>,
    /// Rows of 430 half a year before.
    pub earlier: Vec<String>,
}

struct Cells {
    name: String,
    phone: String,
    days: String,
    closed: bool,
}

/// All rows of a prefecture.
pub fn files(prefecture: &Prefecture, directory: &Directory) -> Files {
    let mut random = Random::new(prefecture.seed, "kaigo faults");
    let mut files = Files { newest: BTreeMap::new(), earlier: Vec::new() };
    let mut order: Vec<&Office> = directory.offices.iter().collect();
    order.sort_by_key(|office| prefecture.code_of(office.place.center));
    for office in order {
        let organization = &directory.organizations[office.organization];
        for row in office.rows.iter().filter(|row| row.service.key.starts_with('c')) {
            let cells = plain(row, office, &mut random);
            let line = line(prefecture, office, organization, row, &cells, &mut random);
            if row.service.key == "c430" {
                earlier(&mut files.earlier, &line, &cells, &mut random);
            }
            if !cells.closed {
                files.newest.entry(&row.service.key[1..]).or_default().push(line);
            }
        }
    }
    // The official file of 170 holds one row twice; so does ours.
    if let Some(rows) = files.newest.get_mut("170") {
        let twice = rows[rows.len() / 2].clone();
        rows.insert(rows.len() / 2, twice);
    }
    unwrap_one(files.newest.get_mut("780"));
    files
}

fn plain(row: &Row, office: &Office, random: &mut Random) -> Cells {
    let days = match row.service.days {
        Days::Home => "",
        Days::Desk => *random.pick(&["平日", "平日", "平日", "平日,土曜日", "平日,祝日"]),
        Days::Day => *random.pick(&["平日,土曜日", "平日,土曜日,祝日", "平日,祝日", "平日"]),
        Days::Always | Days::School => *random.pick(&["平日,土曜日,日曜日,祝日", "平日,土曜日,祝日"]),
    };
    let name = if random.chance(0.015) { row.name.replace('ト', "卜") } else { row.name.clone() };
    let closed = row.service.key == "c430" && office.rows.len() == 1 && random.chance(0.05);
    Cells { name, phone: spelled_phone(&office.phone, random), days: days.to_owned(), closed }
}

/// One in thirty is typed another way.
fn spelled_phone(phone: &str, random: &mut Random) -> String {
    if !random.chance(0.03) {
        return phone.to_owned();
    }
    match random.below(4) {
        0 => words::full_width(phone).replace('－', "‐"),
        1 => phone.replace('-', ""),
        2 => words::full_width(phone).replacen('－', "（", 1).replacen('－', "）", 1),
        _ => phone.replace('-', "－"),
    }
}

fn address(prefecture: &Prefecture, office: &Office, random: &mut Random) -> String {
    let city = prefecture.city_with_county(office.place.center);
    let building = if random.chance(0.25) { office.place.building.as_str() } else { "" };
    let street = format!("{}{building}", office.place.street);
    let street = if random.chance(0.08) { words::full_width(&street) } else { street };
    match random.below(200) {
        0..=3 => format!("{city}{street}"),
        4 => street,
        5 => format!("{}{city}{city}{street}", prefecture.name),
        _ => format!("{}{city}{street}", prefecture.name),
    }
}

fn position(prefecture: &Prefecture, office: &Office, random: &mut Random) -> (String, String) {
    let [lon, lat] = prefecture.projection.degrees(office.place.at);
    match random.below(1_000) {
        0..=5 => ("0.000000000000000".into(), "0.000000000000000".into()),
        6 => ("53.412910000000000".into(), "-8.243890000000000".into()),
        _ => (format!("{lat:.5}0000000000"), format!("{lon:.5}0000000000")),
    }
}

fn line(
    prefecture: &Prefecture,
    office: &Office,
    organization: &Organization,
    row: &Row,
    cells: &Cells,
    random: &mut Random,
) -> String {
    let address = address(prefecture, office, random);
    let (lat, lon) = position(prefecture, office, random);
    let remarks = if cells.days.is_empty() || !random.chance(0.12) {
        ""
    } else {
        *random.pick(&[
            "年末年始（12月29日～1月3日）は休業",
            "祝日は営業",
            "24時間連絡体制あり",
            "8月13日～15日休業（改行）電話は可",
            "サービス提供は365日",
        ])
    };
    let capacity = match row.capacity {
        0 if random.chance(0.7) => "0".to_owned(),
        0 => String::new(),
        n => n.to_string(),
    };
    let url = match random.below(120) {
        0 => "-".to_owned(),
        1 => office.url.replacen("://", "://www,", 1),
        2 => office.url.trim_start_matches("https://").to_owned(),
        _ => office.url.clone(),
    };
    let small = matches!(row.service.key, "c730" | "c770");
    let kyosei = match (small, office.kyosei) {
        (true, true) => ["あり", "通常の指定", "共生型"],
        (true, false) => ["なし", "", ""],
        _ => ["", "", ""],
    };
    csv::row(
        &[
            &six_digits(prefecture.code_of(office.place.center)),
            &row.number,
            &prefecture.name,
            &prefecture.city_of(office.place.center),
            &cells.name,
            &words::katakana(&row.kana),
            row.service.name,
            &address,
            &office.place.building,
            &lat,
            &lon,
            &cells.phone,
            &office.fax,
            organization.number.as_deref().unwrap_or(""),
            &organization.name,
            &row.number,
            &cells.days,
            remarks,
            &capacity,
            &url,
            kyosei[0],
            kyosei[1],
            kyosei[2],
            "",
        ],
        "\r\n",
    )
}

/// Half a year before: some were not open yet, some said otherwise, and some that have closed since were there.
fn earlier(rows: &mut Vec<String>, line: &str, cells: &Cells, random: &mut Random) {
    if !cells.closed && random.chance(0.05) {
        return;
    }
    rows.push(match random.below(40) {
        0 => line.replace(&cells.phone, &cells.phone.replace(['3', '7'], "2")),
        1 if !cells.days.is_empty() => {
            line.replacen(",平日", ",\"平日,土曜日,祝日\"", 1).replacen("\"\"平日", "\"平日", 1)
        }
        2 => line.replace("居宅介護支援事業所", "ケアプランセンター"),
        _ => line.to_owned(),
    });
}

/// One longitude is written the long way round the earth, as one is in the official files.
fn unwrap_one(rows: Option<&mut Vec<String>>) {
    let Some(line) = rows.and_then(|rows| rows.iter_mut().find(|line| line.contains(",142."))) else {
        return;
    };
    let Some(start) = line.find(",142.").map(|at| at + 1) else { return };
    let Some(end) = line[start..].find(',').map(|at| at + start) else { return };
    let lon: f64 = line[start..end].parse().unwrap_or(142.0);
    line.replace_range(start..end, &format!("{:.5}0000000000", lon - 360.0));
}
