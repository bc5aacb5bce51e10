//! Stores, the memory they share with the host, and what the walks over images find through the calling thread.

use crate::bytes::BlockReader;
use crate::component::ComponentInfo;
use crate::concurrent::{Requests, drive};
use crate::control::{Control, Running, busy};
use crate::engine::engine_of;
use crate::epochs::Alive;
use crate::error::{ErrorKind, Failure, Limit, guard, released};
use crate::image::{HostBytes, Image, Lifting, Lists, Sink};
use crate::interface::Export;
use crate::layout::{Layout, LayoutCache};
use crate::linker::{UpcallFn, release_pending, sb_instance_pre};
use crate::mappings::{LARGE_ALLOCATION, Mappings, OF_A_MEMORY};
use crate::outbox::Outbox;
use crate::resources::Resources;
use crate::stack::Bounds;
use crate::wasi::{Wasi, WasiLimits, sb_wasi};
use std::cell::{Cell, OnceCell, RefCell, UnsafeCell};
use std::collections::HashMap;
use std::ptr;
use std::sync::Arc;
use wasmtime::component::__internal::wasmtime_environ::component::TypeTupleIndex;
use wasmtime::component::__internal::{ComponentTypes, InterfaceType};
use wasmtime::component::{Func, Instance, ResourceTableError};
use wasmtime::{AsContextMut, Engine, Error, ResourceLimiter, Result, Store, Trap, UpdateDeadline};
use wasmtime_c_api::{wasm_byte_vec_t, wasm_engine_t, wasmtime_error_t};
use wasmtime_wasi_http::FieldMapError;

/// `enum sb_upcall_operation`.
pub(crate) const UPCALL_CALL: i64 = 0;
pub(crate) const UPCALL_RELEASE: i64 = 1;
pub(crate) const UPCALL_FILL: i64 = 2;
pub(crate) const UPCALL_DRAIN: i64 = 3;
pub(crate) const UPCALL_VISIT: i64 = 4;
pub(crate) const UPCALL_DESTROY: i64 = 5;
pub(crate) const UPCALL_AWAIT: i64 = 6;
pub(crate) const UPCALL_ABANDON: i64 = 7;
pub(crate) const UPCALL_INTERRUPTED: i64 = 8;
pub(crate) const UPCALL_OUTPUT: i64 = 9;
pub(crate) const UPCALL_INPUT: i64 = 10;
pub(crate) const UPCALL_ACCESS: i64 = 11;
pub(crate) const UPCALL_REQUEST: i64 = 12;

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

/// `sb_store_io_t`.
#[repr(C)]
struct Io {
    buffer: Cell<*mut u8>,
    capacity: Cell<u64>,
    overflow: Cell<*const u8>,
    length: Cell<u64>,
    result: Cell<u64>,
    result_length: Cell<u64>,
    upcall: Cell<Option<UpcallFn>>,
    instance: Cell<u64>,
}

/// What crosses between the store and the host, apart from the store itself: it is used while Wasmtime holds that.
#[repr(C)]
pub(crate) struct Exchange {
    io: Io,
    /// Where images go that outgrow the host's buffer.
    overflow: UnsafeCell<Vec<u64>>,
    store: i64,
    drain_threshold: usize,
    hostcall_bytes: usize,
    pub(crate) resources: Resources,
    /// Its guests run on fibers: set when the first one is instantiated, by what its engine is like.
    pub(crate) concurrent: Cell<bool>,
    pub(crate) requests: Requests,
    pub(crate) control: Arc<Control>,
    /// What WASI has for the host; none in a store without WASI.
    pub(crate) outbox: OnceCell<Arc<Outbox>>,
    /// The result of the call that runs, with concurrency: other guests can run before it is over.
    kept_result: RefCell<Option<Image>>,
    /// The host function's parameters that were looked up last. What the pointers stand for lives as long as this, in one
    /// of the next two: so no other types can come to the same address.
    latest_parameters: Cell<(*const ComponentTypes, u32, *const Layout)>,
    /// The components that were instantiated here, whether that succeeded or not, with the layouts that they have.
    components: RefCell<Vec<Arc<ComponentInfo>>>,
    /// Layouts of components that are not the one that was called, with the types that they are of.
    other_parameters: RefCell<HashMap<*const ComponentTypes, (Arc<ComponentTypes>, LayoutCache)>>,
}

