//! Makes guessing slow without letting anybody lock others out (decision 0041).
//!
//! Failures are counted in four places, each with a number that is free and a wait that doubles beyond it: a browser
//! that the account knows is counted alone; everybody else by account and network together, by network, and by account
//! over all strangers. What strangers do never makes a known browser wait.
//!
//! A try is counted before the password is compared and taken back when it was right, so that tries at the same time
//! are counted too. Kept in memory: after a restart everybody starts afresh.

use crate::http::client::Network;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};
use time::{Duration, OffsetDateTime};

/// Nobody waits longer.
const LONGEST: Duration = Duration::minutes(15);
/// A count is forgotten when nothing was added for so long.
const MEMORY: Duration = Duration::hours(1);
/// Counts kept; beyond it the oldest make room. 120 bytes each.
const MOST: usize = 100_000;

/// Where failures are counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// A browser the account knows, by the digest of its token.
    Device([u8; 32]),
    /// Strangers of one network at one login (by its digest).
    Pair(Network, [u8; 32]),
    /// Strangers of one network.
    Network(Network),
    /// All strangers at one login.
    Login([u8; 32]),
}

impl Key {
    /// Failures that cost no wait. A network may be a whole town hall behind one address.
    fn free(&self) -> u32 {
        match self {
            Self::Device(_) => 10,
            Self::Pair(..) => 5,
            Self::Network(_) | Self::Login(_) => 50,
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Count {
    failures: u32,
    last: OffsetDateTime,
    free_at: OffsetDateTime,
}

/// Failures of the last hour.
#[derive(Debug, Default)]
pub struct Throttle(Mutex<HashMap<Key, Count>>);

/// A try that was let in and counted.
#[derive(Debug)]
#[must_use]
pub struct Attempt(Vec<Key>);

impl Throttle {
    /// Lets a try in and counts it, or says how long to wait.
    pub fn begin(&self, keys: Vec<Key>, now: OffsetDateTime) -> Result<Attempt, Duration> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let waits = keys.iter().filter_map(|key| counts.get(key)).map(|count| count.free_at - now);
        if let Some(wait) = waits.filter(|wait| wait.is_positive()).max() {
            return Err(wait);
        }
        make_room(&mut counts, now);
        for key in &keys {
            let free = key.free();
            let count = counts.entry(key.clone()).or_insert(Count { failures: 0, last: now, free_at: now });
            if now - count.last > MEMORY {
                count.failures = 0;
            }
            count.failures += 1;
            count.last = now;
            count.free_at = now + wait_after(count.failures, free);
        }
        Ok(Attempt(keys))
    }

    /// It was right: what was counted for this browser, or this network at this login, is forgotten.
    pub fn succeeded(&self, attempt: Attempt) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for key in attempt.0 {
            match key {
                Key::Device(_) | Key::Pair(..) => {
                    counts.remove(&key);
                }
                Key::Network(_) | Key::Login(_) => take_back(&mut counts, &key),
            }
        }
    }

    /// It was neither right nor wrong (the second factor is still to come): only the try itself is taken back.
    pub fn release(&self, attempt: Attempt) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for key in attempt.0 {
            take_back(&mut counts, &key);
        }
    }
}

fn take_back(counts: &mut HashMap<Key, Count>, key: &Key) {
    if let Some(count) = counts.get_mut(key) {
        count.failures = count.failures.saturating_sub(1);
        count.free_at = count.last;
    }
}

/// 1, 2, 4, 8 … seconds after the last free failure.
fn wait_after(failures: u32, free: u32) -> Duration {
    match failures.checked_sub(free) {
        None => Duration::ZERO,
        Some(beyond) => Duration::seconds(1_i64 << beyond.min(20)).min(LONGEST),
    }
}

/// Drops what is forgotten anyway, and, where that is not enough, whatever makes nobody wait.
fn make_room(counts: &mut HashMap<Key, Count>, now: OffsetDateTime) {
    if counts.len() < MOST {
        return;
    }
    counts.retain(|_, count| now - count.last <= MEMORY);
    if counts.len() >= MOST {
        counts.retain(|_, count| count.free_at > now);
    }
    if counts.len() >= MOST {
        counts.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;

    fn network(number: u8) -> Network {
        Network::of([10, 0, 0, number].into())
    }

    fn stranger(number: u8, login: u8) -> Vec<Key> {
        let login = [login; 32];
        vec![Key::Pair(network(number), login), Key::Network(network(number)), Key::Login(login)]
    }

    fn fail(throttle: &Throttle, keys: &[Key], times: u32) -> u32 {
        (0..times).filter(|_| throttle.begin(keys.to_vec(), NOON).is_ok()).count() as u32
    }

    #[test]
    fn five_guesses_are_free_and_then_the_wait_doubles() {
        let throttle = Throttle::default();
        assert_eq!(fail(&throttle, &stranger(1, 1), 10), 5);
        let later = |seconds| NOON + Duration::seconds(seconds);
        let tries = |at| throttle.begin(stranger(1, 1), at);
        assert_eq!(tries(later(0)).unwrap_err(), Duration::SECOND);
        assert!(tries(later(1)).is_ok());
        assert_eq!(tries(later(1)).unwrap_err(), Duration::seconds(2));
        assert!(tries(later(3)).is_ok());
        assert_eq!(tries(later(3)).unwrap_err(), Duration::seconds(4));
    }

    #[test]
    fn strangers_never_make_a_known_browser_wait() {
        let throttle = Throttle::default();
        for number in 0..=255 {
            fail(&throttle, &stranger(number, 1), 6);
        }
        assert!(throttle.begin(stranger(9, 1), NOON).is_err(), "strangers wait");
        assert!(throttle.begin(vec![Key::Device([7; 32])], NOON).is_ok(), "the known browser does not");
    }

    #[test]
    fn many_networks_together_are_slowed_at_one_login_and_not_at_another() {
        let throttle = Throttle::default();
        let let_in: u32 = (0..=255).map(|number| fail(&throttle, &stranger(number, 1), 4)).sum();
        assert_eq!(let_in, 50);
        assert!(throttle.begin(stranger(200, 2), NOON).is_ok());
    }

    #[test]
    fn a_right_password_forgets_the_own_failures_but_not_those_of_all_strangers() {
        let throttle = Throttle::default();
        fail(&throttle, &stranger(1, 1), 4);
        let attempt = throttle.begin(stranger(1, 1), NOON).unwrap();
        throttle.succeeded(attempt);
        assert_eq!(fail(&throttle, &stranger(1, 1), 10), 5, "counted anew");
        let counts = throttle.0.lock().unwrap();
        assert_eq!(counts[&Key::Login([1; 32])].failures, 9);
    }

    #[test]
    fn a_password_without_its_code_does_not_forget_wrong_codes() {
        let throttle = Throttle::default();
        for _ in 0..4 {
            let attempt = throttle.begin(stranger(1, 1), NOON).unwrap();
            throttle.release(attempt);
            assert_eq!(fail(&throttle, &stranger(1, 1), 1), 1);
        }
        let attempt = throttle.begin(stranger(1, 1), NOON).unwrap();
        throttle.release(attempt);
        assert_eq!(fail(&throttle, &stranger(1, 1), 10), 1, "four were wrong before");
    }

    #[test]
    fn an_hour_later_all_is_forgotten() {
        let throttle = Throttle::default();
        fail(&throttle, &stranger(1, 1), 5);
        let later = NOON + MEMORY + Duration::SECOND;
        assert!((0..5).all(|_| throttle.begin(stranger(1, 1), later).is_ok()));
    }
}
