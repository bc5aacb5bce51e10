//! What the host defines: its functions and resources, until nothing refers to them any more.

use crate::exchange::can_upcall;
use crate::layout::LazyLayout;
use crate::upcalls::{UPCALL_RELEASE, UpcallFn};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// What the host calls a function or a resource. Told to be released when the last linker or instance lets go of it.
pub(crate) struct Definition {
    pub(crate) target: i64,
    /// `FUNCTION` or `RESOURCE`: targets are numbered apart.
    pub(crate) kind: i64,
    pub(crate) upcall: UpcallFn,
}

/// A function of the host, under the type that it is imported with.
pub(crate) struct HostFunction {
    pub(crate) definition: Arc<Definition>,
    pub(crate) results: LazyLayout,
}

impl Drop for Definition {
    fn drop(&mut self) {
        if can_upcall() {
            // SAFETY: given by the host with the definition, and callable until this very upcall has returned.
            unsafe { (self.upcall)(UPCALL_RELEASE, self.target, 0, self.kind, IN_TIME) };
            return;
        }
        let mut pending = PENDING.lock().unwrap_or_else(PoisonError::into_inner);
        pending.push((self.upcall, self.target, self.kind));
        ANY_PENDING.store(true, Ordering::Release);
    }
}

/// What is released by `SB_UPCALL_RELEASE`.
pub(crate) const FUNCTION: i64 = 0;
pub(crate) const RESOURCE: i64 = 1;

/// Whether `SB_UPCALL_RELEASE` comes while the host releases what referred to the definition, or in some later call: the
/// host of that may be another one, which doesn't keep the upcall of this one callable.
const IN_TIME: i64 = 0;
const LATE: i64 = 1;

/// Definitions that nothing refers to any more and that the host has not been told of yet. They wait here when the last
/// reference goes at the end of a thread's stack, where an upcall would end the process.
static PENDING: Mutex<Vec<(UpcallFn, i64, i64)>> = Mutex::new(Vec::new());

/// Spares those who come by the lock.
static ANY_PENDING: AtomicBool = AtomicBool::new(false);

/// Tells the host, if the calling thread can.
pub(crate) fn release_pending() {
    if !ANY_PENDING.load(Ordering::Acquire) || !can_upcall() {
        return;
    }
    let mut pending = PENDING.lock().unwrap_or_else(PoisonError::into_inner);
    let released = std::mem::take(&mut *pending);
    ANY_PENDING.store(false, Ordering::Release);
    drop(pending);
    for (upcall, target, kind) in released {
        // SAFETY: given by the host with the definition. One that is told that it is late keeps its upcall callable for ever.
        unsafe { upcall(UPCALL_RELEASE, target, 0, kind, LATE) };
    }
}
