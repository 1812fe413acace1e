//! Documents of an invented town, for tests, for the eye, and for measuring.

use hoshizu_catalog::{
    nurse::Topic,
    survey::{Asked, SheetCode},
};
use hoshizu_print::{
    MapPoint, MapSketch, NurseCell, NurseDeskLine, NurseSheetDocument, NurseTopic, Period, ReminderDocument,
    SheetDocument, SheetGroup, SheetRow,
};

pub const URL: &str = "https://hoshizu.example.jp/s/ACDEFGHJKMNP";
pub const LONG_NAME: &str = "特定非営利活動法人星見野地域生活支援ネットワークこもれび基幹相談支援センター・地域活動支援センター合同事業所本館";

const GROUPS: [(&str, &str, &[&str]); 6] = [
    ("地域包括支援センター", "包括", &["中央", "東部", "西部", "南部", "北部", "星ヶ丘"]),
    (
        "居宅介護支援",
        "ケアプラン",
        &["ひまわり", "すみれ", "こもれび", "みずほ", "あおぞら", "さくら苑", "やすらぎ", "ほほえみ"],
    ),
    (
        "相談支援（障害）",
        "計画相談・障害児相談",
        &["はばたき", "ゆうあい", "つばさ", "ポラリス", "あゆみ", "スバル"],
    ),
    ("訪問看護", "訪問看護", &["カノープス", "星見", "まごころ", "リリーフ", "ナーシング結"]),
    (
        "病院・診療所",
        "入退院支援",
        &["市立星見病院 地域連携室", "天の川クリニック", "北斗記念病院 医療福祉相談室"],
    ),
    (
        "市役所・保健所",
        "",
        &[
            "星見市 健康づくり課（保健師）",
            "星見市 障害福祉課",
            "星見市 高齢者支援課",
            "星見保健所 地域保健課",
        ],
    ),
];
const TOWNS: [&str; 7] = ["本町", "東雲町", "星ヶ丘", "銀河台三丁目", "港南", "天満", "七夕町"];

pub fn code() -> SheetCode {
    SheetCode::parse("ACDE-FGHJ-KMNP").expect("a code")
}

pub fn groups(rows: usize) -> Vec<SheetGroup> {
    let mut number = 0;
    let share = rows.div_ceil(GROUPS.len());
    let groups = GROUPS.iter().enumerate().map(|(at, (heading, services, names))| SheetGroup {
        heading: (*heading).to_owned(),
        rows: (0..share.min(rows.saturating_sub(at * share)))
            .map(|index| {
                number += 1;
                let name = names[index % names.len()];
                let name = match (at, index / names.len()) {
                    (0, _) => format!("星見市{name}地域包括支援センター"),
                    (1, 0) => format!("居宅介護支援事業所{name}"),
                    (2, 0) => format!("相談支援センター{name}"),
                    (3, 0) => format!("訪問看護ステーション{name}"),
                    (4 | 5, 0) => name.to_owned(),
                    (_, more) => format!("{name}{}号館", more + 1),
                };
                SheetRow {
                    number,
                    name: if number == 9 { LONG_NAME.to_owned() } else { name },
                    services: if index % 3 == 2 {
                        format!("{services}・共生型")
                    } else {
                        (*services).to_owned()
                    },
                    place: TOWNS[(index + at) % TOWNS.len()].to_owned(),
                    last_time: number % 7 == 3,
                }
            })
            .collect(),
    });
    groups.filter(|group| !group.rows.is_empty()).collect()
}

pub fn map(rows: usize) -> MapSketch {
    let ring: Vec<[f64; 2]> = (0..90)
        .map(|step| {
            let angle = f64::from(step) * 4.0_f64.to_radians();
            let radius = 0.05 + 0.008 * (angle * 3.0).sin() + 0.004 * (angle * 11.0).cos();
            [135.5 + radius * 1.3 * angle.cos(), 34.8 + radius * angle.sin()]
        })
        .collect();
    let river =
        (0..30).map(|step| [135.44 + f64::from(step) * 0.004, 34.78 + (f64::from(step) * 0.4).sin() * 0.006]);
    let there = river.collect::<Vec<_>>();
    let back = there.iter().rev().copied().collect::<Vec<_>>();
    let points = (0..rows).map(|n| {
        let angle = n as f64 * 2.4;
        let radius = 0.038 * (n as f64 / rows as f64).sqrt();
        MapPoint {
            number: n as u16 + 1,
            longitude: 135.5 + radius * 1.3 * angle.cos(),
            latitude: 34.8 + radius * angle.sin(),
        }
    });
    MapSketch {
        outlines: vec![ring, [there, back].concat()],
        own: Some([135.502, 34.797]),
        points: points.collect(),
    }
}

