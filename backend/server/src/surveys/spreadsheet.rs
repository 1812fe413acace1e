//! ☆調査票 as a workbook to fill in; `hoshizu_ingest::survey_sheet` reads it back.
//!
//! Answer cells are open and everything else is locked, without a password: the lock keeps a slip of the hand out, not a
//! person. Each row carries its key in a hidden column, the sheet's code stands on a hidden worksheet.

use hoshizu_catalog::{
    day::Day,
    id::OfficeId,
    survey::{Asked, SheetCode},
    tie::{Frequency, Star, TieKind},
};
use hoshizu_ingest::survey_sheet::{
    CLOSENESS, FORMAT, FREE, FREQUENCY, HIDDEN, KEY, NAME, PHONE, PLACE, STAR, WORKSHEET,
};
use rust_xlsxwriter::{
    Color, DataValidation, Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook, Worksheet,
    XlsxError,
};

/// What the workbook of one office says.
#[derive(Debug, Clone)]
pub struct SheetBook {
    /// Title of the survey.
    pub title: String,
    /// Number of the wave.
    pub wave_number: u32,
    /// First and last day answers are asked for.
    pub period: (Day, Day),
    /// Who answers.
    pub office_name: String,
    /// Code of the sheet.
    pub code: SheetCode,
    /// Greeting and purpose.
    pub introduction: String,
    /// Who reads what, and what it is not used for.
    pub consent: String,
    /// Who answers questions.
    pub contact: String,
    /// What is asked of a ☆.
    pub asked: Asked,
    /// The roster.
    pub rows: Vec<SheetRow>,
    /// Rows for offices that are not listed.
    pub free_rows: u16,
}

/// One office of the roster.
#[derive(Debug, Clone)]
pub struct SheetRow {
    /// The office.
    pub office: OfficeId,
    /// Its number on the sheet, as on paper.
    pub number: u16,
    /// What it stands under.
    pub group: String,
    /// Name.
    pub name: String,
    /// Its services, in words.
    pub services: String,
    /// Where it is, in words.
    pub place: String,
    /// Whether the respondent set a ☆ in the wave before.
    pub last_time: bool,
    /// What is answered already.
    pub star: Option<Star>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Number,
    Group,
    Name,
    Services,
    Place,
    Phone,
    LastTime,
    Star,
    Kind(TieKind),
    Closeness,
    Frequency,
    Key,
}

impl Column {
    fn title(self) -> String {
        match self {
            Self::Number => "番号".to_owned(),
            Self::Group => "区分".to_owned(),
            Self::Name => NAME.to_owned(),
            Self::Services => "サービス".to_owned(),
            Self::Place => PLACE.to_owned(),
            Self::Phone => format!("{PHONE}\n（名簿にない所）"),
            Self::LastTime => "前回".to_owned(),
            Self::Star => STAR.to_owned(),
            Self::Kind(TieKind::Referral) => TieKind::Referral.ja().replacen('・', "・\n", 1),
            Self::Kind(kind) => two_lines(kind.ja()),
            Self::Closeness => format!("{CLOSENESS}\n（1～3）"),
            Self::Frequency => format!("{FREQUENCY}\n（過去12か月）"),
            Self::Key => KEY.to_owned(),
        }
    }

    fn width(self) -> f64 {
        match self {
            Self::Number | Self::Star | Self::LastTime => 5.0,
            Self::Kind(_) => 7.0,
            Self::Group => 12.0,
            Self::Name => 30.0,
            Self::Services => 22.0,
            Self::Place => 24.0,
            Self::Phone | Self::Frequency => 14.0,
            Self::Closeness => 7.5,
            Self::Key => 38.0,
        }
    }

    /// Whether respondents write in it in every row.
    fn is_answer(self) -> bool {
        matches!(self, Self::Star | Self::Kind(_) | Self::Closeness | Self::Frequency)
    }

    /// Whether respondents write in it where an office is not listed.
    fn is_free(self) -> bool {
        self.is_answer() || matches!(self, Self::Name | Self::Place | Self::Phone)
    }

    fn is_centred(self) -> bool {
        self.is_answer() || matches!(self, Self::Number | Self::LastTime)
    }
}

/// A heading of four letters or more in two lines; the reader takes no notice of line ends.
fn two_lines(title: &str) -> String {
    let letters: Vec<char> = title.chars().collect();
    match letters.len() {
        0..4 => title.to_owned(),
        count => {
            let (first, second) = letters.split_at(count.div_ceil(2));
            format!("{}\n{}", first.iter().collect::<String>(), second.iter().collect::<String>())
        }
    }
}

