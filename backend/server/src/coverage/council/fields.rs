//! Fields of the matrix that are no service: nurse topics, seats of forums, boxes of standard networks, upkeep.

use super::Desk;
use crate::{
    http::{offices::search, problem::Result},
    view::gaps::{GapCell, GapColumn, GapNoteCount, GapRow, NamedBoth},
};
use hoshizu_analysis::guide::{
    cover::{BANDS, Cell, matrix},
    defaults,
    rules::data::{Role, Template},
};
use hoshizu_catalog::{
    forum::{self as noun, Forum},
    freshness::{Class, Group, freshness},
    id::OfficeId,
    nurse::{OLDEST, Topic},
    office::Office,
    taxonomy::ServiceType,
};
use hoshizu_search::Query;
use hoshizu_store::{Tx, entry, forum, term};
use std::collections::{HashMap, HashSet};

/// Networks whose missing boxes a council asks for.
const NETWORKS: [&str; 2] = ["rare", "young_carer"];

/// Codes of the columns that are no service, in the order of [`Fields::of`].
fn codes() -> Vec<String> {
    let topics = Topic::all().map(|topic| format!("nurse:{}", topic.definition().code));
    let forums = noun::templates().iter().map(|one| format!("forum:{}", one.kind));
    let networks = NETWORKS.iter().map(|code| format!("template:{code}"));
    let upkeep = ["upkeep:freshness", "upkeep:response"].map(str::to_owned);
    topics.chain(forums).chain(networks).chain(upkeep).collect()
}

/// Whether there is a column of this code.
pub fn is_column(code: &str) -> bool {
    let service = code.strip_prefix("service:").and_then(ServiceType::from_code);
    service.is_some() || codes().iter().any(|known| known == code)
}

/// What the fields are made from.
pub struct Fields {
    topics: Vec<Topic>,
    forums: Vec<Forum>,
    /// Kinds of forums with their names.
    kinds: Vec<(String, NamedBoth)>,
    networks: Vec<Template>,
    roles: Vec<Role>,
    /// Roles some office of the prefecture can take.
    elsewhere: HashSet<String>,
    checked: HashSet<OfficeId>,
}

impl Fields {
    /// Reads it.
    pub async fn load(tx: &mut Tx, desk: &Desk<'_>, rows: &[GapRow]) -> Result<Self> {
        let book = &desk.app.book;
        let networks: Vec<Template> =
            book.templates.iter().filter(|one| NETWORKS.contains(&one.code.as_str())).cloned().collect();
        let wanted: HashSet<&str> =
            networks.iter().flat_map(|one| &one.boxes).map(|one| one.role.as_str()).collect();
        let roles: Vec<Role> =
            book.roles.iter().filter(|role| wanted.contains(role.code.as_str())).cloned().collect();
        let named = |code: &str| {
            let known = book.forums.iter().find(|forum| forum.code == code);
            let name = |text: Option<&String>| text.map_or_else(|| code.to_owned(), Clone::clone);
            NamedBoth { ja: name(known.map(|forum| &forum.ja)), en: name(known.map(|forum| &forum.en)) }
        };
        Ok(Self {
            topics: Topic::all().collect(),
            forums: forum::list(tx).await?,
            kinds: noun::templates().iter().map(|one| (one.kind.to_owned(), named(one.kind))).collect(),
            elsewhere: elsewhere(desk, &roles, &rows[0].code).await?,
            networks,
            roles,
            checked: checked(tx, desk, &rows[0].code).await?,
        })
    }

    /// The columns, in the order of [`Fields::of`].
    pub fn columns(&self) -> Vec<GapColumn> {
        let column = |group: &str, code: &str, ja: &str, en: &str, key: bool| GapColumn {
            code: format!("{group}:{code}"),
            group: group.to_owned(),
            ja: ja.to_owned(),
            en: en.to_owned(),
            key,
            age: None,
            far_km: None,
            ways: None,
        };
        let nurses = self.topics.iter().map(|topic| {
            let of = topic.definition();
            column("nurse", of.code, of.ja, of.en, true)
        });
        let forums = self.kinds.iter().map(|(code, name)| column("forum", code, &name.ja, &name.en, true));
        let networks =
            self.networks.iter().map(|one| column("template", &one.code, &one.title.ja, &one.title.en, true));
        let upkeep = [
            column("upkeep", "freshness", "掲載内容の確認", "Entries checked", true),
            column("upkeep", "response", "☆調査の回答", "☆ survey answered", true),
        ];
        nurses.chain(forums).chain(networks).chain(upkeep).collect()
    }

    /// The fields of a row.
    pub fn of(&self, desk: &Desk<'_>, row: &GapRow) -> Vec<GapCell> {
        let is_part = desk.is_part(&row.code);
        let mut cells = self.nurses(desk, row);
        cells.extend(self.kinds.iter().map(|(kind, _)| self.forum(desk, row, kind, is_part)));
        cells.extend(self.networks.iter().map(|one| self.network(desk, row, one, is_part)));
        cells.push(self.freshness(desk, row));
        cells.push(response(desk, row));
        cells
    }

