//! The kinds of files we read.

use serde::{Deserialize, Serialize};

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 介護サービス情報公表システム, one CSV a service.
    Kaigo,
    /// WAM NET 障害福祉サービス等情報, one CSV a service.
    Wamnet,
    /// 自治体標準オープンデータセット or a list like it.
    OpenData(OpenDataSet),
    /// 保険医療機関 of a 厚生局.
    MedicalInstitutions,
    /// Municipal windows.
    MunicipalOffices,
    /// Offices as GeoJSON points.
    Points,
    /// Areas with polygons.
    Areas,
    /// List of municipalities.
    Municipalities,
    /// Population by area.
    Population,
    /// Towns for geocoding.
    Towns,
    /// Ways by road between towns, and from towns to offices.
    Roads,
    /// Base map.
    BaseMap,
    /// What offices say of themselves, in our own table.
    Entries,
    /// A table read by the mapping of this name.
    Mapped(String),
    /// Nothing we know.
    Unknown {
        /// Japanese name of the kind it comes nearest to.
        nearest: String,
        /// Columns missing for that kind.
        missing: Vec<String>,
    },
}

/// Which list of the 自治体標準オープンデータセット.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenDataSet {
    /// 介護サービス事業所一覧.
    CareServices,
    /// 医療機関一覧.
    Medical,
    /// 公共施設一覧.
    PublicFacilities,
    /// 子育て施設一覧.
    Childcare,
    /// Another list with names and addresses.
    Other,
}

impl Kind {
    /// Stable identifier for the API and the report.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Kaigo => "kaigo",
            Self::Wamnet => "wamnet",
            Self::OpenData(OpenDataSet::CareServices) => "open_data_care",
            Self::OpenData(OpenDataSet::Medical) => "open_data_medical",
            Self::OpenData(OpenDataSet::PublicFacilities) => "open_data_facilities",
            Self::OpenData(OpenDataSet::Childcare) => "open_data_childcare",
            Self::OpenData(OpenDataSet::Other) => "open_data",
            Self::MedicalInstitutions => "medical_institutions",
            Self::MunicipalOffices => "municipal_offices",
            Self::Points => "points",
            Self::Areas => "areas",
            Self::Municipalities => "municipalities",
            Self::Population => "population",
            Self::Towns => "towns",
            Self::Roads => "roads",
            Self::BaseMap => "base_map",
            Self::Entries => "entries",
            Self::Mapped(_) => "mapped",
            Self::Unknown { .. } => "unknown",
        }
    }

    /// Place in the order of an import of several files: what says where things are comes before what is there.
    pub fn order(&self) -> u8 {
        match self {
            Self::Municipalities => 0,
            Self::Areas => 1,
            Self::Towns => 2,
            Self::Population => 3,
            // They are written with names of towns and numbers of offices; the former must be known by then.
            Self::Roads | Self::BaseMap => 4,
            Self::Kaigo => 5,
            Self::Wamnet => 6,
            // They speak of offices that must be there.
            Self::Entries => 8,
            _ => 7,
        }
    }
}
