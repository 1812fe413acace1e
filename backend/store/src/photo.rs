//! The picture of an office's entrance: a JPEG we encoded ourselves.

use crate::{
    backend::Tx,
    error::{Result, StoreError},
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::id::OfficeId;
use serde_json::json;
use sha2::{Digest as _, Sha256};

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// JPEG without metadata.
    pub jpeg: Vec<u8>,
}

impl Photo {
    /// A picture with its digest.
    pub fn new(width: u32, height: u32, jpeg: Vec<u8>) -> Self {
        Self { digest: Sha256::digest(&jpeg).into(), width, height, jpeg }
    }
}

/// The picture of an office.
pub async fn find(tx: &mut Tx, office: OfficeId) -> Result<Option<Photo>> {
    let row: Option<(Vec<u8>, i64, i64, Vec<u8>)> = each_backend!(tx, |conn| sqlx::query_as(
        "SELECT digest, width, height, jpeg FROM photo WHERE office_id = $1"
    )
    .bind(office.0)
    .fetch_optional(conn)
    .await)?;
    let Some((digest, width, height, jpeg)) = row else { return Ok(None) };
    let digest = digest.try_into().ok().ok_or_else(|| StoreError::corrupt("photo.digest", office))?;
    Ok(Some(Photo { digest, width: width as u32, height: height as u32, jpeg }))
}

/// Digest and size of the picture, without its bytes.
pub async fn head(tx: &mut Tx, office: OfficeId) -> Result<Option<(Vec<u8>, i64, i64)>> {
    Ok(each_backend!(tx, |conn| sqlx::query_as(
        "SELECT digest, width, height FROM photo WHERE office_id = $1"
    )
    .bind(office.0)
    .fetch_optional(conn)
    .await)?)
}

/// Puts a picture in place of the one before.
pub async fn put(write: &mut Write, office: OfficeId, photo: &Photo) -> Result<()> {
    let audit = Audit {
        action: "set_photo",
        entity: Entity::Office,
        id: Some(office.0),
        before: None,
        after: Some(json!({ "width": photo.width, "height": photo.height, "bytes": photo.jpeg.len() })),
    };
    let (actor, at) = (write.actor().to_owned(), write.now());
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Office, office.0)])).await?;
    each_backend!(pen, |conn| {
        sqlx::query(
        "INSERT INTO photo (office_id, digest, width, height, jpeg, taken_by, taken_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (office_id) DO UPDATE SET digest = excluded.digest, \
         width = excluded.width, height = excluded.height, jpeg = excluded.jpeg, taken_by = excluded.taken_by, \
         taken_at = excluded.taken_at"
    )
    .bind(office.0)
    .bind(photo.digest.as_slice())
    .bind(i64::from(photo.width))
    .bind(i64::from(photo.height))
    .bind(photo.jpeg.as_slice())
    .bind(actor)
    .bind(at)
    .execute(conn)
    .await
    .map(|_| ())
    })?;
    Ok(())
}

/// Takes the picture away; `false` when there was none.
pub async fn remove(write: &mut Write, office: OfficeId) -> Result<bool> {
    if head(write.tx(), office).await?.is_none() {
        return Ok(false);
    }
    let audit = Audit {
        action: "remove_photo",
        entity: Entity::Office,
        id: Some(office.0),
        before: None,
        after: None,
    };
    let mut pen = write.pen(Trace::of(vec![audit], vec![(Entity::Office, office.0)])).await?;
    each_backend!(pen, |conn| sqlx::query("DELETE FROM photo WHERE office_id = $1")
        .bind(office.0)
        .execute(conn)
        .await
        .map(|_| ()))?;
    Ok(true)
}
