//! How often somebody without an account may write to us.
//!
//! Counted by network, in the memory of one server: several
//! servers beside one database each allow as much. What must hold for all of them, open suggestions of an office, is
//! counted in the database.

use crate::http::client::Network;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};
use time::{Duration, OffsetDateTime};

/// Networks remembered at most, some 100 bytes each. When there are more, the oldest are forgotten: forgetting lets
/// somebody write a little more, refusing would let one flood lock everybody out.
const MOST_NETWORKS: usize = 20_000;

/// At most so many in such a time.
#[derive(Debug)]
pub struct Throttle {
    most: usize,
    window: Duration,
    seen: Mutex<HashMap<Network, Vec<OffsetDateTime>>>,
}

impl Throttle {
    /// At most `most` within `window`.
    pub fn new(most: usize, window: Duration) -> Self {
        Self { most, window, seen: Mutex::default() }
    }

    /// Lets one more through now and counts it; else says how long to wait.
    pub fn admit(&self, network: Network, now: OffsetDateTime) -> Result<(), Duration> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= MOST_NETWORKS && !seen.contains_key(&network) {
            let oldest = now - self.window / 2;
            seen.retain(|_, times| times.last().is_some_and(|last| *last > oldest));
        }
        if seen.len() >= MOST_NETWORKS && !seen.contains_key(&network) {
            seen.clear();
        }
        let times = seen.entry(network).or_default();
        times.retain(|time| *time > now - self.window);
        match times.first() {
            Some(first) if times.len() >= self.most => Err(*first + self.window - now),
            _ => {
                times.push(now);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Network = Network::V4([192, 0, 2, 1]);
    const B: Network = Network::V4([192, 0, 2, 2]);

    #[test]
    fn one_network_is_slowed_and_others_are_not() {
        let throttle = Throttle::new(2, Duration::minutes(10));
        let start = OffsetDateTime::UNIX_EPOCH + Duration::DAY;
        assert_eq!([throttle.admit(A, start), throttle.admit(A, start)], [Ok(()), Ok(())]);
        assert_eq!(throttle.admit(A, start + Duration::minutes(9)), Err(Duration::MINUTE));
        assert_eq!(throttle.admit(B, start), Ok(()));
        assert_eq!(throttle.admit(A, start + Duration::minutes(11)), Ok(()));
    }

    #[test]
    fn a_flood_of_networks_neither_fills_memory_nor_locks_others_out() {
        let throttle = Throttle::new(1, Duration::minutes(10));
        let now = OffsetDateTime::UNIX_EPOCH + Duration::DAY;
        for number in 0..MOST_NETWORKS + 10 {
            let _ = throttle.admit(Network::V6((number as u64).to_be_bytes()), now);
        }
        assert_eq!(throttle.admit(A, now), Ok(()));
        assert!(throttle.seen.lock().unwrap().len() <= MOST_NETWORKS);
    }
}