fn columns(asked: Asked) -> Vec<Column> {
    let mut columns = vec![
        Column::Number,
        Column::Group,
        Column::Name,
        Column::Services,
        Column::Place,
        Column::Phone,
        Column::LastTime,
        Column::Star,
    ];
    if asked.kinds {
        columns.extend(TieKind::ALL.map(Column::Kind));
    }
    if asked.closeness {
        columns.push(Column::Closeness);
    }
    if asked.frequency {
        columns.push(Column::Frequency);
    }
    columns.push(Column::Key);
    columns
}

/// Writes the workbook.
///
/// # Errors
/// When the roster has more rows than a worksheet (1,048,576).
pub fn write(sheet: &SheetBook) -> Result<Vec<u8>, XlsxError> {
    let columns = columns(sheet.asked);
    let mut book = Workbook::new();
    let page = book.add_worksheet().set_name(WORKSHEET)?;
    let header = preface(page, sheet, &columns)?;
    head(page, header, &columns)?;
    let first = header + 1;
    for (at, row) in sheet.rows.iter().enumerate() {
        roster_row(page, first + at as u32, row, &columns)?;
    }
    let free = first + sheet.rows.len() as u32;
    for at in 0..u32::from(sheet.free_rows) {
        free_row(page, free + at, at + 1, &columns)?;
    }
    let end = (free + u32::from(sheet.free_rows)).max(first + 1) - 1;
    drop_downs(page, first, end, &columns)?;
    set_up_page(page, sheet, header, end, &columns)?;
    let hidden = book.add_worksheet().set_name(HIDDEN)?.set_very_hidden(true);
    let owner = [
        ("format", FORMAT.to_owned()),
        ("code", sheet.code.as_str().to_owned()),
        ("wave", sheet.wave_number.to_string()),
        ("office", sheet.office_name.clone()),
    ];
    for (at, (name, value)) in owner.iter().enumerate() {
        hidden.write_string(at as u32, 0, *name)?;
        hidden.write_string(at as u32, 1, value)?;
    }
    hidden.protect();
    book.save_to_buffer()
}

/// Title and texts above the table; the row of its header.
fn preface(page: &mut Worksheet, sheet: &SheetBook, columns: &[Column]) -> Result<u32, XlsxError> {
    let last = columns.len() as u16 - 2;
    let across: f64 = columns[..=usize::from(last)].iter().map(|column| column.width()).sum();
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let title = plain.clone().set_bold().set_font_size(14);
    let (from, to) = sheet.period;
    let how = how_to(sheet.asked);
    let consent = match sheet.consent.trim() {
        "" => String::new(),
        text => format!("{text}\nこの調査票の返送をもって、上の説明に同意いただいたものとします。"),
    };
    let lines = [
        (format!("{}　第{}回　☆調査票", sheet.title, sheet.wave_number), &title),
        (
            format!("{}　　回答期間 {from} ～ {to}　　コード {}", sheet.office_name, sheet.code.grouped()),
            &plain,
        ),
        (sheet.introduction.clone(), &plain),
        (consent, &plain),
        (how, &plain),
        (sheet.contact.clone(), &plain),
    ];
    let mut row = 0;
    for (text, format) in lines.into_iter().filter(|(text, _)| !text.trim().is_empty()) {
        page.merge_range(row, 0, row, last, &text, format)?;
        let rows: usize = text.lines().map(|line| 1 + wide(line) / (across as usize)).sum();
        let height = if row == 0 { 22.0 } else { 15.0 };
        page.set_row_height(row, height * rows as f64)?;
        row += 1;
    }
    Ok(row)
}

fn how_to(asked: Asked) -> String {
    let mut text =
        "【書き方】過去12か月に、同じ利用者の支援で一緒に動いたことがある所に☆を付けてください。".to_owned();
    if asked.kinds || asked.closeness || asked.frequency {
        text.push_str("☆を付けた所だけ、分かる範囲で右の欄もお書きください（空欄でかまいません）。");
    }
    if asked.closeness {
        text.push_str(
            "\n【関係】1 名前と顔が分かる　2 考え方や人となりが分かる　3 信頼感をもって一緒に仕事ができる",
        );
    }
    text.push_str("\n【名簿にない所】表の下の空欄の行に、名前と分かる範囲のことをお書きください。利用者の情報は書かないでください。");
    text
}

