//! Calls of exported functions.

use crate::component::ComponentInfo;
use crate::concurrent::drive;
use crate::error::{ErrorKind, Failure, caught, into_c};
use crate::exchange::{Exchange, Frame, Lists, NO_INSTANCE};
use crate::image::{Arguments, EitherForm, Flat, InMemory, Number};
use crate::interface::{Export, Results};
use crate::store::{Mark, StoreData, entered, forget_refusals, no_instance, over, sb_store};
use std::ptr;
use std::sync::Arc;
use switchblade_image_memory::Image;
use wasmtime::component::{ComponentNamedList, Func, Lift, Lower, TypedFunc};
use wasmtime::{AsContextMut, Result, Store, StoreContextMut};

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
unsafe fn call(store: *mut sb_store, target: i64, length: i64) -> Result<i64> {
    // SAFETY: the header's promise.
    let _running = unsafe { entered(store) }?;
    // SAFETY: nobody else is in the store; only `wasm` is borrowed mutably, which is not reachable from inside the call.
    let (exchange, wasm, max_wasm_stack) =
        unsafe { (&(*store).exchange, &mut (*store).wasm, (*store).max_wasm_stack) };
    let (number, function) = ((target >> 32) as u32, target as u32 as usize);
    let callee = find(&mut *wasm, number, function)?;
    // SAFETY: the stored instance holds its component for as long as the store lives, and exports are never changed or
    // moved.
    let export = unsafe { &*callee.export };
    forget_refusals(wasm);
    let image = exchange.arguments((length & !(NO_DRAIN | IN_PLACE)) as u64)?;
    if exchange.concurrent.get() {
        let image = Image::copy_of(image).map_err(Failure::too_large)?;
        return call_concurrently(exchange, wasm, max_wasm_stack, &callee, export, &image);
    }
    let arguments = Arguments {
        image,
        export,
        exchange,
    };
    let frame = Frame {
        exchange,
        component: callee.component,
        instance: number,
        export,
        lists: match length & (NO_DRAIN | IN_PLACE) {
            0 => exchange.draining(),
            NO_DRAIN => Lists::Copied,
            _ => Lists::Visited,
        },
        result: ptr::null(),
    };
    let running = callee.mark.enter()?;
    let done = frame.enter(max_wasm_stack, || {
        match invoke(callee.func, wasm.as_context_mut(), export, arguments)? {
            Some((bits, size)) => exchange.put_number(bits, size),
            None => Ok(()),
        }
    });
    drop(running);
    over(exchange, wasm, done)?;
    Ok(outcome(exchange))
}

/// An exported function that can be called.
pub(crate) struct Callee {
    pub(crate) func: Func,
    pub(crate) component: *const ComponentInfo,
    pub(crate) export: *const Export,
    pub(crate) mark: Mark,
}

/// Finds a function of an instance.
#[inline]
pub(crate) fn find(
    mut wasm: impl AsContextMut<Data = StoreData>,
    number: u32,
    function: usize,
) -> Result<Callee> {
    let mut wasm = wasm.as_context_mut();
    let stored = wasm.data().instances.get(number as usize);
    let Some((stored, export)) = stored.and_then(|stored| {
        let export: *const _ = stored.component.exports.get(function)?;
        Some((stored, export))
    }) else {
        return Err(Failure::image(format!(
            "there is no function {function} of instance {number}"
        )));
    };
    let (component, mark) = (Arc::as_ptr(&stored.component), stored.mark());
    let func = match stored.functions[function].get() {
        Some(func) => func,
        None => look_up(&mut wasm, number, function)?,
    };
    Ok(Callee {
        func,
        component,
        export,
        mark,
    })
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
    callee: &Callee,
    export: &Export,
    image: &Image,
) -> Result<i64> {
    let arguments = Arguments {
        image: image.as_host_bytes(),
        export,
        exchange,
    };
    let frame = Frame {
        exchange,
        component: callee.component,
        // Its tasks outlive its calls, and nothing is plugged into it.
        instance: NO_INSTANCE,
        export,
        lists: Lists::Copied,
        result: ptr::null(),
    };
    let func = callee.func;
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
) -> Result<()>
where
    R: ComponentNamedList + Lift + Send + Sync + 'static,
{
    // SAFETY: as in `run`.
    let typed = unsafe { TypedFunc::<Arguments<'_>, R>::new_unchecked(func) };
    drive(exchange, typed.call_async(wasm, arguments)).map(drop)
}

/// Looks an export up when it is first called. Apart, to keep the frame of `call` small.
#[cold]
fn look_up(wasm: &mut StoreContextMut<'_, StoreData>, number: u32, function: usize) -> Result<Func> {
    let stored = &wasm.data().instances[number as usize];
    let index = stored.component.exports[function].index;
    let instance = stored.instance.ok_or_else(|| no_instance(number))?;
    let found = instance.get_func(&mut *wasm, index);
    let func = found.ok_or_else(|| Failure::new(ErrorKind::Internal, "an export is no function"))?;
    wasm.data().instances[number as usize].functions[function].set(Some(func));
    Ok(func)
}

/// Calls a function on the thread's own stack. The current frame is its own. Its result goes where the frame says; one that
/// is known to be a single number is returned instead, with its size.
#[inline]
pub(crate) fn invoke<A>(
    func: Func,
    wasm: StoreContextMut<'_, StoreData>,
    export: &Export,
    arguments: A,
) -> Result<Option<(u64, usize)>>
where
    A: ComponentNamedList + Lower,
{
    match export.form {
        Results::None => run::<A, Flat<0>>(func, wasm, arguments).map(|_| None),
        Results::Flat => match export.results.number() {
            Some(8) => run::<A, Number<8>>(func, wasm, arguments).map(|Number(bits)| Some((bits, 8))),
            Some(size) => run::<A, Number<4>>(func, wasm, arguments).map(|Number(bits)| Some((bits, size))),
            None => run::<A, Flat<1>>(func, wasm, arguments).map(|_| None),
        },
        Results::InMemory => run::<A, InMemory>(func, wasm, arguments).map(|_| None),
    }
}

/// Calls a function whose results come in the form that `R` lifts. Apart, to keep the frames of its callers small.
#[inline(never)]
fn run<A, R>(func: Func, wasm: StoreContextMut<'_, StoreData>, arguments: A) -> Result<R>
where
    A: ComponentNamedList + Lower,
    R: ComponentNamedList + Lift + 'static,
{
    // SAFETY: `A` lowers whatever Wasmtime says the parameters are; `R` was picked by the results' type.
    let typed = unsafe { TypedFunc::<A, R>::new_unchecked(func) };
    typed.call(wasm, arguments)
}
