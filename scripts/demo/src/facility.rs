//! Everything beside the offices of the two systems: halls, health centres, consultation desks, hospitals, schools.

use crate::{
    design::{CENTERS, MUNICIPALITIES, WARDS},
    land::Land,
    office::Directory,
    place::{Place, Surveyor},
    prefecture::Prefecture,
    random::Random,
    services::{Form, Setting},
};

/// Which municipal file a facility stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// 公共施設一覧.
    Public,
    /// 相談窓口一覧.
    Desk,
    /// 担当課一覧.
    Department,
    /// 医療機関一覧.
    Medical,
    /// 子育て施設一覧.
    Childcare,
    /// 学校一覧.
    School,
}

/// A facility.
#[derive(Debug, Clone)]
pub struct Facility {
    /// File it stands in.
    pub list: List,
    /// 種別.
    pub kind: &'static str,
    /// Name.
    pub name: String,
    /// Reading, hiragana.
    pub kana: String,
    /// Where.
    pub place: Place,
    /// Telephone.
    pub phone: String,
    /// FAX, empty when it has none.
    pub fax: String,
    /// Who runs it.
    pub operator: String,
    /// 法人番号 of the operator where it is one of ours.
    pub operator_number: String,
    /// 担当圏域 or what it does.
    pub remarks: String,
}

pub(crate) struct Register<'a, 'l> {
    pub prefecture: &'a Prefecture,
    pub land: &'a Land,
    pub directory: &'a Directory,
    pub surveyor: &'a mut Surveyor<'l>,
    pub random: Random,
    pub list: Vec<Facility>,
}

type Name<'n> = (&'n str, &'n str);

/// All facilities of a prefecture.
pub fn all(
    prefecture: &Prefecture,
    land: &Land,
    directory: &Directory,
    surveyor: &mut Surveyor,
) -> Vec<Facility> {
    let random = Random::new(prefecture.seed, "facilities");
    let mut register = Register { prefecture, land, directory, surveyor, random, list: Vec::new() };
    register.halls();
    register.prefectural();
    register.support_centers();
    register.medical();
    register.schools();
    register.list
}

/// Departments of a municipality: name, reading, what it does.
const DEPARTMENTS: &[(&str, &str, &str)] = &[
    ("高齢福祉課", "こうれいふくしか", "介護保険、認定調査、在宅医療・介護連携"),
    ("障害福祉課", "しょうがいふくしか", "障害支援区分認定調査、障害福祉サービス、障害者虐待防止"),
    ("健康づくり課", "けんこうづくりか", "成人保健、予防接種、精神保健の相談"),
    ("こども支援課", "こどもしえんか", "障害児支援、保育、要保護児童対策地域協議会"),
    ("福祉政策課", "ふくしせいさくか", "地域福祉、重層的支援体制、生活困窮"),
];

/// Desks of the prefecture: list, kind, name, reading, index of the centre they stand in.
#[rustfmt::skip]
const PREFECTURAL: &[(List, &str, &str, &str, usize)] = &[
    (List::Public, "保健所", "南部福祉保健所", "なんぶふくしほけんじょ", 10),
    (List::Public, "保健所", "北部福祉保健所", "ほくぶふくしほけんじょ", 20),
    (List::Public, "児童相談所", "中央児童相談所", "ちゅうおうじどうそうだんじょ", 0),
    (List::Public, "精神保健福祉センター", "精神保健福祉センター", "せいしんほけんふくしせんたー", 1),
    (List::Public, "身体障害者更生相談所・知的障害者更生相談所", "障害者更生相談所", "しょうがいしゃこうせいそうだんじょ", 1),
    (List::Desk, "難病相談支援センター", "難病相談支援センター", "なんびょうそうだんしえんせんたー", 0),
    (List::Desk, "発達障害者支援センター", "発達障害者支援センターともしび", "はったつしょうがいしゃしえんせんたーともしび", 8),
    (List::Desk, "高次脳機能障害支援拠点機関", "高次脳機能障害支援センター", "こうじのうきのうしょうがいしえんせんたー", 7),
    (List::Desk, "医療的ケア児支援センター", "医療的ケア児支援センターこぐま", "いりょうてきけあじしえんせんたーこぐま", 4),
    (List::Desk, "ひきこもり地域支援センター", "ひきこもり地域支援センター", "ひきこもりちいきしえんせんたー", 1),
    (List::Desk, "子ども・若者総合相談センター", "子ども・若者総合相談センター", "こども・わかものそうごうそうだんせんたー", 0),
    (List::Desk, "障害者就業・生活支援センター", "障害者就業・生活支援センターはたおり", "しょうがいしゃしゅうぎょう・せいかつしえんせんたーはたおり", 3),
    (List::Desk, "公共職業安定所", "ハローワーク宵宮", "はろーわーくよいみや", 0),
    (List::Desk, "公共職業安定所", "ハローワーク月ヶ浜", "はろーわーくつきがはま", 10),
    (List::Desk, "医師会・歯科医師会・薬剤師会・看護協会", "医師会", "いしかい", 1),
    (List::Desk, "医師会・歯科医師会・薬剤師会・看護協会", "歯科医師会", "しかいしかい", 1),
    (List::Desk, "医師会・歯科医師会・薬剤師会・看護協会", "薬剤師会", "やくざいしかい", 1),
    (List::Desk, "医師会・歯科医師会・薬剤師会・看護協会", "看護協会", "かんごきょうかい", 1),
    (List::Desk, "患者会・家族会", "難病連絡協議会", "なんびょうれんらくきょうぎかい", 0),
];

