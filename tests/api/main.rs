//! The HTTP interface, asked as a page would ask it.

#[cfg(test)]
mod guide;
mod base_map;
mod account;
#[cfg(test)]
mod accounts;
#[cfg(test)]
mod cells;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod nurses;
mod links;
#[cfg(test)]
mod mail;
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
