//! Areas, towns, population and the base map as files.

use crate::{
    csv,
    design::{self, CENTERS, Km, MUNICIPALITIES, WARDS, hall},
    geojson::{Collection, Shape, quote},
    grid,
    land::Land,
    population,
    prefecture::{Prefecture, six_digits},
    region,
};

/// Boundaries like 国土数値情報 N03: wards instead of the city that has them.
pub fn boundaries(prefecture: &Prefecture, land: &Land) -> String {
    let mut file = Collection::new(prefecture.projection);
    for (key, polygons) in land.region.municipalities() {
        let (code, group, name) = if key >= 100 {
            let ward = &WARDS[usize::from(key - 100)];
            (prefecture.code * 1_000 + ward.2, quote(&prefecture.municipalities[0].0), ward.0.to_owned())
        } else {
            let index = usize::from(key);
            let county = MUNICIPALITIES[index].county.map_or("null".to_owned(), |county| quote(county.0));
            (prefecture.municipality_code(index), county, prefecture.municipalities[index].0.clone())
        };
        let properties = [
            ("N03_001", quote(&prefecture.name)),
            ("N03_002", "null".to_owned()),
            ("N03_003", group),
            ("N03_004", quote(&name)),
            ("N03_007", quote(&code.to_string())),
        ];
        file.add(&properties, &Shape::Polygons(&polygons));
    }
    file.finish("N03-20250101")
}

/// Number of a 日常生活圏域 in its municipality or ward, from 1.
fn community_area_number(center: usize) -> usize {
    let place = region::ward_or_municipality(center as u16);
    (0..=center).filter(|other| region::ward_or_municipality(*other as u16) == place).count()
}

/// Code of the 日常生活圏域 of a centre, as the importer of areas makes it: `community_area:48201:1`.
pub fn community_area_code(prefecture: &Prefecture, center: usize) -> String {
    format!("community_area:{}:{}", prefecture.code_of(center), community_area_number(center))
}

/// 日常生活圏域 with code, name and parent.
pub fn community_areas(prefecture: &Prefecture, land: &Land) -> String {
    let mut file = Collection::new(prefecture.projection);
    for (center, polygons) in land.region.community_areas() {
        let center = usize::from(center);
        let properties = [
            ("code", quote(&community_area_number(center).to_string())),
            ("kind", quote("community_area")),
            ("name", quote(&format!("{}圏域", CENTERS[center].name))),
            ("kana", quote(&format!("{}けんいき", CENTERS[center].kana))),
            ("parent", quote(&prefecture.code_of(center).to_string())),
        ];
        file.add(&properties, &Shape::Polygons(&polygons));
    }
    file.finish("community_areas")
}

/// Municipalities and wards with the place of their halls.
pub fn municipalities(prefecture: &Prefecture) -> String {
    let mut rows = String::new();
    for (index, design) in MUNICIPALITIES.iter().enumerate() {
        let (name, kana) = &prefecture.municipalities[index];
        let county = design
            .county
            .map_or((String::new(), String::new()), |(name, kana)| (format!("{name} "), format!("{kana} ")));
        let code = prefecture.municipality_code(index);
        let city = (format!("{}{name}", county.0), format!("{}{kana}", county.1));
        rows.push_str(&municipality_row(prefecture, code, &city, hall(index), design.phrase));
        if index == 0 {
            for (ward, (ward_name, ward_kana, _)) in WARDS.iter().enumerate() {
                let hall =
                    CENTERS.iter().find(|center| center.ward == Some(ward)).map_or((0.0, 0.0), |c| c.at);
                let city = (format!("{name} {ward_name}"), format!("{kana} {ward_kana}"));
                let code = prefecture.code * 1_000 + WARDS[ward].2;
                rows.push_str(&municipality_row(prefecture, code, &city, hall, ""));
            }
        }
    }
    rows
}

fn municipality_row(
    prefecture: &Prefecture,
    code: u32,
    city: &(String, String),
    hall: Km,
    phrase: &str,
) -> String {
    let [lon, lat] = prefecture.projection.degrees(hall);
    let url = format!("https://www.city{code}.example.jp/");
    csv::row(
        &[
            &prefecture.code.to_string(),
            &prefecture.name,
            &code.to_string(),
            &city.0,
            &city.1,
            &lat.to_string(),
            &lon.to_string(),
            &url,
            phrase,
            &six_digits(code),
        ],
        "\n",
    )
}

