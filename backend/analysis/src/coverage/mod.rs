//! What is within reach of the people of an area, and what is not.
//!
//! Demand is people at points (towns), supply is offices at points. [`measures`] says what each figure is, in which
//! unit and by which paper; [`catchment`] computes the floating catchment family over any [`pairs::Pairs`] (a grid over
//! points, or a distance matrix); [`reach`] says who reaches whom by straight lines, [`roads`] and service areas; [`area`] brings the figures of points to areas; [`spread`] brings the population of
//! areas to points; [`ground`] does both for a whole region; [`classes`] says how a map colours the figures;
//! [`ties`] sets beside them what the offices do together; [`similar`] finds areas to compare with; [`siting`] where one more
//! office would help most.
//!
//! Distances are great circles times a stated detour factor, which knows no ferry, mountain or river, or those of a table
//! where one was imported.

pub mod age;
pub mod area;
pub mod catchment;
pub mod classes;
pub mod grid;
pub mod ground;
pub mod measures;
pub mod pairs;
pub mod profile;
pub mod reach;
pub mod roads;
pub mod similar;
pub mod siting;
pub mod space;
pub mod spread;
pub mod ties;
