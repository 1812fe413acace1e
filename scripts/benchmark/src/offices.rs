//! Plausible invented offices all over Japan, the same at every run.

use hoshizu_catalog::{area::AreaKind, system::SystemSet, taxonomy::ServiceType};
use hoshizu_search::{Document, Place, Places};
use uuid::Uuid;

/// SplitMix64: small, seeded, the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }

    /// The earlier of three rolls: first entries come up most often, as names do.
    fn favour<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let index = self.roll(from.len()).min(self.roll(from.len())).min(self.roll(from.len()));
        &from[index]
    }
}

/// Prefectures with the middle of their people: name, latitude, longitude, weight.
const PREFECTURES: [(&str, f64, f64, usize); 47] = [
    ("北海道", 43.06, 141.35, 5),
    ("青森県", 40.82, 140.74, 1),
    ("岩手県", 39.70, 141.15, 1),
    ("宮城県", 38.27, 140.87, 2),
    ("秋田県", 39.72, 140.10, 1),
    ("山形県", 38.24, 140.36, 1),
    ("福島県", 37.75, 140.47, 2),
    ("茨城県", 36.34, 140.45, 2),
    ("栃木県", 36.57, 139.88, 2),
    ("群馬県", 36.39, 139.06, 2),
    ("埼玉県", 35.86, 139.65, 5),
    ("千葉県", 35.61, 140.12, 5),
    ("東京都", 35.69, 139.69, 10),
    ("神奈川県", 35.45, 139.64, 7),
    ("新潟県", 37.90, 139.02, 2),
    ("富山県", 36.70, 137.21, 1),
    ("石川県", 36.59, 136.63, 1),
    ("福井県", 36.07, 136.22, 1),
    ("山梨県", 35.66, 138.57, 1),
    ("長野県", 36.65, 138.18, 2),
    ("岐阜県", 35.39, 136.72, 2),
    ("静岡県", 34.98, 138.38, 3),
    ("愛知県", 35.18, 136.91, 6),
    ("三重県", 34.73, 136.51, 2),
    ("滋賀県", 35.00, 135.87, 1),
    ("京都府", 35.02, 135.76, 2),
    ("大阪府", 34.69, 135.52, 8),
    ("兵庫県", 34.69, 135.18, 5),
    ("奈良県", 34.69, 135.83, 1),
    ("和歌山県", 34.23, 135.17, 1),
    ("鳥取県", 35.50, 134.24, 1),
    ("島根県", 35.47, 133.05, 1),
    ("岡山県", 34.66, 133.93, 2),
    ("広島県", 34.40, 132.46, 3),
    ("山口県", 34.19, 131.47, 1),
    ("徳島県", 34.07, 134.56, 1),
    ("香川県", 34.34, 134.04, 1),
    ("愛媛県", 33.84, 132.77, 1),
    ("高知県", 33.56, 133.53, 1),
    ("福岡県", 33.61, 130.42, 5),
    ("佐賀県", 33.25, 130.30, 1),
    ("長崎県", 32.74, 129.87, 1),
    ("熊本県", 32.79, 130.74, 2),
    ("大分県", 33.24, 131.61, 1),
    ("宮崎県", 31.91, 131.42, 1),
    ("鹿児島県", 31.56, 130.56, 2),
    ("沖縄県", 26.21, 127.68, 1),
];
/// First halves of invented municipality names and their readings; with the second halves 36 a prefecture.
const CITY_HEADS: [(&str, &str); 9] = [
    ("星", "ほし"),
    ("朝", "あさ"),
    ("松", "まつ"),
    ("白", "しら"),
    ("石", "いし"),
    ("花", "はな"),
    ("小", "お"),
    ("東", "ひがし"),
    ("瀬", "せ"),
];
const CITY_TAILS: [(&str, &str); 4] =
    [("野市", "のし"), ("浜市", "はまし"), ("坂町", "さかまち"), ("谷村", "たにむら")];