impl Exchange {
    /// Calls the host about this store. Never from a fiber, which would end the process: whoever gets here by mistake
    /// gets a failure.
    #[inline]
    pub(crate) fn upcall(&self, operation: i64, target: i64, a: i64, b: i64) -> i64 {
        if self.requests.off_limits() {
            return -1;
        }
        // SAFETY: the host set the function, and keeps it callable as long as the store lives.
        self.io.upcall.get().map_or(-1, |upcall| unsafe {
            upcall(operation, target, self.store, a, b)
        })
    }

    /// Takes over what a host function returned: with concurrency the host is asked again before it is needed.
    pub(crate) fn copy_host_result(&self) -> Result<Image> {
        Image::copy_of(self.host_result()?).map_err(Failure::too_large)
    }

    /// Shows the host arguments that were put aside, which must live until it has returned; returns where, and how long.
    pub(crate) fn present(&self, arguments: &[u8]) -> (i64, i64) {
        let fits = arguments.len() as u64 <= self.io.capacity.get();
        let address = if fits && !arguments.is_empty() {
            let buffer = self.io.buffer.get();
            // SAFETY: the host's buffer has so many bytes, and nothing in it is needed while no call enters or leaves.
            unsafe { ptr::copy_nonoverlapping(arguments.as_ptr(), buffer, arguments.len()) };
            buffer.cast_const()
        } else if arguments.is_empty() {
            self.io.buffer.get().cast_const()
        } else {
            self.io.overflow.set(arguments.as_ptr());
            arguments.as_ptr()
        };
        self.io.length.set(arguments.len() as u64);
        (address.expose_provenance() as i64, arguments.len() as i64)
    }

    /// Puts a result aside until the call is over.
    #[cold]
    fn keep_result(&self, start: usize, length: usize) -> Result<()> {
        // SAFETY: where the walk that has just ended left its image.
        let image = unsafe { HostBytes::new(ptr::with_exposed_provenance(start), length) };
        *self.kept_result.borrow_mut() = Some(Image::copy_of(image).map_err(Failure::too_large)?);
        Ok(())
    }

    /// Shows the host the result that was put aside.
    pub(crate) fn present_kept_result(&self) {
        let Some(image) = self.kept_result.take() else {
            return;
        };
        let length = image.bytes().len();
        self.io.length.set(length as u64);
        if length as u64 <= self.io.capacity.get() {
            if length > 0 {
                // SAFETY: see `present`.
                unsafe { ptr::copy_nonoverlapping(image.bytes().as_ptr(), self.io.buffer.get(), length) };
            }
            self.io.overflow.set(ptr::null());
        } else {
            // SAFETY: no walk is under way, see `lift`.
            let overflow = unsafe { &mut *self.overflow.get() };
            *overflow = image.into_words();
            self.io.overflow.set(overflow.as_ptr().cast());
        }
    }

    /// Hands the host what WASI has for it, if the thread is on its own stack.
    #[inline]
    pub(crate) fn deliver(&self) -> Result<()> {
        match self.outbox.get() {
            None => Ok(()),
            Some(outbox) => outbox.deliver(self),
        }
    }

    /// Keeps a component alive as long as the store.
    fn hold(&self, component: &Arc<ComponentInfo>) {
        let mut components = self.components.borrow_mut();
        if !components.iter().any(|held| Arc::ptr_eq(held, component)) {
            components.push(Arc::clone(component));
        }
    }

    /// Shows WASI's messages the way to the host.
    pub(crate) fn connect(&self, wasi: &Wasi) {
        self.outbox.get_or_init(|| wasi.outbox());
    }

