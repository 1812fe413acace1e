//! What some offices say of themselves: 特長, 受入可否, 連携担当者 without names and 実施地域, in the table `hoshizu import`
//! reads.

use crate::{csv, design::hall, office::Directory, prefecture::Prefecture, random::Random};

/// Header of the table.
pub const HEADER: &str = "\u{feff}事業所番号,特長,受入状況,担当者の役割,資格,連絡方法,連絡できる時間,直通電話,備考,実施地域,確認日\n";

/// One office in so many says something of itself.
const SHARE: f64 = 0.22;

/// Services that visit people or fetch them, by their keys: their rules state where they work.
const GO_OUT: [&str; 7] = ["c110", "c120", "c130", "c150", "c430", "d11", "d12"];
/// Such offices that have written it down here.
const STATE_AREAS: f64 = 0.7;
/// How far from its own town hall the next one may lie for an office to work there too, kilometres.
const NEXT_TOWN: f64 = 24.0;

/// What is likely of a kind of service, by its key: strengths, role, qualification.
const LIKELY: [(&[&str], &[&str], &str, &str); 6] = [
    (
        &["c430", "c550"],
        &[
            "als",
            "parkinson",
            "cancer-end",
            "young-onset-dementia",
            "transition-65",
            "no-kin",
            "eighty-fifty",
            "young-carer",
        ],
        "管理者",
        "chief-care-manager",
    ),
    (
        &["d52", "d53", "d54"],
        &[
            "psychiatric",
            "higher-brain",
            "autism",
            "severe-behaviour",
            "transition-65",
            "young-carer",
            "eighty-fifty",
            "als",
        ],
        "相談支援の窓口",
        "consultation-care",
    ),
    (
        &["d70", "d63", "d65"],
        &["medical-care-child", "autism", "transition-18", "young-carer", "severe-motor"],
        "児童の相談担当",
        "medical-care-child",
    ),
    (
        &["c130"],
        &["als", "ventilator", "suction", "tube-feeding", "cancer-end", "medical-care-child", "psychiatric"],
        "訪問看護の窓口",
        "nurse",
    ),
    (
        &["d11", "d12", "c110", "c760"],
        &["als", "suction", "spinal-cord", "severe-behaviour", "psychiatric", "sign-language"],
        "サービス提供責任者",
        "service-manager",
    ),
    (
        &[],
        &[
            "autism",
            "severe-behaviour",
            "higher-brain",
            "hearing",
            "sign-language",
            "easy-japanese",
            "suction",
            "english",
        ],
        "生活相談員",
        "social-worker",
    ),
];
const REACH: [&str; 5] = [
    "電話がつながりやすいです",
    "まず電話で。書類はFAXでお願いします",
    "FAXに連絡票を送ってください。折り返します",
    "電話かメールで",
    "急ぎは電話、それ以外は連絡票で",
];
const TIMES: [&str; 5] = [
    "平日 9時〜12時",
    "平日 13時〜15時",
    "平日 8時30分〜9時、16時〜17時",
    "月・水・金の午前",
    "平日 9時〜17時",
];
const REMARKS: [&str; 5] = [
    "玄関横に来客用の駐車場が2台分あります",
    "退院前の会議にも参加します",
    "初回は管理者が伺います",
    "サービス担当者会議はオンラインでも参加できます",
    "空き状況は月初めに更新しています",
];

/// Rows of a prefecture.
pub fn rows(prefecture: &Prefecture, directory: &Directory) -> String {
    let mut random = Random::new(prefecture.seed, "entries");
    let mut stated = Random::new(prefecture.seed, "service areas");
    let mut text = String::new();
    for office in &directory.offices {
        let speaks = random.chance(SHARE);
        let Some(row) = office.rows.first().filter(|_| speaks) else { continue };
        let known = LIKELY.iter().find(|(keys, ..)| keys.contains(&row.service.key));
        let (_, terms, role, qualification) = known.unwrap_or(&LIKELY[5]);
        let first = random.below(terms.len());
        let many = 1 + random.below(3);
        let strengths: Vec<&str> = (0..many).map(|step| terms[(first + step) % terms.len()]).collect();
        let status = ["可", "可", "要相談", "不可"][random.below(4)];
        // Half of what is said is of this month, the rest fades or has gone stale.
        let age = [3, 8, 15, 26, 34, 48, 75, 140, 400][random.below(9)] + random.below(4);
        let direct = if random.chance(0.4) { office.phone.as_str() } else { "" };
        let remark = if random.chance(0.5) { *random.pick(&REMARKS) } else { "" };
        let goes_out = GO_OUT.contains(&row.service.key) && stated.chance(STATE_AREAS);
        let areas = if goes_out { around(prefecture, office.place.municipality()) } else { String::new() };
        let availability = format!("{}={status}", code(row.service.key));
        let cells = [
            row.number.as_str(),
            &strengths.join("、"),
            &availability,
            role,
            qualification,
            *random.pick(&REACH),
            *random.pick(&TIMES),
            direct,
            remark,
            &areas,
            &format!("{age}日前"),
        ];
        text.push_str(&csv::row(&cells, "\n"));
    }
    text
}

/// A municipality and at most two whose halls are near its own, the nearest first.
fn around(prefecture: &Prefecture, home: usize) -> String {
    let apart = |other: usize| {
        let ((x, y), (to_x, to_y)) = (hall(home), hall(other));
        (x - to_x).hypot(y - to_y)
    };
    let mut near: Vec<(f64, usize)> = (0..prefecture.municipalities.len())
        .map(|other| (apart(other), other))
        .filter(|(km, _)| *km <= NEXT_TOWN)
        .collect();
    near.sort_by(|a, b| a.0.total_cmp(&b.0));
    let names: Vec<&str> = near
        .iter()
        .take(3)
        .map(|(_, municipality)| prefecture.municipalities[*municipality].0.as_str())
        .collect();
    names.join("、")
}

/// The code of a service in our taxonomy.
fn code(key: &str) -> String {
    let (system, number) = key.split_at(1);
    match (system, number) {
        ("c", number) => format!("care-{number}"),
        (_, number @ ("63" | "64" | "65" | "66" | "67" | "68" | "69" | "70")) => format!("child-{number}"),
        (_, number) => format!("disability-{number}"),
    }
}
