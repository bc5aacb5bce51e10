//! The world `values` of `types.wasm` through the official C API, `wasmtime_component_func_call`: its values are trees of
//! tagged unions.
//!
//! An operation is what a program in C would do: make the tree from its own data, call, read the tree of the result into
//! its own data, delete both. Vectors are made with the capacity that they need and no copy, which the API's
//! `…_new_uninit` does, too.
#![allow(unsafe_code)]

use std::hint::black_box;
use std::path::Path;

use wasmtime::component::{Component, Func, Instance, Linker, Val};
use wasmtime::error::Context;
use wasmtime::{AsContextMut, Error, Result, bail, ensure};
use wasmtime_c_api::{
    WasmtimeStoreData, wasm_config_new, wasm_engine_new_with_config, wasm_name_t,
    wasmtime_component_func_call, wasmtime_component_val_t as Value, wasmtime_component_vallist_t,
    wasmtime_component_valrecord_entry_t, wasmtime_component_valrecord_new_uninit,
    wasmtime_component_valrecord_t, wasmtime_config_concurrency_support_set,
    wasmtime_store_context, wasmtime_store_new, wasmtime_store_t,
};

use super::Measurement;
use super::values::{self, BLOB, DOUBLES, ELEMENTS, Entry, Item, Point, Profile, Rights};
use crate::host::{HOSTCALL_FUEL, component_file};

/// A record of a number and three strings as argument, a string as result.
pub fn describe(guests: &Path, measurement: &Measurement) -> Result<()> {
    let item = values::item();
    let expected = item.title.clone();
    call(
        guests,
        measurement,
        "describe",
        || [from_item(&item)],
        to_string,
        expected,
    )
}

/// A list of records with strings as result.
pub fn entries(guests: &Path, measurement: &Measurement) -> Result<()> {
    let to_entries = |value: &Value| to_list(value, to_entry);
    call(
        guests,
        measurement,
        "entries",
        || [Value::U32(ELEMENTS)],
        to_entries,
        values::entries(),
    )
}

/// The same as argument.
pub fn take_entries(guests: &Path, measurement: &Measurement) -> Result<()> {
    let entries = values::entries();
    let argument = || [from_list(&entries, from_entry)];
    call(
        guests,
        measurement,
        "take-entries",
        argument,
        to_u32,
        999 + 12,
    )
}

/// A list of records of numbers as result.
pub fn points(guests: &Path, measurement: &Measurement) -> Result<()> {
    let to_points = |value: &Value| to_list(value, to_point);
    call(
        guests,
        measurement,
        "points",
        || [Value::U32(ELEMENTS)],
        to_points,
        values::points(),
    )
}

/// The same as argument.
pub fn take_points(guests: &Path, measurement: &Measurement) -> Result<()> {
    let points = values::points();
    let argument = || [from_list(&points, from_point)];
    call(
        guests,
        measurement,
        "take-points",
        argument,
        to_u32,
        1000 + 999,
    )
}

/// A list of numbers as result.
pub fn doubles(guests: &Path, measurement: &Measurement) -> Result<()> {
    let to_doubles = |value: &Value| to_list(value, to_f64);
    call(
        guests,
        measurement,
        "doubles",
        || [Value::U32(DOUBLES)],
        to_doubles,
        values::doubles(),
    )
}

/// The same as argument.
pub fn take_doubles(guests: &Path, measurement: &Measurement) -> Result<()> {
    let doubles = values::doubles();
    let argument = || [from_list(&doubles, |number| Value::F64(*number))];
    call(
        guests,
        measurement,
        "take-doubles",
        argument,
        to_f64,
        49_999.5,
    )
}

/// Bytes as argument.
pub fn blob(guests: &Path, measurement: &Measurement) -> Result<()> {
    let blob = values::blob();
    let argument = || [from_list(&blob, |byte| Value::U8(*byte))];
    call(guests, measurement, "blob", argument, to_u32, BLOB + 255)
}