const TOWNS: [&str; 16] = [
    "中央",
    "本町",
    "栄町",
    "緑町",
    "旭町",
    "新町",
    "南",
    "北浜",
    "大手町",
    "桜木町",
    "神田",
    "上野",
    "若葉台",
    "泉",
    "元町",
    "千代田",
];
/// Words names begin with, the favourites first, and their readings.
pub const WORDS: [(&str, &str); 48] = [
    ("ひまわり", "ひまわり"),
    ("さくら", "さくら"),
    ("あおぞら", "あおぞら"),
    ("すみれ", "すみれ"),
    ("みどり", "みどり"),
    ("ほほえみ", "ほほえみ"),
    ("たんぽぽ", "たんぽぽ"),
    ("やすらぎ", "やすらぎ"),
    ("なごみ", "なごみ"),
    ("にじ", "にじ"),
    ("つばさ", "つばさ"),
    ("きずな", "きずな"),
    ("コスモス", "こすもす"),
    ("あさひ", "あさひ"),
    ("ゆうあい", "ゆうあい"),
    ("ハーモニー", "はーもにー"),
    ("スマイル", "すまいる"),
    ("わかば", "わかば"),
    ("こもれび", "こもれび"),
    ("ふれあい", "ふれあい"),
    ("いこい", "いこい"),
    ("くすのき", "くすのき"),
    ("けやき", "けやき"),
    ("藤", "ふじ"),
    ("愛和", "あいわ"),
    ("青葉", "あおば"),
    ("緑風", "りょくふう"),
    ("清流", "せいりゅう"),
    ("光風", "こうふう"),
    ("長寿", "ちょうじゅ"),
    ("泰山", "たいざん"),
    ("福寿", "ふくじゅ"),
    ("敬愛", "けいあい"),
    ("慈光", "じこう"),
    ("翠松", "すいしょう"),
    ("高﨑", "たかさき"),
    ("渡邉", "わたなべ"),
    ("齋藤", "さいとう"),
    ("陽だまり", "ひだまり"),
    ("風の丘", "かぜのおか"),
    ("花みずき", "はなみずき"),
    ("ライフケア", "らいふけあ"),
    ("メディカル", "めでぃかる"),
    ("アップル", "あっぷる"),
    ("オリーブ", "おりーぶ"),
    ("プラチナ", "ぷらちな"),
    ("銀の鈴", "ぎんのすず"),
    ("月見草", "つきみそう"),
];
/// Rarer second words.
const SECONDS: [(&str, &str); 30] = [
    ("", ""),
    ("", ""),
    ("", ""),
    ("の里", "のさと"),
    ("の家", "のいえ"),
    ("の郷", "のさと"),
    ("園", "えん"),
    ("苑", "えん"),
    ("荘", "そう"),
    ("館", "かん"),
    ("の森", "のもり"),
    ("の杜", "のもり"),
    ("ガーデン", "がーでん"),
    ("ホーム", "ほーむ"),
    ("の丘", "のおか"),
    ("の風", "のかぜ"),
    ("日和", "びより"),
    ("の空", "のそら"),
    ("の詩", "のうた"),
    ("プラス", "ぷらす"),
    ("ネクスト", "ねくすと"),
    ("タウン", "たうん"),
    ("の街", "のまち"),
    ("の樹", "のき"),
    ("の泉", "のいずみ"),
    ("川", "がわ"),
    ("山", "やま"),
    ("橋", "ばし"),
    ("台", "だい"),
    ("館東", "かんひがし"),
];
/// What a name says of its service, with reading.
const KINDS: [(&str, &str); 16] = [
    ("訪問看護ステーション", "ほうもんかんごすてーしょん"),
    ("ケアセンター", "けあせんたー"),
    ("デイサービスセンター", "でいさーびすせんたー"),
    ("居宅介護支援事業所", "きょたくかいごしえんじぎょうしょ"),
    ("ケアプランセンター", "けあぷらんせんたー"),
    ("ヘルパーステーション", "へるぱーすてーしょん"),
    ("グループホーム", "ぐるーぷほーむ"),
    ("相談支援センター", "そうだんしえんせんたー"),
    ("就労支援センター", "しゅうろうしえんせんたー"),
    ("放課後等デイサービス", "ほうかごとうでいさーびす"),
    ("特別養護老人ホーム", "とくべつようごろうじんほーむ"),
    ("介護ステーション", "かいごすてーしょん"),
    ("リハビリセンター", "りはびりせんたー"),
    ("ショートステイ", "しょーとすてい"),
    ("地域包括支援センター", "ちいきほうかつしえんせんたー"),
    ("クリニック", "くりにっく"),
];
const LEGAL_FORMS: [&str; 6] =
    ["社会福祉法人", "株式会社", "医療法人", "合同会社", "特定非営利活動法人", "有限会社"];

