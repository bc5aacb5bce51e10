//! Which addresses and names guests may reach, and be reached at.

use crate::outbox::Outbox;
use crate::wasi::addresses::{Class, Direction, Protocol, Target, is_this_machine};
use crate::wasi::lookups::Lookups;
use crate::wasi::open::{OpenFiles, Place};
use crate::wasi::plan::Plan;
use crate::wasi::wait::{deliver_now, wait};
use crate::wasi_names::Version;
use std::collections::VecDeque;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use wasmtime::Result;
use wasmtime::component::{HasData, Resource};
use wasmtime_wasi::WasiCtx;
use wasmtime_wasi::p2::bindings::sockets::network::{
    self, ErrorCode, IpAddressFamily, Network as NetworkHandle,
};
use wasmtime_wasi::p2::bindings::sockets::{tcp_create_socket, udp_create_socket};
use wasmtime_wasi::p2::bindings::sync::sockets as direct;
use wasmtime_wasi::p2::{SocketError, TcpSocket, UdpSocket};
use wasmtime_wasi::sockets::{SocketAddrUse, WasiSocketsCtx, WasiSocketsCtxView};

/// How long a guest may use an address under the name that it was given it for: name servers say how long an answer holds,
/// but the system doesn't tell.
const KNOWN_FOR: Duration = Duration::from_secs(10 * 60);

/// A guest that looks up more than this is remembered the latest.
const MOST_KNOWN: usize = 1_000;

/// Which names the guest was told are at an address, and when; the latest stand last.
#[derive(Default)]
struct Known(VecDeque<(IpAddr, String, Instant)>);

impl Known {
    fn remember(&mut self, ip: IpAddr, name: &str, now: Instant) {
        self.0
            .retain(|(other, known, when)| now - *when < KNOWN_FOR && !(*other == ip && known == name));
        if self.0.len() == MOST_KNOWN {
            self.0.pop_front();
        }
        self.0.push_back((ip, name.to_string(), now));
    }

    fn names_of(&self, ip: IpAddr, now: Instant) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |(known, _, when)| *known == ip && now - *when < KNOWN_FOR)
            .map(|(_, name, _)| name.as_str())
    }
}

/// The network as one store sees it.
pub(super) struct Network {
    plan: Arc<Plan>,
    outbox: Arc<Outbox>,
    pub(super) lookups: Lookups,
    pub(super) open: Arc<OpenFiles>,
    known: Mutex<Known>,
    /// Of connections by WASI 0.3 that were accepted, and have not been heard of yet.
    accepted: Mutex<Vec<Place>>,
}

impl Network {
    pub(super) fn new(
        plan: Arc<Plan>,
        outbox: Arc<Outbox>,
        lookups: Lookups,
        open: Arc<OpenFiles>,
    ) -> Network {
        Network {
            plan,
            outbox,
            lookups,
            open,
            known: Mutex::default(),
            accepted: Mutex::default(),
        }
    }

    /// What a socket is made with that counts as one that is open: for as long as the system has it, apart from what is
    /// accepted by it, and from streams that a guest of WASI 0.3 keeps longer than the socket.
    pub(super) fn socket(self: &Arc<Self>, place: Arc<Place>, version: Version) -> WasiSocketsCtx {
        let socket = Socket {
            network: Arc::clone(self),
            version,
            receives: AtomicBool::new(false),
            _place: place,
        };
        let mut ctx = WasiCtx::builder()
            .allow_tcp(self.plan.network.has_tcp())
            .allow_udp(self.plan.network.has_udp())
            .socket_addr_check(move |address, purpose| {
                let allowed = socket.allows(address, purpose);
                Box::pin(async move { allowed })
            })
            .build();
        ctx.sockets().clone()
    }

