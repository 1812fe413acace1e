//! The services of both systems: official name, how offices that deliver them are called, days and sizes.

/// Days a service runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    /// Weekdays, some Saturdays.
    Desk,
    /// Six days, holidays too.
    Day,
    /// Every day.
    Always,
    /// Residents; the official files leave days blank.
    Home,
    /// After school and Saturdays.
    School,
}

/// One service type.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    /// `c430`: 介護保険, `d52`: 障害福祉・児童.
    pub key: &'static str,
    /// Name in the service column of the official file.
    pub name: &'static str,
    /// Names of offices, `{}` for what is its own; with readings.
    pub called: &'static [(&'static str, &'static str)],
    /// Third character of its 事業所番号: 7 general, 5 老健, 6 訪問看護, 9 地域密着, 1 medical; 1, 3, 5 on the other side.
    pub number: char,
    /// Days.
    pub days: Days,
    /// Smallest and largest capacity; (0, 0) where none is stated.
    pub capacity: (u32, u32),
}

type Called = &'static [(&'static str, &'static str)];

const fn s(
    key: &'static str,
    name: &'static str,
    number: char,
    days: Days,
    capacity: (u32, u32),
    called: Called,
) -> Service {
    Service { key, name, called, number, days, capacity }
}

use Days::{Always, Day, Desk, Home, School};

const HELP: Called = &[
    ("ヘルパーステーション{}", "へるぱーすてーしょん{}"),
    ("訪問介護{}", "ほうもんかいご{}"),
    ("{}訪問介護事業所", "{}ほうもんかいごじぎょうしょ"),
    ("{}ホームヘルプサービス", "{}ほーむへるぷさーびす"),
    ("ケアステーション{}", "けあすてーしょん{}"),
    ("{}ヘルパーセンター", "{}へるぱーせんたー"),
];
const DAY: Called = &[
    ("デイサービスセンター{}", "でいさーびすせんたー{}"),
    ("デイサービス{}", "でいさーびす{}"),
    ("{}デイサービスセンター", "{}でいさーびすせんたー"),
    ("通所介護{}", "つうしょかいご{}"),
    ("リハビリデイ{}", "りはびりでい{}"),
    ("{}の家", "{}のいえ"),
];
const CARE_HOME: Called = &[
    ("特別養護老人ホーム{}", "とくべつようごろうじんほーむ{}"),
    ("特別養護老人ホーム　{}", "とくべつようごろうじんほーむ　{}"),
    ("{}", "{}"),
];
const PAID: Called = &[
    ("介護付有料老人ホーム{}", "かいごつきゆうりょうろうじんほーむ{}"),
    ("シニアレジデンス{}", "しにあれじでんす{}"),
    ("ケアガーデン{}", "けあがーでん{}"),
];
const CHEAP: Called = &[("ケアハウス{}", "けあはうす{}"), ("軽費老人ホーム{}", "けいひろうじんほーむ{}")];
const RENTED: Called = &[
    ("サービス付き高齢者向け住宅{}", "さーびすつきこうれいしゃむけじゅうたく{}"),
    ("{}レジデンス", "{}れじでんす"),
];
const CONSULT: Called = &[
    ("相談支援センター{}", "そうだんしえんせんたー{}"),
    ("相談支援事業所{}", "そうだんしえんじぎょうしょ{}"),
    ("相談室{}", "そうだんしつ{}"),
    ("{}相談支援事業所", "{}そうだんしえんじぎょうしょ"),
    ("特定相談支援事業所　{}", "とくていそうだんしえんじぎょうしょ　{}"),
    ("計画相談{}", "けいかくそうだん{}"),
];
const WORK: Called = &[
    ("就労支援センター{}", "しゅうろうしえんせんたー{}"),
    ("{}作業所", "{}さぎょうしょ"),
    ("{}工房", "{}こうぼう"),
    ("ワークス{}", "わーくす{}"),
    ("{}ファーム", "{}ふぁーむ"),
    ("ベーカリー{}", "べーかりー{}"),
    ("{}", "{}"),
];
const CHILD: Called = &[
    ("児童デイ{}", "じどうでい{}"),
    ("こどもプラス{}", "こどもぷらす{}"),
    ("放課後等デイサービス{}", "ほうかごとうでいさーびす{}"),
    ("{}教室", "{}きょうしつ"),
    ("キッズルーム{}", "きっずるーむ{}"),
    ("発達支援{}", "はったつしえん{}"),
    ("{}", "{}"),
];
const SHARED_HOME: Called = &[
    ("グループホーム{}", "ぐるーぷほーむ{}"),
    ("{}ホーム", "{}ほーむ"),
    ("シェアホーム{}", "しぇあほーむ{}"),
    ("{}寮", "{}りょう"),
];