/// Makes offices and areas.
pub struct Country {
    services: Vec<ServiceType>,
    by_weight: Vec<usize>,
}

impl Country {
    pub fn new() -> Self {
        let by_weight = PREFECTURES
            .iter()
            .enumerate()
            .flat_map(|(index, (.., weight))| std::iter::repeat_n(index, *weight))
            .collect();
        Self { services: ServiceType::all().collect(), by_weight }
    }

    fn cities() -> impl Iterator<Item = (String, String)> {
        CITY_HEADS.iter().flat_map(|(head, head_kana)| {
            CITY_TAILS
                .iter()
                .map(move |(tail, tail_kana)| (format!("{head}{tail}"), format!("{head_kana}{tail_kana}")))
        })
    }

    pub fn places() -> Places {
        let place = |code: String, name: &str, kana: Option<String>, kind, parent, center| Place {
            code,
            name: name.to_owned(),
            kana,
            kind,
            parent,
            center: Some(center),
        };
        let mut places = Vec::new();
        for (index, (name, lat, lon, _)) in PREFECTURES.iter().enumerate() {
            let code = format!("{:02}000", index + 1);
            for (city, (city_name, kana)) in Self::cities().enumerate() {
                let center = city_center(index, city);
                let city_code = format!("{:05}", city_code(index, city));
                let parent = Some(code.clone());
                places.push(place(city_code, &city_name, Some(kana), AreaKind::Municipality, parent, center));
            }
            places.push(place(code, name, None, AreaKind::Prefecture, None, (*lat, *lon)));
        }
        Places::new(places)
    }