    /// Age bands a topic is asked about and no desk covers. A prefecture has no units: its municipalities have.
    fn nurses(&self, desk: &Desk<'_>, row: &GapRow) -> Vec<GapCell> {
        let code = |topic: &Topic| format!("nurse:{}", topic.definition().code);
        let units = desk.nurses.units(&row.code);
        if !desk.is_part(&row.code) && row.kind != "municipality" || units.is_empty() {
            return self.topics.iter().map(|topic| elsewhere_cell(row, code(topic))).collect();
        }
        let cells = matrix(&desk.nurses.desks, &units, &self.topics);
        let of = |topic: &Topic| -> GapCell {
            let bands: Vec<&Cell> =
                cells.iter().filter(|cell| cell.topic == *topic && concerns(*topic, cell.band)).collect();
            let open: Vec<&&Cell> =
                bands.iter().filter(|cell| ["none", "part"].contains(&cell.state())).collect();
            let missing = open.iter().map(|cell| band(cell.band)).collect();
            let covered = bands.iter().filter(|cell| !cell.desks.is_empty()).count();
            let state = match (covered, open.len()) {
                (_, 0) => "ok",
                (0, _) => "none",
                _ => "part",
            };
            counted(row, code(topic), state, (bands.len() - open.len(), bands.len()), missing)
        };
        self.topics.iter().map(of).collect()
    }

    /// Seats nobody holds, in forums of the area and of those around it.
    fn forum(&self, desk: &Desk<'_>, row: &GapRow, kind: &str, is_part: bool) -> GapCell {
        let code = format!("forum:{kind}");
        if is_part {
            return elsewhere_cell(row, code);
        }
        let above = desk.region.areas_above(&row.code);
        let here: Vec<&Forum> =
            self.forums.iter().filter(|forum| forum.kind == kind && above.contains(&forum.area)).collect();
        if here.is_empty() {
            return blank(row, code, "no_data");
        }
        let (mut held, mut wanted, mut missing) = (0, 0, Vec::new());
        for forum in here {
            for seat in forum.wanted() {
                let sits = |member: &noun::Member| member.seat == seat.code && member.sits_on(desk.today);
                wanted += 1;
                if forum.members.iter().any(sits) {
                    held += 1;
                } else {
                    missing.push(NamedBoth { ja: seat.ja.clone(), en: seat.en.clone() });
                }
            }
        }
        counted(row, code, share_state(held, wanted), (held, wanted), missing)
    }

    /// Boxes nobody of the municipality or, for what a prefecture runs, of the prefecture can fill.
    fn network(&self, desk: &Desk<'_>, row: &GapRow, network: &Template, is_part: bool) -> GapCell {
        let code = format!("template:{}", network.code);
        if is_part {
            return elsewhere_cell(row, code);
        }
        let inside = desk.land.inside(&row.code, None);
        let offices: Vec<&Office> =
            inside.iter().filter_map(|at| desk.land.member(*at)).map(|member| &member.office).collect();
        let boxes =
            network.boxes.iter().filter_map(|one| self.roles.iter().find(|role| role.code == one.role));
        let (mut filled, mut missing) = (0, Vec::new());
        for role in boxes.filter(|role| !role.services.is_empty() || role.kyosei) {
            if self.elsewhere.contains(&role.code) || offices.iter().any(|office| takes(role, office)) {
                filled += 1;
            } else {
                missing.push(NamedBoth { ja: role.ja.clone(), en: role.en.clone() });
            }
        }
        let wanted = filled + missing.len();
        counted(row, code, share_state(filled, wanted), (filled, wanted), missing)
    }

    /// Offices whose name, address and telephone somebody has checked and which are not due again.
    fn freshness(&self, desk: &Desk<'_>, row: &GapRow) -> GapCell {
        let inside = desk.land.inside(&row.code, None);
        let offices = inside.iter().filter_map(|at| desk.land.member(*at));
        let checked = offices.filter(|member| self.checked.contains(&member.office.id)).count();
        half_state(row, "upkeep:freshness", checked, inside.len())
    }
}

/// Offices asked that answered. With two or fewer asked the share would tell who did.
fn response(desk: &Desk<'_>, row: &GapRow) -> GapCell {
    let told = desk.ties(&row.code, None);
    let code = "upkeep:response";
    match told.answered {
        Some(answered) => half_state(row, code, answered as usize, told.asked as usize),
        None => GapCell { of: Some(told.asked), ..blank(row, code.to_owned(), "no_data") },
    }
}

fn blank(row: &GapRow, column: String, state: &str) -> GapCell {
    GapCell {
        area: row.code.clone(),
        column,
        state: state.to_owned(),
        count: None,
        of: None,
        reach: None,
        ties: None,
        missing: Vec::new(),
        notes: GapNoteCount::default(),
    }
}

fn elsewhere_cell(row: &GapRow, column: String) -> GapCell {
    blank(row, column, "not_here")
}

