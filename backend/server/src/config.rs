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
        Ok(Config {
            data_dir,
            database_url: self.database_url,
            listen: self.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8100))),
            https: self.https.unwrap_or(false),
            pmtiles: self.pmtiles.map(|path| (path, self.pmtiles_attribution.unwrap_or_default())),
            raster,
            public: self.public.unwrap_or_default(),
            guide_rules: self.guide_rules,
            log: self.log.unwrap_or_else(|| "info,tantivy=warn,sqlx=warn".to_owned()),
        })
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
