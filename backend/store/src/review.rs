//! The review queue: what the program does not decide by itself.

pub mod conflict;

use crate::{
    backend::Tx,
    bulk::{insert_rows, select_in},
    codec::{from_json, to_json},
    error::Result,
    import::NewReview,
    pin,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::id::{ImportId, OfficeId, ReviewItemId};
use serde_json::{Value, json};
use std::collections::HashSet;
use time::OffsetDateTime;
use uuid::Uuid;

/// State of an item nobody has decided.
pub const OPEN: &str = "open";

/// A question about offices.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Identity.
    pub id: ReviewItemId,
    /// `match_candidate`, `conflict`, ….
    pub kind: String,
    /// [`OPEN`], or what was decided.
    pub state: String,
    /// The offices it is about.
    pub offices: Vec<OfficeId>,
    /// Fields in which they agree.
    pub agree: Vec<String>,
    /// Fields in which they differ.
    pub differ: Vec<String>,
    /// When it was raised.
    pub created_at: OffsetDateTime,
    /// Of a suggestion: field, old and new value, note, contact of who suggests.
    pub payload: Option<Value>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    state: String,
    offices: String,
    agree: String,
    differ: String,
    created_at: OffsetDateTime,
    payload: Option<String>,
}

impl Row {
    fn read(self) -> Result<Review> {
        Ok(Review {
            id: ReviewItemId(self.id),
            offices: from_json("review_item.offices", &self.offices)?,
            agree: from_json("review_item.agree", &self.agree)?,
            differ: from_json("review_item.differ", &self.differ)?,
            kind: self.kind,
            state: self.state,
            created_at: self.created_at,
            payload: self.payload.map(|text| from_json("review_item.payload", &text)).transpose()?,
        })
    }
}

/// Open items, oldest first, after the one given.
pub async fn list(
    tx: &mut Tx,
    kind: Option<&str>,
    after: Option<ReviewItemId>,
    limit: u32,
) -> Result<Vec<Review>> {
    let rows: Vec<Row> = each_backend!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::<Db>::new(
            "SELECT id, kind, state, offices, agree, differ, created_at, payload FROM review_item WHERE state = ",
        );
        query.push_bind(OPEN);
        if let Some(kind) = kind {
            query.push(" AND kind = ").push_bind(kind.to_owned());
        }
        query.push(" AND id > ").push_bind(after.map_or(Uuid::nil(), |id| id.0));
        query.push(" ORDER BY id LIMIT ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(conn).await?
    });
    rows.into_iter().map(Row::read).collect()
}

/// One item, open or decided.
pub async fn find(tx: &mut Tx, id: ReviewItemId) -> Result<Option<Review>> {
    Ok(many(tx, &[id]).await?.pop())
}

/// These items in the order of their ids; unknown ones are left out.
pub async fn many(tx: &mut Tx, ids: &[ReviewItemId]) -> Result<Vec<Review>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = select_in!(
        tx,
        Row,
        "SELECT id, kind, state, offices, agree, differ, created_at, payload FROM review_item WHERE id IN",
        ids,
        " ORDER BY id"
    );
    rows.into_iter().map(Row::read).collect()
}

/// Every open item: id, kind, offices. Twenty thousand of them are read in 50 ms.
pub async fn open(tx: &mut Tx) -> Result<Vec<(ReviewItemId, String, Vec<OfficeId>)>> {
    let rows: Vec<(Uuid, String, String)> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT id, kind, offices FROM review_item WHERE state = 'open' ORDER BY id"
    )
    .fetch_all(conn)
    .await)?;
    rows.into_iter()
        .map(|(id, kind, offices)| Ok((ReviewItemId(id), kind, from_json("review_item.offices", &offices)?)))
        .collect()
}

/// How many items are open, of one kind or of all.
pub async fn count(tx: &mut Tx, kind: Option<&str>) -> Result<u64> {
    let count: i64 = each_backend!(tx, |conn| {
        let mut query = sqlx::QueryBuilder::<Db>::new("SELECT count(*) FROM review_item WHERE state = ");
        query.push_bind(OPEN);
        if let Some(kind) = kind {
            query.push(" AND kind = ").push_bind(kind.to_owned());
        }
        query.build_query_scalar().fetch_one(conn).await?
    });
    Ok(count.cast_unsigned())
}

