//! The review queue: what the program does not decide by itself.

use crate::{
    backend::Tx,
    bulk::insert_rows,
    codec::{from_json, to_json},
    error::Result,
    import::NewReview,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::id::{ImportId, OfficeId, ReviewItemId};
use serde_json::json;
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
            "SELECT id, kind, state, offices, agree, differ, created_at FROM review_item WHERE state = ",
        );
        query.push_bind(OPEN);
        if let Some(kind) = kind {
            query.push(" AND kind = ").push_bind(kind.to_owned());
        }
        query.push(" AND id > ").push_bind(after.map_or(Uuid::nil(), |id| id.0));
        query.push(" ORDER BY id LIMIT ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(conn).await?
    });
    rows.into_iter()
        .map(|row| {
            Ok(Review {
                id: ReviewItemId(row.id),
                offices: from_json("review_item.offices", &row.offices)?,
                agree: from_json("review_item.agree", &row.agree)?,
                differ: from_json("review_item.differ", &row.differ)?,
                kind: row.kind,
                state: row.state,
                created_at: row.created_at,
            })
        })
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

/// Raises the questions of an import; one asked before is not asked again.
pub(crate) async fn raise(write: &mut Write, run: ImportId, reviews: &[NewReview]) -> Result<()> {
    let rows: Vec<(Uuid, &str, [String; 4])> = reviews
        .iter()
        .map(|review| {
            let mut sorted = review.offices.clone();
            sorted.sort_unstable();
            let texts = [
                to_json(&review.offices)?,
                to_json(&review.agree)?,
                to_json(&review.differ)?,
                format!("{} {}", review.kind, to_json(&sorted)?),
            ];
            Ok((write.next_id(), review.kind.as_str(), texts))
        })
        .collect::<Result<_>>()?;
    let at = write.now();
    let mut pen = write.pen(Trace::part_of_another()).await?;
    insert_rows!(
        pen,
        "INSERT INTO review_item (id, kind, state, offices, agree, differ, fingerprint, run_id, created_at) ",
        9,
        &rows,
        |row, (id, kind, [offices, agree, differ, fingerprint])| {
            row.push_bind(*id)
                .push_bind(*kind)
                .push_bind(OPEN)
                .push_bind(offices)
                .push_bind(agree)
                .push_bind(differ)
                .push_bind(fingerprint)
                .push_bind(run.0)
                .push_bind(at);
        },
        " ON CONFLICT (fingerprint) DO NOTHING"
    );
    Ok(())
}