    /// The place of a connection that was accepted by WASI 0.3.
    pub(super) fn accepted(&self) -> Option<Place> {
        self.accepted.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    /// Says whether sockets of a protocol may be made at all.
    pub(super) fn allows_sockets(&self, allowed: bool, capability: &str) -> bool {
        if !allowed {
            self.outbox
                .access(false, capability, format_args!("create a socket"));
        }
        allowed
    }

    pub(super) fn allows_tcp(&self) -> bool {
        self.allows_sockets(self.plan.network.has_tcp(), "tcp")
    }

    pub(super) fn allows_udp(&self) -> bool {
        self.allows_sockets(self.plan.network.has_udp(), "udp")
    }

    /// Says whether a name may be looked up.
    pub(super) fn allows_name(&self, name: &str) -> bool {
        let patterns = &self.plan.network.names;
        let allowed = patterns.iter().any(|pattern| pattern.matches(name));
        self.outbox.access(allowed, "dns", format_args!("{name}"));
        allowed
    }

    fn permits(&self, direction: Direction, protocol: Protocol, address: SocketAddr) -> bool {
        let plan = &self.plan.network;
        let ip = address.ip().to_canonical();
        let class = Class::of(ip);
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        plan.grants.iter().any(|grant| {
            grant.direction == direction
                && grant.protocol == protocol
                && grant.ports.contains(&address.port())
                && match &grant.target {
                    Target::Any => plan.grants_class(class),
                    // A range that lies within the loopback addresses, say, names them.
                    Target::Range(range) => {
                        range.contains(ip) && (plan.grants_class(class) || range.class() == Some(class))
                    }
                    Target::Name(pattern) => known.names_of(ip, now).any(|name| {
                        pattern.matches(name)
                            && (plan.grants_class(class)
                                || (pattern.is_exact() && is_this_machine(name, class)))
                    }),
                }
        })
    }

    /// The guest was told that the name is there.
    pub(super) fn remember(&self, ip: IpAddr, name: &str) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.remember(ip.to_canonical(), name, Instant::now());
    }

    /// Says whether a host may be at an address. `exactly`: it is the host that was granted, not one of many.
    pub(super) fn may_be_at(&self, host: &str, ip: IpAddr, exactly: bool) -> bool {
        let class = Class::of(ip);
        self.plan.network.grants_class(class) || (exactly && is_this_machine(host, class))
    }
}

/// What one socket may do.
struct Socket {
    network: Arc<Network>,
    /// Whose functions it is used by.
    version: Version,
    /// It was bound where datagrams from anybody are granted.
    receives: AtomicBool,
    _place: Arc<Place>,
}

impl Socket {
    /// Answers Wasmtime's question about an address.
    fn allows(&self, address: SocketAddr, purpose: SocketAddrUse) -> bool {
        use Direction::{Inbound, Outbound};
        use Protocol::{Tcp, Udp};
        let network = &self.network;
        // The system picks a port to connect from: nothing listens there.
        let anywhere = address.ip().is_unspecified() && address.port() == 0;
        let (capability, allowed) = match purpose {
            SocketAddrUse::TcpBind if anywhere => return true,
            SocketAddrUse::TcpBind => ("tcp-bind", network.permits(Inbound, Tcp, address)),
            // A grant of port 0 is one of whatever port the system has picked: others could not be bound.
            SocketAddrUse::TcpListen => (
                "tcp-listen",
                network.permits(Inbound, Tcp, address)
                    || network.permits(Inbound, Tcp, SocketAddr::new(address.ip(), 0)),
            ),
            // Who may listen may be called.
            SocketAddrUse::TcpAccept => return self.accepts(),
            SocketAddrUse::TcpConnect => ("tcp-connect", network.permits(Outbound, Tcp, address)),
            SocketAddrUse::UdpBind => {
                let granted = network.permits(Inbound, Udp, address);
                // Bound once only: what was asked last before that succeeded is where it is.
                self.receives.store(granted, Ordering::Relaxed);
                if anywhere {
                    return true;
                }
                ("udp-bind", granted)
            }
            SocketAddrUse::UdpSend => ("udp-send", network.permits(Outbound, Udp, address)),
            SocketAddrUse::UdpReceive => {
                return self.receives.load(Ordering::Relaxed) || network.permits(Outbound, Udp, address);
            }
        };
        network
            .outbox
            .access(allowed, capability, format_args!("{address}"));
        allowed
    }

    /// By WASI 0.2 a guest accepts itself, and is told that it has too much open: see `tcp.rs`. By 0.3 connections come
    /// by themselves, and one too many is closed.
    fn accepts(&self) -> bool {
        match self.version {
            Version::V0_2 => true,
            Version::V0_3 => match self.network.open.place() {
                None => false,
                Some(place) => {
                    let accepted = &self.network.accepted;
                    accepted
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push(place);
                    true
                }
            },
        }
    }
}

