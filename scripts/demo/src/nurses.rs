//! 保健師窓口 of some municipalities, in the columns of our own template, so that both the local answer and the general
//! one can be seen: the prefecture's southern 保健所, the core city, a city by 圏域, a city by towns. The other four
//! municipalities have entered nothing.

use crate::{
    csv,
    geojson::{Collection, Shape, quote},
    land::Land,
    output::Made,
    prefecture::Prefecture,
};
use std::collections::BTreeSet;

/// Header of the template.
const HEADER: &str = "\u{feff}窓口名,市町村,配置,事業所,担当制,話題,年齢から,年齢まで,担当区域,町名,すること,しないこと,電話,FAX,受付時間,引継ぎ,情報源,確認日\r\n";

/// 保健所 with the indexes of the municipalities in its charge.
const HEALTH_CENTERS: [(&str, &str, &[u8]); 3] = [
    ("宵宮市保健所管内", "よいみやしほけんじょかんない", &[0]),
    ("星見県南部福祉保健所管内", "ほしみけんなんぶふくしほけんじょかんない", &[1, 2, 5, 7]),
    ("星見県北部福祉保健所管内", "ほしみけんほくぶふくしほけんじょかんない", &[3, 4, 6]),
];

/// 保健所管轄: the land of the municipalities in the charge of each 保健所.
pub fn health_center_areas(prefecture: &Prefecture, land: &Land) -> String {
    let mut file = Collection::new(prefecture.projection);
    let places = land.region.municipalities();
    for (number, (name, kana, members)) in HEALTH_CENTERS.iter().enumerate() {
        // Keys from 100 are the wards of the core city.
        let own = |key: &u16| members.contains(&(if *key >= 100 { 0 } else { *key as u8 }));
        let polygons: Vec<_> =
            places.iter().filter(|(key, _)| own(key)).flat_map(|(_, polygons)| polygons.clone()).collect();
        let properties = [
            ("code", quote(&(number + 1).to_string())),
            ("kind", quote("health_center_area")),
            ("name", quote(name)),
            ("kana", quote(kana)),
            ("parent", quote(&(prefecture.code * 1_000).to_string())),
        ];
        file.add(&properties, &Shape::Polygons(&polygons));
    }
    file.finish("health_center_areas")
}

/// One desk: name, owner, placement, office, scheme, topics, ages, areas, towns, does, does not, hands over.
struct Desk<'d> {
    name: &'d str,
    owner: &'d str,
    placement: &'d str,
    office: &'d str,
    scheme: &'d str,
    topics: &'d str,
    ages: (&'d str, &'d str),
    areas: &'d str,
    towns: String,
    does: &'d str,
    does_not: &'d str,
    hands_over: &'d str,
}

const ALL_LIFE: (&str, &str) = ("0", "");
const CHILDREN: (&str, &str) = ("0", "17");
const ADULTS: (&str, &str) = ("18", "64");
const OLD: (&str, &str) = ("65", "");
const PREFECTURE: &str = "星見県";
const CORE: &str = "宵宮市";
const FIELDS: &str = "麦野市";
const SHORE: &str = "月ヶ浜市";

