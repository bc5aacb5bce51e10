//! Clocks, also such as stand still or are moved by the host.

use crate::wasi::plan::Clock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use wasmtime::Result;
use wasmtime::component::{HasData, Resource};
use wasmtime_wasi::clocks::WasiClocksCtxView;
use wasmtime_wasi::p2::bindings::clocks::monotonic_clock::{self, Instant};
use wasmtime_wasi::p2::bindings::clocks::wall_clock::{self, Datetime};
use wasmtime_wasi::p2::{DynPollable, Pollable, subscribe};
use wasmtime_wasi::{HostMonotonicClock, HostWallClock};

/// How often a guest that sleeps by a clock of the host's looks at it.
const LOOK: Duration = Duration::from_millis(1);

impl Clock {
    /// The host's two numbers.
    fn stepped(address: usize) -> [u64; 2] {
        let numbers = std::ptr::with_exposed_provenance::<AtomicU64>(address);
        // SAFETY: the host keeps two aligned numbers there as long as the store lives, and writes them atomically.
        unsafe {
            [
                (*numbers).load(Ordering::Acquire),
                (*numbers.add(1)).load(Ordering::Acquire),
            ]
        }
    }
}

impl HostWallClock for Clock {
    fn resolution(&self) -> Duration {
        Duration::from_nanos(1)
    }

    fn now(&self) -> Duration {
        Duration::from_nanos(match self {
            Clock::Real => 0,
            Clock::Fixed { wall } => *wall,
            Clock::Stepped(address) => Clock::stepped(*address)[0],
        })
    }
}

impl HostMonotonicClock for Clock {
    fn resolution(&self) -> u64 {
        1
    }

    fn now(&self) -> u64 {
        match self {
            Clock::Real | Clock::Fixed { .. } => 0,
            Clock::Stepped(address) => Clock::stepped(*address)[1],
        }
    }
}

/// A guest sleeps until the host has moved the clock so far.
struct Until {
    clock: Clock,
    when: Instant,
}

#[wasmtime_wasi::async_trait]
impl Pollable for Until {
    async fn ready(&mut self) {
        while HostMonotonicClock::now(&self.clock) < self.when {
            tokio::time::sleep(LOOK).await;
        }
    }
}

pub(super) struct ClocksData;

impl HasData for ClocksData {
    type Data<'a> = Clocks<'a>;
}

pub(super) struct Clocks<'a> {
    pub(super) inner: WasiClocksCtxView<'a>,
    pub(super) clock: Clock,
}

impl Clocks<'_> {
    fn until(&mut self, when: Instant) -> Result<Resource<DynPollable>> {
        let until = self.inner.table.push(Until {
            clock: self.clock,
            when,
        })?;
        subscribe(self.inner.table, until)
    }
}

impl wall_clock::Host for Clocks<'_> {
    fn now(&mut self) -> Result<Datetime> {
        wall_clock::Host::now(&mut self.inner)
    }

    fn resolution(&mut self) -> Result<Datetime> {
        wall_clock::Host::resolution(&mut self.inner)
    }
}

impl monotonic_clock::Host for Clocks<'_> {
    fn now(&mut self) -> Result<Instant> {
        monotonic_clock::Host::now(&mut self.inner)
    }

    fn resolution(&mut self) -> Result<Instant> {
        monotonic_clock::Host::resolution(&mut self.inner)
    }

    fn subscribe_instant(&mut self, when: Instant) -> Result<Resource<DynPollable>> {
        match self.clock {
            Clock::Stepped(_) => self.until(when),
            _ => self.inner.subscribe_instant(when),
        }
    }

    fn subscribe_duration(&mut self, duration: u64) -> Result<Resource<DynPollable>> {
        match self.clock {
            Clock::Stepped(address) => self.until(Clock::stepped(address)[1].saturating_add(duration)),
            _ => self.inner.subscribe_duration(duration),
        }
    }
}
