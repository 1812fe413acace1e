//! Bytes to text: UTF-8 with and without BOM, cp932, UTF-16 of either order with and without BOM.

use std::borrow::Cow;

/// Text and the name of the encoding it was in.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// `UTF-8`, `UTF-8 BOM`, `cp932`, `UTF-16LE`, `UTF-16BE`.
    pub encoding: &'static str,
    /// The text without BOM. Bytes that were no characters are U+FFFD.
    pub text: Cow<'a, str>,
}

/// Decodes a text file. Never fails: the encoding with the fewest broken characters is taken.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Decoded { encoding: "UTF-8 BOM", text: String::from_utf8_lossy(rest) };
    }
    if let Some(little) = utf16_order(bytes) {
        let (encoding, name) =
            if little { (encoding_rs::UTF_16LE, "UTF-16LE") } else { (encoding_rs::UTF_16BE, "UTF-16BE") };
        return Decoded { encoding: name, text: encoding.decode_with_bom_removal(bytes).0 };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { encoding: "UTF-8", text: Cow::Borrowed(text) };
    }
    let (cp932, _, _) = encoding_rs::SHIFT_JIS.decode(bytes);
    let utf8 = String::from_utf8_lossy(bytes);
    let broken = |text: &str| text.matches('\u{fffd}').count();
    if broken(&utf8) < broken(&cp932) {
        Decoded { encoding: "UTF-8", text: utf8 }
    } else {
        Decoded { encoding: "cp932", text: cp932 }
    }
}

/// `Some(true)` for little endian. Without a BOM UTF-16 betrays itself by NUL bytes (commas, digits, line ends), which
/// neither UTF-8 nor cp932 text has; their side tells the order.
fn utf16_order(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(true),
        [0xfe, 0xff, ..] => return Some(false),
        _ => {}
    }
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let head = &bytes[..bytes.len().min(8_192)];
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // A stray NUL in an 8-bit file is no UTF-16: at least one character in fifty must be ASCII.
    (even + odd > head.len() / 100 && even.abs_diff(odd) > usize::midpoint(even, odd)).then_some(odd > even)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "名称,住所\r\n星見町役場,星見県星見町１－２\r\n";

    fn utf16(text: &str, little: bool, bom: bool) -> Vec<u8> {
        let order = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        bom.then_some(0xfeff).into_iter().chain(text.encode_utf16()).flat_map(order).collect()
    }

    #[test]
    fn each_encoding_of_municipal_files_is_told_from_the_bytes() {
        let cp932 = encoding_rs::SHIFT_JIS.encode(TEXT).0.into_owned();
        let with_bom = [b"\xef\xbb\xbf".as_slice(), TEXT.as_bytes()].concat();
        for (bytes, want) in [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            (with_bom, "UTF-8 BOM"),
            (cp932, "cp932"),
            (utf16(TEXT, true, true), "UTF-16LE"),
            (utf16(TEXT, false, true), "UTF-16BE"),
            (utf16(TEXT, true, false), "UTF-16LE"),
            (utf16(TEXT, false, false), "UTF-16BE"),
        ] {
            let decoded = decode(&bytes);
            assert_eq!((decoded.encoding, decoded.text.as_ref()), (want, TEXT));
        }
    }

    #[test]
    fn utf8_with_one_broken_character_stays_utf8() {
        let mut bytes = TEXT.repeat(20).into_bytes();
        bytes.extend(b"\xe3\x81");
        assert_eq!(decode(&bytes).encoding, "UTF-8");
    }
}
