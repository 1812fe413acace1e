//! What a map reads out of the tiles: each tile is decoded by a reader that shares nothing with the writer.
//!
//! `cfg(test)` on the modules lets clippy see that helpers beside the tests are tests too.

#[cfg(test)]
mod areas;
#[cfg(test)]
mod base;
#[cfg(test)]
mod decode;
#[cfg(test)]
mod offices;
#[cfg(test)]
mod real;
