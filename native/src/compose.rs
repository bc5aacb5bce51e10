//! Composition: components plugged into each other become one, on `wac-graph`. Only bytes cross to it and back: it has a
//! parser of its own, of another version than Wasmtime's.

mod check;
mod export;
mod graph;
mod host;
mod identity;
mod names;
mod parts;
mod plan;
mod plug;
mod problem;
mod tree;
mod types;
mod wac;
mod wiring;
mod write;

use crate::error::{ErrorKind, guard};
use crate::stack;
use plan::{Plan, Script};
use std::mem::MaybeUninit;
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_compose(
    _unused: *const u8,
    request: &wasm_byte_vec_t,
    out: &mut MaybeUninit<wasm_byte_vec_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Syntax, || {
        let request = request.as_slice();
        // What uses what is followed as far as it goes.
        let composed = stack::with_lots(|| graph::compose(&Plan::read(request)?))?;
        out.write(problem::block(composed).into());
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_compose_wac(
    _unused: *const u8,
    request: &wasm_byte_vec_t,
    out: &mut MaybeUninit<wasm_byte_vec_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Syntax, || {
        let request = request.as_slice();
        let composed = stack::with_lots(|| wac::compose(&Script::read(request)?))?;
        out.write(problem::block(composed).into());
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_composition_tree(
    _unused: *const u8,
    bytes: &wasm_byte_vec_t,
    out: &mut MaybeUninit<wasm_byte_vec_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Compilation, || {
        let bytes = bytes.as_slice();
        out.write(stack::with_plenty(|| tree::read(bytes))?.into());
        Ok(())
    })
}
