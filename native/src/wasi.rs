//! WASI: Wasmtime's implementation, under rules of our own.
//!
//! Whatever a component imports of it is linked, so that it instantiates; what stands behind is decided by its store's
//! [`Plan`], and nothing is granted that the plan doesn't name. Wasmtime's implementation is asked only after the plan
//! has been. What waits, waits in [`wait::wait`], so that a call can be ended from elsewhere.

mod addresses;
mod clocks;
mod files;
mod http;
mod lookups;
mod names;
mod network;
mod open;
mod origins;
mod p3;
mod plan;
mod preview1;
mod stdio;
mod streams;
mod wait;

pub(crate) use p3::is_about_files;
pub use plan::{sb_wasi, sb_wasi_delete, sb_wasi_new};
pub use preview1::sb_preview1_adapt;
pub(crate) use wait::runtime;

use crate::error::{ErrorKind, Failure};
use crate::outbox::{Outbox, Output};
use crate::wasi::clocks::{Clocks, ClocksData};
use crate::wasi::files::{Files, FilesData, Rights};
use crate::wasi::http::Client;
use crate::wasi::lookups::Lookups;
use crate::wasi::network::{Network, Sockets, SocketsData};
use crate::wasi::open::{OpenFiles, Places};
use crate::wasi::plan::{Clock, Input, Plan, Preopen};
use crate::wasi::stdio::{HostInput, HostOutput, InputBytes};
use crate::wasi::streams::{Streams, StreamsData};
use crate::wasi_names::{self, Version};
use rand::SeedableRng;
use rand::rngs::StdRng;
use std::marker::PhantomData;
use std::sync::Arc;
use wasmtime::Result;
use wasmtime::component::{HasData, Linker, LinkerInstance, ResourceTable};
use wasmtime_wasi::cli::{WasiCli, WasiCliCtxView};
use wasmtime_wasi::clocks::WasiClocksCtxView;
use wasmtime_wasi::filesystem::WasiFilesystemCtxView;
use wasmtime_wasi::p2::bindings::{cli as c, clocks as t, filesystem as f, random as r, sockets as s, sync};
use wasmtime_wasi::random::{WasiRandom, WasiRandomCtx};
use wasmtime_wasi::sockets::{WasiSockets, WasiSocketsCtxView};
use wasmtime_wasi::{FsPerms, WasiCtx, WasiCtxBuilder};
use wasmtime_wasi_http::{WasiHttp, WasiHttpCtx, WasiHttpCtxView};
use wasmtime_wasi_io::bindings::wasi::io;

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
    plan: Arc<Plan>,
    ctx: WasiCtx,
    table: ResourceTable,
    rights: Rights,
    open: Arc<OpenFiles>,
    /// Of listings, of connections that were accepted, and of sockets of WASI 0.3.
    places: Places,
    network: Arc<Network>,
    http: WasiHttpCtx,
    client: Client,
    outbox: Arc<Outbox>,
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
        http.set_field_size_limit(http::MOST_FIELDS);
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

fn clocks_of<'a>(ctx: &'a mut WasiCtx, table: &'a mut ResourceTable) -> WasiClocksCtxView<'a> {
    let ctx = ctx.clocks();
    WasiClocksCtxView { ctx, table }
}

fn files_of<'a>(ctx: &'a mut WasiCtx, table: &'a mut ResourceTable) -> WasiFilesystemCtxView<'a> {
    let ctx = ctx.filesystem();
    WasiFilesystemCtxView { ctx, table }
}

fn sockets_of<'a>(ctx: &'a mut WasiCtx, table: &'a mut ResourceTable) -> WasiSocketsCtxView<'a> {
    let ctx = ctx.sockets();
    WasiSocketsCtxView { ctx, table }
}

fn cli<T: HasWasi>(data: &mut T) -> WasiCliCtxView<'_> {
    let wasi = data.wasi();
    WasiCliCtxView {
        ctx: wasi.ctx.cli(),
        table: &mut wasi.table,
    }
}

