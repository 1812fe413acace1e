//! The HTTP interface, asked as a page would ask it.

#[cfg(test)]
mod guide;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod nurses;
#[cfg(test)]
mod offices;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod security;
