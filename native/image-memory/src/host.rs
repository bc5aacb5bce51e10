//! Bytes that the host owns.

use std::marker::PhantomData;
use std::ptr;

/// Bytes that the host has written, and that another thread of it may be writing to at this moment.
#[derive(Clone, Copy)]
pub struct HostBytes<'a> {
    start: *const u8,
    length: usize,
    /// The memory is there for so long.
    life: PhantomData<&'a ()>,
}

impl<'a> HostBytes<'a> {
    /// No bytes.
    pub const EMPTY: HostBytes<'static> = HostBytes {
        start: ptr::null(),
        length: 0,
        life: PhantomData,
    };

    /// # Safety
    ///
    /// Unless `length` is 0, memory of so many bytes starts at `start`, and stays there for `'a`. It may change, but Rust
    /// code does not write to it.
    pub unsafe fn new(start: *const u8, length: usize) -> HostBytes<'a> {
        HostBytes {
            start,
            length,
            life: PhantomData,
        }
    }

    /// How many bytes there are.
    #[inline]
    #[allow(clippy::len_without_is_empty, reason = "nobody asks")]
    pub fn len(&self) -> usize {
        self.length
    }

    /// The part of `length` bytes that starts at an offset, if it is within these.
    #[inline]
    pub fn part(&self, at: usize, length: usize) -> Option<HostBytes<'a>> {
        if at > self.length || length > self.length - at {
            return None;
        }
        Some(self.piece(at, length))
    }

    /// The number of 1, 2, 4 or 8 bytes at an offset.
    #[inline]
    pub fn number(&self, at: usize, size: u8) -> Option<u64> {
        let part = self.part(at, usize::from(size))?;
        // A host that leaves an image somewhere else than it promised: slow, and right.
        if part.start.addr() & (usize::from(size) - 1) != 0 {
            return Some(part.unaligned());
        }
        // Volatile, because others may be writing: the number is read once, and whole.
        // SAFETY: `part` is in bounds of what `new` was promised, and was just found aligned. Whoever writes to the memory
        // meanwhile is not Rust code.
        Some(unsafe {
            match size {
                1 => part.start.read_volatile().into(),
                2 => part.start.cast::<u16>().read_volatile().into(),
                4 => part.start.cast::<u32>().read_volatile().into(),
                _ => part.start.cast::<u64>().read_volatile(),
            }
        })
    }

    /// All bytes as a number.
    #[cold]
    fn unaligned(&self) -> u64 {
        (0..self.length).rev().fold(0, |number, at| {
            // SAFETY: in bounds of what `new` was promised; see `number`.
            let byte = unsafe { self.start.add(at).read_volatile() };
            number << 8 | u64::from(byte)
        })
    }

    /// Copies all bytes to where nobody else writes. There they can be looked at.
    ///
    /// # Panics
    ///
    /// If `to` has another length.
    #[inline]
    pub fn copy_to(&self, to: &mut [u8]) {
        assert!(to.len() == self.length, "a copy has the length of what is copied");
        if self.length > 0 {
            // SAFETY: as many bytes as `new` was promised; `to` is Rust's alone, and so no part of them. A thread of the
            // host's that writes meanwhile is a data race to Rust; what this relies on is that nobody looks at the bytes while
            // they are copied, and that the caller looks at the copy, which then is a mixture.
            unsafe { ptr::copy_nonoverlapping(self.start, to.as_mut_ptr(), self.length) };
        }
    }

    /// As [`copy_to`](HostBytes::copy_to), piece by piece; says whether all bytes of the copy are ASCII.
    ///
    /// # Panics
    ///
    /// If `to` has another length.
    #[inline]
    pub fn copy_ascii_to(&self, to: &mut [u8]) -> bool {
        assert!(to.len() == self.length, "a copy has the length of what is copied");
        // Each piece is looked at as soon as it is copied: to read it again from where it was put, in pieces of other
        // sizes, takes longer than the copy.
        let (words, rest) = to.as_chunks_mut::<8>();
        let (copied, mut seen) = (words.len() * 8, 0);
        for (at, word) in words.iter_mut().enumerate() {
            let mut piece = [0; 8];
            self.piece(at * 8, 8).copy_to(&mut piece);
            seen |= u64::from_ne_bytes(piece);
            *word = piece;
        }
        for (at, byte) in rest.iter_mut().enumerate() {
            let mut piece = [0; 1];
            self.piece(copied + at, 1).copy_to(&mut piece);
            seen |= u64::from(piece[0]);
            *byte = piece[0];
        }
        seen & 0x8080_8080_8080_8080 == 0
    }

    /// A part that is known to be within these.
    #[inline]
    fn piece(&self, at: usize, length: usize) -> HostBytes<'a> {
        debug_assert!(at <= self.length && length <= self.length - at);
        HostBytes {
            // In bounds of what `new` was promised, or no step at all.
            start: self.start.wrapping_add(at),
            length,
            life: PhantomData,
        }
    }

    /// A copy of all bytes; none if there is no memory for it.
    pub fn to_vec(&self) -> Option<Vec<u8>> {
        let mut copy = Vec::new();
        copy.try_reserve_exact(self.length).ok()?;
        copy.resize(self.length, 0);
        self.copy_to(&mut copy);
        Some(copy)
    }
}

