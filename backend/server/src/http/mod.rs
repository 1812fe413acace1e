//! The HTTP side: routes under `/api/v1`, the embedded page for everything else, and the headers both carry.

pub mod account;
pub mod accounts;
pub mod areas;
pub mod audit;
pub mod changes;
pub mod client;
pub mod confirmations;
pub mod coverage;
pub mod decisions;
pub mod due;
pub mod entries;
pub mod export;
pub mod filter;
pub mod forums;
pub mod gaps;
pub mod guide;
pub mod history;
pub mod imports;
pub mod links;
pub mod lists;
pub mod managed;
pub mod meta;
pub mod my;
pub mod network;
pub mod nurse_desks;
pub mod nurse_map;
pub mod nurse_matrix;
pub mod nurse_sheets;
pub mod offices;
pub mod oidc;
pub mod organizations;
pub mod page;
pub mod permissions;
pub mod permissions_view;
pub mod photos;
pub mod principal;
pub mod problem;
pub mod respond;
pub mod reviews;
pub mod second_factor;
pub mod session;
pub mod sheet_files;
pub mod sheets;
pub mod suggestions;
pub mod surveys;
pub mod terms;
pub mod ties;
pub mod tiles;
pub mod wave_files;
pub mod what_if;

use crate::app::App;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, header},
    routing::get,
};
use tower_http::{
    CompressionLevel, compression::CompressionLayer, set_header::SetResponseHeaderLayer, trace::TraceLayer,
};
use utoipa::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Bodies other than uploads: the largest is a column mapping.
const MAX_BODY: usize = 256 * 1024;
/// One upload: every official file of the country in one form is 60 MB zipped.
const MAX_UPLOAD: usize = 512 * 1024 * 1024;

/// Title and licence of the API document.
#[derive(OpenApi)]
#[openapi(info(
    title = "Hoshizu",
    description = "Directory and map of local care agencies. Errors are application/problem+json with a stable code.",
    license(name = "MIT OR Apache-2.0")
))]
struct Document;

