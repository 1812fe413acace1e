//! What the columns of exported tables mean.

use hoshizu_catalog::{
    survey::{SheetState, Way},
    system::System,
    tie::{Frequency, TieKind},
};

/// One column.
#[derive(Debug, Clone)]
pub struct Entry {
    /// File it stands in.
    pub file: &'static str,
    /// Its name.
    pub column: &'static str,
    /// Meaning, Japanese.
    pub ja: &'static str,
    /// Meaning, English.
    pub en: &'static str,
    /// Values it may have.
    pub values: String,
}

const TIE: &str = "kinds closeness frequency";

#[rustfmt::skip]
const COLUMNS: &[(&str, &str, &str, &str)] = &[
    ("sheets.csv", "office_id", "調査票を受け取った事業所のID（この名簿でのみ有効）", "Id of the office that was asked (valid in this directory only)"),
    ("sheets.csv", "office_number", "その事業所番号（複数は ; 区切り）", "Its official numbers, separated by ;"),
    ("sheets.csv", "office_name", "その名称", "Its name"),
    ("sheets.csv", "municipality", "その市区町村", "Its municipality or ward"),
    ("sheets.csv", "state", "調査票の状態", "How far the sheet came"),
    ("sheets.csv", "finished_on", "回答を終えた日", "Day the answers were finished"),
    ("sheets.csv", "way", "回答の方法", "How the answers came"),
    ("reports.csv", "reporter_id", "申告した（☆を付けた）事業所のID", "Id of the office that reports (sets the ☆)"),
    ("reports.csv", "reporter_number", "その事業所番号（複数は ; 区切り）", "Its official numbers, separated by ;"),
    ("reports.csv", "reporter_name", "その名称", "Its name"),
    ("reports.csv", "reporter_municipality", "その市区町村", "Its municipality or ward"),
    ("reports.csv", "partner_id", "☆を付けられた相手の事業所のID", "Id of the office the ☆ stands beside"),
    ("reports.csv", "partner_number", "その事業所番号（複数は ; 区切り）", "Its official numbers, separated by ;"),
    ("reports.csv", "partner_name", "その名称", "Its name"),
    ("reports.csv", "partner_municipality", "その市区町村", "Its municipality or ward"),
    ("reports.csv", TIE, "", ""),
    ("nodes.csv", "name", "事業所の名称", "Name of the office"),
    ("nodes.csv", "office_id", "ID（この名簿でのみ有効）", "Id (valid in this directory only)"),
    ("nodes.csv", "numbers", "事業所番号（複数は ; 区切り）", "Official numbers, separated by ;"),
    ("nodes.csv", "systems", "制度（複数は ; 区切り）", "Systems it works under, separated by ;"),
    ("nodes.csv", "services", "サービス（複数は ; 区切り）", "Services, separated by ;"),
    ("nodes.csv", "municipality_code", "市区町村コード（5桁）", "Municipality code, 5 digits (JIS X 0401, 0402)"),
    ("nodes.csv", "municipality", "市区町村", "Municipality or ward"),
    ("nodes.csv", "lat", "緯度（世界測地系）", "Latitude, WGS 84"),
    ("nodes.csv", "lon", "経度（世界測地系）", "Longitude, WGS 84"),
    ("nodes.csv", "asked", "調査票を受け取ったか", "Whether it was asked"),
    ("nodes.csv", "responded", "回答したか", "Whether it answered"),
    ("ties.csv", "a_id", "一方の事業所のID", "Id of one office"),
    ("ties.csv", "a_number", "その事業所番号（複数は ; 区切り）", "Its official numbers, separated by ;"),
    ("ties.csv", "a_name", "その名称", "Its name"),
    ("ties.csv", "a_municipality", "その市区町村", "Its municipality or ward"),
    ("ties.csv", "b_id", "もう一方の事業所のID", "Id of the other office"),
    ("ties.csv", "b_number", "その事業所番号（複数は ; 区切り）", "Its official numbers, separated by ;"),
    ("ties.csv", "b_name", "その名称", "Its name"),
    ("ties.csv", "b_municipality", "その市区町村", "Its municipality or ward"),
    ("ties.csv", "evidence", "根拠：双方の申告、片方だけの申告、相手が回答していない申告", "What the tie rests on: both sides, one side, one side while the other did not answer"),
    ("ties.csv", TIE, "", ""),
];

const OF_TIES: [(&str, &str, &str); 3] = [
    (
        "kinds",
        "連携の種類（複数は ; 区切り、空欄は無回答）",
        "What they do together, separated by ;, empty when not told",
    ),
    (
        "closeness",
        "顔の見える関係の段階（空欄は無回答）",
        "How well they know each other in three stages (Morita 2012), empty when not told",
    ),
    (
        "frequency",
        "過去12か月に連携した回数（空欄は無回答）",
        "Cases together in twelve months, empty when not told",
    ),
];

/// Every column of every table.
pub fn all() -> impl Iterator<Item = Entry> {
    COLUMNS.iter().flat_map(|(file, column, ja, en)| {
        let entry = |column: &'static str, ja, en| Entry { file, column, ja, en, values: values(column) };
        if *column == TIE {
            OF_TIES.iter().map(|(column, ja, en)| entry(column, ja, en)).collect::<Vec<_>>()
        } else {
            vec![entry(column, ja, en)]
        }
    })
}

/// The columns of one table.
pub fn of(file: &str) -> impl Iterator<Item = Entry> {
    all().filter(move |entry| entry.file == file)
}

fn values(column: &str) -> String {
    let explained = |pairs: Vec<(&str, &str)>| {
        pairs.iter().map(|(code, ja)| format!("{code}={ja}")).collect::<Vec<_>>().join("; ")
    };
    match column {
        "kinds" => explained(TieKind::ALL.map(|kind| (kind.code(), kind.ja())).to_vec()),
        "frequency" => explained(Frequency::ALL.map(|band| (band.code(), band.ja())).to_vec()),
        "closeness" => {
            "1=名前と顔が分かる; 2=考え方・人となりが分かる; 3=信頼感をもって一緒に仕事ができる".to_owned()
        }
        "state" => SheetState::ALL.map(SheetState::code).join("; "),
        "way" => Way::ALL.map(Way::code).join("; "),
        "systems" => System::ALL.map(System::code).join("; "),
        "evidence" => "mutual=双方; one_sided=片方; to_non_respondent=片方（相手は未回答）".to_owned(),
        "asked" | "responded" => "true; false".to_owned(),
        "finished_on" => "YYYY-MM-DD".to_owned(),
        _ => String::new(),
    }
}
