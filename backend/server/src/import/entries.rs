//! Writes a file of entries: each row into the entry of the office its number names.

use crate::import::{
    report::{FileReport, Refusal},
    run::Importer,
    write::Head,
};
use hoshizu_catalog::{
    area::Area,
    day::Day,
    entry::{Availability, Entry},
    freshness::Group,
    id::OfficeId,
    listing::Rejection,
    number::MunicipalityCode,
    office::Office,
    terms::Term,
};
use hoshizu_ingest::{Batch, Checked, EntryRow};
use hoshizu_store::{
    Write, area, entry,
    import::{self as stored_import, RunState},
    office, term,
};

/// Reason and remedy.
type Fault = (&'static str, String);

impl Importer {
    /// Everything in one transaction. A row that cannot be written is rejected; the others are.
    pub(super) async fn apply_entries(
        &mut self,
        batch: Batch<EntryRow>,
        head: &Head,
        mut rejected: Vec<Rejection>,
        mut report: FileReport,
    ) -> Result<FileReport, Refusal> {
        let mut write = self.store.begin(&self.actor).await?;
        let strengths = term::strengths(write.tx()).await?;
        let areas = area::list(write.tx(), &area::Filter::default()).await?;
        let (mut written, mut same) = (0, 0);
        for (line, row) in batch.records {
            let number = row.number.as_str().to_owned();
            match put(&mut write, row, &strengths, &areas).await? {
                Ok(true) => written += 1,
                Ok(false) => same += 1,
                Err((reason, remedy)) => rejected.push(Rejection {
                    line,
                    column: "事業所番号".to_owned(),
                    value: number,
                    reason: reason.to_owned(),
                    remedy,
                }),
            }
        }
        report.new = 0;
        report.changed = written;
        report.imported = written;
        report.rejected = rejected.len() as u64;
        // Further rows of one number went with the first.
        report.unchanged = same + batch.merged;
        report.seconds = head.begun.elapsed().as_secs_f64();
        let run = self.run(&report, head, RunState::Done);
        stored_import::record(&mut write, &run, &rejected).await?;
        write.commit().await?;
        Ok(report)
    }
}

/// Whether the entry changed; else why it cannot be written.
async fn put(
    write: &mut Write,
    row: EntryRow,
    strengths: &[Term],
    areas: &[Area],
) -> Result<Result<bool, Fault>, Refusal> {
    let found = office::by_number(write.tx(), row.number.as_str()).await?;
    let id = match found.as_slice() {
        [] => {
            let remedy = "この番号の事業所がありません。公表データを先に取り込んでください。";
            return Ok(Err(("unknown_office", remedy.to_owned())));
        }
        [id] => *id,
        _ => {
            let remedy = "この番号の事業所が複数の場所にあります。画面から1か所ずつ書いてください。";
            return Ok(Err(("ambiguous_office", remedy.to_owned())));
        }
    };
    let Some(office) = office::find(write.tx(), id).await? else {
        return Ok(Err(("unknown_office", "事業所が見つかりません。".to_owned())));
    };
    let today = Day::of(write.now());
    let on = match row.checked {
        Checked::On(day) => day,
        Checked::DaysAgo(days) => today.plus(-days),
    };
    let before = entry::find(write.tx(), id).await?;
    let serves = match service_areas(&row.service_areas, &office, areas) {
        Ok(codes) => codes,
        Err(fault) => return Ok(Err(fault)),
    };
    let mut entry = merged(&before.entry, row, on);
    if !serves.is_empty() {
        entry.service_areas = serves;
    }
    let entry = entry.tidied();
    if let Err(fault) = check(&entry, &office, strengths, on, today) {
        return Ok(Err(fault));
    }
    let changed = before.entry.differing(&entry);
    entry::put(write, id, before.version, &entry, "import").await?;
    assure(write, id, &changed, on).await?;
    Ok(Ok(!changed.is_empty()))
}

/// Who fills in such a row has looked at the office as a whole: name, address and telephone count as checked too.
async fn assure(write: &mut Write, id: OfficeId, changed: &[Group], on: Day) -> Result<(), Refusal> {
    let mut groups = vec![Group::Basics];
    groups.extend_from_slice(changed);
    Ok(entry::assure_on(write, id, &groups, "import", on).await?)
}

/// The entry with what the row says; a column that is empty leaves what stands.
fn merged(before: &Entry, row: EntryRow, on: Day) -> Entry {
    let mut entry = before.clone();
    if !row.contacts.is_empty() {
        entry.contacts = row.contacts;
    }
    if !row.strengths.is_empty() {
        entry.strengths = row.strengths;
    }
    for (service, status) in row.availability {
        entry.availability.retain(|one| one.service != service);
        entry.availability.push(Availability { service, status, on, note: None });
    }
    entry.remarks = row.remarks.or(entry.remarks);
    entry
}

/// Codes of areas a file writes by name or code. Of areas of one name that in the prefecture of the office is meant.
fn service_areas(words: &[String], office: &Office, areas: &[Area]) -> Result<Vec<String>, Fault> {
    let prefecture = office.municipality.map(MunicipalityCode::prefecture);
    let is_near = |area: &&Area| {
        let municipality = area.code.split(':').find_map(|part| MunicipalityCode::parse(part).ok());
        municipality.map(MunicipalityCode::prefecture) == prefecture
    };
    let code = |word: &String| {
        let name = word.trim_end_matches("全域").trim();
        if let Some(area) = areas.iter().find(|area| area.code == name) {
            return Ok(area.code.clone());
        }
        let named: Vec<&Area> = areas.iter().filter(|area| area.name == name).collect();
        let near: Vec<&Area> = named.iter().copied().filter(is_near).collect();
        match (named.as_slice(), near.as_slice()) {
            ([area], _) | (_, [area]) => Ok(area.code.clone()),
            ([], _) => {
                let remedy = format!("実施地域「{word}」がありません。市区町村名か圏域名で書いてください。");
                Err(("unknown_area", remedy))
            }
            _ => {
                let remedy = format!("実施地域「{word}」が複数あります。地域のコードで書いてください。");
                Err(("ambiguous_area", remedy))
            }
        }
    };
    words.iter().map(code).collect()
}

fn check(entry: &Entry, office: &Office, strengths: &[Term], on: Day, today: Day) -> Result<(), Fault> {
    if on > today {
        return Err(("future_day", "確認日が先の日付です。".to_owned()));
    }
    if entry.free_texts().any(|text| !hoshizu_catalog::privacy::signs(text).is_empty()) {
        return Err((
            "looks_personal",
            "利用者の情報のように見える記述があります。消してください。".to_owned(),
        ));
    }
    entry.check(strengths, &office.services, |_| true, today).map_err(|fault| {
        let remedy = match fault.code {
            "unknown_code" => "事業所が行っていないサービス、または知らない語です。",
            "too_long" => "文字数が多すぎます。",
            "twice" => "同じ語が2回あります。",
            _ => "書き方を確かめてください。",
        };
        (fault.code, format!("{}: {remedy}", fault.field))
    })
}
