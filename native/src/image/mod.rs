//! Canonical images: values in the canonical ABI's own memory layout, so that both sides copy bytes.
//!
//! [`Layout`] is a type, compiled once per function; [`lower`] carries an image into a guest, [`lift`] a guest's values
//! into an image. Both implement Wasmtime's hidden component traits and are handed Wasmtime's own types, so that
//! flattening and `realloc` follow the very rules Wasmtime's typed functions follow.

mod layout;
mod lift;
mod lower;
mod sink;

pub(crate) use layout::{Layout, LayoutCache, LazyLayout, flat_count};
pub(crate) use lift::{EitherForm, Flat, HostArguments, InMemory, Lifting, Lists, Number, OwnedArguments};
pub(crate) use lower::{Arguments, HostResults, OwnedResults};
pub(crate) use sink::Sink;

/// `SB_IMAGE_SIDE`: set in an offset that names a side-table entry instead.
pub(crate) const SIDE: u32 = 1 << 31;

/// The most bytes an image may have: offsets have 31 bits.
pub(crate) const MAX_IMAGE: usize = SIDE as usize;
