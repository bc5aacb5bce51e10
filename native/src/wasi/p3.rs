//! WASI 0.3: Wasmtime's own, for engines with concurrency support. Addresses, names, origins and limits are looked at as
//! ever, by functions of our own in the place of some of its; rights to folders are those that Wasmtime knows.

mod files;
mod sockets;

use crate::wasi::links::{Interfaces, Links};
use crate::wasi::state::HasWasi;
use crate::wasi::views::{cli, http, p3_clocks, p3_files, random, sockets};
use crate::wasi::{http_types, names};
use wasmtime_wasi::cli::WasiCli;
use wasmtime_wasi::clocks::WasiClocks;
use wasmtime_wasi::filesystem::WasiFilesystem;
use wasmtime_wasi::p3::bindings::{cli as c, clocks as t, filesystem as f, random as r, sockets as s};
use wasmtime_wasi::random::WasiRandom;
use wasmtime_wasi::sockets::WasiSockets;
use wasmtime_wasi_http::WasiHttp;
use wasmtime_wasi_http::p3::bindings::http as h;

/// Says whether an interface has files in it.
pub(crate) fn is_about_files(name: &str) -> bool {
    name.starts_with("wasi:filesystem/") && name.contains("@0.3.")
}

impl<T: HasWasi> Links<T> {
    pub(super) const V0_3: Interfaces<T> = &[
        ("wasi:cli/types", |_, _| Ok(())),
        ("wasi:cli/environment", |l, _| {
            c::environment::add_to_linker::<T, WasiCli>(l, cli)
        }),
        ("wasi:cli/exit", |l, _| {
            c::exit::add_to_linker::<T, WasiCli>(l, cli)
        }),
        ("wasi:cli/stdin", |l, _| {
            c::stdin::add_to_linker::<T, WasiCli>(l, cli)
        }),
        ("wasi:cli/stdout", |l, _| {
            c::stdout::add_to_linker::<T, WasiCli>(l, cli)
        }),
        ("wasi:cli/stderr", |l, _| {
            c::stderr::add_to_linker::<T, WasiCli>(l, cli)
        }),
        ("wasi:cli/terminal-input", |l, _| {
            c::terminal_input::add_to_linker::<T, WasiCli>(l, cli)
        }),
        ("wasi:cli/terminal-output", |l, _| {
            c::terminal_output::add_to_linker::<T, WasiCli>(l, cli)
        }),
        ("wasi:cli/terminal-stdin", |l, _| {
            c::terminal_stdin::add_to_linker::<T, WasiCli>(l, cli)
        }),
        ("wasi:cli/terminal-stdout", |l, _| {
            c::terminal_stdout::add_to_linker::<T, WasiCli>(l, cli)
        }),
        ("wasi:cli/terminal-stderr", |l, _| {
            c::terminal_stderr::add_to_linker::<T, WasiCli>(l, cli)
        }),
        ("wasi:clocks/types", |l, _| {
            t::types::add_to_linker::<T, WasiClocks>(l, p3_clocks)
        }),
        ("wasi:clocks/monotonic-clock", |l, _| {
            t::monotonic_clock::add_to_linker::<T, WasiClocks>(l, p3_clocks)
        }),
        ("wasi:clocks/system-clock", |l, _| {
            t::system_clock::add_to_linker::<T, WasiClocks>(l, p3_clocks)
        }),
        ("wasi:random/random", |l, _| {
            r::random::add_to_linker::<T, WasiRandom>(l, random)
        }),
        ("wasi:random/insecure", |l, _| {
            r::insecure::add_to_linker::<T, WasiRandom>(l, random)
        }),
        ("wasi:random/insecure-seed", |l, _| {
            r::insecure_seed::add_to_linker::<T, WasiRandom>(l, random)
        }),
        ("wasi:filesystem/types", |l, _| {
            f::types::add_to_linker::<T, WasiFilesystem>(l, p3_files)?;
            files::link(l)
        }),
        ("wasi:filesystem/preopens", |l, _| {
            f::preopens::add_to_linker::<T, WasiFilesystem>(l, p3_files)
        }),
        ("wasi:sockets/types", |l, _| {
            s::types::add_to_linker::<T, WasiSockets>(l, sockets)?;
            sockets::link(l)
        }),
        ("wasi:sockets/ip-name-lookup", |l, _| names::link_p3(l)),
        ("wasi:http/types", |l, _| http_types::link_p3(l)),
        ("wasi:http/client", |l, _| {
            h::client::add_to_linker::<T, WasiHttp>(l, http)
        }),
    ];
}
