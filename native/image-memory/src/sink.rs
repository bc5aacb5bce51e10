//! Where images that come out of guests are written.

use crate::MAX_IMAGE;
use std::ptr;

/// An image that there is no room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// How many bytes it needs.
    pub needed: usize,
    /// No image may have so many; otherwise there is no memory for it.
    pub ever: bool,
}

/// Grows an image: in the host's buffer while it fits, in memory of the library's own from then on.
///
/// Offsets that [`Sink::reserve`] returned are in bounds for good, which is what the writing functions rely on.
pub struct Sink<'a> {
    base: *mut u8,
    capacity: usize,
    length: usize,
    overflow: &'a mut Vec<u64>,
    overflowed: bool,
}

impl<'a> Sink<'a> {
    /// # Safety
    ///
    /// `buffer` is valid for writes of `capacity` bytes for as long as the sink is used, and Rust code accesses it
    /// through the sink alone. What others do to it garbles the image, and no more: the sink reads nothing back but to
    /// move it.
    pub unsafe fn new(buffer: *mut u8, capacity: usize, overflow: &'a mut Vec<u64>) -> Sink<'a> {
        Sink {
            base: buffer,
            capacity,
            length: 0,
            overflow,
            overflowed: false,
        }
    }

    /// Makes room for `size` bytes, with an alignment that is a power of two, and returns their offset.
    #[inline]
    pub fn reserve(&mut self, size: usize, align: u32) -> Result<usize, TooLarge> {
        // A power of two, which the compiler can't know.
        let at = (self.length + align as usize - 1) & !(align as usize - 1);
        // The length never exceeds `MAX_IMAGE`, and what fits into a guest's memory is far from the end of 64 bits.
        let end = at.saturating_add(size);
        if end > self.capacity {
            self.grow(end)?;
        }
        self.length = end;
        Ok(at)
    }

    #[cold]
    fn grow(&mut self, needed: usize) -> Result<(), TooLarge> {
        if needed > MAX_IMAGE {
            return Err(TooLarge { needed, ever: true });
        }
        let words = needed.max(2 * self.capacity).min(MAX_IMAGE).div_ceil(8);
        if !self.overflowed {
            self.overflow.clear();
        }
        // Growing a vector aborts the process where there is no memory.
        let more = words.saturating_sub(self.overflow.len());
        if self.overflow.try_reserve_exact(more).is_err() {
            return Err(TooLarge { needed, ever: false });
        }
        self.overflow.resize(words, 0);
        if !self.overflowed {
            // SAFETY: `length` bytes of the host's buffer are written; the new area is larger, and its own.
            unsafe { ptr::copy_nonoverlapping(self.base, self.overflow.as_mut_ptr().cast(), self.length) };
            self.overflowed = true;
        }
        self.base = self.overflow.as_mut_ptr().cast();
        self.capacity = self.overflow.len() * 8;
        Ok(())
    }

    /// Copies into a reserved range.
    ///
    /// # Panics
    ///
    /// If it is not reserved: callers pass ranges that `reserve` returned, as long as layouts are right, and a wrong one
    /// must not cost memory safety.
    #[inline]
    pub fn put(&mut self, at: usize, bytes: &[u8]) {
        assert!(at <= self.length && bytes.len() <= self.length - at);
        // SAFETY: just checked: `length` bytes of the area are reserved, which Rust code accesses through the sink alone.
        unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), self.base.add(at), bytes.len()) }
    }

    /// Writes the low `size` (1, 2, 4 or 8) bytes of a value.
    #[inline]
    pub fn put_bits(&mut self, at: usize, size: u8, value: u64) {
        match size {
            1 => self.put(at, &[value as u8]),
            2 => self.put(at, &(value as u16).to_le_bytes()),
            4 => self.put(at, &(value as u32).to_le_bytes()),
            _ => self.put(at, &value.to_le_bytes()),
        }
    }

    /// Writes an (offset, length) pair.
    #[inline]
    pub fn put_pair(&mut self, at: usize, offset: u32, length: u32) {
        self.put_bits(at, 8, u64::from(offset) | u64::from(length) << 32);
    }

    /// Where the image is, its length, and whether it outgrew the host's buffer.
    pub fn finish(self) -> (*const u8, usize, bool) {
        (self.base, self.length, self.overflowed)
    }
}