fn counted(
    row: &GapRow,
    column: String,
    state: &str,
    (count, of): (usize, usize),
    missing: Vec<NamedBoth>,
) -> GapCell {
    let (count, of) = (Some(count as u32), Some(of as u32));
    GapCell { count, of, missing, ..blank(row, column, state) }
}

fn share_state(count: usize, of: usize) -> &'static str {
    match count {
        _ if of == 0 => "no_data",
        0 => "none",
        _ if count < of => "part",
        _ => "ok",
    }
}

/// Enough is half: nobody checks or answers everything.
fn half_state(row: &GapRow, column: &str, count: usize, of: usize) -> GapCell {
    let state = match share_state(count, of) {
        "part" if count * 2 >= of => "ok",
        state => state,
    };
    counted(row, column.to_owned(), state, (count, of), Vec::new())
}

/// Whether anybody is usually in charge of a topic at some age of a band: else nobody is missing.
fn concerns(topic: Topic, at: usize) -> bool {
    let (from, to) = BANDS[at];
    defaults::of(topic, None)
        .iter()
        .any(|row| row.age_from <= to && row.age_to.is_none_or(|last| last >= from))
}

fn band(at: usize) -> NamedBoth {
    match BANDS[at] {
        (from, OLDEST) => NamedBoth { ja: format!("{from}歳以上"), en: format!("{from} and over") },
        (from, to) => NamedBoth { ja: format!("{from}〜{to}歳"), en: format!("{from}–{to}") },
    }
}

fn takes(role: &Role, office: &Office) -> bool {
    let serves =
        role.services.is_empty() || office.services.iter().any(|service| role.services.contains(service));
    let named = role.named.is_empty() || role.named.iter().any(|part| office.name.contains(part));
    serves && named && (!role.kyosei || office.kyosei)
}

/// Roles that offices of the prefecture can take for all of it. Sections of a town hall serve their own town alone, and
/// what a municipality has to have itself is not filled by its neighbour.
async fn elsewhere(desk: &Desk<'_>, roles: &[Role], area: &str) -> Result<HashSet<String>> {
    let mut found = HashSet::new();
    let Some(prefecture) = desk.prefecture(area) else { return Ok(found) };
    for role in roles.iter().filter(|role| role.named.is_empty() && serves_prefecture(role)) {
        let query = Query {
            areas: vec![prefecture.clone()],
            services: role.services.iter().fold(0, |mask, service| mask | 1 << service.index()),
            limit: 1,
            ..Query::default()
        };
        if !search(desk.app, query).await?.hits.is_empty() {
            found.insert(role.code.clone());
        }
    }
    Ok(found)
}

/// Bodies a prefecture has a few of.
fn serves_prefecture(role: &Role) -> bool {
    const WIDE: [&str; 9] = [
        "rare_hospital",
        "rare_center",
        "health_center",
        "patients",
        "employment_office",
        "work_life_center",
        "child_guidance",
        "youth_center",
        "mental_center",
    ];
    WIDE.contains(&role.code.as_str())
}

/// Offices of an area whose basics were checked within their shelf life.
async fn checked(tx: &mut Tx, desk: &Desk<'_>, area: &str) -> Result<HashSet<OfficeId>> {
    let inside = desk.land.inside(area, None);
    let ids: Vec<OfficeId> =
        inside.iter().filter_map(|at| desk.land.member(*at)).map(|member| member.office.id).collect();
    let life = term::shelf_lives(tx).await?.days(Group::Basics);
    let is_current = |one: &entry::Assurance| {
        let class = freshness(Some(one.on), desk.today, life).class;
        one.group == Group::Basics && matches!(class, Class::Fresh | Class::Fading)
    };
    let all: HashMap<OfficeId, Vec<entry::Assurance>> = entry::assurances(tx, &ids).await?;
    Ok(all.into_iter().filter(|(_, list)| list.iter().any(is_current)).map(|(id, _)| id).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_asked_about_at_the_ages_somebody_is_usually_in_charge_of() {
        let topic = |code: &str| Topic::from_code(code).unwrap();
        let bands = |code| (0..BANDS.len()).filter(|at| concerns(topic(code), *at)).collect::<Vec<_>>();
        assert!(!bands("infant").contains(&5), "nobody asks for a baby of 75");
        assert!(bands("elderly").contains(&5));
        assert!(Topic::all().all(|topic| (0..BANDS.len()).any(|at| concerns(topic, at))));
    }

    #[test]
    fn a_note_can_stand_on_every_column_and_on_nothing_else() {
        for code in
            ["service:care-430", "nurse:dementia", "forum:council", "template:rare", "upkeep:response"]
        {
            assert!(is_column(code), "{code}");
        }
        for code in ["service:x", "care-430", "template:other", "upkeep:", ""] {
            assert!(!is_column(code), "{code}");
        }
    }

    #[test]
    fn none_some_and_all_are_told_apart() {
        assert_eq!([0, 1, 3].map(|count| share_state(count, 3)), ["none", "part", "ok"]);
        assert_eq!(share_state(0, 0), "no_data");
    }
}
