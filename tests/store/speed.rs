//! How long an import takes; run by hand in release: `cargo test --release -p hoshizu-tests --test store speed --
//! --ignored --nocapture`. `HOSHIZU_SPEED_ROWS` sets the number of rows.

use crate::fixture::{World, listing, organization};
use hoshizu_catalog::listing::Listing;
use hoshizu_store::{area, health, identity, office};
use std::time::Instant;

/// Listings as long as those of the official file: 1.1 kB of JSON, three offices an organization.
fn rows(count: usize) -> Vec<Listing> {
    (0..count)
        .map(|n| {
            let mut row = listing(&format!("{n:010}"), &format!("あおば居宅介護支援事業所{n}"));
            row.kana = Some("あおばきょたくかいごしえんじぎょうしょ".to_owned());
            row.organization = Some(organization(&format!("社会福祉法人星の会{}", n / 3), None));
            row.url = Some(format!("https://example.jp/office/{n}"));
            row.fax = Some("072-841-1222".to_owned());
            row.schedule.weekday = Some("09:00-17:00".to_owned());
            row.schedule.remarks = Some("年末年始（12月29日から1月3日まで）を除く".to_owned());
            row
        })
        .collect()
}

async fn measure(world: World) {
    let count = std::env::var("HOSHIZU_SPEED_ROWS").ok().and_then(|n| n.parse().ok()).unwrap_or(36_491);
    let file = rows(count);
    let name = world.store.backend();
    for (what, edition) in
        [("new", "2025-12"), ("again", "2025-12"), ("next edition, all unchanged", "2026-06")]
    {
        let start = Instant::now();
        let plan = world.plan("kaigo:430", edition, &file).await;
        let planned = start.elapsed();
        let start = Instant::now();
        let outcome =
            hoshizu_store::import::apply(&world.store, "import", plan, &hoshizu_catalog::progress::Silent)
                .await;
        eprintln!(
            "{name}: {count} rows {what}: planned {planned:.2?}, written {:.2?} {outcome:?}",
            start.elapsed()
        );
    }
    let start = Instant::now();
    let mut tx = world.read().await;
    let tree = area::Tree::load(&mut tx).await.unwrap();
    let (mut seen, mut after) = (0, None);
    loop {
        let batch = office::documents(&mut tx, &tree, after, 1_000).await.unwrap();
        let Some(last) = batch.last() else { break };
        after = Some(last.office.id);
        seen += batch.len();
    }
    eprintln!("{name}: {seen} documents {:.2?}", start.elapsed());
    let start = Instant::now();
    let (mut seen, mut after) = (0, None);
    loop {
        let batch = identity::batch(&mut tx, after, 5_000).await.unwrap();
        let Some(last) = batch.last() else { break };
        after = Some(last.office);
        seen += batch.len();
    }
    eprintln!("{name}: {seen} identities {:.2?}", start.elapsed());
    drop(tx);
    assert!(health::check(&world.store).await.unwrap().is_sound());
}

mod sqlite {
    #[tokio::test]
    #[ignore = "a measurement"]
    async fn import() {
        super::measure(crate::fixture::World::sqlite().await).await;
    }
}

mod postgres {
    #[tokio::test]
    #[ignore = "a measurement"]
    async fn import() {
        if let Some(world) = crate::fixture::World::postgres().await {
            super::measure(world).await;
        }
    }
}