/// Takes an open item off the queue with what was decided (`same`, `different`, …); `false` when it is not open.
pub async fn decide(write: &mut Write, id: ReviewItemId, state: &str) -> Result<bool> {
    let open: Option<String> = each_backend!(write.tx(), |conn| sqlx::query_scalar(
        "SELECT state FROM review_item WHERE id = $1 AND state = 'open'"
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await)?;
    if open.is_none() {
        return Ok(false);
    }
    let audit = Audit {
        action: "decide",
        entity: Entity::Review,
        id: Some(id.0),
        before: Some(json!({ "state": OPEN })),
        after: Some(json!({ "state": state })),
    };
    let mut pen = write.pen(Trace::audit(audit)).await?;
    each_backend!(pen, |conn| sqlx::query("UPDATE review_item SET state = $2 WHERE id = $1")
        .bind(id.0)
        .bind(state)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(true)
}

/// A question to be asked once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// `match_candidate`, `duplicate`, `conflict`, ….
    pub kind: String,
    /// The offices it is about.
    pub offices: Vec<OfficeId>,
    /// Fields in which they agree.
    pub agree: Vec<String>,
    /// Fields in which they differ.
    pub differ: Vec<String>,
    /// A question with the same one is not asked again, also after it was answered.
    pub fingerprint: String,
}

impl Question {
    /// Whether two offices are one; asked once a kind.
    pub fn of_pair(kind: &str, offices: [OfficeId; 2], agree: Vec<String>, differ: Vec<String>) -> Self {
        Self {
            kind: kind.to_owned(),
            fingerprint: pair_fingerprint(kind, offices),
            offices: offices.to_vec(),
            agree,
            differ,
        }
    }
}

fn pair_fingerprint(kind: &str, offices: [OfficeId; 2]) -> String {
    let [a, b] = offices;
    format!("{kind} [\"{}\",\"{}\"]", a.min(b), a.max(b))
}

/// Raises the questions of an import; one asked before is not asked again.
pub(crate) async fn raise(write: &mut Write, run: ImportId, reviews: &[NewReview]) -> Result<()> {
    let offices: Vec<OfficeId> = reviews.iter().flat_map(|review| review.offices.iter().copied()).collect();
    let distinct = pin::distinct_of(write.tx(), &offices).await?;
    let mut questions = Vec::with_capacity(reviews.len());
    for review in reviews {
        let mut sorted = review.offices.clone();
        sorted.sort_unstable();
        if matches!(sorted[..], [a, b] if distinct.contains(&(a, b))) {
            continue;
        }
        questions.push(Question {
            kind: review.kind.clone(),
            offices: review.offices.clone(),
            agree: review.agree.clone(),
            differ: review.differ.clone(),
            fingerprint: format!("{} {}", review.kind, to_json(&sorted)?),
        });
    }
    ask(write, Some(run), &questions).await.map(|_| ())
}

/// Asks whether these pairs are one office, where nobody has said so or been asked; returns how many are new.
pub async fn ask_about_pairs(write: &mut Write, pairs: &[Question]) -> Result<u64> {
    let offices: Vec<OfficeId> = pairs.iter().flat_map(|pair| pair.offices.iter().copied()).collect();
    let distinct = pin::distinct_of(write.tx(), &offices).await?;
    let as_candidates: Vec<String> = pairs
        .iter()
        .filter_map(|pair| <[OfficeId; 2]>::try_from(pair.offices.as_slice()).ok())
        .map(|pair| pair_fingerprint("match_candidate", pair))
        .collect();
    let asked: HashSet<String> = select_in!(
        write.tx(),
        (String,),
        "SELECT fingerprint FROM review_item WHERE fingerprint IN",
        as_candidates,
        ""
    )
    .into_iter()
    .map(|(fingerprint,)| fingerprint)
    .collect();
    let open: Vec<Question> = pairs
        .iter()
        .filter(|pair| match pair.offices[..] {
            [a, b] => {
                !distinct.contains(&(a, b)) && !asked.contains(&pair_fingerprint("match_candidate", [a, b]))
            }
            _ => false,
        })
        .cloned()
        .collect();
    ask(write, None, &open).await
}

async fn ask(write: &mut Write, run: Option<ImportId>, questions: &[Question]) -> Result<u64> {
    let rows: Vec<(Uuid, &Question, [String; 3])> = questions
        .iter()
        .map(|question| {
            let texts = [to_json(&question.offices)?, to_json(&question.agree)?, to_json(&question.differ)?];
            Ok((write.next_id(), question, texts))
        })
        .collect::<Result<_>>()?;
    let before = count(write.tx(), None).await?;
    let at = write.now();
    let mut pen = write.pen(Trace::part_of_another()).await?;
    insert_rows!(
        pen,
        "INSERT INTO review_item (id, kind, state, offices, agree, differ, fingerprint, run_id, created_at) ",
        9,
        &rows,
        |row, (id, question, [offices, agree, differ])| {
            row.push_bind(*id)
                .push_bind(&question.kind)
                .push_bind(OPEN)
                .push_bind(offices)
                .push_bind(agree)
                .push_bind(differ)
                .push_bind(&question.fingerprint)
                .push_bind(run.map(|run| run.0))
                .push_bind(at);
        },
        " ON CONFLICT (fingerprint) DO NOTHING"
    );
    Ok(count(write.tx(), None).await?.saturating_sub(before))
}
