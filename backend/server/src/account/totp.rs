//! Time-based one-time passwords: RFC 6238 over HMAC-SHA-1 with 30 seconds and six digits, which is what every
//! authenticator understands.

use crate::account::token::base32;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use subtle::ConstantTimeEq as _;
use time::OffsetDateTime;

/// Seconds a code lasts.
const STEP: i64 = 30;
/// Clocks of telephones are wrong by less than this many steps.
const SLACK: i64 = 1;
/// What authenticators read (RFC 4648).
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The time step of a moment.
pub fn step(at: OffsetDateTime) -> i64 {
    at.unix_timestamp().div_euclid(STEP)
}

/// The six digits of a time step.
pub fn code(secret: &[u8], step: i64) -> String {
    format!("{:06}", truncated(secret, step) % 1_000_000)
}

fn truncated(secret: &[u8], step: i64) -> u32 {
    // HMAC takes keys of any length.
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(secret) else { return 0 };
    mac.update(&step.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let offset = usize::from(digest[19] & 15);
    let word = [digest[offset], digest[offset + 1], digest[offset + 2], digest[offset + 3]];
    u32::from_be_bytes(word) & 0x7fff_ffff
}

/// The time step whose code this is, about now.
pub fn matching_step(secret: &[u8], typed: &str, now: OffsetDateTime) -> Option<i64> {
    let now = step(now);
    let fits = |step: &i64| bool::from(code(secret, *step).as_bytes().ct_eq(typed.as_bytes()));
    (now - SLACK..=now + SLACK).find(fits)
}

/// The secret as it is typed into an authenticator.
pub fn secret_text(secret: &[u8]) -> String {
    base32(secret, LETTERS)
}

/// The address behind the QR code (Google's Key URI format, which all read).
pub fn uri(secret: &[u8], issuer: &str, login: &str) -> String {
    let (issuer, login) = (percent(issuer), percent(login));
    format!(
        "otpauth://totp/{issuer}:{login}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period={STEP}",
        secret_text(secret)
    )
}

fn percent(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vectors_of_rfc_6238_hold() {
        let secret = b"12345678901234567890";
        let vectors = [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000, 65_353_130),
        ];
        for (at, eight_digits) in vectors {
            assert_eq!(truncated(secret, at / STEP) % 100_000_000, eight_digits, "{at}");
        }
    }

    #[test]
    fn a_code_is_good_for_its_step_and_one_beside_it() {
        let secret = b"12345678901234567890";
        let now = OffsetDateTime::from_unix_timestamp(1_234_567_890).unwrap();
        let at = |steps: i64| code(secret, step(now) + steps);
        assert_eq!(matching_step(secret, &at(0), now), Some(step(now)));
        assert_eq!(matching_step(secret, &at(-1), now), Some(step(now) - 1));
        assert_eq!(matching_step(secret, &at(2), now), None);
        assert_eq!(matching_step(secret, "", now), None);
    }

    #[test]
    fn the_uri_is_one_that_authenticators_read() {
        let uri = uri(b"12345678901234567890", "星図", "a&b=c");
        assert!(
            uri.starts_with("otpauth://totp/%E6%98%9F%E5%9B%B3:a%26b%3Dc?secret=GEZDGNBVGY3TQOJQ"),
            "{uri}"
        );
    }
}
