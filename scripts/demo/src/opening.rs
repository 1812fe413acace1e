//! Opening offices one after the other: who, where, what, under which name and number.

use crate::{
    design::{CENTERS, MUNICIPALITIES},
    land::Land,
    office::{Directory, Office, Row},
    organization::{Founder, Organization},
    place::{Place, Surveyor},
    prefecture::Prefecture,
    random::Random,
    services::{self, Bundle, COUNCIL, Days, Form, Naming, Service, Setting},
    words,
};
use std::collections::{BTreeMap, BTreeSet};

/// A prefecture being furnished with offices.
pub struct Build<'a, 'l> {
    prefecture: &'a Prefecture,
    land: &'a Land,
    surveyor: &'a mut Surveyor<'l>,
    founder: Founder,
    random: Random,
    /// What stands so far.
    pub directory: Directory,
    by_form: BTreeMap<(Form, usize), Vec<usize>>,
    names: BTreeSet<String>,
    numbers: BTreeMap<(char, u32), u32>,
}

/// The municipality on the island: its people are too few for chance, so its two offices are placed by hand.
const ISLAND: usize = 7;

/// How likely the next office of this kind of organization is opened by one that exists already.
fn loyalty(form: Form) -> f64 {
    match form {
        Form::Welfare => 0.78,
        Form::Medical => 0.62,
        Form::Company => 0.55,
        Form::NonProfit => 0.4,
        Form::Association => 0.25,
        Form::Partners => 0.18,
        Form::Council | Form::Municipality => 1.0,
    }
}

