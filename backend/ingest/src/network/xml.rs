//! XML of networks, event by event. A document type is refused: its entities could expand without bound or point to other
//! files.

use super::{Blame, NetworkError};
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
};
use std::collections::HashMap;

pub const NO_DOCTYPE: &str = "<!DOCTYPE …> を取り除いてください（安全のため読み込みません）。";

/// Attributes of an element by name.
pub type Attributes = HashMap<String, String>;

/// What a format makes of elements.
pub trait Format {
    /// What to do with a file that is broken.
    const BROKEN: &'static str;

    /// An element begins; the answer says whether its text is wanted.
    fn start(&mut self, name: &str, attributes: &Attributes, line: u64) -> Result<bool, NetworkError>;

    /// An element ends. `text` is what stood in it where it was wanted.
    fn end(&mut self, name: &str, text: Option<&str>);
}

/// Hands every element of a text to a format.
pub fn read<F: Format>(text: &str, blame: Blame<'_>, format: &mut F) -> Result<(), NetworkError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut walk = Walk { blame, format, inside: None, text: String::new() };
    let mut lines = Lines { text, at: 0, line: 1 };
    loop {
        let line = lines.of(reader.buffer_position());
        let event = reader.read_event().map_err(|error| {
            let line = lines.of(reader.error_position());
            blame.at(line, error.to_string(), F::BROKEN)
        })?;
        match event {
            Event::Eof => return Ok(()),
            event => walk.event(event, line)?,
        }
    }
}

/// Lines of rising positions.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn of(&mut self, position: u64) -> u64 {
        let to = (position as usize).clamp(self.at, self.text.len());
        let lines = self.text.as_bytes()[self.at..to].split(|byte| *byte == b'\n').count();
        self.line += lines as u64 - 1;
        self.at = to;
        self.line
    }
}

struct Walk<'a, F> {
    blame: Blame<'a>,
    format: &'a mut F,
    /// The element whose text is wanted.
    inside: Option<String>,
    text: String,
}

impl<F: Format> Walk<'_, F> {
    fn event(&mut self, event: Event<'_>, line: u64) -> Result<(), NetworkError> {
        match event {
            Event::Start(element) => {
                let name = element.local_name().into_inner().to_owned();
                let attributes = self.attributes(&element, line)?;
                if self.format.start(&name, &attributes, line)? {
                    self.text.clear();
                    self.inside = Some(name);
                }
            }
            Event::End(element) => {
                let name = element.local_name().into_inner();
                let whole = self.inside.take_if(|inside| *inside == name);
                self.format.end(name, whole.map(|_| self.text.trim()));
            }
            Event::Text(text) if self.inside.is_some() => self.text.push_str(&text.xml10_content()),
            Event::CData(text) if self.inside.is_some() => self.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => self.reference(&reference, line)?,
            Event::DocType(_) => return Err(self.blame.at(line, "a document type is not read", NO_DOCTYPE)),
            _ => {}
        }
        Ok(())
    }

    /// `&amp;` and its like, `&#x5b57;`; any other entity would need a document type.
    fn reference(&mut self, reference: &BytesRef<'_>, line: u64) -> Result<(), NetworkError> {
        let character = match reference.resolve_char_ref() {
            Ok(Some(character)) => Some(character.to_string()),
            Ok(None) => quick_xml::escape::resolve_xml_entity(reference).map(str::to_owned),
            Err(_) => None,
        };
        let name: &str = reference;
        let character = character
            .ok_or_else(|| self.blame.at(line, format!("the entity &{name}; is not known"), NO_DOCTYPE))?;
        if self.inside.is_some() {
            self.text.push_str(&character);
        }
        Ok(())
    }

    fn attributes(&self, element: &BytesStart<'_>, line: u64) -> Result<Attributes, NetworkError> {
        let broken = |reason: String| self.blame.at(line, reason, F::BROKEN);
        element
            .attributes()
            .map(|attribute| {
                let attribute = attribute.map_err(|error| broken(error.to_string()))?;
                let value = attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .map_err(|error| broken(error.to_string()))?;
                Ok((attribute.key.into_inner().to_owned(), value.into_owned()))
            })
            .collect()
    }
}
