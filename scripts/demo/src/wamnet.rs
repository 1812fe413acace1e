//! WAM NET 障害福祉サービス等情報: `csvdownload0NN.csv`, UTF-8 with BOM, LF, 29 columns, every text quoted.

use crate::{
    csv::quoted,
    design::CENTERS,
    office::{Directory, Office, Row},
    organization::Organization,
    prefecture::Prefecture,
    random::Random,
    services::Days,
    words,
};
use std::collections::BTreeMap;

/// The header of the official files.
pub const HEADER: &str = "\u{feff}\"都道府県コード又は市区町村コード\",\"NO（※システム内の固有の番号、連番）\",\"指定機関名\",\"法人の名称\",\"法人の名称_かな\",\"法人番号\",\"法人住所（市区町村）\",\"法人住所（番地以降）\",\"法人電話番号\",\"法人FAX番号\",\"法人URL\",\"サービス種別\",\"事業所の名称\",\"事業所の名称_かな\",\"事業所番号\",\"事業所住所（市区町村）\",\"事業所住所（番地以降）\",\"事業所電話番号\",\"事業所FAX番号\",\"事業所URL\",\"事業所緯度\",\"事業所経度\",\"利用可能な時間帯（平日）\",\"利用可能な時間帯（土曜）\",\"利用可能な時間帯（日曜）\",\"利用可能な時間帯（祝日）\",\"定休日\",\"利用可能曜日特記事項（留意事項）\",\"定員\"\n";

/// Rows of each service by its two digits.
pub fn files(prefecture: &Prefecture, directory: &Directory) -> BTreeMap<&'static str, Vec<String>> {
    let mut random = Random::new(prefecture.seed, "wamnet faults");
    let mut files: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    let mut serial = u64::from(prefecture.code - 48) * 40_000 + 26_000;
    let mut order: Vec<&Office> = directory.offices.iter().collect();
    order.sort_by_key(|office| prefecture.code_of(office.place.center));
    for office in order {
        let organization = &directory.organizations[office.organization];
        for row in office.rows.iter().filter(|row| row.service.key.starts_with('d')) {
            serial += 1 + random.below(3) as u64;
            let no = format!("{}{serial:010}", if random.chance(0.25) { 'E' } else { 'A' });
            let line = line(prefecture, office, organization, row, &no, &mut random);
            files.entry(&row.service.key[1..]).or_default().push(line);
        }
    }
    files
}

/// Who designates: the municipality for 計画相談 and 障害児相談, the core city for its own, else the prefecture.
fn designated_by(prefecture: &Prefecture, office: &Office, row: &Row) -> (u32, String) {
    let municipality = CENTERS[office.place.center].municipality;
    if municipality == 0 || matches!(row.service.key, "d52" | "d70") {
        (prefecture.municipality_code(municipality), prefecture.municipalities[municipality].0.clone())
    } else {
        (prefecture.code * 1_000, prefecture.name.clone())
    }
}

fn hours(days: Days, random: &mut Random) -> ([&'static str; 4], &'static str) {
    let long = *random.pick(&["09:00-17:00", "09:00-18:00", "08:30-17:30", "08:30-17:15"]);
    match days {
        Days::Home => (["", "", "", ""], ""),
        Days::Desk => (
            [long, "", "", ""],
            *random.pick(&[
                "土曜日、日曜日、祝日、年末年始",
                "土日祝、12月29日〜1月3日",
                "土・日・祝日、お盆（8/13~8/15）",
                "土曜日、日曜日、祝祭日、年末年始（１２月２９日~１月３日）、その他法人が定める日",
            ]),
        ),
        Days::Day => ([long, *random.pick(&["", long]), "", *random.pick(&["", long])], "日曜日、年末年始"),
        Days::School => (["11:00-18:00", "09:30-17:00", "", *random.pick(&["", "09:30-17:00"])], "日曜日"),
        Days::Always => ([long, long, *random.pick(&["", long]), long], ""),
    }
}

fn line(
    prefecture: &Prefecture,
    office: &Office,
    organization: &Organization,
    row: &Row,
    no: &str,
    random: &mut Random,
) -> String {
    let (code, designator) = designated_by(prefecture, office, row);
    let city = |center: usize| format!("{}{}", prefecture.name, prefecture.city_with_county(center));
    let wide = |text: &str, random: &mut Random| {
        // Six addresses in ten are typed in full width.
        if random.chance(0.55) { words::full_width(text) } else { text.to_owned() }
    };
    let street = wide(&office.place.street, random);
    let building = if office.place.building.is_empty() {
        String::new()
    } else {
        format!("　{}", office.place.building)
    };
    let seat = wide(&organization.seat.street, random);
    let ([weekday, saturday, sunday, holiday], closed) = hours(row.service.days, random);
    // The system cuts 定休日 at forty characters.
    let closed: String = closed.chars().take(40).collect();
    let [lon, lat] = prefecture.projection.degrees(office.place.at);
    let (lat, lon) = if random.chance(0.006) {
        (String::new(), String::new())
    } else {
        (format!("{lat:.5}000"), format!("{lon:.5}000"))
    };
    let mut number = organization.number.clone().unwrap_or_default();
    if random.chance(0.004) {
        number.pop();
    }
    let name = if random.chance(0.1) { row.name.replace("　", "") } else { row.name.clone() };
    let phone = if random.chance(0.03) { office.phone.replace('-', "") } else { office.phone.clone() };
    let remarks = match random.below(30) {
        0 => "送迎あり（要相談）",
        1 => "利用希望の方はお電話ください。",
        2 => "医療的ケアの必要な方は事前にご相談ください。",
        _ => "",
    };
    let capacity = if row.capacity == 0 { String::new() } else { row.capacity.to_string() };
    let texts = [
        format!("{code:05}"),
        no.to_owned(),
        designator,
        organization.name.clone(),
        organization.kana.replace('　', ""),
        number,
        city(organization.seat.center),
        seat,
        organization.phone.clone(),
        organization.fax.clone(),
        organization.url.clone(),
        row.service.name.to_owned(),
        name,
        row.kana.replace('　', ""),
        row.number.clone(),
        city(office.place.center),
        format!("{street}{building}"),
        phone,
        office.fax.clone(),
        office.url.clone(),
    ];
    let mut line = texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(",");
    line.push_str(&[",", &lat, ",", &lon].concat());
    for text in [weekday, saturday, sunday, holiday, &closed, remarks] {
        line.push(',');
        line.push_str(&quoted(text));
    }
    line.push_str(&[",", &capacity, "\n"].concat());
    line
}