    /// The most bytes that one call may copy out of the guest.
    pub(crate) fn hostcall_bytes(&self) -> usize {
        self.hostcall_bytes
    }

    /// What the host has left in its buffer as the answer to the last upcall: results of a host function, say. It is there
    /// until the next one, except to fill.
    pub(crate) fn host_result(&self) -> Result<HostBytes<'_>> {
        let (start, length) = (self.io.result.get(), self.io.result_length.get());
        if length == 0 {
            return Ok(HostBytes::EMPTY);
        }
        let capacity = self.io.capacity.get();
        if self.io.buffer.get().is_null() || start > capacity || length > capacity - start {
            let message = format!(
                "the host left {length} bytes at {start} as its answer, in a buffer of {capacity} bytes"
            );
            return Err(Failure::new(ErrorKind::Host, message).into());
        }
        // SAFETY: in the host's buffer, which lives as it says in `sb_store_io_t`: until the host replaces it, which it
        // doesn't while it waits for the guest.
        Ok(unsafe { HostBytes::new(self.io.buffer.get().add(start as usize), length as usize) })
    }

    pub(crate) fn expect_no_host_result(&self) {
        self.io.result.set(0);
        self.io.result_length.set(0);
    }

    /// The arguments' image that the host wrote.
    pub(crate) fn arguments(&self, length: u64) -> Result<HostBytes<'_>> {
        if length > self.io.capacity.get() || (length > 0 && self.io.buffer.get().is_null()) {
            let capacity = self.io.capacity.get();
            return Err(Failure::image(format!(
                "an image of {length} bytes in a buffer of {capacity}"
            )));
        }
        self.io.overflow.set(ptr::null());
        // SAFETY: as in `host_result`.
        Ok(unsafe { HostBytes::new(self.io.buffer.get(), length as usize) })
    }

    /// Leaves a result that is a single number of `size` bytes, at most 8.
    #[inline]
    pub(crate) fn put_number(&self, bits: u64, size: usize) -> Result<()> {
        if self.io.capacity.get() < 8 {
            return Err(Failure::image("the store has no buffer for a number"));
        }
        // SAFETY: the host's buffer holds 8 bytes, as was just checked. On little-endian machines the number is in the
        // first `size` of them.
        unsafe { self.io.buffer.get().cast::<u64>().write_unaligned(bits) };
        // The arguments of a host function that was called meanwhile may have been there.
        self.io.overflow.set(ptr::null());
        self.io.length.set(size as u64);
        Ok(())
    }

    pub(crate) fn overflowed(&self) -> bool {
        !self.io.overflow.get().is_null()
    }

    /// What becomes of lists unless the host wants something else.
    #[inline]
    pub(crate) fn draining(&self) -> Lists {
        match self.io.upcall.get() {
            _ if self.concurrent.get() => Lists::Copied,
            Some(_) => Lists::DrainedFrom(self.drain_threshold),
            None => Lists::Copied,
        }
    }

    /// Runs a walk over an image that leaves the guest; returns where the image is, and its length.
    #[inline]
    fn lift(
        &self,
        lists: Lists,
        walk: impl FnOnce(&mut Lifting<'_>) -> Result<()>,
    ) -> Result<(usize, usize)> {
        // SAFETY: the host's buffer is valid as it says in `sb_store_io_t`; one walk at a time uses it and the overflow,
        // because a store is entered by one thread at a time and walks don't nest.
        let sink = unsafe {
            Sink::new(
                self.io.buffer.get(),
                self.io.capacity.get() as usize,
                &mut *self.overflow.get(),
            )
        };
        let mut lifting = Lifting {
            sink,
            exchange: self,
            lists,
        };
        walk(&mut lifting)?;
        let (start, length, overflowed) = lifting.sink.finish();
        self.io.overflow.set(if overflowed { start } else { ptr::null() });
        self.io.length.set(length as u64);
        Ok((start.addr(), length))
    }
}

