//! Outgoing HTTP requests: to the origins that are granted, within limits, and past the host if it wants to see them.

use crate::bytes::{BlockReader, BlockWriter};
use crate::error::{ErrorKind, Failure, Limit};
use crate::outbox::Outbox;
use crate::store::{Exchange, Frame, UPCALL_REQUEST};
use crate::wasi::network::{NamePattern, Network};
use crate::wasi::plan::Plan;
use bytes::{Buf, Bytes};
use http::uri::Scheme;
use http::{HeaderName, HeaderValue, Request, Response, Uri};
use http_body::{Body, Frame as BodyFrame, SizeHint};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, timeout};
use tokio_rustls::TlsConnector;
use wasmtime_wasi_http::io::TokioIo;
use wasmtime_wasi_http::{Error, RequestOptions, Result, WasiBody, WasiHttpHooks};

/// Where requests may go.
struct Origin {
    /// `https`; otherwise `http`.
    secure: bool,
    host: NamePattern,
    /// 0: any.
    port: u16,
}

/// What is granted of HTTP.
pub(super) struct HttpPlan {
    origins: Vec<Origin>,
    connect_timeout: Duration,
    first_byte_timeout: Duration,
    between_bytes_timeout: Duration,
    request_bytes: u64,
    response_bytes: u64,
    /// The host sees each request first.
    intercepts: bool,
    tls: Option<Arc<ClientConfig>>,
}

impl Default for HttpPlan {
    fn default() -> Self {
        HttpPlan {
            origins: Vec::new(),
            connect_timeout: Duration::ZERO,
            first_byte_timeout: Duration::ZERO,
            between_bytes_timeout: Duration::ZERO,
            request_bytes: 0,
            response_bytes: 0,
            intercepts: false,
            tls: None,
        }
    }
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
            connect_timeout: Duration::from_nanos(block.u64()?),
            first_byte_timeout: Duration::from_nanos(block.u64()?),
            between_bytes_timeout: Duration::from_nanos(block.u64()?),
            request_bytes: block.u64()?,
            response_bytes: block.u64()?,
            intercepts: block.u8()? != 0,
            tls: {
                let trusted = block.list(|block| Ok(CertificateDer::from(block.bytes()?.to_vec())))?;
                (!trusted.is_empty()).then(|| tls(trusted)).transpose()?
            },
        })
    }

    fn allows(&self, uri: &Uri) -> bool {
        let (Some(host), Some(port)) = (host_of(uri), port_of(uri)) else {
            return false;
        };
        self.origins.iter().any(|origin| {
            origin.secure == is_secure(uri)
                && (origin.port == 0 || origin.port == port)
                && origin.host.matches(host)
        })
    }
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

fn is_secure(uri: &Uri) -> bool {
    uri.scheme() != Some(&Scheme::HTTP)
}

/// The host, without the brackets of an IPv6 address.
fn host_of(uri: &Uri) -> Option<&str> {
    let host = uri.host()?;
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    Some(bare.unwrap_or(host)).filter(|host| !host.is_empty())
}

fn port_of(uri: &Uri) -> Option<u16> {
    uri.port_u16().or_else(|| {
        uri.authority()?
            .port()
            .is_none()
            .then_some(if is_secure(uri) { 443 } else { 80 })
    })
}

/// What is told of a request: without its query, which may hold secrets.
fn summary(request: &Request<WasiBody>) -> String {
    let uri = request.uri();
    format!(
        "{} {}://{}{}",
        request.method(),
        if is_secure(uri) { "https" } else { "http" },
        uri.authority().map_or("", |authority| authority.as_str()),
        uri.path()
    )
}

/// What sends requests for one store.
pub(super) struct Client {
    plan: Arc<Plan>,
    network: Arc<Network>,
    outbox: Arc<Outbox>,
    /// How many requests there may be at once.
    most: u64,
    permits: Arc<Semaphore>,
}

type Answer = Result<(
    Response<WasiBody>,
    Box<dyn Future<Output = Result<(), Error>> + Send>,
)>;

