//! Which addresses and names guests may reach, and be reached at.

use crate::bytes::BlockReader;
use crate::error::{ErrorKind, Failure};
use crate::interrupt::wait;
use crate::outbox::Outbox;
use crate::wasi::plan::Plan;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex, PoisonError};
use wasmtime::Result;
use wasmtime::component::{HasData, Resource};
use wasmtime_wasi::p2::bindings::sockets::ip_name_lookup::{
    Host, HostResolveAddressStream, ResolveAddressStream,
};
use wasmtime_wasi::p2::bindings::sockets::network::{
    self, ErrorCode, IpAddress, IpAddressFamily, Network as NetworkHandle,
};
use wasmtime_wasi::p2::bindings::sockets::{tcp_create_socket, udp_create_socket};
use wasmtime_wasi::p2::bindings::sync::sockets as direct;
use wasmtime_wasi::p2::{DynPollable, SocketError, TcpSocket, UdpSocket};
use wasmtime_wasi::sockets::{SocketAddrUse, WasiSocketsCtxView};

/// Ranges of addresses that a grant for any address doesn't mean: `enum sb_address_class` of `switchblade.h`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Class {
    Public = 0,
    /// This machine.
    Loopback = 1,
    LinkLocal = 2,
    Private = 4,
    /// Multicast, broadcast, reserved, documentation and the like.
    Special = 8,
}

impl Class {
    fn of(address: IpAddr) -> Class {
        let address = plain_form(address);
        let block = BLOCKS.iter().find(|(block, _)| block.contains(address));
        block.map_or(Class::Public, |(_, class)| *class)
    }
}

/// IPv4 addresses as such: IPv6 has them mapped, compatible, behind NAT64 and 6to4.
fn plain_form(address: IpAddr) -> IpAddr {
    let IpAddr::V6(address) = address.to_canonical() else {
        return address.to_canonical();
    };
    let (high, low) = match address.segments() {
        [0, 0, 0, 0, 0, 0, 0, 0 | 1] => return address.into(),
        [0, 0, 0, 0, 0, 0, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => (high, low),
        [0x2002, high, low, ..] => (high, low),
        _ => return address.into(),
    };
    Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)).into()
}

/// A range of addresses, as `10.0.0.0/8`.
#[derive(Clone, Copy, Debug)]
struct Range {
    first: IpAddr,
    bits: u8,
}

const fn v4(a: u8, b: u8, c: u8, bits: u8) -> Range {
    Range {
        first: IpAddr::V4(Ipv4Addr::new(a, b, c, 0)),
        bits,
    }
}

const fn v6(a: u16, b: u16, c: u16, bits: u8) -> Range {
    Range {
        first: IpAddr::V6(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)),
        bits,
    }
}

/// All that is not public.
const BLOCKS: &[(Range, Class)] = &[
    // The unspecified address reaches this machine.
    (v4(0, 0, 0, 8), Class::Loopback),
    (v4(127, 0, 0, 8), Class::Loopback),
    (v4(169, 254, 0, 16), Class::LinkLocal),
    (v4(10, 0, 0, 8), Class::Private),
    (v4(172, 16, 0, 12), Class::Private),
    (v4(192, 168, 0, 16), Class::Private),
    (v4(100, 64, 0, 10), Class::Private),
    (v4(192, 0, 0, 24), Class::Special),
    (v4(192, 0, 2, 24), Class::Special),
    (v4(198, 18, 0, 15), Class::Special),
    (v4(198, 51, 100, 24), Class::Special),
    (v4(203, 0, 113, 24), Class::Special),
    (v4(224, 0, 0, 3), Class::Special),
    (v6(0, 0, 0, 127), Class::Loopback),
    (v6(0xfe80, 0, 0, 10), Class::LinkLocal),
    (v6(0xfc00, 0, 0, 7), Class::Private),
    (v6(0xfec0, 0, 0, 10), Class::Private),
    // Discard-only, local NAT64, Teredo, documentation, multicast.
    (v6(0x100, 0, 0, 64), Class::Special),
    (v6(0x64, 0xff9b, 1, 48), Class::Special),
    (v6(0x2001, 0, 0, 32), Class::Special),
    (v6(0x2001, 0xdb8, 0, 32), Class::Special),
    (v6(0x3fff, 0, 0, 20), Class::Special),
    (v6(0xff00, 0, 0, 8), Class::Special),
];