/// The same as result.
pub fn make_blob(guests: &Path, measurement: &Measurement) -> Result<()> {
    let to_bytes = |value: &Value| to_list(value, to_u8);
    call(
        guests,
        measurement,
        "make-blob",
        || [Value::U32(BLOB)],
        to_bytes,
        values::blob(),
    )
}

/// A record with a string, an option, a list and flags as result.
pub fn profile(guests: &Path, measurement: &Measurement) -> Result<()> {
    call(
        guests,
        measurement,
        "get-profile",
        || [],
        to_profile,
        values::profile(),
    )
}

/// Measures an exported function with one result, which must be the one that is expected.
fn call<const N: usize, R: PartialEq>(
    guests: &Path,
    measurement: &Measurement,
    name: &str,
    arguments: impl Fn() -> [Value; N],
    read: impl Fn(&Value) -> Result<R>,
    expected: R,
) -> Result<()> {
    let mut guest = OfficialGuest::new(guests)?;
    let func = guest.func(name)?;
    let mut call = || {
        let result = guest.call(&func, &arguments())?;
        read(&result)
    };
    ensure!(call()? == expected, "the guest did something else");
    measurement.of(|| {
        black_box(call()?);
        Ok(())
    })
}

/// An instance in a store of the C API, whose settings are those of the other hosts.
struct OfficialGuest {
    store: Box<wasmtime_store_t>,
    instance: Instance,
}

impl OfficialGuest {
    /// What comes before the calls is Rust's, on the store of the C API: only calls are measured.
    fn new(guests: &Path) -> Result<Self> {
        let mut config = wasm_config_new();
        wasmtime_config_concurrency_support_set(&mut config, false);
        let engine = wasm_engine_new_with_config(config);
        let mut store = wasmtime_store_new(&engine, std::ptr::null_mut(), None);
        let mut context = wasmtime_store_context(&mut store);
        context.set_hostcall_fuel(HOSTCALL_FUEL);
        let engine = context.as_context_mut().engine().clone();
        let component = Component::from_file(&engine, component_file(guests, "types"))?;
        let mut linker: Linker<WasmtimeStoreData> = Linker::new(&engine);
        linker
            .root()
            .func_new("convert", |_, _, arguments: &[Val], results: &mut [Val]| {
                results.clone_from_slice(arguments);
                Ok(())
            })?;
        let instance = linker.instantiate(&mut context, &component)?;
        Ok(Self { store, instance })
    }

    fn func(&mut self, name: &str) -> Result<Func> {
        self.instance
            .get_func(wasmtime_store_context(&mut self.store), name)
            .with_context(|| format!("the guest exports no {name}"))
    }

    /// Calls a function that has one result.
    fn call(&mut self, func: &Func, arguments: &[Value]) -> Result<Value> {
        let mut result = Value::default();
        // SAFETY: the pointers are to values that live through the call, as many as is said.
        let error = unsafe {
            wasmtime_component_func_call(
                func,
                wasmtime_store_context(&mut self.store),
                arguments.as_ptr(),
                arguments.len(),
                &mut result,
                1,
            )
        };
        match error {
            Some(error) => Err(Error::from(*error)),
            None => Ok(result),
        }
    }
}

/// `wasmtime_component_valrecord_entry_t` as the C headers have it: in Rust its fields are private.
#[repr(C)]
struct Field {
    name: wasm_name_t,
    value: Value,
}

const _: () = assert!(size_of::<Field>() == size_of::<wasmtime_component_valrecord_entry_t>());
const _: () = assert!(align_of::<Field>() == align_of::<wasmtime_component_valrecord_entry_t>());

fn from_str(text: &str) -> wasm_name_t {
    text.as_bytes().to_vec().into()
}

fn from_list<T>(elements: &[T], element: impl Fn(&T) -> Value) -> Value {
    let values: Vec<Value> = elements.iter().map(element).collect();
    Value::List(wasmtime_component_vallist_t::from(values))
}

