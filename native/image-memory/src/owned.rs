//! Images that outlive what they were made from.

use crate::{HostBytes, TooLarge};

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
}