fn clocks<T: HasWasi>(data: &mut T) -> Clocks<'_> {
    let wasi = data.wasi();
    Clocks {
        inner: clocks_of(&mut wasi.ctx, &mut wasi.table),
        clock: wasi.plan.clock,
    }
}

fn random<T: HasWasi>(data: &mut T) -> &mut WasiRandomCtx {
    data.wasi().ctx.random()
}

fn files<T: HasWasi>(data: &mut T) -> Files<'_> {
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

fn sockets<T: HasWasi>(data: &mut T) -> WasiSocketsCtxView<'_> {
    let wasi = data.wasi();
    sockets_of(&mut wasi.ctx, &mut wasi.table)
}

fn new_sockets<T: HasWasi>(data: &mut T) -> Sockets<'_> {
    let wasi = data.wasi();
    Sockets {
        inner: sockets_of(&mut wasi.ctx, &mut wasi.table),
        network: &wasi.network,
    }
}

fn table<T: HasWasi>(data: &mut T) -> &mut ResourceTable {
    &mut data.wasi().table
}

fn streams<T: HasWasi>(data: &mut T) -> Streams<'_> {
    Streams { table: table(data) }
}

fn http<T: HasWasi>(data: &mut T) -> WasiHttpCtxView<'_> {
    let wasi = data.wasi();
    WasiHttpCtxView {
        hooks: &mut wasi.client,
        table: &mut wasi.table,
        ctx: &mut wasi.http,
    }
}

/// The table itself, for interfaces that need nothing else.
struct TableData;

impl HasData for TableData {
    type Data<'a> = &'a mut ResourceTable;
}

/// Defines some of what Wasmtime's own implementation has linked in another way.
fn redefine<T: 'static>(
    linker: &mut Linker<T>,
    interface: &str,
    define: impl FnOnce(&mut LinkerInstance<'_, T>) -> Result<()>,
) -> Result<()> {
    linker.allow_shadowing(true);
    let defined = linker
        .instance(interface)
        .and_then(|mut interface| define(&mut interface));
    linker.allow_shadowing(false);
    defined
}

/// Links an interface. The flag: guests run on fibers, and what waits suspends them.
type Link<T> = fn(&mut Linker<T>, bool) -> Result<()>;

/// Interfaces by their names without a version: those of `wasi_names`.
type Interfaces<T> = &'static [(&'static str, Link<T>)];

/// What links them to stores with this data.
struct Links<T>(PhantomData<T>);

impl<T: HasWasi> Links<T> {
    const V0_2: Interfaces<T> = &[
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
            network::count_connections(l)
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
        ("wasi:http/types", |l, _| http::link(l)),
        ("wasi:http/outgoing-handler", |l, _| {
            wasmtime_wasi_http::p2::bindings::http::outgoing_handler::add_to_linker::<T, WasiHttp>(l, http)
        }),
    ];
}

/// What links an interface, named with its version.
fn find<T: HasWasi>(name: &str) -> Option<Link<T>> {
    let (path, version) = wasi_names::parts(name)?;
    let interfaces = match version {
        Version::V0_2 => Links::<T>::V0_2,
        Version::V0_3 => Links::<T>::V0_3,
    };
    let found = interfaces.iter().find(|(interface, _)| *interface == path);
    found.map(|(_, link)| *link)
}

/// Links an interface, named with its version. `fibers`: guests run on them.
pub(crate) fn link<T: HasWasi>(linker: &mut Linker<T>, name: &str, fibers: bool) -> Result<()> {
    match find(name) {
        Some(link) => link(linker, fibers),
        None => {
            let message = format!("there is no interface {name} of WASI here");
            Err(Failure::new(ErrorKind::Link, message).into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct NoStore;

    impl HasWasi for NoStore {
        fn wasi(&mut self) -> &mut Wasi {
            unreachable!("nothing is called")
        }
    }

    #[test]
    fn what_is_provided_can_be_linked() {
        let of = |interfaces: Interfaces<NoStore>| -> Vec<_> {
            interfaces.iter().map(|(name, _)| *name).collect()
        };
        assert_eq!(of(Links::V0_2), wasi_names::V0_2);
        assert_eq!(of(Links::V0_3), wasi_names::V0_3);
    }
}