/// Every service type the official files of both systems know.
#[rustfmt::skip]
pub const SERVICES: &[Service] = &[
    s("c110", "訪問介護", '7', Always, (0, 0), HELP),
    s("c120", "訪問入浴介護", '7', Day, (0, 0), &[("訪問入浴{}", "ほうもんにゅうよく{}"), ("{}訪問入浴サービス", "{}ほうもんにゅうよくさーびす")]),
    s("c130", "訪問看護", '6', Desk, (0, 0), &[("訪問看護ステーション{}", "ほうもんかんごすてーしょん{}"), ("{}訪問看護ステーション", "{}ほうもんかんごすてーしょん"), ("{}訪問看護リハビリステーション", "{}ほうもんかんごりはびりすてーしょん"), ("ナースステーション{}", "なーすすてーしょん{}")]),
    s("c140", "訪問リハビリテーション", '1', Desk, (0, 0), &[("{}訪問リハビリテーション", "{}ほうもんりはびりてーしょん")]),
    s("c150", "通所介護", '7', Day, (20, 45), DAY),
    s("c155", "指定療養通所介護", '9', Desk, (9, 18), &[("療養デイ{}", "りょうようでい{}")]),
    s("c160", "通所リハビリテーション", '1', Day, (20, 80), &[("{}通所リハビリテーション", "{}つうしょりはびりてーしょん"), ("{}デイケアセンター", "{}でいけあせんたー"), ("デイケア{}", "でいけあ{}")]),
    s("c170", "福祉用具貸与", '7', Desk, (0, 0), &[("福祉用具{}", "ふくしようぐ{}"), ("{}福祉用具センター", "{}ふくしようぐせんたー"), ("{}レンタルケア", "{}れんたるけあ"), ("ケアショップ{}", "けあしょっぷ{}")]),
    s("c210", "短期入所生活介護", '7', Home, (10, 20), &[("{}短期入所生活介護事業所", "{}たんきにゅうしょせいかつかいごじぎょうしょ"), ("ショートステイ{}", "しょーとすてい{}"), ("{}ショートステイ", "{}しょーとすてい")]),
    s("c220", "短期入所療養介護（介護老人保健施設）", '5', Home, (0, 0), &[("介護老人保健施設{}", "かいごろうじんほけんしせつ{}")]),
    s("c230", "短期入所療養介護(療養病床を有する病院等）", '1', Home, (0, 0), &[("{}", "{}")]),
    s("c320", "認知症対応型共同生活介護", '9', Home, (9, 18), &[("グループホーム{}", "ぐるーぷほーむ{}"), ("グループホーム　{}", "ぐるーぷほーむ　{}"), ("{}グループホーム", "{}ぐるーぷほーむ")]),
    s("c331", "特定施設入居者生活介護（有料老人ホーム）", '7', Home, (30, 90), PAID),
    s("c332", "特定施設入居者生活介護（軽費老人ホーム）", '7', Home, (30, 60), CHEAP),
    s("c334", "特定施設入居者生活介護（有料老人ホーム（サービス付き高齢者向け住宅））", '7', Home, (30, 70), RENTED),
    s("c335", "特定施設入居者生活介護（有料老人ホーム（外部サービス利用型））", '7', Home, (30, 50), PAID),
    s("c336", "特定施設入居者生活介護（軽費老人ホーム（外部サービス利用型））", '7', Home, (30, 50), CHEAP),
    s("c337", "特定施設入居者生活介護（有料老人ホーム（サービス付き高齢者向け住宅（外部サービス利用型））)", '7', Home, (30, 50), RENTED),
    s("c361", "地域密着型特定施設入居者生活介護（有料老人ホーム）", '9', Home, (20, 29), PAID),
    s("c362", "地域密着型特定施設入居者生活介護（軽費老人ホーム）", '9', Home, (20, 29), CHEAP),
    s("c364", "地域密着型特定施設入居者生活介護（有料老人ホーム（サービス付き高齢者向け住宅））", '9', Home, (20, 29), RENTED),
    s("c410", "特定福祉用具販売", '7', Desk, (0, 0), &[("福祉用具{}", "ふくしようぐ{}"), ("{}福祉用具センター", "{}ふくしようぐせんたー")]),
    s("c430", "居宅介護支援", '7', Desk, (0, 0), &[("ケアプランセンター{}", "けあぷらんせんたー{}"), ("{}居宅介護支援事業所", "{}きょたくかいごしえんじぎょうしょ"), ("居宅介護支援事業所{}", "きょたくかいごしえんじぎょうしょ{}"), ("{}ケアプランセンター", "{}けあぷらんせんたー"), ("ケアマネジメント{}", "けあまねじめんと{}"), ("居宅介護支援センター　{}", "きょたくかいごしえんせんたー　{}")]),
    s("c510", "介護老人福祉施設", '7', Home, (50, 110), CARE_HOME),
    s("c520", "介護老人保健施設", '5', Home, (60, 120), &[("介護老人保健施設{}", "かいごろうじんほけんしせつ{}"), ("老人保健施設　{}", "ろうじんほけんしせつ　{}")]),
    s("c530", "介護療養型医療施設", '1', Home, (12, 40), &[("{}", "{}")]),
    s("c540", "地域密着型介護老人福祉施設入所者生活介護", '9', Home, (20, 29), CARE_HOME),
    s("c550", "介護医療院", 'B', Home, (30, 100), &[("介護医療院{}", "かいごいりょういん{}"), ("{}介護医療院", "{}かいごいりょういん")]),
    s("c551", "短期入所療養介護（介護医療院）", 'B', Home, (0, 0), &[("介護医療院{}", "かいごいりょういん{}")]),
    s("c710", "夜間対応型訪問介護", '9', Always, (0, 0), &[("夜間対応型訪問介護{}", "やかんたいおうがたほうもんかいご{}")]),
    s("c720", "認知症対応型通所介護", '9', Day, (6, 12), &[("認知症デイサービス{}", "にんちしょうでいさーびす{}"), ("{}認知症対応型デイサービス", "{}にんちしょうたいおうがたでいさーびす")]),
    s("c730", "小規模多機能型居宅介護", '9', Always, (18, 29), &[("小規模多機能ホーム{}", "しょうきぼたきのうほーむ{}"), ("小規模多機能型居宅介護{}", "しょうきぼたきのうがたきょたくかいご{}"), ("{}多機能の家", "{}たきのうのいえ")]),
    s("c760", "定期巡回・随時対応型訪問介護看護", '9', Always, (0, 0), &[("定期巡回・随時対応サービス{}", "ていきじゅんかい・ずいじたいおうさーびす{}"), ("２４時間ケア{}", "にじゅうよじかんけあ{}")]),
    s("c770", "複合型サービス（看護小規模多機能型居宅介護）", '9', Always, (18, 29), &[("看護小規模多機能型居宅介護{}", "かんごしょうきぼたきのうがたきょたくかいご{}"), ("看多機{}", "かんたき{}")]),
    s("c780", "地域密着型通所介護", '9', Day, (10, 18), DAY),
    s("d11", "居宅介護", '1', Always, (0, 0), HELP),
    s("d12", "重度訪問介護", '1', Always, (0, 0), HELP),
    s("d13", "行動援護", '1', Day, (0, 0), HELP),
    s("d14", "重度障害者等包括支援", '1', Always, (0, 0), HELP),
    s("d15", "同行援護", '1', Day, (0, 0), HELP),
    s("d21", "療養介護", '1', Home, (20, 60), &[("{}", "{}")]),
    s("d22", "生活介護", '1', Day, (20, 50), &[("生活介護事業所{}", "せいかつかいごじぎょうしょ{}"), ("{}", "{}"), ("{}の里", "{}のさと"), ("障害者デイ{}", "しょうがいしゃでい{}")]),
    s("d24", "短期入所", '1', Home, (2, 8), &[("ショートステイ{}", "しょーとすてい{}"), ("{}短期入所", "{}たんきにゅうしょ")]),
    s("d32", "施設入所支援", '1', Home, (30, 80), &[("障害者支援施設{}", "しょうがいしゃしえんしせつ{}"), ("{}", "{}")]),
    s("d33", "共同生活援助", '2', Home, (4, 20), SHARED_HOME),
    s("d34", "宿泊型自立訓練", '1', Home, (10, 20), &[("自立訓練ホーム{}", "じりつくんれんほーむ{}")]),
    s("d41", "自立訓練（機能訓練）", '1', Desk, (6, 20), &[("機能訓練センター{}", "きのうくんれんせんたー{}")]),
    s("d42", "自立訓練（生活訓練）", '1', Desk, (6, 20), &[("生活訓練{}", "せいかつくんれん{}"), ("自立訓練事業所{}", "じりつくんれんじぎょうしょ{}")]),
    s("d45", "就労継続支援Ａ型", '1', Desk, (10, 20), WORK),
    s("d46", "就労継続支援Ｂ型", '1', Desk, (20, 40), WORK),
    s("d52", "計画相談支援", '3', Desk, (0, 0), CONSULT),
    s("d53", "地域相談支援（地域移行支援）", '3', Desk, (0, 0), CONSULT),
    s("d54", "地域相談支援（地域定着支援）", '3', Desk, (0, 0), CONSULT),
    s("d60", "就労移行支援", '1', Desk, (10, 20), WORK),
    s("d61", "自立生活援助", '1', Desk, (0, 0), CONSULT),
    s("d62", "就労定着支援", '1', Desk, (0, 0), WORK),
    s("d63", "児童発達支援", '5', Day, (10, 30), CHILD),
    s("d64", "医療型児童発達支援", '5', Desk, (20, 40), CHILD),
    s("d65", "放課後等デイサービス", '5', School, (10, 10), CHILD),
    s("d66", "居宅訪問型児童発達支援", '5', Desk, (0, 0), CHILD),
    s("d67", "保育所等訪問支援", '5', Desk, (0, 0), CHILD),
    s("d68", "福祉型障害児入所施設", '5', Home, (20, 40), &[("{}学園", "{}がくえん")]),
    s("d69", "医療型障害児入所施設", '5', Home, (30, 60), &[("{}療育センター", "{}りょういくせんたー")]),
    s("d70", "障害児相談支援", '7', Desk, (0, 0), CONSULT),
];

