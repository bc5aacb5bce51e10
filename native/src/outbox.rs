//! What there is for the host: output, requests for input, and who was granted what. It waits until the thread is on its
//! own stack and outside of Tokio: the host may enter other stores.

use crate::bytes::BlockWriter;
use crate::error::{ErrorKind, Failure, Limit};
use crate::inbox::Inbox;
use crate::upcalls::{UPCALL_ACCESS, UPCALL_INPUT, UPCALL_OUTPUT};
use std::collections::VecDeque;
use std::fmt::{self, Write};
use std::future::poll_fn;
use std::mem;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use wasmtime::Result;

/// How many bytes of output may wait.
const MAX_WAITING: usize = 256 << 10;

/// How many events may wait. On engines with concurrency a guest can ask for more before its thread is back on its own
/// stack: then they are counted.
const MAX_EVENTS: usize = 4096;

/// How many bytes events that wait may take together.
const MAX_EVENT_BYTES: usize = 1 << 20;

/// What a message that waits takes besides its bytes, about: guests may write a byte at a time.
const MESSAGE: usize = 64;

/// How many bytes of what a guest says are shown to the host.
const MOST_SHOWN: usize = 1 << 10;

/// What is said of output that was lost.
const NOT_WRITTEN: &str = "the host could not take the guest's output";

/// Standard output or standard error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    Stdout = 1,
    Stderr = 2,
}

impl Output {
    fn index(self) -> usize {
        self as usize - 1
    }
}

/// Whether the host's stream takes what guests write.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(crate) enum Writable {
    #[default]
    Yes,
    /// It has failed, and no guest knows.
    Failed,
    /// It has failed, and a guest was told.
    Closed,
}

/// One of the two streams that the host writes to.
#[derive(Default)]
struct Stream {
    writable: Writable,
    /// Messages for it that wait, or that the host is being handed.
    unwritten: usize,
}

enum Message {
    Output(Output, Vec<u8>),
    /// Asks for at most so many bytes of standard input.
    Input(Arc<Inbox>, usize),
    Access {
        granted: bool,
        block: Vec<u8>,
    },
}

#[derive(Default)]
struct Waiting {
    messages: VecDeque<Message>,
    output_bytes: usize,
    streams: [Stream; 2],
    events: usize,
    event_bytes: usize,
    /// Events that there was no room for.
    untold: u64,
    /// Who waits for room for output, or until it is written.
    writers: Vec<Waker>,
    /// The host failed where a guest could not be stopped: it is now.
    failed: Option<&'static str>,
    /// A limit that a guest was told of; explains what it did then.
    refused: Option<Failure>,
}

impl Waiting {
    /// Has a waker woken when output has been written. A guest may ask again and again before that.
    fn remember(&mut self, waker: &Waker) {
        if !self.writers.iter().any(|other| other.will_wake(waker)) {
            self.writers.push(waker.clone());
        }
    }
}

/// The beginning of a text, which may be a guest's and of any length.
struct Beginning {
    text: String,
    length: usize,
}

impl Write for Beginning {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        // What was cut once is over.
        if self.text.len() == self.length {
            let end = part.floor_char_boundary(MOST_SHOWN - self.text.len());
            self.text.push_str(&part[..end]);
        }
        self.length += part.len();
        Ok(())
    }
}

/// A text as the host is shown it: what is long is cut, and says how long it was.
pub(crate) fn shown(what: fmt::Arguments<'_>) -> String {
    let mut beginning = Beginning {
        text: String::new(),
        length: 0,
    };
    // Writing to it never fails; what fails to be written has an end too.
    let _ = beginning.write_fmt(what);
    let Beginning { mut text, length } = beginning;
    if text.len() < length {
        text.push_str(&format!("… ({length} bytes)"));
    }
    text
}

fn event(capability: &str, what: &str) -> Vec<u8> {
    let mut block = BlockWriter::default();
    block.str(capability);
    block.str(what);
    block.finish()
}

/// Messages of one store. Filled by any thread, emptied by the one that is in the store.
pub(crate) struct Outbox {
    waiting: Mutex<Waiting>,
    any: AtomicBool,
    refused: AtomicBool,
    /// A stream has failed: somebody may have to be told.
    lost: AtomicBool,
    output_limit: u64,
    output_left: AtomicU64,
    /// The host wants to know what was granted and refused.
    tell_access: bool,
}

