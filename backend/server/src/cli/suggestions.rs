//! `hoshizu suggestions AREA`: whether 「近い連携先」 names the partners that offices of an area do come to work with, judged
//! on its own waves. For whoever keeps the machine: it looks at every tie, one-sided ones too, and prints none.

use crate::{
    cli::{CommandError, open},
    config::Config,
    network::{
        Reading,
        change::gained,
        introduce::Profiles,
        scene::{Member, Scene},
        waves,
    },
    region::Region,
    surveys::pictures::{Moment, Pictures},
};
use hoshizu_analysis::network::recommend::{
    Profile,
    evaluate::{Compared, FEWEST, FIRST, Ranking, Spread, Trial, Verdict, compare, tenths, verdict},
};
use hoshizu_catalog::{day::Day, freshness::ShelfLives};
use hoshizu_store::{Store, Tx, survey::StoredWave};
use serde_json::{Value, json};
use std::{
    collections::{BTreeSet, HashMap},
    io::Write,
    sync::Arc,
};

/// The lot by which ties are held out.
const SEED: u64 = 0x686f_7368;

/// Options of `suggestions`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Code of the area, as 48100
    #[arg(value_name = "AREA")]
    area: String,
    /// One JSON object
    #[arg(long)]
    json: bool,
}

/// Ties a ranking is to find, and how well each did.
struct Split {
    code: &'static str,
    /// What was held out, in words.
    title: String,
    ties: usize,
    compared: Vec<Compared>,
}

/// Judges and prints.
pub async fn run(config: &Config, arguments: &Arguments) -> Result<(), CommandError> {
    let store = open::store(config).await?;
    let region = Arc::new(Region::load(&store, 1).await?);
    let mut tx = store.read().await?;
    let Some(area) = region.areas.get(&arguments.area) else {
        return Err(unknown(&mut tx, &region, &arguments.area).await?);
    };
    let waves = waves(&mut tx, &region, &arguments.area).await?;
    let today = Day::of(store.now());
    let splits = splits(&store, &mut tx, &region, (&arguments.area, &waves), today).await?;
    let mut out = std::io::stdout();
    if arguments.json {
        let answer = json!({
            "area": arguments.area,
            "area_name": area.name,
            "waves": waves.len(),
            "first": FIRST,
            "fewest_ties": FEWEST,
            "splits": splits.iter().map(Split::json).collect::<Vec<Value>>(),
        });
        return Ok(writeln!(out, "{answer}")?);
    }
    Ok(print(&mut out, &format!("{} ({})", area.name, arguments.area), waves.len(), &splits)?)
}

async fn unknown(tx: &mut Tx, region: &Region, code: &str) -> Result<CommandError, CommandError> {
    let surveys = hoshizu_store::survey::waves(tx, None).await?;
    let asked: BTreeSet<String> = surveys.into_iter().map(|stored| stored.design.area).collect();
    let name = |code: &String| region.areas.get(code).map_or("", |area| area.name.as_str());
    let known: Vec<String> = asked.iter().map(|code| format!("{code} {}", name(code))).collect();
    let remedy = if known.is_empty() {
        "no survey has been made here yet; codes of areas stand in the address of their pages".to_owned()
    } else {
        format!("surveys were made of {}", known.join(", "))
    };
    Ok(CommandError::Refused(format!("no area with the code {code:?} is loaded\n  → {remedy}")))
}

/// By time, where there are two waves: ties gained in the last from what the one before knew. And by lot: the
/// ties of the last wave in tenths, each looked for in the nine others.
async fn splits(
    store: &Store,
    tx: &mut Tx,
    region: &Arc<Region>,
    (area, waves): (&str, &[StoredWave]),
    today: Day,
) -> Result<Vec<Split>, CommandError> {
    let pictures = Pictures::default();
    let mut reading = Reading::of(tx, Arc::clone(region), area).await?;
    let last_two = &waves[waves.len().saturating_sub(2)..];
    let mut scenes = Vec::with_capacity(2);
    for stored in last_two {
        let picture = pictures.of(store, Moment::Wave(stored.wave.id)).await?;
        let ground = reading.ground(tx, &picture).await?;
        scenes.push((stored, Scene::of(ground, None)));
    }
    let mut found = Vec::new();
    if let [(first, before), (second, now)] = scenes.as_slice() {
        let (first, second) = (first.wave.opens_on, second.wave.opens_on);
        let gained = gained(before, now);
        let title = format!("ties gained in the wave of {second}, from what the wave of {first} knew");
        let members: Vec<Arc<Member>> = gained.members.into_iter().cloned().collect();
        let trial = Trial { known: gained.known, held: gained.ties };
        found.push(Split::of("time", title, region, &members, today, &[trial]));
    }
    if let Some((stored, scene)) = scenes.last() {
        let trials = tenths(&scene.graphs.either, SEED);
        let title =
            format!("ties of the wave of {}, each held out once, in tenths by lot", stored.wave.opens_on);
        found.push(Split::of("lot", title, region, &scene.members, today, &trials));
    }
    Ok(found)
}

