//! `wasi:sockets/ip-name-lookup`: names that guests look up.

use crate::wasi::network::Network;
use crate::wasi::state::{HasWasi, Wasi};
use crate::wasi::wait::deliver_now;
use std::io;
use std::net::{IpAddr, Ipv6Addr};
use std::pin::pin;
use std::sync::Arc;
use std::vec;
use wasmtime::component::{Accessor, Linker, Resource, ResourceType};
use wasmtime::{Result, StoreContextMut};
use wasmtime_wasi::p2::bindings::sockets::network::{ErrorCode, IpAddress, Network as NetworkHandle};
use wasmtime_wasi::p2::{Pollable, subscribe};
use wasmtime_wasi::p3::bindings::sockets::ip_name_lookup::ErrorCode as P3ErrorCode;
use wasmtime_wasi::p3::bindings::sockets::types::IpAddress as P3IpAddress;
use wasmtime_wasi::runtime::{AbortOnDropJoinHandle, poll_noop, spawn};

/// Longer names than DNS has, because they may yet be encoded.
const LONGEST_NAME: usize = 1 << 10;

/// Where a guest's name leads.
enum Host {
    /// It is an address already.
    Address(IpAddr),
    Domain(String),
}

/// Why a name is not looked up.
enum Refused {
    NoName,
    Denied,
}

fn parse(name: &str) -> Option<Host> {
    match url::Host::parse(name) {
        Ok(url::Host::Domain(domain)) => Some(Host::Domain(domain)),
        Ok(url::Host::Ipv4(address)) => Some(Host::Address(address.into())),
        Ok(url::Host::Ipv6(address)) => Some(Host::Address(address.into())),
        // Without brackets.
        Err(_) => name
            .parse::<Ipv6Addr>()
            .ok()
            .map(|address| Host::Address(address.into())),
    }
}

/// Decides on a name, and tells the host.
fn decide(network: &Network, name: &str) -> Result<Host, Refused> {
    if name.len() > LONGEST_NAME {
        return Err(Refused::NoName);
    }
    if !network.allows_name(name) {
        return Err(Refused::Denied);
    }
    parse(name).ok_or(Refused::NoName)
}

/// Looks a domain up.
fn look_up(
    network: &Network,
    domain: String,
) -> impl Future<Output = io::Result<Vec<IpAddr>>> + Send + use<> {
    let found = network.lookups.addresses(domain, 0);
    async move {
        Ok(found
            .await?
            .iter()
            .map(|address| address.ip().to_canonical())
            .collect())
    }
}

/// A name that a guest looks up: `resolve-address-stream`.
struct Lookup {
    name: String,
    state: State,
}

enum State {
    Waiting(AbortOnDropJoinHandle<io::Result<Vec<IpAddr>>>),
    Found(vec::IntoIter<IpAddr>),
    Nothing,
}

impl State {
    fn new(result: io::Result<Vec<IpAddr>>) -> State {
        result.map_or(State::Nothing, |addresses| State::Found(addresses.into_iter()))
    }
}

#[wasmtime_wasi::async_trait]
impl Pollable for Lookup {
    async fn ready(&mut self) {
        if let State::Waiting(task) = &mut self.state {
            self.state = State::new(task.await);
        }
    }
}

fn resolve(
    wasi: &mut Wasi,
    network: &Resource<NetworkHandle>,
    name: String,
) -> Result<Result<Resource<Lookup>, ErrorCode>> {
    wasi.table.get(network)?;
    let decided = decide(&wasi.network, &name);
    // Here and not later: a guest that is refused need never wait.
    deliver_now(&wasi.outbox);
    let state = match decided {
        Ok(Host::Address(address)) => State::Found(vec![address].into_iter()),
        Ok(Host::Domain(domain)) => State::Waiting(spawn(look_up(&wasi.network, domain))),
        Err(Refused::NoName) => return Ok(Err(ErrorCode::InvalidArgument)),
        Err(Refused::Denied) => return Ok(Err(ErrorCode::AccessDenied)),
    };
    Ok(Ok(wasi.table.push(Lookup { name, state })?))
}

