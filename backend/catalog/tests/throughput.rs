//! How fast folding is; run by hand: `cargo test --release -p hoshizu-catalog --test throughput -- --ignored --nocapture`.

use hoshizu_catalog::{fold, system::System, taxonomy::ServiceType};
use std::{hint::black_box, time::Instant};

const FIELDS: [&str; 6] = [
    "社会福祉法人ひまわり会　ひまわりデイサービスセンター",
    "ヒマワリデイサービスセンター",
    "社会福祉法人ひまわり会",
    "大阪府枚方市東香里南町７番３号　さくらビル２階",
    "地域密着型通所介護 認知症対応型通所介護 デイサービス デイ",
    "072-854-6800",
];

fn measure(name: &str, times: usize, run: impl Fn(&str)) {
    run("the tables are built by the first call");
    let start = Instant::now();
    for field in FIELDS.iter().cycle().take(FIELDS.len() * times) {
        run(field);
    }
    let seconds = start.elapsed().as_secs_f64();
    let bytes = FIELDS.iter().map(|field| field.len()).sum::<usize>() * times;
    let calls = (FIELDS.len() * times) as f64;
    eprintln!("{name}: {:.0} MB/s, {:.0} ns a call", bytes as f64 / seconds / 1e6, seconds / calls * 1e9);
}

#[test]
#[ignore = "a measurement, only of worth in a release build"]
fn folding_of_six_fields() {
    let times = 200_000;
    measure("text", times, |s| drop(black_box(fold::text(s))));
    measure("base", times, |s| drop(black_box(fold::base(s))));
    measure("text_with_offsets", times, |s| drop(black_box(fold::text_with_offsets(s))));
    measure("reading_key", times, |s| drop(black_box(fold::reading_key(s))));
    measure("address", times / 10, |s| drop(black_box(fold::address(s))));
    measure("core_name", times / 10, |s| drop(black_box(fold::core_name(s))));
    measure("phone", times, |s| drop(black_box(fold::phone(s))));
    measure("from_official", times, |s| {
        black_box(ServiceType::from_official(&[System::Care], s));
    });
}
