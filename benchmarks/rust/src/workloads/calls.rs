//! The world `workloads` of `bench.wasm`: numbers, strings, bytes, instances.

use std::hint::black_box;
use std::path::Path;

use wasmtime::component::TypedFunc;
use wasmtime::error::Context;
use wasmtime::{Result, ensure};

use super::Measurement;
use crate::host::{Allocation, Guest, Host, drive};
use crate::wasi::WasiHost;

const GREETING: &str = "hello world hello world hello wo";
const MESSAGES: u32 = 1000;
const MESSAGE_BYTES: usize = 31;

/// `add(u32, u32)`.
pub fn add(guests: &Path, measurement: &Measurement) -> Result<()> {
    let Guest { store, instance } = &mut Guest::bench(guests)?;
    let add: TypedFunc<(u32, u32), (u32,)> = instance.get_typed_func(&mut *store, "add")?;
    ensure!(add.call(&mut *store, (20, 22))? == (42,), "wrong sum");
    measurement.of(|| {
        black_box(add.call(&mut *store, black_box((20, 22)))?);
        Ok(())
    })
}

/// A string of 32 bytes, there and back.
pub fn string(guests: &Path, measurement: &Measurement) -> Result<()> {
    let Guest { store, instance } = &mut Guest::bench(guests)?;
    let greet: TypedFunc<(&str,), (String,)> = instance.get_typed_func(&mut *store, "greet")?;
    let (echo,) = greet.call(&mut *store, (GREETING,))?;
    ensure!(echo == GREETING, "another string came back");
    measurement.of(|| {
        black_box(greet.call(&mut *store, (black_box(GREETING),))?);
        Ok(())
    })
}

/// A `list<u8>`, there and back.
pub fn bytes<const LENGTH: usize>(guests: &Path, measurement: &Measurement) -> Result<()> {
    let Guest { store, instance } = &mut Guest::bench(guests)?;
    let echo: TypedFunc<(&[u8],), (Vec<u8>,)> = instance.get_typed_func(&mut *store, "echo")?;
    let payload: Vec<u8> = (0..LENGTH).map(|index| index as u8).collect();
    let (echoed,) = echo.call(&mut *store, (&payload,))?;
    ensure!(echoed == payload, "other bytes came back");
    measurement.of(|| {
        black_box(echo.call(&mut *store, (black_box(&payload),))?);
        Ok(())
    })
}

/// One call of a guest that calls the host's logger a thousand times.
pub fn host_log(guests: &Path, measurement: &Measurement) -> Result<()> {
    let Guest { store, instance } = &mut Guest::bench(guests)?;
    let log_many: TypedFunc<(u32,), ()> = instance.get_typed_func(&mut *store, "log-many")?;
    log_many.call(&mut *store, (MESSAGES,))?;
    let expected = MESSAGES as usize * MESSAGE_BYTES;
    ensure!(store.data().bytes == expected, "another log was written");
    measurement.of(|| log_many.call(&mut *store, (black_box(MESSAGES),)))
}

/// A list of 100 strings of 12 bytes, there and back.
pub fn strings(guests: &Path, measurement: &Measurement) -> Result<()> {
    let Guest { store, instance } = &mut Guest::bench(guests)?;
    let words: TypedFunc<(&[String],), (Vec<String>,)> =
        instance.get_typed_func(&mut *store, "words")?;
    let items: Vec<String> = (0..100).map(|index| format!("word-{index:07}")).collect();
    let (echoed,) = words.call(&mut *store, (&items,))?;
    ensure!(echoed == items, "other strings came back");
    measurement.of(|| {
        black_box(words.call(&mut *store, (black_box(&items),))?);
        Ok(())
    })
}

