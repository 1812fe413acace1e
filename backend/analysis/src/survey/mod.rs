//! ☆調査, the pure part: which offices a sheet shows, what sheets and statements come to, how far a wave has come.

pub mod picture;
pub mod progress;
pub mod roster;

pub use picture::{Answer, Picture, Statement};
