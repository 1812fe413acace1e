//! 法人: who runs the offices.

use crate::{
    place::Place,
    prefecture::{Prefecture, six_digits},
    random::Random,
    services::Form,
    words::{self, Word},
};
use std::collections::BTreeSet;

/// An organization.
#[derive(Debug, Clone)]
pub struct Organization {
    /// Kind.
    pub form: Form,
    /// Name with its legal form.
    pub name: String,
    /// Reading, hiragana, legal form included.
    pub kana: String,
    /// 法人番号; `None` where the official file leaves it blank.
    pub number: Option<String>,
    /// What its offices are called after, with the reading.
    pub brand: (String, String),
    /// Its hospital or clinic, for a 医療法人.
    pub clinic: Option<(String, String)>,
    /// Seat: the place of its first office.
    pub seat: Place,
    /// Telephone of the seat.
    pub phone: String,
    /// FAX of the seat.
    pub fax: String,
    /// Home page, empty when it has none.
    pub url: String,
    /// Offices it runs.
    pub offices: u32,
}

/// Founds organizations with names nobody else has.
pub struct Founder {
    random: Random,
    names: BTreeSet<String>,
    serial: u64,
}

fn is_taken(name: &str) -> bool {
    let hash =
        name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    TAKEN.binary_search(&hash).is_ok()
}

/// 法人番号 of these twelve digits: the check digit is put in front (法人番号の指定等に関する省令 第二条).
pub fn organization_number(rest: &str) -> String {
    let weights = [1, 2].into_iter().cycle();
    let sum: u32 =
        rest.bytes().rev().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{}{rest}", 9 - sum % 9)
}

fn own((text, kana): Word) -> (String, String) {
    (text.to_owned(), kana.to_owned())
}

fn joined(a: &(String, String), b: Word) -> (String, String) {
    (format!("{}{}", a.0, b.0), format!("{}{}", a.1, b.1))
}

const COMPANY_ENDS: &[Word] = &[
    ("ケア", "けあ"),
    ("ケアサービス", "けあさーびす"),
    ("ライフ", "らいふ"),
    ("サポート", "さぽーと"),
    ("福祉サービス", "ふくしさーびす"),
    ("メディカル", "めでぃかる"),
    ("コーポレーション", "こーぽれーしょん"),
    ("ホールディングス", "ほーるでぃんぐす"),
    ("介護サービス", "かいごさーびす"),
    ("企画", "きかく"),
    ("商会", "しょうかい"),
    ("ケア工房", "けあこうぼう"),
];
const ASSOCIATION_ENDS: &[Word] = &[
    ("福祉機構", "ふくしきこう"),
    ("ケア協会", "けあきょうかい"),
    ("の輪", "のわ"),
    ("支援舎", "しえんしゃ"),
];
/// Names these words could make that real organizations of the national files bear: the demo shall name nobody. Kept
/// as FNV-1a hashes, so that the real names are not copied into this repository.
#[rustfmt::skip]
const TAKEN: &[u32] = &[
    0x0099_637e, 0x00b5_ccb2, 0x00bc_4afc, 0x054e_c644, 0x06c8_fbbe, 0x07c4_d420, 0x0943_7a65, 0x0ede_d1cc,
    0x1138_c4e1, 0x123b_01bd, 0x15aa_858b, 0x16d8_53c7, 0x17aa_e736, 0x1862_ea8a, 0x1bed_c1af, 0x21a3_f807,
    0x236c_84d5, 0x26fd_57bf, 0x294f_8783, 0x2964_b413, 0x29b1_9ee4, 0x2f00_85f5, 0x2fa2_49f0, 0x3060_2f5b,
    0x30c0_ff1b, 0x318d_0414, 0x3236_25d5, 0x35ad_c836, 0x3928_1de9, 0x39bd_3c08, 0x3cc1_ec23, 0x4010_b4b4,
    0x4094_feb9, 0x4311_26ee, 0x43a9_eae3, 0x470f_2cd5, 0x482d_77a7, 0x486e_c1bb, 0x48aa_7c2a, 0x48e7_ff05,
    0x4a44_bc65, 0x4c77_de6c, 0x4d75_c73a, 0x4e9f_235c, 0x53bd_8ace, 0x594e_a30f, 0x5995_8ee3, 0x5a48_019b,
    0x5b4d_335c, 0x5ded_91d5, 0x5f24_bbc3, 0x61fc_9ad9, 0x6397_384e, 0x63e9_90c3, 0x658a_5f97, 0x6630_cdff,
    0x668e_8cb2, 0x6749_51d9, 0x6820_96f6, 0x6a8c_3838, 0x6c4f_3365, 0x6f76_60bd, 0x7115_bfab, 0x73b4_f0b7,
    0x73e3_b16e, 0x7710_8557, 0x7a39_2fa4, 0x7f47_ca18, 0x8254_5bc1, 0x8439_b7b6, 0x86e8_b4fd, 0x893b_951f,
    0x8e3c_7db4, 0x8e55_9a6d, 0x8e7c_f190, 0x933a_49fb, 0x9514_78b1, 0x967d_98be, 0x99ee_3b92, 0x9edc_fb30,
    0xa278_774c, 0xa8a8_5dd2, 0xabc7_8ef3, 0xac57_dff5, 0xaea3_5850, 0xaeb5_91e2, 0xafb0_81d1, 0xb089_c9ca,
    0xb141_4737, 0xb3dd_a998, 0xbb26_82fe, 0xbc11_040e, 0xbcb6_5cee, 0xc12a_d133, 0xc6ef_58e5, 0xc93c_617d,
    0xcb83_4cd1, 0xcb9e_338b, 0xcbf3_beef, 0xccdf_0d49, 0xcdc5_1094, 0xced3_497f, 0xd1b2_3caf, 0xd228_ebe9,
    0xd274_e8cb, 0xd446_3c0d, 0xd479_5524, 0xd4de_3c50, 0xd5f0_5951, 0xd734_2563, 0xd83d_62f9, 0xdd0f_544e,
    0xde9c_9432, 0xdf96_149c, 0xe358_1412, 0xe890_fa28, 0xf20d_5101, 0xf359_5cae, 0xf756_e3b2, 0xfbcb_53f7,
];
const NON_PROFIT_ENDS: &[Word] = &[
    ("の会", "のかい"),
    ("ネットワーク", "ねっとわーく"),
    ("サポートセンター", "さぽーとせんたー"),
    ("の輪", "のわ"),
    ("福祉会", "ふくしかい"),
    ("を支える会", "をささえるかい"),
    ("舎", "しゃ"),
];

