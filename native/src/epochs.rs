//! The clock by which epochs pass: compiled code looks at its engine's at loops and function entries.

use crate::error::{ErrorKind, Failure};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, LazyLock, Mutex, PoisonError};
use std::time::Duration;
use wasmtime::{Engine, EngineWeak, Result};

/// How often epochs pass, and how often a waiting thread looks whether it has been interrupted.
pub(crate) const TICK: Duration = Duration::from_millis(10);

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
