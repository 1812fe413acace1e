//! `/due`, `/due.csv` and `/letters`: what is to be checked again, and the letters that ask for it.

use crate::{
    account::{
        mail::{self, Mailer},
        qr, token,
    },
    app::App,
    export::csv_cell,
    http::{
        export::csv,
        links::{Delivery, origin},
        principal::Principal,
        problem::{OrNotFound as _, Problem, Result},
    },
    view::entry::{FreshnessView, freshness_of},
};
use axum::{
    Json,
    extract::{Query, State},
    http::HeaderMap,
    response::Response,
};
use hoshizu_catalog::{
    day::Day,
    freshness::ShelfLives,
    id::OfficeId,
    number::MunicipalityCode,
    permission::{Action, Reach, Scope, Target},
};
use hoshizu_store::{
    due::{self, Checked, Of},
    letter, office, term,
};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use utoipa::{IntoParams, ToSchema};

/// Offices read at a time.
const BATCH: u32 = 2_000;
/// Rows of a page.
const MOST_ITEMS: usize = 200;
/// Offices looked at for one answer: a prefecture has 10,000, and a list for the whole country is not one to work off.
const MOST_LOOKED_AT: usize = 40_000;
/// Letters made at once; so many pages are a day's post of an office.
const MOST_LETTERS: usize = 300;

/// What to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct DueFilter {
    /// Days ahead: what falls due until then is listed too. 0–365, default 0.
    pub within: Option<i32>,
    /// Only in this area, by code.
    pub area: Option<String>,
    /// Only what somebody has checked before: an area where nothing was ever checked is not a list to work off.
    pub checked_before: Option<bool>,
}

/// What is to be checked again.
#[derive(Debug, Serialize, ToSchema)]
pub struct DueList {
    /// The most overdue first; what nobody ever checked comes last. At most 200.
    pub items: Vec<DueOffice>,
    /// How many there are in all.
    pub total: usize,
    /// Whether there were more offices than are looked at for one answer.
    pub cut: bool,
}

/// An office to be checked again.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DueOffice {
    /// Identity.
    pub id: uuid::Uuid,
    /// Name.
    pub name: String,
    /// Address with the building.
    pub address: String,
    /// Telephone.
    pub phone: Option<String>,
    /// The groups of fields that are due.
    pub groups: Vec<FreshnessView>,
    /// The earliest day on which one fell due; `null` when none was ever checked.
    pub due_on: Option<String>,
}

/// What is due in the asker's area, or of their own office.
#[utoipa::path(get, operation_id = "list_due", path = "/due", tag = "entries", params(DueFilter),
    responses((status = 200, body = DueList), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    principal: Principal,
    State(app): State<App>,
    Query(filter): Query<DueFilter>,
) -> Result<Json<DueList>> {
    let (mut items, cut) = collect(&app, &principal, &filter).await?;
    let total = items.len();
    items.truncate(MOST_ITEMS);
    Ok(Json(DueList { items, total, cut }))
}

/// The same as CSV (UTF-8 with BOM), every row.
#[utoipa::path(get, operation_id = "download_due", path = "/due.csv", tag = "entries", params(DueFilter),
    responses((status = 200, content_type = "text/csv"), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn download(
    principal: Principal,
    State(app): State<App>,
    Query(filter): Query<DueFilter>,
) -> Result<Response> {
    let (items, _) = collect(&app, &principal, &filter).await?;
    let mut text = "\u{feff}名称,住所,電話番号,確認の期限,期限を過ぎた項目,前回の確認日,ID\r\n".to_owned();
    for item in items {
        let groups: Vec<&str> = item.groups.iter().map(|group| group_name(&group.group)).collect();
        let checked = item.groups.iter().filter_map(|group| group.checked_on.clone()).min();
        let cells = [
            item.name,
            item.address,
            item.phone.unwrap_or_default(),
            item.due_on.unwrap_or_default(),
            groups.join("、"),
            checked.unwrap_or_default(),
            item.id.to_string(),
        ];
        let _ = write!(text, "{}\r\n", cells.map(|cell| csv_cell(&cell)).join(","));
    }
    Ok(csv("due.csv", text))
}

fn group_name(code: &str) -> &'static str {
    match code {
        "basics" => "名称・所在地・電話",
        "contacts" => "連携担当者",
        "strengths" => "特長",
        "availability" => "受入の可否",
        "hours" => "曜日と時間",
        "service_areas" => "実施地域",
        _ => "備考",
    }
}

