use super::*;
use hoshizu_catalog::tie::{Closeness, TieKinds};
use hoshizu_ingest::{Limits, survey_sheet::read_sheet};
use uuid::Uuid;

fn office(number: u128) -> OfficeId {
    OfficeId(Uuid::from_u128(number))
}

fn sheet(stars: &[Option<Star>]) -> SheetBook {
    let row = |(at, star): (usize, &Option<Star>)| SheetRow {
        office: office(at as u128 + 1),
        number: at as u16 + 1,
        group: "居宅介護支援".to_owned(),
        name: format!("=ひまわり\"{at}\"<居宅>"),
        services: "居宅介護支援".to_owned(),
        place: "宵宮市中央区".to_owned(),
        last_time: at % 2 == 0,
        star: *star,
    };
    SheetBook {
        title: "宵宮市 ☆調査".to_owned(),
        wave_number: 2,
        period: (Day::from_number(20_000), Day::from_number(20_030)),
        office_name: "そら相談支援".to_owned(),
        code: SheetCode::from_random(&[7; 12]).unwrap(),
        introduction: "日ごろの連携を地図にします。".to_owned(),
        consent: "結果は統計として使います。".to_owned(),
        contact: "宵宮市福祉政策課".to_owned(),
        asked: Asked::default(),
        rows: stars.iter().enumerate().map(row).collect(),
        free_rows: 3,
    }
}

fn whole() -> Star {
    Star {
        kinds: TieKinds::from_bits(0b101),
        closeness: Closeness::new(2),
        frequency: Some(Frequency::OneToTwo),
    }
}

#[test]
fn what_is_written_is_read_back() {
    let stars = [Some(whole()), None, Some(Star::default())];
    let answers = read_sheet(&write(&sheet(&stars)).unwrap(), &Limits::default()).unwrap();
    assert_eq!((answers.code.as_str(), answers.wave), (sheet(&[]).code.as_str(), 2));
    let read: Vec<_> = answers.rows.iter().map(|row| (row.office, row.star)).collect();
    let wanted: Vec<_> = stars.iter().enumerate().map(|(at, star)| (office(at as u128 + 1), *star)).collect();
    assert_eq!(read, wanted);
    assert!(answers.unlisted.is_empty() && answers.refused.is_empty());
    assert!(answers.outside(&[office(1), office(2), office(3)]).is_empty());
    assert_eq!(answers.outside(&[office(1)]).len(), 2);
}

#[test]
fn what_is_not_asked_has_no_column() {
    let asked = Asked { kinds: false, closeness: false, frequency: false };
    let bare = write(&SheetBook { asked, ..sheet(&[Some(whole())]) }).unwrap();
    let answers = read_sheet(&bare, &Limits::default()).unwrap();
    assert_eq!(answers.rows[0].star, Some(Star::default()));
}

#[test]
fn a_roster_without_rows_can_still_be_answered() {
    assert!(read_sheet(&write(&sheet(&[])).unwrap(), &Limits::default()).unwrap().rows.is_empty());
    assert!(write(&SheetBook { free_rows: 0, ..sheet(&[]) }).is_ok());
}
