//! Days and hours.

use crate::mend::{Marks, narrow, remark};
use hoshizu_catalog::listing::{MarkKind, Schedule};

/// 定休日 of WAM NET ends after this many characters, however long the sentence was.
const WAMNET_WIDTH: usize = 40;

/// Days as a list: `平日,土曜日,日曜日,祝日`, `月火水木金`, `月～金`; with hours where the file states them.
pub(crate) fn days(value: &str, hours: &str) -> Schedule {
    let value =
        narrow(value).replace("平日", "月").replace("祝日", "祝").replace("曜日", "").replace("曜", "");
    let value = value.replace("毎日", "月土日祝").replace("全日", "月土日祝");
    let spans = |from: char, to: char| {
        ['~', '〜', '-', 'ー', '−', 'か']
            .iter()
            .any(|dash| value.find(&format!("{from}{dash}")).is_some_and(|at| value[at..].contains(to)))
    };
    let on = |is_open: bool| is_open.then(|| hours.to_owned());
    Schedule {
        weekday: on(value.contains(['月', '火', '水', '木', '金'])),
        saturday: on(value.contains('土') || spans('月', '日')),
        sunday: on(value.contains('日')),
        holiday: on(value.contains('祝')),
        ..Schedule::default()
    }
}

/// Hours of one kind of day: `09:00-17:00`. The dashes `− 〜 ~ ー` and full-width digits are brought to one form;
/// blank is `None`.
pub(crate) fn hours(value: &str, field: &str, marks: &mut Marks) -> Option<String> {
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    let settled = clock_span(value).unwrap_or_else(|| narrow(value));
    marks.folded(field, value, &settled);
    Some(settled)
}

/// `9時00分〜17時30分` and `9:00−17:30` → `09:00-17:30`.
fn clock_span(value: &str) -> Option<String> {
    let plain: String = narrow(value).chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.replace("時半", ":30").replace("時", ":").replace("分", "").replace("：", ":");
    let separators = ['-', '~', '〜', 'ー', '−', '–', '—', '―', '‐', '→'];
    let (from, to) = plain.split_once(separators).or_else(|| plain.split_once("から"))?;
    Some(format!("{}-{}", clock(from)?, clock(to.trim_end_matches("まで"))?))
}

fn clock(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once(':')?;
    let minute = if minute.is_empty() { "0" } else { minute };
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour <= 30 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// 開始時間 and 終了時間 of two columns as one span, empty when either is missing.
pub(crate) fn span(from: &str, to: &str) -> String {
    let clock_of = |text: &str| clock(&narrow(text).trim().replace('時', ":").replace('分', ""));
    clock_of(from).zip(clock_of(to)).map_or_else(String::new, |(from, to)| format!("{from}-{to}"))
}

/// 定休日 in the words of the source. WAM NET cuts them at its column width.
pub(crate) fn closed(value: &str, is_wamnet: bool, marks: &mut Marks) -> Option<String> {
    let closed = remark(value, "closed", marks)?;
    if is_wamnet && value.trim().chars().count() >= WAMNET_WIDTH {
        marks.add("closed", MarkKind::Damaged, value);
    }
    Some(closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_the_official_and_in_municipal_spelling() {
        let of = |text: &str| {
            let s = days(text, "");
            [s.weekday.is_some(), s.saturday.is_some(), s.sunday.is_some(), s.holiday.is_some()]
        };
        assert_eq!(of("平日,土曜日,日曜日,祝日"), [true; 4]);
        assert_eq!(of("平日,祝日"), [true, false, false, true]);
        assert_eq!(of("月火水木金"), [true, false, false, false]);
        assert_eq!(of("月～土"), [true, true, false, false]);
        assert_eq!(of("日曜日"), [false, false, true, false]);
        assert_eq!(of(""), [false; 4]);
    }

    #[test]
    fn hours_have_one_form_whatever_dash_they_were_written_with() {
        for value in ["9:00-17:00", "０９：００〜１７：００", "9時00分−17時00分", "9:00 ~ 17:00"]
        {
            assert_eq!(
                hours(value, "weekday", &mut Marks::default()).as_deref(),
                Some("09:00-17:00"),
                "{value}"
            );
        }
        assert_eq!(hours("要相談", "weekday", &mut Marks::default()).as_deref(), Some("要相談"));
    }

    #[test]
    fn a_closing_note_as_wide_as_the_column_is_marked_as_cut() {
        let mut marks = Marks::default();
        closed(&"日".repeat(40), true, &mut marks);
        assert_eq!(marks.0[0].kind, MarkKind::Damaged);
    }
}