/// The service with this key.
pub fn find(key: &str) -> Option<&'static Service> {
    SERVICES.iter().find(|service| service.key == key)
}

/// Kinds of organizations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// 社会福祉法人.
    Welfare,
    /// 医療法人.
    Medical,
    /// 株式会社.
    Company,
    /// 合同会社.
    Partners,
    /// 特定非営利活動法人.
    NonProfit,
    /// 一般社団法人.
    Association,
    /// 社会福祉協議会, one a municipality.
    Council,
    /// 市町村.
    Municipality,
}

use Form::{Association, Company, Medical, Municipality, NonProfit, Partners, Welfare};

/// Where a kind of office stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Where people live.
    Homes,
    /// At the edge of built-up ground, where land is cheap.
    Edge,
    /// Near a station.
    Station,
}

/// How a kind of office is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// 潮見苑.
    Garden,
    /// Soft words, the brand of its organization, or the town.
    Brand,
    /// The hospital or clinic it belongs to.
    Clinic,
}

/// A kind of office: how many of a thousand and a half, who runs it, where, and what it delivers with what probability.
pub struct Bundle {
    /// Number in a prefecture of 1,500 offices.
    pub count: f64,
    /// Organizations with weights.
    pub forms: &'static [(Form, f64)],
    /// Where.
    pub setting: Setting,
    /// Names.
    pub naming: Naming,
    /// Services with probabilities.
    pub services: &'static [(&'static str, f64)],
}

