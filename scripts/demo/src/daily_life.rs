//! Where people go from day to day: hospitals, clinics, pharmacies, schools, nurseries.

use crate::{
    design::CENTERS,
    facility::{List, Register},
    services::Setting,
    words,
};

impl Register<'_, '_> {
    /// Hospitals and clinics of our 医療法人, and some more clinics, dentists and pharmacies.
    pub(crate) fn medical(&mut self) {
        for index in 0..self.directory.organizations.len() {
            let organization = &self.directory.organizations[index];
            let Some((name, kana)) = organization.clinic.clone() else { continue };
            let kind = if name.ends_with("病院") { "病院" } else { "診療所" };
            let (operator, number) =
                (organization.name.clone(), organization.number.clone().unwrap_or_default());
            let place = organization.seat.clone();
            self.add(List::Medical, kind, (&name, &kana), place, &operator).operator_number = number;
        }
        for (kind, many) in [("診療所", 70), ("歯科診療所", 55), ("薬局", 55)] {
            for turn in 0..many {
                // The island and the village have a clinic each; elsewhere they open where people are.
                let only = [6, 7].get(turn).copied().filter(|_| kind == "診療所");
                let town = self.surveyor.town(Setting::Station, |town| {
                    let municipality = CENTERS[town.center].municipality;
                    only.map_or(municipality != 7, |wanted| municipality == wanted)
                });
                let place = self.surveyor.place(town, Setting::Station);
                let stem = (
                    self.land.settlement.towns[town].stem.clone(),
                    self.land.settlement.towns[town].kana.clone(),
                );
                let family = *self.random.pick(words::FAMILIES);
                let department = *self.random.pick(words::DEPARTMENTS);
                let (name, kana) = match kind {
                    "歯科診療所" => (format!("{}歯科医院", family.0), format!("{}しかいいん", family.1)),
                    "薬局" => (format!("{}薬局", stem.0), format!("{}やっきょく", stem.1)),
                    _ if only.is_some() => {
                        let (city, kana) = &self.prefecture.municipalities[place.municipality()];
                        (
                            format!("{city}国民健康保険診療所"),
                            format!("{kana}こくみんけんこうほけんしんりょうじょ"),
                        )
                    }
                    _ => (format!("{}{}", family.0, department.0), format!("{}{}", family.1, department.1)),
                };
                self.add(List::Medical, kind, (&name, &kana), place, "");
            }
        }
    }

    pub(crate) fn schools(&mut self) {
        for (center, design) in CENTERS.iter().enumerate() {
            let (city, _) = self.prefecture.municipalities[design.municipality].clone();
            let large = design.people > 15_000.0;
            let mut kinds: Vec<(List, &'static str, &str, &str)> = vec![
                (List::School, "小学校", "小学校", "しょうがっこう"),
                (List::School, "中学校", "中学校", "ちゅうがっこう"),
                (List::Childcare, "保育所", "保育園", "ほいくえん"),
            ];
            if large {
                kinds.extend([
                    (List::School, "小学校", "小学校", "しょうがっこう"),
                    (List::School, "高等学校", "高等学校", "こうとうがっこう"),
                    (List::Childcare, "認定こども園", "こども園", "こどもえん"),
                    (List::Childcare, "幼稚園", "幼稚園", "ようちえん"),
                    (List::Childcare, "保育所", "保育園", "ほいくえん"),
                    (List::Childcare, "地域子育て支援拠点", "子育てひろば", "こそだてひろば"),
                    (List::Childcare, "児童館", "児童館", "じどうかん"),
                ]);
            }
            kinds.push((List::Childcare, "放課後児童クラブ", "放課後児童クラブ", "ほうかごじどうくらぶ"));
            let mut seen: Vec<&str> = Vec::new();
            for (list, kind, end, end_kana) in kinds {
                let place = self.spot(center, Setting::Homes);
                let town = &self.land.settlement.towns[place.town];
                let first = !seen.contains(&end);
                seen.push(end);
                let (stem, kana) = if first {
                    (design.name.to_owned(), design.kana.to_owned())
                } else {
                    (town.stem.clone(), town.kana.clone())
                };
                let owner = match kind {
                    "小学校" | "中学校" => format!("{city}立"),
                    "高等学校" => format!("{}立", self.prefecture.name),
                    _ => String::new(),
                };
                let name = (format!("{owner}{stem}{end}"), format!("{kana}{end_kana}"));
                let operator =
                    if kind == "高等学校" { self.prefecture.name.clone() } else { city.clone() };
                self.add(list, kind, (&name.0, &name.1), place, &operator);
            }
        }
        for (name, kana, center) in [("星見", "ほしみ", 7), ("月ヶ浜", "つきがはま", 11)] {
            let place = self.spot(center, Setting::Edge);
            let prefecture = self.prefecture.name.clone();
            let name = (format!("{prefecture}立{name}特別支援学校"), format!("{kana}とくべつしえんがっこう"));
            self.add(List::School, "特別支援学校", (&name.0, &name.1), place, &prefecture);
        }
    }
}