impl Register<'_, '_> {
    pub(crate) fn spot(&mut self, center: usize, setting: Setting) -> Place {
        let town = self.surveyor.town(setting, |town| town.center == center);
        self.surveyor.place(town, setting)
    }

    pub(crate) fn add(
        &mut self,
        list: List,
        kind: &'static str,
        name: Name,
        place: Place,
        operator: &str,
    ) -> &mut Facility {
        let municipality = place.municipality();
        let fax = if self.random.chance(0.85) { self.surveyor.phone(municipality) } else { String::new() };
        let at = self.list.len();
        self.list.push(Facility {
            list,
            kind,
            name: name.0.to_owned(),
            kana: name.1.to_owned(),
            place,
            phone: self.surveyor.phone(municipality),
            fax,
            operator: operator.to_owned(),
            operator_number: String::new(),
            remarks: String::new(),
        });
        &mut self.list[at]
    }

    /// Halls with their departments, health centres, family centres and the desks every municipality has.
    fn halls(&mut self) {
        for municipality in 0..MUNICIPALITIES.len() {
            let (city, kana) = self.prefecture.municipalities[municipality].clone();
            let center = CENTERS.iter().position(|center| center.municipality == municipality).unwrap_or(0);
            let hall = self.spot(center, Setting::Station);
            let (end, end_kana) =
                if city.ends_with('市') { ("役所", "やくしょ") } else { ("役場", "やくば") };
            let named = |end: &str, end_kana: &str| (format!("{city}{end}"), format!("{kana}{end_kana}"));
            let hall_name = named(end, end_kana);
            self.add(List::Public, "市役所・町村役場", (&hall_name.0, &hall_name.1), hall.clone(), &city);
            for (department, reading, does) in DEPARTMENTS {
                // A village of 2,900 has one department for all of it.
                let small = CENTERS[center].people < 5_000.0;
                if small && *department != "福祉政策課" {
                    continue;
                }
                let name = if small {
                    named("住民福祉課", "じゅうみんふくしか")
                } else {
                    named(department, reading)
                };
                let desk =
                    self.add(List::Department, "市町村担当課", (&name.0, &name.1), hall.clone(), &city);
                desk.remarks.push_str(does);
            }
            let health = self.spot(center, Setting::Homes);
            let name = named("保健センター", "ほけんせんたー");
            self.add(List::Public, "市町村保健センター", (&name.0, &name.1), health.clone(), &city);
            let name = named("こども家庭センター", "こどもかていせんたー");
            self.add(List::Desk, "こども家庭センター", (&name.0, &name.1), health.clone(), &city);
            let name = named("教育委員会", "きょういくいいんかい");
            self.add(List::Public, "教育委員会", (&name.0, &name.1), hall.clone(), &city);
            self.council(municipality);
            if municipality < 3 {
                self.city_desks(municipality, center, &hall, &health);
            }
        }
        for (ward, (name, kana, _)) in WARDS.iter().enumerate() {
            let center = CENTERS.iter().position(|center| center.ward == Some(ward)).unwrap_or(0);
            let place = self.spot(center, Setting::Station);
            let (city, city_kana) = self.prefecture.municipalities[0].clone();
            let name = (format!("{city}{name}役所"), format!("{city_kana}{kana}やくしょ"));
            self.add(List::Public, "区役所", (&name.0, &name.1), place, &city);
        }
    }

    /// The 社会福祉協議会 stands where its office of the two systems stands.
    fn council(&mut self, municipality: usize) {
        let found = self.directory.organizations.iter().enumerate().find(|(_, organization)| {
            organization.form == Form::Council && organization.seat.municipality() == municipality
        });
        let Some((index, organization)) = found else { return };
        let (name, kana) = self.prefecture.municipalities[municipality].clone();
        let place = organization.seat.clone();
        let phone = self
            .directory
            .offices
            .iter()
            .find(|office| office.organization == index)
            .map(|office| office.phone.clone());
        let facility_name = (format!("{name}社会福祉協議会"), format!("{kana}しゃかいふくしきょうぎかい"));
        let (operator, number) = (organization.name.clone(), organization.number.clone().unwrap_or_default());
        let facility = self.add(
            List::Desk,
            "社会福祉協議会",
            (&facility_name.0, &facility_name.1),
            place.clone(),
            &operator,
        );
        facility.operator_number.clone_from(&number);
        if let Some(phone) = phone {
            facility.phone = phone;
        }
        let livelihood = (format!("{name}くらし自立相談窓口"), format!("{kana}くらしじりつそうだんまどぐち"));
        self.add(
            List::Desk,
            "生活困窮者自立相談支援機関",
            (&livelihood.0, &livelihood.1),
            place,
            &operator,
        )
        .operator_number = number;
    }

