//! The HTTP interface, asked as a page would ask it.

#[cfg(test)]
mod account;
#[cfg(test)]
mod accounts;
#[cfg(test)]
mod base_map;
#[cfg(test)]
mod cells;
#[cfg(test)]
mod changes;
#[cfg(test)]
mod coverage;
#[cfg(test)]
mod entries;
#[cfg(test)]
mod forums;
#[cfg(test)]
mod gap_paper;
mod gap_workbook;
#[cfg(test)]
mod gaps;
#[cfg(test)]
mod guide;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod history;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod links;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod moderation;
#[cfg(test)]
mod my;
#[cfg(test)]
mod network;
#[cfg(test)]
mod nurses;
#[cfg(test)]
mod office_ties;
mod offices;
#[cfg(test)]
mod permissions;
#[cfg(test)]
mod reach;
mod reference;
#[cfg(test)]
mod security;
#[cfg(test)]
mod session;
#[cfg(test)]
mod surveys;
#[cfg(test)]
mod upkeep;
#[cfg(test)]
mod wave_files;
mod what_if;
