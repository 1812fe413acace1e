//! 圏域: municipalities, wards, care areas and the other areas a region is divided into.

use crate::{
    number::{MunicipalityCode, OfficeNumber},
    position::Position,
};
use serde::{Deserialize, Serialize};

/// What an area is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AreaKind {
    /// 都道府県.
    Prefecture,
    /// 市町村・特別区.
    Municipality,
    /// 政令指定都市の区.
    Ward,
    /// 日常生活圏域.
    CommunityArea,
    /// 学校区.
    SchoolDistrict,
    /// 障害保健福祉圏域.
    DisabilityArea,
    /// 保健所管轄.
    HealthCenterArea,
    /// 二次医療圏.
    MedicalArea,
    /// Anything else with a polygon and a name.
    Other,
}

impl AreaKind {
    /// Every kind, from large to small where they nest.
    pub const ALL: [Self; 9] = [
        Self::Prefecture,
        Self::MedicalArea,
        Self::DisabilityArea,
        Self::HealthCenterArea,
        Self::Municipality,
        Self::Ward,
        Self::CommunityArea,
        Self::SchoolDistrict,
        Self::Other,
    ];

    /// Whether it is a unit of government; an office knows its own, so membership needs no shape.
    pub fn is_administrative(self) -> bool {
        matches!(self, Self::Prefecture | Self::Municipality | Self::Ward)
    }

    /// The identifier used in the API, in tiles and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Prefecture => "prefecture",
            Self::Municipality => "municipality",
            Self::Ward => "ward",
            Self::CommunityArea => "community_area",
            Self::SchoolDistrict => "school_district",
            Self::DisabilityArea => "disability_area",
            Self::HealthCenterArea => "health_center_area",
            Self::MedicalArea => "medical_area",
            Self::Other => "other",
        }
    }

    /// The kind with this identifier.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A closed ring of `[lon, lat]`, first point repeated at the end.
pub type Ring = Vec<[f64; 2]>;

/// A polygon: the outer ring, then holes.
pub type Polygon = Vec<Ring>;

/// An area as it is read and stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Unique among areas: the 5-digit code for municipalities, wards and prefectures (`27210`, `27000`), else
    /// `<kind>:<municipality or source>:<number or name>` (`community_area:27210:3`).
    pub code: String,
    /// What it is.
    pub kind: AreaKind,
    /// Name as people write it (`枚方市`, `札幌市中央区`, `第3圏域`).
    pub name: String,
    /// Reading in hiragana where known.
    pub kana: Option<String>,
    /// Code of the area it lies in (prefecture of a municipality, city of a ward, municipality of a care area).
    pub parent: Option<String>,
    /// Codes of the areas it is made of where it is defined by a list.
    #[serde(default)]
    pub members: Vec<String>,
    /// A point to label it at: the town hall, or the middle of its largest polygon.
    pub center: Option<Position>,
    /// Its land; empty where only its name is known.
    #[serde(default)]
    pub polygons: Vec<Polygon>,
}

/// Population of an area by age band.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Population {
    /// Code of the area.
    pub area: String,
    /// First year of the age band, 0 for all.
    pub age_from: u32,
    /// Last year of the age band inclusive, `None` when open.
    pub age_to: Option<u32>,
    /// Persons.
    pub persons: u64,
    /// Year of the count.
    pub year: u32,
}

/// Ways by road from the middle of a town, in metres.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ways {
    /// Where they begin.
    pub from: Position,
    /// Where they end and how long they are, the shortest first.
    pub to: Vec<(WayEnd, u32)>,
}

/// Where a way ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum WayEnd {
    /// The middle of a town.
    Town(Position),
    /// An office by its number.
    Office(OfficeNumber),
}

/// A 大字町丁目 with its point, for geocoding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Town {
    /// The municipality or ward it lies in, `None` when its name is not (yet) known.
    pub municipality: Option<MunicipalityCode>,
    /// Prefecture by name.
    pub prefecture: String,
    /// Municipality by name, with the ward of a large city.
    pub city: String,
    /// Name of the town, with 小字 where the source gives one.
    pub name: String,
    /// Its point; 469 of the national list have none.
    pub position: Option<Position>,
}

/// What a base map shows beside areas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BaseFeature {
    /// `land`, `water`, `river`, `railway`, `road`, `station`, `green`, `built_up`, `label`.
    pub class: String,
    /// Name to label it with.
    pub name: Option<String>,
    /// Rank: 1 shows first (motorway, main river), 5 last.
    pub rank: u8,
    /// Its shape.
    pub shape: BaseShape,
}

/// The shape of a base feature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BaseShape {
    /// One point `[lon, lat]`.
    Point([f64; 2]),
    /// Lines of `[lon, lat]`.
    Lines(Vec<Vec<[f64; 2]>>),
    /// Polygons.
    Polygons(Vec<Polygon>),
}