/// One entry into a guest, found through the calling thread: `Lift` has no way to hand anything down.
pub(crate) struct Frame {
    pub(crate) exchange: *const Exchange,
    /// Null while dropping a resource.
    pub(crate) component: *const ComponentInfo,
    /// The function that is called; null while instantiating, and while dropping a resource.
    pub(crate) export: *const Export,
    /// What becomes of the lists of the result.
    pub(crate) lists: Lists,
}

/// Asks the host whether its calling thread has been interrupted. On the thread's own stack only.
pub(crate) fn ask_host(exchange: &Exchange) -> Result<()> {
    if exchange.upcall(UPCALL_INTERRUPTED, 0, 0, 0) > 0 {
        return Err(Failure::new(
            ErrorKind::Interrupted,
            "the call was interrupted, as its thread was",
        )
        .into());
    }
    Ok(())
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

/// What each thread has of its own. One variable: finding it is a function call in a shared library.
struct Thread {
    stack: Bounds,
    current: Cell<*const Frame>,
}

thread_local! {
    static THREAD: Thread = const { Thread { stack: Bounds::unknown(), current: Cell::new(ptr::null()) } };
}

/// Says whether the calling thread's stack has room for an upcall outside of any call.
pub(crate) fn can_upcall() -> bool {
    THREAD.with(|thread| thread.stack.hold_an_upcall())
}

/// Puts the frame back that was current before.
struct Restore<'a>(&'a Cell<*const Frame>, *const Frame);

impl Drop for Restore<'_> {
    fn drop(&mut self) {
        self.0.set(self.1);
    }
}

impl Frame {
    /// Makes this the current frame while `body` runs, if the thread's stack can hold a guest. Host functions may enter
    /// other stores: frames nest.
    #[inline]
    pub(crate) fn enter<R>(&self, max_wasm_stack: usize, body: impl FnOnce() -> Result<R>) -> Result<R> {
        THREAD.with(|thread| {
            thread.stack.check(max_wasm_stack)?;
            let _restore = Restore(&thread.current, thread.current.replace(self));
            body()
        })
    }

    #[inline]
    fn current<'a>() -> Result<&'a Frame> {
        // SAFETY: a frame is current while `enter` is on the stack, which holds it.
        unsafe { THREAD.with(|thread| thread.current.get()).as_ref() }
            .ok_or_else(|| Failure::new(ErrorKind::Internal, "a guest runs without a frame").into())
    }

    /// Lifts the result of the function that was called.
    #[inline]
    pub(crate) fn lift_result(body: impl FnOnce(&Frame) -> Result<()>) -> Result<()> {
        body(Frame::current()?)
    }

