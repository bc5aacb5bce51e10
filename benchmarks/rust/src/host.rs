//! The hosts of `bench.wasm` and `types.wasm`: engine, host functions, store. Their settings are those of the Java side.

use std::path::{Path, PathBuf};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use wasmtime::component::{Component, Instance, InstancePre, Linker};
use wasmtime::{
    Config, Engine, InstanceAllocationStrategy, PoolingAllocationConfig, Result, Store,
    StoreContextMut,
};

use crate::workloads::Item;

/// The bytes that one call may move from the guest to the host.
pub const HOSTCALL_FUEL: usize = 1 << 30;

/// What the `logger` of `bench.wasm` writes to.
pub struct Log {
    /// The bytes of all messages so far.
    pub bytes: usize,
}

/// Where instances come from.
#[derive(Clone, Copy)]
pub enum Allocation {
    /// Memory is mapped for each instance: Wasmtime's default.
    OnDemand,
    /// Memory is mapped once for all instances.
    Pooling,
}

/// A component, compiled and linked.
pub struct Host {
    engine: Engine,
    pre: InstancePre<Log>,
}

impl Host {
    /// Compiles `bench.wasm` in the folder `guests`, and links it to a logger.
    pub fn bench(guests: &Path, allocation: Allocation) -> Result<Self> {
        Self::new(guests, "bench", allocation, |linker| {
            linker.root().func_wrap(
                "logger",
                |mut store: StoreContextMut<'_, Log>, (message,): (String,)| {
                    store.data_mut().bytes += message.len();
                    Ok(())
                },
            )
        })
    }

    /// The same on an engine with concurrency support: guests run on fibers, and the logger is waited for.
    pub fn concurrent(guests: &Path) -> Result<Self> {
        let mut config = Config::new();
        config.concurrency_support(true);
        Self::on(&Engine::new(&config)?, guests, "bench", |linker| {
            linker.root().func_wrap_async(
                "logger",
                |mut store: StoreContextMut<'_, Log>, (message,): (String,)| {
                    Box::new(async move {
                        store.data_mut().bytes += message.len();
                        Ok(())
                    })
                },
            )
        })
    }

    /// Compiles `types.wasm` in the folder `guests`, and links it to a conversion that returns what it gets.
    pub fn types(guests: &Path) -> Result<Self> {
        Self::new(guests, "types", Allocation::OnDemand, |linker| {
            linker
                .root()
                .func_wrap("convert", |_, (item,): (Item,)| Ok((item,)))
        })
    }

    fn new(
        guests: &Path,
        guest: &str,
        allocation: Allocation,
        link: impl FnOnce(&mut Linker<Log>) -> Result<()>,
    ) -> Result<Self> {
        Self::on(&engine(allocation)?, guests, guest, link)
    }

    fn on(
        engine: &Engine,
        guests: &Path,
        guest: &str,
        link: impl FnOnce(&mut Linker<Log>) -> Result<()>,
    ) -> Result<Self> {
        let component = Component::from_file(engine, component_file(guests, guest))?;
        let mut linker = Linker::new(engine);
        link(&mut linker)?;
        let pre = linker.instantiate_pre(&component)?;
        Ok(Self {
            engine: engine.clone(),
            pre,
        })
    }

    /// A new store, empty.
    pub fn store(&self) -> Store<Log> {
        let mut store = Store::new(&self.engine, Log { bytes: 0 });
        store.set_hostcall_fuel(HOSTCALL_FUEL);
        store
    }

    /// The component, ready to be instantiated.
    pub fn pre(&self) -> &InstancePre<Log> {
        &self.pre
    }
}

/// An instance that lives as long as its workload.
pub struct Guest {
    pub store: Store<Log>,
    pub instance: Instance,
}

impl Guest {
    /// Of `bench.wasm`.
    pub fn bench(guests: &Path) -> Result<Self> {
        Self::new(&Host::bench(guests, Allocation::OnDemand)?)
    }

    /// Of `types.wasm`.
    pub fn types(guests: &Path) -> Result<Self> {
        Self::new(&Host::types(guests)?)
    }

    /// Of `bench.wasm`, on an engine with concurrency support.
    pub fn concurrent(guests: &Path) -> Result<Self> {
        let host = Host::concurrent(guests)?;
        let mut store = host.store();
        let instance = drive(host.pre().instantiate_async(&mut store))?;
        Ok(Self { store, instance })
    }

    fn new(host: &Host) -> Result<Self> {
        let mut store = host.store();
        let instance = host.pre().instantiate(&mut store)?;
        Ok(Self { store, instance })
    }
}

/// Runs a future to its end on this thread. Nothing here waits for anything but itself.
pub fn drive<R>(future: impl Future<Output = R>) -> R {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(result) = future.as_mut().poll(&mut context) {
            return result;
        }
    }
}

/// Where a guest's component is.
pub fn component_file(guests: &Path, guest: &str) -> PathBuf {
    guests.join(guest).with_extension("wasm")
}

/// Everything from nothing to the result of the first call: 42.
pub fn cold_start(guests: &Path) -> Result<u32> {
    let Guest {
        mut store,
        instance,
    } = Guest::bench(guests)?;
    let add = instance.get_typed_func::<(u32, u32), (u32,)>(&mut store, "add")?;
    let (sum,) = add.call(&mut store, (20, 22))?;
    Ok(sum)
}

/// An engine with the settings of the Java side.
pub fn engine(allocation: Allocation) -> Result<Engine> {
    let mut config = Config::new();
    config.concurrency_support(false);
    if let Allocation::Pooling = allocation {
        // What the native library makes of a pool of 100 (native/src/engine.rs).
        let mut pool = PoolingAllocationConfig::default();
        pool.total_component_instances(100);
        pool.total_core_instances(400);
        pool.total_memories(100);
        pool.total_tables(200);
        config.allocation_strategy(InstanceAllocationStrategy::Pooling(pool));
    }
    Engine::new(&config)
}