fn next(wasi: &mut Wasi, lookup: &Resource<Lookup>) -> Result<Result<Option<IpAddress>, ErrorCode>> {
    let lookup = wasi.table.get_mut(lookup)?;
    poll_noop(pin!(lookup.ready()));
    Ok(match &mut lookup.state {
        State::Waiting(_) => Err(ErrorCode::WouldBlock),
        State::Nothing => Err(ErrorCode::NameUnresolvable),
        State::Found(addresses) => Ok(addresses.next().map(|address| {
            wasi.network.remember(address, &lookup.name);
            address.into()
        })),
    })
}

/// `wasi:sockets/ip-name-lookup` 0.2.
pub(super) fn link<T: HasWasi>(linker: &mut Linker<T>) -> Result<()> {
    let mut names = linker.instance("wasi:sockets/ip-name-lookup@0.2.12")?;
    names.resource(
        "resolve-address-stream",
        ResourceType::host::<Lookup>(),
        |mut store, number| {
            let lookup = Resource::<Lookup>::new_own(number);
            store.data_mut().wasi().table.delete(lookup)?;
            Ok(())
        },
    )?;
    names.func_wrap(
        "resolve-addresses",
        |mut store: StoreContextMut<'_, T>, (network, name): (Resource<NetworkHandle>, String)| {
            Ok((resolve(store.data_mut().wasi(), &network, name)?,))
        },
    )?;
    names.func_wrap(
        "[method]resolve-address-stream.resolve-next-address",
        |mut store: StoreContextMut<'_, T>, (lookup,): (Resource<Lookup>,)| {
            Ok((next(store.data_mut().wasi(), &lookup)?,))
        },
    )?;
    names.func_wrap(
        "[method]resolve-address-stream.subscribe",
        |mut store: StoreContextMut<'_, T>, (lookup,): (Resource<Lookup>,)| {
            Ok((subscribe(&mut store.data_mut().wasi().table, lookup)?,))
        },
    )
}

async fn resolve_all<T: HasWasi>(
    store: &Accessor<T>,
    name: String,
) -> Result<Result<Vec<P3IpAddress>, P3ErrorCode>> {
    let network = store.with(|mut store| Arc::clone(&store.data_mut().wasi().network));
    let addresses = match decide(&network, &name) {
        Ok(Host::Address(address)) => vec![address],
        Ok(Host::Domain(domain)) => match look_up(&network, domain).await {
            Ok(addresses) => addresses,
            Err(_) => return Ok(Err(P3ErrorCode::NameUnresolvable)),
        },
        Err(Refused::NoName) => return Ok(Err(P3ErrorCode::InvalidArgument)),
        Err(Refused::Denied) => return Ok(Err(P3ErrorCode::AccessDenied)),
    };
    for address in &addresses {
        network.remember(*address, &name);
    }
    Ok(Ok(addresses.into_iter().map(Into::into).collect()))
}

/// The same of 0.3.
pub(super) fn link_p3<T: HasWasi>(linker: &mut Linker<T>) -> Result<()> {
    let mut names = linker.instance("wasi:sockets/ip-name-lookup@0.3.0")?;
    names.func_wrap_concurrent("resolve-addresses", |store: &Accessor<T>, (name,): (String,)| {
        Box::pin(async move { Ok((resolve_all(store, name).await?,)) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_names_too() {
        for (name, address) in [("127.0.0.1", "127.0.0.1"), ("::1", "::1"), ("[::1]", "::1")] {
            let Some(Host::Address(found)) = parse(name) else {
                panic!("{name} is an address");
            };
            assert_eq!(found, address.parse::<IpAddr>().unwrap());
        }
        assert!(matches!(parse("example.com"), Some(Host::Domain(_))));
        assert!(parse("a b").is_none());
    }
}
