//! ☆調査, ties and forums: answered, kept, followed through a merge.

use crate::{
    fixture::{World, listing},
    on_each_backend,
};
use hoshizu_catalog::{
    day::Day,
    forum::{Forum, Member},
    id::{ForumId, OfficeId, SheetId, StatementId, SurveyId, WaveId},
    survey::{Asked, Design, Selection, Sheet, SheetCode, SheetState, Survey, Wave, WaveState, Way},
    tie::{Closeness, Frequency, Star, TieKind},
};
use hoshizu_store::{
    audit, forum, merge,
    sheet::{self, Change, Unlisted},
    survey::{self, StoredWave},
    tie::{self, Answer, Answered, Statement},
};
use uuid::Uuid;

on_each_backend!(
    a_sheet_keeps_its_answers_and_the_audit_does_not_say_them,
    what_is_withdrawn_is_deleted,
    a_question_is_answered_once,
    reports_and_sheets_follow_a_merge,
    a_forum_comes_back_as_it_was_written,
);

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn code(seed: u8) -> SheetCode {
    SheetCode::from_random(&[seed; 12]).unwrap()
}

fn star() -> Star {
    Star {
        kinds: [TieKind::Conference, TieKind::Training].into_iter().collect(),
        closeness: Closeness::new(3),
        frequency: Some(Frequency::SixToEleven),
    }
}

const WAVE: WaveId = WaveId(Uuid::from_u128(2));

/// Three offices and a wave that asks the first two.
async fn asked(world: &World) -> [OfficeId; 3] {
    let names = [("a", "あおば"), ("b", "ひばり"), ("c", "つばめ")];
    let rows: Vec<_> = names.iter().map(|(key, name)| listing(key, name)).collect();
    world.import("kaigo:430", "2026-03", &rows).await;
    let mut offices = Vec::new();
    for (key, _) in names {
        offices.push(world.office_of("kaigo:430", key).await);
    }
    let offices: [OfficeId; 3] = offices.try_into().unwrap();
    let design = Design {
        title: "調査".into(),
        area: "48201".into(),
        respondents: Selection::usual_respondents(),
        roster: Selection::usual_roster(),
        roster_size: 60,
        asked: Asked::default(),
        introduction: String::new(),
        consent: String::new(),
        contact: String::new(),
    };
    let survey = Survey { id: SurveyId(Uuid::from_u128(1)), design: design.clone() };
    let wave = Wave {
        id: WAVE,
        survey: survey.id,
        number: 1,
        opens_on: day("2026-04-01"),
        closes_on: day("2026-04-30"),
        state: WaveState::Open,
    };
    let mut write = world.store.begin("keeper").await.unwrap();
    survey::save(&mut write, &survey).await.unwrap();
    survey::save_wave(&mut write, &StoredWave { wave, design }).await.unwrap();
    let sheet = |at: usize| Sheet {
        id: SheetId(Uuid::from_u128(10 + at as u128)),
        wave: WAVE,
        office: offices[at],
        code: code(at as u8),
        roster: offices.iter().copied().filter(|office| *office != offices[at]).collect(),
        state: SheetState::Waiting,
    };
    sheet::make(&mut write, WAVE, &[sheet(0), sheet(1)]).await.unwrap();
    write.commit().await.unwrap();
    offices
}

fn change(seed: u8, rows: Vec<(OfficeId, Option<Star>)>, state: Option<SheetState>) -> Change {
    let way = Way::Web;
    Change {
        code: code(seed),
        way,
        rows,
        unlisted: None,
        state,
        consents: true,
        late: false,
        finished_at: None,
    }
}

async fn save(world: &World, change: &Change) -> sheet::StoredSheet {
    let mut write = world.store.begin("sheet").await.unwrap();
    let saved = sheet::save(&mut write, change).await.unwrap().unwrap();
    write.commit().await.unwrap();
    let stored = sheet::by_code(&mut world.read().await, &change.code).await.unwrap().unwrap();
    assert_eq!(saved.sheet, stored, "what is told is what is stored");
    stored
}

async fn a_sheet_keeps_its_answers_and_the_audit_does_not_say_them(world: World) {
    let [_, b, c] = asked(&world).await;
    let begun = save(&world, &change(0, vec![(b, Some(Star::default())), (c, Some(star()))], None)).await;
    assert_eq!((begun.sheet.state, begun.finished_at), (SheetState::Begun, None));
    let unlisted =
        Unlisted {
            name: "名簿にない".into(), place: "北町".into(), phone: String::new(), star: star()
        };
    let rest = Change {
        unlisted: Some(vec![unlisted.clone()]),
        ..change(0, vec![(b, None)], Some(SheetState::Finished))
    };
    let first = save(&world, &rest).await;
    let again = save(&world, &rest).await;
    assert_eq!(first.finished_at, again.finished_at, "finished once");
    let mut tx = world.read().await;
    let id = first.sheet.id;
    assert_eq!(sheet::reports_of_sheet(&mut tx, id).await.unwrap(), [(c, star())]);
    assert_eq!(sheet::reports_of_wave(&mut tx, WAVE).await.unwrap(), [(id, c, star())]);
    assert_eq!(sheet::unlisted(&mut tx, id).await.unwrap(), [unlisted]);
    let trail = audit::list(&mut tx, Some(id.0), 10).await.unwrap();
    assert_eq!(trail.len(), 3);
    for line in trail {
        let told = format!("{:?} {:?}", line.before, line.after);
        assert!(!told.contains(&c.to_string()) && !told.contains("名簿"), "{told}");
    }
    let mut write = world.store.begin("sheet").await.unwrap();
    assert!(sheet::save(&mut write, &change(9, vec![], None)).await.unwrap().is_none(), "no such sheet");
}

