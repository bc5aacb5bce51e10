//! How much stack the calling thread has left.
//!
//! Wasmtime gives a guest `max_wasm_stack` bytes from where it is entered and does not ask whether the thread has them.
//! On a Java thread with a small stack, or deep inside Java recursion, the guest would run into HotSpot's guard pages,
//! which ends the process. So each entry is checked first.

use crate::error::{ErrorKind, Failure, caught, panicked, record_panics};
use std::cell::Cell;
use wasmtime::Error;

/// Wasmtime's default, stated because the check depends on it.
pub(crate) const DEFAULT_MAX_WASM_STACK: usize = 512 << 10;

/// What a call needs beyond the guest's own stack where pages have 4 KiB: HotSpot's zones at the low end, the frames of
/// Wasmtime's host calls, and an upcall into Java with a little room to work in.
const RESERVE: usize = 224 << 10;

/// HotSpot's zones at the low end of each Java thread's stack, which nobody may use: red, reserved, yellow and shadow
/// (`StackRedPages` and so on, each of them 4 KiB), rounded up to whole pages.
fn zones(page: usize) -> usize {
    [4 << 10, 4 << 10, 8 << 10, 80 << 10]
        .map(|zone: usize| zone.next_multiple_of(page))
        .iter()
        .sum()
}

/// What a call needs beyond the guest's own stack on a system with pages of this size: 224 KiB more than `RESERVE` with
/// pages of 64 KiB, which some ARM systems have.
fn reserve(page: usize) -> usize {
    RESERVE + zones(page) - zones(4 << 10)
}

/// What parsing and compiling get to themselves: recursion over nested text and types is bounded, and fits well.
const PLENTY: usize = 8 << 20;

/// What resolving WIT gets: it goes along interfaces that use each other, of which there may be any number. Address space,
/// of which as much is touched as is needed.
const LOTS: usize = 512 << 20;

/// Runs work that may need much stack, and makes no upcalls, on a thread that has it.
pub(crate) fn with_plenty<R: Send>(work: impl FnOnce() -> Result<R, Error> + Send) -> Result<R, Error> {
    with_stack(PLENTY, work)
}

/// The same for work whose stack grows with what it is given.
pub(crate) fn with_lots<R: Send>(work: impl FnOnce() -> Result<R, Error> + Send) -> Result<R, Error> {
    with_stack(LOTS, work)
}

fn with_stack<R: Send>(size: usize, work: impl FnOnce() -> Result<R, Error> + Send) -> Result<R, Error> {
    // Much of this work needs no engine, which would have seen to it.
    record_panics();
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name("switchblade-compile".to_string())
            .stack_size(size);
        match thread.spawn_scoped(scope, || caught(work)) {
            Ok(running) => running.join().unwrap_or_else(|payload| Err(panicked(&payload))),
            Err(error) => {
                Err(Failure::new(ErrorKind::Limit, format!("no thread can be started: {error}")).into())
            }
        }
    })
}

/// The bounds of a thread's stack, as far as they have been asked for.
pub(crate) struct Bounds {
    /// The lowest address; 0 before it is known, 1 where the system doesn't tell.
    lowest: Cell<usize>,
    /// How many bytes it has; the most there can be where the system doesn't tell.
    size: Cell<usize>,
    /// What a call needs beyond the guest's own stack; known when the others are.
    reserve: Cell<usize>,
}

impl Bounds {
    pub(crate) const fn unknown() -> Bounds {
        Bounds {
            lowest: Cell::new(0),
            size: Cell::new(usize::MAX),
            reserve: Cell::new(RESERVE),
        }
    }

    /// Refuses to enter a guest that the thread's stack can't hold. Asked of the calling thread's bounds only.
    #[inline]
    pub(crate) fn check(&self, max_wasm_stack: usize) -> Result<(), Error> {
        let left = self.left();
        let reserve = self.reserve.get();
        if left >= max_wasm_stack + reserve {
            Ok(())
        } else {
            Err(too_small(left, max_wasm_stack, reserve))
        }
    }

    /// Says whether there is room for an upcall into Java. HotSpot ends the process where there isn't: the upcall runs
    /// into the end of the stack before it can catch anything.
    ///
    /// On a fiber, whose stack is not the thread's, there never is.
    pub(crate) fn hold_an_upcall(&self) -> bool {
        let left = self.left();
        (self.reserve.get()..=self.size.get()).contains(&left)
    }

