//! Passwords: what is accepted (NIST SP 800-63B: length and what everybody would guess, no rules of composition), and
//! Argon2id over them (RFC 9106).
//!
//! 19 MiB, two passes, one lane: the second of the equivalent settings OWASP names, chosen so that a desk machine can
//! compute several at once. As many as there are cores run at a time on threads of their own, and a short queue waits:
//! whoever floods the server with sign-ins costs it 19 MiB a core, not its memory.

use crate::account::token;
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher as _, PasswordVerifier as _},
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization as _;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Sign-ins that wait for a free core; more are told to come again.
const QUEUE: usize = 64;
/// A queue of this length moves on faster than this.
const PATIENCE: Duration = Duration::from_secs(15);

/// Letters a password has at least.
pub const SHORTEST: usize = 12;
/// Letters it has at most; more only cost time.
pub const LONGEST: usize = 256;
/// Letters that must be left when everything guessable is taken out.
const OWN_PART: usize = 6;

/// With these settings, of nothing anybody knows: compared where there is no password, so that an unknown login takes
/// as long as a wrong password.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5a25vd3NpdA$Jq2Xx3yD0mYk0O8m1bC5v7o3T9hR6sL2pW4uE8aZfGk";

const COMMON: &str = include_str!("../../../../data/passwords/common.txt");

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// Fewer than [`SHORTEST`] letters.
    Short,
    /// More than [`LONGEST`].
    Long,
    /// Made of words, rows and repetitions that are guessed first, or of the own login or name.
    Guessable,
}

impl Weak {
    /// The end of the problem's code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Short => "password_short",
            Self::Long => "password_long",
            Self::Guessable => "password_guessable",
        }
    }
}

/// Whether a password may be used by somebody with this login and name.
pub fn check(password: &str, login: &str, name: &str) -> Result<(), Weak> {
    let folded: String = password.nfkc().collect::<String>().to_lowercase();
    match folded.chars().count() {
        length if length < SHORTEST => return Err(Weak::Short),
        length if length > LONGEST => return Err(Weak::Long),
        _ => {}
    }
    let own = [login, name].map(|text| text.nfkc().collect::<String>().to_lowercase());
    let own_parts = own.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let own_words = own_parts.chain(own.iter().map(String::as_str)).filter(|word| word.chars().count() >= 3);
    let mut rest = folded;
    for word in own_words.chain(COMMON.lines()).filter(|word| !word.is_empty()) {
        rest = rest.replace(word, "");
    }
    let mut letters: Vec<char> = rest.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    if letters.len() < OWN_PART { Err(Weak::Guessable) } else { Ok(()) }
}

/// More sign-ins at once than this server computes.
#[derive(Debug, PartialEq, Eq)]
pub struct Busy;

/// Hashes and compares, a bounded number at a time.
pub struct Passwords {
    cores: Arc<Semaphore>,
    waiting: AtomicUsize,
    computed: AtomicU64,
}