#[cfg(test)]
mod tests {
    use super::HostBytes;

    fn bytes(of: &[u8]) -> HostBytes<'_> {
        // SAFETY: the slice, which nobody writes to.
        unsafe { HostBytes::new(of.as_ptr(), of.len()) }
    }

    #[test]
    fn numbers_are_little_endian_wherever_they_are() {
        let words = [0x1716_1514_1312_1110u64, 0x1f1e_1d1c_1b1a_1918];
        let start: *const u8 = words.as_ptr().cast();
        // SAFETY: both words.
        let image = unsafe { HostBytes::new(start, 16) };
        for at in 0..=8 {
            let first = 0x10 + at as u64;
            assert_eq!(image.number(at, 1), Some(first));
            assert_eq!(image.number(at, 2), Some(first | (first + 1) << 8));
            assert_eq!(
                image.number(at, 8),
                Some((0..8).rev().fold(0, |number, i| number << 8 | (first + i)))
            );
        }
    }

    #[test]
    fn nothing_is_read_beyond_the_end() {
        let image = bytes(&[1, 2, 3, 4]);
        assert_eq!(image.number(4, 1), None);
        assert_eq!(image.number(3, 2), None);
        assert_eq!(image.number(1, 4), None);
        assert_eq!(image.number(0, 8), None);
        assert_eq!(image.number(usize::MAX, 8), None);
        assert!(image.part(4, 0).is_some());
        assert!(image.part(5, 0).is_none());
        assert!(image.part(2, usize::MAX).is_none());
        assert!(image.part(usize::MAX, usize::MAX).is_none());
    }

    #[test]
    fn parts_of_parts_stay_within() {
        let image = bytes(&[1, 2, 3, 4, 5]);
        let part = image.part(1, 3).expect("within");
        assert_eq!(part.to_vec(), Some(vec![2, 3, 4]));
        assert!(part.part(0, 4).is_none());
        assert_eq!(part.part(3, 0).and_then(|part| part.to_vec()), Some(vec![]));
    }

    #[test]
    fn copies_are_looked_at_to_the_last_byte() {
        for length in 0..40 {
            let text: Vec<u8> = (0..length).map(|i| i as u8 + 0x58).collect();
            let mut copy = vec![0; length];
            assert!(bytes(&text).copy_ascii_to(&mut copy));
            assert_eq!(copy, text);
            for at in 0..length {
                let mut text = text.clone();
                text[at] |= 0x80;
                assert!(!bytes(&text).copy_ascii_to(&mut copy), "{at} of {length}");
                assert_eq!(copy, text);
            }
        }
    }

    #[test]
    fn nothing_is_nothing() {
        assert!(HostBytes::EMPTY.copy_ascii_to(&mut []));
        assert_eq!(HostBytes::EMPTY.len(), 0);
        assert_eq!(HostBytes::EMPTY.to_vec(), Some(vec![]));
        assert_eq!(HostBytes::EMPTY.number(0, 1), None);
        assert!(HostBytes::EMPTY.part(0, 0).is_some());
    }
}
