//! Rows we wrote that repeat the faults of the official files, read in every encoding they come in.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

use hoshizu_catalog::{
    area::{Area, AreaKind, Town},
    edition::Edition,
    listing::{Listing, MarkKind},
    position::{Position, Precision},
    progress::Silent,
};
use hoshizu_ingest::{
    Batch, Gazetteer, Hints, Kind, Limits, Mapping, OpenDataSet, Parsed, ReadError, SourceFile, from_bytes,
    read, recognise,
};

const KAIGO_HEADER: &str = "都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,方書（ビル名等）,緯度,経度,電話番号,FAX番号,法人番号,法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員,URL,高齢者の方と障害者の方が同時一体的に利用できるサービス,介護保険の通常の指定基準を満たしている,障害福祉の通常の指定基準を満たしている,備考";

const WAMNET_HEADER: &str = "\"都道府県コード又は市区町村コード\",\"NO（※システム内の固有の番号、連番）\",\"指定機関名\",\"法人の名称\",\"法人の名称_かな\",\"法人番号\",\"法人住所（市区町村）\",\"法人住所（番地以降）\",\"法人電話番号\",\"法人FAX番号\",\"法人URL\",\"サービス種別\",\"事業所の名称\",\"事業所の名称_かな\",\"事業所番号\",\"事業所住所（市区町村）\",\"事業所住所（番地以降）\",\"事業所電話番号\",\"事業所FAX番号\",\"事業所URL\",\"事業所緯度\",\"事業所経度\",\"利用可能な時間帯（平日）\",\"利用可能な時間帯（土曜）\",\"利用可能な時間帯（日曜）\",\"利用可能な時間帯（祝日）\",\"定休日\",\"利用可能曜日特記事項（留意事項）\",\"定員\"";

fn hints() -> Hints<'static> {
    Hints { mappings: &[], mapping: None, edition: None, today: Edition::parse("2026-11-23").unwrap() }
}

fn upload(name: &str, bytes: Vec<u8>) -> (SourceFile, Vec<u8>) {
    let file = from_bytes(name, bytes, &Limits::default()).unwrap().files.remove(0);
    let bytes = file.bytes().unwrap();
    (file, bytes)
}

fn parse(name: &str, bytes: Vec<u8>, gazetteer: &Gazetteer) -> (Kind, Parsed) {
    let (file, bytes) = upload(name, bytes);
    let recognition = recognise(&file, &bytes, &hints()).unwrap();
    let parsed = read(&file, &bytes, &recognition, gazetteer, &Silent).unwrap();
    assert!(parsed.accounts_for_every_row());
    (recognition.kind, parsed)
}

fn listings(name: &str, text: &str, gazetteer: &Gazetteer) -> Batch<Listing> {
    match parse(name, text.as_bytes().to_vec(), gazetteer).1 {
        Parsed::Listings(batch) => batch,
        other => panic!("listings expected, not {other:?}"),
    }
}

/// A square municipality of 星見市, its neighbour, and one town.
fn gazetteer() -> Gazetteer {
    let square = |west: f64, south: f64| {
        vec![vec![vec![
            [west, south],
            [west + 0.1, south],
            [west + 0.1, south + 0.1],
            [west, south + 0.1],
            [west, south],
        ]]]
    };
    let area = |code: &str, kind, name: &str, west: f64| Area {
        code: code.into(),
        kind,
        name: name.into(),
        kana: None,
        parent: None,
        members: vec![],
        center: None,
        polygons: if kind == AreaKind::Prefecture { vec![] } else { square(west, 35.0) },
    };
    let town = Town {
        municipality: None,
        prefecture: "星見県".into(),
        city: "星見市".into(),
        name: "大字銀河二丁目".into(),
        position: Some(Position { lat: 35.03, lon: 135.02 }),
    };
    Gazetteer::build(
        &[
            area("48000", AreaKind::Prefecture, "星見県", 0.0),
            area("48201", AreaKind::Municipality, "星見市", 135.0),
            area("48301", AreaKind::Municipality, "天川町", 135.2),
        ],
        &[town],
    )
}

fn kinds(listing: &Listing, field: &str) -> Vec<MarkKind> {
    listing.marks.iter().filter(|mark| mark.field == field).map(|mark| mark.kind).collect()
}

