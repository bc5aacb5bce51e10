//! What a store has of WASI: what its plan grants, opened.

use crate::error::{ErrorKind, Failure, guard, released};
use crate::outbox::{Outbox, Output};
use crate::wasi::files::Rights;
use crate::wasi::http::{Client, MOST_FIELDS};
use crate::wasi::lookups::Lookups;
use crate::wasi::network::Network;
use crate::wasi::open::{OpenFiles, Places};
use crate::wasi::plan::{Clock, Input, Plan, Preopen};
use crate::wasi::stdio::{HostInput, HostOutput, InputBytes};
use rand::SeedableRng;
use rand::rngs::StdRng;
use std::fs;
use std::path::{Component, Prefix};
use std::sync::Arc;
use wasmtime::Result;
use wasmtime::component::ResourceTable;
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};
use wasmtime_wasi::clocks::WasiClocksCtxView;
use wasmtime_wasi::filesystem::WasiFilesystemCtxView;
use wasmtime_wasi::sockets::WasiSocketsCtxView;
use wasmtime_wasi::{FsPerms, WasiCtx, WasiCtxBuilder};
use wasmtime_wasi_http::WasiHttpCtx;

/// What guests of one store may use up of WASI.
#[derive(Clone, Copy)]
pub(crate) struct WasiLimits {
    /// Handles of WASI's resources.
    pub(crate) handles: usize,
    /// Files, folders and sockets that are open at once.
    pub(crate) open_files: usize,
    /// Names that are looked up at once; more wait.
    pub(crate) name_lookups: usize,
    /// Bytes of output.
    pub(crate) output_bytes: u64,
    /// HTTP requests at once.
    pub(crate) requests: u64,
}

/// What one store has of WASI.
pub(crate) struct Wasi {
    pub(super) plan: Arc<Plan>,
    pub(super) ctx: WasiCtx,
    pub(super) table: ResourceTable,
    pub(super) rights: Rights,
    pub(super) open: Arc<OpenFiles>,
    /// Of listings, of connections that were accepted, and of sockets of WASI 0.3.
    pub(super) places: Places,
    pub(super) network: Arc<Network>,
    pub(super) http: WasiHttpCtx,
    pub(super) client: Client,
    pub(super) outbox: Arc<Outbox>,
}

/// The data of a store that has WASI.
pub(crate) trait HasWasi: Send + 'static {
    /// What the store grants of WASI: nothing unless it was configured to.
    fn wasi(&mut self) -> &mut Wasi;
}

impl Wasi {
    /// What a store has for which nothing was configured.
    pub(crate) fn denied(limits: WasiLimits) -> Wasi {
        let messages = Messages::new(Arc::new(Plan::default()), limits);
        messages.into_wasi(WasiCtx::builder().build(), limits)
    }

    /// Opens what a plan grants.
    fn open(plan: &Arc<Plan>, limits: WasiLimits) -> Result<Wasi> {
        let messages = Messages::new(Arc::clone(plan), limits);
        let mut builder = WasiCtx::builder();
        builder.args(&plan.arguments).envs(&plan.environment);
        if let Some(folder) = &plan.working_directory {
            builder.initial_cwd(folder);
        }
        if let Some(seed) = plan.random_seed {
            builder
                .secure_random(StdRng::seed_from_u64(seed))
                .insecure_random(StdRng::seed_from_u64(!seed))
                .insecure_random_seed(u128::from(seed) << 64 | u128::from(!seed));
        }
        match plan.clock {
            Clock::Real => {}
            Clock::Fixed { .. } | Clock::Stepped(_) => {
                builder.wall_clock(plan.clock).monotonic_clock(plan.clock);
            }
        }
        for preopen in &plan.preopens {
            open_folder(&mut builder, preopen)?;
        }
        let outbox = &messages.outbox;
        match &plan.stdin {
            Input::Empty => {}
            Input::Bytes(bytes) => {
                builder.stdin(InputBytes::new(bytes.clone()));
            }
            Input::Host => {
                builder.stdin(HostInput::new(Arc::clone(outbox)));
            }
        }
        if plan.stdout {
            builder.stdout(HostOutput::new(Output::Stdout, Arc::clone(outbox)));
        }
        if plan.stderr {
            builder.stderr(HostOutput::new(Output::Stderr, Arc::clone(outbox)));
        }
        Ok(messages.into_wasi(builder.build(), limits))
    }

    pub(crate) fn outbox(&self) -> Arc<Outbox> {
        Arc::clone(&self.outbox)
    }

    /// WASI 0.3 knows folders that may be changed, and such as may not.
    pub(crate) fn require_plain_rights(&self) -> Result<()> {
        match self.plan.preopens.iter().find(|preopen| !preopen.is_plain()) {
            None => Ok(()),
            Some(preopen) => {
                let message = format!(
                    "the folder {} is granted with rights that WASI 0.3 can't keep apart yet: grant READ alone, or \
                     READ, WRITE and CREATE, to folders and files alike",
                    preopen.guest
                );
                Err(Failure::new(ErrorKind::Configuration, message).into())
            }
        }
    }

