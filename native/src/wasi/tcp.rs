//! What is our own of `wasi:sockets/tcp` 0.2: connections count as open.

use crate::wasi::links::redefine;
use crate::wasi::state::{HasWasi, Wasi, sockets_of};
use std::sync::Arc;
use wasmtime::component::{Linker, Resource, ResourceType};
use wasmtime::{Result, StoreContextMut};
use wasmtime_wasi::p2::bindings::sockets::network::ErrorCode;
use wasmtime_wasi::p2::bindings::sockets::tcp;
use wasmtime_wasi::p2::{DynInputStream, DynOutputStream, TcpSocket};

/// A connection and its streams.
type Connection = (
    Resource<TcpSocket>,
    Resource<DynInputStream>,
    Resource<DynOutputStream>,
);

fn accept(wasi: &mut Wasi, socket: Resource<TcpSocket>) -> Result<Result<Connection, ErrorCode>> {
    // Not after the client has been let in. What a socket that was asked about already has let in waits with it, uncounted:
    // one for each that listens, which count.
    let Some(place) = wasi.open.place() else {
        return Ok(Err(ErrorCode::NewSocketLimit));
    };
    let mut sockets = sockets_of(&mut wasi.ctx, &mut wasi.table);
    match tcp::HostTcpSocket::accept(&mut sockets, socket) {
        Ok(connection) => {
            wasi.places.insert(connection.0.rep(), Arc::new(place));
            Ok(Ok(connection))
        }
        Err(error) => Ok(Err(error.downcast()?)),
    }
}

/// Counts the connections that are accepted by `wasi:sockets/tcp` 0.2. Those that a guest makes are counted as
/// [`Network::socket`](crate::wasi::network::Network::socket) says; a socket can't be dropped before its streams are.
pub(super) fn count_connections<T: HasWasi>(linker: &mut Linker<T>) -> Result<()> {
    redefine(linker, "wasi:sockets/tcp@0.2.12", |sockets| {
        sockets.resource(
            "tcp-socket",
            ResourceType::host::<TcpSocket>(),
            |mut store, number| {
                let wasi = store.data_mut().wasi();
                wasi.table.delete(Resource::<TcpSocket>::new_own(number))?;
                wasi.places.remove(&number);
                Ok(())
            },
        )?;
        sockets.func_wrap(
            "[method]tcp-socket.accept",
            |mut store: StoreContextMut<'_, T>, (socket,): (Resource<TcpSocket>,)| {
                Ok((accept(store.data_mut().wasi(), socket)?,))
            },
        )
    })
}
