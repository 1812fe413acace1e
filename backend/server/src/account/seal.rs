//! Secrets of second factors are kept encrypted, under a key that is not in the database: whoever gets hold of a backup
//! of the database cannot make codes. XChaCha20-Poly1305 with a random nonce, bound to its account.

use crate::{account::token, http::page::hex};
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead as _, KeyInit as _, Payload},
};
use hoshizu_catalog::id::AccountId;
use std::{io::Write as _, path::Path};

const NONCE: usize = 24;

/// Encrypts and decrypts.
pub struct Seal(XChaCha20Poly1305);

impl Seal {
    /// Reads the key file, or makes one that only its owner can read. Several servers beside one database share it.
    pub fn open(path: &Path) -> std::io::Result<Self> {
        let broken = || std::io::Error::new(std::io::ErrorKind::InvalidData, "not a key of this program");
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => make(path)?,
            Err(error) => return Err(error),
        };
        let key = unhex(text.trim()).ok_or_else(broken)?;
        XChaCha20Poly1305::new_from_slice(&key).map(Self).map_err(|_length| broken())
    }

    /// The secret of an account, encrypted.
    pub fn close(&self, account: AccountId, secret: &[u8]) -> std::io::Result<Vec<u8>> {
        let nonce = token::nonce::<NONCE>()?;
        let payload = Payload { msg: secret, aad: account.0.as_bytes() };
        let sealed = self.0.encrypt(&XNonce::from(nonce), payload).map_err(std::io::Error::other)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// The secret again; nothing when it was made with another key or for another account.
    pub fn reveal(&self, account: AccountId, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: account.0.as_bytes() };
        self.0.decrypt(&XNonce::from(*nonce), payload).ok()
    }
}

fn make(path: &Path) -> std::io::Result<String> {
    let key = hex(&token::nonce::<32>()?);
    let mut options = std::fs::OpenOptions::new();
    // Never over a file that appeared meanwhile: a key replaced makes every second factor useless.
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(key.as_bytes())?;
    Ok(key)
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_secret_opens_only_with_its_key_and_for_its_account() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (AccountId(Uuid::from_u128(1)), AccountId(Uuid::from_u128(2)));
        let seal = Seal::open(&folder.path().join("key")).unwrap();
        let sealed = seal.close(one, b"secret").unwrap();
        assert!(!sealed.windows(6).any(|window| window == b"secret"));
        assert_eq!(seal.reveal(one, &sealed).as_deref(), Some(b"secret".as_slice()));
        assert_eq!(seal.reveal(other, &sealed), None);
        let again = Seal::open(&folder.path().join("key")).unwrap();
        assert_eq!(again.reveal(one, &sealed).as_deref(), Some(b"secret".as_slice()), "the key is kept");
        let foreign = Seal::open(&folder.path().join("other")).unwrap();
        assert_eq!(foreign.reveal(one, &sealed), None);
        assert_eq!(seal.reveal(one, b"short"), None);
    }

    #[cfg(unix)]
    #[test]
    fn the_key_is_readable_by_its_owner_only_and_a_broken_one_is_not_replaced() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        assert!(Seal::open(&path).is_ok());
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0);
        std::fs::write(&path, "torn").unwrap();
        assert!(Seal::open(&path).is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "torn");
    }
}