fn from_record<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let mut record = wasmtime_component_valrecord_t::default();
    wasmtime_component_valrecord_new_uninit(&mut record, N);
    for (slot, (name, value)) in record.as_uninit_slice().iter_mut().zip(fields) {
        let name = from_str(name);
        // SAFETY: both structures have the layout that the C headers define. Writing over what `new_uninit` put there
        // leaks nothing, because that owns nothing.
        unsafe {
            slot.as_mut_ptr()
                .cast::<Field>()
                .write(Field { name, value })
        };
    }
    Value::Record(record)
}

fn from_item(item: &Item) -> Value {
    from_record([
        ("id", Value::U64(item.id)),
        ("sku", Value::String(from_str(&item.sku))),
        ("title", Value::String(from_str(&item.title))),
        ("note", Value::String(from_str(&item.note))),
    ])
}

fn from_entry(entry: &Entry) -> Value {
    from_record([
        ("id", Value::U32(entry.id)),
        ("name", Value::String(from_str(&entry.name))),
    ])
}

fn from_point(point: &Point) -> Value {
    from_record([("x", Value::S32(point.x)), ("y", Value::F64(point.y))])
}

fn to_list<T>(value: &Value, element: impl Fn(&Value) -> Result<T>) -> Result<Vec<T>> {
    let Value::List(list) = value else {
        return unexpected();
    };
    list.as_slice().iter().map(element).collect()
}

/// The fields of a record, which are in the order of their declaration.
fn to_fields<const N: usize>(value: &Value) -> Result<&[Field; N]> {
    let Value::Record(record) = value else {
        return unexpected();
    };
    let entries = record.as_slice();
    // SAFETY: both structures have the layout that the C headers define.
    let fields =
        unsafe { std::slice::from_raw_parts(entries.as_ptr().cast::<Field>(), entries.len()) };
    Ok(fields.try_into()?)
}

fn to_entry(value: &Value) -> Result<Entry> {
    let [id, name] = to_fields(value)?;
    Ok(Entry {
        id: to_u32(&id.value)?,
        name: to_string(&name.value)?,
    })
}

fn to_point(value: &Value) -> Result<Point> {
    let [x, y] = to_fields(value)?;
    let Value::S32(x) = x.value else {
        return unexpected();
    };
    Ok(Point {
        x,
        y: to_f64(&y.value)?,
    })
}

fn to_profile(value: &Value) -> Result<Profile> {
    let [name, age, tags, rights] = to_fields(value)?;
    let Value::Option(age) = &age.value else {
        return unexpected();
    };
    let Value::Flags(labels) = &rights.value else {
        return unexpected();
    };
    let mut rights = Rights::default();
    for label in labels.as_slice() {
        rights |= match label.as_slice() {
            b"read" => Rights::READ,
            b"write" => Rights::WRITE,
            b"admin" => Rights::ADMIN,
            _ => return unexpected(),
        };
    }
    Ok(Profile {
        name: to_string(&name.value)?,
        age: age.as_deref().map(to_u32).transpose()?,
        tags: to_list(&tags.value, to_string)?,
        rights,
    })
}

fn to_string(value: &Value) -> Result<String> {
    let Value::String(text) = value else {
        return unexpected();
    };
    Ok(String::from_utf8(text.as_slice().to_vec())?)
}

fn to_u8(value: &Value) -> Result<u8> {
    let Value::U8(number) = value else {
        return unexpected();
    };
    Ok(*number)
}

fn to_u32(value: &Value) -> Result<u32> {
    let Value::U32(number) = value else {
        return unexpected();
    };
    Ok(*number)
}

fn to_f64(value: &Value) -> Result<f64> {
    let Value::F64(number) = value else {
        return unexpected();
    };
    Ok(*number)
}

fn unexpected<T>() -> Result<T> {
    bail!("a value of another type came back")
}