/// A new store and instance, one call, and the end of both.
pub fn instantiate_pooled(guests: &Path, measurement: &Measurement) -> Result<()> {
    let host = Host::bench(guests, Allocation::Pooling)?;
    let pre = host.pre();
    let index = pre
        .component()
        .get_export_index(None, "add")
        .context("the guest exports no add")?;
    measurement.of(|| {
        let mut store = host.store();
        let instance = pre.instantiate(&mut store)?;
        let add: TypedFunc<(u32, u32), (u32,)> = instance.get_typed_func(&mut store, index)?;
        black_box(add.call(&mut store, black_box((20, 22)))?);
        Ok(())
    })
}

/// The same on threads that share what is linked, with a pool or without.
pub fn instantiate<const THREADS: usize, const POOLED: bool>(
    guests: &Path,
    measurement: &Measurement,
) -> Result<()> {
    let allocation = if POOLED {
        Allocation::Pooling
    } else {
        Allocation::OnDemand
    };
    let host = Host::bench(guests, allocation)?;
    let pre = host.pre();
    let index = pre
        .component()
        .get_export_index(None, "add")
        .context("the guest exports no add")?;
    measurement.on(THREADS, || {
        let mut store = host.store();
        let instance = pre.instantiate(&mut store)?;
        let add: TypedFunc<(u32, u32), (u32,)> = instance.get_typed_func(&mut store, index)?;
        let (sum,) = add.call(&mut store, black_box((20, 22)))?;
        ensure!(sum == 42, "wrong sum");
        Ok(())
    })
}

/// A new store with WASI and an instance, one call, and the end of both.
pub fn instantiate_wasi(guests: &Path, measurement: &Measurement) -> Result<()> {
    let host = WasiHost::new(guests)?;
    let pre = host.pre();
    let index = pre
        .component()
        .get_export_index(None, "spin-for")
        .context("the guest exports no spin-for")?;
    measurement.of(|| {
        let mut store = host.store()?;
        let instance = pre.instantiate(&mut store)?;
        let spin: TypedFunc<(u64,), (u64,)> = instance.get_typed_func(&mut store, index)?;
        black_box(spin.call(&mut store, black_box((1,)))?);
        Ok(())
    })
}

/// `add`, on an engine with concurrency support.
pub fn async_add(guests: &Path, measurement: &Measurement) -> Result<()> {
    let Guest { store, instance } = &mut Guest::concurrent(guests)?;
    let add: TypedFunc<(u32, u32), (u32,)> = instance.get_typed_func(&mut *store, "add")?;
    ensure!(
        drive(add.call_async(&mut *store, (20, 22)))? == (42,),
        "wrong sum"
    );
    measurement.of(|| {
        black_box(drive(add.call_async(&mut *store, black_box((20, 22))))?);
        Ok(())
    })
}

/// `string`, on an engine with concurrency support.
pub fn async_string(guests: &Path, measurement: &Measurement) -> Result<()> {
    let Guest { store, instance } = &mut Guest::concurrent(guests)?;
    let greet: TypedFunc<(&str,), (String,)> = instance.get_typed_func(&mut *store, "greet")?;
    let (echo,) = drive(greet.call_async(&mut *store, (GREETING,)))?;
    ensure!(echo == GREETING, "another string came back");
    measurement.of(|| {
        black_box(drive(
            greet.call_async(&mut *store, (black_box(GREETING),)),
        )?);
        Ok(())
    })
}

/// `host_log`, on an engine with concurrency support.
pub fn async_host_log(guests: &Path, measurement: &Measurement) -> Result<()> {
    let Guest { store, instance } = &mut Guest::concurrent(guests)?;
    let log_many: TypedFunc<(u32,), ()> = instance.get_typed_func(&mut *store, "log-many")?;
    drive(log_many.call_async(&mut *store, (MESSAGES,)))?;
    let expected = MESSAGES as usize * MESSAGE_BYTES;
    ensure!(store.data().bytes == expected, "another log was written");
    measurement.of(|| drive(log_many.call_async(&mut *store, (black_box(MESSAGES),))))
}
