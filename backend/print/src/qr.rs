//! QR codes as images.

use crate::PrintError;
use fast_qr::{ECL, QRBuilder};
use std::fmt::Write as _;

/// Modules of white around it that readers want (ISO/IEC 18004).
const QUIET: usize = 4;

/// The text as a QR code that survives a FAX (a quarter of it may be lost): an SVG of black runs on nothing.
pub fn svg(text: &str) -> Result<String, PrintError> {
    let built = QRBuilder::new(text).ecl(ECL::Q).build();
    let code = built.ok().ok_or_else(|| PrintError::TooLong(text.to_owned()))?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = (x..code.size).take_while(|x| code[y][*x].value()).count();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\"><path d=\"{path}\"/></svg>"
    ))
}