    /// Says whether guests have as many handles as they may.
    pub(crate) fn has_no_handles_left(&mut self) -> bool {
        match self.table.push(()) {
            Ok(probe) => self.table.delete(probe).is_err(),
            Err(_) => true,
        }
    }

    pub(crate) fn take_refusal(&self) -> Option<Failure> {
        self.outbox.take_refusal()
    }
}

fn open_folder(builder: &mut WasiCtxBuilder, preopen: &Preopen) -> Result<()> {
    if cfg!(windows) && preopen.changes() && is_on_network(&preopen.host) {
        let message = format!(
            "the folder {} is on a network share, where guests may only read: grant READ alone, or a folder of this \
             machine",
            preopen.host
        );
        return Err(Failure::new(ErrorKind::Configuration, message).into());
    }
    let perms = if preopen.changes() {
        FsPerms::ReadWrite
    } else {
        FsPerms::ReadOnly
    };
    let opened = builder.preopened_dir(&preopen.host, &preopen.guest, perms);
    opened.map(drop).map_err(|error| {
        let message = format!(
            "the folder {} can't be opened for the guest's {}: {}",
            preopen.host,
            preopen.guest,
            error.root_cause()
        );
        error.context(Failure::new(ErrorKind::Configuration, message))
    })
}

/// Says whether Windows has a folder on a share. Wasmtime makes, renames and removes what is below a folder by the
/// folder's full path, and takes that of a share for one below this process's own folder.
fn is_on_network(folder: &str) -> bool {
    let Ok(path) = fs::canonicalize(folder) else {
        return false;
    };
    match path.components().next() {
        Some(Component::Prefix(prefix)) => matches!(prefix.kind(), Prefix::VerbatimUNC(..) | Prefix::UNC(..)),
        _ => false,
    }
}

/// What the parts of a store's WASI share.
struct Messages {
    plan: Arc<Plan>,
    outbox: Arc<Outbox>,
    open: Arc<OpenFiles>,
    network: Arc<Network>,
}

impl Messages {
    fn new(plan: Arc<Plan>, limits: WasiLimits) -> Messages {
        let outbox = Arc::new(Outbox::new(limits.output_bytes, plan.tells_access));
        let open = Arc::new(OpenFiles::new(limits.open_files, Arc::clone(&outbox)));
        let network = Arc::new(Network::new(
            Arc::clone(&plan),
            Arc::clone(&outbox),
            Lookups::new(limits.name_lookups),
            Arc::clone(&open),
        ));
        Messages {
            plan,
            outbox,
            open,
            network,
        }
    }

    fn into_wasi(self, ctx: WasiCtx, limits: WasiLimits) -> Wasi {
        let Messages {
            plan,
            outbox,
            open,
            network,
        } = self;
        let mut table = ResourceTable::new();
        table.set_max_capacity(limits.handles);
        let mut http = WasiHttpCtx::new();
        http.set_field_size_limit(MOST_FIELDS);
        Wasi {
            client: Client::new(
                Arc::clone(&plan),
                Arc::clone(&network),
                Arc::clone(&outbox),
                limits.requests,
            ),
            plan,
            ctx,
            table,
            rights: Rights::default(),
            open,
            places: Places::default(),
            network,
            http,
            outbox,
        }
    }
}

pub(super) fn clocks_of<'a>(ctx: &'a mut WasiCtx, table: &'a mut ResourceTable) -> WasiClocksCtxView<'a> {
    let ctx = ctx.clocks();
    WasiClocksCtxView { ctx, table }
}

pub(super) fn files_of<'a>(ctx: &'a mut WasiCtx, table: &'a mut ResourceTable) -> WasiFilesystemCtxView<'a> {
    let ctx = ctx.filesystem();
    WasiFilesystemCtxView { ctx, table }
}

pub(super) fn sockets_of<'a>(ctx: &'a mut WasiCtx, table: &'a mut ResourceTable) -> WasiSocketsCtxView<'a> {
    let ctx = ctx.sockets();
    WasiSocketsCtxView { ctx, table }
}

/// `sb_wasi_t`: the host holds one reference.
#[allow(non_camel_case_types, reason = "its name in C")]
pub struct sb_wasi {
    plan: Arc<Plan>,
}

impl sb_wasi {
    /// Opens what it grants, for one store.
    pub(crate) fn open(&self, limits: WasiLimits) -> Result<Wasi> {
        Wasi::open(&self.plan, limits)
    }
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_wasi_new(
    _unused: *const u8,
    block: &wasm_byte_vec_t,
    out: &mut *mut sb_wasi,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Configuration, || {
        let plan = Arc::new(Plan::read(block.as_slice())?);
        *out = Box::into_raw(Box::new(sb_wasi { plan }));
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_wasi_delete(
    wasi: *mut sb_wasi,
    _unused: *const u8,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    // SAFETY: made by `sb_wasi_new`, and not used again, as the header says.
    released(|| drop(unsafe { Box::from_raw(wasi) }))
}
