//! The files of the guide: their shapes, and the checks that no name in them leads nowhere.

use super::{
    step::Step,
    when::{Case, When},
};
use crate::guide::conditions;
use hoshizu_catalog::{nurse::Topic, taxonomy::ServiceType};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

/// A law, and the article where it is certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Name as practitioners cite it.
    pub name: String,
    /// Article; absent where only the law as a whole is meant.
    pub article: Option<String>,
}

/// Whether a rule is 原則 or 例外.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 原則.
    Principle,
    /// 例外.
    Exception,
}

/// A role a rule brings in, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Code of the role.
    pub role: String,
    /// When it is needed.
    pub step: Step,
    /// For 保健師: the topic by which the desk is found.
    pub nurse: Option<Topic>,
}

/// A case that shows whether a rule holds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The case.
    pub given: Case,
    /// Whether the rule holds for it.
    pub holds: bool,
}

/// One rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Identifier.
    pub id: String,
    /// 原則 or 例外.
    pub kind: Kind,
    /// The conclusion in one sentence.
    pub title: Text,
    /// What it means in practice.
    pub text: Text,
    /// Whom it is for.
    pub when: When,
    /// What it rests on.
    pub law: Vec<Law>,
    /// Where that was read.
    pub source: String,
    /// Day of the source, `YYYY-MM-DD`.
    pub date: String,
    /// What is left to the municipality.
    pub municipal: Option<Text>,
    /// Who belongs to the person.
    #[serde(default)]
    pub roles: Vec<Part>,
    /// Forums it may be brought to.
    #[serde(default)]
    pub forums: Vec<String>,
    /// Guidelines on decision support that apply.
    #[serde(default)]
    pub guidelines: Vec<String>,
    /// Check list to print.
    pub checklist: Option<String>,
    /// Network to compare the area with.
    pub template: Option<String>,
    /// Code of the area whose own rule this is; it takes the place of the rule of the same id there.
    pub area: Option<String>,
    /// Cases that show it.
    #[serde(default, rename = "case")]
    pub cases: Vec<Example>,
}

/// A role and how its offices are found.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the file, which explains them")]
pub struct Role {
    pub code: String,
    pub ja: String,
    pub en: String,
    pub system: String,
    pub services: Vec<ServiceType>,
    #[serde(default)]
    pub named: Vec<String>,
    #[serde(default)]
    pub nurse: bool,
    #[serde(default)]
    pub kyosei: bool,
}

/// A forum.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the file, which explains them")]
pub struct Forum {
    pub code: String,
    pub ja: String,
    pub en: String,
    pub law: Law,
    pub note: Text,
}

/// One of the five guidelines on decision support.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the file, which explains them")]
pub struct Guideline {
    pub code: String,
    pub ja: String,
    pub en: String,
    pub whom: Text,
    pub by: Text,
    pub when: Text,
    pub how: Text,
    pub unclear: Text,
}

/// Something one can say of a person: a service in use or a situation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the file, which explains them")]
pub struct Choice {
    pub code: String,
    pub system: Option<String>,
    pub strength: Option<String>,
    pub ja: String,
    pub en: String,
}

/// A line of a check list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the file, which explains them")]
pub struct Item {
    pub step: Step,
    pub role: String,
    pub ja: String,
    pub en: String,
}

/// A check list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the file, which explains them")]
pub struct Checklist {
    pub code: String,
    pub title: Text,
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

/// A box of a network.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the file, which explains them")]
pub struct NetworkBox {
    pub group: String,
    pub role: String,
    #[serde(default)]
    pub added: bool,
}

/// A standard network.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "named as in the file, which explains them")]
pub struct Template {
    pub code: String,
    pub title: Text,
    pub note: Text,
    #[serde(rename = "box")]
    pub boxes: Vec<NetworkBox>,
}

/// Everything the guide knows.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(missing_docs, reason = "one list a noun")]
pub struct Book {
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
    #[serde(rename = "role")]
    pub roles: Vec<Role>,
    #[serde(rename = "forum")]
    pub forums: Vec<Forum>,
    #[serde(rename = "guideline")]
    pub guidelines: Vec<Guideline>,
    #[serde(rename = "service")]
    pub services: Vec<Choice>,
    #[serde(rename = "situation")]
    pub situations: Vec<Choice>,
    #[serde(rename = "checklist")]
    pub checklists: Vec<Checklist>,
    #[serde(rename = "template")]
    pub templates: Vec<Template>,
}

/// Why a file of rules cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// It is no TOML of the right shape.
    #[error("{0}")]
    Shape(#[from] toml::de::Error),
    /// It names what does not exist, or leaves out what it must say.
    #[error("rule {rule}: {what}")]
    Rule {
        /// Which rule.
        rule: String,
        /// What is wrong.
        what: String,
    },
}

const FILES: [&str; 10] = [
    include_str!("../../../../../data/guide/roles.toml"),
    include_str!("../../../../../data/guide/forums.toml"),
    include_str!("../../../../../data/guide/guidelines.toml"),
    include_str!("../../../../../data/guide/inputs.toml"),
    include_str!("../../../../../data/guide/checklists.toml"),
    include_str!("../../../../../data/guide/templates.toml"),
    include_str!("../../../../../data/guide/rules_transition.toml"),
    include_str!("../../../../../data/guide/rules_health.toml"),
    include_str!("../../../../../data/guide/rules_child.toml"),
    include_str!("../../../../../data/guide/rules_rights.toml"),
];

static BOOK: LazyLock<Book> = LazyLock::new(|| Book::read(&FILES).unwrap_or_default());

impl Book {
    /// What we wrote.
    pub fn own() -> &'static Self {
        &BOOK
    }

