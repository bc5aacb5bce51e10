//! The native library of Switchblade: the official Wasmtime C API, re-exported whole, and the extension that
//! `include/switchblade.h` documents. The header is the contract; the comments here say why the code is as it is.
//!
//! The files stand in layers, lowest first; each names only those before it. `native/check` sees to that, by this list, and
//! `docs/architecture.md` says what the layers are for.
//!
//! - **errors**: `version`, `error`, `bytes`, `name_section`, `places`, `report`
//! - **process**: `stack`, `mappings`, `fibers`, `epochs`, `features`, `function_cache`, `engine`,
//!   `debug_info`, `instances`, `nesting`
//! - **components**: `abi`, `layout`, `interface`, `wasi_names`, `describe`, `component`, `module`, `similar`,
//!   `wave::words`, `wave::read`, `wave`, `wit::decode`, `wit::print`, `wit::extent`, `wit::resolve`, `wit`
//! - **composition**: `compose::names`, `compose::types`, `compose::problem`, `compose::host`, `compose::plan`,
//!   `compose::parts`, `compose::wiring`, `compose::plug`, `compose::identity`, `compose::export`, `compose::check`,
//!   `compose::write`, `compose::graph`, `compose::wac`, `compose::tree`, `compose`
//! - **exchange**: `upcalls`, `control`, `inbox`, `outbox`, `deferred`, `resources`, `exchange`, `host`
//! - **images**: `image::walk`, `image::lift`, `image::lower`, `image`
//! - **wasi**: `wasi::wait`, `wasi::open`, `wasi::stdio`, `wasi::lookups`, `wasi::addresses`, `wasi::origins`, `wasi::plan`,
//!   `wasi::clocks`, `wasi::paths`, `wasi::files`, `wasi::network`, `wasi::http`, `wasi::state`, `wasi::links`,
//!   `wasi::streams`, `wasi::names`, `wasi::tcp`, `wasi::views`, `wasi::http_types`, `wasi::p2`, `wasi::p3::files`,
//!   `wasi::p3::sockets`, `wasi::p3`, `wasi::preview1`, `wasi`
//! - **stores**: `limits`, `store`
//! - **calls**: `host_calls`, `concurrent`, `call`, `resource_drop`, `plugs`, `linker`, `instance`
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
mod compose;
mod concurrent;
mod control;
mod debug_info;
mod deferred;
mod describe;
mod engine;
mod epochs;
mod error;
mod exchange;
mod features;
#[cfg(unix)]
mod fibers;
mod function_cache;
mod host;
mod host_calls;
mod image;
mod inbox;
mod instance;
mod instances;
mod interface;
mod layout;
mod limits;
mod linker;
mod mappings;
mod module;
mod name_section;
mod nesting;
mod outbox;
mod places;
mod plugs;
mod report;
mod resource_drop;
mod resources;
mod similar;
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
pub use compose::*;
pub use engine::*;
pub use error::*;
pub use function_cache::sb_function_cache_t;
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
