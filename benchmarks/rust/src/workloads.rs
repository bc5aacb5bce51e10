//! The workloads. Their names are those of the Java benchmarks.

use std::hint::black_box;
use std::path::Path;

use wasmtime::component::{Instance, TypedFunc};
use wasmtime::error::Context;
use wasmtime::{Result, Store, ensure};

use crate::host::{Allocation, Host, Log};
use crate::rounds::Rounds;

const GREETING: &str = "hello world hello world hello wo";
const MESSAGES: u32 = 1000;
const MESSAGE_BYTES: usize = 31;

/// One kind of work.
#[derive(Clone, Copy)]
pub enum Workload {
    /// `add(u32, u32)`.
    Add,
    /// A string of 32 bytes, there and back.
    String32,
    /// A `list<u8>`, there and back.
    Bytes { name: &'static str, length: usize },
    /// One call of a guest that calls the host's logger a thousand times.
    HostLog1000,
    /// A list of 100 strings of 12 bytes, there and back.
    Strings100,
    /// A new store and instance, one call, and the end of both.
    InstantiatePooled,
}

impl Workload {
    /// All of them, in the order in which they are reported.
    pub const ALL: [Self; 9] = [
        Self::Add,
        Self::String32,
        Self::bytes("bytes-64", 64),
        Self::bytes("bytes-4k", 4 << 10),
        Self::bytes("bytes-64k", 64 << 10),
        Self::bytes("bytes-1m", 1 << 20),
        Self::HostLog1000,
        Self::Strings100,
        Self::InstantiatePooled,
    ];

    const fn bytes(name: &'static str, length: usize) -> Self {
        Self::Bytes { name, length }
    }

    /// The name on the command line and in the output.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::String32 => "string-32",
            Self::Bytes { name, .. } => name,
            Self::HostLog1000 => "host-log-1000",
            Self::Strings100 => "strings-100",
            Self::InstantiatePooled => "instantiate-pooled",
        }
    }

    /// Checks once that the guest does its work, then measures it.
    pub fn run(self, guests: &Path, rounds: &Rounds) -> Result<()> {
        let name = self.name();
        match self {
            Self::Add => add(&mut Guest::new(guests)?, name, rounds),
            Self::String32 => string(&mut Guest::new(guests)?, name, rounds),
            Self::Bytes { length, .. } => bytes(&mut Guest::new(guests)?, length, name, rounds),
            Self::HostLog1000 => host_log(&mut Guest::new(guests)?, name, rounds),
            Self::Strings100 => strings(&mut Guest::new(guests)?, name, rounds),
            Self::InstantiatePooled => instantiate_pooled(guests, name, rounds),
        }
        .with_context(|| format!("workload {name}"))
    }
}

/// An instance that lives as long as its workload.
struct Guest {
    store: Store<Log>,
    instance: Instance,
}

impl Guest {
    fn new(guests: &Path) -> Result<Self> {
        let host = Host::new(guests, Allocation::OnDemand)?;
        let mut store = host.store();
        let instance = host.pre().instantiate(&mut store)?;
        Ok(Self { store, instance })
    }
}

fn add(guest: &mut Guest, name: &str, rounds: &Rounds) -> Result<()> {
    let Guest { store, instance } = guest;
    let add: TypedFunc<(u32, u32), (u32,)> = instance.get_typed_func(&mut *store, "add")?;
    ensure!(add.call(&mut *store, (20, 22))? == (42,), "wrong sum");
    rounds.measure(name, || {
        black_box(add.call(&mut *store, black_box((20, 22)))?);
        Ok(())
    })
}

fn string(guest: &mut Guest, name: &str, rounds: &Rounds) -> Result<()> {
    let Guest { store, instance } = guest;
    let greet: TypedFunc<(&str,), (String,)> = instance.get_typed_func(&mut *store, "greet")?;
    let (echo,) = greet.call(&mut *store, (GREETING,))?;
    ensure!(echo == GREETING, "another string came back");
    rounds.measure(name, || {
        black_box(greet.call(&mut *store, (black_box(GREETING),))?);
        Ok(())
    })
}

fn bytes(guest: &mut Guest, length: usize, name: &str, rounds: &Rounds) -> Result<()> {
    let Guest { store, instance } = guest;
    let echo: TypedFunc<(&[u8],), (Vec<u8>,)> = instance.get_typed_func(&mut *store, "echo")?;
    let payload: Vec<u8> = (0..length).map(|index| index as u8).collect();
    let (echoed,) = echo.call(&mut *store, (&payload,))?;
    ensure!(echoed == payload, "other bytes came back");
    rounds.measure(name, || {
        black_box(echo.call(&mut *store, (black_box(&payload),))?);
        Ok(())
    })
}

fn host_log(guest: &mut Guest, name: &str, rounds: &Rounds) -> Result<()> {
    let Guest { store, instance } = guest;
    let log_many: TypedFunc<(u32,), ()> = instance.get_typed_func(&mut *store, "log-many")?;
    log_many.call(&mut *store, (MESSAGES,))?;
    let expected = MESSAGES as usize * MESSAGE_BYTES;
    ensure!(store.data().bytes == expected, "another log was written");
    rounds.measure(name, || log_many.call(&mut *store, (black_box(MESSAGES),)))
}

fn strings(guest: &mut Guest, name: &str, rounds: &Rounds) -> Result<()> {
    let Guest { store, instance } = guest;
    let words: TypedFunc<(&[String],), (Vec<String>,)> =
        instance.get_typed_func(&mut *store, "words")?;
    let items: Vec<String> = (0..100).map(|index| format!("word-{index:07}")).collect();
    let (echoed,) = words.call(&mut *store, (&items,))?;
    ensure!(echoed == items, "other strings came back");
    rounds.measure(name, || {
        black_box(words.call(&mut *store, (black_box(&items),))?);
        Ok(())
    })
}

fn instantiate_pooled(guests: &Path, name: &str, rounds: &Rounds) -> Result<()> {
    let host = Host::new(guests, Allocation::Pooling)?;
    let pre = host.pre();
    let index = pre
        .component()
        .get_export_index(None, "add")
        .context("the guest exports no add")?;
    rounds.measure(name, || {
        let mut store = host.store();
        let instance = pre.instantiate(&mut store)?;
        let add: TypedFunc<(u32, u32), (u32,)> = instance.get_typed_func(&mut store, index)?;
        black_box(add.call(&mut store, black_box((20, 22)))?);
        Ok(())
    })
}
