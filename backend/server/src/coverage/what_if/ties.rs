//! What becomes of the ties of an area when offices close, or when two become tied.

use crate::{
    app::App,
    coverage::{
        Coverage,
        council::{
            land::{Land, Now, told},
            telling::Tells,
        },
    },
    http::problem::{OrNotFound as _, Problem, Result},
    view::{
        card::NamedId,
        gaps::TieFiguresView,
        what_if::{TieWhatIf, TieWhatIfRow},
    },
};
use hoshizu_analysis::network::Reading;
use hoshizu_catalog::id::OfficeId;

/// What is asked.
pub struct Wanted {
    /// Code of the area.
    pub area: String,
    /// Offices that close.
    pub close: Vec<OfficeId>,
    /// Pairs that become tied.
    pub tie: Vec<[OfficeId; 2]>,
    /// Offices that meet, every two of which become tied.
    pub meeting: Vec<OfficeId>,
    /// Whether ties of one side may be told however few they are.
    pub all: bool,
}

/// Tie figures before and after. Whether somebody may see them is the caller's to ask.
pub async fn ties(app: &App, coverage: &Coverage, wanted: &Wanted) -> Result<TieWhatIf> {
    let number = coverage.area(&wanted.area)?;
    let region = app.region.load_full();
    let mut tx = app.store.read().await?;
    let Now { today, picture, land } = Now::around(app, &mut tx, &region, &wanted.area).await?;
    drop(tx);
    let closed = members(&land, &wanted.area, "close", &wanted.close)?;
    let pairs: Vec<Vec<u32>> =
        wanted.tie.iter().map(|pair| members(&land, &wanted.area, "tie", pair)).collect::<Result<_>>()?;
    let tied: Vec<[u32; 2]> = pairs.iter().map(|pair| [pair[0], pair[1]]).collect();
    let guests = members(&land, &wanted.area, "meeting", &wanted.meeting)?;
    let met: Vec<[u32; 2]> = (0..guests.len())
        .flat_map(|b| (0..b).map(move |a| (a, b)))
        .map(|(a, b)| [guests[a], guests[b]])
        .collect();
    let mutual = picture.reports.graph(Reading::Mutual);
    let is_known = |pair: &&[u32; 2]| {
        pair.iter().all(|at| (*at as usize) < mutual.nodes()) && mutual.has(pair[0], pair[1])
    };
    let known = met.iter().filter(is_known).count();
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
    let meeting = guests.iter().filter_map(|at| name(*at)).collect();
    let all: Vec<[u32; 2]> = tied.iter().chain(&met).copied().collect();
    let land = land.after(&picture, &closed, &all);
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
        meeting,
        meeting_new: met.len() - known,
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
