//! How implementations of WASI see a store: each its part.

use crate::wasi::clocks::Clocks;
use crate::wasi::files::Files;
use crate::wasi::network::Sockets;
use crate::wasi::state::{HasWasi, clocks_of, files_of, sockets_of};
use crate::wasi::streams::Streams;
use wasmtime::component::{HasData, ResourceTable};
use wasmtime_wasi::cli::WasiCliCtxView;
use wasmtime_wasi::clocks::WasiClocksCtxView;
use wasmtime_wasi::filesystem::WasiFilesystemCtxView;
use wasmtime_wasi::random::WasiRandomCtx;
use wasmtime_wasi::sockets::WasiSocketsCtxView;
use wasmtime_wasi_http::WasiHttpCtxView;

pub(super) fn cli<T: HasWasi>(data: &mut T) -> WasiCliCtxView<'_> {
    let wasi = data.wasi();
    WasiCliCtxView {
        ctx: wasi.ctx.cli(),
        table: &mut wasi.table,
    }
}

pub(super) fn clocks<T: HasWasi>(data: &mut T) -> Clocks<'_> {
    let wasi = data.wasi();
    Clocks {
        inner: clocks_of(&mut wasi.ctx, &mut wasi.table),
        clock: wasi.plan.clock,
    }
}

pub(super) fn random<T: HasWasi>(data: &mut T) -> &mut WasiRandomCtx {
    data.wasi().ctx.random()
}

pub(super) fn files<T: HasWasi>(data: &mut T) -> Files<'_> {
    let wasi = data.wasi();
    Files {
        inner: files_of(&mut wasi.ctx, &mut wasi.table),
        plan: &wasi.plan,
        rights: &mut wasi.rights,
        open: &wasi.open,
        places: &mut wasi.places,
        outbox: &wasi.outbox,
    }
}

pub(super) fn sockets<T: HasWasi>(data: &mut T) -> WasiSocketsCtxView<'_> {
    let wasi = data.wasi();
    sockets_of(&mut wasi.ctx, &mut wasi.table)
}

pub(super) fn new_sockets<T: HasWasi>(data: &mut T) -> Sockets<'_> {
    let wasi = data.wasi();
    Sockets {
        inner: sockets_of(&mut wasi.ctx, &mut wasi.table),
        network: &wasi.network,
    }
}

pub(super) fn table<T: HasWasi>(data: &mut T) -> &mut ResourceTable {
    &mut data.wasi().table
}

pub(super) fn streams<T: HasWasi>(data: &mut T) -> Streams<'_> {
    Streams { table: table(data) }
}

pub(super) fn http<T: HasWasi>(data: &mut T) -> WasiHttpCtxView<'_> {
    let wasi = data.wasi();
    WasiHttpCtxView {
        hooks: &mut wasi.client,
        table: &mut wasi.table,
        ctx: &mut wasi.http,
    }
}

/// For WASI 0.3.
pub(super) fn p3_clocks<T: HasWasi>(data: &mut T) -> WasiClocksCtxView<'_> {
    let wasi = data.wasi();
    clocks_of(&mut wasi.ctx, &mut wasi.table)
}

/// For WASI 0.3.
pub(super) fn p3_files<T: HasWasi>(data: &mut T) -> WasiFilesystemCtxView<'_> {
    let wasi = data.wasi();
    files_of(&mut wasi.ctx, &mut wasi.table)
}

/// The table itself, for interfaces that need nothing else.
pub(super) struct TableData;

impl HasData for TableData {
    type Data<'a> = &'a mut ResourceTable;
}
