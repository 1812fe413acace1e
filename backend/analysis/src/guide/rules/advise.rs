//! What follows for a case: roles in order of time, forums, guidelines, check lists, networks, each with its rules.

use super::{
    data::{Book, Rule},
    step::Step,
    when::{Case, Fact, Truth},
};
use hoshizu_catalog::nurse::Topic;

/// A rule that holds, and because of what.
#[derive(Debug, Clone)]
pub struct Conclusion<'b> {
    /// The rule.
    pub rule: &'b Rule,
    /// What of the case made it hold.
    pub because: Vec<Fact>,
}

/// A role that belongs around the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleAdvice<'b> {
    /// Code of the role.
    pub role: &'b str,
    /// For 保健師: the topic by which the desk is found.
    pub nurse: Option<Topic>,
    /// When it is first needed.
    pub step: Step,
    /// Months until then, where that is known; 0 and below is now.
    pub due_in: Option<i16>,
    /// The conclusions that ask for it, as places in [`Advice::conclusions`].
    pub rules: Vec<usize>,
}

/// Everything that follows.
#[derive(Debug, Clone, Default)]
pub struct Advice<'b> {
    /// Rules that hold, in the order of the files.
    pub conclusions: Vec<Conclusion<'b>>,
    /// Rules that would hold for some ages, where no age was given.
    pub open: Vec<Conclusion<'b>>,
    /// Roles, the earliest first.
    pub roles: Vec<RoleAdvice<'b>>,
    /// Codes of forums, guidelines, check lists and networks, each with the conclusions that name it.
    pub forums: Vec<(&'b str, Vec<usize>)>,
    /// Codes of guidelines.
    pub guidelines: Vec<(&'b str, Vec<usize>)>,
    /// Codes of check lists.
    pub checklists: Vec<(&'b str, Vec<usize>)>,
    /// Codes of networks.
    pub templates: Vec<(&'b str, Vec<usize>)>,
}

/// Months until a step of this case; `None` where the date of its event is not known.
pub fn due_in(case: &Case, step: Step) -> Option<i16> {
    let certain = |birthday| {
        let (months, exact) = case.months_to(birthday)?;
        // By the age alone the date is known only as far as that it is past.
        (exact || months + step.months <= 0).then_some(months)
    };
    step.due_in(certain(18), certain(65))
}

/// Evaluates every rule of the book for a case.
pub fn advise<'b>(book: &'b Book, case: &Case) -> Advice<'b> {
    let mut advice = Advice::default();
    for rule in in_force(book, &case.areas) {
        match rule.when.holds(case, book) {
            Truth::Yes(because) => advice.conclusions.push(Conclusion { rule, because }),
            // A rule that nothing but an unknown age speaks for says nothing yet.
            Truth::Open(because) if !because.is_empty() => advice.open.push(Conclusion { rule, because }),
            Truth::Open(_) | Truth::No => {}
        }
    }
    let rules: Vec<&'b Rule> = advice.conclusions.iter().map(|conclusion| conclusion.rule).collect();
    for (at, rule) in rules.into_iter().enumerate() {
        for part in &rule.roles {
            let due_in = due_in(case, part.step);
            let new =
                RoleAdvice { role: &part.role, nurse: part.nurse, step: part.step, due_in, rules: vec![at] };
            bring_in(&mut advice.roles, new);
        }
        rule.forums.iter().for_each(|code| name(&mut advice.forums, code, at));
        rule.guidelines.iter().for_each(|code| name(&mut advice.guidelines, code, at));
        rule.checklist.iter().for_each(|code| name(&mut advice.checklists, code, at));
        rule.template.iter().for_each(|code| name(&mut advice.templates, code, at));
    }
    advice.roles.sort_by_key(order);
    advice
}

/// The rules of a place: a municipality's own in place of ours, and none of another's.
fn in_force<'b>(book: &'b Book, areas: &[String]) -> Vec<&'b Rule> {
    let local = |rule: &Rule| rule.area.as_ref().is_some_and(|area| areas.contains(area));
    let mut rules: Vec<&Rule> = book.rules.iter().filter(|rule| rule.area.is_none()).collect();
    for own in book.rules.iter().filter(|rule| local(rule)) {
        match rules.iter_mut().find(|rule| rule.id == own.id) {
            Some(rule) => *rule = own,
            None => rules.push(own),
        }
    }
    rules
}

fn bring_in<'b>(roles: &mut Vec<RoleAdvice<'b>>, new: RoleAdvice<'b>) {
    let same = |known: &&mut RoleAdvice<'b>| known.role == new.role && known.nurse == new.nurse;
    match roles.iter_mut().find(same) {
        Some(known) => {
            if order(&new) < order(known) {
                (known.step, known.due_in) = (new.step, new.due_in);
            }
            known.rules.extend(new.rules);
        }
        None => roles.push(new),
    }
}

