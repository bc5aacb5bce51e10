//! One component calls another: `auth-processor.wasm` asks `auth.wasm`, a thousand times in one call. Both are one
//! component, composed by `wac-graph`.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use wac_graph::types::Package;
use wac_graph::{CompositionGraph, EncodeOptions};
use wasmtime::component::{
    Component, ComponentNamedList, Instance, Lift, Linker, Lower, TypedFunc,
};
use wasmtime::error::Context;
use wasmtime::{Error, Result, Store, ensure};

use super::Measurement;
use crate::host::{Allocation, HOSTCALL_FUEL, component_file, engine};

const NAME: &str = "hello world hello world hello wo";
const REQUESTS: &str = "acme:auth/requests@1.0.0";
const TIMES: u32 = 1000;

/// `level(u32) -> u32`.
pub fn scalars(guests: &Path, measurement: &Measurement) -> Result<()> {
    let mut processor = Processor::new(guests)?;
    let levels: TypedFunc<(u32, u32), (u32,)> = processor.function("levels")?;
    let store = &mut processor.store;
    ensure!(
        levels.call(&mut *store, (7, TIMES))? == (7 + TIMES,),
        "wrong level"
    );
    measurement.of(|| {
        black_box(levels.call(&mut *store, black_box((7, TIMES)))?);
        Ok(())
    })
}

/// A string of 32 bytes there, and one of 39 back.
pub fn string(guests: &Path, measurement: &Measurement) -> Result<()> {
    let mut processor = Processor::new(guests)?;
    let greetings: TypedFunc<(&str, u32), (String,)> = processor.function("greetings")?;
    let store = &mut processor.store;
    let (greeting,) = greetings.call(&mut *store, (NAME, TIMES))?;
    ensure!(greeting == format!("hello, {NAME}"), "another greeting");
    measurement.of(|| {
        black_box(greetings.call(&mut *store, black_box((NAME, TIMES)))?);
        Ok(())
    })
}

/// A record of a string of 32 bytes and three numbers, there and back.
pub fn record(guests: &Path, measurement: &Measurement) -> Result<()> {
    let mut processor = Processor::new(guests)?;
    let descriptions: TypedFunc<(&str, u64, u32), (u32,)> = processor.function("descriptions")?;
    let store = &mut processor.store;
    let described = descriptions.call(&mut *store, (NAME, 4711, TIMES))?;
    ensure!(described == (4712,), "another level");
    measurement.of(|| {
        black_box(descriptions.call(&mut *store, black_box((NAME, 4711, TIMES)))?);
        Ok(())
    })
}

/// 4 KiB of bytes there and back.
pub fn bytes(guests: &Path, measurement: &Measurement) -> Result<()> {
    let mut processor = Processor::new(guests)?;
    let digests: TypedFunc<(&[u8], u32), (Vec<u8>,)> = processor.function("digests")?;
    let payload: Vec<u8> = (0..4 << 10).map(|index| index as u8).collect();
    let store = &mut processor.store;
    let (digest,) = digests.call(&mut *store, (&payload, TIMES))?;
    ensure!(digest == payload, "other bytes came back");
    measurement.of(|| {
        black_box(digests.call(&mut *store, (black_box(&payload), TIMES))?);
        Ok(())
    })
}

struct Processor {
    store: Store<()>,
    instance: Instance,
}

impl Processor {
    fn new(guests: &Path) -> Result<Self> {
        let engine = engine(Allocation::OnDemand)?;
        let composed = composed(guests).map_err(|error| Error::msg(format!("{error:#}")))?;
        let component = Component::from_binary(&engine, &composed)?;
        let mut store = Store::new(&engine, ());
        store.set_hostcall_fuel(HOSTCALL_FUEL);
        let instance = Linker::new(&engine).instantiate(&mut store, &component)?;
        Ok(Self { store, instance })
    }

    fn function<P, R>(&mut self, name: &str) -> Result<TypedFunc<P, R>>
    where
        P: ComponentNamedList + Lower,
        R: ComponentNamedList + Lift,
    {
        let interface = self
            .instance
            .get_export_index(&mut self.store, None, REQUESTS)
            .context("there is no interface for requests")?;
        let function = self
            .instance
            .get_export_index(&mut self.store, Some(&interface), name)
            .with_context(|| format!("there is no function {name}"))?;
        self.instance.get_typed_func(&mut self.store, function)
    }
}

/// The bytes of a component of both.
fn composed(guests: &Path) -> std::result::Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut graph = CompositionGraph::new();
    let mut register = |name: &str| -> std::result::Result<_, Box<dyn std::error::Error>> {
        let bytes = fs::read(component_file(guests, name))?;
        let package =
            Package::from_bytes(&format!("bench:{name}"), None, bytes, graph.types_mut())?;
        Ok(graph.register_package(package)?)
    };
    let (auth, processor) = (register("auth")?, register("auth-processor")?);
    wac_graph::plug(&mut graph, vec![auth], processor)?;
    Ok(graph.encode(EncodeOptions::default())?)
}