    /// The office with this number.
    pub fn office(&self, number: u64) -> Document {
        let mut dice = Dice(number.wrapping_mul(0x2545_F491_4F6C_DD1D));
        let prefecture = *dice.pick(&self.by_weight);
        let city = dice.roll(36).min(dice.roll(36));
        let city_name = Self::cities().nth(city).map(|(name, _)| name).unwrap_or_default();
        let center = city_center(prefecture, city);
        let lat_lon = (center.0 + spread(&mut dice), center.1 + spread(&mut dice));
        let (word, word_kana) = *dice.favour(&WORDS);
        let (second, second_kana) = *dice.pick(&SECONDS);
        let kind = dice.roll(KINDS.len()).min(dice.roll(KINDS.len()));
        let (kind_name, kind_kana) = KINDS[kind];
        let branch = if dice.roll(6) == 0 { format!("{}号館", dice.roll(9) + 1) } else { String::new() };
        let blank = if dice.roll(4) == 0 { " " } else { "" };
        let name = if dice.roll(2) == 0 {
            format!("{kind_name}{blank}{word}{second}{branch}")
        } else {
            format!("{word}{second}{blank}{kind_name}{branch}")
        };
        let kana = if name.starts_with(kind_name) {
            format!("{kind_kana}{word_kana}{second_kana}")
        } else {
            format!("{word_kana}{second_kana}{kind_kana}")
        };
        let services = self.services_of(kind, &mut dice);
        let systems: SystemSet =
            services.iter().filter_map(|s| ServiceType::from_index(*s)).map(ServiceType::system).collect();
        let organization = format!("{}{}会", dice.favour(&LEGAL_FORMS), dice.pick(&WORDS).0);
        let organization =
            if dice.roll(2) == 0 { organization } else { format!("{organization}{}", dice.roll(30_000)) };
        let address = format!(
            "{}{city_name}{}{}丁目{}番{}号",
            PREFECTURES[prefecture].0,
            dice.pick(&TOWNS),
            dice.roll(6) + 1,
            dice.roll(30) + 1,
            dice.roll(20) + 1
        );
        let id = Uuid::from_u128(u128::from(number) << 64 | u128::from(dice.0));
        let phone = format!("0{:09}", dice.roll(1_000_000_000));
        let number_text = format!("{:02}{:08}", prefecture + 1, number);
        let municipality = city_code(prefecture, city);
        let card = serde_json::json!({
            "id": id, "name": name, "kana": kana, "organization": {"id": id, "name": organization},
            "services": services.iter().filter_map(|s| ServiceType::from_index(*s)).map(|s| s.definition().code.clone()).collect::<Vec<_>>(),
            "systems": systems.iter().map(hoshizu_catalog::system::System::code).collect::<Vec<_>>(),
            "address": address, "building": null, "municipality": {"code": format!("{municipality:05}"), "name": city_name},
            "position": {"lat": lat_lon.0, "lon": lat_lon.1, "precision": "exact"}, "phone": phone, "fax": phone,
            "url": format!("https://example.jp/{number}"), "both_systems": systems.bridges_care_and_disability(),
            "kyosei": false, "open": ["weekday"], "edition": "2025-12", "gone_in": null, "checked_at": null,
        });
        Document {
            id,
            name,
            other_names: Vec::new(),
            kana: Some(kana),
            organization: Some(organization),
            organization_kana: None,
            address,
            municipality: Some(municipality),
            areas: Vec::new(),
            services,
            systems: systems.0,
            kyosei: dice.roll(50) == 0,
            open: 1 | (dice.roll(2) as u8) << 1,
            phones: vec![phone],
            numbers: vec![number_text],
            lat_lon: (dice.roll(100) > 0).then_some(lat_lon),
            text: String::new(),
            gone: dice.roll(40) == 0,
            edition: if dice.roll(10) == 0 { 202_309 } else { 202_512 },
            card: card.to_string().into_bytes(),
            strengths: Vec::new(),
            available: Vec::new(),
            checked: 0,
        }
    }

    fn services_of(&self, kind: usize, dice: &mut Dice) -> Vec<u8> {
        let mut services = vec![self.services[kind * 5 % self.services.len()].index()];
        for _ in 0..dice.roll(3) {
            services.push(dice.favour(&self.services).index());
        }
        services.sort_unstable();
        services.dedup();
        services
    }
}

fn city_code(prefecture: usize, city: usize) -> u32 {
    (prefecture as u32 + 1) * 1_000 + 201 + city as u32
}

/// Cities stand on a spiral around the prefecture's middle.
fn city_center(prefecture: usize, city: usize) -> (f64, f64) {
    let (_, lat, lon, _) = PREFECTURES[prefecture];
    let (angle, radius) = (city as f64 * 2.4, 0.07 * (city as f64).sqrt());
    (lat + radius * angle.sin(), lon + radius * angle.cos())
}

/// Degrees off the middle, the sum of three rolls: dense inside, thin outside.
fn spread(dice: &mut Dice) -> f64 {
    let sum: usize = (0..3).map(|_| dice.roll(20_000)).sum();
    (sum as f64 - 30_000.0) * 2e-6
}
