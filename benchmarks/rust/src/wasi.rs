//! The host of `prober.wasm`: WASI and HTTP, with what the Java side grants.

use std::path::Path;

use wasmtime::component::{Component, InstancePre, Linker, ResourceTable};
use wasmtime::{Engine, Result, Store};
use wasmtime_wasi::{FsPerms, WasiCtx, WasiCtxView, WasiView};
use wasmtime_wasi_http::{
    Error, RequestOptions, WasiBody, WasiHttpCtx, WasiHttpCtxView, WasiHttpHooks, WasiHttpView,
};

use crate::host::{Allocation, component_file, engine};

/// What a store has of WASI.
pub struct Grants {
    ctx: WasiCtx,
    table: ResourceTable,
    http: WasiHttpCtx,
    requests: NoRequests,
}

impl WasiView for Grants {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.ctx,
            table: &mut self.table,
        }
    }
}

/// No request is granted.
struct NoRequests;

type Answer = Result<
    (
        http::Response<WasiBody>,
        Box<dyn Future<Output = Result<(), Error>> + Send>,
    ),
    Error,
>;

impl WasiHttpHooks for NoRequests {
    fn send_request(
        &mut self,
        _request: http::Request<WasiBody>,
        _options: Option<RequestOptions>,
        _sent: Box<dyn Future<Output = Result<(), Error>> + Send>,
    ) -> Box<dyn Future<Output = Answer> + Send> {
        Box::new(async { Err(Error::HttpRequestDenied) })
    }
}

impl WasiHttpView for Grants {
    fn http(&mut self) -> WasiHttpCtxView<'_> {
        WasiHttpCtxView {
            hooks: &mut self.requests,
            table: &mut self.table,
            ctx: &mut self.http,
        }
    }
}

/// `prober.wasm`, compiled and linked, in a pool.
pub struct WasiHost {
    engine: Engine,
    pre: InstancePre<Grants>,
    folder: String,
}

impl WasiHost {
    /// Compiles the guest; its stores see the folder `guests`.
    pub fn new(guests: &Path) -> Result<Self> {
        let engine = engine(Allocation::Pooling)?;
        let component = Component::from_file(&engine, component_file(guests, "prober"))?;
        let mut linker = Linker::new(&engine);
        wasmtime_wasi::p2::add_to_linker_sync(&mut linker)?;
        wasmtime_wasi_http::p2::add_only_http_to_linker_sync(&mut linker)?;
        let pre = linker.instantiate_pre(&component)?;
        Ok(Self {
            engine,
            pre,
            folder: guests.display().to_string(),
        })
    }

    /// A new store with its grants.
    pub fn store(&self) -> Result<Store<Grants>> {
        let ctx = WasiCtx::builder()
            .args(&["prober", "benchmark"])
            .env("LANG", "C")
            .preopened_dir(&self.folder, "/guests", FsPerms::ReadOnly)?
            .build();
        let grants = Grants {
            ctx,
            table: ResourceTable::new(),
            http: WasiHttpCtx::new(),
            requests: NoRequests,
        };
        Ok(Store::new(&self.engine, grants))
    }

    /// The component, ready to be instantiated.
    pub fn pre(&self) -> &InstancePre<Grants> {
        &self.pre
    }
}
