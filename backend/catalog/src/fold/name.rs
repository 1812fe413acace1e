//! Names without their legal form.

use super::text;
use std::sync::LazyLock;

/// Legal forms as written; what abbreviates stands in brackets. Longer ones are taken first.
const LEGAL_FORMS: [&str; 60] = [
    "社会福祉法人",
    "特定非営利活動法人",
    "認定特定非営利活動法人",
    "NPO法人",
    "認定NPO法人",
    "一般社団法人",
    "一般財団法人",
    "公益社団法人",
    "公益財団法人",
    "特例社団法人",
    "特例財団法人",
    "社団法人",
    "財団法人",
    "医療法人社団",
    "医療法人財団",
    "医療法人",
    "社会医療法人",
    "社会医療法人社団",
    "社会医療法人財団",
    "特定医療法人",
    "特定医療法人社団",
    "特定医療法人財団",
    "特別医療法人",
    "学校法人",
    "宗教法人",
    "更生保護法人",
    "独立行政法人",
    "地方独立行政法人",
    "国立大学法人",
    "公立大学法人",
    "国立研究開発法人",
    "弁護士法人",
    "司法書士法人",
    "株式会社",
    "特例有限会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "合名会社",
    "労働者協同組合",
    "企業組合",
    "(株)",
    "(有)",
    "(同)",
    "(資)",
    "(名)",
    "(福)",
    "(社福)",
    "(医)",
    "(医社)",
    "(医財)",
    "(社医)",
    "(特非)",
    "(特)",
    "(一社)",
    "(一財)",
    "(公社)",
    "(公財)",
    "(学)",
    "(宗)",
];

static FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut forms: Vec<String> = LEGAL_FORMS.iter().map(|form| text(form)).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    forms
});

/// [`text()`] without the legal form (社会福祉法人, 株式会社, ㈱ …), wherever it stands: offices carry their
/// organization's name in front, behind or in the middle. A name that is nothing but its legal form stays whole.
pub fn core_name(name: &str) -> String {
    let whole = text(name);
    if !whole.contains(['法', '社', '組', '(']) {
        // No form is without one of these; most names of offices are.
        return core_of(&whole, &whole);
    }
    let mut core = whole.clone();
    // Taking one out may bring another together: (株(株)).
    while let Some(form) = FOLDED.iter().find(|form| core.contains(form.as_str())) {
        core = core.replace(form.as_str(), "");
    }
    core_of(&core, &whole)
}

/// What is left, in the form [`text()`] gives it; the whole where nothing is.
fn core_of(left: &str, whole: &str) -> String {
    let core = text(left.trim_matches(['-', '~']));
    if core.is_empty() { whole.to_owned() } else { core }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_organization_have_one_core() {
        for spelling in [
            "株式会社ひまわり",
            "㈱ひまわり",
            "(株)ヒマワリ",
            "（株） ひまわり",
            "ひまわり株式会社",
            "㍿ひまわり",
            "株式會社ひまわり",
        ] {
            assert_eq!(core_name(spelling), "ひまわり", "{spelling}");
        }
        for spelling in
            ["医療法人社団　さくら会", "医療法人さくら会", "社会医療法人財団さくら会", "(医)さくら会"]
        {
            assert_eq!(core_name(spelling), "さくら会", "{spelling}");
        }
        assert_eq!(core_name("認定NPO法人虹"), "虹");
        assert_eq!(core_name("ＮＰＯ法人　虹"), "虹");
        assert_eq!(core_name("医療法人社団さくら会 さくら病院"), "さくら会さくら病院");
    }

    #[test]
    fn every_form_holds_one_of_the_letters_looked_for_first() {
        assert!(FOLDED.iter().all(|form| form.contains(['法', '社', '組', '('])));
    }

    #[test]
    fn a_name_that_is_only_its_legal_form_stays() {
        assert_eq!(core_name("社会福祉法人"), "社会福祉法人");
        assert_eq!(core_name("㈱"), "(株)");
        assert_eq!(core_name(""), "");
    }

    #[test]
    fn words_that_only_look_like_a_form_stay() {
        assert_eq!(core_name("社会福祉協議会"), "社会福祉協議会");
        assert_eq!(core_name("生活協同組合コープ"), "生活協同組合こうぷ".replace('う', "ー"));
    }

    proptest! {
        #[test]
        fn taking_the_form_twice_is_taking_it_once(s in "[(株)(有)社会福祉医療法人団ひまわり㈱ー 会]{0,16}") {
            let once = core_name(&s);
            prop_assert_eq!(core_name(&once), once);
        }

        #[test]
        fn a_form_in_front_never_matters(s in "[ひまわり会園さくら]{1,8}") {
            prop_assert_eq!(core_name(&format!("社会福祉法人 {s}")), core_name(&s));
        }
    }
}
