//! How far reports can be trusted: how many ties both sides report, and how many offices answered at all.
//!
//! Source: Marsden 1990 (reciprocation as a check of reports). No unit, 0 to 1.

use super::density::share;
use crate::network::{Evidence, Reports};
use serde::Serialize;

/// Rates with the numbers they are made of.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Confirmation {
    /// Offices asked.
    pub asked: u64,
    /// Offices that answered.
    pub answered: u64,
    /// `answered / asked`.
    pub response_rate: f64,
    /// Ties both report.
    pub mutual: u64,
    /// Ties one reports and the other, who answered, does not.
    pub one_sided: u64,
    /// Ties one reports whose other side did not answer: nothing is known of them.
    pub to_non_respondent: u64,
    /// `mutual / (mutual + one_sided)`: only over pairs in which both answered.
    pub confirmation_rate: f64,
}

/// Counts them.
pub fn confirmation(reports: &Reports) -> Confirmation {
    let asked = reports.nodes() as u64;
    let answered = reports.responded().iter().filter(|answered| **answered).count() as u64;
    let ties = reports.ties();
    let count = |wanted| ties.iter().filter(|tie| tie.evidence == wanted).count() as u64;
    let (mutual, one_sided) = (count(Evidence::Mutual), count(Evidence::OneSided));
    Confirmation {
        asked,
        answered,
        response_rate: share(answered, asked),
        mutual,
        one_sided,
        to_non_respondent: count(Evidence::ToNonRespondent),
        confirmation_rate: share(mutual, mutual + one_sided),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_of_the_other_side_is_no_denial() {
        let reports = Reports::new(vec![true, true, false, true], [(0, 1), (1, 0), (0, 2), (0, 3)]);
        let found = confirmation(&reports);
        assert_eq!((found.mutual, found.one_sided, found.to_non_respondent), (1, 1, 1));
        assert!((found.confirmation_rate - 0.5).abs() < 1e-12 && (found.response_rate - 0.75).abs() < 1e-12);
    }
}
