//! Random tokens: for machines in hexadecimal, for people in the letters of Crockford's base 32, which has no O, I, L, U
//! and can be read out, copied from paper and typed with slips.

use crate::http::page::hex;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn random<const N: usize>() -> std::io::Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(bytes)
}

/// 256 random bits as 64 hexadecimal digits: sessions, devices.
pub fn for_cookie() -> std::io::Result<String> {
    Ok(hex(&random::<32>()?))
}

/// 256 random bits as 52 letters: one-time links.
pub fn for_link() -> std::io::Result<String> {
    Ok(base32(&random::<32>()?, LETTERS))
}

/// 80 random bits as 16 letters: recovery codes. So many bits need no slow hash.
pub fn for_recovery() -> std::io::Result<String> {
    Ok(base32(&random::<10>()?, LETTERS))
}

/// 160 random bits, the length RFC 4226 recommends.
pub fn for_totp() -> std::io::Result<Vec<u8>> {
    Ok(random::<20>()?.to_vec())
}

/// Random bytes to salt or number something with.
pub fn nonce<const N: usize>() -> std::io::Result<[u8; N]> {
    random()
}

/// Bits in groups of five, the last filled up with zeros, in these letters.
pub fn base32(bytes: &[u8], letters: &[u8; 32]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut buffer, mut bits) = (0_u32, 0);
    for byte in bytes {
        buffer = (buffer << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(letters[(buffer >> bits & 31) as usize]));
        }
    }
    if bits > 0 {
        text.push(char::from(letters[(buffer << (5 - bits) & 31) as usize]));
    }
    text
}

/// A code as it was typed: spaces and hyphens dropped, letters that look like digits read as those.
pub fn typed(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// A code in groups of four, as it is shown.
pub fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_copied_from_paper_is_the_code() {
        let code = for_link().unwrap();
        assert_eq!(code.len(), 52);
        let copied = grouped(&code).to_lowercase().replace('0', "o").replace('1', "l").replace('-', " - ");
        assert_eq!(typed(&copied), code);
    }

    #[test]
    fn base_32_is_that_of_rfc_4648() {
        let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let vectors = [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")];
        for (plain, coded) in vectors {
            assert_eq!(base32(plain.as_bytes(), letters), coded);
        }
    }
}