impl Founder {
    /// Founder of one prefecture.
    pub fn new(seed: u64) -> Self {
        Self { random: Random::new(seed, "organizations"), names: BTreeSet::new(), serial: 1_000 }
    }

    /// A word to name things after.
    pub fn brand(&mut self) -> (String, String) {
        let random = &mut self.random;
        let kind = random.unit();
        if kind < 0.45 {
            let word = *random.pick(words::SOFT);
            let kana = word.replace('雲', "ぐも");
            (word.to_owned(), kana)
        } else if kind < 0.7 {
            own(*random.pick(words::MODERN))
        } else {
            let first = *random.pick(words::FIRST_HALVES);
            joined(&(first.to_owned(), first.to_owned()), *random.pick(words::SECOND_HALVES))
        }
    }

    /// Founds an organization whose first office is at the place. `town` is the town's name and reading.
    pub fn found(
        &mut self,
        form: Form,
        prefecture: &Prefecture,
        seat: Place,
        town: (&str, &str),
    ) -> Organization {
        let city = &prefecture.municipalities[seat.municipality()];
        let local = (trim_city(&city.0), trim_kana(&city.1));
        let mut brand = self.brand();
        let mut proper = self.proper(form, &brand, &local, city);
        for attempt in 0..30 {
            if !is_taken(&proper.0) && self.names.insert(proper.0.clone()) {
                break;
            }
            brand = self.brand();
            proper = self.proper(form, &brand, &local, city);
            if attempt > 6 {
                // A name taken in town is given again with the town in front, as registers do.
                proper = (format!("{}{}", town.0, proper.0), format!("{}{}", town.1, proper.1));
            }
        }
        let (prefix, prefix_kana) = legal_form(form, &mut self.random);
        let clinic = (form == Form::Medical).then(|| self.clinic(town, &local));
        let number = self.number(form, prefecture, &seat);
        Organization {
            form,
            name: format!("{prefix}{}", proper.0),
            kana: format!("{prefix_kana}{}", proper.1),
            number,
            brand,
            clinic,
            seat,
            phone: String::new(),
            fax: String::new(),
            url: String::new(),
            offices: 0,
        }
    }

