//! Settings: command line over environment (`HOSHIZU_*`) over TOML file over default.

use serde::Deserialize;
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

/// Everything an installation can set. Each field is a command-line option, `HOSHIZU_<FIELD>` and a TOML key.
#[derive(Debug, Clone, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// Folder for database, index and uploads [default: the user's data folder]
    #[arg(long, global = true, env = "HOSHIZU_DATA_DIR", value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// PostgreSQL instead of the embedded database: `postgres://user:password@host/database`
    #[arg(long, global = true, env = "HOSHIZU_DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// Address and port to serve at [default: 127.0.0.1:8100]
    #[arg(long, global = true, env = "HOSHIZU_LISTEN", value_name = "ADDR:PORT")]
    pub listen: Option<SocketAddr>,
    /// The page is reached through https (cookies are then marked Secure)
    #[arg(long, global = true, env = "HOSHIZU_HTTPS", num_args = 0..=1, default_missing_value = "true")]
    pub https: Option<bool>,
    /// PMTiles file to show as base map
    #[arg(long, global = true, env = "HOSHIZU_PMTILES", value_name = "FILE")]
    pub pmtiles: Option<PathBuf>,
    /// Credit of the PMTiles file
    #[arg(long, global = true, env = "HOSHIZU_PMTILES_ATTRIBUTION", value_name = "TEXT")]
    pub pmtiles_attribution: Option<String>,
    /// Raster tiles to show as base map: a URL with {z}/{x}/{y}, or `gsi` for 地理院タイル
    #[arg(long, global = true, env = "HOSHIZU_RASTER", value_name = "URL")]
    pub raster: Option<String>,
    /// Credit of the raster tiles
    #[arg(long, global = true, env = "HOSHIZU_RASTER_ATTRIBUTION", value_name = "TEXT")]
    pub raster_attribution: Option<String>,
    /// What visitors without an account see [default: directory]
    #[arg(long, global = true, env = "HOSHIZU_PUBLIC", value_name = "WHAT")]
    pub public: Option<Public>,
    /// TOML file with a municipality's own rules for the guide
    #[arg(long, global = true, env = "HOSHIZU_GUIDE_RULES", value_name = "FILE")]
    pub guide_rules: Option<PathBuf>,
    /// Address by which people reach the page, for links in mails and on slips: `https://hoshizu.example.jp`
    #[arg(long, global = true, env = "HOSHIZU_URL", value_name = "URL")]
    pub url: Option<String>,
    /// Header in which the proxy before this server writes the client's address, such as `x-forwarded-for`. Only where
    /// nobody reaches the server but through that proxy
    #[arg(long, global = true, env = "HOSHIZU_CLIENT_HEADER", value_name = "NAME")]
    pub client_header: Option<String>,
    /// Folder with the fonts of printed pages, where they are not built in [default: that of Debian's package]
    #[arg(long, global = true, env = "HOSHIZU_FONTS", value_name = "DIR")]
    pub fonts: Option<PathBuf>,
    /// Mail, in the TOML file only
    #[arg(skip)]
    pub mail: Option<Mail>,
    /// Single sign-on, in the TOML file only
    #[arg(skip)]
    pub oidc: Option<Oidc>,
    /// Log filter such as `info` or `hoshizu_server=debug`
    #[arg(long, global = true, env = "HOSHIZU_LOG", value_name = "FILTER")]
    pub log: Option<String>,
}

/// What visitors without an account see. Never ties, direct contacts or answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Public {
    /// The page asks everybody to sign in.
    Nothing,
    /// Directory, map and nurse desks.
    #[default]
    Directory,
}

/// Table `[mail]`: the server that takes our mail.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Its name.
    pub server: String,
    /// Its port [default: 465 with `tls`, 587 with `starttls`, 25 with `none`].
    pub port: Option<u16>,
    /// How the connection is protected.
    #[serde(default)]
    pub security: MailSecurity,
    /// Name to sign in there with, where it asks for one.
    pub user: Option<String>,
    /// File that holds the password.
    pub password_file: Option<PathBuf>,
    /// Sender: `星図 <hoshizu@example.jp>`.
    pub from: String,
    /// Certificates to trust beside those of the system (PEM), for closed networks.
    pub ca_file: Option<PathBuf>,
}

