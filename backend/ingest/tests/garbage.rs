//! Whatever is handed in, every row is accounted for and nothing falls over.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use hoshizu_catalog::{edition::Edition, progress::Silent};
use hoshizu_ingest::{Gazetteer, Hints, Limits, OpenError, from_bytes, read, recognise};
use proptest::prelude::*;
use std::io::Write;

const HEADERS: [&str; 5] = [
    "都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,緯度,経度,電話番号,事業所番号,利用可能曜日,定員,URL",
    "全国地方公共団体コード,ID,名称,所在地_連結表記,緯度,経度,電話番号",
    "pref,city,town,koaza,lat,lon",
    "pref,hokensha,lgcode,age65_74,age75_84,age85plus",
    "pid,pref,cid,city,citykana,lat,lng,lgcode",
];

fn swallow(name: &str, bytes: Vec<u8>) {
    let Ok(opened) = from_bytes(name, bytes, &Limits::default()) else { return };
    let hints =
        Hints { mappings: &[], mapping: None, edition: None, today: Edition::parse("2026-11-23").unwrap() };
    for file in opened.files {
        let Ok(bytes) = file.bytes() else { continue };
        let Ok(recognition) = recognise(&file, &bytes, &hints) else { continue };
        if let Ok(parsed) = read(&file, &bytes, &recognition, &Gazetteer::default(), &Silent) {
            assert!(parsed.accounts_for_every_row(), "{:?}", recognition.kind);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_of_garbage_under_a_known_header_are_all_accounted_for(
        header in prop::sample::select(HEADERS.to_vec()),
        body in "([\"',\n\r\t 0-9A-Za-z.－ー−０-９ほし居宅介護支援星見県市町村区郡\u{fffd}]{0,12}[,\n]){0,60}",
    ) {
        swallow("x.csv", format!("{header}\n{body}").into_bytes());
    }

    #[test]
    fn bytes_of_any_kind_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..2_000), head in 0..6_usize) {
        let heads: [&[u8]; 6] = [b"", b"PK\x03\x04", &[0x1f, 0x8b], b"{\"features\":[", &[0, 0, 0x27, 0x0a], &[0xff, 0xfe]];
        swallow("x.csv", [heads[head], &bytes].concat());
    }
}

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn an_archive_that_expands_a_thousandfold_is_refused() {
    let bomb = zipped(&[("a.csv", &vec![b'0'; 64 << 20])]);
    let limits = Limits { ratio_floor: 1 << 20, ..Limits::default() };
    let refused = from_bytes("bomb.zip", bomb, &limits);
    assert!(matches!(refused, Err(OpenError::TooLarge { .. })), "{refused:?}");
}

#[test]
fn names_that_climb_out_of_an_archive_are_only_names() {
    let inner = zipped(&[("b.csv", b"x,y\n")]);
    let archive =
        zipped(&[("../../../etc/a.csv", b"x,y\n1,2\n"), ("deep/inner.zip", &inner), ("LICENSE", b"text")]);
    let opened = from_bytes("../up.zip", archive, &Limits::default()).unwrap();
    let labels: Vec<&str> = opened.files.iter().map(|file| file.label.as_str()).collect();
    assert_eq!(labels, ["up.zip/../../../etc/a.csv", "up.zip/deep/inner.zip/b.csv"]);
    assert_eq!(opened.files[1].bytes().unwrap(), b"x,y\n");
    assert_eq!(opened.skipped.len(), 1);
}