/// What the host has decided of a request.
enum Decision {
    Send(Request<WasiBody>),
    Answer(Response<WasiBody>),
    Refuse,
}

impl Client {
    pub(super) fn new(plan: Arc<Plan>, network: Arc<Network>, outbox: Arc<Outbox>, most: u64) -> Client {
        let permits = usize::try_from(most)
            .unwrap_or(usize::MAX)
            .min(Semaphore::MAX_PERMITS);
        Client {
            plan,
            network,
            outbox,
            most,
            permits: Arc::new(Semaphore::new(permits)),
        }
    }

    /// The future of a request, or the host's answer to it.
    fn begin(
        &self,
        request: Request<WasiBody>,
        options: Option<RequestOptions>,
    ) -> Result<std::result::Result<impl Future<Output = Answer> + Send + 'static, Response<WasiBody>>> {
        let request = match self.decide(request)? {
            Decision::Send(request) => request,
            Decision::Answer(response) => return Ok(Err(response)),
            Decision::Refuse => return Err(Error::HttpRequestDenied),
        };
        let Ok(permit) = Arc::clone(&self.permits).try_acquire_owned() else {
            let most = self.most;
            let message = format!("the guest began more than the store's limit of {most} requests at once");
            self.outbox.refuse(Failure::limit(Limit::Requests, most, message));
            return Err(Error::ConnectionLimitReached);
        };
        let plan = Arc::clone(&self.plan);
        let network = Arc::clone(&self.network);
        let outbox = Arc::clone(&self.outbox);
        Ok(Ok(async move {
            let options = options.unwrap_or_default();
            send(request, options, &plan.http, &network, &outbox, permit).await
        }))
    }

    /// Looks whether a request is granted, and asks the host if it wants to be asked.
    fn decide(&self, request: Request<WasiBody>) -> Result<Decision> {
        let decision = if self.plan.http.intercepts {
            self.ask_host(request)?
        } else {
            Decision::Send(request)
        };
        let Decision::Send(request) = decision else {
            return Ok(decision);
        };
        let allowed = self.plan.http.allows(request.uri());
        self.outbox.access(allowed, "http", || summary(&request));
        Ok(if allowed {
            Decision::Send(request)
        } else {
            Decision::Refuse
        })
    }
}

impl Client {
    /// Shows the host a request. On the thread's own stack: `handle` is called there, if guests don't run on fibers, where
    /// the host can't be asked.
    fn ask_host(&self, request: Request<WasiBody>) -> Result<Decision> {
        // SAFETY: the exchange of the store that this thread is inside of.
        let exchange: &Exchange = unsafe { &*Frame::current_exchange().map_err(internal)? };
        let (parts, body) = request.into_parts();
        let mut block = BlockWriter::default();
        block.str(parts.method.as_str());
        block.str(&parts.uri.to_string());
        block.count(parts.headers.len());
        for (name, value) in &parts.headers {
            block.str(name.as_str());
            block.bytes(value.as_bytes());
        }
        let block = block.finish();
        exchange.expect_no_host_result();
        let (at, length) = (block.as_ptr().expose_provenance(), block.len());
        let decided = exchange.upcall(UPCALL_REQUEST, 0, at as i64, length as i64);
        if decided < 0 {
            self.outbox.fail("the host could not decide on a request");
            return Err(internal("the host could not decide on the request"));
        }
        // SAFETY: the upcall has just returned.
        let answer = unsafe { exchange.host_result() };
        let mut answer = BlockReader::new(answer);
        match decided {
            0 => Ok(Decision::Send(Request::from_parts(parts, body))),
            1 => Ok(Decision::Refuse),
            2 => {
                let mut response = Response::builder().status(answer.u16().map_err(internal)?);
                for (name, value) in headers(&mut answer).map_err(internal)? {
                    response = response.header(name, value);
                }
                let body = Bytes::copy_from_slice(answer.bytes().map_err(internal)?);
                let body = Full::new(body).map_err(|never| match never {}).boxed_unsync();
                Ok(Decision::Answer(response.body(body).map_err(internal)?))
            }
            _ => {
                let mut changed = Request::builder()
                    .method(answer.str().map_err(internal)?)
                    .uri(answer.str().map_err(internal)?);
                for (name, value) in headers(&mut answer).map_err(internal)? {
                    changed = changed.header(name, value);
                }
                Ok(Decision::Send(changed.body(body).map_err(internal)?))
            }
        }
    }
}

