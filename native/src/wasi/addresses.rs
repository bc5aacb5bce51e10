//! What is granted of the network: addresses, names, ports.

use crate::bytes::BlockReader;
use crate::error::{ErrorKind, Failure};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ops::RangeInclusive;

/// Ranges of addresses that a grant for any address doesn't mean: `enum sb_address_class` of `switchblade.h`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    Public = 0,
    /// This machine.
    Loopback = 1,
    LinkLocal = 2,
    Private = 4,
    /// Multicast, broadcast, reserved, documentation and the like.
    Special = 8,
}

impl Class {
    pub(super) fn of(address: IpAddr) -> Class {
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
pub(super) struct Range {
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

    pub(super) fn contains(&self, address: IpAddr) -> bool {
        let ((first, length), (number, other)) = (Range::number(self.first), Range::number(address));
        let ignored = u32::from(length - self.bits);
        length == other && first.checked_shr(ignored) == number.checked_shr(ignored)
    }

    /// The class that all its addresses are of, if one block of that class has them all.
    pub(super) fn class(&self) -> Option<Class> {
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
pub(super) enum Target {
    Any,
    Range(Range),
    Name(NamePattern),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Outbound,
    Inbound,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Protocol {
    Tcp,
    Udp,
}

#[derive(Clone, Debug)]
pub(super) struct Grant {
    pub(super) direction: Direction,
    pub(super) protocol: Protocol,
    pub(super) target: Target,
    pub(super) ports: RangeInclusive<u16>,
}

/// What is granted of the network, apart from HTTP.
#[derive(Default)]
pub(super) struct NetworkPlan {
    pub(super) grants: Vec<Grant>,
    pub(super) names: Vec<NamePattern>,
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

    pub(super) fn grants_class(&self, class: Class) -> bool {
        class == Class::Public || self.classes & class as u8 != 0
    }
}

/// Who names this machine means it.
pub(super) fn is_this_machine(name: &str, class: Class) -> bool {
    let name = name.trim_end_matches('.');
    class == Class::Loopback && name.eq_ignore_ascii_case("localhost")
}
