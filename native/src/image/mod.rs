//! Canonical images: values in the canonical ABI's own memory layout, so that both sides copy bytes.
//!
//! [`Layout`](crate::layout::Layout) is a type, compiled once per function; [`lower`] carries an image into a guest, [`lift`] a guest's values
//! into an image. Both implement Wasmtime's hidden component traits and are handed Wasmtime's own types, so that
//! flattening and `realloc` follow the very rules Wasmtime's typed functions follow.

mod lift;
mod lower;

pub(crate) use lift::{EitherForm, Flat, HostArguments, InMemory, Number, OwnedArguments};
pub(crate) use lower::{Arguments, HostResults, OwnedResults};
use switchblade_image_memory::MAX_IMAGE;
pub(crate) use switchblade_image_memory::{HostBytes, Image, Sink};

/// `SB_IMAGE_SIDE`: set in an offset that names a side-table entry instead.
pub(crate) const SIDE: u32 = 1 << 31;

const _: () = assert!(MAX_IMAGE == SIDE as usize);
