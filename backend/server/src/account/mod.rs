//! What accounts need beside the database: passwords, one-time passwords, tokens, limits on guessing, mail and single
//! sign-on. Decisions 0040 to 0043 give the reasons.

pub mod mail;
pub mod oidc;
pub mod password;
pub mod qr;
pub mod seal;
pub mod sign_in;
pub mod throttle;
pub mod token;
pub mod totp;

use crate::config::Config;
use std::{
    collections::HashSet,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

/// Everything about accounts that lives as long as the server.
pub struct Accounts {
    /// Hashes and compares passwords.
    pub passwords: password::Passwords,
    /// Makes guessing slow.
    pub throttle: throttle::Throttle,
    /// Encrypts the secrets of second factors.
    pub seal: seal::Seal,
    /// Sends mail, where configured.
    pub mailer: Option<mail::Mailer>,
    /// Single sign-on, where configured.
    pub oidc: Option<oidc::Provider>,
    /// Sessions whose use is being written down.
    touching: Mutex<HashSet<[u8; 32]>>,
}

/// Why accounts cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AccountsError {
    /// The key of second factors.
    #[error("{path}: {source}")]
    Key {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Settings of mail.
    #[error("[mail]: {0}")]
    Mail(#[from] mail::MailError),
    /// Settings of single sign-on.
    #[error("[oidc]: {0}")]
    Oidc(#[from] oidc::OidcError),
}

impl Accounts {
    /// Reads or makes the key file, and prepares what is configured. Asks no other server.
    pub fn open(config: &Config) -> Result<Self, AccountsError> {
        let path = config.data_dir.join("account.key");
        let seal = seal::Seal::open(&path).map_err(|source| AccountsError::Key { path, source })?;
        Ok(Self {
            passwords: password::Passwords::new(),
            throttle: throttle::Throttle::default(),
            seal,
            mailer: config.mail.as_ref().map(mail::Mailer::new).transpose()?,
            oidc: config.oidc.as_ref().map(oidc::Provider::new).transpose()?,
            touching: Mutex::default(),
        })
    }

    /// Whether the use of this session is to be written down now; true for one caller at a time.
    pub fn begin_touch(&self, digest: [u8; 32]) -> bool {
        self.touching.lock().unwrap_or_else(PoisonError::into_inner).insert(digest)
    }

    /// It is written down.
    pub fn end_touch(&self, digest: &[u8; 32]) {
        self.touching.lock().unwrap_or_else(PoisonError::into_inner).remove(digest);
    }
}
