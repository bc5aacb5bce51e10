//! Standard input, output and error of guests.

use crate::inbox::{Inbox, Received};
use crate::outbox::{Outbox, Output, Writable};
use bytes::Bytes;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::futures::OwnedNotified;
use wasmtime::Error;
use wasmtime_wasi::cli::{IsTerminal, StdinStream, StdoutStream};
use wasmtime_wasi::p2::pipe::MemoryInputPipe;
use wasmtime_wasi::p2::{InputStream, OutputStream, Pollable, StreamError, StreamResult};

/// The most bytes that are asked of the host at once.
const CHUNK: usize = 64 << 10;

/// Standard input that is known from the start.
pub(super) struct InputBytes(MemoryInputPipe);

impl InputBytes {
    pub(super) fn new(bytes: Bytes) -> InputBytes {
        InputBytes(MemoryInputPipe::new(bytes))
    }
}

impl IsTerminal for InputBytes {
    fn is_terminal(&self) -> bool {
        false
    }
}

impl StdinStream for InputBytes {
    fn async_stream(&self) -> Box<dyn AsyncRead + Send + Sync> {
        self.0.async_stream()
    }

    fn p2_stream(&self) -> Box<dyn InputStream> {
        Box::new(self.0.clone())
    }
}

/// Standard input that the host reads when a guest does.
#[derive(Clone)]
pub(super) struct HostInput {
    inbox: Arc<Inbox>,
    outbox: Arc<Outbox>,
}

impl HostInput {
    pub(super) fn new(outbox: Arc<Outbox>) -> HostInput {
        HostInput {
            inbox: Arc::default(),
            outbox,
        }
    }

    /// Has the host read, unless there is something, or it reads already.
    fn ask(&self, received: &mut Received) {
        if received.bytes.is_empty() && !received.ended && received.failure.is_none() && !received.asked {
            received.asked = true;
            self.outbox.ask_input(Arc::clone(&self.inbox), CHUNK);
        }
    }

    fn take(&self, most: usize) -> Option<io::Result<Bytes>> {
        let mut received = self.inbox.received();
        if let Some(failure) = received.failure.take() {
            received.ended = true;
            return Some(Err(io::Error::other(failure)));
        }
        if received.bytes.is_empty() && !received.ended {
            self.ask(&mut received);
            return None;
        }
        let count = most.min(received.bytes.len());
        Some(Ok(received.bytes.drain(..count).collect()))
    }
}

impl IsTerminal for HostInput {
    fn is_terminal(&self) -> bool {
        false
    }
}

impl StdinStream for HostInput {
    fn async_stream(&self) -> Box<dyn AsyncRead + Send + Sync> {
        Box::new(HostReader {
            input: self.clone(),
            given: None,
        })
    }

    fn p2_stream(&self) -> Box<dyn InputStream> {
        Box::new(self.clone())
    }
}

#[wasmtime_wasi::async_trait]
impl Pollable for HostInput {
    async fn ready(&mut self) {
        loop {
            let inbox = Arc::clone(&self.inbox);
            let given = inbox.given.notified();
            {
                let mut received = self.inbox.received();
                if !received.bytes.is_empty() || received.ended || received.failure.is_some() {
                    return;
                }
                self.ask(&mut received);
            }
            given.await;
        }
    }
}

#[wasmtime_wasi::async_trait]
impl InputStream for HostInput {
    fn read(&mut self, size: usize) -> StreamResult<Bytes> {
        if size == 0 {
            return Ok(Bytes::new());
        }
        match self.take(size) {
            None => Ok(Bytes::new()),
            Some(Ok(bytes)) if bytes.is_empty() => Err(StreamError::Closed),
            Some(Ok(bytes)) => Ok(bytes),
            Some(Err(error)) => Err(StreamError::LastOperationFailed(error.into())),
        }
    }
}

/// Standard input for WASI 0.3.
struct HostReader {
    input: HostInput,
    /// Whoever waits: one, however often it asks, and nobody once the stream is dropped.
    given: Option<Pin<Box<OwnedNotified>>>,
}

impl AsyncRead for HostReader {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        to: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        loop {
            let inbox = &this.input.inbox;
            let given = this
                .given
                .get_or_insert_with(|| Box::pin(Arc::clone(&inbox.given).notified_owned()));
            // What is given from here on is heard of.
            given.as_mut().enable();
            if let Some(bytes) = this.input.take(to.remaining()) {
                this.given = None;
                return Poll::Ready(bytes.map(|bytes| to.put_slice(&bytes)));
            }
            ready!(given.as_mut().poll(cx));
            this.given = None;
        }
    }
}

