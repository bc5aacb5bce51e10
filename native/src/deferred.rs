//! The upcalls that guests on fibers wait for, until they can be made: HotSpot ends the process when it is entered there.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use switchblade_image_memory::Image;
use wasmtime::{Error, Result};

/// What the host has to do for a guest, or has done.
pub(crate) enum State {
    /// Nobody has asked for it.
    New,
    /// It waits for the thread's own stack, or for a host function that goes on elsewhere.
    Waiting(Waker),
    /// The host's answer: the results, or that it failed, and by what if it doesn't know.
    Answered(Result<Image, Option<Error>>),
    /// Whoever asked has gone: a guest cancelled the call, or the store is being released.
    Abandoned,
}

/// An upcall that has to be made off the fiber.
pub(crate) struct Deferred {
    /// What the host knows by this number is called.
    pub(crate) target: i64,
    /// What keeps the target: the host releases it when nothing refers to this any more.
    pub(crate) _definition: Arc<dyn Any + Send + Sync>,
    /// `UPCALL_CALL` or `UPCALL_DESTROY`.
    pub(crate) operation: i64,
    /// The arguments of a function.
    pub(crate) arguments: Image,
    /// The object to destroy.
    pub(crate) object: u32,
    pub(crate) state: Mutex<State>,
}

impl Deferred {
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn is_abandoned(&self) -> bool {
        matches!(*self.state(), State::Abandoned)
    }

    pub(crate) fn answer(&self, answer: Result<Image, Option<Error>>) {
        let before = mem::replace(&mut *self.state(), State::Answered(answer));
        if let State::Waiting(waker) = before {
            waker.wake();
        }
    }
}

/// The upcalls of one store that have to be made. Used by the thread that is in the store.
#[derive(Default)]
pub(crate) struct DeferredUpcalls {
    pub(crate) queue: RefCell<VecDeque<Arc<Deferred>>>,
    /// Host functions that go on elsewhere, by the numbers that the host has given them.
    pub(crate) elsewhere: RefCell<HashMap<i64, Arc<Deferred>>>,
    /// Guests may be running, on fibers: the host must not be called.
    pub(crate) polling: Cell<bool>,
}

impl DeferredUpcalls {
    /// Says whether the thread may be on a stack that the host doesn't know.
    #[inline]
    pub(crate) fn off_limits(&self) -> bool {
        self.polling.get()
    }
}
