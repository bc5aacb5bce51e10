//! `wasi:io` for guests on the thread's own stack: Wasmtime's implementation, waited for in such a way that the call can
//! be ended.

use crate::wasi::links::redefine;
use crate::wasi::state::HasWasi;
use crate::wasi::wait::{hand_over, wait};
use wasmtime::component::{HasData, Linker, Resource, ResourceTable};
use wasmtime::{Result, StoreContextMut};
use wasmtime_wasi::p2::bindings::sync::io::{poll, streams};
use wasmtime_wasi::p2::{DynInputStream, DynOutputStream, DynPollable, StreamError, StreamResult};
use wasmtime_wasi_io::bindings::wasi::io::poll as waiting_poll;
use wasmtime_wasi_io::bindings::wasi::io::streams as waiting;

pub(super) struct StreamsData;

impl HasData for StreamsData {
    type Data<'a> = Streams<'a>;
}

pub(super) struct Streams<'a> {
    pub(super) table: &'a mut ResourceTable,
}

/// Waits for what a stream does.
fn stream<R>(future: impl Future<Output = StreamResult<R>>) -> StreamResult<R> {
    wait(future).map_err(StreamError::Trap)?
}

/// Writes what a stream has room for. Not all of Wasmtime's look themselves: those to files keep whatever they are given.
fn write(table: &mut ResourceTable, to: Resource<DynOutputStream>, bytes: Vec<u8>) -> StreamResult<()> {
    let room = waiting::HostOutputStream::check_write(table, Resource::new_borrow(to.rep()))?;
    if bytes.len() as u64 > room {
        return Err(StreamError::trap(
            "the guest wrote more than `check-write` allowed",
        ));
    }
    waiting::HostOutputStream::write(table, to, bytes)
}

/// Has `wasi:io/streams` do the same for guests on fibers.
pub(super) fn bound_writes<T: HasWasi>(linker: &mut Linker<T>) -> Result<()> {
    redefine(linker, "wasi:io/streams@0.2.12", |streams| {
        streams.func_wrap(
            "[method]output-stream.write",
            |mut store: StoreContextMut<'_, T>, (to, bytes): (Resource<DynOutputStream>, Vec<u8>)| {
                let table = &mut store.data_mut().wasi().table;
                match write(table, to, bytes) {
                    Ok(()) => Ok((Ok(()),)),
                    Err(error) => Ok((Err(waiting::Host::convert_stream_error(table, error)?),)),
                }
            },
        )
    })
}

impl poll::Host for Streams<'_> {
    fn poll(&mut self, pollables: Vec<Resource<DynPollable>>) -> Result<Vec<u32>> {
        wait(waiting_poll::Host::poll(self.table, pollables))?
    }
}

impl poll::HostPollable for Streams<'_> {
    fn ready(&mut self, pollable: Resource<DynPollable>) -> Result<bool> {
        wait(waiting_poll::HostPollable::ready(self.table, pollable))?
    }

    fn block(&mut self, pollable: Resource<DynPollable>) -> Result<()> {
        wait(waiting_poll::HostPollable::block(self.table, pollable))?
    }

    fn drop(&mut self, pollable: Resource<DynPollable>) -> Result<()> {
        waiting_poll::HostPollable::drop(self.table, pollable)
    }
}

impl streams::Host for Streams<'_> {
    fn convert_stream_error(&mut self, error: StreamError) -> Result<streams::StreamError> {
        Ok(waiting::Host::convert_stream_error(self.table, error)?.into())
    }
}

impl streams::HostInputStream for Streams<'_> {
    fn read(&mut self, from: Resource<DynInputStream>, length: u64) -> StreamResult<Vec<u8>> {
        waiting::HostInputStream::read(self.table, from, length)
    }

    fn blocking_read(&mut self, from: Resource<DynInputStream>, length: u64) -> StreamResult<Vec<u8>> {
        stream(waiting::HostInputStream::blocking_read(self.table, from, length))
    }

    fn skip(&mut self, from: Resource<DynInputStream>, length: u64) -> StreamResult<u64> {
        waiting::HostInputStream::skip(self.table, from, length)
    }

    fn blocking_skip(&mut self, from: Resource<DynInputStream>, length: u64) -> StreamResult<u64> {
        stream(waiting::HostInputStream::blocking_skip(self.table, from, length))
    }

    fn subscribe(&mut self, from: Resource<DynInputStream>) -> Result<Resource<DynPollable>> {
        waiting::HostInputStream::subscribe(self.table, from)
    }

    fn drop(&mut self, from: Resource<DynInputStream>) -> Result<()> {
        wait(waiting::HostInputStream::drop(self.table, from))?
    }
}

impl streams::HostOutputStream for Streams<'_> {
    fn check_write(&mut self, to: Resource<DynOutputStream>) -> StreamResult<u64> {
        hand_over().map_err(StreamError::Trap)?;
        waiting::HostOutputStream::check_write(self.table, to)
    }

    fn write(&mut self, to: Resource<DynOutputStream>, bytes: Vec<u8>) -> StreamResult<()> {
        write(self.table, to, bytes)
    }

    fn blocking_write_and_flush(
        &mut self,
        to: Resource<DynOutputStream>,
        bytes: Vec<u8>,
    ) -> StreamResult<()> {
        stream(waiting::HostOutputStream::blocking_write_and_flush(
            self.table, to, bytes,
        ))
    }

    fn flush(&mut self, to: Resource<DynOutputStream>) -> StreamResult<()> {
        waiting::HostOutputStream::flush(self.table, to)
    }

    fn blocking_flush(&mut self, to: Resource<DynOutputStream>) -> StreamResult<()> {
        stream(waiting::HostOutputStream::blocking_flush(self.table, to))
    }

    fn subscribe(&mut self, to: Resource<DynOutputStream>) -> Result<Resource<DynPollable>> {
        waiting::HostOutputStream::subscribe(self.table, to)
    }

    fn write_zeroes(&mut self, to: Resource<DynOutputStream>, length: u64) -> StreamResult<()> {
        waiting::HostOutputStream::write_zeroes(self.table, to, length)
    }

    fn blocking_write_zeroes_and_flush(
        &mut self,
        to: Resource<DynOutputStream>,
        length: u64,
    ) -> StreamResult<()> {
        stream(waiting::HostOutputStream::blocking_write_zeroes_and_flush(
            self.table, to, length,
        ))
    }

    fn splice(
        &mut self,
        to: Resource<DynOutputStream>,
        from: Resource<DynInputStream>,
        length: u64,
    ) -> StreamResult<u64> {
        waiting::HostOutputStream::splice(self.table, to, from, length)
    }

    fn blocking_splice(
        &mut self,
        to: Resource<DynOutputStream>,
        from: Resource<DynInputStream>,
        length: u64,
    ) -> StreamResult<u64> {
        stream(waiting::HostOutputStream::blocking_splice(
            self.table, to, from, length,
        ))
    }

    fn drop(&mut self, to: Resource<DynOutputStream>) -> Result<()> {
        wait(waiting::HostOutputStream::drop(self.table, to))?
    }
}
