//! Where images that come out of guests are written.

use crate::error::{ErrorKind, Failure};
use crate::image::MAX_IMAGE;
use wasmtime::Error;

/// Grows an image: in the host's buffer while it fits, in memory of the library's own from then on.
///
/// Offsets that [`Sink::reserve`] returned are in bounds for good, which is what the writing functions rely on.
pub(crate) struct Sink<'a> {
    base: *mut u8,
    capacity: usize,
    length: usize,
    overflow: &'a mut Vec<u64>,
    overflowed: bool,
}

impl<'a> Sink<'a> {
    /// # Safety
    ///
    /// `buffer` is valid for writes of `capacity` bytes, unaliased, for as long as the sink is used.
    pub(crate) unsafe fn new(buffer: *mut u8, capacity: usize, overflow: &'a mut Vec<u64>) -> Sink<'a> {
        Sink {
            base: buffer,
            capacity,
            length: 0,
            overflow,
            overflowed: false,
        }
    }

    /// Makes room for `size` bytes and returns their offset.
    #[inline]
    pub(crate) fn reserve(&mut self, size: usize, align: u32) -> Result<usize, Error> {
        // A power of two, which the compiler can't know.
        let at = (self.length + align as usize - 1) & !(align as usize - 1);
        // Neither summand exceeds what fits into a guest's memory and an image, so this can't overflow 64 bits.
        let end = at + size;
        if end > self.capacity {
            self.grow(end)?;
        }
        self.length = end;
        Ok(at)
    }

    #[cold]
    fn grow(&mut self, needed: usize) -> Result<(), Error> {
        if needed > MAX_IMAGE {
            let message = format!("a call's values need {needed} bytes; an image holds at most {MAX_IMAGE}");
            return Err(Failure::new(ErrorKind::Limit, message).into());
        }
        let words = needed.max(2 * self.capacity).min(MAX_IMAGE).div_ceil(8);
        if !self.overflowed {
            self.overflow.clear();
        }
        // Growing a vector aborts the process where there is no memory.
        let more = words - self.overflow.len();
        if self.overflow.try_reserve_exact(more).is_err() {
            let message = format!("there is no memory for an image of {needed} bytes");
            return Err(Failure::new(ErrorKind::Limit, message).into());
        }
        self.overflow.resize(words, 0);
        if !self.overflowed {
            // SAFETY: `length` bytes of the host's buffer are written; the new area is larger, and its own.
            unsafe {
                std::ptr::copy_nonoverlapping(self.base, self.overflow.as_mut_ptr().cast(), self.length);
            }
            self.overflowed = true;
        }
        self.base = self.overflow.as_mut_ptr().cast();
        self.capacity = self.overflow.len() * 8;
        Ok(())
    }

    /// Copies into a reserved range.
    #[inline]
    pub(crate) fn put(&mut self, at: usize, bytes: &[u8]) {
        // Callers pass ranges that `reserve` returned, as long as layouts are right: a wrong one must not cost memory
        // safety.
        assert!(at <= self.length && bytes.len() <= self.length - at);
        // SAFETY: just checked: `length` bytes of the area are reserved; guest memory and the image never overlap.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), self.base.add(at), bytes.len()) }
    }

    /// Writes the low `size` (1, 2, 4 or 8) bytes of a value.
    #[inline]
    pub(crate) fn put_bits(&mut self, at: usize, size: u8, value: u64) {
        match size {
            1 => self.put(at, &[value as u8]),
            2 => self.put(at, &(value as u16).to_le_bytes()),
            4 => self.put(at, &(value as u32).to_le_bytes()),
            _ => self.put(at, &value.to_le_bytes()),
        }
    }

    /// Writes an (offset, length) pair.
    #[inline]
    pub(crate) fn put_pair(&mut self, at: usize, offset: u32, length: u32) {
        self.put_bits(at, 8, u64::from(offset) | u64::from(length) << 32);
    }

    /// Where the image is, its length, and whether it outgrew the host's buffer.
    pub(crate) fn finish(self) -> (*mut u8, usize, bool) {
        (self.base, self.length, self.overflowed)
    }
}