impl Split {
    fn of(
        code: &'static str,
        title: String,
        region: &Region,
        members: &[Arc<Member>],
        today: Day,
        trials: &[Trial],
    ) -> Self {
        // What offices say of themselves today was not known then.
        let profiles = Profiles::of(members, region, &HashMap::new(), &ShelfLives::default(), today);
        let profiles: &[Profile] = profiles.known();
        let ties = trials.iter().map(|trial| trial.held.len()).sum();
        Self { code, title, ties, compared: compare(profiles, trials) }
    }

    fn verdict(&self) -> Verdict {
        verdict(self.ties, &self.compared)
    }

    fn json(&self) -> Value {
        let range = |spread: Spread| json!([spread.low, spread.high]);
        let ranking = |one: &Compared| {
            json!({
                "ranking": code(one.ranking),
                "found": one.judged.found,
                "found_range": range(one.found),
                "reciprocal_rank": one.judged.reciprocal,
                "reciprocal_rank_range": range(one.reciprocal),
                "our_lead_range": range(one.lead),
            })
        };
        let verdict = match self.verdict() {
            Verdict::TooFew => "too_few",
            Verdict::Ahead => "ahead",
            Verdict::Behind => "behind",
            Verdict::Alike => "alike",
        };
        json!({
            "split": self.code,
            "ties": self.ties,
            "ends": 2 * self.ties,
            "rankings": self.compared.iter().map(ranking).collect::<Vec<Value>>(),
            "verdict": verdict,
        })
    }

    fn words(&self) -> String {
        match self.verdict() {
            Verdict::TooFew => format!(
                "→ {} ties are too few to tell; at least {FEWEST} are needed. More come with the next wave.",
                self.ties
            ),
            Verdict::Ahead => {
                "→ Ours finds more than distance alone and more than popularity alone, by more than chance."
                    .to_owned()
            }
            Verdict::Behind => {
                "→ Ours finds less than one of distance and popularity: do not rely on its order here."
                    .to_owned()
            }
            Verdict::Alike => {
                "→ Ours cannot be told apart from distance or popularity on so many ties: it may be better or not."
                    .to_owned()
            }
        }
    }
}

fn code(ranking: Ranking) -> &'static str {
    match ranking {
        Ranking::Ours => "ours",
        Ranking::Distance => "distance",
        Ranking::Popularity => "popularity",
        Ranking::SharedPartners => "shared_partners",
    }
}

fn print(out: &mut impl Write, area: &str, waves: usize, splits: &[Split]) -> std::io::Result<()> {
    writeln!(out, "{area}: {waves} waves")?;
    if splits.is_empty() {
        writeln!(
            out,
            "→ Nobody was asked here yet: there are no ties to judge by. At least {FEWEST} are needed."
        )?;
    }
    for split in splits {
        writeln!(out, "\n{}: {} ties, looked for from both ends", split.title, split.ties)?;
        if split.ties > 0 {
            let (found, lead) = (format!("first {FIRST}, %"), "ours finds more, points");
            writeln!(out, "  {:<24}{found:<20}{:<24}{lead}", "", "mean reciprocal rank")?;
        }
        for one in split.compared.iter().filter(|_| split.ties > 0) {
            let share = |value: f64| value * 100.0;
            let found = format!(
                "{:.1} ({:.1}–{:.1})",
                share(one.judged.found),
                share(one.found.low),
                share(one.found.high)
            );
            let rank = one.reciprocal;
            let reciprocal = format!("{:.3} ({:.3}–{:.3})", one.judged.reciprocal, rank.low, rank.high);
            let lead = if one.ranking == Ranking::Ours {
                String::new()
            } else {
                format!("{:+.1} to {:+.1}", share(one.lead.low), share(one.lead.high))
            };
            let line = format!("  {:<24}{found:<20}{reciprocal:<24}{lead}", one.ranking.name());
            writeln!(out, "{}", line.trim_end())?;
        }
        writeln!(out, "  {}", split.words())?;
    }
    Ok(())
}