#[test]
fn the_faults_of_the_care_file_are_mended_or_flagged_and_never_silent() {
    let rows = [
        "48201,4870100011,星見県,星見市,株式会社サポー卜ほし,ｻﾎﾟｰﾄﾎｼ,居宅介護支援,星見県星見市星見市銀河２丁目３－４天の川ビル１０１,天の川ビル１０１,35.0300000,-224.9800000,０４８０（１２）３４５６,ー,010005005242,株式会社　サポート,4870100011,\"平日,祝日\",電話は（改行）24時間,0,hoshi@example.jp,,,,",
        "48201,4870100029,星見県,星見市,ケアほし,ケアホシ,居宅介護支援,銀河2丁目9,,0.000000000000000,0.000000000000000,0480-12-3457,,,有限会社ほし,４８７０１０００２９,,,20,\"https://www,example.jp/\",あり,,共生型,",
        "48201,4870100037,星見県,星見市,ケアつき,ケアツキ,居宅介護支援,星見県星見市月町1,,35.05,135.25,0480-12-3458,,,つき,4870100037,,,5,準備中,,,,",
        "48201,4870100045,星見県,星見市,ケアひ,ケアヒ,居宅介護支援,星見県星見市月町2,,53.41291,-8.24389,0480-12-3459,,,ひ,4870100045,,,5,-,,,,",
    ];
    let text = format!("\u{feff}{KAIGO_HEADER}\r\n{}\r\n", rows.join("\r\n"));
    let batch = listings("jigyosho_430.csv", &text, &gazetteer());
    assert_eq!((batch.dataset.as_str(), batch.rows, batch.records.len()), ("kaigo:430", 4, 4));
    let [a, b, c, d] = [0, 1, 2, 3].map(|at| &batch.records[at].1);

    assert_eq!(a.name, "株式会社サポートほし");
    assert_eq!(a.address, "星見県星見市銀河2丁目3-4");
    assert_eq!(a.building.as_deref(), Some("天の川ビル101"));
    assert_eq!(kinds(a, "address"), [MarkKind::Deduplicated, MarkKind::Folded]);
    assert_eq!(a.phone.as_deref(), Some("0480-12-3456"));
    assert_eq!((a.fax.as_deref(), kinds(a, "fax")), (None, vec![]));
    assert_eq!((a.url.as_deref(), a.email.as_deref()), (None, Some("hoshi@example.jp")));
    assert_eq!(a.capacity, None, "0 means not stated");
    assert_eq!(a.schedule.remarks.as_deref(), Some("電話は\n24時間"));
    assert_eq!((a.schedule.weekday.as_deref(), a.schedule.saturday.as_deref()), (Some(""), None));
    assert_eq!(kinds(a, "organization.number"), [MarkKind::Unusable]);
    assert_eq!(a.kana.as_deref(), Some("さぽーとほし"));
    let place = a.place.unwrap();
    assert!((place.position.lon - 135.02).abs() < 1e-6 && place.precision == Precision::Official);
    assert_eq!(kinds(a, "position"), [MarkKind::Unwrapped]);

    assert_eq!(b.address, "星見県星見市銀河2丁目9");
    assert_eq!(kinds(b, "address"), [MarkKind::Completed]);
    assert_eq!(b.place.unwrap().precision, Precision::Town, "the 町丁目 stands for a position of zero");
    assert_eq!((b.number.as_ref().unwrap().as_str(), b.kyosei, b.capacity), ("4870100029", true, Some(20)));
    assert_eq!(b.url.as_deref(), Some("https://www.example.jp/"));

    assert_eq!(c.place.unwrap().precision, Precision::Doubtful);
    assert_eq!(kinds(c, "position"), [MarkKind::OutsideMunicipality]);
    assert_eq!((c.url.as_deref(), kinds(c, "url")), (None, vec![MarkKind::Unusable]));

    assert_eq!(d.place.unwrap().precision, Precision::Municipality, "Ireland is not in Japan");
    assert_eq!((kinds(d, "position"), kinds(d, "url")), (vec![MarkKind::OutsideJapan], vec![]));
}

#[test]
fn bad_rows_are_refused_with_line_column_reason_and_remedy() {
    let row = |no: &str, name: &str, service: &str| {
        format!("48201,{no},星見県,星見市,{name},,{service},銀河1,,,,0480-1-2345,,,,{no},,,,,,,,")
    };
    let text = format!(
        "{KAIGO_HEADER}\n{}\n{}\n{}\n{}\n{}\n\"broken,{}\n",
        row("4870100011", "\"二行の\n名前\"", "居宅介護支援"),
        row("4870100029", "", "居宅介護支援"),
        row("4870100037", "ほし", "天体観測"),
        row("4870100011", "\"二行の\n名前\"", "居宅介護支援"),
        row("4870100045", "つき", "居宅介護支援"),
        "x".repeat(300),
    );
    let batch = listings("a.csv", &text, &gazetteer());
    let found: Vec<_> =
        batch.rejected.iter().map(|r| (r.line, r.column.as_str(), r.reason.as_str())).collect();
    assert_eq!(
        found,
        [
            (4, "事業所名", "missing_name"),
            (5, "サービスの種類", "unknown_service"),
            (6, "No", "duplicate_row"),
            (9, "", "unclosed_quote"),
        ]
    );
    assert!(batch.rejected.iter().all(|r| !r.remedy.is_empty() && r.value.chars().count() <= 200));
    assert_eq!((batch.rows, batch.records.len()), (6, 2));
}

