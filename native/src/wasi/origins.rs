//! What is granted of HTTP: origins, and within which limits.

use crate::bytes::BlockReader;
use crate::error::{ErrorKind, Failure};
use crate::wasi::addresses::NamePattern;
use http::Uri;
use http::uri::Scheme;
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use std::net::Ipv6Addr;
use std::sync::Arc;
use std::time::Duration;

/// Where requests may go.
struct Origin {
    /// `https`; otherwise `http`.
    secure: bool,
    host: NamePattern,
    /// 0: any.
    port: u16,
}

/// What is granted of HTTP.
#[derive(Default)]
pub(super) struct HttpPlan {
    origins: Vec<Origin>,
    pub(super) connect_timeout: Duration,
    pub(super) first_byte_timeout: Duration,
    pub(super) between_bytes_timeout: Duration,
    pub(super) request_bytes: u64,
    pub(super) response_bytes: u64,
    /// The host sees each request first.
    pub(super) intercepts: bool,
    pub(super) tls: Option<Arc<ClientConfig>>,
}

impl HttpPlan {
    pub(super) fn read(block: &mut BlockReader<'_>) -> Result<HttpPlan, Failure> {
        Ok(HttpPlan {
            origins: block.list(|block| {
                Ok(Origin {
                    secure: block.u8()? != 0,
                    host: NamePattern::new(block.str()?),
                    port: block.u16()?,
                })
            })?,
            connect_timeout: patience(block.u64()?),
            first_byte_timeout: patience(block.u64()?),
            between_bytes_timeout: patience(block.u64()?),
            request_bytes: block.u64()?,
            response_bytes: block.u64()?,
            intercepts: block.u8()? != 0,
            tls: {
                let trusted = block.list(|block| Ok(CertificateDer::from(block.bytes()?.to_vec())))?;
                (!trusted.is_empty()).then(|| tls(trusted)).transpose()?
            },
        })
    }

    /// Says whether a request may go there, and if so, whether the very host was granted.
    pub(super) fn allows(&self, uri: &Uri) -> Option<Granted> {
        let (host, port) = (host_of(uri)?, port_of(uri)?);
        let secure = is_secure(uri)?;
        let matching = self.origins.iter().filter(|origin| {
            origin.secure == secure && (origin.port == 0 || origin.port == port) && origin.host.matches(host)
        });
        matching
            .map(|origin| Granted {
                exactly: origin.host.is_exact(),
            })
            .max()
    }
}

/// An origin was granted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Granted {
    /// By its name or address, not as one of many.
    pub(super) exactly: bool,
}

/// Tokio's clock doesn't reach for ever.
fn patience(nanoseconds: u64) -> Duration {
    const LONGEST: Duration = Duration::from_secs(100 * 365 * 24 * 3600);
    Duration::from_nanos(nanoseconds).min(LONGEST)
}

fn tls(trusted: Vec<CertificateDer<'static>>) -> Result<Arc<ClientConfig>, Failure> {
    let mut roots = RootCertStore::empty();
    // Certificates that rustls can't use, such as of old versions, can't be trusted either.
    let (_, _) = roots.add_parsable_certificates(trusted);
    let wrong = |error: rustls::Error| Failure::new(ErrorKind::Configuration, format!("TLS: {error}"));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(wrong)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// None for other schemes than HTTP's.
pub(super) fn is_secure(uri: &Uri) -> Option<bool> {
    match uri.scheme() {
        Some(scheme) if *scheme == Scheme::HTTPS => Some(true),
        Some(scheme) if *scheme == Scheme::HTTP => Some(false),
        _ => None,
    }
}

/// The host, without the brackets of an IPv6 address.
pub(super) fn host_of(uri: &Uri) -> Option<&str> {
    let host = uri.host().filter(|host| !host.is_empty())?;
    match host.strip_prefix('[') {
        None => Some(host),
        Some(rest) => rest
            .strip_suffix(']')
            .filter(|bare| bare.parse::<Ipv6Addr>().is_ok()),
    }
}

pub(super) fn port_of(uri: &Uri) -> Option<u16> {
    let authority = uri.authority()?;
    match authority.port() {
        Some(_) => authority.port_u16(),
        None => Some(if is_secure(uri)? { 443 } else { 80 }),
    }
}