#[rustfmt::skip]
fn desks(made: &Made) -> Vec<Desk<'static>> {
    let plain = |name, owner, placement, office, topics, ages| Desk {
        name, owner, placement, office, scheme: "業務担当", topics, ages, areas: "", towns: String::new(),
        does: "相談、訪問、会議参加", does_not: "", hands_over: "",
    };
    let south = "月ヶ浜市、麦野市、杉郷町、沖ノ星町";
    vec![
        Desk { areas: south, does: "相談、訪問、申請受付、会議参加、医療調整", does_not: "介護保険や障害福祉サービスの申請は受けません", hands_over: "要介護認定のとき→市町の高齢福祉課", ..plain("南部福祉保健所 難病担当", PREFECTURE, "保健所", "星見県南部福祉保健所", "難病", ALL_LIFE) },
        Desk { areas: south, does: "相談、訪問、申請受付、医療調整", does_not: "乳幼児健診は市町が行います", hands_over: "18歳→南部福祉保健所 難病担当", ..plain("南部福祉保健所 こども療養担当", PREFECTURE, "保健所", "星見県南部福祉保健所", "小児慢性特定疾病・長期療養児、医療的ケア児", ("0", "19")) },
        Desk { areas: south, does: "相談、訪問、医療調整", does_not: "日ごろの見守りは市町にお願いしています", ..plain("南部福祉保健所 こころ・感染症担当", PREFECTURE, "保健所", "星見県南部福祉保健所", "こころの健康・精神保健、依存症、感染症・結核", ALL_LIFE) },
        Desk { does: "相談、会議参加", does_not: "急ぎの訪問はできません。市町村と保健所にご相談ください", ..plain("精神保健福祉センター 相談担当", PREFECTURE, "精神保健福祉センター", "星見県精神保健福祉センター", "ひきこもり、依存症", ("15", "")) },
        Desk { does: "相談、訪問、申請受付、会議参加、医療調整", hands_over: "要介護認定のとき→高齢福祉課 保健師", ..plain("宵宮市保健所 難病・療養担当", CORE, "保健所", "宵宮市保健所", "難病、小児慢性特定疾病・長期療養児、医療的ケア児", ALL_LIFE) },
        plain("宵宮市保健所 こころの健康担当", CORE, "保健所", "宵宮市保健所", "こころの健康・精神保健、ひきこもり、依存症", ALL_LIFE),
        plain("宵宮市保健所 感染症担当", CORE, "保健所", "宵宮市保健所", "感染症・結核、予防接種", ALL_LIFE),
        plain("宵宮市保健センター 成人保健担当", CORE, "市町村保健センター", "宵宮市保健センター", "成人の健診・生活習慣病", ("18", "")),
        Desk { hands_over: "18歳→宵宮市保健所 こころの健康担当", does_not: "就学後の発達の検査は教育委員会が行います", ..plain("宵宮市こども家庭センター 母子保健担当", CORE, "こども家庭センター", "宵宮市こども家庭センター", "妊娠・出産・産後、乳幼児の健診・発達、ヤングケアラー、こどもの虐待・要保護児童", CHILDREN) },
        Desk { ages: ("16", "50"), ..plain("宵宮市こども家庭センター 妊産婦担当", CORE, "こども家庭センター", "宵宮市こども家庭センター", "妊娠・出産・産後", ("16", "50")) },
        plain("高齢福祉課 保健師", CORE, "高齢・介護保険担当課", "宵宮市高齢福祉課", "介護保険の認定・在宅医療連携、介護予防・フレイル", ("40", "")),
        plain("障害福祉課 保健師", CORE, "障害福祉担当課", "宵宮市障害福祉課", "障害の相談・障害支援区分、障害者の虐待", ALL_LIFE),
        Desk { scheme: "地区担当", areas: "麦野圏域、千俵圏域", hands_over: "6歳就学→麦野市教育委員会、18歳→障害福祉課 保健師、65歳→高齢福祉課 保健師", ..plain("健康づくり課 南地区", FIELDS, "市町村保健センター", "麦野市健康づくり課", "妊娠・出産・産後、乳幼児の健診・発達、成人の健診・生活習慣病、こころの健康・精神保健、予防接種", ("0", "64")) },
        Desk { scheme: "地区担当", areas: "千俵圏域、上郷圏域", hands_over: "18歳→障害福祉課 保健師、65歳→高齢福祉課 保健師", ..plain("健康づくり課 北地区", FIELDS, "市町村保健センター", "麦野市健康づくり課", "妊娠・出産・産後、乳幼児の健診・発達、成人の健診・生活習慣病、こころの健康・精神保健、予防接種", ("0", "64")) },
        Desk { hands_over: "18歳→子ども・若者総合相談センター", ..plain("こども家庭センター 保健師", FIELDS, "こども家庭センター", "麦野市こども家庭センター", "ヤングケアラー、こどもの虐待・要保護児童", CHILDREN) },
        Desk { hands_over: "65歳→高齢福祉課 保健師", does_not: "就労の相談は障害者就業・生活支援センターへ", ..plain("障害福祉課 保健師", FIELDS, "障害福祉担当課", "麦野市障害福祉課", "障害の相談・障害支援区分、障害者の虐待", ADULTS) },
        plain("高齢福祉課 保健師", FIELDS, "高齢・介護保険担当課", "麦野市高齢福祉課", "高齢者の総合相談、介護予防・フレイル、認知症、高齢者の虐待・権利擁護、介護保険の認定・在宅医療連携", OLD),
        Desk { scheme: "地区担当", towns: towns(made, &[10], 0), hands_over: "65歳→高齢福祉課 地区担当", ..plain("健康づくり課 東地区", SHORE, "市町村保健センター", "月ヶ浜市健康づくり課", "妊娠・出産・産後、乳幼児の健診・発達、成人の健診・生活習慣病、こころの健康・精神保健", ("0", "64")) },
        Desk { scheme: "地区担当", towns: towns(made, &[11, 12], 3), hands_over: "65歳→高齢福祉課 地区担当", ..plain("健康づくり課 西地区", SHORE, "市町村保健センター", "月ヶ浜市健康づくり課", "妊娠・出産・産後、乳幼児の健診・発達、成人の健診・生活習慣病、こころの健康・精神保健", ("0", "64")) },
        Desk { scheme: "地区担当", ..plain("高齢福祉課 地区担当", SHORE, "高齢・介護保険担当課", "月ヶ浜市高齢福祉課", "高齢者の総合相談、認知症、介護予防・フレイル", OLD) },
    ]
}

/// The towns around some centres, each 丁目 by its town, and some of the first centre of the city beside them: towns
/// that two desks share are what a matrix has to show. Those of the fourth centre are left to nobody.
fn towns(made: &Made, centers: &[usize], shared: usize) -> String {
    let of = |center: usize| {
        let towns = made.land.settlement.towns.iter().filter(move |town| town.center == center);
        towns.map(|town| without_number(&town.name).to_owned()).collect::<BTreeSet<String>>()
    };
    let own = centers.iter().flat_map(|center| of(*center));
    let all: BTreeSet<String> = own.chain(of(10).into_iter().take(shared)).collect();
    all.into_iter().collect::<Vec<_>>().join("、")
}

/// 「清水島町一丁目」 → 「清水島町」.
fn without_number(town: &str) -> &str {
    town.strip_suffix("丁目")
        .map_or(town, |rest| rest.trim_end_matches(|c| "一二三四五六七八九十".contains(c)))
}

/// The table of desks.
pub fn table(made: &Made) -> String {
    let mut text = HEADER.to_owned();
    for desk in desks(made) {
        let facility = made.facilities.iter().find(|facility| facility.name == desk.office);
        let (phone, fax) =
            facility.map_or(("", ""), |facility| (facility.phone.as_str(), facility.fax.as_str()));
        let (from, to) = desk.ages;
        text.push_str(&csv::row(
            &[
                desk.name,
                desk.owner,
                desk.placement,
                desk.office,
                desk.scheme,
                desk.topics,
                from,
                to,
                desk.areas,
                &desk.towns,
                desk.does,
                desk.does_not,
                phone,
                fax,
                "平日8:30～17:15",
                desk.hands_over,
                "架空の回答",
                "2025-10-01",
            ],
            "\r\n",
        ));
    }
    text
}
