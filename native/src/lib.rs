//! The native library of Switchblade: the official Wasmtime C API, re-exported whole, and the extension that
//! `include/switchblade.h` documents. The header is the contract; the comments here say why the code is as it is.
//!
//! Nothing here may abort or unwind into the caller, which is a JVM: every exported function goes through [`error::guard`].

#![deny(unsafe_op_in_unsafe_fn, missing_docs)]
// The header documents the safety of every exported function: pointers are valid, owned as it says, and used by one
// thread where it says so. Repeating that under each function would bury what is particular to it.
#![allow(clippy::missing_safety_doc)]

#[cfg(not(target_endian = "little"))]
compile_error!("images are little-endian, and so must be the host");

pub use wasmtime_c_api::*;

mod abi;
mod bytes;
mod call;
mod component;
mod concurrent;
mod control;
mod debug_info;
mod deferred;
mod describe;
mod engine;
mod epochs;
mod error;
mod exchange;
#[cfg(unix)]
mod fibers;
mod host;
mod host_calls;
mod image;
mod inbox;
mod instance;
mod interface;
mod layout;
mod limits;
mod linker;
mod mappings;
mod module;
mod outbox;
mod report;
mod resource_drop;
mod resources;
mod stack;
mod store;
mod upcalls;
mod version;
mod wasi;
mod wasi_names;
mod wave;
mod wit;

pub use bytes::*;
pub use call::*;
pub use component::*;
pub use engine::*;
pub use error::*;
pub use inbox::*;
pub use instance::*;
pub use linker::*;
pub use module::*;
pub use report::*;
pub use resource_drop::*;
pub use store::*;
pub use version::*;
pub use wasi::*;
pub use wave::*;
pub use wit::*;
