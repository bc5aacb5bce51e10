//! Canonical images: values in the canonical ABI's own memory layout, so that both sides copy bytes.
//!
//! [`Layout`](crate::layout::Layout) is a type, compiled once per function; [`lower`] carries an image into a guest,
//! [`lift`] a guest's values into an image. Both implement Wasmtime's hidden component traits and are handed Wasmtime's own
//! types, so that flattening and `realloc` follow the very rules Wasmtime's typed functions follow.

mod lift;
mod lower;
mod walk;

pub(crate) use lift::{
    EitherForm, Flat, HostArguments, InMemory, Number, OwnedArguments, Passed, SeamArguments,
};
pub(crate) use lower::{
    Arguments, HostResults, OwnedResults, PassedOn, Returned, SeamResults, unfit_for_guest,
};
