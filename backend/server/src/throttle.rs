//! How often somebody without an account may write to us.
//!
//! Counted by network (an IPv4 address, the first 64 bits of an IPv6 address), in the memory of one server: several
//! servers beside one database each allow as much. What must hold for all of them, open suggestions of an office, is
//! counted in the database.

use std::{
    collections::HashMap,
    net::IpAddr,
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
    seen: Mutex<HashMap<String, Vec<OffsetDateTime>>>,
}

impl Throttle {
    /// At most `most` within `window`.
    pub fn new(most: usize, window: Duration) -> Self {
        Self { most, window, seen: Mutex::default() }
    }

    /// Whether one more is let through now; it is counted then.
    pub fn admit(&self, network: &str, now: OffsetDateTime) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= MOST_NETWORKS && !seen.contains_key(network) {
            let oldest = now - self.window / 2;
            seen.retain(|_, times| times.last().is_some_and(|last| *last > oldest));
        }
        if seen.len() >= MOST_NETWORKS && !seen.contains_key(network) {
            seen.clear();
        }
        let times = seen.entry(network.to_owned()).or_default();
        times.retain(|time| *time > now - self.window);
        let admitted = times.len() < self.most;
        if admitted {
            times.push(now);
        }
        admitted
    }
}

/// What somebody's address is counted under.
pub fn network(address: Option<IpAddr>) -> String {
    match address.map(|address| address.to_canonical()) {
        Some(IpAddr::V4(address)) => address.to_string(),
        Some(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        None => "unknown".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_network_is_slowed_and_others_are_not() {
        let throttle = Throttle::new(2, Duration::minutes(10));
        let start = OffsetDateTime::UNIX_EPOCH + Duration::DAY;
        assert!(throttle.admit("a", start) && throttle.admit("a", start));
        assert!(!throttle.admit("a", start + Duration::minutes(9)));
        assert!(throttle.admit("b", start));
        assert!(throttle.admit("a", start + Duration::minutes(11)));
    }

    #[test]
    fn a_flood_of_networks_neither_fills_memory_nor_locks_others_out() {
        let throttle = Throttle::new(1, Duration::minutes(10));
        let now = OffsetDateTime::UNIX_EPOCH + Duration::DAY;
        for number in 0..MOST_NETWORKS + 10 {
            throttle.admit(&number.to_string(), now);
        }
        assert!(throttle.admit("somebody else", now));
        assert!(throttle.seen.lock().unwrap().len() <= MOST_NETWORKS);
    }

    #[test]
    fn the_addresses_of_one_household_are_one_network() {
        let of = |text: &str| network(text.parse().ok());
        assert_eq!(of("2001:db8::1"), of("2001:db8::2:3"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
        assert_eq!(of("::ffff:192.0.2.1"), "192.0.2.1");
    }
}
