//! Requests through `wasi:http`.

use wasip2::http::outgoing_handler::handle;
use wasip2::http::types::{
    Fields, FutureIncomingResponse, IncomingBody, IncomingResponse, Method, OutgoingBody,
    OutgoingRequest, RequestOptions, Scheme, http_error_code,
};
use wasip2::io::streams::StreamError;

use crate::Response;
use crate::names::case;

/// How much of a body is written at once; a host need not take more.
const CHUNK: usize = 4096;

pub fn request(
    method: &str,
    url: &str,
    headers: Vec<(String, String)>,
    body: &[u8],
) -> Result<Response, String> {
    let request = new_request(method, url, headers)?;
    read(&wait(&send(request, None, body)?)?)
}

pub fn with_timeouts(
    url: &str,
    connect_ms: Option<u64>,
    first_byte_ms: Option<u64>,
) -> Result<Response, String> {
    let in_nanos = |ms: u64| ms.saturating_mul(1_000_000);
    let options = RequestOptions::new();
    options
        .set_connect_timeout(connect_ms.map(in_nanos))
        .and_then(|()| options.set_first_byte_timeout(first_byte_ms.map(in_nanos)))
        .map_err(|()| "TimeoutNotSupported")?;
    let request = new_request("GET", url, Vec::new())?;
    read(&wait(&send(request, Some(options), &[])?)?)
}

pub fn many(url: &str, count: u32) -> Result<Vec<String>, String> {
    let responses: Vec<_> = (0..count)
        .map(|_| Ok(send(new_request("GET", url, Vec::new())?, None, &[])))
        .collect::<Result<_, String>>()?;
    Ok(responses.into_iter().map(status_or_error).collect())
}

fn status_or_error(response: Result<FutureIncomingResponse, String>) -> String {
    let response = response.and_then(|response| wait(&response));
    response.map_or_else(|error| error, |response| response.status().to_string())
}

fn new_request(
    method: &str,
    url: &str,
    headers: Vec<(String, String)>,
) -> Result<OutgoingRequest, String> {
    let (scheme, rest) = url.split_once("://").ok_or("NoUrl")?;
    let (authority, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));

    let headers: Vec<_> = headers
        .into_iter()
        .map(|(name, value)| (name, value.into_bytes()))
        .collect();
    let headers = Fields::from_list(&headers).map_err(|error| format!("Header{}", case(error)))?;
    let request = OutgoingRequest::new(headers);
    request
        .set_method(&method_of(method))
        .map_err(|()| "NoMethod")?;
    request
        .set_scheme(Some(&scheme_of(scheme)))
        .map_err(|()| "NoScheme")?;
    request
        .set_authority(Some(authority))
        .map_err(|()| "NoAuthority")?;
    request
        .set_path_with_query(Some(if path.is_empty() { "/" } else { path }))
        .map_err(|()| "NoPath")?;
    Ok(request)
}

fn method_of(name: &str) -> Method {
    match name {
        "GET" => Method::Get,
        "HEAD" => Method::Head,
        "POST" => Method::Post,
        "PUT" => Method::Put,
        "DELETE" => Method::Delete,
        "CONNECT" => Method::Connect,
        "OPTIONS" => Method::Options,
        "TRACE" => Method::Trace,
        "PATCH" => Method::Patch,
        _ => Method::Other(name.to_owned()),
    }
}

fn scheme_of(name: &str) -> Scheme {
    match name {
        "http" => Scheme::Http,
        "https" => Scheme::Https,
        _ => Scheme::Other(name.to_owned()),
    }
}

/// Sends the request with its body; what comes back is not there yet.
fn send(
    request: OutgoingRequest,
    options: Option<RequestOptions>,
    body: &[u8],
) -> Result<FutureIncomingResponse, String> {
    let outgoing = request.body().expect("it is the first time");
    let response = handle(request, options).map_err(case)?;
    // Without its body a request fails, or the server has answered before it was through: the response tells.
    let _ = write(outgoing, body);
    Ok(response)
}

fn write(outgoing: OutgoingBody, body: &[u8]) -> Result<(), String> {
    let stream = outgoing.write().expect("it is the first time");
    body.chunks(CHUNK)
        .try_for_each(|chunk| stream.blocking_write_and_flush(chunk))
        .map_err(case)?;
    drop(stream);
    OutgoingBody::finish(outgoing, None).map_err(case)
}

fn wait(response: &FutureIncomingResponse) -> Result<IncomingResponse, String> {
    response.subscribe().block();
    response
        .get()
        .expect("it is ready")
        .expect("it is the first time")
        .map_err(case)
}

fn read(response: &IncomingResponse) -> Result<Response, String> {
    let headers = response.headers().entries();
    Ok(Response {
        status: response.status(),
        headers: headers
            .into_iter()
            .map(|(name, value)| (name, String::from_utf8_lossy(&value).into_owned()))
            .collect(),
        body: read_body(&response.consume().expect("it is the first time"))?,
    })
}

fn read_body(body: &IncomingBody) -> Result<Vec<u8>, String> {
    let stream = body.stream().expect("it is the first time");
    let mut data = Vec::new();
    loop {
        match stream.blocking_read(CHUNK as u64) {
            Ok(chunk) => data.extend(chunk),
            Err(StreamError::Closed) => return Ok(data),
            Err(StreamError::LastOperationFailed(error)) => {
                return Err(match http_error_code(&error) {
                    Some(code) => case(code),
                    None => format!("LastOperationFailed: {error}"),
                });
            }
        }
    }
}
