//! The world `values` of `types.wasm` through typed functions with derived types.

use std::fmt::Debug;
use std::hint::black_box;
use std::path::Path;

use wasmtime::component::{ComponentNamedList, ComponentType, Lift, Lower, ResourceAny, TypedFunc};
use wasmtime::error::Context;
use wasmtime::{Result, ensure};

use super::Measurement;
use super::values::{
    self, BLOB, COUNTERS, DOUBLES, ELEMENTS, Entry, Item, Point, Profile, Shape, TIMES,
};
use crate::host::Guest;

/// A record of a number and three strings as argument, a string as result.
pub fn describe(guests: &Path, measurement: &Measurement) -> Result<()> {
    let item = values::item();
    call::<(&Item,), String>(
        guests,
        measurement,
        "describe",
        (&item,),
        item.title.clone(),
    )
}

/// A list of records with strings as result.
pub fn entries(guests: &Path, measurement: &Measurement) -> Result<()> {
    call::<(u32,), Vec<Entry>>(
        guests,
        measurement,
        "entries",
        (ELEMENTS,),
        values::entries(),
    )
}

/// The same as argument.
pub fn take_entries(guests: &Path, measurement: &Measurement) -> Result<()> {
    let entries = values::entries();
    call::<(&[Entry],), u32>(guests, measurement, "take-entries", (&entries,), 999 + 12)
}

/// A list of records of numbers as result.
pub fn points(guests: &Path, measurement: &Measurement) -> Result<()> {
    call::<(u32,), Vec<Point>>(guests, measurement, "points", (ELEMENTS,), values::points())
}

/// The same as argument.
pub fn take_points(guests: &Path, measurement: &Measurement) -> Result<()> {
    let points = values::points();
    call::<(&[Point],), u32>(guests, measurement, "take-points", (&points,), 1000 + 999)
}

/// A list of numbers as result.
pub fn doubles(guests: &Path, measurement: &Measurement) -> Result<()> {
    call::<(u32,), Vec<f64>>(
        guests,
        measurement,
        "doubles",
        (DOUBLES,),
        values::doubles(),
    )
}

/// The same as argument.
pub fn take_doubles(guests: &Path, measurement: &Measurement) -> Result<()> {
    let doubles = values::doubles();
    call::<(&[f64],), f64>(guests, measurement, "take-doubles", (&doubles,), 49_999.5)
}

/// Bytes as argument.
pub fn blob(guests: &Path, measurement: &Measurement) -> Result<()> {
    let blob = values::blob();
    call::<(&[u8],), u32>(guests, measurement, "blob", (&blob,), BLOB + 255)
}

/// The same as result.
pub fn make_blob(guests: &Path, measurement: &Measurement) -> Result<()> {
    call::<(u32,), Vec<u8>>(guests, measurement, "make-blob", (BLOB,), values::blob())
}

/// A record with a string, an option, a list and flags as result.
pub fn profile(guests: &Path, measurement: &Measurement) -> Result<()> {
    call::<(), Profile>(guests, measurement, "get-profile", (), values::profile())
}

/// A variant with a payload, there and back.
pub fn variant(guests: &Path, measurement: &Measurement) -> Result<()> {
    let shape = Shape::Circle(1.5);
    call::<(Shape,), Shape>(guests, measurement, "echo-variant", (shape,), shape)
}

/// An `option<u32>`, there and back.
pub fn option(guests: &Path, measurement: &Measurement) -> Result<()> {
    let value = Some(42);
    call::<(Option<u32>,), Option<u32>>(guests, measurement, "echo-option", (value,), value)
}

/// A `result<u32, string>`, there and back.
pub fn result(guests: &Path, measurement: &Measurement) -> Result<()> {
    let value: Result<u32, String> = Ok(42);
    call::<(&Result<u32, String>,), Result<u32, String>>(
        guests,
        measurement,
        "echo-result",
        (&value,),
        Ok(42),
    )
}

/// A call of a guest that calls a host function with a record, and gets one, a thousand times.
pub fn convert(guests: &Path, measurement: &Measurement) -> Result<()> {
    let sum = 7 * u64::from(TIMES);
    call::<(u32,), u64>(guests, measurement, "convert-many", (TIMES,), sum)
}

/// A method of a resource of the guest.
pub fn counter(guests: &Path, measurement: &Measurement) -> Result<()> {
    let Guest { store, instance } = &mut Guest::types(guests)?;
    let counters = instance
        .get_export_index(&mut *store, None, COUNTERS)
        .context("the guest exports no counters")?;
    let mut index = |name| {
        instance
            .get_export_index(&mut *store, Some(&counters), name)
            .with_context(|| format!("the guest exports no {name}"))
    };
    let constructor = index("[constructor]counter")?;
    let add = index("[method]counter.add")?;
    let constructor: TypedFunc<(u32,), (ResourceAny,)> =
        instance.get_typed_func(&mut *store, constructor)?;
    let add: TypedFunc<(ResourceAny, u32), (u32,)> = instance.get_typed_func(&mut *store, add)?;
    let (counter,) = constructor.call(&mut *store, (40,))?;
    let (sum,) = add.call(&mut *store, (counter, 2))?;
    ensure!(sum == 42, "wrong sum");
    measurement.of(|| {
        black_box(add.call(&mut *store, black_box((counter, 1)))?);
        Ok(())
    })
}

/// Measures an exported function with one result, which must be the one that is expected.
fn call<P, R>(
    guests: &Path,
    measurement: &Measurement,
    name: &str,
    arguments: P,
    expected: R,
) -> Result<()>
where
    P: ComponentNamedList + Lower + Copy,
    R: ComponentType + Lift + PartialEq + Debug + Send + Sync + 'static,
{
    let Guest { store, instance } = &mut Guest::types(guests)?;
    let function: TypedFunc<P, (R,)> = instance.get_typed_func(&mut *store, name)?;
    let (found,) = function.call(&mut *store, arguments)?;
    ensure!(found == expected, "the guest did something else");
    measurement.of(|| {
        black_box(function.call(&mut *store, black_box(arguments))?);
        Ok(())
    })
}
