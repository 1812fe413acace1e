//! Several writers at once.

use crate::{
    fixture::{World, listing},
    on_each_backend,
};
use hoshizu_store::{correction, health, outbox, setting};
use std::collections::BTreeSet;

const KAIGO: &str = "kaigo:430";

on_each_backend!(
    concurrent_writers_queue_and_a_follower_of_the_outbox_misses_nothing,
    a_reader_is_not_held_up_by_a_writer,
);

async fn concurrent_writers_queue_and_a_follower_of_the_outbox_misses_nothing(world: World) {
    const WRITERS: usize = 8;
    const TIMES: usize = 5;
    let file: Vec<_> = (0..WRITERS).map(|n| listing(&n.to_string(), &format!("あおば{n}"))).collect();
    let start = world.import(KAIGO, "2025-12", &file).await.sequence;
    let mut tasks = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let (store, id) = (world.store.clone(), world.office_of(KAIGO, &writer.to_string()).await);
        tasks.spawn(async move {
            for time in 0..TIMES {
                let mut write = store.begin("writer").await.unwrap();
                let phone = format!("072-{writer:03}-{time:04}");
                correction::add(&mut write, id, "phone", &phone, None).await.unwrap();
                // Another's turn in the middle of the write: an order given before the commit would show here.
                tokio::task::yield_now().await;
                write.commit().await.unwrap();
            }
        });
    }
    // A follower that never looks back, as the indexer.
    let (mut reached, mut followed) = (start, BTreeSet::new());
    let mut running = true;
    while running {
        running = !tasks.is_empty() && {
            let _ = tokio::time::timeout(std::time::Duration::from_millis(2), async {
                if let Some(done) = tasks.join_next().await {
                    done.unwrap();
                }
            })
            .await;
            true
        };
        for entry in outbox::after(&mut world.read().await, reached, 100).await.unwrap() {
            reached = entry.seq;
            followed.insert(entry.seq);
        }
    }
    let mut tx = world.read().await;
    let all: BTreeSet<i64> =
        outbox::after(&mut tx, start, 10_000).await.unwrap().into_iter().map(|entry| entry.seq).collect();
    assert_eq!(all.len(), WRITERS * TIMES);
    assert_eq!(followed, all);
    drop(tx);
    assert!(health::check(&world.store).await.unwrap().is_sound());
}

async fn a_reader_is_not_held_up_by_a_writer(world: World) {
    let mut write = world.store.begin("slow").await.unwrap();
    setting::set(&mut write, "colour", "blue").await.unwrap();
    let read = async { setting::get(&mut world.read().await, "colour").await.unwrap() };
    let found = tokio::time::timeout(std::time::Duration::from_secs(5), read).await.unwrap();
    assert_eq!(found, None);
    drop(write);
    assert_eq!(
        setting::get(&mut world.read().await, "colour").await.unwrap(),
        None,
        "a dropped write is undone"
    );
}
