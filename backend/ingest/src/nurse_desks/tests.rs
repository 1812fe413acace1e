use super::*;

struct Village;

impl Directory for Village {
    fn owner(&self, word: &str) -> Option<String> {
        ["麦野市", "48202"].contains(&word).then(|| "48202".to_owned())
    }
    fn area(&self, _: &str, word: &str) -> Option<String> {
        match word {
            "麦野圏域" => Some("community_area:48202:1".to_owned()),
            "千俵圏域" => Some("community_area:48202:2".to_owned()),
            _ => None,
        }
    }
    fn office(&self, _: &str, name: &str) -> Option<OfficeId> {
        (name == "麦野市健康づくり課").then(|| OfficeId(Uuid::from_u128(7)))
    }
}

const HEAD: &str = "窓口名＊,市町村＊,配置＊,事業所,担当制,話題＊,年齢から,年齢まで,担当区域,町名,すること,しないこと,電話,FAX,受付時間,引継ぎ,情報源,確認日\n";

fn read_rows(rows: &str) -> Table {
    read("desks.csv", format!("{HEAD}{rows}").as_bytes(), &Village).unwrap()
}

#[test]
fn a_row_becomes_a_desk_and_a_desk_the_same_row() {
    let line = "母子担当,麦野市,こども家庭センター,麦野市健康づくり課,地区担当,妊娠・出産・産後、乳幼児の健診・発達,0,6,community_area:48202:1,,相談、訪問,申請は受けません,0161-03-3306,,平日,6歳就学→学校教育課、18歳→障害福祉課,課の回答,2026-04-01";
    let table = read(
        "desks.csv",
        format!("{HEAD}{}", line.replace("community_area:48202:1", "麦野圏域")).as_bytes(),
        &Village,
    )
    .unwrap();
    assert!(table.rejected.is_empty(), "{:?}", table.rejected);
    let (at, desk) = &table.desks[0];
    assert_eq!((*at, desk.owner.as_str(), desk.topics.len(), desk.age_to), (2, "48202", 2, Some(6)));
    assert_eq!(
        desk.hands_over[0],
        HandOver { age: Some(6), event: Some("就学".into()), to: "学校教育課".into() }
    );
    assert_eq!(row(desk, &|_| "麦野市".to_owned(), "麦野市健康づくり課").join(","), line);
}

#[test]
fn a_fault_is_told_by_row_column_and_what_to_write() {
    let table = read_rows(
        "A,どこか市,保健所,,,難病\n\
         B,麦野市,ほけんじょ,,,難病\n\
         C,麦野市,保健所,,,まほう\n\
         D,麦野市,保健所,,,難病,六歳\n\
         E,麦野市,保健所,,,難病,40,20\n\
         F,麦野市,保健所,,,難病,,,星圏域\n\
         G,麦野市,保健所,,,難病,,,麦野圏域、千俵圏域,城下町\n\
         H,麦野市,保健所,,,難病,,,,,,,,,,18歳は別\n\
         I,麦野市,保健所,ない課,,難病\n\
         J,麦野市,保健所,,,難病\n\
         J,麦野市,保健所,,,難病\n",
    );
    let told: Vec<(u64, &str, &str)> =
        table.rejected.iter().map(|r| (r.line, r.column.as_str(), r.reason.as_str())).collect();
    assert_eq!(
        told,
        [
            (2, "市町村", "unknown_municipality"),
            (3, "配置", "unknown_word"),
            (4, "話題", "unknown_word"),
            (5, "年齢から", "not_an_age"),
            (6, "年齢まで", "reversed"),
            (7, "担当区域", "unknown_area"),
            (8, "町名", "towns_of_several_areas"),
            (9, "引継ぎ", "not_a_hand_over"),
            (10, "事業所", "unknown_office"),
            (12, "窓口名", "duplicate_name"),
        ]
    );
    assert!(table.rejected[1].remedy.contains("市町村保健センター"));
    assert_eq!(table.desks.len(), 1);
}

#[test]
fn a_table_without_the_needed_columns_or_a_broken_workbook_is_refused_as_a_whole() {
    let error = read("x.csv", "名前,電話\nA,1\n".as_bytes(), &Village).unwrap_err();
    assert_eq!(error.code(), "unknown_layout");
    assert!(error.remedy().contains("話題"));
    assert_eq!(read("x.xlsx", b"PK\x03\x04broken", &Village).unwrap_err().code(), "malformed_file");
}