/// How a connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailSecurity {
    /// TLS from the first byte.
    Tls,
    /// TLS after `STARTTLS`; a server without it is refused.
    #[default]
    Starttls,
    /// None: only for a relay on the same machine or network.
    None,
}

/// Table `[oidc]`: single sign-on by `OpenID` Connect.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oidc {
    /// Its issuer, to which `/.well-known/openid-configuration` is added.
    pub issuer: String,
    /// How it knows us.
    pub client_id: String,
    /// File that holds the secret between it and us; none for a public client.
    pub client_secret_file: Option<PathBuf>,
    /// What the button says: `職員認証基盤`.
    pub name: String,
    /// Certificates to trust beside those of the system (PEM), for closed networks.
    pub ca_file: Option<PathBuf>,
    /// Whether a sign-in there for which it asked a second factor (claim `amr`) counts as one here.
    #[serde(default)]
    pub second_factor: bool,
}

/// Settings with every default filled in.
#[derive(Debug, Clone)]
pub struct Config {
    /// Folder for database, index and uploads.
    pub data_dir: PathBuf,
    /// PostgreSQL, if not the embedded database.
    pub database_url: Option<String>,
    /// Where to serve.
    pub listen: SocketAddr,
    /// Whether cookies are marked Secure.
    pub https: bool,
    /// PMTiles file with its credit.
    pub pmtiles: Option<(PathBuf, String)>,
    /// Raster tiles with their credit.
    pub raster: Option<(String, String)>,
    /// What visitors see.
    pub public: Public,
    /// A municipality's own rules for the guide.
    pub guide_rules: Option<PathBuf>,
    /// Address by which people reach the page, without a slash at its end.
    pub url: Option<String>,
    /// Header with the client's address.
    pub client_header: Option<String>,
    /// Folder with the fonts of printed pages.
    pub fonts: Option<PathBuf>,
    /// Mail.
    pub mail: Option<Mail>,
    /// Single sign-on.
    pub oidc: Option<Oidc>,
    /// Log filter.
    pub log: String,
}

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The TOML file cannot be read.
    #[error("{path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The TOML file has an unknown key or a value of the wrong kind.
    #[error("{path}: {source}")]
    Parse {
        /// The file.
        path: PathBuf,
        /// Where and why.
        source: toml::de::Error,
    },
    /// There is no user data folder and none was given.
    #[error("no data folder: give --data-dir DIR")]
    NoDataDir,
    /// The raster URL is no tile URL.
    #[error("--raster: {0:?} is not a URL with {{z}}, {{x}} and {{y}}, nor `gsi`")]
    Raster(String),
    /// The address of the page is none.
    #[error("--url: {0:?} is not an address such as https://hoshizu.example.jp")]
    Url(String),
    /// Mail and single sign-on send people back to the page by its address.
    #[error("[mail] and [oidc] need --url, the address by which people reach the page")]
    NoUrl,
}

/// 地理院タイル, the pale map of 国土地理院; shown only where configured and the browser is online.
const GSI_PALE: (&str, &str) = ("https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png", "地理院タイル");

