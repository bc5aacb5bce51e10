//! Waiting for WASI: the one place where a guest's thread waits for Tokio.

use crate::exchange::{Exchange, Frame, ask_host};
use crate::outbox::Outbox;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::LazyLock;
use std::task::Poll;
use tokio::runtime::Handle;
use wasmtime::Result;

/// The runtime of Tokio's that WASI works in. Its threads start when it is first asked for.
pub(crate) fn runtime() -> Handle {
    static RUNTIME: LazyLock<Handle> =
        LazyLock::new(|| wasmtime_wasi::runtime::with_ambient_tokio_runtime(Handle::current));
    RUNTIME.clone()
}

/// Waits for a future of WASI's on the calling thread's own stack, until it is ready or the call must end.
pub(crate) fn wait<R>(future: impl Future<Output = R>) -> Result<R> {
    // SAFETY: the exchange of the store that this thread is inside of.
    let exchange: &Exchange = unsafe { &*Frame::current_exchange()? };
    let control = &exchange.control;
    let runtime = runtime();
    let mut future = pin!(future);
    let mut pause = None;
    loop {
        let ready = runtime.block_on(async {
            let mut woken = pin!(control.woken.notified());
            woken.as_mut().enable();
            control.check()?;
            let mut sleep = pin!(async {
                match pause {
                    // Lets Tokio see what has become ready, and the host hear what the future has asked for.
                    None => tokio::task::yield_now().await,
                    Some(pause) => tokio::time::sleep(pause).await,
                }
            });
            poll_fn(|cx| {
                if let Poll::Ready(result) = future.as_mut().poll(cx) {
                    return Poll::Ready(Ok::<_, wasmtime::Error>(Some(result)));
                }
                if woken.as_mut().poll(cx).is_ready() || sleep.as_mut().poll(cx).is_ready() {
                    return Poll::Ready(Ok(None));
                }
                Poll::Pending
            })
            .await
        });
        // Not within `block_on`: the host may wait in another store meanwhile.
        exchange.deliver()?;
        if let Some(result) = ready? {
            return Ok(result);
        }
        control.check()?;
        ask_host(exchange)?;
        pause = Some(control.patience());
    }
}

/// Hands the host what there is, from a function of WASI's that doesn't wait: a guest may ask again and again until the
/// host has done something.
pub(super) fn hand_over() -> Result<()> {
    // SAFETY: the exchange of the store that this thread is inside of.
    unsafe { &*Frame::current_exchange()? }.deliver()
}

/// The same from where a guest can't be stopped. What fails then stops it when it waits or returns.
pub(super) fn deliver_now(outbox: &Outbox) {
    if hand_over().is_err() {
        outbox.fail("the host could not take what the guest had for it");
    }
}
