//! How interfaces are linked.

use std::marker::PhantomData;
use wasmtime::Result;
use wasmtime::component::{Linker, LinkerInstance};

/// Links an interface. The flag: guests run on fibers, and what waits suspends them.
pub(super) type Link<T> = fn(&mut Linker<T>, bool) -> Result<()>;

/// Interfaces by their names without a version: those of `wasi_names`.
pub(super) type Interfaces<T> = &'static [(&'static str, Link<T>)];

/// What links them to stores that have this data: `p2.rs` and `p3.rs` add theirs.
pub(super) struct Links<T>(PhantomData<T>);

/// Defines some of what Wasmtime's own implementation has linked in another way.
pub(super) fn redefine<T: 'static>(
    linker: &mut Linker<T>,
    interface: &str,
    define: impl FnOnce(&mut LinkerInstance<'_, T>) -> Result<()>,
) -> Result<()> {
    linker.allow_shadowing(true);
    let defined = linker
        .instance(interface)
        .and_then(|mut interface| define(&mut interface));
    linker.allow_shadowing(false);
    defined
}