    fn read(files: &[&str]) -> Result<Self, BookError> {
        let mut book = Self::default();
        for file in files {
            book.extend(toml::from_str(file)?);
        }
        book.check()?;
        Ok(book)
    }

    fn extend(&mut self, other: Self) {
        self.rules.extend(other.rules);
        self.roles.extend(other.roles);
        self.forums.extend(other.forums);
        self.guidelines.extend(other.guidelines);
        self.services.extend(other.services);
        self.situations.extend(other.situations);
        self.checklists.extend(other.checklists);
        self.templates.extend(other.templates);
    }

    /// This book with the rules of municipalities (`[[rule]]` with `area`), from a file of the same shape.
    ///
    /// # Errors
    /// When the file is of another shape, names what does not exist, or a rule of it says no area.
    pub fn with_local(&self, toml: &str) -> Result<Self, BookError> {
        let local: Self = toml::from_str(toml)?;
        if let Some(rule) = local.rules.iter().find(|rule| rule.area.is_none()) {
            return Err(BookError::Rule { rule: rule.id.clone(), what: "`area` is missing".to_owned() });
        }
        let mut book = self.clone();
        book.rules.extend(local.rules);
        book.check()?;
        Ok(book)
    }

    /// The role with this code.
    pub fn role(&self, code: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.code == code)
    }

    /// Holds that every name leads somewhere and every rule has its law, source and day.
    fn check(&self) -> Result<(), BookError> {
        for rule in &self.rules {
            let fail = |what: String| Err(BookError::Rule { rule: rule.id.clone(), what });
            if rule.law.is_empty() || rule.source.is_empty() || rule.date.len() != 10 {
                return fail("law, source and date (YYYY-MM-DD) must be given".to_owned());
            }
            if let Some(part) = rule.roles.iter().find(|part| self.role(&part.role).is_none()) {
                return fail(format!("no role {:?}", part.role));
            }
            if let Some(part) = rule.roles.iter().find(|part| (part.role == "nurse") != part.nurse.is_some())
            {
                return fail(format!(
                    "{:?}: `nurse` names the topic of a nurse and of nobody else",
                    part.role
                ));
            }
            let forum = |code: &&String| !self.forums.iter().any(|forum| forum.code == **code);
            let guideline = |code: &&String| !self.guidelines.iter().any(|other| other.code == **code);
            let checklist = |code: &&String| !self.checklists.iter().any(|list| list.code == **code);
            let template = |code: &&String| !self.templates.iter().any(|other| other.code == **code);
            let lost = rule.forums.iter().find(forum).or_else(|| rule.guidelines.iter().find(guideline));
            let lost = lost.or_else(|| rule.checklist.iter().find(checklist));
            if let Some(code) = lost.or_else(|| rule.template.iter().find(template)) {
                return fail(format!("no {code:?}"));
            }
            if let Some(word) = rule.when.strange_word(self) {
                return fail(format!("when: no {word:?}"));
            }
        }
        Ok(())
    }

    pub(super) fn knows_word(&self, list: &str, word: &str) -> bool {
        match list {
            "services" => self.services.iter().any(|choice| choice.code == word),
            "situations" => self.situations.iter().any(|choice| choice.code == word),
            "conditions" => conditions::all().iter().any(|condition| condition.code == word),
            "tags" => conditions::all().iter().any(|condition| condition.tags.iter().any(|tag| tag == word)),
            _ => self.services.iter().any(|choice| choice.system.as_deref() == Some(word)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_files_are_sound() {
        let book = Book::read(&FILES).unwrap();
        assert!(book.rules.len() > 30 && book.guidelines.len() == 5, "{}", book.rules.len());
        let mut ids: Vec<&str> = book.rules.iter().map(|rule| rule.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), book.rules.len(), "an id stands twice");
        for list in &book.checklists {
            assert!(list.items.iter().all(|item| book.role(&item.role).is_some()), "{}", list.code);
        }
        for template in &book.templates {
            assert!(template.boxes.iter().all(|one| book.role(&one.role).is_some()), "{}", template.code);
        }
        for role in &book.roles {
            assert!(!role.services.is_empty() || role.nurse || role.kyosei, "{} is found nowhere", role.code);
        }
    }

    #[test]
    fn a_local_rule_that_leads_nowhere_is_refused_in_words() {
        let rule = |more: &str| {
            format!(
                "[[rule]]\nid = \"x\"\nkind = \"principle\"\ntitle = {{ ja = \"あ\", en = \"a\" }}\n\
                 text = {{ ja = \"あ\", en = \"a\" }}\nlaw = [{{ name = \"介護保険法\" }}]\nsource = \"要綱\"\n\
                 date = \"2026-04-01\"\n{more}"
            )
        };
        let refused = |more: &str| Book::own().with_local(&rule(more)).unwrap_err().to_string();
        assert!(refused("when = {}").contains("`area` is missing"));
        assert!(refused("area = \"48202\"\nwhen = { situations = [\"magic\"] }").contains("magic"));
        assert!(refused("area = \"48202\"\nwhen = { colour = \"red\" }").contains("colour"));
        assert!(
            refused("area = \"48202\"\nwhen = {}\nroles = [{ role = \"king\", step = \"now\" }]")
                .contains("king")
        );
        assert!(Book::own().with_local(&rule("area = \"48202\"\nwhen = { age_from = 65 }")).is_ok());
    }
}