    /// What only cities have: their own desks, and in the core city its own 保健所.
    fn city_desks(&mut self, municipality: usize, center: usize, hall: &Place, health: &Place) {
        let (city, kana) = self.prefecture.municipalities[municipality].clone();
        let named = |end: &str, end_kana: &str| (format!("{city}{end}"), format!("{kana}{end_kana}"));
        let core = named("基幹相談支援センター", "きかんそうだんしえんせんたー");
        let place = self.spot(center, Setting::Station);
        self.add(List::Desk, "基幹相談支援センター", (&core.0, &core.1), place.clone(), &city);
        let abuse = named("障害者虐待防止センター", "しょうがいしゃぎゃくたいぼうしせんたー");
        self.add(List::Desk, "障害者虐待防止センター", (&abuse.0, &abuse.1), place.clone(), &city);
        let link = named("在宅医療・介護連携支援センター", "ざいたくいりょう・かいごれんけいしえんせんたー");
        self.add(
            List::Desk,
            "在宅医療・介護連携支援センター",
            (&link.0, &link.1),
            place.clone(),
            &format!("{city}医師会"),
        );
        let guard = named("権利擁護支援センター", "けんりようごしえんせんたー");
        self.add(List::Desk, "成年後見制度利用促進の中核機関", (&guard.0, &guard.1), place, &city);
        let welfare = named("福祉事務所", "ふくしじむしょ");
        self.add(List::Public, "福祉事務所", (&welfare.0, &welfare.1), hall.clone(), &city);
        let commissioners = named("民生委員児童委員協議会", "みんせいいいんじどういいんきょうぎかい");
        self.add(
            List::Desk,
            "民生委員・児童委員協議会",
            (&commissioners.0, &commissioners.1),
            hall.clone(),
            &city,
        );
        if municipality == 0 {
            let name = named("保健所", "ほけんじょ");
            self.add(List::Public, "保健所", (&name.0, &name.1), health.clone(), &city);
        }
    }

    fn prefectural(&mut self) {
        let (prefecture, kana) = (self.prefecture.name.clone(), self.prefecture.kana.clone());
        for (list, kind, name, reading, center) in PREFECTURAL {
            let place = self.spot(*center, Setting::Station);
            let (name, reading) = if name.starts_with("ハローワーク") {
                ((*name).to_owned(), (*reading).to_owned())
            } else {
                (format!("{prefecture}{name}"), format!("{kana}{reading}"))
            };
            self.add(*list, kind, (&name, &reading), place, &prefecture);
        }
    }

    /// A 地域包括支援センター for every 日常生活圏域, most of them run for the municipality by a 社会福祉法人 of the place.
    fn support_centers(&mut self) {
        for (center, design) in CENTERS.iter().enumerate() {
            let (city, kana) = self.prefecture.municipalities[design.municipality].clone();
            let runner = self
                .directory
                .organizations
                .iter()
                .find(|o| matches!(o.form, Form::Welfare) && o.seat.center == center)
                .map(|o| (o.name.clone(), o.number.clone().unwrap_or_default(), o.seat.clone()));
            let alone = CENTERS.iter().filter(|other| other.municipality == design.municipality).count() == 1;
            let (own, own_kana) = if alone { ("", "") } else { (design.name, design.kana) };
            let name = (
                format!("{city}{own}地域包括支援センター"),
                format!("{kana}{own_kana}ちいきほうかつしえんせんたー"),
            );
            let (operator, number, place) = match runner {
                Some((operator, number, seat)) if !alone => {
                    let place =
                        if self.random.chance(0.4) { seat } else { self.spot(center, Setting::Homes) };
                    (operator, number, place)
                }
                _ => (city.clone(), String::new(), self.spot(center, Setting::Station)),
            };
            let facility =
                self.add(List::Desk, "地域包括支援センター", (&name.0, &name.1), place.clone(), &operator);
            facility.operator_number = number;
            facility.remarks = format!("担当圏域：{}圏域", design.name);
            if !alone {
                let hall = (format!("{}公民館", design.name), format!("{}こうみんかん", design.kana));
                let place = self.spot(center, Setting::Homes);
                self.add(List::Public, "公民館", (&hall.0, &hall.1), place, &city);
            }
        }
    }
}
