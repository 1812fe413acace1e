use super::*;
use crate::ties::BookOffice;
use hoshizu_catalog::number::OfficeNumber;
use uuid::Uuid;

const HEAD: &str = r#"{"format":"hoshizu-wave-1","survey":{"title":"☆調査","area":"48100","respondents":{},"roster":{},"roster_size":40,"asked":{"kinds":true,"closeness":true,"frequency":true},"introduction":"","consent":"","contact":""},"wave":2,"opens_on":"2025-10-01","closes_on":"2025-10-31"}"#;
const SHEETS_CSV: &str = "\u{feff}office_id,office_number,office_name,municipality,state,finished_on,way\r\n\
    ,4871100011,ひまわり居宅,宵宮市,finished,2025-10-03,web\r\n\
    ,,そら相談支援,宵宮市,waiting,,\r\n";
const REPORTS_CSV: &str =
    "reporter_number,partner_name,kinds,closeness,frequency\n4871100011,そら相談支援,conference,1,12+\n";

fn book() -> OfficeBook {
    let office = |at: u128, number: &str, name: &str| BookOffice {
        id: OfficeId(Uuid::from_u128(at)),
        numbers: OfficeNumber::parse(number).into_iter().collect(),
        name: name.to_owned(),
        other_names: Vec::new(),
        municipality: Some((
            hoshizu_catalog::number::MunicipalityCode::from_number(48_100).unwrap(),
            "宵宮市".into(),
        )),
    };
    OfficeBook::new([
        office(1, "4871100011", "ひまわり居宅"),
        office(2, "", "そら相談支援"),
        office(3, "", "役場"),
    ])
}

fn read_files(head: &str, sheets: &str, reports: &str) -> Result<WaveFile, NetworkError> {
    let files = [("wave/wave.json", head), ("wave/sheets.csv", sheets), ("wave/reports.csv", reports)];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    read(&Folder::new("wave.zip", files), &book(), &Limits::default())
}

fn refusals(file: &WaveFile) -> Vec<(&str, u64, &str)> {
    file.refused.iter().map(|r| (r.file, r.rejection.line, r.rejection.reason.as_str())).collect()
}

#[test]
fn a_wave_is_read_where_ids_are_unknown() {
    let wave = read_files(HEAD, SHEETS_CSV, REPORTS_CSV).unwrap();
    assert_eq!(
        (wave.number, wave.design.area.as_str(), wave.closes_on.to_string().as_str()),
        (2, "48100", "2025-10-31")
    );
    assert_eq!(
        wave.sheets.iter().map(|s| (s.office.0.as_u128(), s.state)).collect::<Vec<_>>(),
        [(1, SheetState::Finished), (2, SheetState::Waiting)]
    );
    assert_eq!((wave.sheets[0].way, wave.reports.len(), refusals(&wave)), (Some(Way::Web), 1, vec![]));
}

#[test]
fn sheets_that_cannot_be_read_and_reports_without_answers_are_refused() {
    let sheets = format!(
        "{SHEETS_CSV},4871100011,,,finished,,\r\n,,どこか,,finished,,\r\n,,役場,,done,,\r\n,,役場,,begun,10月,\r\n,,役場,,begun,,fax\r\n"
    );
    let reports = format!("{REPORTS_CSV}役場,そら相談支援,,,\n").replace("4871100011,", "4871100011,");
    let reports = format!("{}そら相談支援,役場,,,\n", reports.replace("reporter_number", "reporter"));
    let wave = read_files(HEAD, &sheets, &reports).unwrap();
    assert_eq!(
        refusals(&wave),
        [
            ("sheets.csv", 4, "duplicate_sheet"),
            ("sheets.csv", 5, "unknown_office"),
            ("sheets.csv", 6, "unknown_state"),
            ("sheets.csv", 7, "bad_day"),
            ("sheets.csv", 8, "unknown_way"),
            ("reports.csv", 3, "no_sheet"),
            ("reports.csv", 4, "sheet_without_answers"),
        ]
    );
    assert_eq!(wave.reports.len(), 1);
}

#[test]
fn a_folder_that_is_not_whole_or_of_another_format_is_refused() {
    let reason = |found: Result<WaveFile, NetworkError>| found.unwrap_err().reason;
    let only = Folder::new("x", [("wave.json".to_owned(), HEAD.as_bytes().to_vec())]);
    assert_eq!(reason(read(&only, &book(), &Limits::default())), "sheets.csv is missing");
    let newer = HEAD.replace("wave-1", "wave-9");
    assert!(reason(read_files(&newer, SHEETS_CSV, REPORTS_CSV)).contains("hoshizu-wave-9"));
    assert!(reason(read_files("{", SHEETS_CSV, REPORTS_CSV)).contains("EOF"));
    assert!(
        reason(read_files(&HEAD.replace("2025-10-31", "2025-09-30"), SHEETS_CSV, REPORTS_CSV))
            .contains("ends before")
    );
    assert!(reason(read_files(HEAD, "a,b\n", REPORTS_CSV)).contains("state"));
    assert!(Folder::zip("x.zip", b"PK\x03\x04broken".to_vec(), &Limits::default()).is_err());
}
