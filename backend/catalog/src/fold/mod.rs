//! One form for many spellings: the same functions fold what is indexed, matched and asked for.
//!
//! - [`base`] settles widths, case, variant kanji and dashes and can still be read.
//! - [`text()`] goes on to hiragana without spaces: what search indexes and what matching compares.
//! - [`reading_key`] and [`romaji_key`] are looser and for readings only.
//! - [`address`], [`core_name`], [`phone`] know what their field is made of.
//!
//! Each of them gives its own result back unchanged (`f(f(x)) == f(x)`), so folding twice by accident does no harm.

mod address;
mod base;
mod name;
mod phone;
mod reading;
mod text;
mod variants;

pub use address::address;
pub use base::base;
pub use name::core_name;
pub use phone::{phone, phone_digits};
pub use reading::{is_kana, reading_key, romaji_key};
pub use text::{text, text_with_offsets};
