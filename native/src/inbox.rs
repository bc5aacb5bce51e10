//! What comes from the host for a guest that waits: standard input.

use crate::bytes::BlockReader;
use crate::error::{ErrorKind, guard};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};

/// `enum sb_input` of `switchblade.h`; what is neither is why reading failed.
const INPUT_BYTES: u8 = 0;
const INPUT_ENDED: u8 = 1;

#[derive(Default)]
pub(crate) struct Received {
    pub(crate) bytes: VecDeque<u8>,
    /// The host has been asked for more, and hasn't answered.
    pub(crate) asked: bool,
    pub(crate) ended: bool,
    /// Why reading failed; told once.
    pub(crate) failure: Option<String>,
}

/// What the host has given of its input: `sb_inbox_t`.
#[derive(Default)]
pub struct Inbox {
    received: Mutex<Received>,
    pub(crate) given: Arc<Notify>,
}

impl Inbox {
    pub(crate) fn received(&self) -> MutexGuard<'_, Received> {
        self.received.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn give(&self, change: impl FnOnce(&mut Received)) {
        let mut received = self.received();
        received.asked = false;
        change(&mut received);
        drop(received);
        self.given.notify_waiters();
    }
}

/// Gives back what `SB_UPCALL_INPUT` asked for. See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_input_give(
    inbox: *const Inbox,
    answer: &wasm_byte_vec_t,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Internal, || {
        // SAFETY: the reference that the upcall gave away, which is given back once.
        let inbox = unsafe { Arc::from_raw(inbox) };
        let mut answer = BlockReader::new(answer.as_slice());
        let status = answer.u8()?;
        let bytes = answer.bytes()?;
        inbox.give(|received| match status {
            INPUT_BYTES => received.bytes.extend(bytes),
            INPUT_ENDED => received.ended = true,
            _ => received.failure = Some(String::from_utf8_lossy(bytes).into_owned()),
        });
        Ok(())
    })
}
