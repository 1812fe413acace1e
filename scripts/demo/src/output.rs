//! Writing the files of one prefecture, or of many one after the other so that memory stays small.

use crate::{
    areas, entries,
    facility::{self, Facility},
    kaigo,
    land::Land,
    municipal, nurses,
    office::Directory,
    place::Surveyor,
    prefecture::Prefecture,
    survey, wamnet,
};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

/// Seed of the committed demo.
pub const SEED: u64 = 48;
/// Offices of the committed demo.
pub const OFFICES: usize = 1_500;
/// Above this a prefecture would hold more offices than any real one of its size; further prefectures follow.
const LARGEST: usize = 12_000;
/// Codes 48–99.
const PREFECTURES: usize = 52;

/// What to make.
#[derive(Debug, Clone)]
pub struct Options {
    /// Folder to write into.
    pub out: PathBuf,
    /// Offices in all.
    pub offices: usize,
    /// Seed.
    pub seed: u64,
}

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Prefectures.
    pub prefectures: usize,
    /// Offices.
    pub offices: usize,
    /// Rows of official files.
    pub rows: usize,
}

/// One prefecture with everything in it.
pub struct Made {
    /// Names and codes.
    pub prefecture: Prefecture,
    /// Ground.
    pub land: Land,
    /// Offices.
    pub directory: Directory,
    /// Everything else that stands there.
    pub facilities: Vec<Facility>,
}

impl Made {
    /// Makes a prefecture of about this many offices.
    pub fn new(prefecture: Prefecture, offices: usize) -> Self {
        let land = Land::new(prefecture.seed);
        let (directory, facilities) = {
            let mut surveyor = Surveyor::new(prefecture.seed, &land);
            let directory = Directory::new(&prefecture, &land, &mut surveyor, offices);
            let facilities = facility::all(&prefecture, &land, &directory, &mut surveyor);
            (directory, facilities)
        };
        Self { prefecture, land, directory, facilities }
    }
}

/// Writes everything.
pub fn generate(options: &Options) -> io::Result<Summary> {
    let prefectures = options.offices.div_ceil(LARGEST).clamp(1, PREFECTURES);
    let mut files = Files { root: options.out.clone(), open: BTreeMap::new() };
    let mut summary = Summary { prefectures, ..Summary::default() };
    for index in 0..prefectures {
        let share = options.offices * (index + 1) / prefectures - options.offices * index / prefectures;
        let made = Made::new(Prefecture::numbered(options.seed, index as u32), share);
        summary.offices += made.directory.offices.len();
        summary.rows += made.directory.offices.iter().map(|office| office.rows.len()).sum::<usize>();
        files.write(&made)?;
    }
    files.finish()?;
    Ok(summary)
}

struct Files {
    root: PathBuf,
    open: BTreeMap<String, BufWriter<File>>,
}

impl Files {
    fn append(&mut self, path: &str, header: &str, text: &str) -> io::Result<()> {
        if !self.open.contains_key(path) {
            let mut file = BufWriter::new(create(&self.root, path)?);
            file.write_all(header.as_bytes())?;
            self.open.insert(path.to_owned(), file);
        }
        match self.open.get_mut(path) {
            Some(file) => file.write_all(text.as_bytes()),
            None => Ok(()),
        }
    }

    fn whole(&mut self, path: &str, text: &str) -> io::Result<()> {
        create(&self.root, path)?.write_all(text.as_bytes())
    }

    fn write(&mut self, made: &Made) -> io::Result<()> {
        let Made { prefecture, land, directory, .. } = made;
        let code = prefecture.code;
        self.whole(&format!("areas/N03-20250101_{code}.geojson"), &areas::boundaries(prefecture, land))?;
        let care_areas = areas::community_areas(prefecture, land);
        self.whole(&format!("areas/community_areas_20250401_{code}.geojson"), &care_areas)?;
        let health = nurses::health_center_areas(prefecture, land);
        self.whole(&format!("areas/health_center_areas_20250401_{code}.geojson"), &health)?;
        if code == 48 {
            self.whole("nurses/nurse_desks_20251001.csv", &nurses::table(made))?;
            for wave in survey::waves(made) {
                self.whole(&format!("{}/wave.json", wave.folder), &wave.head)?;
                self.whole(&format!("{}/sheets.csv", wave.folder), &wave.sheets)?;
                self.whole(&format!("{}/reports.csv", wave.folder), &wave.reports)?;
            }
        }
        let base = if code == 48 { String::new() } else { format!("_{code}") };
        self.whole(&format!("areas/base_map{base}.geojson"), &areas::base_map(prefecture, land))?;
        let header = "\u{feff}pid,pref,cid,city,citykana,lat,lng,url,phrase,lgcode\n";
        self.append("areas/municipalities_20250401.csv", header, &areas::municipalities(prefecture))?;
        self.append(
            "areas/towns_20250401.csv",
            "pref,city,town,koaza,lat,lon\n",
            &areas::towns(prefecture, land),
        )?;
        let header = "\u{feff}団体コード,地域名,年齢下限,年齢上限,人口,年\n";
        self.append("areas/population_20250101.csv", header, &areas::population(prefecture))?;
        let care = kaigo::files(prefecture, directory);
        for (service, rows) in care.newest {
            self.append(&format!("kaigo_202512/jigyosho_{service}.csv"), kaigo::HEADER, &rows.concat())?;
        }
        self.append("earlier/kaigo_202506/jigyosho_430.csv", kaigo::HEADER, &care.earlier.concat())?;
        for (service, rows) in wamnet::files(prefecture, directory) {
            self.append(&format!("wamnet_202509/csvdownload0{service}.csv"), wamnet::HEADER, &rows.concat())?;
        }
        self.append("entries/entries.csv", entries::HEADER, &entries::rows(prefecture, directory))?;
        self.municipal(made)
    }

    fn municipal(&mut self, made: &Made) -> io::Result<()> {
        let mut counts: BTreeMap<facility::List, usize> = BTreeMap::new();
        for facility in &made.facilities {
            let number = counts.entry(facility.list).or_default();
            *number += 1;
            let (name, header) = municipal::file(facility.list);
            let row = municipal::row(&made.prefecture, facility, *number);
            self.append(&format!("municipal_202510/{name}"), header, &row)?;
        }
        Ok(())
    }

    fn finish(self) -> io::Result<()> {
        self.open.into_values().try_for_each(|mut file| file.flush())
    }
}

fn create(root: &Path, path: &str) -> io::Result<File> {
    let path = root.join(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    File::create(path)
}
