//! Outgoing HTTP requests: to the origins that are granted, within limits, and past the host if it wants to see them.

use crate::bytes::{BlockReader, BlockWriter};
use crate::error::{ErrorKind, Failure, Limit};
use crate::exchange::{Exchange, Frame};
use crate::outbox::Outbox;
use crate::upcalls::UPCALL_REQUEST;
use crate::wasi::network::Network;
use crate::wasi::origins::{Granted, HttpPlan, host_of, is_secure, port_of};
use crate::wasi::plan::Plan;
use crate::wasi::wait::deliver_now;
use bytes::{Buf, Bytes};
use http::header::HOST;
use http::{HeaderName, HeaderValue, Method, Request, Response, Uri};
use http_body::{Body, Frame as BodyFrame, SizeHint};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use rustls::pki_types::ServerName;
use std::fmt;
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

/// What is told of a request: without its query, which may hold secrets.
struct Summary {
    method: Method,
    uri: Uri,
}

impl Summary {
    fn of(request: &Request<WasiBody>) -> Summary {
        Summary {
            method: request.method().clone(),
            uri: request.uri().clone(),
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Summary { method, uri } = self;
        let scheme = uri.scheme_str().unwrap_or_default();
        let authority = uri.authority().map_or("", |authority| authority.as_str());
        write!(f, "{method} {scheme}://{authority}{}", uri.path())
    }
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

/// A request that is under way, or that was answered without.
type Sending = Box<dyn Future<Output = Answer> + Send>;

/// `enum sb_decision` of `switchblade.h`.
const DECISION_SEND: i64 = 0;
const DECISION_REFUSE: i64 = 1;
const DECISION_ANSWER: i64 = 2;
const DECISION_CHANGE: i64 = 3;

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

    fn begin(&self, request: Request<WasiBody>, options: Option<RequestOptions>) -> Result<Sending> {
        let request = match self.decide(request)? {
            Decision::Send(request) => request,
            Decision::Answer(response) => {
                let nothing_more: Box<dyn Future<Output = Result<(), Error>> + Send> =
                    Box::new(async { Ok(()) });
                return Ok(Box::new(async move { Ok((response, nothing_more)) }));
            }
            Decision::Refuse => return Err(Error::HttpRequestDenied),
        };
        let granted = self.plan.http.allows(request.uri());
        self.outbox.access(
            granted.is_some(),
            "http",
            format_args!("{}", Summary::of(&request)),
        );
        let granted = granted.ok_or(Error::HttpRequestDenied)?;
        let Ok(permit) = Arc::clone(&self.permits).try_acquire_owned() else {
            let most = self.most;
            let message = format!("the guest began more than the store's limit of {most} requests at once");
            self.outbox.refuse(Failure::limit(Limit::Requests, most, message));
            return Err(Error::ConnectionLimitReached);
        };
        let plan = Arc::clone(&self.plan);
        let network = Arc::clone(&self.network);
        let outbox = Arc::clone(&self.outbox);
        Ok(Box::new(async move {
            let options = options.unwrap_or_default();
            let way = Way {
                plan: &plan.http,
                network: &network,
                outbox: &outbox,
                granted,
            };
            send(request, options, &way, permit).await
        }))
    }

    /// Asks the host about a request, if it wants to be asked.
    fn decide(&self, request: Request<WasiBody>) -> Result<Decision> {
        if !self.plan.http.intercepts {
            return Ok(Decision::Send(request));
        }
        let what = Summary::of(&request);
        let decision = self.ask_host(request)?;
        if let Decision::Refuse = decision {
            self.outbox.access(false, "http", format_args!("{what}"));
        }
        Ok(decision)
    }

    /// Shows the host a request. On the thread's own stack: `handle` is called there, if guests don't run on fibers, where
    /// the host can't be asked.
    fn ask_host(&self, request: Request<WasiBody>) -> Result<Decision> {
        // SAFETY: the exchange of the store that this thread is inside of.
        let exchange: &Exchange = unsafe { &*Frame::current_exchange().map_err(internal)? };
        let (parts, body) = request.into_parts();
        let mut block = BlockWriter::default();
        block.str(parts.method.as_str());
        block.str(&parts.uri.to_string());
        // The host follows from the address.
        let shown: Vec<_> = parts.headers.iter().filter(|(name, _)| **name != HOST).collect();
        block.count(shown.len());
        for (name, value) in shown {
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
        // Copied before it is looked at: it lies in memory of the host's.
        let answer = exchange.host_result().map_err(internal)?.to_vec();
        let answer = answer.ok_or_else(|| internal("there is no memory for the host's answer"))?;
        let mut answer = BlockReader::new(&answer);
        match decided {
            DECISION_SEND => Ok(Decision::Send(Request::from_parts(parts, body))),
            DECISION_REFUSE => Ok(Decision::Refuse),
            DECISION_ANSWER => {
                let mut response = Response::builder().status(answer.u16().map_err(internal)?);
                for (name, value) in headers(&mut answer).map_err(internal)? {
                    response = response.header(name, value);
                }
                let body = Bytes::copy_from_slice(answer.bytes().map_err(internal)?);
                let body = Full::new(body).map_err(|never| match never {}).boxed_unsync();
                Ok(Decision::Answer(response.body(body).map_err(internal)?))
            }
            DECISION_CHANGE => {
                let method = answer.str().map_err(internal)?;
                let uri: Uri = answer.str().map_err(internal)?.parse().map_err(internal)?;
                let authority = uri.authority().ok_or(Error::HttpRequestUriInvalid)?;
                let authority = authority.as_str().rsplit('@').next().unwrap_or_default();
                let mut changed = Request::builder().method(method).header(HOST, authority);
                for (name, value) in headers(&mut answer).map_err(internal)? {
                    if name != HOST {
                        changed = changed.header(name, value);
                    }
                }
                let changed = changed.uri(uri);
                Ok(Decision::Send(changed.body(body).map_err(internal)?))
            }
            unknown => Err(internal(format!("the host decided on a request with {unknown}"))),
        }
    }
}

/// How many bytes of fields a message may have, about: they are kept for each handle.
pub(super) const MOST_FIELDS: usize = 32 << 10;

/// How many bytes of a body are taken at once, and kept until they can be sent.
const CHUNK: usize = 64 << 10;

impl WasiHttpHooks for Client {
    fn p2_outgoing_body_chunk_size(&mut self) -> usize {
        CHUNK
    }

    fn p3_outgoing_body_chunk_size(&mut self) -> usize {
        CHUNK
    }

    fn send_request(
        &mut self,
        request: Request<WasiBody>,
        options: Option<RequestOptions>,
        _sent: Box<dyn Future<Output = Result<(), Error>> + Send>,
    ) -> Sending {
        let sending = self.begin(request, options);
        // Here and not later: a guest whose requests are refused need never wait.
        deliver_now(&self.outbox);
        sending.unwrap_or_else(|error| Box::new(async move { Err(error) }))
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

/// How a request gets to its host.
struct Way<'a> {
    plan: &'a HttpPlan,
    network: &'a Network,
    outbox: &'a Outbox,
    granted: Granted,
}

impl Way<'_> {
    /// The addresses of a host that requests may go to.
    async fn addresses(&self, host: &str, port: u16) -> Result<Vec<SocketAddr>> {
        if let Ok(address) = host.parse::<IpAddr>() {
            // Who names an address means it.
            if !self.granted.exactly && !self.network.may_be_at(host, address, false) {
                self.outbox.access(false, "http", format_args!("{host}"));
                return Err(Error::DestinationIpProhibited);
            }
            return Ok(vec![SocketAddr::new(address, port)]);
        }
        let found = self.network.lookups.addresses(host.to_string(), port).await;
        let found = found.map_err(|error| Error::DnsError {
            rcode: Some(error.to_string()),
            info_code: None,
        })?;
        let exactly = self.granted.exactly;
        let (allowed, refused): (Vec<_>, Vec<_>) = found
            .into_iter()
            .partition(|address| self.network.may_be_at(host, address.ip(), exactly));
        match (allowed.is_empty(), refused.first()) {
            (false, _) => Ok(allowed),
            (true, None) => Err(Error::DestinationNotFound),
            (true, Some(refused)) => {
                self.outbox
                    .access(false, "http", format_args!("{host} is at {refused}"));
                Err(Error::DestinationIpProhibited)
            }
        }
    }

    async fn connect(&self, uri: &Uri) -> Result<Box<dyn Connection>> {
        let host = host_of(uri).ok_or(Error::HttpRequestUriInvalid)?;
        let port = port_of(uri).ok_or(Error::HttpRequestUriInvalid)?;
        let secure = is_secure(uri).ok_or(Error::HttpProtocolError)?;
        let addresses = self.addresses(host, port).await?;
        let stream = TcpStream::connect(&*addresses).await.map_err(Error::Connect)?;
        if !secure {
            return Ok(Box::new(stream));
        }
        let tls = self.plan.tls.clone().ok_or(Error::TlsCertificateError)?;
        let name = ServerName::try_from(host.to_string()).map_err(|_| Error::HttpRequestUriInvalid)?;
        let stream = TlsConnector::from(tls)
            .connect(name, stream)
            .await
            .map_err(tls_error)?;
        Ok(Box::new(stream))
    }
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
    way: &Way<'_>,
    permit: OwnedSemaphorePermit,
) -> Answer {
    let plan = way.plan;
    let within = |asked: Option<Duration>, most: Duration| asked.map_or(most, |asked| asked.min(most));
    let connect_timeout = within(options.connect_timeout, plan.connect_timeout);
    let first_byte_timeout = within(options.first_byte_timeout, plan.first_byte_timeout);
    let between_bytes_timeout = within(options.between_bytes_timeout, plan.between_bytes_timeout);

    let uri = request.uri().clone();
    let connecting = async {
        let stream = way.connect(&uri).await?;
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
            waits: false,
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
            waits: false,
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
    /// How long to wait for the next frame, and the wait, which begins when somebody does.
    patience: Option<(Duration, Pin<Box<Sleep>>)>,
    waits: bool,
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
                this.waits = false;
                Poll::Ready(Some(Ok(frame)))
            }
            Poll::Ready(other) => Poll::Ready(other),
            Poll::Pending => match &mut this.patience {
                None => Poll::Pending,
                Some((patience, sleep)) => {
                    if !this.waits {
                        this.waits = true;
                        sleep.as_mut().reset(Instant::now() + *patience);
                    }
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
