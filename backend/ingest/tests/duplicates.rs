//! How long looking for duplicates takes; run by hand in release: `cargo test --release -p hoshizu-ingest --test
//! duplicates -- --ignored --nocapture`.

use hoshizu_catalog::id::OfficeId;
use hoshizu_ingest::duplicates::{Known, find};
use std::{collections::HashSet, time::Instant};
use uuid::Uuid;

/// A country of offices, every hundredth stored twice with another telephone.
fn country(count: u128) -> Vec<Known> {
    (0..count)
        .map(|n| {
            let same = if n % 100 == 99 { n - 1 } else { n };
            let name = format!("社会福祉法人星の会 あおば居宅介護支援事業所{same}");
            let address =
                format!("星見県星見市中央{}丁目{}番{}号", same % 97 + 1, same / 97 % 89 + 1, same % 83 + 1);
            let phone = format!("099-{:03}-{:04}", n / 10_000, n % 10_000);
            let datasets = ["municipal:facility".to_owned()];
            Known::new(
                OfficeId(Uuid::from_u128(n + 1)),
                (&name, "社会福祉法人星の会"),
                &address,
                &phone,
                &[],
                &datasets,
            )
        })
        .collect()
}

#[test]
#[ignore = "measures, and asserts only what it found"]
fn two_hundred_thousand_offices_are_looked_through() {
    let begin = Instant::now();
    let known = country(200_000);
    eprintln!("hashed: {:.2?}", begin.elapsed());
    let begin = Instant::now();
    let pairs = find(&known, None);
    eprintln!("all: {} pairs in {:.2?}", pairs.len(), begin.elapsed());
    assert_eq!(pairs.len(), 2_000);
    let touched = HashSet::from([pairs[7].offices[0]]);
    let begin = Instant::now();
    assert_eq!(find(&known, Some(&touched)).len(), 1);
    eprintln!("one touched: {:.2?}", begin.elapsed());
}
