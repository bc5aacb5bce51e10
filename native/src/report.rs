//! What the host is told of an error: the block that `switchblade.h` documents.

use crate::bytes::BlockWriter;
use crate::error::{ErrorKind, Failure, Within, exit_status, guard, kind_of, text_of, words};
use crate::places::part_of;
use wasmtime::{Error, Trap, WasmBacktrace};
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_error_take(
    error: Box<wasmtime_error_t>,
    _unused: *const u8,
    out: &mut std::mem::MaybeUninit<wasm_byte_vec_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Internal, || {
        out.write(describe(&Error::from(*error)).into());
        Ok(())
    })
}

/// What is known of an error, from the outside in. A failure that was added as context is no link of the chain.
fn failures(error: &Error) -> impl Iterator<Item = &Failure> {
    let context = error.downcast_ref::<Failure>().into_iter();
    context.chain(error.chain().filter_map(|cause| cause.downcast_ref::<Failure>()))
}

fn describe(error: &Error) -> Vec<u8> {
    let mut block = BlockWriter::default();
    block.u32(kind_of(error).unwrap_or(ErrorKind::Other) as u32);
    block.u32(error.downcast_ref::<Trap>().map_or(u32::MAX, |trap| *trap as u32));
    let reached = failures(error).find_map(|failure| failure.limit);
    block.u32(reached.map_or(0, |(limit, _)| limit as u32));
    block.i64(match (reached, exit_status(error)) {
        (Some((_, value)), _) => i64::try_from(value).unwrap_or(i64::MAX),
        (None, Some(status)) => status.into(),
        (None, None) => 0,
    });
    let mut causes: Vec<String> = Vec::new();
    for cause in error.chain() {
        if let Some(text) = text_of(cause)
            && causes.last() != Some(&text)
        {
            causes.push(text);
        }
    }
    // Our own words say best what happened; else the root does, and what stands above it are circumstances.
    let failure = failures(error)
        .find(|failure| failure.own_words)
        .map(ToString::to_string);
    let message = failure
        .or_else(|| causes.last().cloned())
        .unwrap_or_else(|| words(error));
    let lines: Vec<&str> = message
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let place = error.downcast_ref::<Within>();
    let place = place.map_or_else(String::new, |place| format!("{place}: "));
    block.str(&(place + &lines.join(" ")));
    block.str(&causes.join("\n"));

    let frames = error
        .downcast_ref::<WasmBacktrace>()
        .map_or(&[][..], WasmBacktrace::frames);
    block.count(frames.len());
    for frame in frames {
        let symbol = frame.symbols().first();
        let raw_name = frame
            .func_name()
            .map_or_else(|| format!("function {}", frame.func_index()), demangled);
        block.str(&symbol.and_then(|s| s.name()).map_or(raw_name, demangled));
        block.str(frame.module().name().unwrap_or_default());
        block.str(symbol.and_then(|s| s.file()).unwrap_or_default());
        block.u32(symbol.and_then(|s| s.line()).unwrap_or(u32::MAX));
        block.u32(symbol.and_then(|s| s.column()).unwrap_or(u32::MAX));
        block.i64(
            frame
                .module_offset()
                .and_then(|at| i64::try_from(at).ok())
                .unwrap_or(-1),
        );
        block.str(&part_of(frame));
    }
    block.finish()
}

fn demangled(name: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(name))
}
