//! Progress on the terminal, and Ctrl-C.

use hoshizu_catalog::progress::Progress;
use std::{
    io::{IsTerminal as _, Write as _},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// Shows one changing line on a terminal, nothing elsewhere. Ctrl-C asks the work to stop; a second one ends at once.
pub struct Terminal {
    shown: bool,
    cancelled: Arc<AtomicBool>,
    state: Mutex<State>,
}

struct State {
    phase: &'static str,
    total: u64,
    done: u64,
    drawn: Instant,
}

impl Terminal {
    /// Begins to listen for Ctrl-C.
    pub fn start() -> Arc<Self> {
        let cancelled = Arc::new(AtomicBool::new(false));
        let heard = Arc::clone(&cancelled);
        tokio::spawn(async move {
            while tokio::signal::ctrl_c().await.is_ok() {
                if heard.swap(true, Ordering::Relaxed) {
                    std::process::exit(130);
                }
                let _ = writeln!(std::io::stderr(), "\nstopping; press Ctrl-C again to end at once");
            }
        });
        Arc::new(Self {
            shown: std::io::stderr().is_terminal(),
            cancelled,
            state: Mutex::new(State { phase: "", total: 0, done: 0, drawn: Instant::now() }),
        })
    }

    /// Removes the line.
    pub fn clear(&self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

impl State {
    fn draw(&mut self) {
        self.drawn = Instant::now();
        let mut err = std::io::stderr();
        let _ = match self.total {
            0 => write!(err, "\r\x1b[K{} {}", self.phase, self.done),
            total => {
                write!(err, "\r\x1b[K{} {} / {total} ({} %)", self.phase, self.done, self.done * 100 / total)
            }
        };
        let _ = err.flush();
    }
}

impl Progress for Terminal {
    fn phase(&self, name: &'static str, total: u64) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        (state.phase, state.total, state.done) = (name, total, 0);
        if self.shown {
            state.draw();
        }
    }

    fn advance(&self, done: u64) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.done += done;
        if self.shown && state.drawn.elapsed() > Duration::from_millis(100) {
            state.draw();
        }
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}
