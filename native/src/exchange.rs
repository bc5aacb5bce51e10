//! What crosses between a store and the host, and what the walks over images find through the calling thread.

use crate::component::ComponentInfo;
use crate::control::Control;
use crate::deferred::DeferredUpcalls;
use crate::error::{ErrorKind, Failure};
use crate::interface::Export;
use crate::layout::{Layout, LayoutCache};
use crate::outbox::Outbox;
use crate::resources::Resources;
use crate::stack::Bounds;
use crate::upcalls::{UPCALL_INTERRUPTED, UpcallFn};
use std::cell::{Cell, OnceCell, RefCell, UnsafeCell};
use std::collections::HashMap;
use std::mem;
use std::ptr;
use std::sync::Arc;
use switchblade_image_memory::{HostBytes, Image, Sink};
use wasmtime::Result;
use wasmtime::component::__internal::wasmtime_environ::component::TypeTupleIndex;
use wasmtime::component::__internal::{ComponentTypes, InterfaceType};

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
    pub(crate) deferred: DeferredUpcalls,
    pub(crate) control: Arc<Control>,
    /// What waits for the host; none in a store without WASI.
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
    /// Images of calls between instances that are over: their memory is used again.
    rooms: RefCell<Vec<Image>>,
}

// The host reads `sb_store_io_t` at the address of the store, which is that of its exchange.
const _: () = {
    assert!(std::mem::offset_of!(Exchange, io) == 0);
    assert!(size_of::<Io>() == 64);
};

impl Exchange {
    pub(crate) fn new(
        store: i64,
        drain_threshold: usize,
        hostcall_bytes: usize,
        control: Arc<Control>,
        outbox: OnceCell<Arc<Outbox>>,
    ) -> Exchange {
        Exchange {
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
            store,
            drain_threshold,
            hostcall_bytes,
            resources: Resources::default(),
            concurrent: Cell::new(false),
            deferred: DeferredUpcalls::default(),
            control,
            outbox,
            kept_result: RefCell::default(),
            latest_parameters: Cell::new((ptr::null(), 0, ptr::null())),
            components: RefCell::default(),
            other_parameters: RefCell::default(),
            rooms: RefCell::default(),
        }
    }

    /// An image to be written, with memory that was used before if there is some.
    pub(crate) fn room(&self) -> Result<Room> {
        let kept = self.rooms.borrow_mut().pop();
        let image = match kept {
            Some(image) => image,
            None => Image::with_room(Room::FIRST).map_err(Failure::too_large)?,
        };
        Ok(Room::of(image, self))
    }

    /// Calls the host about this store. Never from a fiber, which would end the process: whoever gets here by mistake
    /// gets a failure.
    #[inline]
    pub(crate) fn upcall(&self, operation: i64, target: i64, a: i64, b: i64) -> i64 {
        if self.deferred.off_limits() {
            return -1;
        }
        // SAFETY: the host set the function, and keeps it callable as long as the store lives.
        self.io.upcall.get().map_or(-1, |upcall| unsafe {
            upcall(operation, target, self.store, a, b)
        })
    }

    /// Shows the host the number of the instance that was made.
    pub(crate) fn present_instance(&self, number: u64) {
        self.io.instance.set(number);
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
    pub(crate) fn keep_result(&self, start: usize, length: usize) -> Result<()> {
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
            // SAFETY: no walk is under way, see `sink`.
            let overflow = unsafe { &mut *self.overflow.get() };
            *overflow = image.into_words();
            self.io.overflow.set(overflow.as_ptr().cast());
        }
    }

    /// Hands the host what waits for it, if the thread is on its own stack.
    #[inline]
    pub(crate) fn deliver(&self) -> Result<()> {
        match self.outbox.get() {
            Some(outbox) if outbox.has_any() && !self.deferred.off_limits() => {
                outbox.deliver(|operation, target, a, b| self.upcall(operation, target, a, b))
            }
            _ => Ok(()),
        }
    }

    /// Hands the host what waits for it at the end of an entry, and fails if output is lost that no guest can be told of.
    #[inline]
    pub(crate) fn deliver_all(&self) -> Result<()> {
        match self.outbox.get() {
            Some(outbox) => {
                self.deliver()?;
                outbox.expect_written()
            }
            None => Ok(()),
        }
    }

