//! Stores: how one is made, entered and left, and what explains a failure in it.

use crate::bytes::BlockReader;
use crate::component::ComponentInfo;
use crate::control::{Control, Running, busy};
use crate::engine::engine_of;
use crate::epochs::Alive;
use crate::error::{ErrorKind, Failure, Limit, guard, released};
use crate::exchange::{Exchange, Frame, ask_host};
use crate::host::release_pending;
use crate::limits::Limits;
use crate::mappings::Mappings;
use crate::wasi::{HasWasi, Wasi, WasiLimits, sb_wasi};
use std::cell::{Cell, OnceCell};
use std::sync::Arc;
use wasmtime::component::{Func, Instance, ResourceTableError};
use wasmtime::{AsContextMut, Engine, Error, Result, Store, Trap, UpdateDeadline};
use wasmtime_c_api::{wasm_byte_vec_t, wasm_engine_t, wasmtime_error_t};
use wasmtime_wasi_http::FieldMapError;

/// `sb_store_config_t`.
#[repr(C)]
#[allow(missing_docs, reason = "switchblade.h documents them")]
pub struct sb_store_config_t {
    pub store: i64,
    pub drain_threshold: u64,
    pub memory_bytes: u64,
    pub table_elements: u64,
    pub instances: u64,
    pub memories: u64,
    pub hostcall_bytes: u64,
    pub tasks: u64,
    pub max_wasm_stack: u64,
    pub total_memory_bytes: u64,
    pub fuel: u64,
    pub deadline_nanos: u64,
    pub handles: u64,
    pub open_files: u64,
    pub name_lookups: u64,
    pub output_bytes: u64,
    pub requests: u64,
    pub wasi: *const sb_wasi,
}

/// Enters a store, of which this thread is then the only one to use what is not shared.
///
/// # Safety
///
/// The store is live, and stays so while it is entered.
#[inline]
pub(crate) unsafe fn entered<'a>(store: *const sb_store) -> Result<Running<'a>> {
    // SAFETY: the caller's promise; any thread may use the control, which is all atomics.
    unsafe { &(*store).exchange }.control.run()
}

/// The data of Wasmtime's store: what guests can be called with, from outside and from each other.
pub(crate) struct StoreData {
    pub(crate) limits: Limits,
    /// None until it is configured or a component is instantiated that needs it.
    wasi: Option<Box<Wasi>>,
    /// By number. None is ever removed, but for one that could not be made.
    pub(crate) instances: Vec<StoredInstance>,
}

impl HasWasi for StoreData {
    fn wasi(&mut self) -> &mut Wasi {
        let limits = &self.limits;
        self.wasi
            .get_or_insert_with(|| Box::new(Wasi::denied(limits.wasi)))
    }
}

/// A function of an instance that serves an import of another one.
pub(crate) struct Plug {
    /// The number of the instance.
    pub(crate) instance: u32,
    /// The function's index among the exports of its component.
    pub(crate) function: u32,
    /// What the host calls that component.
    pub(crate) component: Arc<str>,
}

/// An instance, with its functions as far as they have been called.
pub(crate) struct StoredInstance {
    pub(crate) component: Arc<ComponentInfo>,
    /// None while it is being made.
    pub(crate) instance: Option<Instance>,
    pub(crate) functions: Box<[Cell<Option<Func>>]>,
    /// What serves its plugged functions, in the order in which its pre-instantiation has them.
    pub(crate) plugs: Box<[Plug]>,
    /// It is being made or called, or a destructor of it runs: it can't be entered again, which Wasmtime alone would allow
    /// without concurrency support.
    entered: Cell<bool>,
}

impl StoredInstance {
    /// One that is being made.
    pub(crate) fn unfinished(component: Arc<ComponentInfo>, plugs: Box<[Plug]>) -> StoredInstance {
        StoredInstance {
            functions: component.exports.iter().map(|_| Cell::new(None)).collect(),
            component,
            instance: None,
            plugs,
            entered: Cell::new(true),
        }
    }

    /// It has been made.
    pub(crate) fn finish(&mut self, instance: Instance) {
        self.instance = Some(instance);
        self.entered.set(false);
    }

    /// Where it is marked while it runs.
    #[inline]
    pub(crate) fn mark(&self) -> Mark {
        Mark(&raw const self.entered)
    }
}

/// Where an instance is marked while it runs. Valid while the thread is in the store, and makes no instances.
#[derive(Clone, Copy)]
pub(crate) struct Mark(*const Cell<bool>);

impl Mark {
    /// Enters the instance, unless it is entered already.
    #[inline]
    pub(crate) fn enter(self) -> Result<Entered> {
        // SAFETY: stored instances are moved or given up where instances are made only, and that is not done meanwhile: the
        // store refuses it while a guest runs.
        let entered = unsafe { &*self.0 };
        if entered.replace(true) {
            return Err(entered_twice());
        }
        Ok(Entered(self))
    }
}

/// An instance that runs: it is left when this goes, whether the call has succeeded, failed or panicked.
pub(crate) struct Entered(Mark);