async fn what_is_withdrawn_is_deleted(world: World) {
    let [_, b, _] = asked(&world).await;
    save(&world, &change(0, vec![(b, Some(star()))], Some(SheetState::Finished))).await;
    let gone = save(&world, &change(0, vec![], Some(SheetState::Withdrawn))).await;
    assert_eq!((gone.sheet.state, gone.finished_at), (SheetState::Withdrawn, None));
    assert!(sheet::reports_of_wave(&mut world.read().await, WAVE).await.unwrap().is_empty());
}

async fn a_question_is_answered_once(world: World) {
    let [a, b, _] = asked(&world).await;
    let mut write = world.store.begin("sheet").await.unwrap();
    let said = |answer| Answered { reporter: a, partner: b, answer };
    assert!(tie::answer(&mut write, WAVE, said(Answer::Elsewhere)).await.unwrap());
    assert!(!tie::answer(&mut write, WAVE, said(Answer::Yes)).await.unwrap());
    write.commit().await.unwrap();
    assert_eq!(tie::answers(&mut world.read().await, WAVE).await.unwrap(), [said(Answer::Elsewhere)]);
}

async fn reports_and_sheets_follow_a_merge(world: World) {
    let [a, b, c] = asked(&world).await;
    save(&world, &change(0, vec![(b, Some(star())), (c, Some(Star::default()))], Some(SheetState::Finished)))
        .await;
    save(&world, &change(1, vec![(a, Some(star()))], Some(SheetState::Finished))).await;
    let statement = Statement {
        id: StatementId(Uuid::from_u128(7)),
        office: c,
        partner: b,
        star: star(),
        stated_on: day("2026-05-01"),
        ended_on: None,
        answer: Some((Answer::Yes, day("2026-05-02"))),
    };
    let mut write = world.store.begin("member").await.unwrap();
    tie::state(&mut write, "state_tie", &statement).await.unwrap();
    write.commit().await.unwrap();
    let mut write = world.store.begin("steward").await.unwrap();
    merge::merge(&mut write, c, b, None).await.unwrap();
    write.commit().await.unwrap();
    let mut tx = world.read().await;
    let sheets: Vec<OfficeId> =
        sheet::of_wave(&mut tx, WAVE).await.unwrap().iter().map(|stored| stored.sheet.office).collect();
    assert_eq!(sheets, [a, c]);
    let reports = sheet::reports_of_wave(&mut tx, WAVE).await.unwrap();
    let partners: Vec<OfficeId> = reports.iter().map(|(_, partner, _)| *partner).collect();
    assert!(!partners.contains(&b), "{partners:?}");
    let moved = tie::statements_of(&mut tx, c).await.unwrap();
    assert_eq!(
        (moved[0].office, moved[0].partner),
        (c, c),
        "nothing is lost; a tie with oneself is not shown"
    );
}

async fn a_forum_comes_back_as_it_was_written(world: World) {
    let [a, ..] = asked(&world).await;
    let member = |office, name: &str| Member {
        seat: "care_management".into(),
        office,
        name: name.into(),
        since: Some(day("2026-04-01")),
        until: None,
    };
    let first = Forum {
        id: ForumId(Uuid::from_u128(5)),
        area: "48201".into(),
        kind: "council".into(),
        name: "協議会".into(),
        note: String::new(),
        seats: Vec::new(),
        meetings: vec![day("2026-04-10")],
        members: vec![member(Some(a), ""), member(None, "患者会")],
    };
    let mut write = world.store.begin("council").await.unwrap();
    forum::save(&mut write, &first).await.unwrap();
    let second = Forum { members: vec![member(None, "患者会")], ..first.clone() };
    forum::save(&mut write, &second).await.unwrap();
    let taken = Forum { id: ForumId(Uuid::from_u128(6)), ..first.clone() };
    write.commit().await.unwrap();
    assert_eq!(forum::find(&mut world.read().await, first.id).await.unwrap(), Some(second));
    let mut write = world.store.begin("council").await.unwrap();
    assert!(forum::save(&mut write, &taken).await.unwrap_err().is_unique_violation());
    write.rollback().await.unwrap();
    let mut write = world.store.begin("council").await.unwrap();
    assert!(
        forum::remove(&mut write, first.id).await.unwrap()
            && !forum::remove(&mut write, first.id).await.unwrap()
    );
    write.commit().await.unwrap();
    assert!(forum::list(&mut world.read().await).await.unwrap().is_empty());
}