impl Range {
    fn read(text: &str) -> Option<Range> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let first: IpAddr = address.parse().ok()?;
        let most: u8 = if first.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            Some(bits) => bits.parse().ok().filter(|bits| *bits <= most)?,
            None => most,
        };
        // Addresses are compared in their plain form.
        Some(match first.to_canonical() {
            canonical @ IpAddr::V4(_) if first.is_ipv6() && bits >= 96 => Range {
                first: canonical,
                bits: bits - 96,
            },
            _ => Range { first, bits },
        })
    }

    fn number(address: IpAddr) -> (u128, u8) {
        match address {
            IpAddr::V4(address) => (u32::from(address).into(), 32),
            IpAddr::V6(address) => (address.into(), 128),
        }
    }

    fn contains(&self, address: IpAddr) -> bool {
        let ((first, length), (number, other)) = (Range::number(self.first), Range::number(address));
        let ignored = u32::from(length - self.bits);
        length == other && first.checked_shr(ignored) == number.checked_shr(ignored)
    }

    /// The class that all its addresses are of, if one block of that class has them all.
    fn class(&self) -> Option<Class> {
        let block = BLOCKS
            .iter()
            .find(|(block, _)| block.bits <= self.bits && block.contains(self.first));
        block.map(|(_, class)| *class)
    }
}

/// A host's name, or all that end with something: `example.com`, `*.example.com`, `*`.
#[derive(Clone, Debug)]
pub(super) struct NamePattern(String);

impl NamePattern {
    pub(super) fn new(pattern: &str) -> NamePattern {
        NamePattern(pattern.trim_end_matches('.').to_ascii_lowercase())
    }

    fn is_any(&self) -> bool {
        self.0 == "*"
    }

    /// It names one host.
    pub(super) fn is_exact(&self) -> bool {
        !self.0.starts_with('*')
    }

    pub(super) fn matches(&self, name: &str) -> bool {
        let name = name.trim_end_matches('.').to_ascii_lowercase();
        match self.0.strip_prefix('*') {
            Some("") => true,
            Some(end) => name.len() > end.len() && name.ends_with(end),
            None => name == self.0,
        }
    }
}

#[derive(Clone, Debug)]
enum Target {
    Any,
    Range(Range),
    Name(NamePattern),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Outbound,
    Inbound,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Protocol {
    Tcp,
    Udp,
}

#[derive(Clone, Debug)]
struct Grant {
    direction: Direction,
    protocol: Protocol,
    target: Target,
    ports: RangeInclusive<u16>,
}

/// What is granted of the network, apart from HTTP.
#[derive(Default)]
pub(super) struct NetworkPlan {
    grants: Vec<Grant>,
    names: Vec<NamePattern>,
    /// Bits of `Class` that grants for any address, and for names, mean too.
    classes: u8,
}

impl NetworkPlan {
    pub(super) fn read(block: &mut BlockReader<'_>) -> Result<NetworkPlan, Failure> {
        Ok(NetworkPlan {
            grants: block.list(|block| {
                Ok(Grant {
                    direction: match block.u8()? {
                        0 => Direction::Outbound,
                        _ => Direction::Inbound,
                    },
                    protocol: match block.u8()? {
                        0 => Protocol::Tcp,
                        _ => Protocol::Udp,
                    },
                    target: match (block.u8()?, block.str()?) {
                        (0, _) => Target::Any,
                        (1, range) => Target::Range(Range::read(range).ok_or_else(|| {
                            let message = format!("`{range}` is not a range of addresses such as 10.0.0.0/8");
                            Failure::new(ErrorKind::Configuration, message)
                        })?),
                        (_, name) => Target::Name(NamePattern::new(name)),
                    },
                    ports: block.u16()?..=block.u16()?,
                })
            })?,
            names: block.list(|block| Ok(NamePattern::new(block.str()?)))?,
            classes: block.u8()?,
        })
    }

    fn has(&self, protocol: Protocol) -> bool {
        self.grants.iter().any(|grant| grant.protocol == protocol)
    }

    pub(super) fn has_tcp(&self) -> bool {
        self.has(Protocol::Tcp)
    }

    pub(super) fn has_udp(&self) -> bool {
        self.has(Protocol::Udp)
    }

    /// Any name may be looked up.
    pub(super) fn has_all_names(&self) -> bool {
        self.names.iter().any(NamePattern::is_any)
    }

