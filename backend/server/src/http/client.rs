//! Where a request comes from: network, browser, and whether we have met that browser before.

use crate::{
    app::App,
    http::principal::{DEVICE, cookie, cookie_name},
};
use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, header, request::Parts},
};
use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

/// A network one person commands: an IPv4 address, the first 64 bits of an IPv6 address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Network {
    /// One address.
    V4([u8; 4]),
    /// A /64.
    V6([u8; 8]),
    /// Not known: no address, or none that can be read, in the header of the proxy.
    Unknown,
}

impl Network {
    /// The network of an address.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self::V4(address.octets()),
            IpAddr::V6(address) => {
                let mut network = [0; 8];
                network.copy_from_slice(&address.octets()[..8]);
                Self::V6(network)
            }
        }
    }
}

/// The client of a request.
#[derive(Debug, Clone)]
pub struct Client {
    /// Where it is.
    pub network: Network,
    /// What its browser calls itself.
    pub agent: String,
    /// The token by which an account may know the browser.
    pub device: Option<String>,
}

impl FromRequestParts<App> for Client {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let text = |name: header::HeaderName| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let network = match &app.config.client_header {
            // Behind a proxy everybody would have the proxy's address; without one the header is anybody's to write.
            Some(name) => address_in(&parts.headers, name),
            None => peer,
        };
        Ok(Self {
            network: network.map_or(Network::Unknown, Network::of),
            agent: text(header::USER_AGENT).unwrap_or_default().to_owned(),
            device: cookie(&parts.headers, cookie_name(DEVICE, app.config.https)).map(str::to_owned),
        })
    }
}

/// The last address of the header: the one our own proxy wrote. Those before it came from outside.
fn address_in(headers: &HeaderMap, name: &str) -> Option<IpAddr> {
    let value = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    let last = value.rsplit(',').next()?.trim();
    last.parse().ok().or_else(|| last.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_proxy_itself_wrote_counts() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "1.1.1.1, 2.2.2.2".parse().unwrap());
        headers.append("x-forwarded-for", "3.3.3.3, 192.0.2.7".parse().unwrap());
        assert_eq!(address_in(&headers, "x-forwarded-for"), Some([192, 0, 2, 7].into()));
        assert_eq!(address_in(&headers, "x-real-ip"), None);
        headers.insert("x-real-ip", "[2001:db8::1]:443".parse().unwrap());
        assert_eq!(address_in(&headers, "x-real-ip"), "2001:db8::1".parse().ok());
    }

    #[test]
    fn one_household_is_one_network() {
        let network = |text: &str| Network::of(text.parse().unwrap());
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
    }
}
