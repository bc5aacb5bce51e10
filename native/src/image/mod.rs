//! Canonical images: values in the canonical ABI's own memory layout, so that both sides copy bytes.
//!
//! [`Layout`] is a type, compiled once per function; [`lower`] carries an image into a guest, [`lift`] a guest's values
//! into an image. Both implement Wasmtime's hidden component traits and are handed Wasmtime's own types, so that
//! flattening and `realloc` follow the very rules Wasmtime's typed functions follow.

mod layout;
mod lift;
mod lower;

use crate::error::{Failure, Limit};
use switchblade_image_memory::TooLarge;
use wasmtime::Error;

pub(crate) use layout::{Layout, LayoutCache, LazyLayout, flat_count};
pub(crate) use lift::{EitherForm, Flat, HostArguments, InMemory, Lifting, Lists, Number, OwnedArguments};
pub(crate) use lower::{Arguments, HostResults, OwnedResults};
pub(crate) use switchblade_image_memory::{HostBytes, Image, MAX_IMAGE, Sink};

/// `SB_IMAGE_SIDE`: set in an offset that names a side-table entry instead.
pub(crate) const SIDE: u32 = 1 << 31;

const _: () = assert!(MAX_IMAGE == SIDE as usize);

/// Why there is no room for an image.
#[cold]
pub(crate) fn too_large(image: TooLarge) -> Error {
    let TooLarge { needed, ever } = image;
    if ever {
        let message = format!("a call's values need {needed} bytes; an image holds at most {MAX_IMAGE}");
        Failure::limit(Limit::Fixed, MAX_IMAGE as u64, message).into()
    } else {
        let message = format!("there is no memory for an image of {needed} bytes");
        Failure::limit(Limit::System, 0, message).into()
    }
}
