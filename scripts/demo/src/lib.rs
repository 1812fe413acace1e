//! 星見県: an invented prefecture, made by chance from a seed and written as the official files would be.
#![warn(missing_docs)]

pub mod areas;
pub mod csv;
mod daily_life;
pub mod design;
pub mod entries;
pub mod facility;
pub mod geojson;
pub mod grid;
pub mod kaigo;
pub mod land;
pub mod municipal;
pub mod network;
pub mod nurses;
pub mod office;
mod opening;
pub mod organization;
pub mod output;
pub mod place;
pub mod place_names;
pub mod population;
pub mod prefecture;
pub mod random;
pub mod region;
pub mod services;
pub mod settlement;
pub mod survey;
pub mod svg;
pub mod terrain;
pub mod trace;
pub mod wamnet;
pub mod words;
