//! The HTTP interface, asked as a page would ask it.

mod account;
#[cfg(test)]
mod accounts;
mod base_map;
mod base_map;
mod base_map;
#[cfg(test)]
mod base_map;
#[cfg(test)]
mod cells;
#[cfg(test)]
mod changes;
#[cfg(test)]
mod coverage;
mod entries;
#[cfg(test)]
mod guide;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod history;
#[cfg(test)]
mod imports;
mod links;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod moderation;
#[cfg(test)]
mod my;
mod nurses;
#[cfg(test)]
mod offices;
#[cfg(test)]
mod permissions;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod security;
#[cfg(test)]
mod session;
#[cfg(test)]
mod upkeep;
