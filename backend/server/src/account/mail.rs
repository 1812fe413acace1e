//! One-time links by mail, where a mail server is configured.

use crate::config::{Mail, MailSecurity};
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::{
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
    },
};
use std::{path::PathBuf, time::Duration};

/// Whoever waits for an answer waits no longer than this for the mail server.
const PATIENCE: Duration = Duration::from_secs(15);

/// Sends mail.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why no mail can be sent, or this one was not.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// An address is none.
    #[error("{0:?} is not an address of mail")]
    Address(String),
    /// A file of the settings cannot be read.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The message cannot be written.
    #[error(transparent)]
    Message(#[from] lettre::error::Error),
    /// The server cannot be reached, or refused it.
    #[error(transparent)]
    Server(#[from] lettre::transport::smtp::Error),
}

impl MailError {
    /// Whether the server itself could not be spoken to: the next message would fare no better.
    pub fn is_of_the_connection(&self) -> bool {
        matches!(self, Self::Server(error) if !error.is_permanent() && !error.is_transient())
    }
}

impl Mailer {
    /// Prepares what the settings say; connects to nothing.
    pub fn new(settings: &Mail) -> Result<Self, MailError> {
        let file = |path: &PathBuf| {
            std::fs::read_to_string(path).map_err(|source| MailError::File { path: path.clone(), source })
        };
        let (port, tls) = match settings.security {
            MailSecurity::None => (25, Tls::None),
            protected => {
                let mut parameters = TlsParameters::builder(settings.server.clone());
                if let Some(path) = &settings.ca_file {
                    parameters =
                        parameters.add_root_certificate(Certificate::from_pem(file(path)?.as_bytes())?);
                }
                match protected {
                    MailSecurity::Tls => (465, Tls::Wrapper(parameters.build()?)),
                    _ => (587, Tls::Required(parameters.build()?)),
                }
            }
        };
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.server)
            .port(settings.port.unwrap_or(port))
            .tls(tls)
            .timeout(Some(PATIENCE));
        if let Some(user) = &settings.user {
            let password = settings.password_file.as_ref().map(file).transpose()?.unwrap_or_default();
            transport = transport.credentials(Credentials::new(user.clone(), password.trim().to_owned()));
        }
        Ok(Self { transport: transport.build(), from: mailbox(&settings.from)? })
    }

    /// Sends one message in plain text. A line feed in subject or address cannot add a header: both are encoded.
    pub async fn send(&self, to: &str, subject: &str, text: &str) -> Result<(), MailError> {
        let message = Message::builder()
            .from(self.from.clone())
            .to(mailbox(to)?)
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(text.to_owned())?;
        self.transport.send(message).await?;
        Ok(())
    }
}

/// Whether this is an address of mail, alone or with a name before it.
pub fn is_address(text: &str) -> bool {
    text.parse::<lettre::Address>().is_ok()
}

fn mailbox(text: &str) -> Result<Mailbox, MailError> {
    text.parse().map_err(|_error: lettre::address::AddressError| MailError::Address(text.to_owned()))
}