impl Outbox {
    pub(crate) fn new(output_limit: u64, tell_access: bool) -> Outbox {
        Outbox {
            waiting: Mutex::default(),
            any: AtomicBool::new(false),
            refused: AtomicBool::new(false),
            lost: AtomicBool::new(false),
            output_limit,
            output_left: AtomicU64::new(output_limit),
            tell_access,
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts output against the store's limit.
    pub(crate) fn count_output(&self, bytes: usize) -> Result<()> {
        let enough = |left: u64| left.checked_sub(bytes as u64);
        let counted = self
            .output_left
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, enough);
        if counted.is_ok() {
            return Ok(());
        }
        let limit = self.output_limit;
        let message = format!("the guest wrote more than the store's limit of {limit} bytes of output");
        Err(Failure::limit(Limit::OutputBytes, limit, message).into())
    }

    pub(crate) fn write(&self, output: Output, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        let mut waiting = self.waiting();
        if waiting.streams[output.index()].writable != Writable::Yes {
            return;
        }
        waiting.output_bytes += bytes.len();
        match waiting.messages.back_mut() {
            Some(Message::Output(last, text)) if *last == output => text.extend_from_slice(bytes),
            _ => {
                waiting.output_bytes += MESSAGE;
                waiting.streams[output.index()].unwritten += 1;
                waiting
                    .messages
                    .push_back(Message::Output(output, bytes.to_vec()));
            }
        }
        drop(waiting);
        self.any.store(true, Ordering::Release);
    }

    /// How many bytes of output there is room for; none: `waker` is woken when there is.
    pub(crate) fn poll_room(&self, waker: &Waker) -> Poll<usize> {
        let mut waiting = self.waiting();
        match MAX_WAITING.saturating_sub(waiting.output_bytes) {
            0 => {
                waiting.remember(waker);
                Poll::Pending
            }
            room => Poll::Ready(room),
        }
    }

    /// How many bytes of output there is room for.
    pub(crate) fn room(&self) -> usize {
        MAX_WAITING.saturating_sub(self.waiting().output_bytes)
    }

    /// Waits until there is room for output.
    pub(crate) async fn ready(&self) {
        poll_fn(|cx| self.poll_room(cx.waker()).map(drop)).await;
    }

    /// Waits until the host has written what there was of an output, or could not; `waker` is woken when it has.
    pub(crate) fn poll_written(&self, output: Output, waker: &Waker) -> Poll<()> {
        let mut waiting = self.waiting();
        if waiting.streams[output.index()].unwritten == 0 {
            return Poll::Ready(());
        }
        waiting.remember(waker);
        Poll::Pending
    }

    /// The same for the one who writes.
    pub(crate) async fn written(&self, output: Output) {
        poll_fn(|cx| self.poll_written(output, cx.waker())).await;
    }

    /// Says whether all of an output is written, or never will be.
    pub(crate) fn is_written(&self, output: Output) -> bool {
        self.waiting().streams[output.index()].unwritten == 0
    }

    /// Whether the host's stream still takes output, for a guest, which knows from then on.
    pub(crate) fn tell_writable(&self, output: Output) -> Writable {
        let stream = &mut self.waiting().streams[output.index()];
        match stream.writable {
            Writable::Failed => mem::replace(&mut stream.writable, Writable::Closed),
            writable => writable,
        }
    }

    /// Fails if output was lost and no guest was told, who then knows. For the end of a call.
    #[inline]
    pub(crate) fn expect_written(&self) -> Result<()> {
        if self.lost.load(Ordering::Acquire) {
            self.tell_host()?;
        }
        Ok(())
    }

    #[cold]
    fn tell_host(&self) -> Result<()> {
        self.lost.store(false, Ordering::Release);
        // Of both, before it fails for one.
        let outputs = [Output::Stdout, Output::Stderr];
        let lost = outputs.map(|output| self.tell_writable(output) == Writable::Failed);
        if lost.contains(&true) {
            return Err(Failure::new(ErrorKind::Output, NOT_WRITTEN).into());
        }
        Ok(())
    }

    pub(crate) fn ask_input(&self, inbox: Arc<Inbox>, bytes: usize) {
        self.waiting().messages.push_back(Message::Input(inbox, bytes));
        self.any.store(true, Ordering::Release);
    }

    /// Says whether the host wants to know what guests ask for.
    pub(crate) fn tells_access(&self) -> bool {
        self.tell_access
    }

    /// Tells the host what a guest asked for. `what` is put into words only if it wants to know, and cut.
    pub(crate) fn access(&self, granted: bool, capability: &str, what: fmt::Arguments<'_>) {
        if !self.tell_access {
            return;
        }
        let block = event(capability, &shown(what));
        let bytes = block.len() + MESSAGE;
        let mut waiting = self.waiting();
        if waiting.events == MAX_EVENTS || waiting.event_bytes + bytes > MAX_EVENT_BYTES {
            waiting.untold += 1;
        } else {
            waiting.events += 1;
            waiting.event_bytes += bytes;
            waiting.messages.push_back(Message::Access { granted, block });
        }
        drop(waiting);
        self.any.store(true, Ordering::Release);
    }

    /// Stops the guest, because the host could not do something for it.
    pub(crate) fn fail(&self, what: &'static str) {
        self.waiting().failed.get_or_insert(what);
        self.any.store(true, Ordering::Release);
    }

    /// Remembers a limit that a guest is told of in its own terms.
    pub(crate) fn refuse(&self, failure: Failure) {
        self.waiting().refused = Some(failure);
        self.refused.store(true, Ordering::Release);
    }

    pub(crate) fn take_refusal(&self) -> Option<Failure> {
        if !self.refused.load(Ordering::Acquire) {
            return None;
        }
        self.refused.store(false, Ordering::Release);
        self.waiting().refused.take()
    }

    /// Says whether there may be something for the host.
    #[inline]
    pub(crate) fn has_any(&self) -> bool {
        self.any.load(Ordering::Acquire)
    }

    /// Takes note of what became of a message that the host was handed.
    fn wrote(&self, output: Output, status: i64) {
        let mut waiting = self.waiting();
        let stream = &mut waiting.streams[output.index()];
        stream.unwritten -= 1;
        if status > 0 {
            stream.writable = Writable::Failed;
            self.lost.store(true, Ordering::Release);
        }
        let writers = mem::take(&mut waiting.writers);
        drop(waiting);
        writers.into_iter().for_each(Waker::wake);
    }

    /// Hands the host what there is, by `upcall`: an operation, a target, and what that wants.
    #[cold]
    pub(crate) fn deliver(&self, upcall: impl Fn(i64, i64, i64, i64) -> i64) -> Result<()> {
        self.any.store(false, Ordering::Release);
        loop {
            let mut waiting = self.waiting();
            if let Some(what) = waiting.failed.take() {
                return Err(Failure::new(ErrorKind::Host, what).into());
            }
            let mut message = waiting.messages.pop_front();
            let mut writable = Writable::Yes;
            match &message {
                Some(Message::Output(output, bytes)) => {
                    waiting.output_bytes -= bytes.len() + MESSAGE;
                    writable = waiting.streams[output.index()].writable;
                }
                Some(Message::Access { block, .. }) => {
                    waiting.events -= 1;
                    waiting.event_bytes -= block.len() + MESSAGE;
                }
                None if waiting.untold > 0 => {
                    let what = format!("{} more than could be told", mem::take(&mut waiting.untold));
                    message = Some(Message::Access {
                        granted: false,
                        block: event("events", &what),
                    });
                }
                _ => {}
            }
            drop(waiting);
            let (status, what) = match message {
                None => return Ok(()),
                Some(Message::Output(output, bytes)) => {
                    let (at, length) = (bytes.as_ptr().expose_provenance(), bytes.len());
                    let status = match writable {
                        Writable::Yes => upcall(UPCALL_OUTPUT, output as i64, at as i64, length as i64),
                        _ => 0,
                    };
                    self.wrote(output, status);
                    (status.min(0), NOT_WRITTEN)
                }
                Some(Message::Input(inbox, bytes)) => {
                    // The host gives it back with `sb_input_give`, or at once if it can't.
                    let given = Arc::into_raw(inbox);
                    let at = given.expose_provenance();
                    let status = upcall(UPCALL_INPUT, 0, at as i64, bytes as i64);
                    if status != 0 {
                        // SAFETY: the host hasn't taken the reference that was made above.
                        drop(unsafe { Arc::from_raw(given) });
                    }
                    (status, "the host has no input for the guest")
                }
                Some(Message::Access { granted, block }) => {
                    let (at, length) = (block.as_ptr().expose_provenance(), block.len());
                    upcall(UPCALL_ACCESS, granted.into(), at as i64, length as i64);
                    (0, "")
                }
            };
            if status != 0 {
                return Err(Failure::new(ErrorKind::Host, what).into());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_cut_between_characters_and_says_how_long_it_was() {
        assert_eq!(shown(format_args!("open {}", "a/b")), "open a/b");
        assert_eq!(
            shown(format_args!("{}", "x".repeat(MOST_SHOWN))),
            "x".repeat(MOST_SHOWN)
        );
        let long = "€".repeat(1000);
        let cut = shown(format_args!("a {long} b"));
        assert_eq!(cut, format!("a {}… (3004 bytes)", "€".repeat(340)));
    }

    #[test]
    fn events_that_wait_take_so_many_bytes_and_no_more() {
        let outbox = Outbox::new(0, true);
        let name = "x".repeat(1 << 20);
        for _ in 0..10 * MAX_EVENTS {
            outbox.access(false, "files", format_args!("open {name}"));
        }
        let waiting = outbox.waiting();
        let bytes: usize = waiting
            .messages
            .iter()
            .map(|message| match message {
                Message::Access { block, .. } => block.len() + MESSAGE,
                _ => 0,
            })
            .sum();
        assert_eq!(waiting.event_bytes, bytes);
        assert!(bytes <= MAX_EVENT_BYTES, "{bytes}");
        assert_eq!(waiting.events as u64 + waiting.untold, 10 * MAX_EVENTS as u64);
    }

    #[test]
    fn a_stream_that_fails_is_told_of_once_and_takes_nothing_more() {
        let outbox = Outbox::new(u64::MAX, false);
        let handed = Mutex::new(Vec::new());
        let deliver = || {
            outbox.deliver(|_, output, _, _| {
                handed.lock().unwrap().push(output);
                i64::from(output == 1)
            })
        };
        outbox.write(Output::Stdout, b"lost");
        outbox.write(Output::Stderr, b"written");
        outbox.write(Output::Stdout, b"not tried");
        assert!(!outbox.is_written(Output::Stdout));
        assert!(deliver().is_ok());
        assert_eq!(*handed.lock().unwrap(), [1, 2]);
        assert!(outbox.is_written(Output::Stdout));
        assert_eq!(outbox.room(), MAX_WAITING);
        assert_eq!(outbox.tell_writable(Output::Stderr), Writable::Yes);
        assert_eq!(outbox.tell_writable(Output::Stdout), Writable::Failed);
        assert_eq!(outbox.tell_writable(Output::Stdout), Writable::Closed);
        assert!(outbox.expect_written().is_ok());
        outbox.write(Output::Stdout, b"nobody's");
        assert!(outbox.is_written(Output::Stdout));
        assert!(deliver().is_ok());
        assert_eq!(*handed.lock().unwrap(), [1, 2]);
    }

    #[test]
    fn output_that_is_lost_when_no_guest_can_be_told_is_a_failure_once() {
        let outbox = Outbox::new(u64::MAX, false);
        outbox.write(Output::Stdout, b"lost");
        outbox.write(Output::Stderr, b"lost");
        assert!(outbox.deliver(|_, _, _, _| 1).is_ok());
        assert!(outbox.expect_written().is_err());
        assert!(outbox.expect_written().is_ok());
    }

    #[test]
    fn writing_a_byte_or_none_at_a_time_fills_the_room_for_output_too() {
        let outbox = Outbox::new(u64::MAX, false);
        let mut written = 0;
        while outbox.room() > 0 {
            for output in [Output::Stdout, Output::Stderr] {
                outbox.write(output, &[]);
                outbox.write(output, b"x");
                written += 1;
            }
        }
        assert_eq!(outbox.waiting().messages.len(), written);
        assert!(written <= MAX_WAITING / MESSAGE + 2, "{written}");
    }
}