    /// How many bytes of stack are left; very many where the system doesn't tell.
    #[inline]
    fn left(&self) -> usize {
        let marker = 0u8;
        let here = (&raw const marker).addr();
        let mut lowest = self.lowest.get();
        if lowest == 0 {
            let (start, size) = thread_stack().unwrap_or((1, usize::MAX));
            lowest = start;
            self.lowest.set(start);
            self.size.set(size);
            self.reserve.set(reserve(page_size()));
        }
        here.wrapping_sub(lowest)
    }
}

/// The size of the system's pages in bytes: a power of two, 4 KiB at least.
#[cfg(unix)]
pub(crate) fn page_size() -> usize {
    // SAFETY: asks for a number.
    let size = unsafe { libc::sysconf(libc::_SC_PAGESIZE) };
    usize::try_from(size)
        .unwrap_or(0)
        .next_power_of_two()
        .max(4 << 10)
}

/// The size of the system's pages in bytes, which all processors that Windows runs on have in common.
#[cfg(not(unix))]
pub(crate) fn page_size() -> usize {
    4 << 10
}

#[cold]
fn too_small(left: usize, max_wasm_stack: usize, reserve: usize) -> Error {
    Failure::new(
        ErrorKind::Stack,
        format!(
            "the calling thread has {} KiB of stack left, and a guest call needs {} KiB ({} KiB for the guest, the \
             engine's max-wasm-stack, and {} KiB for the host): call from a thread with a larger stack, or less deep, \
             or configure the engine with a smaller max-wasm-stack",
            left >> 10,
            (max_wasm_stack + reserve) >> 10,
            max_wasm_stack >> 10,
            reserve >> 10,
        ),
    )
    .into()
}

/// The lowest address of the calling thread's stack, and its size.
#[cfg(target_os = "linux")]
fn thread_stack() -> Option<(usize, usize)> {
    // SAFETY: plain POSIX/glibc calls on the calling thread; the attributes are destroyed after a successful get.
    unsafe {
        let mut attributes = std::mem::MaybeUninit::<libc::pthread_attr_t>::uninit();
        if libc::pthread_getattr_np(libc::pthread_self(), attributes.as_mut_ptr()) != 0 {
            return None;
        }
        let mut lowest = std::ptr::null_mut();
        let mut size = 0;
        let found = libc::pthread_attr_getstack(attributes.as_ptr(), &mut lowest, &mut size);
        libc::pthread_attr_destroy(attributes.as_mut_ptr());
        (found == 0).then_some((lowest.addr(), size))
    }
}

/// The lowest address of the calling thread's stack, and its size.
#[cfg(target_os = "macos")]
fn thread_stack() -> Option<(usize, usize)> {
    // SAFETY: plain calls on the calling thread; macOS gives the highest address and the size.
    unsafe {
        let this = libc::pthread_self();
        let highest = libc::pthread_get_stackaddr_np(this).addr();
        let size = libc::pthread_get_stacksize_np(this);
        highest.checked_sub(size).map(|lowest| (lowest, size))
    }
}

/// The lowest address of the calling thread's stack, and its size.
#[cfg(windows)]
fn thread_stack() -> Option<(usize, usize)> {
    let (mut low, mut high) = (0, 0);
    // SAFETY: writes the two limits of the calling thread's stack.
    unsafe { windows_sys::Win32::System::Threading::GetCurrentThreadStackLimits(&mut low, &mut high) };
    Some((low, high - low))
}

/// The lowest address of the calling thread's stack, and its size.
#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
fn thread_stack() -> Option<(usize, usize)> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reserve_grows_with_the_zones_of_the_jvm() {
        assert_eq!(zones(4 << 10), 96 << 10);
        assert_eq!(reserve(4 << 10), 224 << 10);
        assert_eq!(reserve(16 << 10), 256 << 10);
        assert_eq!(reserve(64 << 10), 448 << 10);
    }

    #[test]
    fn a_thread_is_refused_what_it_has_no_room_for() {
        let bounds = Bounds::unknown();
        let left = bounds.left();
        assert!(page_size().is_power_of_two());
        assert_eq!(bounds.reserve.get(), reserve(page_size()));
        assert!(left < bounds.size.get(), "the system tells where the stack is");
        assert!(bounds.check(left - bounds.reserve.get() - (16 << 10)).is_ok());
        assert!(bounds.check(left - bounds.reserve.get() + (16 << 10)).is_err());
        assert!(bounds.hold_an_upcall());
    }
}
