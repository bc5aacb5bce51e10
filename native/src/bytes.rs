//! Reading and writing the little-endian blocks of `switchblade.h`.

use crate::error::{ErrorKind, Failure, released};
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};

/// Writes a block.
#[derive(Default)]
pub(crate) struct BlockWriter(Vec<u8>);

impl BlockWriter {
    pub(crate) fn u8(&mut self, value: u8) {
        self.0.push(value);
    }

    pub(crate) fn u32(&mut self, value: u32) {
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    pub(crate) fn count(&mut self, value: usize) {
        // Counts of labels, parameters and bytes of a name: validation keeps them far below 2^32.
        self.u32(u32::try_from(value).unwrap_or(u32::MAX));
    }

    pub(crate) fn i64(&mut self, value: i64) {
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    pub(crate) fn str(&mut self, value: &str) {
        self.bytes(value.as_bytes());
    }

    pub(crate) fn bytes(&mut self, value: &[u8]) {
        self.count(value.len());
        self.0.extend_from_slice(value);
    }

    pub(crate) fn append(&mut self, mut other: BlockWriter) {
        self.0.append(&mut other.0);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn copy(&mut self, other: &BlockWriter) {
        self.0.extend_from_slice(&other.0);
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Reads a block that the host wrote.
pub(crate) struct BlockReader<'a>(&'a [u8]);

impl<'a> BlockReader<'a> {
    pub(crate) fn new(block: &'a [u8]) -> Self {
        BlockReader(block)
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], Failure> {
        let Some((head, tail)) = self.0.split_at_checked(count) else {
            return Err(Failure::new(ErrorKind::Syntax, "the block ends too early"));
        };
        self.0 = tail;
        Ok(head)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Failure> {
        let mut bytes = [0; 4];
        bytes.copy_from_slice(self.take(4)?);
        Ok(u32::from_le_bytes(bytes))
    }

    pub(crate) fn u64(&mut self) -> Result<u64, Failure> {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(self.take(8)?);
        Ok(u64::from_le_bytes(bytes))
    }

    pub(crate) fn u8(&mut self) -> Result<u8, Failure> {
        Ok(self.take(1)?[0])
    }

    pub(crate) fn u16(&mut self) -> Result<u16, Failure> {
        let bytes = self.take(2)?;
        Ok(u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    /// What has not been read.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.0
    }

    /// A count, and so many bytes.
    pub(crate) fn bytes(&mut self) -> Result<&'a [u8], Failure> {
        let count = self.u32()?;
        self.take(count as usize)
    }

    /// A count, and so many elements.
    pub(crate) fn list<T>(
        &mut self,
        mut element: impl FnMut(&mut BlockReader<'a>) -> Result<T, Failure>,
    ) -> Result<Vec<T>, Failure> {
        let count = self.u32()?;
        (0..count).map(|_| element(self)).collect()
    }

    pub(crate) fn str(&mut self) -> Result<&'a str, Failure> {
        let bytes = self.bytes()?;
        std::str::from_utf8(bytes).map_err(|_| Failure::new(ErrorKind::Syntax, "a name is not UTF-8"))
    }
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_bytes_delete(
    bytes: &mut wasm_byte_vec_t,
    _unused: *const u8,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    released(|| drop(bytes.take()))
}