const fn b(
    count: f64,
    forms: &'static [(Form, f64)],
    setting: Setting,
    naming: Naming,
    services: &'static [(&'static str, f64)],
) -> Bundle {
    Bundle { count, forms, setting, naming, services }
}

const MOSTLY_WELFARE: &[(Form, f64)] = &[(Welfare, 0.97), (Municipality, 0.03)];
const MOSTLY_MEDICAL: &[(Form, f64)] = &[(Medical, 0.82), (Welfare, 0.18)];
const NURSES: &[(Form, f64)] =
    &[(Company, 0.52), (Medical, 0.22), (Partners, 0.13), (NonProfit, 0.03), (Association, 0.1)];
const HELPERS: &[(Form, f64)] = &[
    (Company, 0.52),
    (Partners, 0.15),
    (Welfare, 0.12),
    (NonProfit, 0.14),
    (Medical, 0.04),
    (Association, 0.03),
];
const ANYBODY: &[(Form, f64)] = &[
    (Company, 0.45),
    (Partners, 0.14),
    (Welfare, 0.2),
    (Medical, 0.12),
    (NonProfit, 0.06),
    (Association, 0.03),
];
const SUPPORTERS: &[(Form, f64)] =
    &[(Welfare, 0.42), (NonProfit, 0.2), (Company, 0.2), (Partners, 0.1), (Association, 0.08)];
