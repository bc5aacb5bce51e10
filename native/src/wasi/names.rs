//! Looking up names, a few at once: the system takes a thread for each, and as long as it likes.

use crate::wasi::network::Network;
use crate::wasi::wait::deliver_now;
use crate::wasi::{HasWasi, Wasi};
use std::io;
use std::net::{IpAddr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::pin::pin;
use std::sync::{Arc, LazyLock};
use std::vec;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use wasmtime::component::{Accessor, Linker, Resource, ResourceType};
use wasmtime::{Result, StoreContextMut};
use wasmtime_wasi::p2::bindings::sockets::network::{ErrorCode, IpAddress, Network as NetworkHandle};
use wasmtime_wasi::p2::{Pollable, subscribe};
use wasmtime_wasi::p3::bindings::sockets::ip_name_lookup::ErrorCode as P3ErrorCode;
use wasmtime_wasi::p3::bindings::sockets::types::IpAddress as P3IpAddress;
use wasmtime_wasi::runtime::{AbortOnDropJoinHandle, poll_noop, spawn};

/// How many names all stores look up at once. Tokio has 512 threads for what blocks, files among it, and a name server
/// that doesn't answer keeps one for half a minute.
const MOST_OF_ALL: usize = 64;

/// Longer names than DNS has, because they may yet be encoded.
const LONGEST_NAME: usize = 1 << 10;

/// Has names looked up one after another: as many at once as one store may.
pub(super) struct Lookups {
    own: Arc<Semaphore>,
    all: Arc<Semaphore>,
}

impl Lookups {
    pub(super) fn new(most: usize) -> Lookups {
        static ALL: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(MOST_OF_ALL)));
        Lookups::among(most, Arc::clone(&ALL))
    }

    fn among(most: usize, all: Arc<Semaphore>) -> Lookups {
        let own = Arc::new(Semaphore::new(most.min(Semaphore::MAX_PERMITS)));
        if most == 0 {
            // Nobody is to wait for a turn that never comes.
            own.close();
        }
        Lookups { own, all }
    }

    /// Does what blocks when it is its turn. Whoever stops waiting before gives the turn up; after that it is over when
    /// the work is, whether somebody waits or not: the thread is taken for so long.
    fn in_turn<R, W>(&self, work: W) -> impl Future<Output = io::Result<R>> + Send + use<R, W>
    where
        R: Send + 'static,
        W: FnOnce() -> io::Result<R> + Send + 'static,
    {
        let (own, all) = (Arc::clone(&self.own), Arc::clone(&self.all));
        async move {
            let own = own.acquire_owned().await.map_err(io::Error::other)?;
            let all = all.acquire_owned().await.map_err(io::Error::other)?;
            let working = spawn_blocking(move || {
                let _turn = (own, all);
                work()
            });
            working.await.map_err(io::Error::other)?
        }
    }

    /// The addresses of a host.
    pub(super) fn addresses(
        &self,
        host: String,
        port: u16,
    ) -> impl Future<Output = io::Result<Vec<SocketAddr>>> + Send + use<> {
        self.in_turn(move || Ok((host.as_str(), port).to_socket_addrs()?.collect()))
    }
}

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
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::{Receiver, Sender, channel};
    use tokio::runtime::{Builder, Runtime};
    use tokio::task::JoinHandle;

    fn runtime() -> Runtime {
        Builder::new_multi_thread().worker_threads(1).build().unwrap()
    }

    /// Name servers that answer when they are told to.
    struct Servers {
        begun: Sender<usize>,
        asked: Mutex<Receiver<usize>>,
        answers: Mutex<Vec<Sender<()>>>,
        busy: Arc<AtomicUsize>,
    }

    impl Servers {
        fn new() -> Servers {
            let (begun, asked) = channel();
            Servers {
                begun,
                asked: Mutex::new(asked),
                answers: Mutex::default(),
                busy: Arc::default(),
            }
        }

        /// Looks up the name with this number.
        fn ask(&self, runtime: &Runtime, lookups: &Lookups, number: usize) -> JoinHandle<io::Result<usize>> {
            let (answer, answered) = channel();
            self.answers.lock().unwrap().push(answer);
            let (begun, busy) = (self.begun.clone(), Arc::clone(&self.busy));
            runtime.spawn(lookups.in_turn(move || {
                busy.fetch_add(1, Ordering::SeqCst);
                begun.send(number).unwrap();
                let _ = answered.recv();
                busy.fetch_sub(1, Ordering::SeqCst);
                Ok(number)
            }))
        }

        fn next(&self) -> usize {
            self.asked.lock().unwrap().recv().unwrap()
        }

        fn answer(&self, number: usize) {
            self.answers.lock().unwrap()[number].send(()).unwrap();
        }
    }

    #[test]
    fn names_wait_for_their_turn() {
        let (runtime, servers) = (runtime(), Servers::new());
        let lookups = Lookups::among(2, Arc::new(Semaphore::new(10)));
        let asked: Vec<_> = (0..6)
            .map(|number| servers.ask(&runtime, &lookups, number))
            .collect();
        let mut running = vec![servers.next(), servers.next()];
        for _ in 0..4 {
            assert!(servers.busy.load(Ordering::SeqCst) <= 2);
            servers.answer(running.remove(0));
            running.push(servers.next());
        }
        running.into_iter().for_each(|number| servers.answer(number));
        for (number, done) in asked.into_iter().enumerate() {
            assert_eq!(runtime.block_on(done).unwrap().unwrap(), number);
        }
    }

    #[test]
    fn stores_wait_for_each_other_when_all_turns_are_taken() {
        let (runtime, servers) = (runtime(), Servers::new());
        let all = Arc::new(Semaphore::new(3));
        let (one, other) = (Lookups::among(2, Arc::clone(&all)), Lookups::among(2, all));
        let mut asked = vec![servers.ask(&runtime, &one, 0), servers.ask(&runtime, &one, 1)];
        let mut running = vec![servers.next(), servers.next()];
        asked.push(servers.ask(&runtime, &other, 2));
        running.push(servers.next());
        asked.push(servers.ask(&runtime, &other, 3));
        assert_eq!(servers.busy.load(Ordering::SeqCst), 3);
        servers.answer(running.remove(0));
        assert_eq!(servers.next(), 3);
        running.push(3);
        running.into_iter().for_each(|number| servers.answer(number));
        for done in asked {
            runtime.block_on(done).unwrap().unwrap();
        }
    }

    #[test]
    fn a_name_that_nobody_waits_for_any_more_takes_its_turn_until_it_is_found() {
        let (runtime, servers) = (runtime(), Servers::new());
        let lookups = Lookups::among(1, Arc::new(Semaphore::new(10)));
        let forgotten = servers.ask(&runtime, &lookups, 0);
        assert_eq!(servers.next(), 0);
        forgotten.abort();
        assert!(runtime.block_on(forgotten).unwrap_err().is_cancelled());
        assert_eq!(lookups.own.available_permits(), 0);
        let next = servers.ask(&runtime, &lookups, 1);
        assert_eq!(servers.busy.load(Ordering::SeqCst), 1);
        servers.answer(0);
        assert_eq!(servers.next(), 1);
        servers.answer(1);
        assert_eq!(runtime.block_on(next).unwrap().unwrap(), 1);
    }

    #[test]
    fn who_stops_waiting_gives_up_the_turn() {
        let (runtime, servers) = (runtime(), Servers::new());
        let lookups = Lookups::among(1, Arc::new(Semaphore::new(10)));
        let first = servers.ask(&runtime, &lookups, 0);
        assert_eq!(servers.next(), 0);
        let impatient = servers.ask(&runtime, &lookups, 1);
        let patient = servers.ask(&runtime, &lookups, 2);
        impatient.abort();
        assert!(runtime.block_on(impatient).unwrap_err().is_cancelled());
        servers.answer(0);
        assert_eq!(servers.next(), 2);
        servers.answer(2);
        runtime.block_on(first).unwrap().unwrap();
        runtime.block_on(patient).unwrap().unwrap();
    }

    #[test]
    fn without_turns_nobody_waits() {
        let runtime = runtime();
        let lookups = Lookups::among(0, Arc::new(Semaphore::new(10)));
        let found = lookups.addresses("localhost".to_string(), 0);
        assert!(runtime.block_on(found).is_err());
    }

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
