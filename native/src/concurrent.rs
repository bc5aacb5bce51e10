//! Calls on engines with concurrency support.
//!
//! Wasmtime then runs guests, and the host functions they call, on fibers: stacks that are not the thread's. HotSpot
//! knows a thread by its own stack and ends the process when it is entered from another one. So nothing here calls the
//! host: a host function leaves a [`Deferred`] upcall and is pending, which has Wasmtime give the thread its own stack
//! back, and [`drive`] makes those upcalls there. For the same reason all lists go through images, none through the side
//! table.

use crate::deferred::{Deferred, State};
use crate::error::{ErrorKind, Failure};
use crate::exchange::{Exchange, Frame, ask_host};
use crate::host::{Definition, HostFunction};
use crate::image::{OwnedArguments, OwnedResults};
use crate::store::StoreData;
use crate::upcalls::{UPCALL_ABANDON, UPCALL_AWAIT, UPCALL_CALL, UPCALL_DESTROY};
use crate::wasi;
use std::cell::Cell;
use std::mem;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;
use switchblade_image_memory::Image;
use tokio::runtime::Handle;
use wasmtime::component::ResourceAny;
use wasmtime::{AsContextMut, Result, StoreContextMut, Trap};

/// The future of an upcall.
struct Reply(Arc<Deferred>);

impl Future for Reply {
    type Output = Result<Image>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut state = self.0.state();
        match mem::replace(&mut *state, State::Waiting(cx.waker().clone())) {
            State::New => {
                drop(state);
                // SAFETY: the exchange of the store that this thread is inside of.
                let exchange: &Exchange = unsafe { &*Frame::current_exchange()? };
                exchange
                    .deferred
                    .queue
                    .borrow_mut()
                    .push_back(Arc::clone(&self.0));
                Poll::Pending
            }
            State::Waiting(_) | State::Abandoned => Poll::Pending,
            State::Answered(Ok(image)) => Poll::Ready(Ok(image)),
            State::Answered(Err(Some(error))) => Poll::Ready(Err(error)),
            State::Answered(Err(None)) => {
                let what = match self.0.operation {
                    UPCALL_DESTROY => "the destructor of a host's resource failed",
                    _ => "a host function failed",
                };
                Poll::Ready(Err(Failure::new(ErrorKind::Host, what).into()))
            }
        }
    }
}

impl Drop for Reply {
    fn drop(&mut self) {
        *self.0.state() = State::Abandoned;
    }
}

/// Makes the upcalls that wait. Returns whether there were any.
fn serve(exchange: &Exchange) -> bool {
    let deferred = &exchange.deferred;
    let mut any = false;
    // One at a time: the queue can grow while the host works for another store.
    loop {
        let next = deferred.queue.borrow_mut().pop_front();
        let Some(upcall) = next else { break };
        any = true;
        if upcall.is_abandoned() {
            continue;
        }
        let target = upcall.target;
        match upcall.operation {
            UPCALL_DESTROY => {
                let status = exchange.upcall(UPCALL_DESTROY, target, upcall.object.into(), 0);
                upcall.answer(if status == 0 {
                    Ok(Image::default())
                } else {
                    Err(None)
                });
            }
            _ => {
                exchange.expect_no_host_result();
                let (address, length) = exchange.present(upcall.arguments.bytes());
                match exchange.upcall(UPCALL_CALL, target, address, length) {
                    0 => upcall.answer(exchange.copy_host_result().map_err(Some)),
                    number if number > 0 => {
                        deferred.elsewhere.borrow_mut().insert(number, upcall);
                    }
                    _ => upcall.answer(Err(None)),
                }
            }
        }
    }
    any
}

/// Tells the host of the calls whose results nobody waits for any more.
fn give_up_abandoned(exchange: &Exchange) {
    let mut given_up = Vec::new();
    exchange.deferred.elsewhere.borrow_mut().retain(|number, upcall| {
        let abandoned = upcall.is_abandoned();
        if abandoned {
            given_up.push(*number);
        }
        !abandoned
    });
    for number in given_up {
        exchange.upcall(UPCALL_ABANDON, number, 0, 0);
    }
}

/// Takes the answer of one of the host functions that go on elsewhere, if one has ended. If there is nothing else to
/// do (`idle`), waits for it.
fn collect(exchange: &Exchange, idle: bool) -> Result<()> {
    let deferred = &exchange.deferred;
    if deferred.elsewhere.borrow().is_empty() {
        return if idle {
            Err(Trap::AsyncDeadlock.into())
        } else {
            Ok(())
        };
    }
    exchange.expect_no_host_result();
    let status = exchange.upcall(UPCALL_AWAIT, 0, idle.into(), 0);
    // None has ended, or the host wants the call looked at: see `drive`.
    if status == 0 {
        return Ok(());
    }
    let number = if status > 0 { status } else { -1 - status };
    if number <= 0 {
        return Err(Failure::new(ErrorKind::Host, "waiting for a host function failed").into());
    }
    if let Some(upcall) = deferred.elsewhere.borrow_mut().remove(&number) {
        upcall.answer(if status > 0 {
            exchange.copy_host_result().map_err(Some)
        } else {
            Err(None)
        });
    }
    Ok(())
}

