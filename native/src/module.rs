//! Core modules: what components import and export beside functions.

use crate::debug_info;
use crate::engine::{EngineHandle, engine_of};
use crate::error::{ErrorKind, guard, released};
use crate::features;
use crate::stack;
use wasmtime::Module;
use wasmtime_c_api::{wasm_byte_vec_t, wasm_engine_t, wasmtime_error_t};

/// `sb_module_t`.
#[allow(non_camel_case_types, reason = "its name in C")]
pub struct sb_module {
    pub(crate) module: Module,
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_module_new(
    engine: *const wasm_engine_t,
    bytes: &wasm_byte_vec_t,
    out: &mut *mut sb_module,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Compilation, || {
        // SAFETY: the host's, as the header says.
        let EngineHandle { engine, strategy, .. } = unsafe { engine_of(engine) };
        let bytes = bytes.as_slice();
        let module = stack::with_plenty(|| {
            let binary = debug_info::bounded(wat::parse_bytes(bytes)?)?;
            Module::from_binary(engine, &binary)
                .map_err(|error| features::refused("core module", engine, *strategy, &binary, error))
        })?;
        *out = Box::into_raw(Box::new(sb_module { module }));
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_module_delete(
    module: *mut sb_module,
    _unused: *const u8,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    // SAFETY: from this library, and not used again, as the header says.
    released(|| drop(unsafe { Box::from_raw(module) }))
}
