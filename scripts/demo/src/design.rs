//! What was drawn by hand: the outline, the mountains, the rivers and the places of 星見県, in kilometres east and north
//! of its middle. Everything finer is made by noise on top of this.

/// Kilometres east and north of the middle.
pub type Km = (f64, f64);

/// The main land, clockwise from the north-west: a massif in the north, a wide bay open to the south, a peninsula
/// east of it.
pub const MAINLAND: &[Km] = &[
    (-35.0, 20.0),
    (-30.0, 27.0),
    (-22.0, 31.0),
    (-13.0, 36.0),
    (-4.0, 34.0),
    (4.0, 35.5),
    (12.0, 31.0),
    (20.0, 33.0),
    (28.0, 31.0),
    (34.0, 26.0),
    (37.0, 18.0),
    (41.0, 11.0),
    (39.5, 3.0),
    (39.0, -5.0),
    (42.0, -12.0),
    (42.5, -19.0),
    (39.5, -27.5),
    (36.5, -29.0),
    (36.0, -23.0),
    (34.5, -16.0),
    (31.0, -9.0),
    (27.0, -3.5),
    (22.0, -1.0),
    (16.0, 1.8),
    (10.0, 1.2),
    (5.0, -0.8),
    (1.0, -4.5),
    (-1.5, -10.0),
    (-1.0, -17.0),
    (-4.0, -23.5),
    (-9.5, -29.0),
    (-17.0, -32.0),
    (-25.0, -29.5),
    (-29.0, -22.0),
    (-34.5, -17.0),
    (-38.0, -9.0),
    (-37.0, -1.0),
    (-40.0, 6.0),
    (-38.5, 14.0),
];

/// The inhabited island in the south.
pub const ISLAND: &[Km] = &[
    (8.0, -43.0),
    (10.0, -46.5),
    (14.5, -48.0),
    (18.5, -45.5),
    (19.0, -42.0),
    (16.0, -39.5),
    (12.5, -40.5),
    (9.5, -40.0),
];

/// Islets nobody lives on: middle and radius.
pub const ISLETS: &[(Km, f64)] =
    &[((24.5, -10.5), 1.0), ((5.5, -31.0), 0.9), ((44.5, -32.0), 0.8), ((-37.5, -27.0), 1.1)];

/// Mountain ridges: line, height in metres, half width in kilometres.
pub const RIDGES: &[(&[Km], f64, f64)] = &[
    (
        &[
            (-33.0, 15.0),
            (-25.0, 19.0),
            (-16.0, 20.5),
            (-12.0, 17.0),
            (-3.0, 18.0),
            (6.0, 22.0),
            (14.0, 24.0),
        ],
        1500.0,
        6.0,
    ),
    (&[(14.0, 24.0), (21.0, 17.0), (30.0, 18.5), (35.0, 12.0)], 850.0, 4.0),
    (
        &[(-27.0, 14.0), (-28.0, 6.0), (-29.0, -3.0), (-25.0, -9.0), (-22.0, -16.0), (-21.0, -23.0)],
        760.0,
        4.5,
    ),
    (&[(-16.0, 20.0), (-9.0, 12.5), (-5.0, 9.0)], 620.0, 3.0),
    (&[(-19.0, -8.0), (-12.0, -6.0), (-6.0, -5.0)], 430.0, 2.8),
    (&[(31.0, 8.0), (33.0, 0.0), (35.5, -8.0), (39.5, -16.0), (38.5, -25.0)], 380.0, 2.4),
    (&[(12.0, -44.5), (16.0, -43.5)], 320.0, 2.4),
];

/// Summits to label.
pub const SUMMITS: &[(&str, Km)] = &[
    ("霧ヶ岳", (-14.5, 19.2)),
    ("大天蓋山", (6.5, 22.2)),
    ("明星峰", (-28.5, 17.5)),
    ("鞍掛山", (-27.5, -5.5)),
    ("双子山", (30.0, 18.5)),
    ("沖ノ星富士", (14.2, -44.0)),
];

/// Waters, capes and islands to label.
pub const WATERS: &[(&str, Km, u8)] = &[
    ("宵待湾", (15.0, -13.0), 1),
    ("星見灘", (-20.0, -42.0), 2),
    ("沖ノ星海峡", (12.0, -34.5), 3),
    ("御先岬", (38.3, -31.0), 3),
    ("松ヶ鼻", (-17.5, -35.5), 4),
    ("北星海", (4.0, 41.0), 2),
    ("沖ノ星島", (21.5, -47.2), 3),
];

