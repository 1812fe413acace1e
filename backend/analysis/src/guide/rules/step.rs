//! When something is due: now, or months before or after an event.

use serde::{Deserialize, Serialize};

/// An event in a life that rules are dated by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Event {
    /// Today.
    Now,
    /// Leaving hospital or a facility.
    Discharge,
    /// The 18th birthday.
    Turns18,
    /// The 65th birthday.
    Turns65,
}

/// Months before (negative) or after an event; written `now`, `turns_65-6`, `turns_65`, `turns_65+3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Step {
    /// The event.
    pub event: Event,
    /// Months after it.
    pub months: i16,
}

const EVENTS: [(Event, &str); 4] = [
    (Event::Now, "now"),
    (Event::Discharge, "discharge"),
    (Event::Turns18, "turns_18"),
    (Event::Turns65, "turns_65"),
];

impl Step {
    /// Today.
    pub const NOW: Self = Self { event: Event::Now, months: 0 };

    /// Months from today until it is due, where the case says when its event is.
    pub fn due_in(self, months_to_18: Option<i16>, months_to_65: Option<i16>) -> Option<i16> {
        match self.event {
            Event::Now => Some(0),
            Event::Discharge => None,
            Event::Turns18 => months_to_18.map(|months| months + self.months),
            Event::Turns65 => months_to_65.map(|months| months + self.months),
        }
    }
}

impl TryFrom<String> for Step {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let wrong = || format!("{text:?} is no step");
        let (event, name) = EVENTS.iter().find(|(_, name)| text.starts_with(name)).ok_or_else(wrong)?;
        let rest = &text[name.len()..];
        let months = if rest.is_empty() { Some(0) } else { rest.parse().ok() };
        let signed = rest.is_empty() || rest.starts_with(['+', '-']);
        match months {
            Some(months) if signed => Ok(Self { event: *event, months }),
            _ => Err(wrong()),
        }
    }
}

impl From<Step> for String {
    fn from(step: Step) -> Self {
        let name = EVENTS.iter().find(|(event, _)| *event == step.event).map_or("", |(_, name)| name);
        if step.months == 0 { name.to_owned() } else { format!("{name}{:+}", step.months) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_written_as_it_is_read() {
        for text in ["now", "turns_65-6", "turns_65", "turns_65+3", "discharge-1", "turns_18-12"] {
            assert_eq!(String::from(Step::try_from(text.to_owned()).unwrap()), text);
        }
        for text in ["", "soon", "turns_65 6", "turns_656"] {
            assert!(Step::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