/// Width of a text in columns of half a Japanese letter.
fn wide(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn head(page: &mut Worksheet, row: u32, columns: &[Column]) -> Result<(), XlsxError> {
    let format = Format::new()
        .set_bold()
        .set_border(FormatBorder::Thin)
        .set_background_color(Color::RGB(0x00EA_F0F8))
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    for (at, column) in columns.iter().enumerate() {
        page.write_string_with_format(row, at as u16, column.title(), &format)?;
        page.set_column_width(at as u16, column.width())?;
    }
    page.set_row_height(row, 48)?;
    page.set_column_hidden(columns.len() as u16 - 1)?;
    Ok(())
}

/// How a cell looks: answers on white and open, the rest grey and locked.
fn look(column: Column, open: bool) -> Format {
    let format = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
    let format =
        if column.is_centred() { format.set_align(FormatAlign::Center) } else { format.set_text_wrap() };
    if open { format.set_unlocked() } else { format.set_background_color(Color::RGB(0x00F4_F5F7)) }
}

fn roster_row(page: &mut Worksheet, at: u32, row: &SheetRow, columns: &[Column]) -> Result<(), XlsxError> {
    let tick = |yes: bool, sign: &str| if yes { sign.to_owned() } else { String::new() };
    let star = row.star.unwrap_or_default();
    for (index, column) in columns.iter().enumerate() {
        let format = look(*column, column.is_answer());
        let index = index as u16;
        let text = match column {
            Column::Number => {
                page.write_number_with_format(at, index, row.number, &format)?;
                continue;
            }
            Column::Closeness => {
                if let Some(stage) = star.closeness {
                    page.write_number_with_format(at, index, stage.stage(), &format)?;
                    continue;
                }
                String::new()
            }
            Column::Group => row.group.clone(),
            Column::Name => row.name.clone(),
            Column::Services => row.services.clone(),
            Column::Place => row.place.clone(),
            Column::Phone => String::new(),
            Column::LastTime => tick(row.last_time, "☆"),
            Column::Star => tick(row.star.is_some(), "☆"),
            Column::Kind(kind) => tick(star.kinds.contains(*kind), "○"),
            Column::Frequency => star.frequency.map_or("", Frequency::ja).to_owned(),
            Column::Key => row.office.to_string(),
        };
        page.write_string_with_format(at, index, text, &format)?;
    }
    let lines =
        [(&row.name, 30), (&row.services, 22), (&row.place, 24)].map(|(text, width)| 1 + wide(text) / width);
    page.set_row_height(at, 15.0 * lines.into_iter().max().unwrap_or(1).min(3) as f64 + 3.0)?;
    Ok(())
}

fn free_row(page: &mut Worksheet, at: u32, number: u32, columns: &[Column]) -> Result<(), XlsxError> {
    for (index, column) in columns.iter().enumerate() {
        let text = match column {
            Column::Group => "名簿にない所".to_owned(),
            Column::Key => format!("{FREE}{number}"),
            _ => String::new(),
        };
        page.write_string_with_format(at, index as u16, text, &look(*column, column.is_free()))?;
    }
    page.set_row_height(at, 18)?;
    Ok(())
}

fn drop_downs(page: &mut Worksheet, first: u32, last: u32, columns: &[Column]) -> Result<(), XlsxError> {
    for (at, column) in columns.iter().enumerate() {
        let words: Vec<&str> = match column {
            Column::Star => vec!["☆"],
            Column::Kind(_) => vec!["○"],
            Column::Closeness => vec!["1", "2", "3"],
            Column::Frequency => Frequency::ALL.map(Frequency::ja).to_vec(),
            _ => continue,
        };
        // Any star or tick is understood; a closeness or a frequency of one's own is not.
        let strict = matches!(column, Column::Closeness | Column::Frequency);
        let offer = DataValidation::new()
            .allow_list_strings(&words)?
            .set_error_title("一覧から選んでください")?
            .set_error_message("分からないときは空けたままでかまいません。")?
            .show_error_message(strict);
        page.add_data_validation(first, at as u16, last, at as u16, &offer)?;
    }
    Ok(())
}

fn set_up_page(
    page: &mut Worksheet,
    sheet: &SheetBook,
    header: u32,
    end: u32,
    columns: &[Column],
) -> Result<(), XlsxError> {
    let name = columns.iter().position(|column| *column == Column::Name).unwrap_or_default();
    page.set_freeze_panes(header + 1, name as u16 + 1)?;
    page.set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.5, 0.5, 0.2, 0.2);
    page.set_repeat_rows(header, header)?;
    page.set_print_area(0, 0, end, columns.len() as u16 - 2)?;
    page.set_footer(format!("&L{}&R&P / &N", sheet.code.grouped()));
    page.autofilter(header, 0, end, columns.len() as u16 - 2)?;
    page.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

#[cfg(test)]
mod tests;
