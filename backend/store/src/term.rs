//! 特長 an installation has added, and the shelf lives it has changed: settings that the files of the program precede.

use crate::{
    backend::Tx,
    codec::{from_json, to_json},
    error::Result,
    setting,
    write::{Audit, Entity, Trace, Write},
};
use hoshizu_catalog::{
    freshness::{Group, ShelfLives},
    terms::{self, Term},
};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

const STRENGTHS: &str = "strengths";
const SHELF_LIVES: &str = "shelf_lives";

/// 特長 added here.
pub async fn added(tx: &mut Tx) -> Result<Vec<Term>> {
    match setting::get(tx, STRENGTHS).await? {
        Some(text) => from_json("setting.strengths", &text),
        None => Ok(Vec::new()),
    }
}

/// Every 特長 of this installation.
pub async fn strengths(tx: &mut Tx) -> Result<Vec<Term>> {
    Ok(terms::with_added(&added(tx).await?))
}

/// Replaces the 特長 added here.
pub async fn set_added(write: &mut Write, added: &[Term]) -> Result<()> {
    let before = self::added(write.tx()).await?;
    let audit = Audit {
        action: "set_strengths",
        entity: Entity::Setting,
        id: None,
        before: Some(json!(before)),
        after: Some(json!(added)),
    };
    // Names and words of terms stand in the index with every office, as those of areas do: all of it is written anew.
    write.pen(Trace::of(vec![audit], vec![(Entity::Area, Uuid::nil())])).await?;
    setting::set(write, STRENGTHS, &to_json(&added)?).await
}

/// Shelf lives of this installation.
pub async fn shelf_lives(tx: &mut Tx) -> Result<ShelfLives> {
    let mut lives = ShelfLives::default();
    if let Some(text) = setting::get(tx, SHELF_LIVES).await? {
        for (code, days) in from_json::<BTreeMap<String, u32>>("setting.shelf_lives", &text)? {
            if let Some(group) = Group::from_code(&code) {
                lives.set(group, days);
            }
        }
    }
    Ok(lives)
}

/// Sets the shelf lives of this installation.
pub async fn set_shelf_lives(write: &mut Write, lives: &ShelfLives) -> Result<()> {
    let by_code = |lives: &ShelfLives| -> BTreeMap<&str, u32> {
        Group::ALL.into_iter().map(|group| (group.code(), lives.days(group))).collect()
    };
    let before = shelf_lives(write.tx()).await?;
    let audit = Audit {
        action: "set_shelf_lives",
        entity: Entity::Setting,
        id: None,
        before: Some(json!(by_code(&before))),
        after: Some(json!(by_code(lives))),
    };
    write.pen(Trace::audit(audit)).await?;
    setting::set(write, SHELF_LIVES, &to_json(&by_code(lives))?).await
}