fn api() -> OpenApiRouter<App> {
    let uploads = OpenApiRouter::new()
        .routes(routes!(imports::list, imports::create))
        .layer(DefaultBodyLimit::max(MAX_UPLOAD));
    let photos = OpenApiRouter::new()
        .routes(routes!(photos::show, photos::put, photos::delete))
        .layer(DefaultBodyLimit::max(crate::photo::MOST_BYTES + 1024));
    let tables = OpenApiRouter::new()
        .routes(routes!(nurse_sheets::import))
        .layer(DefaultBodyLimit::max(nurse_sheets::MAX_TABLE));
    OpenApiRouter::with_openapi(Document::openapi()).nest(
        "/api/v1",
        OpenApiRouter::new()
            .routes(routes!(offices::list))
            .routes(routes!(offices::suggest))
            .routes(routes!(offices::show))
            .routes(routes!(offices::nearest))
            .routes(routes!(export::offices))
            .routes(routes!(organizations::list))
            .routes(routes!(organizations::show))
            .routes(routes!(areas::list))
            .routes(routes!(areas::show))
            .routes(routes!(areas::taxonomy))
            .routes(routes!(coverage::show))
            .routes(routes!(coverage::measures))
            .routes(routes!(coverage::side_by_side))
            .routes(routes!(coverage::download))
            .merge(gaps())
            .routes(routes!(meta::show))
            .routes(routes!(tiles::offices))
            .routes(routes!(tiles::area_layer))
            .routes(routes!(tiles::base))
            .routes(routes!(session::show, session::create, session::delete))
            .merge(people())
            .merge(relations())
            .routes(routes!(imports::show))
            .routes(routes!(imports::confirm))
            .routes(routes!(imports::stop))
            .routes(routes!(imports::options))
            .routes(routes!(imports::rejected))
            .routes(routes!(imports::changes))
            .routes(routes!(imports::mappings))
            .routes(routes!(reviews::list))
            .routes(routes!(reviews::show))
            .routes(routes!(reviews::decide))
            .routes(routes!(reviews::find_duplicates))
            .routes(routes!(decisions::list))
            .routes(routes!(decisions::undo))
            .routes(routes!(decisions::merge))
            .routes(routes!(decisions::split))
            .routes(routes!(history::show))
            .routes(routes!(history::restore))
            .routes(routes!(changes::list))
            .routes(routes!(changes::feed))
            .routes(routes!(my::show))
            .routes(routes!(my::create))
            .routes(routes!(my::news))
            .routes(routes!(my::seen))
            .routes(routes!(my::delete))
            .routes(routes!(lists::create))
            .routes(routes!(lists::show, lists::replace, lists::delete))
            .routes(routes!(lists::add))
            .routes(routes!(lists::csv))
            .routes(routes!(lists::cards))
            .routes(routes!(audit::list))
            .routes(routes!(audit::csv))
            .routes(routes!(audit::jsonl))
            .routes(routes!(entries::show, entries::update))
            .routes(routes!(entries::set_value))
            .routes(routes!(suggestions::create))
            .routes(routes!(confirmations::create))
            .routes(routes!(confirmations::open))
            .routes(routes!(confirmations::answer))
            .routes(routes!(due::list))
            .routes(routes!(due::download))
            .routes(routes!(due::make))
            .routes(routes!(terms::list))
            .routes(routes!(terms::set_strengths))
            .routes(routes!(terms::set_shelf_lives))
            .routes(routes!(nurse_desks::lookup))
            .routes(routes!(nurse_desks::terms))
            .routes(routes!(nurse_matrix::show))
            .routes(routes!(nurse_matrix::cover))
            .routes(routes!(nurse_map::show))
            .routes(routes!(nurse_desks::list, nurse_desks::create))
            .routes(routes!(nurse_desks::show, nurse_desks::change, nurse_desks::remove))
            .routes(routes!(nurse_desks::history))
            .routes(routes!(nurse_sheets::template))
            .routes(routes!(nurse_sheets::export))
            .routes(routes!(nurse_sheets::printed))
            .routes(routes!(guide::ask))
            .routes(routes!(guide::terms))
            .routes(routes!(guide::words_of_both))
            .route("/base.pmtiles", get(tiles::pmtiles))
            .layer(DefaultBodyLimit::max(MAX_BODY))
            .merge(uploads)
            .merge(photos)
            .merge(tables)
            .merge(filled_in()),
    )
}

/// Uploads of sheets, ties and waves.
fn filled_in() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(sheet_files::upload))
        .routes(routes!(wave_files::import_ties))
        .routes(routes!(wave_files::import_wave))
        .layer(DefaultBodyLimit::max(sheet_files::MAX_SHEETS))
}

/// What a council puts on the table.
fn gaps() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(gaps::council))
        .routes(routes!(gaps::ties))
        .routes(routes!(gaps::workbook))
        .routes(routes!(gaps::printed))
        .routes(routes!(gaps::notes, gaps::write))
        .routes(routes!(gaps::change))
        .routes(routes!(what_if::show))
        .routes(routes!(what_if::places))
        .routes(routes!(what_if::choices))
        .routes(routes!(what_if::show_ties))
}

/// Surveys, sheets, ties, forums.
fn relations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(surveys::list, surveys::create))
        .routes(routes!(surveys::usual))
        .routes(routes!(surveys::preview))
        .routes(routes!(surveys::change))
        .routes(routes!(surveys::create_wave))
        .routes(routes!(surveys::show_wave, surveys::change_wave))
        .routes(routes!(surveys::sheets))
        .routes(routes!(surveys::remind))
        .routes(routes!(surveys::resolve))
        .routes(routes!(sheet_files::print))
        .routes(routes!(sheet_files::reminders))
        .routes(routes!(sheet_files::workbooks))
        .routes(routes!(sheet_files::form_pdf))
        .routes(routes!(sheet_files::form_xlsx))
        .routes(routes!(wave_files::export))
        .routes(routes!(sheets::show, sheets::answer, sheets::withdraw))
        .routes(routes!(sheets::search))
        .routes(routes!(sheets::outcome))
        .routes(routes!(sheets::question))
        .routes(routes!(ties::of_office, ties::create))
        .routes(routes!(ties::end))
        .routes(routes!(ties::answer))
        .routes(routes!(ties::links))
        .routes(routes!(network::show))
        .routes(routes!(network::plan))
        .routes(routes!(network::introductions))
        .routes(routes!(forums::templates))
        .routes(routes!(forums::list, forums::create))
        .routes(routes!(forums::show, forums::change, forums::remove))
}