/// Rivers from the spring to the bay: name, rank, line.
pub const RIVERS: &[(&str, u8, &[Km])] = &[
    (
        "真砂瀬川",
        1,
        &[
            (-21.0, 16.0),
            (-21.5, 11.0),
            (-18.0, 7.0),
            (-13.5, 4.6),
            (-8.0, 2.8),
            (-3.0, 3.0),
            (1.5, 2.2),
            (4.0, -3.0),
        ],
    ),
    ("宵待川", 1, &[(9.0, 19.0), (7.0, 14.5), (9.8, 10.0), (11.5, 5.5), (12.0, -1.5)]),
    ("霧瀬川", 3, &[(-11.0, 17.0), (-10.5, 21.0), (-7.5, 25.0), (-6.0, 30.0), (-7.0, 37.0)]),
    ("茜川", 3, &[(18.0, 20.5), (22.5, 22.3), (27.0, 25.0), (31.0, 26.2), (37.0, 27.0)]),
    ("汐入川", 4, &[(-17.0, -10.0), (-13.0, -12.5), (-8.0, -15.5), (-4.0, -17.5), (1.5, -18.0)]),
    ("倉掛川", 4, &[(-24.0, -4.0), (-20.0, -1.8), (-16.0, 1.0), (-13.5, 4.6)]),
    ("柏谷川", 4, &[(-1.0, 15.5), (2.0, 11.5), (5.0, 8.0), (10.6, 7.0)]),
    ("鰆川", 5, &[(34.0, -5.5), (36.5, -9.5), (38.4, -12.0), (44.5, -13.0)]),
    ("杉瀬川", 5, &[(-28.5, 3.0), (-31.0, -1.0), (-35.0, -2.2), (-41.0, -2.8)]),
    ("朝日瀬川", 4, &[(27.0, 14.5), (24.0, 9.0), (22.0, 3.5), (21.0, -3.0)]),
];

/// The dammed lake in the mountains: middle, half length, half width.
pub const LAKE: (&str, Km, f64, f64) = ("霧ヶ池", (-21.3, 12.6), 0.8, 1.7);

/// A place people live around; a 日常生活圏域 forms around each.
#[derive(Debug, Clone, Copy)]
pub struct Center {
    /// Name and reading (hiragana).
    pub name: &'static str,
    /// Reading.
    pub kana: &'static str,
    /// Index into [`MUNICIPALITIES`].
    pub municipality: usize,
    /// Index into [`WARDS`] in the core city.
    pub ward: Option<usize>,
    /// Middle.
    pub at: Km,
    /// People.
    pub people: f64,
    /// How far it spreads, kilometres.
    pub spread: f64,
    /// Share of people of 65 and over.
    pub aged: f64,
}

/// Where the hall of a municipality stands: in the middle of its first centre.
pub fn hall(municipality: usize) -> Km {
    CENTERS.iter().find(|center| center.municipality == municipality).map_or((0.0, 0.0), |center| center.at)
}

/// A municipality: what the number of its code is made of, and how it is telephoned.
#[derive(Debug, Clone, Copy)]
pub struct MunicipalityDesign {
    /// Name.
    pub name: &'static str,
    /// Reading.
    pub kana: &'static str,
    /// 郡 with its reading, for towns and villages.
    pub county: Option<(&'static str, &'static str)>,
    /// Last three digits of the code.
    pub code: u32,
    /// Area code of the telephone.
    pub area_code: &'static str,
    /// What the municipality says of itself.
    pub phrase: &'static str,
}

/// The eight municipalities. Designated-city codes (100, 101–103) are given to the core city because it has wards.
#[rustfmt::skip]
pub const MUNICIPALITIES: [MunicipalityDesign; 8] = [
    MunicipalityDesign { name: "宵宮市", kana: "よいみやし", county: None, code: 100, area_code: "0168", phrase: "湾と星あかりのまち" },
    MunicipalityDesign { name: "月ヶ浜市", kana: "つきがはまし", county: None, code: 201, area_code: "0169", phrase: "月と潮の満ちるまち" },
    MunicipalityDesign { name: "麦野市", kana: "むぎのし", county: None, code: 202, area_code: "0161", phrase: "実りの盆地 麦野" },
    MunicipalityDesign { name: "鰆浦町", kana: "さわらうらちょう", county: Some(("東星郡", "とうせいぐん")), code: 301, area_code: "01693", phrase: "漁り火のみえる港町" },
    MunicipalityDesign { name: "茜沢町", kana: "あかねざわちょう", county: Some(("東星郡", "とうせいぐん")), code: 302, area_code: "0160", phrase: "夕映えと湯けむりの里" },
    MunicipalityDesign { name: "杉郷町", kana: "すぎさとちょう", county: Some(("西星郡", "さいせいぐん")), code: 321, area_code: "01614", phrase: "木の香りのするまち" },
    MunicipalityDesign { name: "霧ヶ岳村", kana: "きりがたけむら", county: Some(("西星郡", "さいせいぐん")), code: 322, area_code: "01603", phrase: "雲の上のくらし" },
    MunicipalityDesign { name: "沖ノ星町", kana: "おきのほしちょう", county: Some(("沖星郡", "おきぼしぐん")), code: 381, area_code: "01698", phrase: "星にいちばん近い島" },
];