    fn proper(
        &mut self,
        form: Form,
        brand: &(String, String),
        local: &(String, String),
        city: &(String, String),
    ) -> (String, String) {
        let random = &mut self.random;
        match form {
            Form::Welfare | Form::Medical => {
                let pair =
                    joined(&own(*random.pick(words::VIRTUE_FIRST)), *random.pick(words::VIRTUE_SECOND));
                let whole = joined(
                    &pair,
                    if form == Form::Welfare && random.chance(0.4) {
                        ("福祉会", "ふくしかい")
                    } else {
                        ("会", "かい")
                    },
                );
                let place_first = random.chance(0.35);
                if place_first {
                    (format!("{}{}", local.0, whole.0), format!("{}{}", local.1, whole.1))
                } else {
                    whole
                }
            }
            Form::Company | Form::Partners => joined(brand, *random.pick(COMPANY_ENDS)),
            Form::NonProfit => joined(brand, *random.pick(NON_PROFIT_ENDS)),
            Form::Association => joined(brand, *random.pick(ASSOCIATION_ENDS)),
            Form::Council => joined(city, ("社会福祉協議会", "しゃかいふくしきょうぎかい")),
            Form::Municipality => city.clone(),
        }
    }

    fn clinic(&mut self, town: (&str, &str), local: &(String, String)) -> (String, String) {
        let random = &mut self.random;
        if random.chance(0.6) {
            return joined(&own(*random.pick(words::FAMILIES)), *random.pick(words::DEPARTMENTS));
        }
        let town = (town.0.to_owned(), town.1.to_owned());
        let ends: &[Word] = &[
            ("病院", "びょういん"),
            ("中央病院", "ちゅうおうびょういん"),
            ("リハビリテーション病院", "りはびりてーしょんびょういん"),
            ("記念病院", "きねんびょういん"),
            ("温泉病院", "おんせんびょういん"),
        ];
        let base = if random.chance(0.5) { town } else { local.clone() };
        joined(&base, *random.pick(ends))
    }

    fn number(&mut self, form: Form, prefecture: &Prefecture, seat: &Place) -> Option<String> {
        self.serial += 1 + self.random.below(37) as u64;
        // 4-digit registry (the prefecture's invented code), 2-digit kind, 6-digit serial; 000020 + code for municipalities.
        let kind = match form {
            Form::Company => "01",
            Form::Partners => "03",
            _ => "05",
        };
        if form == Form::Municipality {
            let code = six_digits(prefecture.municipality_code(seat.municipality()));
            return Some(organization_number(&format!("000020{code}")));
        }
        let number =
            organization_number(&format!("{}00{kind}{:06}", prefecture.code, self.serial % 1_000_000));
        // Blank in 7 % of the official rows; fewer here, so that most matches are certain.
        (!self.random.chance(0.035)).then_some(number)
    }
}

fn trim_city(name: &str) -> String {
    name.trim_end_matches(['市', '町', '村']).to_owned()
}

fn trim_kana(kana: &str) -> String {
    ["ちょう", "むら", "まち", "し"].iter().find_map(|end| kana.strip_suffix(end)).unwrap_or(kana).to_owned()
}

fn legal_form(form: Form, random: &mut Random) -> Word {
    match form {
        Form::Welfare if random.chance(0.12) => ("社会福祉法人　", "しゃかいふくしほうじん　"),
        Form::Welfare | Form::Council => ("社会福祉法人", "しゃかいふくしほうじん"),
        Form::Medical if random.chance(0.5) => ("医療法人社団", "いりょうほうじんしゃだん"),
        Form::Medical => ("医療法人", "いりょうほうじん"),
        Form::Company if random.chance(0.1) => ("株式会社　", "かぶしきがいしゃ　"),
        Form::Company => ("株式会社", "かぶしきがいしゃ"),
        Form::Partners => ("合同会社", "ごうどうがいしゃ"),
        Form::NonProfit if random.chance(0.2) => ("ＮＰＯ法人", "えぬぴーおーほうじん"),
        Form::NonProfit => ("特定非営利活動法人", "とくていひえいりかつどうほうじん"),
        Form::Association => ("一般社団法人", "いっぱんしゃだんほうじん"),
        Form::Municipality => ("", ""),
    }
}
