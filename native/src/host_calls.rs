//! Calls of the host on the thread's own stack. On fibers it is `concurrent.rs` that calls.

use crate::error::{ErrorKind, Failure};
use crate::exchange::{Exchange, Frame};
use crate::host::{Definition, HostFunction};
use crate::image::HostResults;
use crate::store::StoreData;
use crate::upcalls::{UPCALL_CALL, UPCALL_DESTROY};
use wasmtime::{Result, StoreContextMut};

impl HostFunction {
    #[inline]
    pub(crate) fn call<const R: usize>(
        &self,
        store: StoreContextMut<'_, StoreData>,
        address: usize,
        length: usize,
    ) -> Result<HostResults<R>> {
        let exchange = Frame::current_exchange()?;
        // SAFETY: the exchange of the store that this thread is inside of.
        let shared: &Exchange = unsafe { &*exchange };
        shared.expect_no_host_result();
        match shared.upcall(UPCALL_CALL, self.definition.target, address as i64, length as i64) {
            0 => {
                shared.resources.return_lent(store)?;
                Ok(HostResults {
                    function: self,
                    exchange,
                })
            }
            _ => Err(Failure::new(ErrorKind::Host, "a host function failed").into()),
        }
    }
}

/// Tells the host that a guest has given up an object of its.
pub(crate) fn destroy(definition: &Definition, object: u32) -> Result<()> {
    // SAFETY: the exchange of the store that this thread is inside of.
    let exchange: &Exchange = unsafe { &*Frame::current_exchange()? };
    match exchange.upcall(UPCALL_DESTROY, definition.target, object.into(), 0) {
        0 => Ok(()),
        _ => Err(Failure::new(ErrorKind::Host, "the destructor of a host's resource failed").into()),
    }
}