/// Accounts: signing in, one's own, and those one manages.
fn people() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(session::second_factor))
        .routes(routes!(oidc::begin))
        .routes(routes!(oidc::end))
        .routes(routes!(links::look))
        .routes(routes!(links::take))
        .routes(routes!(permissions_view::list))
        .routes(routes!(account::show, account::change))
        .routes(routes!(account::change_password))
        .routes(routes!(account::sessions, account::close_sessions))
        .routes(routes!(account::close_session))
        .routes(routes!(second_factor::begin))
        .routes(routes!(second_factor::confirm))
        .routes(routes!(second_factor::renew_codes))
        .routes(routes!(second_factor::remove))
        .routes(routes!(accounts::list, accounts::create))
        .routes(routes!(accounts::show, accounts::change))
        .routes(routes!(accounts::link))
        .routes(routes!(accounts::add_grant, accounts::remove_grant))
        .routes(routes!(accounts::close))
        .routes(routes!(accounts::reopen))
        .routes(routes!(accounts::sessions, accounts::close_sessions))
}

/// The OpenAPI 3.1 document as pretty JSON.
pub fn openapi() -> String {
    api().into_openapi().to_pretty_json().unwrap_or_default()
}

/// Every route with its headers.
pub fn router(app: App) -> Router {
    let policy = content_security_policy(app.config.raster.as_ref().map(|(url, _)| url.as_str()));
    let fixed = |name, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    let (routes, _) = api().split_for_parts();
    routes
        .fallback(page::serve)
        .layer(axum::middleware::from_fn_with_state(app.clone(), principal::guard))
        // A network of 600 KB is 69 KB then instead of 58, in half the time.
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)))
        .layer(SetResponseHeaderLayer::if_not_present(header::CONTENT_SECURITY_POLICY, policy))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "same-origin"))
        .layer(fixed(header::X_FRAME_OPTIONS, "DENY"))
        .layer(fixed(header::CACHE_CONTROL, "no-store"))
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .with_state(app)
}

/// What the log says of a request, at its finest: never the query, which may tell of a person's situation.
fn span(request: &axum::extract::Request) -> tracing::Span {
    tracing::debug_span!("request", method = %request.method(), path = request.uri().path())
}

/// The two style elements React Aria makes (`usePress`: touch action of what can be pressed; `usePreventScroll`: no scroll
/// chaining under a dialog), by their SHA-256. Other versions of it may make others: the browser tests, which fail on
/// whatever the policy refuses, then name the new ones.
const STYLES: &str = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=' \
                      'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='";

/// Everything comes from this server; only configured raster tiles may come from another.
fn content_security_policy(raster: Option<&str>) -> HeaderValue {
    let host = raster.and_then(origin).map(|origin| format!(" {origin}")).unwrap_or_default();
    let policy = format!(
        "default-src 'self'; img-src 'self' data: blob:{host}; connect-src 'self'{host}; worker-src 'self' blob:; \
         style-src 'self' {STYLES}; font-src 'self' data:; object-src 'none'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).unwrap_or_else(|_| HeaderValue::from_static("default-src 'self'"))
}

fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split('/').next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    (matches!(scheme, "http" | "https") && host.chars().all(plain)).then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_host_of_the_raster_tiles_is_let_in() {
        let policy = content_security_policy(Some("https://tiles.example.jp/a/{z}/{x}/{y}.png"));
        assert!(policy.to_str().unwrap().contains("connect-src 'self' https://tiles.example.jp;"));
        assert_eq!(origin("https://a.example;script-src *//x"), None);
    }
}
