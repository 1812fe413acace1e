//! Official numbers: 法人番号, 事業所番号, 全国地方公共団体コード.

use serde::{Deserialize, Serialize};

/// 法人番号: 13 digits, the first a check digit (法人番号の指定等に関する省令 第二条).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrganizationNumber(String);

impl OrganizationNumber {
    /// Reads 13 digits with a right check digit; `None` for anything else (blank in 7 % of the official rows).
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u32> = text.chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
        let (&check, rest) = digits.split_first().filter(|_| digits.len() == 13)?;
        // Weights 1, 2, 1, 2 … from the last digit; the check digit is 9 - (sum mod 9).
        let sum: u32 =
            rest.iter().rev().enumerate().map(|(i, digit)| digit * if i % 2 == 0 { 1 } else { 2 }).sum();
        (check == 9 - sum % 9).then(|| Self(text.to_owned()))
    }

    /// The 13 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// 事業所番号: 10 characters, digits but for a few letters in the third place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OfficeNumber(String);

impl OfficeNumber {
    /// Reads 10 ASCII letters or digits (fold full-width forms before).
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 10 && text.bytes().all(|b| b.is_ascii_alphanumeric()))
            .then(|| Self(text.to_ascii_uppercase()))
    }

    /// The 10 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// 全国地方公共団体コード without its check digit: 5 digits, the first two the prefecture (JIS X 0401, X 0402).
/// A prefecture is `PP000`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MunicipalityCode(u32);

/// Why a text is no code of a municipality.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a municipality code has 5 digits, or 6 with a right check digit, not {0:?}")]
pub struct MunicipalityCodeError(pub String);

impl MunicipalityCode {
    /// Reads 5 digits, or 6 digits whose last is the check digit (総務省, 検査数字の算出方法).
    /// Spreadsheets drop a leading zero; a length of 4 is not repaired here because it is ambiguous.
    pub fn parse(text: &str) -> Result<Self, MunicipalityCodeError> {
        let error = || MunicipalityCodeError(text.to_owned());
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(error());
        }
        let number: u32 = text.parse().map_err(|_not_a_number: std::num::ParseIntError| error())?;
        match text.len() {
            5 => Ok(Self(number)),
            6 if Self(number / 10).check_digit() == number % 10 => Ok(Self(number / 10)),
            _ => Err(error()),
        }
    }

    /// The code with this value below 100 000.
    pub fn from_number(number: u32) -> Option<Self> {
        (1_000..100_000).contains(&number).then_some(Self(number))
    }

    /// The value, 5 digits.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The prefecture, 1–47 (and above for the invented ones of the demo).
    pub fn prefecture(self) -> u32 {
        self.0 / 1_000
    }

    /// Whether the code is a whole prefecture's (`PP000`).
    pub fn is_prefecture(self) -> bool {
        self.0.is_multiple_of(1_000)
    }

    /// The check digit: weights 6 to 2; 11 minus the rest of the sum by 11, its last digit.
    pub fn check_digit(self) -> u32 {
        let digits = [self.0 / 10_000, self.0 / 1_000 % 10, self.0 / 100 % 10, self.0 / 10 % 10, self.0 % 10];
        let sum: u32 = digits.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
        if sum < 11 { 11 - sum } else { 11 - sum % 11 }.rem_euclid(10)
    }
}

impl std::fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:05}", self.0)
    }
}

impl TryFrom<String> for MunicipalityCode {
    type Error = MunicipalityCodeError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<MunicipalityCode> for String {
    fn from(code: MunicipalityCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_with_and_without_its_check_digit() {
        for (text, want) in [("011011", 1101), ("01101", 1101), ("272108", 27210), ("131016", 13101)] {
            assert_eq!(MunicipalityCode::parse(text).map(MunicipalityCode::number), Ok(want), "{text}");
        }
        assert!(MunicipalityCode::parse("272109").is_err(), "a wrong check digit is an error");
        assert!(MunicipalityCode::parse("2721").is_err());
    }

    #[test]
    fn an_organization_number_needs_its_check_digit() {
        assert!(OrganizationNumber::parse("7430005014862").is_some());
        assert!(OrganizationNumber::parse("1430005014862").is_none());
        assert!(
            OrganizationNumber::parse("010005005242").is_none(),
            "twelve digits stand in the official file"
        );
    }

    #[test]
    fn an_office_number_has_ten_characters_of_which_some_are_letters() {
        assert_eq!(OfficeNumber::parse("01a0102313").unwrap().as_str(), "01A0102313");
        for text in ["", "017010231", "01701023134", "０１７０１０２３１３", "0170-02313"] {
            assert_eq!(OfficeNumber::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_code_knows_its_prefecture() {
        let code = MunicipalityCode::parse("27210").unwrap();
        assert_eq!((code.prefecture(), code.is_prefecture()), (27, false));
        assert!(MunicipalityCode::from_number(27_000).unwrap().is_prefecture());
        assert_eq!(MunicipalityCode::from_number(100_000), None);
        assert_eq!(code.to_string(), "27210");
    }

    /// The 13 digits with the check digit in front, by the rule as the ordinance words it.
    fn with_check_digit(rest: u64) -> String {
        let sum: u64 = (1..=12).map(|n| rest / 10_u64.pow(n - 1) % 10 * if n % 2 == 1 { 1 } else { 2 }).sum();
        format!("{}{rest:012}", 9 - sum % 9)
    }

    proptest! {
        #[test]
        fn exactly_one_check_digit_makes_an_organization_number(rest in 0..1_000_000_000_000_u64) {
            let right = with_check_digit(rest);
            prop_assert!(OrganizationNumber::parse(&right).is_some());
            let accepted = (0..10).filter(|d| OrganizationNumber::parse(&format!("{d}{rest:012}")).is_some()).count();
            prop_assert_eq!(accepted, 1);
        }

        #[test]
        fn two_neighbours_exchanged_are_noticed_in_a_municipality_code(code in 1_000..48_000_u32, at in 0..4_usize) {
            let code = MunicipalityCode::from_number(code).unwrap();
            let mut digits = format!("{code}{}", code.check_digit()).into_bytes();
            prop_assert!(MunicipalityCode::parse(std::str::from_utf8(&digits).unwrap()).is_ok());
            prop_assume!(digits[at] != digits[at + 1]);
            digits.swap(at, at + 1);
            let swapped = MunicipalityCode::parse(std::str::from_utf8(&digits).unwrap());
            // Remainders 0 and 10 share the check digit 1.
            prop_assert!(swapped.is_err() || code.check_digit() == 1);
        }

        #[test]
        fn any_text_is_taken(text in "\\PC{0,16}") {
            let _ = (OrganizationNumber::parse(&text), OfficeNumber::parse(&text), MunicipalityCode::parse(&text));
        }
    }
}
