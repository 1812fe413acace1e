//! Time and identity come from outside, so that tests hold literal times and ids.

use time::OffsetDateTime;
use uuid::Uuid;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now, UTC.
    fn now(&self) -> OffsetDateTime;
}

/// Makes identities that order by time.
pub trait Ids: Send + Sync {
    /// An id never given before.
    fn next(&self) -> Uuid;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::now_utc()
    }
}

/// Version 7 ids of the machine's clock and random bits.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemIds;

impl Ids for SystemIds {
    #[expect(clippy::disallowed_methods, reason = "the one place where ids are made")]
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}