impl<'a, 'l> Build<'a, 'l> {
    /// An empty prefecture.
    pub fn new(prefecture: &'a Prefecture, land: &'a Land, surveyor: &'a mut Surveyor<'l>) -> Self {
        Self {
            prefecture,
            land,
            surveyor,
            founder: Founder::new(prefecture.seed),
            random: Random::new(prefecture.seed, "offices"),
            directory: Directory { organizations: Vec::new(), offices: Vec::new() },
            by_form: BTreeMap::new(),
            names: BTreeSet::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// What was built.
    pub fn finish(self) -> Directory {
        self.directory
    }

    /// The 社会福祉協議会 of every municipality.
    pub fn councils(&mut self) {
        for municipality in 0..MUNICIPALITIES.len() {
            let town =
                self.surveyor.town(Setting::Homes, |town| CENTERS[town.center].municipality == municipality);
            let place = self.surveyor.place(town, Setting::Homes);
            let organization = self.found(Form::Council, &place);
            let name = self.prefecture.municipalities[municipality].clone();
            let stem = (format!("{}社協", name.0), format!("{}しゃきょう", name.1));
            self.add(organization, place, &stem, COUNCIL);
        }
    }

    /// The home for the aged on the island.
    pub fn island(&mut self) {
        let town = self.surveyor.town(Setting::Homes, |town| CENTERS[town.center].municipality == ISLAND);
        let place = self.surveyor.place(town, Setting::Homes);
        let organization = self.found(Form::Welfare, &place);
        let stem = ("磯松苑".to_owned(), "いそまつえん".to_owned());
        self.add(organization, place, &stem, &[("c510", 1.0), ("c210", 1.0), ("c150", 1.0), ("d22", 1.0)]);
    }

    /// Opens one office of a kind.
    pub fn open(&mut self, bundle: &Bundle) {
        let form = bundle.forms[self.random.weighted(bundle.forms.iter().map(|(_, weight)| *weight))].0;
        let town = self.surveyor.town(bundle.setting, |town| CENTERS[town.center].municipality != ISLAND);
        let mut place = self.surveyor.place(town, bundle.setting);
        let known = self.known(form, place.municipality());
        let organization = match known {
            Some(index) => index,
            None => self.found(form, &place),
        };
        let seat = &self.directory.organizations[organization];
        // A campus: the second office of an organization often stands in the grounds of its first.
        let campus = known.is_some() && seat.offices < 4 && seat.seat.municipality() == place.municipality();
        if campus && self.random.chance(0.12) {
            place = seat.seat.clone();
        } else if bundle.setting != Setting::Edge
            && bundle.naming == Naming::Brand
            && self.random.chance(0.24)
        {
            place.building = self.surveyor.building(place.town);
        }
        let stem = self.stem(bundle.naming, organization, &place);
        self.add(organization, place, &stem, bundle.services);
    }

    /// An organization of this form that opens another office, rather of the same municipality.
    fn known(&mut self, form: Form, municipality: usize) -> Option<usize> {
        if !self.random.chance(loyalty(form)) {
            return None;
        }
        let near = self.by_form.get(&(form, municipality)).map(Vec::as_slice);
        let far = self.random.below(ISLAND);
        let list =
            if self.random.chance(0.12) { self.by_form.get(&(form, far)).map(Vec::as_slice) } else { near }?;
        let organizations = &self.directory.organizations;
        // Those that have offices open more, up to a size.
        let weight = |index: &usize| {
            let offices = f64::from(organizations[*index].offices);
            if offices > 13.0 { 0.05 } else { 0.6 + offices }
        };
        Some(list[self.random.weighted(list.iter().map(weight))])
    }

    fn found(&mut self, form: Form, place: &Place) -> usize {
        let town = &self.land.settlement.towns[place.town];
        let mut organization =
            self.founder.found(form, self.prefecture, place.clone(), (&town.stem, &town.kana));
        let municipality = place.municipality();
        organization.phone = self.surveyor.phone(municipality);
        organization.fax =
            if self.random.chance(0.9) { self.surveyor.phone(municipality) } else { String::new() };
        organization.url = self.url(form, &organization);
        let index = self.directory.organizations.len();
        self.by_form.entry((form, municipality)).or_default().push(index);
        self.directory.organizations.push(organization);
        index
    }

    /// Home pages live under names kept for examples (RFC 2606, RFC 6761), which nobody can register.
    fn url(&mut self, form: Form, organization: &Organization) -> String {
        if form == Form::Partners && self.random.chance(0.6) || self.random.chance(0.22) {
            return String::new();
        }
        let number = self.directory.organizations.len() + 101;
        let word = match form {
            Form::Welfare => "fukushi",
            Form::Medical => "med",
            Form::Council => "shakyo",
            Form::Municipality => "city",
            Form::NonProfit | Form::Association => "npo",
            Form::Company | Form::Partners => "care",
        };
        let secure = if organization.clinic.is_some() && self.random.chance(0.3) { "http" } else { "https" };
        match self.random.below(3) {
            0 => format!("{secure}://{word}{number}.example.jp/"),
            1 => format!("{secure}://www.{word}-{number}.example/"),
            _ => format!("{secure}://www.{word}{number}.example.com"),
        }
    }

    /// What is its own in the name of an office.
    fn stem(&mut self, naming: Naming, organization: usize, place: &Place) -> (String, String) {
        let town = &self.land.settlement.towns[place.town];
        let organization = &self.directory.organizations[organization];
        let with_town = |(text, kana): &(String, String)| {
            (format!("{text}{}", town.stem), format!("{kana}{}", town.kana))
        };
        match naming {
            Naming::Clinic => {
                organization.clinic.clone().unwrap_or_else(|| (town.stem.clone(), town.kana.clone()))
            }
            Naming::Garden => {
                let (word, end) = (self.random.pick(words::GARDEN), self.random.pick(words::GARDEN_ENDS));
                let name = (format!("{}{}", word.0, end.0), format!("{}{}", word.1, end.1));
                if self.random.chance(0.12) { with_town(&name) } else { name }
            }
            Naming::Brand if matches!(organization.form, Form::Welfare | Form::Municipality) => {
                if self.random.chance(0.3) {
                    (town.stem.clone(), town.kana.clone())
                } else {
                    self.founder.brand()
                }
            }
            Naming::Brand if organization.offices == 0 => organization.brand.clone(),
            Naming::Brand if self.random.chance(0.75) => with_town(&organization.brand.clone()),
            Naming::Brand => self.founder.brand(),
        }
    }

    /// The stem, with the town's name behind it or a new word when the name is taken.
    fn unused(
        &mut self,
        first: &Service,
        style: usize,
        stem: &(String, String),
        town: usize,
    ) -> (String, String) {
        let town = &self.land.settlement.towns[town];
        let mut stem = stem.clone();
        for _ in 0..3 {
            if !self.names.contains(&called(first, style, &stem).0) {
                break;
            }
            stem = if stem.0.ends_with(&town.stem) {
                self.founder.brand()
            } else {
                (format!("{}{}", stem.0, town.stem), format!("{}{}", stem.1, town.kana))
            };
        }
        stem
    }

    /// Opens an office with those of the services that chance gives it.
    fn add(&mut self, organization: usize, mut place: Place, stem: &(String, String), list: &[(&str, f64)]) {
        let chosen: Vec<&'static Service> = list
            .iter()
            .filter(|(_, probability)| self.random.chance(*probability))
            .filter_map(|(key, _)| services::find(key))
            .collect();
        let Some(first) = chosen.first().or(services::find(list[0].0).as_ref()).copied() else { return };
        let style = self.random.below(30);
        let stem = self.unused(first, style, stem, place.town);
        let same_seat = self.directory.organizations[organization].offices == 0;
        if first.days == Days::Home && place.building.is_empty() && self.random.chance(0.04) {
            place.building = called(first, style, &stem).0;
        }
        let rows: Vec<Row> = chosen.iter().map(|service| self.row(service, style, &stem, &place)).collect();
        let rows = share_numbers(rows);
        for row in &rows {
            self.names.insert(row.name.clone());
        }
        let municipality = place.municipality();
        let seat = &self.directory.organizations[organization];
        let (phone, fax) = if same_seat && self.random.chance(0.8) {
            (seat.phone.clone(), seat.fax.clone())
        } else {
            let fax =
                if self.random.chance(0.93) { self.surveyor.phone(municipality) } else { String::new() };
            (self.surveyor.phone(municipality), fax)
        };
        let url = if self.random.chance(0.8) {
            self.directory.organizations[organization].url.clone()
        } else {
            String::new()
        };
        let has = |key: &str| rows.iter().any(|row| row.service.key == key);
        let kyosei = (has("c730") || has("c770") || has("c780") || has("c150")) && has("d22");
        let organization_entry = &mut self.directory.organizations[organization];
        organization_entry.offices += 1;
        if same_seat {
            organization_entry.seat = place.clone();
        }
        self.directory.offices.push(Office { organization, place, phone, fax, url, rows, kyosei });
    }

    fn row(
        &mut self,
        service: &'static Service,
        style: usize,
        stem: &(String, String),
        place: &Place,
    ) -> Row {
        let (name, kana) = called(service, style, stem);
        let (low, high) = service.capacity;
        // Sizes come in fives and tens, but for the small ones that the law fixes.
        let capacity = match self.random.range(low, high) {
            n if high > 30 => n / 5 * 5,
            n if service.number == '9' && service.days == Days::Home && high == 18 => n / 9 * 9,
            n => n,
        };
        let code = self.prefecture.code_of(place.center) % 1_000;
        let place_digits = if code < 200 { code % 100 } else { code / 100 * 10 + code % 10 };
        let serial = self.numbers.entry((service.number, place_digits)).or_default();
        *serial += 1;
        let number = office_number(self.prefecture.code, service.number, place_digits, *serial);
        Row { service, name, kana, number, capacity }
    }
}

/// Services of the same class at one place stand under one number, as the designation gives it.
fn share_numbers(mut rows: Vec<Row>) -> Vec<Row> {
    for at in 1..rows.len() {
        let same = |a: &Row, b: &Row| {
            a.service.number == b.service.number && a.service.key.as_bytes()[0] == b.service.key.as_bytes()[0]
        };
        if let Some(before) = (0..at).find(|before| same(&rows[*before], &rows[at])) {
            let number = rows[before].number.clone();
            rows[at].number = number;
        }
    }
    rows
}

/// Prefecture, class, place, serial, and a check digit (weights 2 and 1 in turn, digits of products added).
fn office_number(prefecture: u32, class: char, place: u32, serial: u32) -> String {
    let rest = format!("{prefecture:02}{class}{place:02}{:04}", serial % 10_000);
    let sum: u32 = rest
        .chars()
        .enumerate()
        .map(|(index, c)| {
            let product = c.to_digit(10).unwrap_or(1) * if index % 2 == 0 { 2 } else { 1 };
            product / 10 + product % 10
        })
        .sum();
    format!("{rest}{}", (10 - sum % 10) % 10)
}

/// Name and reading of an office that delivers the service.
fn called(service: &Service, style: usize, stem: &(String, String)) -> (String, String) {
    let (name, kana) = service.called[style % service.called.len()];
    (name.replace("{}", &stem.0), kana.replace("{}", &stem.1))
}