#[test]
fn the_place_of_a_disability_row_is_read_from_its_city_and_not_from_the_designating_body() {
    let text = format!(
        "\u{feff}{WAMNET_HEADER}\n\"48000\",\"A0000000001\",\"星見県\",\"社会福祉法人　星会\",\"しゃかいふくしほうじんほしかい\",\"\",\"星見県天川町\",\"1\",\"\",\"\",\"\",\"地域相談支援（地域移行支援）\",\"ほし\u{fffd}\",\"ほし\",\"4830100011\",\"星見県星見市\",\"銀河２丁目９\",\"0480−12−3456\",\"\",\"\",35.05,135.05,\"９：００〜１７：００\",\"\",\"\",\"\",\"{}\",,\n",
        "休".repeat(40)
    );
    let batch = listings("sfkopendata_202503_53.zip", &text, &gazetteer());
    let listing = &batch.records[0].1;
    assert_eq!(batch.dataset, "wamnet:53");
    assert_eq!(listing.municipality.unwrap().number(), 48_201);
    assert_eq!((listing.address.as_str(), listing.key.as_str()), ("星見県星見市銀河2丁目9", "A0000000001"));
    assert_eq!(listing.schedule.weekday.as_deref(), Some("09:00-17:00"));
    assert_eq!(kinds(listing, "closed"), [MarkKind::Damaged]);
    assert!(kinds(listing, "name").contains(&MarkKind::Damaged));
    assert_eq!(listing.extra["指定機関名"], "星見県");
}

#[test]
fn one_number_of_two_offices_keeps_both_and_of_one_office_twice_keeps_the_first() {
    let row = |no: &str, code: &str, city: &str, name: &str, at: &str, phone: &str| {
        format!("{code},{no},星見県,{city},{name},,福祉用具貸与,{at},,35.05,135.05,{phone},,,,{no},,,,,,,,")
    };
    let text = format!(
        "{KAIGO_HEADER}\n{}\n{}\n{}\n",
        row("4870100011", "48201", "星見市", "ほし用具", "銀河1", "0480-12-3456"),
        row("4870100011", "48201", "星見市", "ほし用具", "銀河751", "0480-12-3456"),
        row("4870100011", "48301", "天川町", "つき用具", "月1", "0480-99-9999"),
    );
    let batch = listings("a.csv", &text, &gazetteer());
    let keys: Vec<&str> = batch.records.iter().map(|(_, l)| l.key.as_str()).collect();
    assert_eq!(keys, ["4870100011", "4870100011@48301"]);
    assert_eq!(batch.reasons().into_iter().collect::<Vec<_>>(), [("duplicate_key", 1)]);
}

const OLD: &str = "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,住所,方書,緯度,経度,電話番号,内線番号,法人番号,団体名,利用可能曜日,開始時間,終了時間,POIコード,URL,備考\n482013,1.23E+05,星見県,星見市,ほし公民館,ホシコウミンカン,銀河2丁目1,,35.05,135.05,(0480)12-3456,,,星見市,月火水木金,9:00,17:00,1102,,\n";
const NEW: &str = "全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,実施サービス,所在地_連結表記,所在地_町字,建物名等（方書）,緯度,経度,電話番号,法人の名称,事業所番号,定員\n482013,0001,星見市,ほしデイ,ホシデイ,訪問看護;居宅介護支援,,星見県星見市銀河2丁目1,,35.05,135.05,0480-12-3456,星会,4870100011,20\n";

fn encodings(text: &str) -> Vec<Vec<u8>> {
    let utf16 = |bom: bool, little: bool| {
        let order = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        bom.then_some(0xfeff).into_iter().chain(text.encode_utf16()).flat_map(order).collect::<Vec<u8>>()
    };
    let cp932 = encoding_rs::SHIFT_JIS.encode(text).0.into_owned();
    let bom = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    let tabs = text.replace(',', "\t").into_bytes();
    let crlf = text.replace('\n', "\r\n").into_bytes();
    vec![
        text.as_bytes().to_vec(),
        bom,
        cp932,
        utf16(true, true),
        utf16(false, true),
        utf16(true, false),
        tabs,
        crlf,
    ]
}

