//! Ties of a wave or of a day, read from the database and held until somebody changes one.

use hoshizu_analysis::survey::{Answer, Picture, Statement, picture::newest};
use hoshizu_catalog::{
    day::Day,
    id::{OfficeId, SheetId, WaveId},
    tie::Star,
};
use hoshizu_store::{
    Store, StoreError, Tx, outbox,
    sheet::{self, Standing},
    survey, tie,
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// What ties are asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// One wave, whatever was said between waves.
    Wave(WaveId),
    /// A day: the newest sheet of each office, and what was said since.
    Day(Day),
}

/// Pictures held at most: the two waves compared, today, and one being looked at.
const HELD: usize = 4;

/// Pictures as of one place in the outbox.
#[derive(Default)]
pub struct Pictures(Mutex<Held>);

#[derive(Default)]
struct Held {
    sequence: i64,
    pictures: Vec<(Moment, Arc<Picture>)>,
    /// Answers of waves: a day needs those of every wave before it.
    answers: HashMap<WaveId, Arc<Vec<Answer>>>,
}

impl Pictures {
    /// The picture of a moment, as the database has it now.
    pub async fn of(&self, store: &Store, moment: Moment) -> Result<Arc<Picture>, StoreError> {
        let mut tx = store.read().await?;
        let sequence = outbox::head(&mut tx).await?;
        if let Some(known) = self.known(sequence, moment) {
            return Ok(known);
        }
        let picture = Arc::new(match moment {
            Moment::Wave(wave) => self.of_wave(&mut tx, sequence, wave).await?,
            Moment::Day(day) => self.on_day(&mut tx, sequence, day).await?,
        });
        self.keep(sequence, moment, &picture);
        Ok(picture)
    }

    fn known(&self, sequence: i64, moment: Moment) -> Option<Arc<Picture>> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let same = held.pictures.iter().find(|(of, _)| *of == moment).filter(|_| held.sequence == sequence);
        same.map(|(_, picture)| Arc::clone(picture))
    }

    fn keep(&self, sequence: i64, moment: Moment, picture: &Arc<Picture>) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.turn_to(sequence);
        if held.pictures.len() == HELD {
            held.pictures.remove(0);
        }
        held.pictures.push((moment, Arc::clone(picture)));
    }

    async fn answers(
        &self,
        tx: &mut Tx,
        sequence: i64,
        wave: WaveId,
    ) -> Result<Arc<Vec<Answer>>, StoreError> {
        {
            let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(known) = held.answers.get(&wave).filter(|_| held.sequence == sequence) {
                return Ok(Arc::clone(known));
            }
        }
        let read = Arc::new(answers(tx, wave).await?);
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.turn_to(sequence);
        held.answers.insert(wave, Arc::clone(&read));
        Ok(read)
    }

    async fn of_wave(&self, tx: &mut Tx, sequence: i64, wave: WaveId) -> Result<Picture, StoreError> {
        let Some(stored) = survey::wave(tx, wave).await? else { return Ok(Picture::default()) };
        let answers = self.answers(tx, sequence, wave).await?;
        let opened = stored.wave.opens_on;
        let statements = confirmed(tx, wave, opened).await?;
        Ok(Picture::of(&answers, &statements, opened))
    }

    async fn on_day(&self, tx: &mut Tx, sequence: i64, day: Day) -> Result<Picture, StoreError> {
        let (mut all, mut statements) = (Vec::new(), Vec::new());
        let mut waves = survey::waves(tx, None).await?;
        waves.sort_by_key(|stored| stored.wave.opens_on);
        for stored in waves.iter().filter(|stored| stored.wave.opens_on <= day) {
            all.extend(self.answers(tx, sequence, stored.wave.id).await?.iter().cloned());
            retain_newer(&mut statements, &all);
            statements.extend(confirmed(tx, stored.wave.id, stored.wave.opens_on).await?);
        }
        statements.extend(between_surveys(tx).await?);
        Ok(Picture::of(&newest(all, day), &statements, day))
    }
}

impl Held {
    fn turn_to(&mut self, sequence: i64) {
        if self.sequence != sequence {
            *self = Self { sequence, ..Self::default() };
        }
    }
}

fn answer_of(standing: Standing, stars: Vec<(OfficeId, Star)>) -> Answer {
    Answer {
        office: standing.office,
        answered: standing.state.answers(),
        on: standing.said_at.map(Day::of),
        stars,
    }
}

async fn answers(tx: &mut Tx, wave: WaveId) -> Result<Vec<Answer>, StoreError> {
    let mut stars: HashMap<SheetId, Vec<(OfficeId, Star)>> = HashMap::new();
    for (sheet, partner, star) in sheet::reports_of_wave(tx, wave).await? {
        stars.entry(sheet).or_default().push((partner, star));
    }
    let sheets = sheet::standings(tx, wave).await?;
    Ok(sheets
        .into_iter()
        .map(|standing| answer_of(standing, stars.remove(&standing.id).unwrap_or_default()))
        .collect())
}

/// Yes to the one question is a report of the partner, without kinds and closeness.
async fn confirmed(tx: &mut Tx, wave: WaveId, from: Day) -> Result<Vec<Statement>, StoreError> {
    let yes = tie::answers(tx, wave).await?.into_iter().filter(|said| said.answer == tie::Answer::Yes);
    let statement = |said: tie::Answered| Statement {
        office: said.partner,
        partner: said.reporter,
        star: Star::default(),
        from,
        until: None,
    };
    Ok(yes.map(statement).collect())
}

/// Leaves out what a newer sheet of the partner, or of the reporter, has overtaken.
fn retain_newer(statements: &mut Vec<Statement>, answers: &[Answer]) {
    let mut said: HashMap<OfficeId, Day> = HashMap::new();
    for (office, on) in answers.iter().filter_map(|answer| Some((answer.office, answer.on?))) {
        said.entry(office).and_modify(|known| *known = on.max(*known)).or_insert(on);
    }
    statements.retain(|statement| said.get(&statement.office).is_none_or(|on| *on <= statement.from));
}

/// ☆ set between surveys, and the yes of their partners.
async fn between_surveys(tx: &mut Tx) -> Result<Vec<Statement>, StoreError> {
    let mut statements = Vec::new();
    for said in tie::statements(tx).await? {
        let own = |from| Statement {
            office: said.office,
            partner: said.partner,
            star: said.star,
            from,
            until: said.ended_on,
        };
        statements.push(own(said.stated_on));
        if let Some((tie::Answer::Yes, on)) = said.answer {
            statements.push(Statement {
                office: said.partner,
                partner: said.office,
                star: Star::default(),
                ..own(on)
            });
        }
    }
    Ok(statements)
}