/// Resets the flag also if Wasmtime panics.
struct Polling<'a>(&'a Cell<bool>);

impl Drop for Polling<'_> {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

/// Remembers that something has become possible to go on with.
struct Woken {
    yes: AtomicBool,
    /// Who waits while nothing is.
    thread: Thread,
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        if !self.yes.swap(true, Ordering::AcqRel) {
            self.thread.unpark();
        }
    }
}

/// Runs a future of Wasmtime's to its end, and serves the host functions that it waits for, on the calling thread.
///
/// An error that doesn't come from the future leaves it half-way: the store must not be used any more.
pub(crate) fn drive<R>(exchange: &Exchange, future: impl Future<Output = Result<R>>) -> Result<R> {
    let deferred = &exchange.deferred;
    let mut future = pin!(future);
    let woken = Arc::new(Woken {
        yes: AtomicBool::new(false),
        thread: thread::current(),
    });
    let waker = Waker::from(Arc::clone(&woken));
    // What WASI begins, it begins in a runtime of Tokio's.
    let runtime = exchange.outbox.get().map(|_| wasi::runtime());
    loop {
        exchange.control.check()?;
        let entered = runtime.as_ref().map(Handle::enter);
        deferred.polling.set(true);
        let polling = Polling(&deferred.polling);
        let polled = future.as_mut().poll(&mut Context::from_waker(&waker));
        drop(polling);
        drop(entered);
        give_up_abandoned(exchange);
        if let Poll::Ready(Err(error)) = polled {
            // The store is lost, and what other tasks have asked for is nobody's any more.
            return Err(error);
        }
        exchange.deliver()?;
        // Also when the call is over: other tasks have begun something, and go on when the store is entered again.
        let served = serve(exchange);
        if let Poll::Ready(done) = polled {
            return done;
        }
        let mut idle = !woken.yes.swap(false, Ordering::AcqRel) && !served;
        if idle && runtime.is_some() {
            // WASI may have something to go on with, and so may the host.
            thread::park_timeout(if deferred.elsewhere.borrow().is_empty() {
                exchange.control.patience()
            } else {
                BETWEEN
            });
            idle = false;
        }
        if !served {
            ask_host(exchange)?;
        }
        collect(exchange, idle)?;
    }
}

/// How long to wait for WASI where the host may come first.
const BETWEEN: Duration = Duration::from_millis(1);

/// The host function `function`, for a guest that waits for it.
pub(crate) async fn call<const P: usize, const R: usize>(
    function: Arc<HostFunction>,
    arguments: OwnedArguments<P>,
) -> Result<(OwnedResults<R>, Box<[u32]>)> {
    let (arguments, lent) = arguments.into_parts();
    let upcall = Deferred {
        target: function.definition.target,
        _definition: function.definition.clone(),
        operation: UPCALL_CALL,
        arguments,
        object: 0,
        state: Mutex::new(State::New),
    };
    let image = Reply(Arc::new(upcall)).await?;
    Ok((OwnedResults { function, image }, lent))
}

/// Gives back what a host function was lent.
pub(crate) fn return_lent(lent: &[u32], store: impl AsContextMut<Data = StoreData>) -> Result<()> {
    if lent.is_empty() {
        return Ok(());
    }
    // SAFETY: the exchange of the store that this thread is inside of.
    let exchange: &Exchange = unsafe { &*Frame::current_exchange()? };
    exchange.resources.return_these(lent, store, give_back)
}

/// Gives a borrow back, by the function that engines with concurrency support insist on. No destructor runs, and so it
/// never waits.
fn give_back(handle: ResourceAny, store: StoreContextMut<'_, StoreData>) -> Result<()> {
    let mut dropped = pin!(handle.resource_drop_async(store));
    match dropped.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => Err(Failure::new(ErrorKind::Internal, "a borrow waits to be given back").into()),
    }
}

/// Tells the host that a guest has given up an object of its.
pub(crate) async fn destroy(definition: Arc<Definition>, object: u32) -> Result<()> {
    let upcall = Deferred {
        target: definition.target,
        _definition: definition,
        operation: UPCALL_DESTROY,
        arguments: Image::default(),
        object,
        state: Mutex::new(State::New),
    };
    Reply(Arc::new(upcall)).await.map(drop)
}