pub(super) struct SocketsData;

impl HasData for SocketsData {
    type Data<'a> = Sockets<'a>;
}

/// Where sockets are made: only for protocols of which something is granted.
pub(super) struct Sockets<'a> {
    pub(super) inner: WasiSocketsCtxView<'a>,
    pub(super) network: &'a Arc<Network>,
}

impl Sockets<'_> {
    /// What a socket is made with, if one may be.
    fn ctx(&self, allowed: bool) -> Result<WasiSocketsCtx, SocketError> {
        if !allowed {
            return Err(ErrorCode::AccessDenied.into());
        }
        let place = self.network.open.place().ok_or(ErrorCode::NewSocketLimit)?;
        Ok(self.network.socket(Arc::new(place), Version::V0_2))
    }
}

impl tcp_create_socket::Host for Sockets<'_> {
    fn create_tcp_socket(&mut self, family: IpAddressFamily) -> Result<Resource<TcpSocket>, SocketError> {
        let ctx = self.ctx(self.network.allows_tcp());
        // Here and not later: a guest that is refused need never wait.
        deliver_now(&self.network.outbox);
        let (ctx, table) = (&mut ctx?, &mut *self.inner.table);
        WasiSocketsCtxView { ctx, table }.create_tcp_socket(family)
    }
}

impl udp_create_socket::Host for Sockets<'_> {
    async fn create_udp_socket(
        &mut self,
        family: IpAddressFamily,
    ) -> Result<Resource<UdpSocket>, SocketError> {
        let (ctx, table) = (&mut self.ctx(self.network.allows_udp())?, &mut *self.inner.table);
        udp_create_socket::Host::create_udp_socket(&mut WasiSocketsCtxView { ctx, table }, family).await
    }
}

impl direct::udp_create_socket::Host for Sockets<'_> {
    fn create_udp_socket(&mut self, family: IpAddressFamily) -> Result<Resource<UdpSocket>, SocketError> {
        wait(udp_create_socket::Host::create_udp_socket(self, family)).map_err(SocketError::trap)?
    }
}

/// Errors and networks are Wasmtime's own, whoever makes sockets.
impl network::Host for Sockets<'_> {
    fn convert_error_code(&mut self, error: SocketError) -> Result<ErrorCode> {
        network::Host::convert_error_code(&mut self.inner, error)
    }

    fn network_error_code(&mut self, error: Resource<wasmtime::Error>) -> Result<Option<ErrorCode>> {
        network::Host::network_error_code(&mut self.inner, error)
    }
}

impl network::HostNetwork for Sockets<'_> {
    fn drop(&mut self, handle: Resource<NetworkHandle>) -> Result<()> {
        network::HostNetwork::drop(&mut self.inner, handle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    fn names(known: &Known, now: Instant) -> Vec<&str> {
        known.names_of(HERE, now).collect()
    }

    #[test]
    fn names_are_forgotten_some_time_after_they_were_looked_up() {
        let (mut known, start) = (Known::default(), Instant::now());
        known.remember(HERE, "a", start);
        known.remember(HERE, "b", start + KNOWN_FOR / 2);
        assert_eq!(
            names(&known, start + KNOWN_FOR - Duration::from_nanos(1)),
            ["a", "b"]
        );
        assert_eq!(names(&known, start + KNOWN_FOR), ["b"]);
        known.remember(HERE, "b", start + KNOWN_FOR);
        assert_eq!(known.0.len(), 1);
        assert_eq!(names(&known, start + KNOWN_FOR + KNOWN_FOR / 2), ["b"]);
        assert!(names(&known, start + 2 * KNOWN_FOR).is_empty());
    }

    #[test]
    fn so_many_names_are_known_and_no_more() {
        let (mut known, start) = (Known::default(), Instant::now());
        for number in 0..2 * MOST_KNOWN {
            known.remember(HERE, &number.to_string(), start);
        }
        assert_eq!(known.0.len(), MOST_KNOWN);
        assert_eq!(names(&known, start)[0], MOST_KNOWN.to_string());
    }
}
