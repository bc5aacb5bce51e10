//! The memory that images lie in. The native library reads what a host owns here and nowhere else, and writes the images that
//! come out of guests here. That needs no guest: so Miri and AddressSanitizer can look at it (see CONTRIBUTING.md).
//!
//! What a host owns it may write to at any time, on any thread, whatever it promised. So nothing here makes a reference to
//! such memory: it is copied, each byte once, and looked at where it was copied to. No number that comes out of it is
//! trusted to stay what it was.

#![deny(unsafe_op_in_unsafe_fn, missing_docs)]

#[cfg(not(target_endian = "little"))]
compile_error!("images are little-endian, and so must be the host");

mod host;
mod owned;
mod sink;

pub use host::HostBytes;
pub use owned::Image;
pub use sink::{Sink, TooLarge};

/// The most bytes that an image may have: offsets have 31 bits.
pub const MAX_IMAGE: usize = 1 << 31;
