//! Images that outlive what they were made from.

use crate::{HostBytes, Sink, TooLarge};

/// Bytes that start at an address divisible by 8.
#[derive(Default)]
pub struct Image {
    words: Vec<u64>,
    length: usize,
}

impl Image {
    /// A copy of an image of the host's.
    pub fn copy_of(bytes: HostBytes<'_>) -> Result<Image, TooLarge> {
        let length = bytes.len();
        let mut words = Vec::new();
        // Growing a vector aborts the process where there is no memory.
        words
            .try_reserve_exact(length.div_ceil(8))
            .map_err(|_| TooLarge {
                needed: length,
                ever: false,
            })?;
        words.resize(length.div_ceil(8), 0);
        let mut image = Image { words, length };
        bytes.copy_to(image.bytes_mut());
        Ok(image)
    }

    /// An empty image with room for so many bytes, rounded up to whole words.
    pub fn with_room(bytes: usize) -> Result<Image, TooLarge> {
        let mut words = Vec::new();
        words.try_reserve_exact(bytes.div_ceil(8)).map_err(|_| TooLarge {
            needed: bytes,
            ever: false,
        })?;
        words.resize(bytes.div_ceil(8), 0);
        Ok(Image { words, length: 0 })
    }

    /// How many bytes it can hold without more memory.
    pub fn room(&self) -> usize {
        self.words.len() * 8
    }

    /// Replaces what it holds by what a walk writes. Memory that it has is used again, and what is not written to is not
    /// cleared. After an error it holds nothing.
    pub fn rewrite<E>(
        &mut self,
        walk: impl for<'a> FnOnce(Sink<'a>) -> Result<Sink<'a>, E>,
    ) -> Result<(), E> {
        self.length = 0;
        let mut overflow = Vec::new();
        let room = self.room();
        // SAFETY: the words are this image's, which is borrowed until the sink is gone.
        let sink = unsafe { Sink::new(self.words.as_mut_ptr().cast(), room, &mut overflow) };
        let (_, length, overflowed) = walk(sink)?.finish();
        if overflowed {
            self.words = overflow;
        }
        self.length = length;
        Ok(())
    }

    /// Replaces what it holds by a number of `size` bytes, at most 8.
    pub fn set_number(&mut self, bits: u64, size: usize) -> Result<(), TooLarge> {
        if self.words.is_empty() {
            *self = Image::with_room(8)?;
        }
        // Little-endian: it is in the first bytes of the word.
        self.words[0] = bits;
        self.length = size.min(8);
        Ok(())
    }

    /// What it holds.
    pub fn bytes(&self) -> &[u8] {
        // SAFETY: the words hold so many bytes.
        unsafe { std::slice::from_raw_parts(self.words.as_ptr().cast(), self.length) }
    }

    fn bytes_mut(&mut self) -> &mut [u8] {
        // SAFETY: the words hold so many bytes, and any bytes are words.
        unsafe { std::slice::from_raw_parts_mut(self.words.as_mut_ptr().cast(), self.length) }
    }

    /// What it holds, for a walk over it.
    pub fn as_host_bytes(&self) -> HostBytes<'_> {
        // SAFETY: the words hold so many bytes, and stay as they are while they are borrowed.
        unsafe { HostBytes::new(self.words.as_ptr().cast(), self.length) }
    }

    /// The memory itself, in words; the last one may be longer than the image.
    pub fn into_words(self) -> Vec<u64> {
        self.words
    }
}

#[cfg(test)]
mod tests {
    use crate::{HostBytes, Image};

    #[test]
    fn a_copy_is_aligned_and_has_every_byte() {
        for length in 0..40 {
            let bytes: Vec<u8> = (0..length).collect();
            // SAFETY: the vector.
            let host = unsafe { HostBytes::new(bytes.as_ptr(), bytes.len()) };
            let image = Image::copy_of(host).expect("memory");
            assert_eq!(image.bytes(), bytes);
            assert_eq!(image.as_host_bytes().to_vec(), Some(bytes));
            assert_eq!(image.bytes().as_ptr().addr() % 8, 0);
            assert_eq!(image.into_words().len(), usize::from(length).div_ceil(8));
        }
    }

    /// Writes so many bytes, each by itself.
    fn count(image: &mut Image, bytes: u8) {
        image
            .rewrite(|mut sink| {
                for byte in 0..bytes {
                    let at = sink.reserve(1, 1)?;
                    sink.put(at, &[byte]);
                }
                Ok::<_, crate::TooLarge>(sink)
            })
            .expect("memory");
    }

    #[test]
    fn an_image_is_written_again_in_the_same_memory() {
        for room in [0, 1, 8, 64] {
            let mut image = Image::with_room(room).expect("memory");
            assert_eq!(image.bytes(), []);
            for bytes in [3, 40, 0, 200, 7] {
                count(&mut image, bytes);
                assert_eq!(image.bytes(), (0..bytes).collect::<Vec<u8>>());
                assert!(image.room() >= bytes.into());
            }
            let room = image.room();
            count(&mut image, 200);
            assert_eq!(image.room(), room);
        }
    }

    #[test]
    fn an_image_that_was_not_finished_holds_nothing() {
        let mut image = Image::with_room(8).expect("memory");
        count(&mut image, 20);
        let failed = image.rewrite(|mut sink| {
            sink.reserve(4, 4).expect("memory");
            Err::<_, &str>("no")
        });
        assert_eq!(failed, Err("no"));
        assert_eq!(image.bytes(), []);
        count(&mut image, 20);
        assert_eq!(image.bytes().len(), 20);
    }

    #[test]
    fn a_number_takes_the_place_of_what_was_there() {
        for mut image in [Image::default(), Image::with_room(100).expect("memory")] {
            image.set_number(0x0807_0605_0403_0201, 8).expect("memory");
            assert_eq!(image.bytes(), [1, 2, 3, 4, 5, 6, 7, 8]);
            image.set_number(0xff, 2).expect("memory");
            assert_eq!(image.bytes(), [0xff, 0]);
        }
    }
}
