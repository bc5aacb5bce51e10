//! What other threads and the clock may do to the calls of a store: end them.
//!
//! Compiled code looks at the engine's epoch at loops and function entries; what waits in the host listens here itself.

use crate::epochs::TICK;
use crate::error::{ErrorKind, Failure, Limit};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering, fence};
use std::time::{Duration, Instant};
use tokio::sync::Notify;
use wasmtime::Result;

const IDLE: u32 = 0;
const RUNNING: u32 = 1;
const INTERRUPTED: u32 = 2;

/// Times are counted in nanoseconds from here.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

fn now() -> u64 {
    u64::try_from(START.elapsed().as_nanos()).unwrap_or(u64::MAX)
}

/// What other threads and the clock may do to the calls of one store.
pub(crate) struct Control {
    state: AtomicU32,
    /// How many nanoseconds a call may take; 0: as long as it likes. Changed between calls only.
    limit: AtomicU64,
    /// When the call that runs must be over.
    deadline: AtomicU64,
    pub(crate) woken: Notify,
}

/// A call is under way.
pub(crate) struct Running<'a>(&'a Control);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.state.store(IDLE, Ordering::Release);
    }
}

impl Control {
    /// `limit` is how many nanoseconds a call may take, or 0.
    pub(crate) fn new(limit: u64) -> Control {
        LazyLock::force(&START);
        Control {
            state: AtomicU32::new(IDLE),
            limit: AtomicU64::new(limit),
            deadline: AtomicU64::new(u64::MAX),
            woken: Notify::new(),
        }
    }

    /// Begins a call: an entry into the store, of which there is one at a time. The host sees to that. One that enters a
    /// store again from its own upcalls, or while another thread is in it, gets an error here; two threads that enter at the
    /// same moment are told apart by the host alone, since more would cost each call a locked instruction.
    #[inline]
    pub(crate) fn run(&self) -> Result<Running<'_>> {
        if self.is_running() {
            return Err(busy());
        }
        let limit = self.limit.load(Ordering::Relaxed);
        if limit != 0 {
            self.deadline
                .store(now().saturating_add(limit), Ordering::Relaxed);
        }
        self.state.store(RUNNING, Ordering::Release);
        Ok(Running(self))
    }

    /// Sets how many nanoseconds each call from now on may take, or 0. The caller has entered the store.
    pub(crate) fn set_limit(&self, nanos: u64) {
        self.limit.store(nanos, Ordering::Relaxed);
    }

    /// Says whether a call is under way. Paired with the end of the one before, which may have been another thread's: what
    /// that did in the store is seen by whoever finds that it is over, and enters the store or frees it.
    #[inline]
    pub(crate) fn is_running(&self) -> bool {
        self.state.load(Ordering::Acquire) != IDLE
    }

    /// Says whether the call that runs may go on.
    pub(crate) fn check(&self) -> Result<()> {
        // Compiled code that got here has read the engine's epoch, without any order. Paired with the fence of `interrupt`:
        // whoever has seen the epoch that ended because of that finds the store interrupted, and not an epoch later.
        fence(Ordering::Acquire);
        if self.state.load(Ordering::Acquire) == INTERRUPTED {
            return Err(interrupted());
        }
        let nanos = self.limit.load(Ordering::Relaxed);
        if nanos != 0 && now() >= self.deadline.load(Ordering::Relaxed) {
            let limit = Duration::from_nanos(nanos);
            let message = format!("the call took longer than the store's deadline of {limit:?}");
            return Err(Failure::limit(Limit::Deadline, nanos, message).into());
        }
        Ok(())
    }

    /// How long a waiting thread may sleep before it must look again.
    pub(crate) fn patience(&self) -> Duration {
        if self.limit.load(Ordering::Relaxed) == 0 {
            return TICK;
        }
        let left = self.deadline.load(Ordering::Relaxed).saturating_sub(now());
        TICK.min(Duration::from_nanos(left).max(Duration::from_micros(50)))
    }

    /// Ends the call that runs, if one does. Any thread may ask; if there is one it has the engine's epoch end next, so that
    /// the guest looks.
    pub(crate) fn interrupt(&self) -> bool {
        let running = self
            .state
            .compare_exchange(RUNNING, INTERRUPTED, Ordering::AcqRel, Ordering::Acquire);
        if running.is_ok() {
            // Before the epoch ends; see `check`.
            fence(Ordering::Release);
            self.woken.notify_waiters();
        }
        running.is_ok()
    }
}

#[cold]
pub(crate) fn busy() -> wasmtime::Error {
    Failure::new(
        ErrorKind::Internal,
        "the store is in use by a call that has not returned: it can't be entered again or released (a bug of the host's)",
    )
    .into()
}

fn interrupted() -> wasmtime::Error {
    Failure::new(ErrorKind::Interrupted, "the call was interrupted").into()
}
