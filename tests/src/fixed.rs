//! A clock that stands where it is put and ids that count, so that tests hold literal values.

use hoshizu_store::{Clock, Ids};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use time::OffsetDateTime;
use uuid::Uuid;

/// A clock that moves only when told to.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// Stands at this second since 1970.
    pub fn at(unix: i64) -> Self {
        Self(AtomicI64::new(unix))
    }

    /// Moves on.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(self.0.load(Ordering::SeqCst))
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }
}

/// Ids 1, 2, 3 … in the form of version 7.
#[derive(Debug, Default)]
pub struct CountingIds(AtomicU64);

impl CountingIds {
    /// The id with this number.
    pub fn id(number: u64) -> Uuid {
        Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 + u128::from(number))
    }
}

impl Ids for CountingIds {
    fn next(&self) -> Uuid {
        Self::id(self.0.fetch_add(1, Ordering::SeqCst) + 1)
    }
}