impl WasiHttpHooks for Client {
    fn send_request(
        &mut self,
        request: Request<WasiBody>,
        options: Option<RequestOptions>,
        _sent: Box<dyn Future<Output = Result<(), Error>> + Send>,
    ) -> Box<dyn Future<Output = Answer> + Send> {
        match self.begin(request, options) {
            Ok(Ok(sending)) => Box::new(sending),
            Ok(Err(response)) => {
                let nothing_more: Box<dyn Future<Output = Result<(), Error>> + Send> =
                    Box::new(async { Ok(()) });
                Box::new(async move { Ok((response, nothing_more)) })
            }
            Err(error) => Box::new(async move { Err(error) }),
        }
    }
}

fn internal(error: impl std::fmt::Display) -> Error {
    Error::InternalError(Some(error.to_string()))
}

fn headers(block: &mut BlockReader<'_>) -> Result<Vec<(HeaderName, HeaderValue)>, Failure> {
    block.list(|block| {
        let wrong = |what: &str| {
            Failure::new(
                ErrorKind::Configuration,
                format!("{what} of a header can't be used"),
            )
        };
        let name = HeaderName::from_bytes(block.str()?.as_bytes()).map_err(|_| wrong("the name"))?;
        let value = HeaderValue::from_bytes(block.bytes()?).map_err(|_| wrong("the value"))?;
        Ok((name, value))
    })
}

trait Connection: tokio::io::AsyncRead + tokio::io::AsyncWrite + Send + Unpin {}

impl<T: tokio::io::AsyncRead + tokio::io::AsyncWrite + Send + Unpin> Connection for T {}

/// The addresses of a host that requests may go to.
async fn addresses(host: &str, port: u16, network: &Network, outbox: &Outbox) -> Result<Vec<SocketAddr>> {
    // Who names an address means it.
    if let Ok(address) = host.parse::<IpAddr>() {
        return Ok(vec![SocketAddr::new(address, port)]);
    }
    let found = tokio::net::lookup_host((host, port)).await;
    let found: Vec<SocketAddr> = found
        .map_err(|error| Error::DnsError {
            rcode: Some(error.to_string()),
            info_code: None,
        })?
        .collect();
    if found.is_empty() {
        return Err(Error::DestinationNotFound);
    }
    let (allowed, refused): (Vec<_>, Vec<_>) = found
        .into_iter()
        .partition(|address| network.may_be_at(host, address.ip()));
    if allowed.is_empty() {
        outbox.access(false, "http", || format!("{host} is at {}", refused[0]));
        return Err(Error::DestinationIpProhibited);
    }
    Ok(allowed)
}

async fn connect(
    uri: &Uri,
    plan: &HttpPlan,
    network: &Network,
    outbox: &Outbox,
) -> Result<Box<dyn Connection>> {
    let host = host_of(uri).ok_or(Error::HttpRequestUriInvalid)?;
    let port = port_of(uri).ok_or(Error::HttpRequestUriInvalid)?;
    let addresses = addresses(host, port, network, outbox).await?;
    let stream = TcpStream::connect(&*addresses).await.map_err(Error::Connect)?;
    if !is_secure(uri) {
        return Ok(Box::new(stream));
    }
    let tls = plan.tls.clone().ok_or(Error::TlsCertificateError)?;
    let name = ServerName::try_from(host.to_string()).map_err(|_| Error::HttpRequestUriInvalid)?;
    let stream = TlsConnector::from(tls)
        .connect(name, stream)
        .await
        .map_err(tls_error)?;
    Ok(Box::new(stream))
}

fn tls_error(error: std::io::Error) -> Error {
    let cause = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match cause {
        Some(rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented) => {
            Error::TlsCertificateError
        }
        _ => Error::Tls(error),
    }
}