pub fn sheet(rows: usize) -> SheetDocument {
    SheetDocument {
        title: "星見市 多職種連携 ☆調査".to_owned(),
        wave_number: 2,
        period: Period { from: "2026年10月1日".to_owned(), to: "2026年10月31日".to_owned() },
        office_name: "ケアプランセンターひだまり".to_owned(),
        code: code(),
        url: URL.to_owned(),
        introduction: "日ごろより、地域の連携にご協力いただきありがとうございます。星見市では、介護・障害・保健の専門職どうしのつながりを\
                       地図にし、これから結びたい連携を皆さまと考えるため、この調査を行います。"
            .to_owned(),
        consent: "お答えは、星見市地域ケア推進係と、貴事業所が☆をつけた相手だけが読みます。事業所の評価や指導には使いません。\
                  公表するのは、3か所以上をまとめた数だけです。お答えは、いつでも取り消せます。"
            .to_owned(),
        contact: "星見市 高齢者支援課 地域ケア推進係\nFAX 0000-12-3457\n電話 0000-12-3456（平日9時～17時）".to_owned(),
        asked: Asked::default(),
        groups: groups(rows),
        free_rows: 4,
        map: Some(map(rows)),
    }
}

pub fn only_stars(rows: usize) -> SheetDocument {
    let asked = Asked { kinds: false, closeness: false, frequency: false };
    SheetDocument { asked, ..sheet(rows) }
}

pub fn reminder() -> ReminderDocument {
    ReminderDocument {
        title: "星見市 多職種連携 ☆調査".to_owned(),
        wave_number: 2,
        dated: "2026年10月22日".to_owned(),
        until: "2026年10月31日".to_owned(),
        office_name: "ケアプランセンターひだまり".to_owned(),
        code: code(),
        url: URL.to_owned(),
        message: "東部圏域では、あと3か所のご回答がそろうと、圏域の地図をお返しできます。".to_owned(),
        begun: false,
        contact: sheet(0).contact,
    }
}

pub fn nurse_sheet(desks: u16) -> NurseSheetDocument {
    let bands = ["0～5歳", "6～17歳", "18～39歳", "40～64歳", "65～74歳", "75歳以上"];
    let general = |topic: usize| {
        let places = ["保健センター", "障害課"].map(str::to_owned);
        if topic.is_multiple_of(7) { places.to_vec() } else { places[..1].to_vec() }
    };
    let cell = |topic: usize, band: usize| match (topic + band) % 5 {
        0 => NurseCell { general: vec!["保健所".to_owned()], ..NurseCell::default() },
        1 => NurseCell { general: general(topic), ..NurseCell::default() },
        2 => NurseCell { desks: vec![1, 4, desks.min(23)], part: true, ..NurseCell::default() },
        _ => NurseCell { desks: vec![topic as u16 % desks + 1], ..NurseCell::default() },
    };
    let topics = Topic::all().enumerate().map(|(topic, named)| NurseTopic {
        name: named.definition().ja.to_owned(),
        cells: (0..bands.len()).map(|band| cell(topic, band)).collect(),
    });
    let desk = |number: u16| NurseDeskLine {
        number,
        name: ["健康づくり課 母子保健係", "地区担当保健師", "障害福祉課 相談係"][usize::from(number) % 3]
            .to_owned(),
        phone: Some(format!("0000-12-{:04}", 3400 + number)),
        fax: number.is_multiple_of(3).then(|| "0000-12-9999".to_owned()),
        notes: match number % 3 {
            0 => vec!["星見市".to_owned(), "18歳 → 障害福祉課".to_owned()],
            1 => vec!["東部圏域 本町、東雲町、星ヶ丘".to_owned()],
            _ => vec![
                "星見市".to_owned(),
                "しないこと：訪問看護の手配".to_owned(),
                "就学 → 学校教育課".to_owned(),
            ],
        },
    };
    NurseSheetDocument {
        area: "星見市".to_owned(),
        dated: "2026年10月1日".to_owned(),
        bands: bands.map(str::to_owned).to_vec(),
        topics: topics.collect(),
        desks: (1..=desks).map(desk).collect(),
    }
}
