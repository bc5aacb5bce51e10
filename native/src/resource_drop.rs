//! Dropping resources that the host had handles of: their destructors run.

use crate::concurrent::drive;
use crate::error::{ErrorKind, Failure, guard};
use crate::exchange::{Exchange, Frame, NO_INSTANCE};
use crate::host::release_pending;
use crate::store::{Entered, StoreData, entered, over, sb_store, stored_instance};
use std::ptr;
use std::sync::Arc;
use wasmtime::{Result, Trap};
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_resources_drop(
    store: *mut sb_store,
    handles: &wasm_byte_vec_t,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Trap, || {
        release_pending();
        // SAFETY: the header's promise.
        let _running = unsafe { entered(store) }?;
        // SAFETY: nobody else is in the store; only its `wasm` is borrowed mutably, which is not reachable from inside the
        // call.
        let (exchange, wasm, max_wasm_stack) =
            unsafe { (&(*store).exchange, &mut (*store).wasm, (*store).max_wasm_stack) };
        for number in handles.as_slice().chunks_exact(4) {
            let number = u32::from_le_bytes([number[0], number[1], number[2], number[3]]);
            let instance = exchange.resources.instance_of(number)?;
            let (frame, running) = enter_destructor(exchange, wasm.data(), instance)?;
            // Entered first: a thread without stack leaves the handle where it is.
            let dropped = frame.enter(max_wasm_stack, || {
                let handle = exchange.resources.remove(number)?.resource;
                if exchange.concurrent.get() {
                    drive(exchange, handle.resource_drop_async(&mut *wasm))
                } else {
                    handle.resource_drop(&mut *wasm)
                }
            });
            drop(running);
            over(exchange, wasm, dropped).map_err(|error| {
                if error.downcast_ref::<Trap>().is_some() || error.downcast_ref::<Failure>().is_some() {
                    return error;
                }
                let message = format!("the resource can't be dropped: {}", error.root_cause());
                error.context(Failure::new(ErrorKind::Trap, message))
            })?;
        }
        Ok(())
    })
}

/// Enters an instance, by its number, for a destructor of its. [`NO_INSTANCE`] is not known, and calls no other one.
pub(crate) fn enter_destructor(
    exchange: &Exchange,
    data: &StoreData,
    instance: u32,
) -> Result<(Frame, Option<Entered>)> {
    let (component, running) = if instance == NO_INSTANCE {
        (ptr::null(), None)
    } else {
        let stored = stored_instance(data, instance)?;
        (Arc::as_ptr(&stored.component), Some(stored.mark().enter()?))
    };
    let frame = Frame {
        exchange,
        component,
        instance,
        export: ptr::null(),
        lists: exchange.draining(),
        result: ptr::null(),
    };
    Ok((frame, running))
}
