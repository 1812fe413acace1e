//! The HTTP interface, asked as a page would ask it.

#[cfg(test)]
mod changes;
mod base_map;
mod entries;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod history;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod moderation;
#[cfg(test)]
mod my;
#[cfg(test)]
mod offices;
#[cfg(test)]
mod permissions;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod security;
