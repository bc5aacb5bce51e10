//! WASI 0.3: Wasmtime's own, for engines with concurrency support. Addresses, origins and limits are looked at as ever;
//! rights to folders are those that Wasmtime knows.

use crate::error::{ErrorKind, Failure};
use crate::store::StoreData;
use crate::wasi::{cli, http, random, sockets};
use wasmtime::Result;
use wasmtime::component::Linker;
use wasmtime_wasi::cli::WasiCli;
use wasmtime_wasi::clocks::{WasiClocks, WasiClocksCtxView};
use wasmtime_wasi::filesystem::{WasiFilesystem, WasiFilesystemCtxView};
use wasmtime_wasi::p3::bindings;
use wasmtime_wasi::random::WasiRandom;
use wasmtime_wasi::sockets::WasiSockets;
use wasmtime_wasi_http::WasiHttp;
use wasmtime_wasi_http::p3::bindings::http as requests;

fn clocks(data: &mut StoreData) -> WasiClocksCtxView<'_> {
    let wasi = data.wasi();
    WasiClocksCtxView {
        ctx: wasi.ctx.clocks(),
        table: &mut wasi.table,
    }
}

fn files(data: &mut StoreData) -> WasiFilesystemCtxView<'_> {
    let wasi = data.wasi();
    WasiFilesystemCtxView {
        ctx: wasi.ctx.filesystem(),
        table: &mut wasi.table,
    }
}

/// Says whether an interface has files in it.
pub(crate) fn is_about_files(name: &str) -> bool {
    name.starts_with("wasi:filesystem/") && name.contains("@0.3.")
}

/// Links an interface, named without its version.
pub(super) fn link(linker: &mut Linker<StoreData>, name: &str) -> Result<()> {
    use bindings::{cli as c, clocks as t, filesystem as f, random as r, sockets as s};
    type D = StoreData;
    let l = linker;
    match name {
        "wasi:cli/types" => Ok(()),
        "wasi:cli/environment" => c::environment::add_to_linker::<D, WasiCli>(l, cli),
        "wasi:cli/exit" => c::exit::add_to_linker::<D, WasiCli>(l, cli),
        "wasi:cli/stdin" => c::stdin::add_to_linker::<D, WasiCli>(l, cli),
        "wasi:cli/stdout" => c::stdout::add_to_linker::<D, WasiCli>(l, cli),
        "wasi:cli/stderr" => c::stderr::add_to_linker::<D, WasiCli>(l, cli),
        "wasi:cli/terminal-input" => c::terminal_input::add_to_linker::<D, WasiCli>(l, cli),
        "wasi:cli/terminal-output" => c::terminal_output::add_to_linker::<D, WasiCli>(l, cli),
        "wasi:cli/terminal-stdin" => c::terminal_stdin::add_to_linker::<D, WasiCli>(l, cli),
        "wasi:cli/terminal-stdout" => c::terminal_stdout::add_to_linker::<D, WasiCli>(l, cli),
        "wasi:cli/terminal-stderr" => c::terminal_stderr::add_to_linker::<D, WasiCli>(l, cli),
        "wasi:clocks/types" => t::types::add_to_linker::<D, WasiClocks>(l, clocks),
        "wasi:clocks/monotonic-clock" => t::monotonic_clock::add_to_linker::<D, WasiClocks>(l, clocks),
        "wasi:clocks/system-clock" => t::system_clock::add_to_linker::<D, WasiClocks>(l, clocks),
        "wasi:random/random" => r::random::add_to_linker::<D, WasiRandom>(l, random),
        "wasi:random/insecure" => r::insecure::add_to_linker::<D, WasiRandom>(l, random),
        "wasi:random/insecure-seed" => r::insecure_seed::add_to_linker::<D, WasiRandom>(l, random),
        "wasi:filesystem/types" => f::types::add_to_linker::<D, WasiFilesystem>(l, files),
        "wasi:filesystem/preopens" => f::preopens::add_to_linker::<D, WasiFilesystem>(l, files),
        "wasi:sockets/types" => s::types::add_to_linker::<D, WasiSockets>(l, sockets),
        "wasi:sockets/ip-name-lookup" => s::ip_name_lookup::add_to_linker::<D, WasiSockets>(l, sockets),
        "wasi:http/types" => requests::types::add_to_linker::<D, WasiHttp>(l, http),
        "wasi:http/client" => requests::client::add_to_linker::<D, WasiHttp>(l, http),
        _ => {
            let message = format!("there is no interface {name} of WASI 0.3 here");
            Err(Failure::new(ErrorKind::Link, message).into())
        }
    }
}