/// Standard output or error that goes to the host.
#[derive(Clone)]
pub(super) struct HostOutput {
    output: Output,
    outbox: Arc<Outbox>,
    /// A guest wants to know that all of it is written, before it goes on.
    flushing: bool,
}

impl HostOutput {
    pub(super) fn new(output: Output, outbox: Arc<Outbox>) -> HostOutput {
        HostOutput {
            output,
            outbox,
            flushing: false,
        }
    }

    /// What a guest is told if the host can't write.
    fn expect_writable(&self) -> StreamResult<()> {
        match self.outbox.tell_writable(self.output) {
            Writable::Yes => Ok(()),
            Writable::Failed => {
                let error = io::Error::other("the host can't write to the stream");
                Err(StreamError::LastOperationFailed(error.into()))
            }
            Writable::Closed => Err(StreamError::Closed),
        }
    }
}

fn io_error(error: StreamError) -> io::Error {
    match error {
        StreamError::Closed => io::ErrorKind::BrokenPipe.into(),
        StreamError::LastOperationFailed(error) | StreamError::Trap(error) => {
            io::Error::other(error.to_string())
        }
    }
}

impl IsTerminal for HostOutput {
    fn is_terminal(&self) -> bool {
        false
    }
}

impl StdoutStream for HostOutput {
    fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
        Box::new(self.clone())
    }

    fn p2_stream(&self) -> Box<dyn OutputStream> {
        Box::new(self.clone())
    }
}

#[wasmtime_wasi::async_trait]
impl Pollable for HostOutput {
    async fn ready(&mut self) {
        if self.flushing {
            self.outbox.written(self.output).await;
        }
        self.outbox.ready().await;
    }
}

#[wasmtime_wasi::async_trait]
impl OutputStream for HostOutput {
    fn write(&mut self, bytes: Bytes) -> StreamResult<()> {
        self.expect_writable()?;
        if bytes.len() > self.outbox.room() {
            return Err(StreamError::trap(
                "the guest wrote more than `check-write` allowed",
            ));
        }
        self.outbox.count_output(bytes.len()).map_err(StreamError::Trap)?;
        self.outbox.write(self.output, &bytes);
        Ok(())
    }

    fn flush(&mut self) -> StreamResult<()> {
        self.expect_writable()?;
        self.flushing = true;
        Ok(())
    }

    fn check_write(&mut self) -> StreamResult<usize> {
        self.expect_writable()?;
        self.flushing &= !self.outbox.is_written(self.output);
        Ok(if self.flushing { 0 } else { self.outbox.room() })
    }
}

impl AsyncWrite for HostOutput {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.expect_writable().map_err(io_error)?;
        let room = ready!(self.outbox.poll_room(cx.waker()));
        let bytes = &bytes[..bytes.len().min(room)];
        self.outbox
            .count_output(bytes.len())
            .map_err(|error: Error| io::Error::other(error.to_string()))?;
        self.outbox.write(self.output, bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.outbox.poll_written(self.output, cx.waker()));
        Poll::Ready(self.expect_writable().map_err(io_error))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_flush(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::{Wake, Waker};

    struct Woken(AtomicUsize);

    impl Wake for Woken {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }

    #[test]
    fn whoever_waits_for_input_is_remembered_once_and_only_while_waiting() {
        let input = HostInput::new(Arc::new(Outbox::new(0, false)));
        let woken = Arc::new(Woken(AtomicUsize::new(0)));
        let waker = Waker::from(Arc::clone(&woken));
        let mut cx = Context::from_waker(&waker);
        let mut room = [0; 10];
        for _ in 0..100 {
            let mut stream = Box::into_pin(input.async_stream());
            for _ in 0..100 {
                let mut to = ReadBuf::new(&mut room);
                assert!(stream.as_mut().poll_read(&mut cx, &mut to).is_pending());
            }
            // This one, `waker`, and what waits.
            assert_eq!(Arc::strong_count(&woken), 3);
        }
        assert_eq!(Arc::strong_count(&woken), 2);
        let mut stream = Box::into_pin(input.async_stream());
        let mut to = ReadBuf::new(&mut room);
        assert!(stream.as_mut().poll_read(&mut cx, &mut to).is_pending());
        input.inbox.give(|received| received.bytes.extend(b"ab"));
        assert_eq!(woken.0.load(Ordering::SeqCst), 1);
        assert!(stream.as_mut().poll_read(&mut cx, &mut to).is_ready());
        assert_eq!(to.filled(), b"ab");
    }
}