async fn collect(app: &App, principal: &Principal, filter: &DueFilter) -> Result<(Vec<DueOffice>, bool)> {
    let within = filter.within.unwrap_or(0);
    if !(0..=365).contains(&within) {
        return Err(Problem::invalid("within", "0 to 365 days"));
    }
    let region = app.region.load_full();
    let lives = term::shelf_lives(&mut app.store.read().await?).await?;
    let day = Day::of(app.store.now()).plus(within);
    let (mut items, mut after, mut looked_at) = (Vec::new(), None, 0);
    let of = reach_of(app, principal, filter.area.as_deref());
    loop {
        let rows = due::batch(&mut app.store.read().await?, &of, after, BATCH).await?;
        for row in &rows {
            let areas = region.tree.codes_of(row.municipality, row.position);
            let wanted = filter.area.as_ref().is_none_or(|area| areas.contains(area));
            if wanted && principal.may(Action::ConfirmOffice, Target::Office(row.office, &areas)) {
                items.extend(
                    due_office(row, &lives, day)
                        .filter(|item| item.due_on.is_some() || !filter.checked_before.unwrap_or(false)),
                );
            }
        }
        looked_at += rows.len();
        after = rows.last().map(|row| row.office);
        let cut = looked_at >= MOST_LOOKED_AT;
        if rows.len() < BATCH as usize || cut {
            // `None` would come before every day; what nobody ever checked comes last.
            items.sort_by(|a: &DueOffice, b| {
                (a.due_on.is_none(), &a.due_on, &a.name).cmp(&(b.due_on.is_none(), &b.due_on, &b.name))
            });
            return Ok((items, cut && rows.len() == BATCH as usize));
        }
    }
}

/// What the database can narrow down by itself: the offices and municipalities of the asker's grants, or of the area
/// asked for. The exact answer is given row by row.
fn reach_of(app: &App, principal: &Principal, area: Option<&str>) -> Of {
    let region = app.region.load();
    let (mut offices, mut areas): (Vec<OfficeId>, Vec<&str>) = (Vec::new(), Vec::new());
    for grant in principal.grants() {
        match (&grant.scope, Action::ConfirmOffice.reach(grant.role)) {
            (_, Reach::Never) => {}
            (_, Reach::Any) | (Scope::Everywhere, _) => {
                return area.map_or(Of::Everywhere, |area| inside(&region, &[area]));
            }
            (Scope::Office(id), _) => offices.push(*id),
            (Scope::Area(code), _) => areas.push(code),
        }
    }
    // Offices and areas together are rare; the area then holds more than both.
    if areas.is_empty() { Of::Offices(offices) } else { inside(&region, &areas) }
}

/// The municipalities and wards in which any of the areas lies or which lie in it.
fn inside(region: &crate::region::Region, areas: &[&str]) -> Of {
    let mut codes = Vec::new();
    for area in region.areas.values() {
        let Ok(municipality) = MunicipalityCode::parse(&area.code) else { continue };
        let above = region.tree.codes_of(Some(municipality), None);
        let holds = |wanted: &&str| {
            above.iter().any(|code| code == wanted)
                || region.areas.get(*wanted).is_some_and(|drawn| drawn.parent.as_deref() == Some(&area.code))
        };
        if areas.iter().any(holds) {
            codes.push(municipality.number());
        }
    }
    if codes.is_empty() { Of::Offices(Vec::new()) } else { Of::Municipalities(codes) }
}

fn due_office(row: &Checked, lives: &ShelfLives, day: Day) -> Option<DueOffice> {
    let mut groups = freshness_of(&row.entry, &row.assurances, lives, day);
    groups.retain(|group| matches!(group.class.as_str(), "stale" | "unknown"));
    if groups.is_empty() {
        return None;
    }
    Some(DueOffice {
        id: row.office.0,
        name: row.name.clone(),
        address: row.address.clone(),
        phone: row.phone.clone(),
        due_on: groups.iter().filter_map(|group| group.due_on.clone()).min(),
        groups,
    })
}

/// Offices to write to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterInput {
    /// At most 300.
    pub offices: Vec<uuid::Uuid>,
    /// By `mail` to those whose address of mail is known; the others are printed.
    #[serde(default)]
    pub delivery: Delivery,
}

/// Letters to print.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterList {
    /// In the order asked for. They are shown this once.
    pub items: Vec<LetterView>,
}