    fn grants_class(&self, class: Class) -> bool {
        class == Class::Public || self.classes & class as u8 != 0
    }
}

/// The network as one store sees it.
pub(super) struct Network {
    plan: Arc<Plan>,
    outbox: Arc<Outbox>,
    /// Which names the guest was told are at an address.
    known: Mutex<HashMap<IpAddr, Vec<String>>>,
}

/// A guest that looks up more names than this is not remembered all of them.
const MOST_KNOWN: usize = 10_000;

impl Network {
    pub(super) fn new(plan: Arc<Plan>, outbox: Arc<Outbox>) -> Network {
        Network {
            plan,
            outbox,
            known: Mutex::default(),
        }
    }

    fn permits(&self, direction: Direction, protocol: Protocol, address: SocketAddr) -> bool {
        let plan = &self.plan.network;
        let ip = address.ip().to_canonical();
        let class = Class::of(ip);
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
                    Target::Name(pattern) => self.names_of(ip).iter().any(|name| {
                        pattern.matches(name)
                            && (plan.grants_class(class)
                                || (pattern.is_exact() && is_this_machine(name, class)))
                    }),
                }
        })
    }

    fn names_of(&self, ip: IpAddr) -> Vec<String> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&ip).cloned().unwrap_or_default()
    }

    fn remember(&self, ip: IpAddr, name: &str) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST_KNOWN || known.contains_key(&ip) {
            let names = known.entry(ip).or_default();
            if !names.iter().any(|one| one == name) {
                names.push(name.to_string());
            }
        }
    }

    /// Answers Wasmtime's question about an address.
    pub(super) fn allows(&self, address: SocketAddr, purpose: SocketAddrUse) -> bool {
        use Direction::{Inbound, Outbound};
        use Protocol::{Tcp, Udp};
        let (capability, allowed) = match purpose {
            // The system picks a port to connect from: nothing listens there.
            SocketAddrUse::TcpBind | SocketAddrUse::UdpBind
                if address.ip().is_unspecified() && address.port() == 0 =>
            {
                return true;
            }
            SocketAddrUse::TcpBind => ("tcp-bind", self.permits(Inbound, Tcp, address)),
            // A grant of port 0 is one of whatever port the system has picked: others could not be bound.
            SocketAddrUse::TcpListen => (
                "tcp-listen",
                self.permits(Inbound, Tcp, address)
                    || self.permits(Inbound, Tcp, SocketAddr::new(address.ip(), 0)),
            ),
            // Who may listen may be called.
            SocketAddrUse::TcpAccept => return true,
            SocketAddrUse::TcpConnect => ("tcp-connect", self.permits(Outbound, Tcp, address)),
            SocketAddrUse::UdpBind => ("udp-bind", self.permits(Inbound, Udp, address)),
            SocketAddrUse::UdpSend => ("udp-send", self.permits(Outbound, Udp, address)),
            SocketAddrUse::UdpReceive => {
                let listens = self.plan.network.grants.iter();
                let mut listens = listens.filter(|grant| grant.protocol == Udp && grant.direction == Inbound);
                return listens.next().is_some() || self.permits(Outbound, Udp, address);
            }
        };
        self.outbox.access(allowed, capability, || address.to_string());
        allowed
    }

    /// Says whether a host may be at an address. `exactly`: it is the host that was granted, not one of many.
    pub(super) fn may_be_at(&self, host: &str, ip: IpAddr, exactly: bool) -> bool {
        let class = Class::of(ip);
        self.plan.network.grants_class(class) || (exactly && is_this_machine(host, class))
    }
}

/// Who names this machine means it.
fn is_this_machine(name: &str, class: Class) -> bool {
    let name = name.trim_end_matches('.');
    class == Class::Loopback && name.eq_ignore_ascii_case("localhost")
}

fn plain(address: IpAddress) -> IpAddr {
    match address {
        IpAddress::Ipv4((a, b, c, d)) => Ipv4Addr::new(a, b, c, d).into(),
        IpAddress::Ipv6((a, b, c, d, e, f, g, h)) => Ipv6Addr::new(a, b, c, d, e, f, g, h).into(),
    }
}

pub(super) struct SocketsData;

impl HasData for SocketsData {
    type Data<'a> = Sockets<'a>;
}