impl Drop for Entered {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: see `Mark::enter`.
        unsafe { &*self.0.0 }.set(false);
    }
}

/// A stored instance.
pub(crate) fn stored_instance(data: &StoreData, number: u32) -> Result<&StoredInstance> {
    let stored = data.instances.get(number as usize);
    stored.ok_or_else(|| no_instance(number))
}

#[cold]
fn entered_twice() -> Error {
    let message = "the instance runs already, further up in this call, and can't be entered again: instances that are \
                   plugged into each other must not call in a circle, nor may their destructors";
    Error::from(Trap::CannotEnterComponent).context(Failure::new(ErrorKind::Trap, message))
}

#[cold]
pub(crate) fn no_instance(number: u32) -> Error {
    Failure::new(
        ErrorKind::Internal,
        format!("there is no instance {number} in the store"),
    )
    .into()
}

/// `sb_store_t`. Its fields are borrowed one by one: the exchange is shared with code that runs inside the store.
#[repr(C)]
pub struct sb_store {
    pub(crate) exchange: Exchange,
    pub(crate) wasm: Store<StoreData>,
    pub(crate) max_wasm_stack: usize,
    /// For threads that are not in the store.
    pub(crate) engine: Engine,
    _alive: Alive,
}

/// Has a store's guests look at their control whenever an epoch ends.
pub(crate) fn watch<T>(store: &mut Store<T>, control: Arc<Control>) {
    store.epoch_deadline_callback(move |_| {
        control.check()?;
        // SAFETY: the exchange of the store that this thread is inside of.
        let exchange: &Exchange = unsafe { &*Frame::current_exchange()? };
        if exchange.concurrent.get() {
            // On a fiber. `drive` asks the host when it has the thread's own stack again.
            return Ok(UpdateDeadline::Yield(1));
        }
        ask_host(exchange)?;
        Ok(UpdateDeadline::Continue(1))
    });
    store.set_epoch_deadline(1);
}

