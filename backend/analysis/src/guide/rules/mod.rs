//! Who belongs around a person, and why: rules as data (`data/guide/*.toml`), read here, evaluated by a small engine.
//!
//! [`data`] holds the shapes of the files, [`when`] decides whether a rule holds for a case, [`advise`] joins what follows.

pub mod advise;
pub mod data;
pub mod step;
pub mod when;

pub use advise::{Advice, advise};
pub use data::{Book, Rule};
pub use when::{Case, Fact};