#[cfg(test)]
mod tests {
    use super::{Sink, TooLarge};
    use crate::{HostBytes, MAX_IMAGE};

    fn contents((start, length, _): (*const u8, usize, bool)) -> Vec<u8> {
        // SAFETY: what a sink has left.
        unsafe { HostBytes::new(start, length) }.to_vec().expect("memory")
    }

    #[test]
    fn an_image_that_fits_stays_in_the_buffer() {
        let mut buffer = [0u64; 4];
        let mut overflow = Vec::new();
        // SAFETY: the buffer, used by nothing else meanwhile.
        let mut sink = unsafe { Sink::new(buffer.as_mut_ptr().cast(), 32, &mut overflow) };
        assert_eq!(sink.reserve(3, 1), Ok(0));
        assert_eq!(sink.reserve(8, 8), Ok(8));
        sink.put(0, &[1, 2, 3]);
        sink.put_pair(8, 7, 9);
        let done = sink.finish();
        assert!(!done.2);
        let image = contents(done);
        assert_eq!(&image[..3], [1, 2, 3]);
        assert_eq!(&image[8..], [7, 0, 0, 0, 9, 0, 0, 0]);
    }

    #[test]
    fn what_was_written_moves_along_when_an_image_outgrows_the_buffer() {
        for capacity in [0, 8, 16, 24] {
            let mut buffer = [0xaau8; 24];
            let mut overflow = vec![u64::MAX; 3];
            // SAFETY: the buffer, used by nothing else meanwhile.
            let mut sink = unsafe { Sink::new(buffer.as_mut_ptr(), capacity, &mut overflow) };
            let mut written = Vec::new();
            for i in 0..200u8 {
                let at = sink.reserve(usize::from(i % 7) + 1, 1).expect("room");
                let bytes = vec![i; usize::from(i % 7) + 1];
                assert_eq!(at, written.len());
                sink.put(at, &bytes);
                written.extend(bytes);
            }
            let done = sink.finish();
            assert!(done.2);
            assert_eq!(contents(done), written);
        }
    }

    #[test]
    fn numbers_are_written_in_their_size() {
        let mut buffer = [0u8; 16];
        let mut overflow = Vec::new();
        // SAFETY: the buffer, used by nothing else meanwhile.
        let mut sink = unsafe { Sink::new(buffer.as_mut_ptr(), 16, &mut overflow) };
        assert_eq!(sink.reserve(16, 8), Ok(0));
        sink.put_bits(0, 8, u64::MAX);
        sink.put_bits(0, 4, 0x0403_0201);
        sink.put_bits(4, 2, 0x0605);
        sink.put_bits(6, 1, 0x107);
        assert_eq!(contents(sink.finish())[..8], [1, 2, 3, 4, 5, 6, 7, 0xff]);
    }

    #[test]
    fn an_image_of_more_than_offsets_can_name_is_refused() {
        let mut overflow = Vec::new();
        // SAFETY: no buffer, of no bytes.
        let mut sink = unsafe { Sink::new(std::ptr::null_mut(), 0, &mut overflow) };
        let needed = MAX_IMAGE + 1;
        assert_eq!(sink.reserve(needed, 1), Err(TooLarge { needed, ever: true }));
        assert_eq!(
            sink.reserve(usize::MAX, 8),
            Err(TooLarge {
                needed: usize::MAX,
                ever: true
            })
        );
        assert_eq!(sink.reserve(8, 8), Ok(0));
        assert_eq!(sink.finish().1, 8);
    }

    #[test]
    #[should_panic]
    fn nothing_is_written_beyond_what_was_reserved() {
        let mut buffer = [0u8; 16];
        let mut overflow = Vec::new();
        // SAFETY: the buffer, used by nothing else meanwhile.
        let mut sink = unsafe { Sink::new(buffer.as_mut_ptr(), 16, &mut overflow) };
        assert_eq!(sink.reserve(4, 1), Ok(0));
        sink.put(1, &[0; 4]);
    }
}
