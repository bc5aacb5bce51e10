//! What is our own of `wasi:sockets/types` 0.3: sockets count as open, also while only a stream of theirs is.

use crate::wasi::links::redefine;
use crate::wasi::open::Place;
use crate::wasi::state::{HasWasi, Wasi, sockets_of};
use crate::wasi::views::sockets;
use crate::wasi_names::Version;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::sync::oneshot;
use wasmtime::component::{
    Access, FutureConsumer, FutureReader, Linker, Resource, ResourceType, Source, StreamReader,
};
use wasmtime::{AsContextMut, Result, StoreContextMut};
use wasmtime_wasi::p3::bindings::sockets::types::{
    ErrorCode, HostTcpSocket, HostTcpSocketWithStore, HostUdpSocket, IpAddressFamily,
};
use wasmtime_wasi::p3::sockets::SocketError;
use wasmtime_wasi::sockets::{TcpSocket, UdpSocket, WasiSockets, WasiSocketsCtx, WasiSocketsCtxView};

type Outcome = Result<(), ErrorCode>;

pub(super) fn link<T: HasWasi>(linker: &mut Linker<T>) -> Result<()> {
    redefine(linker, "wasi:sockets/types@0.3.0", |types| {
        types.resource(
            "tcp-socket",
            ResourceType::host::<TcpSocket>(),
            |mut store, number| {
                let wasi = store.data_mut().wasi();
                // Its streams may still have it.
                let _place = place_of(wasi, number);
                wasi.table.delete(Resource::<TcpSocket>::new_own(number))?;
                wasi.places.remove(&number);
                Ok(())
            },
        )?;
        types.func_wrap(
            "[static]tcp-socket.create",
            |mut store: StoreContextMut<'_, T>, (family,): (IpAddressFamily,)| {
                Ok((create_tcp(store.data_mut().wasi(), family)?,))
            },
        )?;
        types.func_wrap_async(
            "[static]udp-socket.create",
            |mut store: StoreContextMut<'_, T>, (family,): (IpAddressFamily,)| {
                Box::new(async move { Ok((create_udp(store.data_mut().wasi(), family).await?,)) })
            },
        )?;
        types.func_wrap(
            "[method]tcp-socket.send",
            |store: StoreContextMut<'_, T>, (socket, data): (Resource<TcpSocket>, StreamReader<u8>)| {
                Ok((send(store, socket, data)?,))
            },
        )?;
        types.func_wrap(
            "[method]tcp-socket.receive",
            |store: StoreContextMut<'_, T>, (socket,): (Resource<TcpSocket>,)| Ok((receive(store, socket)?,)),
        )
    })
}

fn answer<T>(done: Result<T, SocketError>) -> Result<Result<T, ErrorCode>> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(error) => Ok(Err(error.downcast()?)),
    }
}

/// What a socket is made with, if one may be.
fn begin(wasi: &Wasi, allowed: bool) -> Result<(WasiSocketsCtx, Arc<Place>), ErrorCode> {
    if !allowed {
        return Err(ErrorCode::AccessDenied);
    }
    let place = Arc::new(wasi.open.place().ok_or(ErrorCode::OutOfMemory)?);
    Ok((wasi.network.socket(Arc::clone(&place), Version::V0_3), place))
}

fn create_tcp(wasi: &mut Wasi, family: IpAddressFamily) -> Result<Result<Resource<TcpSocket>, ErrorCode>> {
    let (mut ctx, place) = match begin(wasi, wasi.network.allows_tcp()) {
        Ok(begun) => begun,
        Err(code) => return Ok(Err(code)),
    };
    let (ctx, table) = (&mut ctx, &mut wasi.table);
    let created = answer(HostTcpSocket::create(
        &mut WasiSocketsCtxView { ctx, table },
        family,
    ))?;
    if let Ok(socket) = &created {
        wasi.places.insert(socket.rep(), place);
    }
    Ok(created)
}

/// Nothing has a UDP socket longer than what it was made with.
async fn create_udp(
    wasi: &mut Wasi,
    family: IpAddressFamily,
) -> Result<Result<Resource<UdpSocket>, ErrorCode>> {
    let mut ctx = match begin(wasi, wasi.network.allows_udp()) {
        Ok((ctx, _)) => ctx,
        Err(code) => return Ok(Err(code)),
    };
    let (ctx, table) = (&mut ctx, &mut wasi.table);
    answer(HostUdpSocket::create(&mut WasiSocketsCtxView { ctx, table }, family).await)
}

/// The place of a socket. One that was accepted gets its when it is first heard of: all are alike, and there is one for
/// each that was let in. (A connection that was let in while its listener was dropped keeps its place until the store is
/// closed.)
fn place_of(wasi: &mut Wasi, number: u32) -> Option<Arc<Place>> {
    if let Some(place) = wasi.places.get(&number) {
        return Some(Arc::clone(place));
    }
    let mut sockets = sockets_of(&mut wasi.ctx, &mut wasi.table);
    // What failed to be accepted is a socket too, but closed: whatever it is asked for, it has none.
    HostTcpSocket::get_hop_limit(&mut sockets, Resource::new_borrow(number)).ok()?;
    let place = Arc::new(wasi.network.accepted()?);
    wasi.places.insert(number, Arc::clone(&place));
    Some(place)
}

fn send<T: HasWasi>(
    mut store: StoreContextMut<'_, T>,
    socket: Resource<TcpSocket>,
    data: StreamReader<u8>,
) -> Result<FutureReader<Outcome>> {
    let place = place_of(store.data_mut().wasi(), socket.rep());
    let access = Access::<T, WasiSockets>::new(store.as_context_mut(), sockets);
    let done = WasiSockets::send(access, socket, data)?;
    held(store, done, place)
}

fn receive<T: HasWasi>(
    mut store: StoreContextMut<'_, T>,
    socket: Resource<TcpSocket>,
) -> Result<(StreamReader<u8>, FutureReader<Outcome>)> {
    let place = place_of(store.data_mut().wasi(), socket.rep());
    let access = Access::<T, WasiSockets>::new(store.as_context_mut(), sockets);
    let (data, done) = WasiSockets::receive(access, socket)?;
    Ok((data, held(store, done, place)?))
}

/// Keeps a place for as long as a stream has its socket: until there is word of how the stream ended.
fn held<T: HasWasi>(
    mut store: StoreContextMut<'_, T>,
    done: FutureReader<Outcome>,
    place: Option<Arc<Place>>,
) -> Result<FutureReader<Outcome>> {
    let (tell, told) = oneshot::channel();
    let held = Held {
        tell: Some(tell),
        place,
    };
    done.pipe(store.as_context_mut(), held)?;
    FutureReader::new(store, told)
}

/// Hears how a stream ended, and passes it on.
struct Held {
    tell: Option<oneshot::Sender<Outcome>>,
    place: Option<Arc<Place>>,
}

impl<T: HasWasi> FutureConsumer<T> for Held {
    type Item = Outcome;

    fn poll_consume(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        store: StoreContextMut<'_, T>,
        mut source: Source<'_, Outcome>,
        _finish: bool,
    ) -> Poll<Result<()>> {
        let mut outcome = None;
        source.read(store, &mut outcome)?;
        self.place = None;
        if let (Some(outcome), Some(tell)) = (outcome, self.tell.take()) {
            // The guest may not want to know.
            let _ = tell.send(outcome);
        }
        Poll::Ready(Ok(()))
    }
}