/// Towns for geocoding.
pub fn towns(prefecture: &Prefecture, land: &Land) -> String {
    let mut rows = String::new();
    for town in &land.settlement.towns {
        let [lon, lat] = prefecture.projection.degrees(town.at);
        let city = prefecture.city_with_county(town.center);
        rows.push_str(&csv::row(
            &[&prefecture.name, &city, &town.name, "", &lat.to_string(), &lon.to_string()],
            "\n",
        ));
    }
    rows
}

/// Population by area and age band: prefecture, municipalities, wards, 日常生活圏域.
pub fn population(prefecture: &Prefecture) -> String {
    let centers = population::by_center(prefecture.seed);
    let mut rows = String::new();
    let mut write = |code: &str, name: &str, bands: &population::Bands| {
        for (band, persons) in bands.iter().enumerate() {
            let (from, to) = population::years(band);
            let to = to.map_or(String::new(), |year| year.to_string());
            rows.push_str(&csv::row(
                &[code, name, &from.to_string(), &to, &persons.to_string(), "2025"],
                "\n",
            ));
        }
    };
    write(&six_digits(prefecture.code * 1_000), &prefecture.name, &population::sum(&centers, |_| true));
    for (index, (name, _)) in prefecture.municipalities.iter().enumerate() {
        let bands = population::sum(&centers, |center| CENTERS[center].municipality == index);
        write(&six_digits(prefecture.municipality_code(index)), name, &bands);
        if index == 0 {
            for (ward, (ward_name, _, code)) in WARDS.iter().enumerate() {
                let bands = population::sum(&centers, |center| CENTERS[center].ward == Some(ward));
                let code = six_digits(prefecture.code * 1_000 + code);
                write(&code, &format!("{name}{ward_name}"), &bands);
            }
        }
    }
    for (center, bands) in centers.iter().enumerate() {
        let name = format!("{}圏域", CENTERS[center].name);
        write(&community_area_code(prefecture, center), &name, bands);
    }
    rows
}

/// The base map: land, water, woods, homes, lines, stations, labels.
pub fn base_map(prefecture: &Prefecture, land: &Land) -> String {
    let mut file = Collection::new(prefecture.projection);
    let mut add = |class: &str, name: Option<&str>, rank: u8, shape: &Shape| {
        let name = name.map_or("null".to_owned(), quote);
        file.add(&[("class", quote(class)), ("name", name), ("rank", rank.to_string())], shape);
    };
    add("land", None, 1, &Shape::Polygons(&land.region.land()));
    for polygon in &land.green {
        add("green", None, 2, &Shape::Polygons(std::slice::from_ref(polygon)));
    }
    for polygon in &land.built_up {
        add("built_up", None, 2, &Shape::Polygons(std::slice::from_ref(polygon)));
    }
    add("water", Some(design::LAKE.0), 3, &Shape::Polygons(&land.lake));
    for river in &land.network.rivers {
        add("river", Some(river.name), river.rank, &Shape::Line(&river.course));
    }
    for road in &land.network.roads {
        add("road", Some(road.name), road.rank, &Shape::Line(&road.course));
    }
    for streets in land.streets.iter().filter(|streets| !streets.is_empty()) {
        add("road", None, 5, &Shape::Lines(streets));
    }
    for railway in &land.network.railways {
        add("railway", Some(railway.name), railway.rank, &Shape::Line(&railway.course));
    }
    for station in &land.network.stations {
        add("station", Some(&format!("{}駅", station.name)), station.rank, &Shape::Point(station.at));
    }
    for (name, at, rank) in design::WATERS {
        add("label", Some(name), *rank, &Shape::Point(*at));
    }
    for (name, at) in design::SUMMITS {
        add("label", Some(name), 4, &Shape::Point(*at));
    }
    for (name, at) in harbours(land) {
        add("label", Some(&name), 4, &Shape::Point(at));
    }
    file.finish("base_map")
}

/// Harbours: the shore nearest to the ports.
fn harbours(land: &Land) -> Vec<(String, Km)> {
    [("宵宮港", 2), ("鰆浦漁港", 18), ("沖ノ星港", 23), ("杉郷港", 21)]
        .into_iter()
        .filter_map(|(name, center)| {
            let cell = (0..land.terrain.land.len())
                .filter(|cell| !land.terrain.land[*cell])
                .filter(|cell| {
                    grid::beside(*cell).any(|next| usize::from(land.region.labels[next]) == center)
                })
                .min_by(|a, b| {
                    let far = |cell: usize| grid::distance(grid::middle(cell), CENTERS[center].at);
                    far(*a).total_cmp(&far(*b)).then(a.cmp(b))
                })?;
            Some((name.to_owned(), grid::middle(cell)))
        })
        .collect()
}
