//! Store tests: the same stories on SQLite and on PostgreSQL.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod accounts;
mod concurrency;
mod corrections;
mod entries;
mod fixture;
mod gap_notes;
mod history;
mod imports;
mod merging;
mod moderation;
mod nouns;
mod nurse_desks;
mod organizations;
mod reference;
mod schema;
mod speed;
mod surveys;

/// Makes of each story a test on either back end.
macro_rules! on_each_backend {
    ($($story:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $story() {
                super::$story(crate::fixture::World::sqlite().await).await;
            })+
        }
        mod postgres {
            $(#[tokio::test]
            async fn $story() {
                if let Some(world) = crate::fixture::World::postgres().await {
                    super::$story(world).await;
                }
            })+
        }
    };
}
use on_each_backend;