/// The wards of the core city: name, reading, last three digits of the code.
pub const WARDS: [(&str, &str, u32); 3] =
    [("中央区", "ちゅうおうく", 101), ("東浜区", "ひがしはまく", 102), ("北山区", "きたやまく", 103)];

const fn center(
    (name, kana): (&'static str, &'static str),
    municipality: usize,
    ward: Option<usize>,
    at: Km,
    (people, spread, aged): (f64, f64, f64),
) -> Center {
    Center { name, kana, municipality, ward, at, people, spread, aged }
}

/// The 24 places 日常生活圏域 form around.
#[rustfmt::skip]
pub const CENTERS: [Center; 24] = [
    center(("城下", "しろした"), 0, Some(0), (6.3, 5.2), (62_000.0, 1.9, 0.246)),
    center(("大手", "おおて"), 0, Some(0), (9.6, 4.2), (48_000.0, 1.6, 0.231)),
    center(("港町", "みなとまち"), 0, Some(0), (4.2, 2.4), (41_000.0, 1.5, 0.288)),
    center(("西宵宮", "にしよいみや"), 0, Some(0), (0.6, 5.4), (44_000.0, 2.0, 0.252)),
    center(("東浜", "ひがしはま"), 0, Some(1), (17.2, 4.7), (46_000.0, 1.9, 0.239)),
    center(("砂瀬", "すなせ"), 0, Some(1), (22.6, 2.4), (33_000.0, 1.8, 0.271)),
    center(("朝日野", "あさひの"), 0, Some(1), (24.0, 8.2), (27_000.0, 2.0, 0.218)),
    center(("北山", "きたやま"), 0, Some(2), (8.0, 10.6), (38_000.0, 1.8, 0.277)),
    center(("桂ヶ台", "かつらがだい"), 0, Some(2), (13.6, 10.8), (41_000.0, 1.6, 0.358)),
    center(("柏谷", "かしわだに"), 0, Some(2), (2.4, 12.0), (16_000.0, 2.0, 0.331)),
    center(("月ヶ浜", "つきがはま"), 1, None, (-6.2, -13.2), (42_000.0, 2.0, 0.302)),
    center(("汐入", "しおいり"), 1, None, (-5.8, -19.8), (21_000.0, 1.7, 0.324)),
    center(("松ヶ崎", "まつがさき"), 1, None, (-13.0, -26.0), (14_000.0, 1.8, 0.387)),
    center(("根白", "ねじろ"), 1, None, (-14.5, -13.2), (17_000.0, 2.0, 0.349)),
    center(("麦野", "むぎの"), 2, None, (-15.0, 3.8), (39_000.0, 2.1, 0.291)),
    center(("千俵", "せんびょう"), 2, None, (-9.0, 0.6), (18_500.0, 1.8, 0.262)),
    center(("上郷", "かみさと"), 2, None, (-21.6, 8.0), (9_400.0, 1.8, 0.401)),
    center(("倉掛", "くらかけ"), 2, None, (-19.0, -1.2), (7_100.0, 1.9, 0.378)),
    center(("鰆浦", "さわらうら"), 3, None, (37.0, -12.2), (10_300.0, 1.4, 0.421)),
    center(("御先", "みさき"), 3, None, (38.9, -22.6), (4_600.0, 1.2, 0.473)),
    center(("茜沢", "あかねざわ"), 4, None, (28.6, 25.4), (19_800.0, 1.8, 0.368)),
    center(("杉郷", "すぎさと"), 5, None, (-34.2, -3.2), (12_100.0, 1.5, 0.402)),
    center(("霧ヶ岳", "きりがたけ"), 6, None, (-8.8, 24.2), (2_900.0, 1.3, 0.528)),
    center(("沖ノ星", "おきのほし"), 7, None, (13.2, -41.8), (2_350.0, 1.0, 0.489)),
];

