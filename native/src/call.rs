//! Calls of exported functions.

use crate::concurrent::drive;
use crate::error::{ErrorKind, Failure, caught, into_c};
use crate::exchange::{Exchange, Frame, Lists};
use crate::image::{Arguments, EitherForm, Flat, InMemory, Number};
use crate::interface::{Export, Results};
use crate::store::{StoreData, StoredInstance, entered, forget_refusals, over, sb_store};
use switchblade_image_memory::Image;
use wasmtime::component::{ComponentNamedList, Func, Lift, TypedFunc};
use wasmtime::{Error, Store};

/// `SB_CALL_NO_DRAIN`.
const NO_DRAIN: i64 = 1 << 62;

/// `SB_CALL_IN_PLACE`.
const IN_PLACE: i64 = 1 << 61;

/// `SB_CALL_OVERFLOW`.
const OVERFLOW: i64 = 1;

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_call(store: i64, target: i64, length: i64) -> i64 {
    let store = std::ptr::with_exposed_provenance_mut::<sb_store>(store as usize);
    // SAFETY: the header's promises about `store` are the caller's.
    match caught(|| unsafe { call(store, target, length) }) {
        Ok(outcome) => outcome,
        Err(error) => Box::into_raw(into_c(ErrorKind::Trap, error)).addr() as i64,
    }
}

/// Returns `OVERFLOW` if the result is in the overflow area, and 0 otherwise. It is a whole word from here on: a `bool`
/// beside an error is written as a byte and copied with its padding, which the processor has to wait for.
#[inline]
unsafe fn call(store: *mut sb_store, target: i64, length: i64) -> Result<i64, Error> {
    // SAFETY: the header's promise.
    let _running = unsafe { entered(store) }?;
    // SAFETY: nobody else is in the store; only `wasm` and `instances` are borrowed mutably, and neither is reachable from
    // inside the call.
    let (exchange, wasm, instances, max_wasm_stack) = unsafe {
        (
            &(*store).exchange,
            &mut (*store).wasm,
            &mut (*store).instances,
            (*store).max_wasm_stack,
        )
    };
    let function = target as u32 as usize;
    let stored = instances.get_mut((target >> 32) as usize);
    let Some((stored, export)) = stored.and_then(|stored| {
        let export: *const _ = stored.component.exports.get(function)?;
        Some((stored, export))
    }) else {
        return Err(Failure::image(format!(
            "there is no function {function} of instance {}",
            target >> 32
        )));
    };
    // SAFETY: exports are never changed or moved, and the stored instance holds the component.
    let export = unsafe { &*export };
    let func = match stored.functions[function] {
        Some(func) => func,
        None => look_up(stored, wasm, function)?,
    };
    forget_refusals(wasm);
    let image = exchange.arguments((length & !(NO_DRAIN | IN_PLACE)) as u64)?;
    if exchange.concurrent.get() {
        let image = Image::copy_of(image).map_err(Failure::too_large)?;
        return call_concurrently(exchange, wasm, max_wasm_stack, stored, export, func, &image);
    }
    let arguments = Arguments {
        image,
        export,
        exchange,
    };
    let frame = Frame {
        exchange,
        component: &raw const *stored.component,
        export,
        lists: match length & (NO_DRAIN | IN_PLACE) {
            0 => exchange.draining(),
            NO_DRAIN => Lists::Copied,
            _ => Lists::Visited,
        },
    };
    let done = frame.enter(max_wasm_stack, || match export.form {
        Results::None => run::<Flat<0>>(func, wasm, arguments).map(drop),
        Results::Flat => match export.results.number() {
            Some(8) => {
                run::<Number<8>>(func, wasm, arguments).and_then(|Number(bits)| exchange.put_number(bits, 8))
            }
            Some(size) => run::<Number<4>>(func, wasm, arguments)
                .and_then(|Number(bits)| exchange.put_number(bits, size)),
            None => run::<Flat<1>>(func, wasm, arguments).map(drop),
        },
        Results::InMemory => run::<InMemory>(func, wasm, arguments).map(drop),
    });
    over(exchange, wasm, done)?;
    Ok(outcome(exchange))
}

#[inline]
fn outcome(exchange: &Exchange) -> i64 {
    if exchange.overflowed() { OVERFLOW } else { 0 }
}

/// Calls a function on an engine with concurrency support. Other guests may run before the arguments are lowered and
/// after the result is lifted, and use the exchange: both are kept apart.
#[cold]
fn call_concurrently(
    exchange: &Exchange,
    wasm: &mut Store<StoreData>,
    max_wasm_stack: usize,
    stored: &StoredInstance,
    export: &Export,
    func: Func,
    image: &Image,
) -> Result<i64, Error> {
    let arguments = Arguments {
        image: image.as_host_bytes(),
        export,
        exchange,
    };
    let frame = Frame {
        exchange,
        component: &raw const *stored.component,
        export,
        lists: Lists::Copied,
    };
    macro_rules! pick {
        ($($count:literal)*) => {
            match export.flat_results {
                $($count => drive_call::<EitherForm<$count>>(exchange, func, wasm, arguments),)*
                _ => drive_call::<EitherForm<17>>(exchange, func, wasm, arguments),
            }
        };
    }
    let done = frame.enter(max_wasm_stack, || pick!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16));
    over(exchange, wasm, done)?;
    exchange.present_kept_result();
    Ok(outcome(exchange))
}

/// `run`, for a function on a fiber.
fn drive_call<R>(
    exchange: &Exchange,
    func: Func,
    wasm: &mut Store<StoreData>,
    arguments: Arguments<'_>,
) -> Result<(), Error>
where
    R: ComponentNamedList + Lift + Send + Sync + 'static,
{
    // SAFETY: as in `run`.
    let typed = unsafe { TypedFunc::<Arguments<'_>, R>::new_unchecked(func) };
    drive(exchange, typed.call_async(wasm, arguments)).map(drop)
}

/// Looks an export up when it is first called. Apart, as is `run`, to keep the frame of `call` small.
#[cold]
fn look_up(stored: &mut StoredInstance, wasm: &mut Store<StoreData>, function: usize) -> Result<Func, Error> {
    let index = stored.component.exports[function].index;
    let found = stored.instance.get_func(wasm, index);
    let func = found.ok_or_else(|| Failure::new(ErrorKind::Internal, "an export is no function"))?;
    stored.functions[function] = Some(func);
    Ok(func)
}

/// Calls a function whose results come in the form that `R` lifts.
#[inline(never)]
fn run<R>(func: Func, wasm: &mut Store<StoreData>, arguments: Arguments<'_>) -> Result<R, Error>
where
    R: ComponentNamedList + Lift + 'static,
{
    // SAFETY: `Arguments` lowers whatever Wasmtime says the parameters are; `R` was picked by the results' type.
    let typed = unsafe { TypedFunc::<Arguments<'_>, R>::new_unchecked(func) };
    typed.call(wasm, arguments)
}
