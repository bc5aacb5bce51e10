//! Stopping guests: when another thread asks for it, when their time is over, and when their Java thread is interrupted.
//!
//! Compiled code looks at the engine's epoch at loops and function entries; what waits in the host listens here itself.

use crate::error::{ErrorKind, Failure, Limit, guard};
use crate::store::{Exchange, Frame, UPCALL_INTERRUPTED, sb_store};
use std::future::poll_fn;
use std::pin::pin;
use std::sync::atomic::{AtomicU32, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, LazyLock, Mutex, PoisonError};
use std::task::Poll;
use std::time::{Duration, Instant};
use tokio::runtime::Handle;
use tokio::sync::Notify;
use wasmtime::{Engine, EngineWeak, Result, Store, UpdateDeadline};
use wasmtime_c_api::wasmtime_error_t;

/// How often epochs pass, and how often a waiting thread looks whether it has been interrupted.
const TICK: Duration = Duration::from_millis(10);

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
    /// How many nanoseconds a call may take; 0: as long as it likes.
    limit: u64,
    /// When the call that runs must be over.
    deadline: AtomicU64,
    woken: Notify,
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
            limit,
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
        if self.limit != 0 {
            self.deadline
                .store(now().saturating_add(self.limit), Ordering::Relaxed);
        }
        self.state.store(RUNNING, Ordering::Release);
        Ok(Running(self))
    }

    /// Says whether a call is under way.
    #[inline]
    pub(crate) fn is_running(&self) -> bool {
        self.state.load(Ordering::Relaxed) != IDLE
    }

    /// Says whether the call that runs may go on.
    pub(crate) fn check(&self) -> Result<()> {
        if self.state.load(Ordering::Acquire) == INTERRUPTED {
            return Err(interrupted());
        }
        if self.limit != 0 && now() >= self.deadline.load(Ordering::Relaxed) {
            let limit = Duration::from_nanos(self.limit);
            let message = format!("the call took longer than the store's deadline of {limit:?}");
            return Err(Failure::limit(Limit::Deadline, self.limit, message).into());
        }
        Ok(())
    }

    /// How long a waiting thread may sleep before it must look again.
    pub(crate) fn patience(&self) -> Duration {
        if self.limit == 0 {
            return TICK;
        }
        let left = self.deadline.load(Ordering::Relaxed).saturating_sub(now());
        TICK.min(Duration::from_nanos(left).max(Duration::from_micros(50)))
    }

    /// Ends the call that runs, if one does. Any thread may ask.
    fn interrupt(&self) -> bool {
        let running = self
            .state
            .compare_exchange(RUNNING, INTERRUPTED, Ordering::AcqRel, Ordering::Acquire);
        if running.is_ok() {
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

/// The engines whose epochs pass.
#[derive(Default)]
struct Clock {
    engines: Vec<EngineWeak>,
    started: bool,
}

static CLOCK: LazyLock<(Mutex<Clock>, Condvar)> = LazyLock::new(Default::default);

/// How many stores there are. Time passes only while there are some.
static STORES: AtomicUsize = AtomicUsize::new(0);

/// Counts a store.
pub(crate) struct Alive(());

impl Alive {
    pub(crate) fn new() -> Alive {
        if STORES.fetch_add(1, Ordering::AcqRel) == 0 {
            let (clock, changed) = &*CLOCK;
            // Locked, so that the clock is either before its look at the number, or waiting.
            drop(clock.lock().unwrap_or_else(PoisonError::into_inner));
            changed.notify_all();
        }
        Alive(())
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        STORES.fetch_sub(1, Ordering::AcqRel);
    }
}

/// Has an engine's epochs pass for as long as it lives.
pub(crate) fn tick(engine: &Engine) -> Result<()> {
    let (clock, changed) = &*CLOCK;
    let mut clock = clock.lock().unwrap_or_else(PoisonError::into_inner);
    clock.engines.push(engine.weak());
    if !clock.started {
        std::thread::Builder::new()
            .name("switchblade-clock".to_string())
            .stack_size(128 << 10)
            .spawn(run_clock)
            .map_err(|error| Failure::new(ErrorKind::Limit, format!("no thread can be started: {error}")))?;
        clock.started = true;
    }
    drop(clock);
    changed.notify_all();
    Ok(())
}

fn run_clock() {
    let (clock, changed) = &*CLOCK;
    loop {
        std::thread::sleep(TICK);
        let mut clock = clock.lock().unwrap_or_else(PoisonError::into_inner);
        clock.engines.retain(|engine| match engine.upgrade() {
            Some(engine) => {
                engine.increment_epoch();
                true
            }
            None => false,
        });
        while clock.engines.is_empty() || STORES.load(Ordering::Acquire) == 0 {
            clock = changed.wait(clock).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
