//! The index follows the database: rebuild, change, delete, reopen, a second process.

#![allow(clippy::unwrap_used, reason = "helpers of tests stand outside #[test] functions")]

use hoshizu_catalog::progress::{Progress, Silent};
use hoshizu_search::{Document, Error, Index, Query};
use uuid::Uuid;

fn document(number: u128, name: &str) -> Document {
    Document {
        id: Uuid::from_u128(number),
        name: name.into(),
        card: format!("{{\"name\":\"{name}\"}}").into_bytes(),
        ..Document::default()
    }
}

fn total(index: &Index, q: &str) -> u64 {
    index.search(&Query { q: q.into(), ..Query::default() }).unwrap().total
}

#[test]
fn what_is_applied_is_found_and_what_is_deleted_is_gone() {
    let index = Index::in_memory().unwrap();
    assert!(index.is_empty());
    let documents = vec![document(1, "ひまわり園"), document(2, "すみれ園"), document(3, "さくら荘")];
    assert_eq!(index.rebuild(documents.into_iter(), 5, &Silent).unwrap(), 3);
    assert_eq!((index.len(), index.sequence(), total(&index, "ひまわり")), (3, 5, 1));
    let before = index.generation();
    index.apply(vec![document(1, "たんぽぽ園"), document(4, "つばさ荘")], &[Uuid::from_u128(2)], 9).unwrap();
    assert!(index.generation() > before);
    assert_eq!((index.len(), index.sequence()), (3, 9));
    assert_eq!(total(&index, "ひまわり"), 0);
    assert_eq!((total(&index, "たんぽぽ"), total(&index, "つばさ"), total(&index, "すみれ")), (1, 1, 0));
    let answer = index.search(&Query { q: "荘".into(), ..Query::default() }).unwrap();
    assert_eq!(answer.total, 2);
    assert_eq!(answer.hits[0].card, "{\"name\":\"さくら荘\"}".as_bytes());
}

#[test]
fn many_small_changes_leave_one_truth() {
    let index = Index::in_memory().unwrap();
    index.rebuild((0..50).map(|n| document(n, &format!("星{n}番館"))), 1, &Silent).unwrap();
    for round in 0..12 {
        index
            .apply(vec![document(round, &format!("月{round}番館"))], &[Uuid::from_u128(40 + round % 4)], 2)
            .unwrap();
    }
    assert_eq!((total(&index, "番館"), total(&index, "月"), index.len()), (46, 12, 46));
}

#[test]
fn an_index_reopens_with_its_content_and_a_second_process_sees_changes() {
    let dir = tempfile::tempdir().unwrap();
    let first = Index::open(dir.path()).unwrap();
    first.rebuild((0..20).map(|n| document(n, "ひまわり")), 7, &Silent).unwrap();
    let second = Index::open(dir.path()).unwrap();
    assert_eq!((second.len(), second.sequence(), total(&second, "ひまわり")), (20, 7, 20));
    assert!(!second.refresh().unwrap());
    first.apply(Vec::new(), &[Uuid::from_u128(3)], 8).unwrap();
    assert_eq!(second.len(), 20, "until it looks");
    assert!(second.refresh().unwrap());
    assert_eq!((second.len(), second.sequence(), total(&second, "ひまわり")), (19, 8, 19));
}

#[test]
fn files_that_are_no_index_of_this_layout_give_an_empty_one() {
    let dir = tempfile::tempdir().unwrap();
    let mut schema = tantivy::schema::Schema::builder();
    schema.add_text_field("old", tantivy::schema::TEXT);
    tantivy::Index::create_in_dir(dir.path(), schema.build()).unwrap();
    let index = Index::open(dir.path()).unwrap();
    assert_eq!((index.is_empty(), index.sequence()), (true, 0));
}

struct StopAtOnce;

impl Progress for StopAtOnce {
    fn phase(&self, _: &'static str, _: u64) {}
    fn advance(&self, _: u64) {}
    fn is_cancelled(&self) -> bool {
        true
    }
}

#[test]
fn a_stopped_rebuild_leaves_the_old_content() {
    let index = Index::in_memory().unwrap();
    index.rebuild((0..5).map(|n| document(n, "ひまわり")), 1, &Silent).unwrap();
    let stopped = index.rebuild((0..9).map(|n| document(n, "すみれ")), 2, &StopAtOnce);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!((total(&index, "ひまわり"), index.sequence()), (5, 1));
    index.apply(vec![document(9, "すみれ")], &[], 3).unwrap();
    assert_eq!((total(&index, "ひまわり"), total(&index, "すみれ")), (5, 1));
}
