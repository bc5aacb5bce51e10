//! Calls of exported functions.

use crate::component::Results;
use crate::error::{ErrorKind, Failure, caught, into_c};
use crate::image::{Arguments, Flat, InMemory};
use crate::store::{Frame, forget_refusals, sb_store, with_refusal};
use wasmtime::Error;
use wasmtime::component::TypedFunc;

/// `SB_CALL_NO_DRAIN`.
const NO_DRAIN: i64 = 1 << 62;

/// `SB_CALL_OVERFLOW`.
const OVERFLOW: i64 = 1;

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_call(store: *mut sb_store, target: i64, length: i64) -> i64 {
    // SAFETY: the header's promises about `store` are the caller's.
    match caught(|| unsafe { call(store, target, length) }) {
        Ok(false) => 0,
        Ok(true) => OVERFLOW,
        Err(error) => Box::into_raw(into_c(ErrorKind::Trap, error)).addr() as i64,
    }
}

/// Returns whether the result is in the overflow area.
#[inline]
unsafe fn call(store: *mut sb_store, target: i64, length: i64) -> Result<bool, Error> {
    // SAFETY: a live store that no other thread uses; only `wasm` and `instances` are borrowed mutably, and neither is
    // reachable from inside the call.
    let (exchange, wasm, instances, max_wasm_stack) = unsafe {
        (
            &(*store).exchange,
            &mut (*store).wasm,
            &mut (*store).instances,
            (*store).max_wasm_stack,
        )
    };
    let function = target as u32 as usize;
    let entry = instances.get_mut((target >> 32) as usize);
    let Some((entry, export)) = entry.and_then(|entry| {
        let export: *const _ = entry.component.exports.get(function)?;
        Some((entry, export))
    }) else {
        return Err(Failure::image(format!(
            "there is no function {function} of instance {}",
            target >> 32
        )));
    };
    // SAFETY: exports are never changed or moved, and the entry holds the component.
    let export = unsafe { &*export };
    let func = match entry.functions[function] {
        Some(func) => func,
        None => {
            let found = entry.instance.get_func(&mut *wasm, export.index);
            let func = found.ok_or_else(|| Failure::new(ErrorKind::Internal, "an export is no function"))?;
            entry.functions[function] = Some(func);
            func
        }
    };
    forget_refusals(wasm);
    let (image, image_length) = exchange.arguments((length & !NO_DRAIN) as u64)?;
    let arguments = Arguments {
        image,
        length: image_length,
        layout: &export.parameters,
        exchange,
    };
    let frame = Frame {
        exchange,
        component: &raw const *entry.component,
        export,
        drain: length & NO_DRAIN == 0,
    };
    // SAFETY: `Arguments` lowers what Wasmtime says the parameters are, and `export.form` was made from the type.
    let done = frame.enter(max_wasm_stack, || unsafe {
        match export.form {
            Results::None => TypedFunc::<Arguments, Flat<0>>::new_unchecked(func)
                .call(&mut *wasm, arguments)
                .map(drop),
            Results::Flat => TypedFunc::<Arguments, Flat<1>>::new_unchecked(func)
                .call(&mut *wasm, arguments)
                .map(drop),
            Results::InMemory => TypedFunc::<Arguments, InMemory>::new_unchecked(func)
                .call(&mut *wasm, arguments)
                .map(drop),
        }
    });
    match done {
        Ok(()) => Ok(exchange.overflowed()),
        Err(error) => Err(with_refusal(wasm, error)),
    }
}
