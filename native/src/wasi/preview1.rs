//! Programs for WASI 0.1: core modules, made components by Wasmtime's adapter.

use crate::component::imports_preview1;
use crate::error::{ErrorKind, Failure, guard};
use crate::stack;
use std::mem::MaybeUninit;
use wasi_preview1_component_adapter_provider::{
    WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME, WASI_SNAPSHOT_PREVIEW1_COMMAND_ADAPTER,
    WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER,
};
use wasmparser::{Parser, Payload};
use wasmtime::Error;
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};
use wit_component::ComponentEncoder;

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_preview1_adapt(
    _unused: *const u8,
    module: &wasm_byte_vec_t,
    out: &mut MaybeUninit<wasm_byte_vec_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Compilation, || {
        let module = module.as_slice();
        out.write(stack::with_plenty(|| adapt(module))?.into());
        Ok(())
    })
}

fn adapt(module: &[u8]) -> Result<Vec<u8>, Error> {
    let wrong = |what: String| Error::from(Failure::new(ErrorKind::Compilation, what));
    let binary = wat::parse_bytes(module).map_err(|error| wrong(format!("not a core module: {error}")))?;
    let is_command = exports_start(&binary).map_err(|error| wrong(format!("not a core module: {error}")))?;
    if !imports_preview1(&binary) {
        return Err(wrong(
            "a core module that imports nothing of WASI 0.1".to_string(),
        ));
    }
    let adapter = if is_command {
        WASI_SNAPSHOT_PREVIEW1_COMMAND_ADAPTER
    } else {
        WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER
    };
    let component = ComponentEncoder::default()
        .validate(true)
        .module(&binary)
        .and_then(|encoder| encoder.adapter(WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME, adapter))
        .and_then(|mut encoder| encoder.encode());
    component.map_err(|error| wrong(format!("the module can't be made a component: {error:#}")))
}

/// Says whether a core module exports `_start`.
fn exports_start(module: &[u8]) -> Result<bool, wasmparser::BinaryReaderError> {
    let mut found = false;
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ExportSection(exports) = payload? {
            for export in exports {
                found |= export?.name == "_start";
            }
        }
    }
    Ok(found)
}
