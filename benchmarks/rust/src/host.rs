//! The host of `bench.wasm`: engine, logger, store. Its settings are those of the Java side.

use std::path::Path;

use wasmtime::component::{Component, InstancePre, Linker};
use wasmtime::{
    Config, Engine, InstanceAllocationStrategy, PoolingAllocationConfig, Result, Store,
    StoreContextMut,
};

/// The bytes that one call may move from the guest to the host.
const HOSTCALL_FUEL: usize = 1 << 30;

/// What the guest's `logger` writes to.
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

/// The bench component, compiled and linked to a logger.
pub struct Host {
    engine: Engine,
    pre: InstancePre<Log>,
}

impl Host {
    /// Compiles `bench.wasm` in the folder `guests`.
    pub fn new(guests: &Path, allocation: Allocation) -> Result<Self> {
        let engine = engine(allocation)?;
        let component = Component::from_file(&engine, guests.join("bench.wasm"))?;
        let mut linker = Linker::new(&engine);
        linker.root().func_wrap(
            "logger",
            |mut store: StoreContextMut<'_, Log>, (message,): (String,)| {
                store.data_mut().bytes += message.len();
                Ok(())
            },
        )?;
        let pre = linker.instantiate_pre(&component)?;
        Ok(Self { engine, pre })
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

/// Everything from nothing to the result of the first call: 42.
pub fn cold_start(guests: &Path) -> Result<u32> {
    let host = Host::new(guests, Allocation::OnDemand)?;
    let mut store = host.store();
    let instance = host.pre().instantiate(&mut store)?;
    let add = instance.get_typed_func::<(u32, u32), (u32,)>(&mut store, "add")?;
    let (sum,) = add.call(&mut store, (20, 22))?;
    Ok(sum)
}

fn engine(allocation: Allocation) -> Result<Engine> {
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