/// What is due first, then what has a date, then what waits for an event.
fn order(role: &RoleAdvice<'_>) -> (u8, i16) {
    match role.due_in {
        Some(months) => (0, months.max(0)),
        None => (1 + role.step.event as u8, role.step.months),
    }
}

fn name<'b>(list: &mut Vec<(&'b str, Vec<usize>)>, code: &'b str, rule: usize) {
    match list.iter_mut().find(|(known, _)| *known == code) {
        Some((_, rules)) => rules.push(rule),
        None => list.push((code, vec![rule])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(json: &str) -> Case {
        serde_json::from_str(json).unwrap()
    }

    fn roles(case: &Case) -> Vec<(String, String)> {
        let step = |role: &RoleAdvice<'_>| String::from(role.step);
        advise(Book::own(), case).roles.iter().map(|role| (role.role.to_owned(), step(role))).collect()
    }

    #[test]
    fn every_rule_holds_for_its_cases_and_for_no_counter_case() {
        for rule in &Book::own().rules {
            assert!(rule.cases.iter().any(|example| example.holds), "{}: no case", rule.id);
            assert!(rule.cases.iter().any(|example| !example.holds), "{}: no counter-case", rule.id);
            for example in &rule.cases {
                let truth = rule.when.holds(&example.given, Book::own());
                assert_eq!(
                    matches!(truth, Truth::Yes(_)),
                    example.holds,
                    "{}: {:?} → {truth:?}",
                    rule.id,
                    example.given
                );
            }
        }
    }

    #[test]
    fn every_conclusion_says_because_of_what() {
        for rule in &Book::own().rules {
            for example in rule.cases.iter().filter(|example| example.holds) {
                let advice = advise(Book::own(), &example.given);
                let own = advice.conclusions.iter().find(|conclusion| conclusion.rule.id == rule.id);
                assert!(own.is_some_and(|conclusion| !conclusion.because.is_empty()), "{}", rule.id);
            }
        }
    }

    #[test]
    fn the_way_to_65_is_in_order_of_time_and_what_is_late_is_now() {
        let early = case(r#"{"turns_65_in": 20, "services": ["home_help"]}"#);
        let advice = advise(Book::own(), &early);
        let due: Vec<i16> = advice.roles.iter().map(|role| role.due_in.unwrap()).collect();
        assert!(due.is_sorted() && due[0] == 0 && due.contains(&14), "{due:?}");
        let late = case(r#"{"turns_65_in": 4, "services": ["home_help"]}"#);
        let advice = advise(Book::own(), &late);
        let manager = advice.roles.iter().find(|role| role.role == "support_center").unwrap();
        assert_eq!((String::from(manager.step), manager.due_in), ("turns_65-6".to_owned(), Some(-2)));
        assert!(
            roles(&case(r#"{"age": 64, "services": ["home_help"]}"#))
                .contains(&("support_center".into(), "turns_65-6".into()))
        );
    }

    #[test]
    fn a_municipality_may_put_its_own_rule_in_the_place_of_ours() {
        let local = r#"
            [[rule]]
            id = "care-first-65"
            area = "48202"
            kind = "principle"
            title = { ja = "麦野市の基準", en = "Own rule" }
            text = { ja = "市の要綱による", en = "By own order" }
            when = { age_from = 65 }
            law = [{ name = "障害者総合支援法", article = "第7条" }]
            source = "麦野市要綱"
            date = "2026-04-01"
            roles = [{ role = "elderly_section", step = "now" }]
        "#;
        let book = Book::own().with_local(local).unwrap();
        let mut person = case(r#"{"age": 66, "services": ["home_help"]}"#);
        let title = |person: &Case| {
            let advice = advise(&book, person);
            let found = advice.conclusions.iter().find(|c| c.rule.id == "care-first-65").unwrap();
            found.rule.title.ja.clone()
        };
        assert!(title(&person).starts_with("65歳からは"));
        person.areas = vec!["48000".into(), "48202".into()];
        assert_eq!(title(&person), "麦野市の基準");
    }

    #[test]
    fn without_any_answer_nothing_is_claimed() {
        let advice = advise(Book::own(), &Case::default());
        assert!(advice.conclusions.is_empty() && advice.open.is_empty() && advice.roles.is_empty());
        let advice = advise(Book::own(), &case(r#"{"situations": ["abuse"]}"#));
        let open: Vec<&str> = advice.open.iter().map(|conclusion| conclusion.rule.id.as_str()).collect();
        assert_eq!(open, ["young-carer-preschool", "abuse-child", "abuse-elder"]);
    }
}