/// A railway: name, rank, stations with their places.
type RailwayDesign = (&'static str, u8, &'static [(&'static str, Km)]);

/// Railways: name, rank, stations (name, place, whether trains of the main line stop long enough to matter).
#[rustfmt::skip]
pub const RAILWAYS: &[RailwayDesign] = &[
    ("星見本線", 1, &[
        ("杉郷", (-34.0, -3.6)), ("鞍掛峠", (-27.0, 0.5)), ("上郷口", (-20.6, 4.6)), ("麦野", (-15.0, 3.6)), ("千俵", (-9.2, 0.9)),
        ("真砂瀬", (-3.6, 4.0)), ("西宵宮", (0.8, 5.0)), ("宵宮", (6.2, 4.9)), ("大手町", (9.4, 4.4)), ("潮見橋", (13.4, 4.5)), ("東浜", (17.2, 4.6)),
        ("朝日野", (23.6, 7.8)), ("双子", (27.0, 13.6)), ("湯ノ谷", (25.0, 20.6)), ("茜沢", (28.4, 25.0)),
    ]),
    ("月ヶ浜線", 2, &[
        ("西宵宮", (0.8, 5.0)), ("入浜", (-3.0, -3.2)), ("根古屋", (-5.6, -8.2)), ("月ヶ浜", (-6.2, -13.0)), ("汐入", (-5.9, -19.5)),
        ("松ヶ崎", (-12.8, -25.8)),
    ]),
    ("桂ヶ台鉄道", 3, &[("宵宮", (6.2, 4.9)), ("北山", (8.2, 10.2)), ("桂ヶ台", (13.4, 10.6))]),
];

/// Roads: name, rank, places they pass. National roads 901 up are not used in Japan.
#[rustfmt::skip]
pub const ROADS: &[(&str, u8, &[Km])] = &[
    ("星見自動車道", 1, &[(-22.0, 3.0), (-12.0, 6.4), (-0.4, 7.3), (4.5, 7.6), (16.0, 7.2), (26.0, 9.6)]),
    ("国道901号", 2, &[(-34.2, -3.2), (-19.5, 3.6), (-15.0, 3.8), (-9.0, 0.6), (0.6, 5.4), (6.3, 5.2), (9.6, 4.2), (17.2, 4.7), (22.6, 2.4), (37.0, -12.2), (38.9, -22.6)]),
    ("国道902号", 2, &[(6.3, 5.2), (8.0, 10.6), (2.4, 12.0), (-8.8, 24.2), (-6.6, 32.0)]),
    ("国道903号", 2, &[(0.6, 5.4), (-3.0, -3.0), (-6.2, -13.2), (-5.8, -19.8), (-13.0, -26.0), (-21.0, -27.5), (-34.2, -12.0), (-34.2, -3.2)]),
    ("国道904号", 2, &[(17.2, 4.7), (24.0, 8.2), (28.6, 25.4)]),
    ("県道12号", 3, &[(-15.0, 3.8), (-19.0, -1.2), (-14.5, -13.2), (-6.2, -13.2)]),
    ("県道15号", 3, &[(8.0, 10.6), (13.6, 10.8), (20.6, 21.2), (28.6, 25.4)]),
    ("県道21号", 3, &[(-15.0, 3.8), (-21.6, 8.0), (-17.0, 23.5), (-8.8, 24.2)]),
    ("県道24号", 4, &[(-34.2, -3.2), (-36.0, 6.0), (-36.0, 15.0), (-29.5, 24.0)]),
    ("県道33号", 4, &[(28.6, 25.4), (16.0, 29.6), (2.0, 32.0), (-6.6, 32.0)]),
    ("県道38号", 4, &[(24.0, 8.2), (37.5, 8.0), (38.0, -3.0), (37.0, -12.2)]),
    ("県道5号", 3, &[(0.6, 5.4), (4.2, 2.4), (9.6, 4.2), (13.4, 2.8), (17.2, 4.7)]),
    ("県道7号", 3, &[(2.4, 12.0), (3.6, 7.8), (4.2, 2.4)]),
    ("県道8号", 3, &[(8.0, 10.6), (12.4, 8.0), (17.2, 4.7)]),
    ("県道9号", 3, &[(22.6, 2.4), (24.0, 8.2), (31.5, 3.0), (37.0, -12.2)]),
    ("県道18号", 4, &[(-9.0, 0.6), (-19.0, -1.2), (-26.0, -6.0), (-34.2, -12.0)]),
    ("県道27号", 4, &[(-14.5, -13.2), (-13.0, -26.0)]),
    ("県道36号", 4, &[(38.9, -22.6), (37.6, -27.0)]),
    ("県道41号", 4, &[(13.2, -41.8), (10.2, -44.0), (14.4, -46.2), (17.4, -43.6), (13.2, -41.8)]),
];