impl Passwords {
    /// One computation a core, two at least.
    pub fn new() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get).clamp(2, 8);
        Self {
            cores: Arc::new(Semaphore::new(cores)),
            waiting: AtomicUsize::new(0),
            computed: AtomicU64::new(0),
        }
    }

    /// How many hashes were computed: what a test compares in place of times.
    pub fn computed(&self) -> u64 {
        self.computed.load(Ordering::Relaxed)
    }

    /// The hash to store, in PHC form.
    pub async fn hash(&self, password: &str) -> Result<String, Busy> {
        let password: String = password.nfkc().collect();
        self.compute(move || {
            let salt = token::nonce::<16>().ok()?;
            Some(argon2()?.hash_password_with_salt(password.as_bytes(), &salt).ok()?.to_string())
        })
        .await?
        .ok_or(Busy)
    }

    /// Whether the password is the one of this hash. Without a hash one is computed all the same, and it is not.
    pub async fn matches(&self, password: &str, hash: Option<&str>) -> Result<bool, Busy> {
        // Longer ones were never accepted; cut, they cost no more than others and do not fit.
        let password: String = password.nfkc().take(LONGEST + 1).collect();
        let (known, hash) = (hash.is_some(), hash.unwrap_or(NOBODYS).to_owned());
        let fits = self
            .compute(move || {
                argon2()
                    .is_some_and(|argon2| argon2.verify_password(password.as_bytes(), hash.as_str()).is_ok())
            })
            .await?;
        Ok(fits && known)
    }

    async fn compute<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Busy> {
        let _place = self.queue()?;
        let waited = tokio::time::timeout(PATIENCE, self.cores.clone().acquire_owned()).await;
        let Ok(Ok(permit)) = waited else { return Err(Busy) };
        self.computed.fetch_add(1, Ordering::Relaxed);
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            // Held until the memory is free again, even when nobody waits for the answer any more.
            drop(permit);
            result
        });
        done.await.map_err(|error| {
            tracing::error!(%error, "a password computation failed");
            Busy
        })
    }

    fn queue(&self) -> Result<Place<'_>, Busy> {
        let place = Place(&self.waiting);
        if self.waiting.fetch_add(1, Ordering::AcqRel) < QUEUE { Ok(place) } else { Err(Busy) }
    }
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new()
    }
}

/// A place in the queue, given back when dropped.
struct Place<'a>(&'a AtomicUsize);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

fn argon2() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_counts_and_nothing_is_asked_of_its_letters() {
        assert_eq!(check("みじかい", "a", "b"), Err(Weak::Short));
        assert_eq!(check("correct horse battery staple", "hanako", "星野花子"), Ok(()));
        assert_eq!(check("夜明け前に犬が三度ほえた", "hanako", "星野花子"), Ok(()));
        assert_eq!(check(&"ab3-".repeat(65), "a", "b"), Err(Weak::Long));
    }

    #[test]
    fn what_everybody_guesses_first_is_refused() {
        for guess in [
            "password1234",
            "123456789012",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "qwertyuiop123",
            "Hoshizu2026!!",
            "ｐａｓｓｗｏｒｄ１２３４",
        ] {
            assert_eq!(check(guess, "x", "y"), Err(Weak::Guessable), "{guess}");
        }
        assert_eq!(check("hanako.hoshino1", "hanako.hoshino", "花子"), Err(Weak::Guessable));
        assert_eq!(check("ほしの はなこ ほしの はなこ", "a", "ほしの はなこ"), Err(Weak::Guessable));
    }

    #[tokio::test]
    async fn a_hash_fits_its_password_however_it_was_typed_and_says_its_settings() {
        let passwords = Passwords::new();
        let hash = passwords.hash("カフェの裏口に青い傘").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.matches("ｶﾌｪの裏口に青い傘", Some(&hash)).await.unwrap(), "half width");
        assert!(!passwords.matches("カフェの裏口に赤い傘", Some(&hash)).await.unwrap());
        assert_ne!(hash, passwords.hash("カフェの裏口に青い傘").await.unwrap(), "salted");
    }

    #[tokio::test]
    async fn without_a_hash_one_is_computed_and_nothing_fits() {
        let passwords = Passwords::new();
        assert!(argon2::PasswordHash::new(NOBODYS).is_ok(), "a hash that cannot be read costs no time");
        assert!(!passwords.matches("anything at all", None).await.unwrap());
        assert_eq!(passwords.computed(), 1);
    }

    #[tokio::test]
    async fn more_than_the_queue_holds_are_told_to_come_again() {
        let passwords = Passwords::new();
        let places: Vec<_> = (0..QUEUE).map(|_| passwords.queue().unwrap()).collect();
        assert_eq!(passwords.matches("anything at all", None).await, Err(Busy));
        drop(places);
        assert!(passwords.matches("anything at all", None).await.is_ok());
    }
}
