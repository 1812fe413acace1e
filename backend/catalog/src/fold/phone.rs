//! Telephone and FAX numbers out of cells that hold more than a number.

use super::base;

/// Telephone or FAX as digits only (`0439551271`), `None` when it cannot be one (no 0 in front, not 9–11 digits).
/// Of two numbers in one cell the first is taken; 内線 and 代表 are left out.
pub fn phone_digits(phone: &str) -> Option<String> {
    first_number(phone).map(|groups| groups.concat())
}

/// Telephone or FAX as digits and hyphens; the source's grouping is kept where it has one. Where it has none,
/// numbers whose grouping is certain (03, 06, mobile, free of charge) are grouped and others are left whole.
pub fn phone(phone: &str) -> Option<String> {
    let groups = first_number(phone)?;
    if let [digits] = &groups[..] {
        return Some(grouped(digits));
    }
    Some(groups.join("-"))
}

/// The digit groups of the first number of a cell.
fn first_number(cell: &str) -> Option<Vec<String>> {
    let mut groups: Vec<String> = Vec::new();
    let mut digits = 0;
    let mut in_group = false;
    let folded = base(cell);
    let national = folded.replace("+81", "0");
    for c in national.chars().skip_while(|c| !c.is_ascii_digit()) {
        match c {
            '0'..='9' if in_group => {
                groups.last_mut()?.push(c);
                digits += 1;
            }
            '0'..='9' => {
                if is_complete(&groups, digits) {
                    break;
                }
                groups.push(c.to_string());
                digits += 1;
                in_group = true;
            }
            '-' | 'ー' | '(' | ')' | '[' | ']' | '.' | ' ' | 'の' => in_group = false,
            _ => break,
        }
    }
    // +81-3-… and +81-(0)3-…: the 0 of the area code stands apart.
    if groups.len() > 1 && groups[0] == "0" {
        let area = groups.remove(1);
        groups[0] = format!("0{}", area.trim_start_matches('0'));
        if groups[0] == "0" && groups.len() > 1 {
            let area = groups.remove(1);
            groups[0].push_str(&area);
        }
    }
    let digits: usize = groups.iter().map(String::len).sum();
    (groups.first()?.starts_with('0') && (9..=11).contains(&digits)).then_some(groups)
}

/// Whether the groups make a whole number, so that a further group is an extension or another number.
fn is_complete(groups: &[String], digits: usize) -> bool {
    let eleven = groups.concat();
    let eleven = ["050", "060", "070", "080", "090", "0800"].iter().any(|prefix| eleven.starts_with(prefix));
    digits >= if eleven { 11 } else { 10 }
}

fn grouped(digits: &str) -> String {
    let cut = match (digits.len(), &digits[..2]) {
        (11, _) if digits.starts_with("0800") => [4, 7],
        (11, _) => [3, 7],
        (10, "03" | "06") => [2, 6],
        (10, _) if ["0120", "0570", "0990"].contains(&&digits[..4]) => [4, 7],
        _ => return digits.to_owned(),
    };
    format!("{}-{}-{}", &digits[..cut[0]], &digits[cut[0]..cut[1]], &digits[cut[1]..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_the_official_files_are_read() {
        for (cell, want) in [
            ("０４３９（５５）１２７１", "0439-55-1271"),
            ("011‐738-8225", "011-738-8225"),
            ("011－738ー8225", "011-738-8225"),
            ("011ｰ738−8225", "011-738-8225"),
            ("011738-6313", "011738-6313"),
            ("052-961-1111（代表）", "052-961-1111"),
            ("(0439)55-1271", "0439-55-1271"),
            ("TEL:03-1234-5678", "03-1234-5678"),
            ("電話 03 1234 5678", "03-1234-5678"),
            ("03.1234.5678", "03-1234-5678"),
            ("03-1234-5678 内線123", "03-1234-5678"),
            ("03-1234-5678(123)", "03-1234-5678"),
            ("03-1234-5678(内線12)", "03-1234-5678"),
            ("03-1234-5678、03-1234-5679", "03-1234-5678"),
            ("03-1234-5678 03-1234-5679", "03-1234-5678"),
            ("03-1234-5678・5679", "03-1234-5678"),
            ("03-1234-5678～9", "03-1234-5678"),
            ("03-1234-5678/090-1234-5678", "03-1234-5678"),
            ("090-1234-5678", "090-1234-5678"),
            ("+81-3-1234-5678", "03-1234-5678"),
            ("+81 (0)3-1234-5678", "03-1234-5678"),
            ("+81312345678", "03-1234-5678"),
            ("0312345678", "03-1234-5678"),
            ("08012345678", "080-1234-5678"),
            ("0120123456", "0120-123-456"),
            ("08001234567", "0800-123-4567"),
            ("0439551271", "0439551271"),
        ] {
            assert_eq!(phone(cell).as_deref(), Some(want), "{cell}");
            assert_eq!(phone_digits(cell), Some(want.replace('-', "")), "{cell}");
        }
    }

    #[test]
    fn what_cannot_be_a_number_is_none() {
        for cell in ["", "-", "なし", "0", "1234567890", "03-1234", "031234567890123", "2026-01-05", "0-0-0"]
        {
            assert_eq!(phone_digits(cell), None, "{cell}");
            assert_eq!(phone(cell), None, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn a_number_is_digits_and_comes_back_as_itself(cell in "[0-9０-９（）()ー−-－ 代内線、/+]{0,24}") {
            if let Some(number) = phone(&cell) {
                prop_assert_eq!(phone(&number), Some(number.clone()));
                prop_assert_eq!(phone_digits(&cell), Some(number.replace('-', "")));
                let digits = number.replace('-', "");
                prop_assert!(digits.bytes().all(|b| b.is_ascii_digit()) && (9..=11).contains(&digits.len()));
            } else {
                prop_assert_eq!(phone_digits(&cell), None);
            }
        }

        #[test]
        fn dashes_and_widths_never_matter(a in "0[1-9]{1,3}", b in "[0-9]{3}", c in "[0-9]{4}", dash in "[-‐−ー－]") {
            let wide = |s: &str| s.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap()).collect::<String>();
            let plain = phone_digits(&format!("{a}-{b}-{c}"));
            prop_assert_eq!(phone_digits(&format!("{a}{dash}{b}{dash}{c}")), plain.clone());
            prop_assert_eq!(phone_digits(&format!("{}（{}）{}", wide(&a), wide(&b), wide(&c))), plain);
        }
    }
}
