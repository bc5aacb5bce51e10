//! WASI 0.2: views of ours, which look at the plan before Wasmtime's implementation is asked.

use crate::wasi::clocks::ClocksData;
use crate::wasi::files::FilesData;
use crate::wasi::links::{Interfaces, Links};
use crate::wasi::network::SocketsData;
use crate::wasi::state::HasWasi;
use crate::wasi::streams::StreamsData;
use crate::wasi::views::{TableData, cli, clocks, files, http, new_sockets, random, sockets, streams, table};
use crate::wasi::{http_types, names, streams, tcp};
use wasmtime_wasi::cli::WasiCli;
use wasmtime_wasi::p2::bindings::{cli as c, clocks as t, filesystem as f, random as r, sockets as s, sync};
use wasmtime_wasi::random::WasiRandom;
use wasmtime_wasi::sockets::WasiSockets;
use wasmtime_wasi_http::WasiHttp;
use wasmtime_wasi_http::p2::bindings::http as h;
use wasmtime_wasi_io::bindings::wasi::io;

impl<T: HasWasi> Links<T> {
    pub(super) const V0_2: Interfaces<T> = &[
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
        ("wasi:clocks/wall-clock", |l, _| {
            t::wall_clock::add_to_linker::<T, ClocksData>(l, clocks)
        }),
        ("wasi:clocks/monotonic-clock", |l, _| {
            t::monotonic_clock::add_to_linker::<T, ClocksData>(l, clocks)
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
        ("wasi:io/error", |l, _| {
            io::error::add_to_linker::<T, TableData>(l, table)
        }),
        ("wasi:io/poll", |l, fibers| {
            if fibers {
                io::poll::add_to_linker::<T, TableData>(l, table)
            } else {
                sync::io::poll::add_to_linker::<T, StreamsData>(l, streams)
            }
        }),
        ("wasi:io/streams", |l, fibers| {
            if fibers {
                io::streams::add_to_linker::<T, TableData>(l, table)?;
                streams::bound_writes(l)
            } else {
                sync::io::streams::add_to_linker::<T, StreamsData>(l, streams)
            }
        }),
        ("wasi:filesystem/preopens", |l, _| {
            f::preopens::add_to_linker::<T, FilesData>(l, files)
        }),
        ("wasi:filesystem/types", |l, fibers| {
            if fibers {
                f::types::add_to_linker::<T, FilesData>(l, files)
            } else {
                sync::filesystem::types::add_to_linker::<T, FilesData>(l, files)
            }
        }),
        ("wasi:sockets/network", |l, _| {
            s::network::add_to_linker::<T, WasiSockets>(l, &Default::default(), sockets)
        }),
        ("wasi:sockets/instance-network", |l, _| {
            s::instance_network::add_to_linker::<T, WasiSockets>(l, sockets)
        }),
        ("wasi:sockets/ip-name-lookup", |l, _| names::link(l)),
        ("wasi:sockets/tcp-create-socket", |l, _| {
            s::tcp_create_socket::add_to_linker::<T, SocketsData>(l, new_sockets)
        }),
        ("wasi:sockets/tcp", |l, fibers| {
            if fibers {
                s::tcp::add_to_linker::<T, WasiSockets>(l, sockets)?;
            } else {
                sync::sockets::tcp::add_to_linker::<T, WasiSockets>(l, sockets)?;
            }
            tcp::count_connections(l)
        }),
        ("wasi:sockets/udp-create-socket", |l, fibers| {
            if fibers {
                s::udp_create_socket::add_to_linker::<T, SocketsData>(l, new_sockets)
            } else {
                sync::sockets::udp_create_socket::add_to_linker::<T, SocketsData>(l, new_sockets)
            }
        }),
        ("wasi:sockets/udp", |l, fibers| {
            if fibers {
                s::udp::add_to_linker::<T, WasiSockets>(l, sockets)
            } else {
                sync::sockets::udp::add_to_linker::<T, WasiSockets>(l, sockets)
            }
        }),
        ("wasi:http/types", |l, _| http_types::link(l)),
        ("wasi:http/outgoing-handler", |l, _| {
            h::outgoing_handler::add_to_linker::<T, WasiHttp>(l, http)
        }),
    ];
}