/// A letter to print.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterView {
    /// The office it speaks of.
    pub office: uuid::Uuid,
    /// Its name.
    pub name: String,
    /// Seven digits.
    pub postal_code: Option<String>,
    /// Address.
    pub address: String,
    /// Building, floor, room.
    pub building: Option<String>,
    /// Telephone as the directory shows it.
    pub phone: Option<String>,
    /// FAX as the directory shows it.
    pub fax: Option<String>,
    /// Services it is listed with.
    pub services: Vec<String>,
    /// Whether it went out by mail; then there is nothing to print.
    pub mailed: bool,
    /// Where the code leads.
    pub url: Option<String>,
    /// The code as SVG.
    pub qr: Option<String>,
    /// The last day on which it can be answered.
    pub until: String,
}

/// Makes letters: each opens the three buttons for its office once, without a password, for 60 days.
#[utoipa::path(post, operation_id = "make_letters", path = "/letters", tag = "entries", request_body = LetterInput,
    responses((status = 200, body = LetterList), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn make(
    principal: Principal,
    State(app): State<App>,
    headers: HeaderMap,
    Json(input): Json<LetterInput>,
) -> Result<Json<LetterList>> {
    if input.offices.is_empty() || input.offices.len() > MOST_LETTERS {
        return Err(Problem::unprocessable("offices", "1 to 300"));
    }
    let by_mail = input.delivery == Delivery::Mail;
    if by_mail && app.accounts.mailer.is_none() {
        return Err(Problem::refused("no_mail", "no mail server is configured"));
    }
    let mut addresses = Vec::with_capacity(input.offices.len());
    let origin = origin(&app, &headers);
    let mut write = app.store.begin(&principal.actor()).await?;
    let mut items = Vec::with_capacity(input.offices.len());
    for id in input.offices {
        let office = office::find(write.tx(), OfficeId(id)).await?.or_not_found("office")?;
        principal.check_office(&app, Action::ReadDue, &office)?;
        let token = token::for_link().map_err(|error| Problem::internal(&error))?;
        let ends_at = letter::make(&mut write, office.id, &token).await?;
        let url = format!("{origin}/confirm#{token}");
        addresses.push(office.email.filter(|to| by_mail && mail::is_address(to)));
        items.push(LetterView {
            office: id,
            name: office.name,
            postal_code: office.postal_code,
            address: office.address,
            building: office.building,
            phone: office.phone,
            fax: office.fax,
            services: office.services.iter().map(|service| service.definition().code.clone()).collect(),
            mailed: false,
            qr: qr::svg(&url),
            url: Some(url),
            until: Day::of(ends_at).plus(-1).to_string(),
        });
    }
    write.commit().await?;
    if let Some(mailer) = app.accounts.mailer.as_ref().filter(|_| by_mail) {
        send(mailer, &mut items, &addresses).await;
    }
    Ok(Json(LetterList { items }))
}

/// Mails the letters that have an address. A mail that is not taken is printed; after the first that cannot be handed
/// over at all, nothing more is tried: whoever waits would wait for each.
async fn send(mailer: &Mailer, items: &mut [LetterView], addresses: &[Option<String>]) {
    for (letter, address) in items.iter_mut().zip(addresses) {
        let (Some(to), Some(url)) = (address, &letter.url) else { continue };
        match mailer.send(to, SUBJECT, &mail_text(&letter.name, url, &letter.until)).await {
            Ok(()) => (letter.mailed, letter.url, letter.qr) = (true, None, None),
            Err(error) => {
                tracing::warn!(%error, office = %letter.office, "a letter could not be mailed");
                if error.is_of_the_connection() {
                    return;
                }
            }
        }
    }
}

const SUBJECT: &str = "【星図】掲載内容のご確認のお願い / Please check your entry";

fn mail_text(name: &str, url: &str, until: &str) -> String {
    format!(
        "{name} 御中\n\n地域の事業所をさがす「星図」に掲載している内容が、いまも正しいかご確認ください。\n\
         下のリンクを開き、「このままで正しい」「変わったところがある」「閉鎖しました」のどれかを押してください。\n\
         パスワードは要りません。\n\
         Please open the link and say whether your entry is still right, has changed, or the office has closed.\n\n\
         {url}\n\n\
         お答えの期限 / Until: {until}\n\n\
         このリンクは一度だけ使えます。利用者の情報は書かないでください。\n\
         The link works once. Please write nothing about clients.\n"
    )
}
