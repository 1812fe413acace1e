//! What becomes of the ties of an area when offices close, or when two become tied.

use crate::{
    app::App,
    coverage::{
        Coverage,
        council::{
            around,
            land::{Land, told},
            telling::Tells,
        },
    },
    http::problem::{OrNotFound as _, Problem, Result},
    surveys::{candidates, pictures::Moment},
    view::{
        card::NamedId,
        gaps::TieFiguresView,
        what_if::{TieWhatIf, TieWhatIfRow},
    },
};
use hoshizu_catalog::{day::Day, id::OfficeId};

/// What is asked.
pub struct Wanted {
    /// Code of the area.
    pub area: String,
    /// Offices that close.
    pub close: Vec<OfficeId>,
    /// Pairs that become tied.
    pub tie: Vec<[OfficeId; 2]>,
    /// Whether ties of one side may be told however few they are.
    pub all: bool,
}

/// Tie figures before and after. Whether somebody may see them is the caller's to ask.
pub async fn ties(app: &App, coverage: &Coverage, wanted: &Wanted) -> Result<TieWhatIf> {
    let number = coverage.area(&wanted.area)?;
    let region = app.region.load_full();
    let mut tx = app.store.read().await?;
    let today = Day::of(app.store.now());
    let picture = app.pictures.of(&app.store, Moment::Day(today)).await?;
    let municipalities = candidates::municipalities(&region, &around(&region, &wanted.area));
    let land = Land::load(&mut tx, &region, &picture, &municipalities).await?;
    drop(tx);
    let closed = members(&land, &wanted.area, "close", &wanted.close)?;
    let pairs: Vec<Vec<u32>> =
        wanted.tie.iter().map(|pair| members(&land, &wanted.area, "tie", pair)).collect::<Result<_>>()?;
    let tied: Vec<[u32; 2]> = pairs.iter().map(|pair| [pair[0], pair[1]]).collect();
    // With one office less, counts of one-sided ties and of answers would tell whose they are.
    let tells = if wanted.all { Tells::ALL } else { Tells::CERTAIN };
    let shown = |land: &Land, code: &str| told(&land.figures(code, None), tells);
    let rows: Vec<u32> = coverage.rows_of(number);
    let code = |at: &u32| coverage.places[*at as usize].code.as_str();
    let before: Vec<TieFiguresView> = rows.iter().map(|at| shown(&land, code(at))).collect();
    let was_alone = land.alone(&wanted.area);
    let name = |at: u32| land.member(at).map(named);
    let (closed_names, tied_names) = (
        closed.iter().filter_map(|at| name(*at)).collect(),
        tied.iter().filter_map(|[a, b]| Some([name(*a)?, name(*b)?])).collect(),
    );
    let land = land.after(&picture, &closed, &tied);
    let is_alone = land.alone(&wanted.area);
    let of = |found: &[u32], others: &[u32]| {
        let changed = found.iter().filter(|at| !others.contains(at) && !closed.contains(at));
        changed.filter_map(|at| land.member(*at).map(named)).collect()
    };
    let row = |(at, before): (&u32, TieFiguresView)| TieWhatIfRow {
        code: code(at).to_owned(),
        name: coverage.places[*at as usize].name.clone(),
        whole: *at == number,
        before,
        after: shown(&land, code(at)),
    };
    Ok(TieWhatIf {
        as_of: today.to_string(),
        closed: closed_names,
        tied: tied_names,
        certain_only: !wanted.all,
        left_alone: of(&is_alone, &was_alone),
        joined: of(&was_alone, &is_alone),
        rows: rows.iter().zip(before).map(row).collect(),
    })
}

fn named(member: &crate::coverage::council::land::Member) -> NamedId {
    NamedId { id: member.office.id.0, name: member.office.name.clone() }
}

/// Numbers of offices that stand in the area.
fn members(land: &Land, area: &str, parameter: &str, ids: &[OfficeId]) -> Result<Vec<u32>> {
    let inside = land.inside(area, None);
    let number = |id: &OfficeId| {
        let at = land.number(*id).or_not_found("office")?;
        let elsewhere = || Problem::invalid(parameter, format!("{id} does not stand in this area"));
        inside.contains(&at).then_some(at).ok_or_else(elsewhere)
    };
    ids.iter().map(number).collect()
}