/// Where sockets are made: only for protocols of which something is granted.
pub(super) struct Sockets<'a> {
    pub(super) inner: WasiSocketsCtxView<'a>,
    pub(super) network: &'a Network,
}

impl Sockets<'_> {
    fn require(&self, allowed: bool, capability: &str) -> Result<(), SocketError> {
        if allowed {
            return Ok(());
        }
        let outbox = &self.network.outbox;
        outbox.access(false, capability, || "create a socket".to_string());
        Err(ErrorCode::AccessDenied.into())
    }
}

impl tcp_create_socket::Host for Sockets<'_> {
    fn create_tcp_socket(&mut self, family: IpAddressFamily) -> Result<Resource<TcpSocket>, SocketError> {
        let allowed = self.require(self.network.plan.network.has_tcp(), "tcp");
        // Here and not later: a guest that is refused need never wait.
        self.network.outbox.deliver_now();
        allowed?;
        self.inner.create_tcp_socket(family)
    }
}

impl udp_create_socket::Host for Sockets<'_> {
    async fn create_udp_socket(
        &mut self,
        family: IpAddressFamily,
    ) -> Result<Resource<UdpSocket>, SocketError> {
        self.require(self.network.plan.network.has_udp(), "udp")?;
        udp_create_socket::Host::create_udp_socket(&mut self.inner, family).await
    }
}

impl direct::udp_create_socket::Host for Sockets<'_> {
    fn create_udp_socket(&mut self, family: IpAddressFamily) -> Result<Resource<UdpSocket>, SocketError> {
        wait(udp_create_socket::Host::create_udp_socket(self, family)).map_err(SocketError::trap)?
    }
}

pub(super) struct NamesData;

impl HasData for NamesData {
    type Data<'a> = Names<'a>;
}

/// `wasi:sockets/ip-name-lookup`, for the names that are granted.
pub(super) struct Names<'a> {
    pub(super) inner: WasiSocketsCtxView<'a>,
    pub(super) lookups: &'a mut HashMap<u32, String>,
    pub(super) network: &'a Network,
}

/// Errors and networks are Wasmtime's own, whoever makes sockets or looks names up.
macro_rules! network_of {
    ($($view:ident)*) => {
        $(impl network::Host for $view<'_> {
            fn convert_error_code(&mut self, error: SocketError) -> Result<ErrorCode> {
                network::Host::convert_error_code(&mut self.inner, error)
            }

            fn network_error_code(&mut self, error: Resource<wasmtime::Error>) -> Result<Option<ErrorCode>> {
                network::Host::network_error_code(&mut self.inner, error)
            }
        }

        impl network::HostNetwork for $view<'_> {
            fn drop(&mut self, handle: Resource<NetworkHandle>) -> Result<()> {
                network::HostNetwork::drop(&mut self.inner, handle)
            }
        })*
    };
}

network_of!(Names Sockets);

impl Host for Names<'_> {
    fn resolve_addresses(
        &mut self,
        network: Resource<NetworkHandle>,
        name: String,
    ) -> Result<Resource<ResolveAddressStream>, SocketError> {
        let plan = &self.network.plan.network;
        let allowed = plan.names.iter().any(|pattern| pattern.matches(&name));
        self.network.outbox.access(allowed, "dns", || name.clone());
        self.network.outbox.deliver_now();
        if !allowed {
            return Err(ErrorCode::AccessDenied.into());
        }
        let stream = self.inner.resolve_addresses(network, name.clone())?;
        self.lookups.insert(stream.rep(), name);
        Ok(stream)
    }
}

impl HostResolveAddressStream for Names<'_> {
    fn resolve_next_address(
        &mut self,
        stream: Resource<ResolveAddressStream>,
    ) -> Result<Option<IpAddress>, SocketError> {
        let number = stream.rep();
        let next = self.inner.resolve_next_address(stream)?;
        if let (Some(address), Some(name)) = (&next, self.lookups.get(&number)) {
            self.network.remember(plain(*address).to_canonical(), name);
        }
        Ok(next)
    }

    fn subscribe(&mut self, stream: Resource<ResolveAddressStream>) -> Result<Resource<DynPollable>> {
        HostResolveAddressStream::subscribe(&mut self.inner, stream)
    }

    fn drop(&mut self, stream: Resource<ResolveAddressStream>) -> Result<()> {
        self.lookups.remove(&stream.rep());
        HostResolveAddressStream::drop(&mut self.inner, stream)
    }
}
