//! Sheets as paper and as workbooks: everything they show, gathered for many sheets at once.

use super::{candidates::heading, make, sheet::offices, spreadsheet};
use crate::{app::App, http::problem::Problem};
use hoshizu_catalog::{
    area::{Area, AreaKind},
    day::Day,
    id::{OfficeId, SheetId},
    office::Office,
    survey::SheetState,
    system::System,
    tie::Star,
};
use hoshizu_print::{MapPoint, MapSketch, Period, ReminderDocument, SheetDocument, SheetGroup, SheetRow};
use hoshizu_store::{
    Tx, area,
    sheet::{self, StoredSheet},
    survey::StoredWave,
};
use std::collections::{HashMap, HashSet};

/// Rows for agencies not listed.
const FREE_ROWS: u8 = 5;

/// Sheets of one wave with everything they show.
pub struct Stack {
    wave: StoredWave,
    offices: HashMap<OfficeId, Office>,
    /// Names of municipalities by office.
    places: HashMap<OfficeId, String>,
    last: HashMap<OfficeId, HashSet<OfficeId>>,
    outlines: Vec<Vec<[f64; 2]>>,
    origin: String,
    today: Day,
}

/// Heading of a group of rows.
fn group_name(system: System) -> &'static str {
    match system {
        System::Care => "介護保険",
        System::Disability => "障害福祉",
        System::Child => "児童・学校",
        System::Health => "医療・保健",
        System::Municipal => "行政",
        System::Community => "地域の相談機関",
    }
}

impl Stack {
    /// Gathers what these sheets show. `origin` is the address people reach the page by.
    pub async fn load(
        app: &App,
        tx: &mut Tx,
        wave: &StoredWave,
        sheets: &[StoredSheet],
        origin: String,
    ) -> Result<Self, Problem> {
        let region = app.region.load_full();
        let ids: HashSet<OfficeId> = sheets
            .iter()
            .flat_map(|stored| stored.sheet.roster.iter().copied().chain([stored.sheet.office]))
            .collect();
        let ids: Vec<OfficeId> = ids.into_iter().collect();
        let found = offices(tx, &ids).await?;
        let place = |office: &Office| {
            let name = office.municipality.and_then(|code| region.municipality_name(code));
            (office.id, name.unwrap_or_default().to_owned())
        };
        let places = found.iter().map(place).collect();
        let outlines = outlines(tx, &wave.design.area).await?;
        Ok(Self {
            places,
            offices: found.into_iter().map(|office| (office.id, office)).collect(),
            last: make::last_time(tx, &wave.wave).await?,
            outlines,
            wave: wave.clone(),
            origin,
            today: Day::of(app.store.now()),
        })
    }

    fn name(&self, id: OfficeId) -> String {
        self.offices.get(&id).map(|office| office.name.clone()).unwrap_or_default()
    }

    fn url(&self, stored: &StoredSheet) -> String {
        format!("{}/s/{}", self.origin, stored.sheet.code.as_str())
    }

    fn was_named(&self, owner: OfficeId, other: OfficeId) -> bool {
        self.last.get(&owner).is_some_and(|named| named.contains(&other))
    }

