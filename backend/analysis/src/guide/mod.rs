//! Whom to bring in: nurse desks and the rules of the guide.
//!
//! [`desk`] answers 「この町・この話・この年齢なら、どの保健師」; [`cover`] shows what is covered twice and what by nobody;
//! [`rules`] says who belongs around a person and why; [`offices`] puts the local offices of a role in order.

pub mod conditions;
pub mod cover;
pub mod defaults;
pub mod desk;
pub mod offices;
pub mod rules;