#[test]
fn a_municipal_list_is_the_same_in_every_encoding() {
    let gazetteer = gazetteer();
    let results: Vec<_> =
        encodings(OLD).into_iter().map(|bytes| parse("list.csv", bytes, &gazetteer)).collect();
    for (kind, parsed) in &results {
        assert_eq!(*kind, Kind::OpenData(OpenDataSet::PublicFacilities));
        assert_eq!(parsed, &results[0].1);
    }
    let Parsed::Listings(batch) = &results[0].1 else { panic!("listings") };
    let listing = &batch.records[0].1;
    assert_eq!(batch.dataset, "municipal:public_facilities:48201");
    assert_eq!(listing.schedule.weekday.as_deref(), Some("09:00-17:00"));
    assert!(
        listing.key.starts_with('h') && kinds(listing, "key") == [MarkKind::Unusable],
        "1.23E+05 is no key"
    );
    assert_eq!(listing.service.definition().code, "municipal-facility");
}

#[test]
fn a_row_that_names_two_services_becomes_two_listings_of_one_row() {
    let batch = listings("care.csv", NEW, &gazetteer());
    assert_eq!((batch.rows, batch.records.len(), batch.derived.len()), (1, 1, 1));
    assert_eq!(batch.records[0].1.address, "星見県星見市銀河2丁目1", "町字 holds the whole address");
    assert_eq!(batch.derived[0].1.key, "0001#care-430");
}

#[test]
fn any_table_is_read_by_a_mapping() {
    let text = "窓口,所在,でんわ\n福祉課,星見市役所1階,0480-12-3456\n";
    let (file, bytes) = upload("desks.csv", text.as_bytes().to_vec());
    let unknown = recognise(&file, &bytes, &hints()).unwrap();
    let Kind::Unknown { missing, .. } = &unknown.kind else { panic!("unknown expected") };
    assert!(!missing.is_empty() && unknown.columns == ["窓口", "所在", "でんわ"]);
    assert!(matches!(read(&file, &bytes, &unknown, &gazetteer(), &Silent), Err(ReadError::Unknown { .. })));
    let mapping: Mapping = serde_json::from_str(
        r#"{"name":"desks","kind":"offices","columns":{"name":"窓口","address":"所在","phone":"でんわ"},"constants":{"service":"municipal-desk","prefecture":"星見県","city":"星見市"}}"#,
    )
    .unwrap();
    mapping.check().unwrap();
    let recognition = recognise(&file, &bytes, &Hints { mapping: Some(&mapping), ..hints() }).unwrap();
    assert_eq!(recognition.dataset.as_deref(), Some("mapped:desks"));
    let Parsed::Listings(batch) = read(&file, &bytes, &recognition, &gazetteer(), &Silent).unwrap() else {
        panic!("listings expected")
    };
    let listing = &batch.records[0].1;
    assert_eq!((listing.name.as_str(), listing.municipality.unwrap().number()), ("福祉課", 48_201));
}

#[test]
fn areas_without_a_code_are_refused_and_islands_join_their_municipality() {
    let feature = |code: &str, west: f64| {
        format!(
            r#"{{"type":"Feature","properties":{{"N03_001":"星見県","N03_003":null,"N03_004":"島村","N03_007":{code}}},"geometry":{{"type":"Polygon","coordinates":[[[{west},35],[{e},35],[{e},35.1],[{west},35]]]}}}}"#,
            e = west + 0.1
        )
    };
    let text = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[\n{},\n{},\n{},\n{{\"type\":\"Feature\",\"geometry\":{{\"type\":\"Blob\"}}}}]}}",
        feature("\"48401\"", 135.0),
        feature("\"48401\"", 136.0),
        feature("null", 137.0)
    );
    let (kind, parsed) = parse("n03.geojson", text.into_bytes(), &Gazetteer::default());
    let Parsed::Areas(batch) = parsed else { panic!("areas expected") };
    assert_eq!((kind, batch.rows, batch.records.len(), batch.merged), (Kind::Areas, 4, 1, 1));
    assert_eq!(batch.records[0].1.polygons.len(), 2);
    assert_eq!(
        batch.rejected.iter().map(|r| (r.line, r.reason.as_str())).collect::<Vec<_>>(),
        [(4, "no_code"), (5, "bad_geometry")]
    );
    assert!(batch.derived.iter().any(|(_, area)| area.kind == AreaKind::Prefecture && area.code == "48000"));
}