// The host reads `sb_store_io_t` at the address of the store.
const _: () = {
    assert!(std::mem::offset_of!(sb_store, exchange) == 0);
    assert!(size_of::<sb_store_config_t>() == 144);
};

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_store_new(
    engine: *const wasm_engine_t,
    config: &sb_store_config_t,
    out: &mut *mut sb_store,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Other, || {
        release_pending();
        let count = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
        // SAFETY: the host's, as the header says.
        let engine = unsafe { &engine_of(engine).engine };
        let wasi_limits = WasiLimits {
            handles: count(config.handles),
            open_files: count(config.open_files),
            name_lookups: count(config.name_lookups),
            output_bytes: config.output_bytes,
            requests: config.requests,
        };
        let limits = Limits {
            memory_bytes: count(config.memory_bytes),
            total_memory_bytes: count(config.total_memory_bytes),
            table_elements: count(config.table_elements),
            instances: count(config.instances),
            memories: count(config.memories),
            fuel: config.fuel,
            tasks: count(config.tasks),
            wasi: wasi_limits,
            mappings: engine
                .pooling_allocator_metrics()
                .is_none()
                .then(Mappings::default),
            growing_mappings: 0,
            used_memory_bytes: 0,
            growing: 0,
            refused: None,
        };
        // SAFETY: null, or made by `sb_wasi_new` and not released.
        let wasi = match unsafe { config.wasi.as_ref() } {
            None => None,
            Some(wasi) => Some(Box::new(wasi.open(wasi_limits)?)),
        };
        let outbox = wasi.as_deref().map(Wasi::outbox);
        let data = StoreData {
            limits,
            wasi,
            instances: Vec::new(),
        };
        let mut wasm = Store::try_new(engine, data)?;
        wasm.limiter(|data| &mut data.limits);
        wasm.set_hostcall_fuel(count(config.hostcall_bytes));
        if config.fuel != 0 {
            wasm.set_fuel(config.fuel).map_err(|error| {
                error.context(Failure::new(
                    ErrorKind::Configuration,
                    "a limit of fuel needs an engine that counts it: Engine.builder().fuel(true)",
                ))
            })?;
        }
        let control = Arc::new(Control::new(config.deadline_nanos));
        watch(&mut wasm, Arc::clone(&control));
        if let Some(table) = wasm.as_context_mut().concurrent_resource_table() {
            table.set_max_capacity(count(config.tasks));
        }
        let exchange = Exchange::new(
            config.store,
            count(config.drain_threshold),
            count(config.hostcall_bytes),
            control,
            outbox.map_or_else(OnceCell::new, OnceCell::from),
        );
        let max_wasm_stack = count(config.max_wasm_stack);
        *out = Box::into_raw(Box::new(sb_store {
            exchange,
            wasm,
            max_wasm_stack,
            engine: engine.clone(),
            _alive: Alive::new(),
        }));
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_store_fuel(
    store: *mut sb_store,
    _unused: *const u8,
    out: &mut u64,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Configuration, || {
        // SAFETY: the header's promise.
        let _running = unsafe { entered(store) }?;
        // SAFETY: nobody else is in the store.
        *out = unsafe { (*store).wasm.get_fuel() }?;
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_store_set_fuel(
    store: *mut sb_store,
    fuel: &wasm_byte_vec_t,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Configuration, || {
        let fuel = BlockReader::new(fuel.as_slice()).u64()?;
        // SAFETY: the header's promise.
        let _running = unsafe { entered(store) }?;
        // SAFETY: nobody else is in the store.
        let wasm = unsafe { &mut (*store).wasm };
        wasm.set_fuel(fuel)?;
        wasm.data_mut().limits.fuel = fuel;
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_store_set_deadline(
    store: *mut sb_store,
    nanos: &wasm_byte_vec_t,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Configuration, || {
        let nanos = BlockReader::new(nanos.as_slice()).u64()?;
        // SAFETY: the header's promise.
        let _running = unsafe { entered(store) }?;
        // SAFETY: a live store, whose control may be shared with other threads.
        unsafe { &(*store).exchange.control }.set_limit(nanos);
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_store_count_output(
    store: *const sb_store,
    bytes: &wasm_byte_vec_t,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Limit, || {
        let count = BlockReader::new(bytes.as_slice()).u64()?;
        // SAFETY: a live store, whose exchange is shared with what runs inside of it.
        let exchange = unsafe { &(*store).exchange };
        match exchange.outbox.get() {
            Some(outbox) => outbox.count_output(usize::try_from(count).unwrap_or(usize::MAX)),
            None => Ok(()),
        }
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_store_interrupt(
    store: *const sb_store,
    _unused: *const u8,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Internal, || {
        // SAFETY: a live store; its control and its engine may be used by any thread, and nothing else is.
        let (control, engine) = unsafe { (&(*store).exchange.control, &(*store).engine) };
        if control.interrupt() {
            engine.increment_epoch();
        }
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_store_delete(
    store: *mut sb_store,
    _unused: *const u8,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    // SAFETY: a live store; any thread may use the control, which is all atomics.
    if unsafe { &(*store).exchange }.control.is_running() {
        // The host breaks its word: memory that leaks is better than memory that a guest goes on with.
        return guard(ErrorKind::Internal, || Err(busy()));
    }
    // SAFETY: made by `sb_store_new`, and not used again, as the header says.
    released(|| drop(unsafe { Box::from_raw(store) }))
}

/// Ends an entry into a guest: tells the host what WASI has for it, and explains a failure by what the store had refused
/// before it.
pub(crate) fn over<R>(exchange: &Exchange, wasm: &mut Store<StoreData>, done: Result<R>) -> Result<R> {
    match done {
        Ok(result) => exchange.deliver_all().map(|()| result),
        Err(error) => {
            // The guest's failure is what matters, also if its last words don't arrive.
            drop(exchange.deliver());
            Err(explain(wasm, error))
        }
    }
}

#[cold]
fn explain(wasm: &mut Store<StoreData>, error: Error) -> Error {
    let outbox = wasm.data().wasi.as_deref().and_then(Wasi::take_refusal);
    let limits = &mut wasm.data_mut().limits;
    if let Some(Trap::OutOfFuel) = error.downcast_ref() {
        let fuel = limits.fuel;
        let message = format!("the store's fuel of {fuel} is used up");
        return error.context(Failure::limit(Limit::Fuel, fuel, message));
    }
    if let Some(FieldMapError::TotalSizeTooBig | FieldMapError::TooManyFields) = error.downcast_ref() {
        // WASI 0.2 has no error for it.
        let message =
            "the fields of an HTTP message may take about 32 KiB, and the guest made some that take more";
        return error.context(Failure::limit(Limit::Fixed, 32 << 10, message));
    }
    let table: Option<&ResourceTableError> = error.downcast_ref();
    let of_wasi = wasm
        .data_mut()
        .wasi
        .as_deref_mut()
        .is_some_and(Wasi::has_no_handles_left);
    let limits = &mut wasm.data_mut().limits;
    if let Some(ResourceTableError::Full) = table
        && !of_wasi
    {
        let tasks = limits.tasks;
        let message = format!("the guests have more than the store's limit of {tasks} tasks and waitables");
        return error.context(Failure::limit(Limit::Tasks, tasks as u64, message));
    }
    if let Some(ResourceTableError::Full) = table {
        let handles = limits.wasi.handles;
        let message =
            format!("the guest has more than the store's limit of {handles} handles of WASI's resources");
        return error.context(Failure::limit(Limit::Handles, handles as u64, message));
    }
    match limits.refused.take().or(outbox) {
        None => error,
        // What the guest was refused is the reason for a trap, not for what has a reason of its own.
        Some(_) if error.downcast_ref::<Failure>().is_some() => error,
        Some(refused) => {
            let refused = refused.then(&error);
            error.context(refused)
        }
    }
}

/// Refusals of earlier calls explain nothing of this one.
pub(crate) fn forget_refusals(wasm: &mut Store<StoreData>) {
    if wasm.data().limits.refused.is_some() {
        wasm.data_mut().limits.refused = None;
    }
    if let Some(wasi) = &wasm.data().wasi {
        drop(wasi.take_refusal());
    }
}
