//! The WIT of a component, with the names its binary carries.

use crate::component::binary_component;
use crate::error::{ErrorKind, Failure, guard};
use crate::stack;
use crate::wit::decode::decode;
use std::mem::MaybeUninit;
use wasmtime::Error;
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};
use wit_component::{DecodedWasm, WitPrinter};

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_wit_print(
    _unused: *const u8,
    bytes: &wasm_byte_vec_t,
    out: &mut MaybeUninit<wasm_byte_vec_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Compilation, || {
        let bytes = bytes.as_slice();
        let text = stack::with_plenty(|| print(&binary_component(bytes)?))?;
        out.write(text.into_bytes().into());
        Ok(())
    })
}

fn print(binary: &[u8]) -> Result<String, Error> {
    let failed = |error: &dyn std::fmt::Display| {
        Error::from(Failure::new(
            ErrorKind::Unsupported,
            format!("its WIT can't be told: {error:#}"),
        ))
    };
    let decoded = decode(binary).map_err(|reason| Failure::new(ErrorKind::Unsupported, reason))?;
    let resolve = decoded.resolve();
    let main = decoded.package();
    let mut others: Vec<_> = resolve
        .packages
        .iter()
        .map(|(id, _)| id)
        .filter(|id| *id != main)
        .collect();
    others.sort_by_key(|id| resolve.packages[*id].name.to_string());
    let mut printer = WitPrinter::default();
    printer.emit_docs(matches!(decoded, DecodedWasm::WitPackage(..)));
    printer
        .print(resolve, main, &others)
        .map_err(|error| failed(&error))?;
    Ok(printer.output.to_string())
}
