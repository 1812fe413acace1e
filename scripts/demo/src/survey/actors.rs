//! Who is asked in 宵宮市, and who else can be named.

use crate::{
    design::{CENTERS, Km},
    kaigo,
    office::{Office, Row},
    output::Made,
    region,
};
use std::collections::BTreeSet;

/// The municipality that asks.
const CITY: usize = 0;

/// What an office does in the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 居宅介護支援.
    CareManager,
    /// 計画相談・障害児相談・地域相談支援.
    Consultation,
    /// Both at one place.
    Both,
    /// 地域包括支援センター.
    SupportCenter,
    /// 基幹相談支援センター.
    Core,
    /// 高齢福祉課.
    ForOld,
    /// 障害福祉課.
    ForDisabled,
    /// 保健所, 保健センター, こども家庭センター, 健康づくり課, こども支援課.
    Health,
    /// Halls, wards, 福祉政策課.
    Hall,
    /// 訪問看護.
    Nursing,
    /// 訪問介護 and 居宅介護.
    Helpers,
    /// Hospitals.
    Hospital,
    /// 難病相談支援センター and its like.
    Expert,
}

impl Role {
    /// On which side of the two systems it stands.
    pub fn side(self) -> Side {
        match self {
            Self::CareManager | Self::SupportCenter | Self::ForOld => Side::Care,
            Self::Consultation | Self::Core | Self::ForDisabled => Side::Disability,
            _ => Side::Neither,
        }
    }
}

/// Sides of the two systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// 介護保険.
    Care,
    /// 障害福祉.
    Disability,
    /// Both, or none of them.
    Neither,
}

/// An office of the network.
#[derive(Debug, Clone)]
pub struct Actor {
    /// What it does.
    pub role: Role,
    /// Whether it is asked.
    pub asked: bool,
    /// 事業所番号, empty for municipal desks.
    pub number: String,
    /// Name.
    pub name: String,
    /// Municipality with its ward.
    pub municipality: String,
    /// Where it is.
    pub at: Km,
    /// Index of the centre of its 圏域.
    pub center: usize,
    /// Its ward.
    pub ward: u16,
}

/// Services that make a role, the most telling first.
const ROLES: [(&str, Role); 7] = [
    ("c430", Role::CareManager),
    ("d52", Role::Consultation),
    ("d70", Role::Consultation),
    ("d53", Role::Consultation),
    ("d54", Role::Consultation),
    ("c130", Role::Nursing),
    ("c110", Role::Helpers),
];

/// Kinds of facilities with their role, and whether they are asked.
const FACILITIES: [(&str, Role, bool); 11] = [
    ("地域包括支援センター", Role::SupportCenter, true),
    ("基幹相談支援センター", Role::Core, true),
    ("市町村担当課", Role::Hall, true),
    ("市役所・町村役場", Role::Hall, true),
    ("区役所", Role::Hall, true),
    ("保健所", Role::Health, true),
    ("市町村保健センター", Role::Health, true),
    ("こども家庭センター", Role::Health, true),
    ("病院", Role::Hospital, false),
    ("難病相談支援センター", Role::Expert, false),
    ("医療的ケア児支援センター", Role::Expert, false),
];

/// Everybody of the city's network, in the order of the files.
pub fn all(made: &Made) -> Vec<Actor> {
    let listed = listed(made);
    let city = |center: usize| CENTERS[center].municipality == CITY;
    let mut actors: Vec<Actor> = made
        .directory
        .offices
        .iter()
        .filter(|office| city(office.place.center))
        .filter_map(|office| of_office(made, office, &listed))
        .collect();
    for facility in made.facilities.iter().filter(|facility| city(facility.place.center)) {
        let Some((_, role, asked)) = FACILITIES.iter().find(|(kind, ..)| *kind == facility.kind) else {
            continue;
        };
        let role = match *role {
            Role::Hall if facility.name.ends_with("高齢福祉課") => Role::ForOld,
            Role::Hall if facility.name.ends_with("障害福祉課") => Role::ForDisabled,
            Role::Hall
                if facility.name.ends_with("健康づくり課") || facility.name.ends_with("こども支援課") =>
            {
                Role::Health
            }
            role => role,
        };
        let center = facility.place.center;
        actors.push(Actor {
            role,
            asked: *asked,
            number: String::new(),
            name: facility.name.clone(),
            municipality: made.prefecture.city_of(center),
            at: facility.place.at,
            center,
            ward: region::ward_or_municipality(center as u16),
        });
    }
    actors
}

/// Numbers of the newest files: an office that has closed since the edition before stands in none of them.
fn listed(made: &Made) -> BTreeSet<String> {
    let rows = kaigo::files(&made.prefecture, &made.directory).newest;
    rows.values().flatten().filter_map(|row| row.split(',').nth(1)).map(str::to_owned).collect()
}

fn of_office(made: &Made, office: &Office, listed: &BTreeSet<String>) -> Option<Actor> {
    let is_listed = |row: &&Row| row.service.key.starts_with('d') || listed.contains(&row.number);
    let row_of = |key: &str| office.rows.iter().filter(is_listed).find(|row| row.service.key == key);
    let (row, role) = ROLES.iter().find_map(|(key, role)| Some((row_of(key)?, *role)))?;
    let consults = || ["d52", "d53", "d54", "d70"].into_iter().any(|key| row_of(key).is_some());
    let role = if role == Role::CareManager && consults() { Role::Both } else { role };
    let center = office.place.center;
    Some(Actor {
        role,
        asked: matches!(role, Role::CareManager | Role::Consultation | Role::Both),
        number: row.number.clone(),
        name: row.name.clone(),
        municipality: made.prefecture.city_of(center),
        at: office.place.at,
        center,
        ward: region::ward_or_municipality(center as u16),
    })
}