const CHILDREN: &[(Form, f64)] =
    &[(Company, 0.52), (Partners, 0.16), (NonProfit, 0.12), (Welfare, 0.12), (Association, 0.08)];
const FIRMS: &[(Form, f64)] = &[(Company, 0.9), (Partners, 0.1)];

use Naming::{Brand, Clinic, Garden};
use Setting::{Edge, Homes, Station};

/// Kinds of offices in the proportions of the national files.
#[rustfmt::skip]
pub const BUNDLES: &[Bundle] = &[
    b(62.0, MOSTLY_WELFARE, Edge, Garden, &[("c510", 1.0), ("c210", 0.9), ("c150", 0.75), ("c430", 0.7), ("c110", 0.2), ("d24", 0.14), ("d22", 0.05), ("d52", 0.06)]),
    b(18.0, MOSTLY_WELFARE, Edge, Garden, &[("c540", 1.0), ("c210", 0.6), ("c730", 0.3)]),
    b(30.0, MOSTLY_MEDICAL, Edge, Garden, &[("c520", 1.0), ("c220", 0.92), ("c160", 0.97), ("c140", 0.5), ("c430", 0.45), ("d24", 0.08)]),
    b(7.0, &[(Medical, 1.0)], Station, Clinic, &[("c550", 1.0), ("c551", 0.8), ("c140", 0.3)]),
    b(2.0, &[(Medical, 1.0)], Homes, Clinic, &[("c230", 1.0), ("c530", 1.0)]),
    b(2.0, MOSTLY_MEDICAL, Edge, Clinic, &[("d21", 1.0), ("d69", 1.0), ("d24", 1.0), ("d64", 1.0), ("d22", 0.5)]),
    b(108.0, NURSES, Homes, Brand, &[("c130", 1.0), ("c430", 0.2)]),
    b(178.0, HELPERS, Homes, Brand, &[("c110", 1.0), ("d11", 0.78), ("d12", 0.73), ("d15", 0.24), ("d13", 0.1), ("c430", 0.26), ("d52", 0.03)]),
    b(30.0, HELPERS, Homes, Brand, &[("d11", 1.0), ("d12", 0.9), ("d13", 0.35), ("d15", 0.3)]),
    b(1.0, SUPPORTERS, Homes, Brand, &[("d14", 1.0), ("d12", 1.0), ("d11", 1.0)]),
    b(72.0, ANYBODY, Edge, Brand, &[("c150", 1.0), ("c430", 0.24), ("d22", 0.04)]),
    b(112.0, ANYBODY, Homes, Brand, &[("c780", 1.0), ("c430", 0.1), ("d22", 0.07)]),
    b(22.0, &[(Medical, 1.0)], Homes, Clinic, &[("c160", 1.0), ("c140", 0.55)]),
    b(116.0, ANYBODY, Homes, Brand, &[("c430", 1.0), ("d52", 0.12), ("d70", 0.07)]),
    b(44.0, FIRMS, Station, Brand, &[("c170", 1.0), ("c410", 0.94)]),
    b(80.0, ANYBODY, Homes, Brand, &[("c320", 1.0), ("c720", 0.12), ("c730", 0.08)]),
    b(32.0, ANYBODY, Homes, Brand, &[("c730", 1.0), ("d22", 0.1), ("d24", 0.06)]),
    b(7.0, NURSES, Homes, Brand, &[("c770", 1.0), ("c130", 0.8), ("d63", 0.2)]),
    b(8.0, ANYBODY, Station, Brand, &[("c760", 1.0), ("c110", 0.5)]),
    b(2.0, FIRMS, Station, Brand, &[("c710", 1.0), ("c760", 0.5)]),
    b(10.0, ANYBODY, Homes, Brand, &[("c720", 1.0)]),
    b(26.0, FIRMS, Station, Garden, &[("c331", 1.0)]),
    b(5.0, FIRMS, Station, Garden, &[("c334", 1.0)]),
    b(4.0, MOSTLY_WELFARE, Edge, Garden, &[("c332", 1.0), ("c110", 0.3)]),
    b(2.0, FIRMS, Homes, Garden, &[("c361", 1.0)]),
    b(1.0, MOSTLY_WELFARE, Homes, Garden, &[("c362", 1.0)]),
    b(1.0, FIRMS, Homes, Garden, &[("c364", 1.0)]),
    b(1.0, FIRMS, Homes, Garden, &[("c335", 1.0)]),
    b(1.0, MOSTLY_WELFARE, Edge, Garden, &[("c336", 1.0)]),
    b(1.0, FIRMS, Homes, Garden, &[("c337", 1.0)]),
    b(9.0, FIRMS, Homes, Brand, &[("c120", 1.0)]),
    b(1.0, NURSES, Homes, Brand, &[("c155", 1.0), ("c130", 1.0), ("d63", 1.0), ("d65", 1.0)]),
    b(44.0, SUPPORTERS, Edge, Brand, &[("d22", 1.0), ("d24", 0.2), ("d52", 0.25), ("d46", 0.3), ("c780", 0.05)]),
    b(14.0, MOSTLY_WELFARE, Edge, Garden, &[("d32", 1.0), ("d22", 1.0), ("d24", 0.95), ("d52", 0.6), ("d70", 0.3), ("d53", 0.2), ("d54", 0.2)]),
    b(84.0, SUPPORTERS, Homes, Brand, &[("d33", 1.0), ("d24", 0.28)]),
    b(88.0, SUPPORTERS, Homes, Brand, &[("d46", 1.0), ("d60", 0.1), ("d22", 0.08), ("d52", 0.1)]),
    b(28.0, FIRMS, Station, Brand, &[("d45", 1.0), ("d46", 0.2)]),
    b(13.0, CHILDREN, Station, Brand, &[("d60", 1.0), ("d62", 0.75), ("d42", 0.15)]),
    b(8.0, SUPPORTERS, Homes, Brand, &[("d42", 1.0), ("d61", 0.15)]),
    b(1.0, MOSTLY_WELFARE, Edge, Brand, &[("d34", 1.0), ("d42", 1.0), ("d33", 1.0)]),
    b(1.5, MOSTLY_WELFARE, Station, Brand, &[("d41", 1.0), ("d22", 0.5)]),
    b(48.0, SUPPORTERS, Homes, Brand, &[("d52", 1.0), ("d70", 0.75), ("d53", 0.36), ("d54", 0.34), ("d61", 0.07), ("c430", 0.14)]),
    b(118.0, CHILDREN, Homes, Brand, &[("d65", 1.0), ("d63", 0.55), ("d67", 0.08), ("d70", 0.04)]),
    b(28.0, CHILDREN, Homes, Brand, &[("d63", 1.0), ("d67", 0.3), ("d70", 0.3), ("d66", 0.04)]),
    b(1.5, MOSTLY_WELFARE, Edge, Brand, &[("d68", 1.0), ("d24", 1.0), ("d65", 0.5)]),
    b(1.0, CHILDREN, Homes, Brand, &[("d66", 1.0), ("d63", 1.0), ("d67", 1.0)]),
];

/// What the 社会福祉協議会 of a municipality delivers.
pub const COUNCIL: &[(&str, f64)] = &[
    ("c430", 1.0),
    ("c110", 1.0),
    ("d11", 1.0),
    ("d12", 0.8),
    ("c150", 0.6),
    ("d52", 0.75),
    ("d70", 0.5),
    ("d15", 0.3),
];