impl Options {
    /// Reads a TOML file with the names of the fields as keys.
    pub fn from_file(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| ConfigError::Read { path: path.to_owned(), source })?;
        toml::from_str(&text).map_err(|source| ConfigError::Parse { path: path.to_owned(), source })
    }

    /// These options, with the other's where nothing is set.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            data_dir: self.data_dir.or(other.data_dir),
            database_url: self.database_url.or(other.database_url),
            listen: self.listen.or(other.listen),
            https: self.https.or(other.https),
            pmtiles: self.pmtiles.or(other.pmtiles),
            pmtiles_attribution: self.pmtiles_attribution.or(other.pmtiles_attribution),
            raster: self.raster.or(other.raster),
            raster_attribution: self.raster_attribution.or(other.raster_attribution),
            public: self.public.or(other.public),
            guide_rules: self.guide_rules.or(other.guide_rules),
            url: self.url.or(other.url),
            client_header: self.client_header.or(other.client_header),
            fonts: self.fonts.or(other.fonts),
            mail: self.mail.or(other.mail),
            oidc: self.oidc.or(other.oidc),
            log: self.log.or(other.log),
        }
    }

    /// Fills in the defaults.
    pub fn resolve(self) -> Result<Config, ConfigError> {
        let data_dir = match self.data_dir {
            Some(dir) => dir,
            None => directories::ProjectDirs::from("", "", "hoshizu")
                .map(|dirs| dirs.data_dir().to_owned())
                .ok_or(ConfigError::NoDataDir)?,
        };
        let raster = match self.raster {
            None => None,
            Some(url) if url == "gsi" => Some((GSI_PALE.0.to_owned(), GSI_PALE.1.to_owned())),
            Some(url) if ["{z}", "{x}", "{y}"].iter().all(|part| url.contains(part)) => {
                Some((url, self.raster_attribution.unwrap_or_default()))
            }
            Some(url) => return Err(ConfigError::Raster(url)),
        };
        let url = self.url.map(page_address).transpose()?;
        if url.is_none() && (self.mail.is_some() || self.oidc.is_some()) {
            return Err(ConfigError::NoUrl);
        }
        Ok(Config {
            data_dir,
            database_url: self.database_url,
            listen: self.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8100))),
            https: self.https.unwrap_or_else(|| url.as_ref().is_some_and(|url| url.starts_with("https:"))),
            pmtiles: self.pmtiles.map(|path| (path, self.pmtiles_attribution.unwrap_or_default())),
            raster,
            public: self.public.unwrap_or_default(),
            guide_rules: self.guide_rules,
            url,
            client_header: self.client_header.map(|name| name.to_lowercase()),
            fonts: self.fonts,
            mail: self.mail,
            oidc: self.oidc,
            log: self.log.unwrap_or_else(|| "info,tantivy=warn,sqlx=warn".to_owned()),
        })
    }
}

/// Scheme, host and port; a path would end up before ours.
fn page_address(text: String) -> Result<String, ConfigError> {
    let address = text.trim_end_matches('/');
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    match host {
        Some(host) if !host.is_empty() && host.chars().all(plain) => Ok(address.to_owned()),
        _ => Err(ConfigError::Url(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_wins_over_the_file() {
        let file: Options = toml::from_str("data_dir = \"/srv/a\"\nlisten = \"0.0.0.0:80\"").unwrap();
        let line = Options { data_dir: Some("/srv/b".into()), ..Options::default() };
        let config = line.or(file).resolve().unwrap();
        assert_eq!(config.data_dir, Path::new("/srv/b"));
        assert_eq!(config.listen.port(), 80);
    }

    #[test]
    fn mail_needs_to_know_where_its_links_lead() {
        let text = "data_dir = \"x\"\n[mail]\nserver = \"mail.example.jp\"\nfrom = \"a@example.jp\"";
        let options: Options = toml::from_str(text).unwrap();
        assert!(matches!(options.clone().resolve(), Err(ConfigError::NoUrl)));
        let with_url = |url: &str| Options { url: Some(url.to_owned()), ..options.clone() }.resolve();
        let config = with_url("https://hoshizu.example.jp/").unwrap();
        assert_eq!(config.url.as_deref(), Some("https://hoshizu.example.jp"));
        assert!(config.https, "cookies are Secure where the page is reached by https");
        for wrong in ["hoshizu.example.jp", "https://", "https://a.example/b", "javascript:alert(1)"] {
            assert!(matches!(with_url(wrong), Err(ConfigError::Url(_))), "{wrong}");
        }
    }

    #[test]
    fn an_unknown_key_is_an_error_that_names_it() {
        let error = toml::from_str::<Options>("data_dri = \"/srv\"").unwrap_err();
        assert!(error.to_string().contains("data_dri"), "{error}");
    }

    #[test]
    fn a_raster_url_without_placeholders_is_refused() {
        let options = Options {
            raster: Some("https://example.jp/x.png".into()),
            data_dir: Some("x".into()),
            ..Options::default()
        };
        assert!(matches!(options.resolve(), Err(ConfigError::Raster(_))));
    }
}