    fn rows<'s>(&'s self, stored: &'s StoredSheet) -> impl Iterator<Item = (u16, &'s Office)> {
        let numbered = (1_u16..).zip(&stored.sheet.roster);
        numbered.filter_map(|(number, id)| Some((number, self.offices.get(id)?)))
    }

    fn services(office: &Office) -> String {
        let names: Vec<&str> =
            office.services.iter().map(|service| service.definition().short_ja.as_str()).collect();
        match names.len() {
            0..=3 => names.join("・"),
            more => format!("{}ほか{}", names[..2].join("・"), more - 2),
        }
    }

    /// A sheet to print.
    pub fn document(&self, stored: &StoredSheet) -> SheetDocument {
        let (design, own) = (&self.wave.design, stored.sheet.office);
        let mut groups: Vec<SheetGroup> = Vec::new();
        for (number, office) in self.rows(stored) {
            let name = group_name(heading(office, &design.roster));
            if groups.last().is_none_or(|group| group.heading != name) {
                groups.push(SheetGroup { heading: name.to_owned(), rows: Vec::new() });
            }
            let row = SheetRow {
                number,
                name: office.name.clone(),
                services: Self::services(office),
                place: self.places.get(&office.id).cloned().unwrap_or_default(),
                last_time: self.was_named(own, office.id),
            };
            if let Some(group) = groups.last_mut() {
                group.rows.push(row);
            }
        }
        SheetDocument {
            title: design.title.clone(),
            wave_number: self.wave.wave.number,
            period: Period { from: self.wave.wave.opens_on.ja(), to: self.wave.wave.closes_on.ja() },
            office_name: self.name(own),
            code: stored.sheet.code.clone(),
            url: self.url(stored),
            introduction: design.introduction.clone(),
            consent: design.consent.clone(),
            contact: design.contact.clone(),
            asked: design.asked,
            groups,
            free_rows: FREE_ROWS,
            map: self.map(stored),
        }
    }

    fn map(&self, stored: &StoredSheet) -> Option<MapSketch> {
        let at = |office: &Office| office.place.map(|placed| [placed.position.lon, placed.position.lat]);
        let points: Vec<MapPoint> = self
            .rows(stored)
            .filter_map(|(number, office)| {
                let [longitude, latitude] = at(office)?;
                Some(MapPoint { number, longitude, latitude })
            })
            .collect();
        let own = self.offices.get(&stored.sheet.office).and_then(at);
        (!points.is_empty()).then(|| MapSketch { outlines: self.outlines.clone(), own, points })
    }

    /// A letter to print.
    pub fn reminder(&self, stored: &StoredSheet) -> ReminderDocument {
        ReminderDocument {
            title: self.wave.design.title.clone(),
            wave_number: self.wave.wave.number,
            dated: self.today.ja(),
            until: self.wave.wave.closes_on.ja(),
            office_name: self.name(stored.sheet.office),
            code: stored.sheet.code.clone(),
            url: self.url(stored),
            message: String::new(),
            begun: stored.sheet.state == SheetState::Begun,
            contact: self.wave.design.contact.clone(),
        }
    }

    /// A sheet as a workbook, with what is answered already.
    pub fn workbook(&self, stored: &StoredSheet, stars: &HashMap<OfficeId, Star>) -> spreadsheet::SheetBook {
        let (design, own) = (&self.wave.design, stored.sheet.office);
        let row = |(number, office): (u16, &Office)| spreadsheet::SheetRow {
            office: office.id,
            number,
            group: group_name(heading(office, &design.roster)).to_owned(),
            name: office.name.clone(),
            services: Self::services(office),
            place: self.places.get(&office.id).cloned().unwrap_or_default(),
            last_time: self.was_named(own, office.id),
            star: stars.get(&office.id).copied(),
        };
        spreadsheet::SheetBook {
            title: design.title.clone(),
            wave_number: self.wave.wave.number,
            period: (self.wave.wave.opens_on, self.wave.wave.closes_on),
            office_name: self.name(own),
            code: stored.sheet.code.clone(),
            introduction: design.introduction.clone(),
            consent: design.consent.clone(),
            contact: design.contact.clone(),
            asked: design.asked,
            rows: self.rows(stored).map(row).collect(),
            free_rows: u16::from(FREE_ROWS),
        }
    }
}

/// Borders of an area; a city of wards has none of its own, so those of its parts.
async fn outlines(tx: &mut Tx, code: &str) -> Result<Vec<Vec<[f64; 2]>>, Problem> {
    let own: Vec<Area> =
        area::find(tx, code).await?.into_iter().filter(|area| !area.polygons.is_empty()).collect();
    let drawn = if own.is_empty() {
        let kinds = vec![AreaKind::Ward, AreaKind::Municipality];
        area::list(tx, &area::Filter { kinds, parent: Some(code.to_owned()), polygons: true }).await?
    } else {
        own
    };
    let polygons = drawn.into_iter().flat_map(|area| area.polygons);
    Ok(polygons.filter_map(|polygon| polygon.into_iter().next()).collect())
}

/// ☆ of a wave by sheet.
pub async fn stars(
    tx: &mut Tx,
    wave: &StoredWave,
) -> Result<HashMap<SheetId, HashMap<OfficeId, Star>>, Problem> {
    let mut stars: HashMap<SheetId, HashMap<OfficeId, Star>> = HashMap::new();
    for (sheet, partner, star) in sheet::reports_of_wave(tx, wave.wave.id).await? {
        stars.entry(sheet).or_default().insert(partner, star);
    }
    Ok(stars)
}