async fn send(
    mut request: Request<WasiBody>,
    options: RequestOptions,
    plan: &HttpPlan,
    network: &Network,
    outbox: &Outbox,
    permit: OwnedSemaphorePermit,
) -> Answer {
    let within = |asked: Option<Duration>, most: Duration| asked.map_or(most, |asked| asked.min(most));
    let connect_timeout = within(options.connect_timeout, plan.connect_timeout);
    let first_byte_timeout = within(options.first_byte_timeout, plan.first_byte_timeout);
    let between_bytes_timeout = within(options.between_bytes_timeout, plan.between_bytes_timeout);

    let uri = request.uri().clone();
    let connecting = async {
        let stream = connect(&uri, plan, network, outbox).await?;
        Ok::<_, Error>(http1::handshake(TokioIo::new(stream)).await?)
    };
    let (mut sender, connection) = timeout(connect_timeout, connecting)
        .await
        .map_err(|_| Error::ConnectionTimeout)??;
    let connection = wasmtime_wasi::runtime::spawn(connection);

    // The origin is for proxies, and for the header that is there already.
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    *request.uri_mut() = Uri::builder()
        .path_and_query(path)
        .build()
        .map_err(|_| Error::HttpRequestUriInvalid)?;
    let most = plan.request_bytes;
    let request = request.map(|body| {
        Limited {
            body,
            most,
            left: most,
            exceeded: |most| Error::HttpRequestBodySize(Some(most)),
            patience: None,
            _permit: None,
        }
        .boxed_unsync()
    });
    let response = timeout(first_byte_timeout, sender.send_request(request))
        .await
        .map_err(|_| Error::ConnectionReadTimeout)?
        .map_err(sending_error)?;
    let most = plan.response_bytes;
    let response = response.map(|body| {
        Limited {
            body: body.map_err(Error::from),
            most,
            left: most,
            exceeded: |most| Error::HttpResponseBodySize(Some(most)),
            patience: Some((
                between_bytes_timeout,
                Box::pin(tokio::time::sleep(between_bytes_timeout)),
            )),
            _permit: Some(permit),
        }
        .boxed_unsync()
    });
    Ok((
        response,
        Box::new(async move { connection.await.map_err(Error::from) }),
    ))
}

/// What the request's own body failed with is hidden in Hyper's error.
fn sending_error(error: hyper::Error) -> Error {
    let mut cause = std::error::Error::source(&error);
    while let Some(inner) = cause {
        if let Some(Error::HttpRequestBodySize(size)) = inner.downcast_ref::<Error>() {
            return Error::HttpRequestBodySize(*size);
        }
        cause = inner.source();
    }
    Error::from(error)
}

/// A body that may not be larger than a limit, nor come slower.
struct Limited<B> {
    body: B,
    most: u64,
    left: u64,
    exceeded: fn(u64) -> Error,
    /// How long to wait for the next frame, and the wait that is under way.
    patience: Option<(Duration, Pin<Box<Sleep>>)>,
    /// The request counts until its answer has been read or dropped.
    _permit: Option<OwnedSemaphorePermit>,
}

impl<B> Body for Limited<B>
where
    B: Body<Data = Bytes, Error = Error> + Unpin,
{
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<BodyFrame<Bytes>, Error>>> {
        let this = &mut *self;
        match Pin::new(&mut this.body).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => {
                let length = frame.data_ref().map_or(0, |data| data.remaining() as u64);
                let Some(left) = this.left.checked_sub(length) else {
                    return Poll::Ready(Some(Err((this.exceeded)(this.most))));
                };
                this.left = left;
                if let Some((patience, sleep)) = &mut this.patience {
                    sleep.as_mut().reset(Instant::now() + *patience);
                }
                Poll::Ready(Some(Ok(frame)))
            }
            Poll::Ready(other) => Poll::Ready(other),
            Poll::Pending => match &mut this.patience {
                None => Poll::Pending,
                Some((_, sleep)) => {
                    ready!(sleep.as_mut().poll(cx));
                    Poll::Ready(Some(Err(Error::ConnectionReadTimeout)))
                }
            },
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
