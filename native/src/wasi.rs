//! WASI: Wasmtime's implementation, under rules of our own.
//!
//! Whatever a component imports of it is linked, so that it instantiates; what stands behind is decided by its store's
//! [`plan`], and nothing is granted that the plan doesn't name. Wasmtime's implementation is asked only after the plan
//! has been. What waits, waits in [`wait::wait`], so that a call can be ended from elsewhere.

mod addresses;
mod clocks;
mod files;
mod http;
mod http_types;
mod links;
mod lookups;
mod names;
mod network;
mod open;
mod origins;
mod p2;
mod p3;
mod paths;
mod plan;
mod preview1;
mod state;
mod stdio;
mod streams;
mod tcp;
mod views;
mod wait;

pub(crate) use p3::is_about_files;
pub use preview1::sb_preview1_adapt;
pub(crate) use state::{HasWasi, Wasi, WasiLimits};
pub use state::{sb_wasi, sb_wasi_delete, sb_wasi_new};
pub(crate) use wait::runtime;

use crate::error::{ErrorKind, Failure};
use crate::wasi::links::{Link, Links};
use crate::wasi_names::{self, Version};
use wasmtime::Result;
use wasmtime::component::Linker;

/// What links an interface, named with its version.
fn find<T: HasWasi>(name: &str) -> Option<Link<T>> {
    let (path, version) = wasi_names::parts(name)?;
    let interfaces = match version {
        Version::V0_2 => Links::<T>::V0_2,
        Version::V0_3 => Links::<T>::V0_3,
    };
    let found = interfaces.iter().find(|(interface, _)| *interface == path);
    found.map(|(_, link)| *link)
}

/// Links an interface, named with its version. `fibers`: guests run on them.
pub(crate) fn link<T: HasWasi>(linker: &mut Linker<T>, name: &str, fibers: bool) -> Result<()> {
    match find(name) {
        Some(link) => link(linker, fibers),
        None => {
            let message = format!("there is no interface {name} of WASI here");
            Err(Failure::new(ErrorKind::Link, message).into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasi::links::Interfaces;

    struct NoStore;

    impl HasWasi for NoStore {
        fn wasi(&mut self) -> &mut Wasi {
            unreachable!("nothing is called")
        }
    }

    #[test]
    fn what_is_provided_can_be_linked() {
        let of = |interfaces: Interfaces<NoStore>| -> Vec<_> {
            interfaces.iter().map(|(name, _)| *name).collect()
        };
        assert_eq!(of(Links::V0_2), wasi_names::V0_2);
        assert_eq!(of(Links::V0_3), wasi_names::V0_3);
    }
}