    /// Keeps a component alive as long as the store.
    pub(crate) fn hold(&self, component: &Arc<ComponentInfo>) {
        let mut components = self.components.borrow_mut();
        if !components.iter().any(|held| Arc::ptr_eq(held, component)) {
            components.push(Arc::clone(component));
        }
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

    /// Where an image goes that leaves the guest: the host's buffer, and what takes over when that is full.
    ///
    /// # Safety
    ///
    /// One at a time is used: a store is entered by one thread at a time, and no walk is within another one.
    #[inline]
    pub(crate) unsafe fn sink(&self) -> Sink<'_> {
        // SAFETY: the host's buffer is valid as it says in `sb_store_io_t`; nobody else uses it or the overflow, as the
        // caller promises.
        unsafe {
            Sink::new(
                self.io.buffer.get(),
                self.io.capacity.get() as usize,
                &mut *self.overflow.get(),
            )
        }
    }

    /// Shows the host an image that has left the guest; returns where it is, and its length.
    #[inline]
    pub(crate) fn present_image(&self, sink: Sink<'_>) -> (usize, usize) {
        let (start, length, overflowed) = sink.finish();
        self.io.overflow.set(if overflowed { start } else { ptr::null() });
        self.io.length.set(length as u64);
        (start.addr(), length)
    }
}

/// What becomes of lists that leave a guest.
#[derive(Clone, Copy)]
pub(crate) enum Lists {
    /// All of them are copied into the image.
    Copied,
    /// Lists of numbers that have so many bytes are handed to `SB_UPCALL_DRAIN`.
    DrainedFrom(usize),
    /// Lists of plain elements are handed to `SB_UPCALL_VISIT`, whatever their size.
    Visited,
}

/// An image of a call between instances: owned by who makes the call, because such calls nest. Its memory goes back to the
/// store when it is over.
pub(crate) struct Room {
    pub(crate) image: Image,
    exchange: *const Exchange,
}

impl Room {
    /// How many bytes a new one has: enough for most calls.
    const FIRST: usize = 512;
    /// How many bytes one that is kept may have, and how many are kept.
    const LARGEST: usize = 64 << 10;
    const MOST: usize = 16;

    pub(crate) fn of(image: Image, exchange: &Exchange) -> Room {
        Room { image, exchange }
    }
}

// SAFETY: made, used and dropped within one call, on one thread, which is in the store of the exchange.
unsafe impl Send for Room {}
// SAFETY: see above.
unsafe impl Sync for Room {}

impl Drop for Room {
    fn drop(&mut self) {
        let image = mem::take(&mut self.image);
        // SAFETY: the exchange outlives the calls that are made in its store.
        let mut kept = unsafe { &*self.exchange }.rooms.borrow_mut();
        if kept.len() < Room::MOST && (1..=Room::LARGEST).contains(&image.room()) {
            kept.push(image);
        }
    }
}

/// No instance, where the number of one is asked for.
pub(crate) const NO_INSTANCE: u32 = u32::MAX;

/// One entry into a guest, found through the calling thread: `Lift` has no way to hand anything down. Without concurrency
/// support it is the instance of the innermost frame that runs.
pub(crate) struct Frame {
    pub(crate) exchange: *const Exchange,
    /// Null while dropping a resource with concurrency support, where it isn't known whose it is.
    pub(crate) component: *const ComponentInfo,
    /// The number of the instance that is entered, or will have when it is made.
    pub(crate) instance: u32,
    /// The function that is called; null while instantiating, and while dropping a resource.
    pub(crate) export: *const Export,
    /// What becomes of the lists of the result.
    pub(crate) lists: Lists,
    /// Where the result goes that another instance waits for; null if it is the host that waits.
    pub(crate) result: *const Cell<Option<Room>>,
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

    /// The same within a frame of this store: its guests share the stack that the first one was given, and are stopped where
    /// that ends.
    #[inline]
    pub(crate) fn nest<R>(&self, body: impl FnOnce() -> Result<R>) -> Result<R> {
        THREAD.with(|thread| {
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

    /// Does something with the current frame.
    #[inline]
    pub(crate) fn with<R>(body: impl FnOnce(&Frame) -> Result<R>) -> Result<R> {
        body(Frame::current()?)
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
        // SAFETY: the exchange belongs to the store that the frame entered.
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
