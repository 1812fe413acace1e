//! Single sign-on by `OpenID` Connect: authorization code with PKCE, state and nonce. Finds accounts, makes none: who may
//! be what here is decided here.

use crate::config::Oidc;
use openidconnect::{
    AuthenticationFlow, AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse,
    IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse as _,
    core::{CoreClient, CoreProviderMetadata, CoreResponseType},
};
use serde::{Deserialize, Serialize};
use std::{path::PathBuf, sync::Arc, time::Duration};
use time::OffsetDateTime;
use tokio::sync::Mutex;

/// Whoever waits for an answer waits no longer than this for each of the provider's.
const PATIENCE: Duration = Duration::from_secs(10);
/// Answers of a provider are a few kilobytes; its keys the most of them.
const LARGEST: u64 = 1 << 20;
/// Addresses and keys of the provider are asked for again after so long.
const FRESH: time::Duration = time::Duration::minutes(10);

/// A provider of single sign-on.
pub struct Provider {
    settings: Oidc,
    secret: Option<String>,
    agent: ureq::Agent,
    known: Mutex<Option<(OffsetDateTime, CoreProviderMetadata)>>,
}

/// Why somebody cannot come in this way.
#[derive(Debug, thiserror::Error)]
pub enum OidcError {
    /// A file of the settings cannot be read.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A certificate of the settings is none.
    #[error("{0}: not a PEM file of certificates")]
    Certificate(PathBuf),
    /// An address of the settings is none.
    #[error("not an address: {0}")]
    Address(String),
    /// The provider cannot be reached, or answers what it should not.
    #[error("the provider: {0}")]
    Provider(String),
}

/// What the browser brings back, so that the answer is taken only from whom the question was asked for.
#[derive(Debug, Serialize, Deserialize)]
pub struct Asked {
    /// Ties the answer to this browser.
    pub state: String,
    /// Ties the token to this question.
    pub nonce: String,
    /// Ties the code to this server.
    pub verifier: String,
    /// Where to go afterwards.
    pub next: String,
    /// Seconds since 1970 after which it is no longer answered.
    pub until: i64,
}

/// Who the provider says it is.
#[derive(Debug)]
pub struct Subject {
    /// Issuer and subject, see [`hoshizu_store::account::subject`].
    pub subject: String,
    /// Address of mail, when the provider has verified it.
    pub verified_email: Option<String>,
    /// Whether a second factor was given there, and the settings let it count.
    pub second_factor: bool,
}

impl Provider {
    /// Prepares what the settings say; asks nothing of the provider yet.
    pub fn new(settings: &Oidc) -> Result<Self, OidcError> {
        let read = |path: &PathBuf| {
            std::fs::read_to_string(path).map_err(|source| OidcError::File { path: path.clone(), source })
        };
        let secret = settings.client_secret_file.as_ref().map(read).transpose()?;
        let secret = secret.map(|text| text.trim().to_owned());
        let agent = agent(settings.ca_file.as_ref())?;
        Ok(Self { settings: settings.clone(), secret, agent, known: Mutex::new(None) })
    }

    async fn metadata(&self, now: OffsetDateTime) -> Result<CoreProviderMetadata, OidcError> {
        let mut known = self.known.lock().await;
        if let Some((_, metadata)) = known.as_ref().filter(|(at, _)| now - *at < FRESH) {
            return Ok(metadata.clone());
        }
        let issuer = IssuerUrl::new(self.settings.issuer.clone())
            .map_err(|_not_a_url| OidcError::Address(self.settings.issuer.clone()))?;
        let agent = self.agent.clone();
        let metadata = blocking(move || {
            CoreProviderMetadata::discover(&issuer, &|request: HttpRequest| call(&agent, request))
                .map_err(told)
        })
        .await?;
        *known = Some((now, metadata.clone()));
        Ok(metadata)
    }

    fn redirect(base: &str) -> Result<RedirectUrl, OidcError> {
        let address = format!("{base}/api/v1/session/oidc/return");
        RedirectUrl::new(address.clone()).map_err(|_not_a_url| OidcError::Address(address))
    }

