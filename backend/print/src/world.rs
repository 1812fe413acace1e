//! What Typst sees: our templates, one file of data, one font.

use crate::{Fonts, PrintError};
use serde::Serialize;
use std::sync::LazyLock;
use typst::{
    Library, LibraryExt as _, World,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Templates by the name they import each other under. Ids of files are never given back, so they are taken once.
static TEMPLATES: LazyLock<Vec<(&'static str, Source)>> = LazyLock::new(|| {
    let texts = [
        ("style.typ", include_str!("../templates/style.typ")),
        ("council_style.typ", include_str!("../templates/council_style.typ")),
        ("council.typ", include_str!("../templates/council.typ")),
        ("council_poster.typ", include_str!("../templates/council_poster.typ")),
        ("sheet.typ", include_str!("../templates/sheet.typ")),
        ("nurse_sheet.typ", include_str!("../templates/nurse_sheet.typ")),
        ("reminder.typ", include_str!("../templates/reminder.typ")),
    ];
    texts
        .into_iter()
        .filter_map(|(name, text)| Some((name, Source::new(id(name)?, text.to_owned()))))
        .collect()
});
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

fn id(name: &str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?)))
}

struct Desk<'a> {
    fonts: &'a Fonts,
    main: FileId,
    data: Bytes,
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = TEMPLATES.iter().find(|(_, source)| source.id() == id);
        found.map(|(_, source)| source.clone()).ok_or_else(|| FileError::Other(None))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id.vpath().get_without_slash() == "data.json" {
            Ok(self.data.clone())
        } else {
            Err(FileError::Other(None))
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Where a PDF goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// To one reader, by mail perhaps: tagged, and held to PDF/UA-1, so that a screen reader can read it.
    Reader,
    /// To a printer, many papers at once: tags would be nine tenths of the file and are lost on paper.
    Printer,
}

impl Use {
    /// One paper is for its reader, several are for a printer.
    pub fn of(papers: usize) -> Self {
        if papers == 1 { Self::Reader } else { Self::Printer }
    }
}

/// Sets a template with its data.
pub fn print(template: &str, data: &impl Serialize, goes: Use, fonts: &Fonts) -> Result<Vec<u8>, PrintError> {
    let fault = |error: &dyn std::fmt::Display| PrintError::Template(error.to_string());
    let mut data = serde_json::to_value(data).map_err(|error| fault(&error))?;
    fonts.clean_all(&mut data);
    let main = TEMPLATES.iter().find(|(name, _)| *name == template).map(|(_, source)| source.id());
    let desk = Desk {
        fonts,
        main: main.ok_or_else(|| fault(&template))?,
        data: Bytes::from_string(data.to_string()),
    };
    let set = typst::compile::<PagedDocument>(&desk).output.and_then(|document| {
        let tagged = goes == Use::Reader;
        let wanted: &[PdfStandard] = if tagged { &[PdfStandard::Ua_1] } else { &[] };
        let standards = PdfStandards::new(wanted).unwrap_or_default();
        let creator = Smart::Custom(Some("星図 Hoshizu".to_owned()));
        typst_pdf::pdf(&document, &PdfOptions { creator, standards, tagged, ..PdfOptions::default() })
    });
    // What was remembered for this print serves no other, and would pile up.
    typst::comemo::evict(0);
    set.map_err(|errors| PrintError::Template(errors.iter().map(said).collect::<Vec<_>>().join("; ")))
}

fn said(error: &SourceDiagnostic) -> String {
    let hints: String = error.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
    format!("{}{hints}", error.message)
}
