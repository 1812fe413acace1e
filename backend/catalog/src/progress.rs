//! How long work says how far it is, and hears that it should stop.

/// Receives progress of long work; implemented by the command line and the server.
pub trait Progress: Send + Sync {
    /// A new phase begins (`read`, `match`, `write`, `index`) with this many steps, 0 when unknown.
    fn phase(&self, name: &'static str, total: u64);
    /// This many steps of the phase are done.
    fn advance(&self, done: u64);
    /// Whether the work should stop as soon as it can; what it has done so far is then dropped.
    fn is_cancelled(&self) -> bool;
}

/// Progress nobody watches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn phase(&self, _: &'static str, _: u64) {}
    fn advance(&self, _: u64) {}
    fn is_cancelled(&self) -> bool {
        false
    }
}
