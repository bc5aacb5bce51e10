//! What is our own of `wasi:http/types`.

use crate::wasi::links::redefine;
use crate::wasi::state::HasWasi;
use crate::wasi::views::http;
use wasmtime::StoreContextMut;
use wasmtime::component::{Linker, Resource};
use wasmtime_wasi_http::p2::bindings::http::types::{self as p2, ErrorCode, HostOutgoingRequest};
use wasmtime_wasi_http::p3::bindings::http::types as p3;
use wasmtime_wasi_http::{Error, WasiHttp};

/// How long the parts of a request may be that Wasmtime keeps at any length. Its path is bounded already.
const LONGEST_METHOD: usize = 256;
const LONGEST_AUTHORITY: usize = 1 << 10;

fn is_short(text: Option<&String>, most: usize) -> bool {
    text.is_none_or(|text| text.len() <= most)
}

/// `wasi:http/types` 0.2, with what Wasmtime's own doesn't know: errors that come while an answer's body is read, and that
/// methods and authorities have an end.
pub(super) fn link<T: HasWasi>(linker: &mut Linker<T>) -> wasmtime::Result<()> {
    p2::add_to_linker::<T, WasiHttp>(linker, &Default::default(), http)?;
    redefine(linker, "wasi:http/types@0.2.12", |types| {
        types.func_wrap(
            "http-error-code",
            |mut store: StoreContextMut<'_, T>, (error,): (Resource<wasmtime::Error>,)| {
                let error = store.data_mut().wasi().table.get(&error)?;
                Ok((error_code(error),))
            },
        )?;
        types.func_wrap(
            "[method]outgoing-request.set-method",
            |mut store: StoreContextMut<'_, T>,
             (request, method): (Resource<p2::OutgoingRequest>, p2::Method)| {
                let other = match &method {
                    p2::Method::Other(name) => Some(name),
                    _ => None,
                };
                if !is_short(other, LONGEST_METHOD) {
                    return Ok((Err(()),));
                }
                Ok((http(store.data_mut()).set_method(request, method)?,))
            },
        )?;
        types.func_wrap(
            "[method]outgoing-request.set-authority",
            |mut store: StoreContextMut<'_, T>,
             (request, authority): (Resource<p2::OutgoingRequest>, Option<String>)| {
                if !is_short(authority.as_ref(), LONGEST_AUTHORITY) {
                    return Ok((Err(()),));
                }
                Ok((http(store.data_mut()).set_authority(request, authority)?,))
            },
        )
    })
}

/// The same of 0.3.
pub(super) fn link_p3<T: HasWasi>(linker: &mut Linker<T>) -> wasmtime::Result<()> {
    p3::add_to_linker::<T, WasiHttp>(linker, http)?;
    redefine(linker, "wasi:http/types@0.3.0", |types| {
        types.func_wrap(
            "[method]request.set-method",
            |mut store: StoreContextMut<'_, T>, (request, method): (Resource<p3::Request>, p3::Method)| {
                let other = match &method {
                    p3::Method::Other(name) => Some(name),
                    _ => None,
                };
                if !is_short(other, LONGEST_METHOD) {
                    return Ok((Err(()),));
                }
                Ok((p3::HostRequest::set_method(
                    &mut http(store.data_mut()),
                    request,
                    method,
                )?,))
            },
        )?;
        types.func_wrap(
            "[method]request.set-authority",
            |mut store: StoreContextMut<'_, T>,
             (request, authority): (Resource<p3::Request>, Option<String>)| {
                if !is_short(authority.as_ref(), LONGEST_AUTHORITY) {
                    return Ok((Err(()),));
                }
                let mut view = http(store.data_mut());
                Ok((p3::HostRequest::set_authority(&mut view, request, authority)?,))
            },
        )
    })
}

/// The code of an error that a guest got from a stream, if it is about HTTP.
fn error_code(error: &wasmtime::Error) -> Option<ErrorCode> {
    if let Some(code) = error.downcast_ref::<ErrorCode>() {
        return Some(code.clone());
    }
    Some(match error.downcast_ref::<Error>()? {
        Error::ConnectionReadTimeout => ErrorCode::ConnectionReadTimeout,
        Error::HttpResponseTimeout => ErrorCode::HttpResponseTimeout,
        Error::HttpResponseBodySize(most) => ErrorCode::HttpResponseBodySize(*most),
        Error::Hyper(cause) if cause.is_incomplete_message() || cause.is_body_write_aborted() => {
            ErrorCode::HttpResponseIncomplete
        }
        Error::Hyper(_) => ErrorCode::HttpProtocolError,
        other => ErrorCode::InternalError(Some(other.to_string())),
    })
}