    /// Runs a walk over the result of the function that was called.
    #[inline]
    pub(crate) fn lift(&self, walk: impl FnOnce(&mut Lifting<'_>) -> Result<()>) -> Result<()> {
        // SAFETY: the exchange belongs to the store that the frame entered.
        let exchange = unsafe { &*self.exchange };
        let (start, length) = exchange.lift(self.lists, walk)?;
        if exchange.concurrent.get() {
            exchange.keep_result(start, length)?;
        }
        Ok(())
    }

    /// Lifts the arguments of a host function.
    #[inline]
    pub(crate) fn lift_arguments(
        walk: impl FnOnce(&mut Lifting<'_>, &Frame) -> Result<()>,
    ) -> Result<(usize, usize)> {
        let frame = Frame::current()?;
        // SAFETY: see above.
        let exchange = unsafe { &*frame.exchange };
        exchange.lift(exchange.draining(), |lifting| walk(lifting, frame))
    }

    /// The layout of the results of the function that was called.
    #[inline]
    pub(crate) fn results(&self, types: &ComponentTypes, ty: InterfaceType) -> Result<&Layout> {
        // SAFETY: results are lifted for calls only, whose frames have an export, held by the component.
        unsafe { &*self.export }.results.get(types, &ty)
    }

    /// The layout of the parameters of the host function that is called. Valid as long as the store.
    #[inline]
    pub(crate) fn parameters_of_host_function(
        &self,
        types: &Arc<ComponentTypes>,
        tuple: TypeTupleIndex,
    ) -> *const Layout {
        // SAFETY: see `lift_result`.
        let exchange = unsafe { &*self.exchange };
        let (latest_types, latest_tuple, latest) = exchange.latest_parameters.get();
        if latest_types == Arc::as_ptr(types) && latest_tuple == tuple.as_u32() {
            return latest;
        }
        // With concurrency it may be the task of another instance that goes on.
        let component = if exchange.concurrent.get() {
            None
        } else {
            // SAFETY: the instance that was entered holds its component.
            unsafe { self.component.as_ref() }
        };
        let layout = match component.and_then(|component| component.layouts_of(types)) {
            Some(layouts) => layouts.get(types, tuple),
            None => {
                let mut others = exchange.other_parameters.borrow_mut();
                let (_, layouts) = others
                    .entry(Arc::as_ptr(types))
                    .or_insert_with(|| (Arc::clone(types), LayoutCache::default()));
                layouts.get(types, tuple)
            }
        };
        exchange
            .latest_parameters
            .set((Arc::as_ptr(types), tuple.as_u32(), layout));
        layout
    }

    /// The exchange of the store that the calling thread is in.
    pub(crate) fn current_exchange() -> Result<*const Exchange> {
        Ok(Frame::current()?.exchange)
    }
}

/// The data of Wasmtime's store.
pub(crate) struct StoreData {
    limits: Limits,
    /// None until it is configured or a component is instantiated that needs it.
    wasi: Option<Box<Wasi>>,
}

impl StoreData {
    /// What the store grants of WASI: nothing unless it was configured to.
    pub(crate) fn wasi(&mut self) -> &mut Wasi {
        let limits = &self.limits;
        self.wasi
            .get_or_insert_with(|| Box::new(Wasi::denied(limits.wasi)))
    }
}

/// What the store's guests may use up.
struct Limits {
    memory_bytes: usize,
    total_memory_bytes: usize,
    table_elements: usize,
    instances: usize,
    memories: usize,
    fuel: u64,
    tasks: usize,
    wasi: WasiLimits,
    /// What the memories and tables need of the process; none if they come out of a pool, which has taken it.
    mappings: Option<Mappings>,
    /// What the growth that is under way has taken of that.
    growing_mappings: usize,
    /// How many bytes the store's memories have together.
    used_memory_bytes: usize,
    /// By how much a memory is about to grow, which may fail.
    growing: usize,
    /// What was refused last. A guest is told by `memory.grow`'s -1 and often has no better answer than a trap, which
    /// then says nothing of the reason.
    refused: Option<Failure>,
}

/// What a table takes. Small ones share mappings with others and are not counted: there are not so many of them.
fn table_bytes(elements: usize) -> usize {
    let bytes = elements.saturating_mul(8);
    if bytes >= LARGE_ALLOCATION { bytes } else { 0 }
}

impl Limits {
    /// Takes what something new needs of the process.
    fn take_mappings(&mut self, count: usize) -> Result<()> {
        self.growing_mappings = 0;
        if let Some(mappings) = &mut self.mappings {
            mappings.take(count)?;
            self.growing_mappings = count;
        }
        Ok(())
    }

    fn give_mappings_back(&mut self) {
        let count = std::mem::take(&mut self.growing_mappings);
        if let Some(mappings) = &mut self.mappings {
            mappings.give_back(count);
        }
    }
}

impl ResourceLimiter for Limits {
    fn memory_growing(&mut self, current: usize, desired: usize, maximum: Option<usize>) -> Result<bool> {
        self.growing = 0;
        if desired > self.memory_bytes {
            let limit = self.memory_bytes;
            self.refused = Some(Failure::limit(
                Limit::Memory,
                limit as u64,
                format!(
                    "the guest asked for {desired} bytes of memory (it has {current}), and the store's limit is {limit}"
                ),
            ));
            return Ok(false);
        }
        let growing = desired.saturating_sub(current);
        let limit = self.total_memory_bytes;
        if growing > limit.saturating_sub(self.used_memory_bytes) {
            let used = self.used_memory_bytes;
            self.refused = Some(Failure::limit(
                Limit::TotalMemory,
                limit as u64,
                format!(
                    "the guest asked for {growing} bytes more of memory (the store's memories have {used} together), \
                     and the store's limit for all is {limit}"
                ),
            ));
            return Ok(false);
        }
        if maximum.is_some_and(|maximum| desired > maximum) {
            return Ok(false);
        }
        // A memory that is being made has nothing. One that was made of no pages has nothing either when it first grows, and
        // is counted once more then.
        self.take_mappings(if current == 0 { OF_A_MEMORY } else { 0 })?;
        self.used_memory_bytes += growing;
        self.growing = growing;
        Ok(true)
    }

    fn memory_grow_failed(&mut self, _error: Error) -> Result<()> {
        self.used_memory_bytes -= std::mem::take(&mut self.growing);
        self.give_mappings_back();
        Ok(())
    }

    fn table_growing(&mut self, current: usize, desired: usize, maximum: Option<usize>) -> Result<bool> {
        self.growing = 0;
        let allowed = desired <= self.table_elements && maximum.is_none_or(|maximum| desired <= maximum);
        if desired > self.table_elements {
            let limit = self.table_elements;
            self.refused = Some(Failure::limit(
                Limit::TableElements,
                limit as u64,
                format!(
                    "the guest asked for a table of {desired} elements (it has {current}), and the store's limit is \
                     {limit}"
                ),
            ));
        }
        let growing = table_bytes(desired).saturating_sub(table_bytes(current));
        if allowed && growing > self.total_memory_bytes.saturating_sub(self.used_memory_bytes) {
            let (used, limit) = (self.used_memory_bytes, self.total_memory_bytes);
            self.refused = Some(Failure::limit(
                Limit::TotalMemory,
                limit as u64,
                format!(
                    "the guest asked for {growing} bytes more of tables (the store's memories and tables have {used} \
                     together), and the store's limit for all is {limit}"
                ),
            ));
            return Ok(false);
        }
        if allowed {
            self.used_memory_bytes += growing;
            self.growing = growing;
            let becomes_large = table_bytes(current) == 0 && table_bytes(desired) > 0;
            self.take_mappings(becomes_large.into())?;
        }
        Ok(allowed)
    }

    fn table_grow_failed(&mut self, _error: Error) -> Result<()> {
        self.used_memory_bytes -= std::mem::take(&mut self.growing);
        self.give_mappings_back();
        Ok(())
    }

    fn instances(&self) -> usize {
        self.instances
    }

    fn tables(&self) -> usize {
        self.instances
    }

    fn memories(&self) -> usize {
        self.memories
    }
}

/// An instance, with its functions as far as they have been called.
pub(crate) struct Entry {
    pub(crate) component: Arc<ComponentInfo>,
    pub(crate) instance: Instance,
    pub(crate) functions: Box<[Option<Func>]>,
}

/// `sb_store_t`. Its fields are borrowed one by one: the exchange is shared with code that runs inside the store.
#[repr(C)]
pub struct sb_store {
    pub(crate) exchange: Exchange,
    pub(crate) wasm: Store<StoreData>,
    pub(crate) instances: Vec<Entry>,
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
    assert!(std::mem::offset_of!(Exchange, io) == 0);
    assert!(size_of::<Io>() == 64);
    assert!(size_of::<sb_store_config_t>() == 144);
};

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_store_new(
    engine: &wasm_engine_t,
    config: &sb_store_config_t,
    out: &mut *mut sb_store,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Other, || {
        release_pending();
        let count = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
        let engine = engine_of(engine);
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
        let mut wasm = Store::try_new(engine, StoreData { limits, wasi })?;
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
        let exchange = Exchange {
            io: Io {
                buffer: Cell::new(ptr::null_mut()),
                capacity: Cell::new(0),
                overflow: Cell::new(ptr::null()),
                length: Cell::new(0),
                result: Cell::new(0),
                result_length: Cell::new(0),
                upcall: Cell::new(None),
                instance: Cell::new(0),
            },
            overflow: UnsafeCell::new(Vec::new()),
            store: config.store,
            drain_threshold: count(config.drain_threshold),
            hostcall_bytes: count(config.hostcall_bytes),
            resources: Resources::default(),
            concurrent: Cell::new(false),
            requests: Requests::default(),
            control,
            outbox: outbox.map_or_else(OnceCell::new, OnceCell::from),
            kept_result: RefCell::default(),
            latest_parameters: Cell::new((ptr::null(), 0, ptr::null())),
            components: RefCell::default(),
            other_parameters: RefCell::default(),
        };
        let max_wasm_stack = count(config.max_wasm_stack);
        *out = Box::into_raw(Box::new(sb_store {
            exchange,
            wasm,
            instances: Vec::new(),
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

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_instantiate(
    store: *mut sb_store,
    pre: &sb_instance_pre,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Trap, || {
        // SAFETY: the header's promise.
        let _running = unsafe { entered(store) }?;
        // SAFETY: nobody else is in the store; only its `wasm` and `instances` are borrowed mutably.
        let (exchange, wasm, instances, max_wasm_stack) = unsafe {
            (
                &(*store).exchange,
                &mut (*store).wasm,
                &mut (*store).instances,
                (*store).max_wasm_stack,
            )
        };
        let frame = Frame {
            exchange,
            component: &raw const *pre.component,
            export: ptr::null(),
            lists: exchange.draining(),
        };
        exchange.hold(&pre.component);
        exchange.resources.add_host_types(&pre.host_types);
        exchange.concurrent.set(pre.component.concurrent);
        if pre.uses_wasi {
            let wasi = wasm.data_mut().wasi();
            if pre.uses_files_0_3 {
                wasi.require_plain_rights()?;
            }
            exchange.connect(wasi);
        }
        let instance = frame.enter(max_wasm_stack, || {
            if pre.component.concurrent {
                drive(exchange, pre.pre.instantiate_async(&mut *wasm))
            } else {
                pre.pre.instantiate(&mut *wasm)
            }
        });
        let instance =
            over(exchange, wasm, instance).map_err(|error| match_limit(error, &wasm.data().limits))?;
        let functions = vec![None; pre.component.exports.len()].into_boxed_slice();
        instances.push(Entry {
            component: pre.component.clone(),
            instance,
            functions,
        });
        exchange.io.instance.set(instances.len() as u64 - 1);
        Ok(())
    })
}

/// Wasmtime's own errors about limits are plain text; they happen before any guest code runs.
fn match_limit(error: Error, limits: &Limits) -> Error {
    if error.downcast_ref::<wasmtime::Trap>().is_some() || error.downcast_ref::<Failure>().is_some() {
        return error;
    }
    let text = error.root_cause().to_string();
    if text.starts_with("resource limit exceeded: memory") {
        let memories = limits.memories;
        let message = format!("the store's limit of {memories} memories: {text}");
        return error.context(Failure::limit(Limit::Memories, memories as u64, message));
    }
    if text.starts_with("resource limit exceeded") {
        let instances = limits.instances;
        let message = format!("the store's limit of {instances} core instances and tables each: {text}");
        return error.context(Failure::limit(Limit::Instances, instances as u64, message));
    }
    if text.contains("(os error ") {
        let message = format!("the operating system refused what the instance needs: {text}");
        return error.context(Failure::limit(Limit::System, 0, message));
    }
    if ["limit", "exceeds", "maximum concurrent"]
        .iter()
        .any(|word| text.contains(word))
    {
        return error.context(Failure::new(ErrorKind::Limit, text));
    }
    error
}

/// Ends an entry into a guest: tells the host what WASI has for it, and explains a failure by what the store had refused
/// before it.
pub(crate) fn over<R>(exchange: &Exchange, wasm: &mut Store<StoreData>, done: Result<R>) -> Result<R> {
    match done {
        Ok(result) => exchange.deliver().map(|()| result),
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
