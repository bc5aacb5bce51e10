//! What errors are called.

use std::fmt::Debug;
use std::io;

pub fn io_error(error: io::Error) -> String {
    format!("{:?}: {error}", error.kind())
}

/// `NotPermitted` for WIT's `not-permitted`.
pub fn in_camel_case(name: &str) -> String {
    name.split('-')
        .flat_map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            [first.to_ascii_uppercase(), rest.to_owned()]
        })
        .collect()
}

/// `HttpRequestDenied` for the bindings' `ErrorCode::HttpRequestDenied`.
pub fn case<E: Debug>(error: E) -> String {
    let text = format!("{error:?}");
    match text.split_once("::") {
        Some((_, case)) => case.to_owned(),
        None => text,
    }
}