    /// The provider's address to send the browser to, and what it has to bring back.
    pub async fn ask(
        &self,
        base: &str,
        next: String,
        now: OffsetDateTime,
    ) -> Result<(String, Asked), OidcError> {
        let metadata = self.metadata(now).await?;
        let client = CoreClient::from_provider_metadata(
            metadata,
            ClientId::new(self.settings.client_id.clone()),
            self.secret.clone().map(ClientSecret::new),
        )
        .set_redirect_uri(Self::redirect(base)?);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let (url, state, nonce) = client
            .authorize_url(flow, CsrfToken::new_random, Nonce::new_random)
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(challenge)
            .url();
        let asked = Asked {
            state: state.secret().clone(),
            nonce: nonce.secret().clone(),
            verifier: verifier.secret().clone(),
            next,
            until: (now + FRESH).unix_timestamp(),
        };
        Ok((url.to_string(), asked))
    }

    /// Exchanges the code and reads the token: signature, issuer, audience, end and nonce are checked.
    pub async fn answer(
        &self,
        base: &str,
        code: String,
        asked: Asked,
        now: OffsetDateTime,
    ) -> Result<Subject, OidcError> {
        let metadata = self.metadata(now).await?;
        let issuer = metadata.issuer().to_string();
        let client = CoreClient::from_provider_metadata(
            metadata,
            ClientId::new(self.settings.client_id.clone()),
            self.secret.clone().map(ClientSecret::new),
        )
        .set_redirect_uri(Self::redirect(base)?);
        let (agent, counts) = (self.agent.clone(), self.settings.second_factor);
        blocking(move || {
            let answer = client
                .exchange_code(AuthorizationCode::new(code))
                .map_err(told)?
                .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier))
                .request(&|request: HttpRequest| call(&agent, request))
                .map_err(told)?;
            let token = answer.id_token().ok_or_else(|| OidcError::Provider("no ID token".to_owned()))?;
            let claims = token.claims(&client.id_token_verifier(), &Nonce::new(asked.nonce)).map_err(told)?;
            let verified = claims.email_verified() == Some(true);
            let methods = claims.auth_method_refs().map(Vec::as_slice).unwrap_or_default();
            // RFC 8176: the values that say that more than a password was asked for.
            let second = methods.iter().any(|method| ["mfa", "otp", "hwk"].contains(&method.as_str()));
            Ok(Subject {
                subject: hoshizu_store::account::subject(&issuer, claims.subject().as_str()),
                verified_email: claims.email().filter(|_| verified).map(|email| email.as_str().to_owned()),
                second_factor: counts && second,
            })
        })
        .await
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, OidcError> + Send + 'static,
) -> Result<T, OidcError> {
    tokio::task::spawn_blocking(work).await.map_err(told)?
}

/// An error with its causes: the outermost says only that a request failed.
fn told(error: impl std::error::Error) -> OidcError {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    OidcError::Provider(text)
}

/// Certificates of the system and of the settings; no redirects, which could lead into the own network.
fn agent(ca_file: Option<&PathBuf>) -> Result<ureq::Agent, OidcError> {
    let system = rustls_native_certs::load_native_certs().certs;
    let mut trusted: Vec<_> =
        system.iter().map(|der| ureq::tls::Certificate::from_der(der).to_owned()).collect();
    if let Some(path) = ca_file {
        let pem = std::fs::read(path).map_err(|source| OidcError::File { path: path.clone(), source })?;
        let before = trusted.len();
        for item in ureq::tls::parse_pem(&pem) {
            if let Ok(ureq::tls::PemItem::Certificate(certificate)) = item {
                trusted.push(certificate);
            }
        }
        if trusted.len() == before {
            return Err(OidcError::Certificate(path.clone()));
        }
    }
    let tls = ureq::tls::TlsConfig::builder()
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .root_certs(ureq::tls::RootCerts::new_with_certs(&trusted))
        .build();
    let config = ureq::Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .http_status_as_error(false)
        .build();
    Ok(config.new_agent())
}

fn call(agent: &ureq::Agent, request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
    let (parts, body) = request.into_parts();
    // Some servers refuse a GET that says it has a body, even of no length.
    let answer = if body.is_empty() {
        agent.run(axum::http::Request::from_parts(parts, ()))?
    } else {
        agent.run(axum::http::Request::from_parts(parts, body))?
    };
    let (parts, mut body) = answer.into_parts();
    let bytes = body.with_config().limit(LARGEST).read_to_vec()?;
    Ok(axum::http::Response::from_parts(parts, bytes))
}
