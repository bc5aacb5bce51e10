//! `switchblade.h`, as far as the targets use it: written down once more, so that the library is called as a host in
//! another language calls it.

use std::ffi::c_void;
use std::ptr;

// The library is linked for its symbols only.
use switchblade as _;

pub const UPCALL_CALL: i64 = 0;
pub const UPCALL_RELEASE: i64 = 1;
pub const UPCALL_FILL: i64 = 2;
pub const UPCALL_DRAIN: i64 = 3;
pub const UPCALL_VISIT: i64 = 4;
pub const UPCALL_DESTROY: i64 = 5;

pub const CALL_NO_DRAIN: i64 = 1 << 62;
pub const CALL_IN_PLACE: i64 = 1 << 61;
pub const CALL_OVERFLOW: i64 = 1;

/// `SB_IMAGE_SIDE`, `SB_HANDLE_GUEST`.
pub const TOP: u32 = 1 << 31;

/// `wasm_byte_vec_t`.
#[repr(C)]
pub struct Bytes {
    pub size: usize,
    pub data: *mut u8,
}

impl Bytes {
    /// For an argument: the bytes stay the caller's.
    pub fn lent(bytes: &[u8]) -> Bytes {
        Bytes {
            size: bytes.len(),
            data: bytes.as_ptr().cast_mut(),
        }
    }
}

#[repr(C)]
pub struct ComponentResult {
    pub component: *mut c_void,
    pub description: Bytes,
}

pub type Upcall = unsafe extern "C" fn(i64, i64, i64, i64, i64) -> i64;

#[repr(C)]
pub struct StoreConfig {
    pub store: i64,
    pub drain_threshold: u64,
    pub memory_bytes: u64,
    pub table_elements: u64,
    pub instances: u64,
    pub memories: u64,
    pub hostcall_bytes: u64,
    pub tasks: u64,
    pub max_wasm_stack: u64,
    pub total_memory_bytes: u64,
    pub fuel: u64,
    pub deadline_nanos: u64,
    pub handles: u64,
    pub open_files: u64,
    pub name_lookups: u64,
    pub output_bytes: u64,
    pub requests: u64,
    pub wasi: *const c_void,
}

#[repr(C)]
pub struct StoreIo {
    pub buffer: *mut u8,
    pub capacity: u64,
    pub overflow: *const u8,
    pub length: u64,
    pub result: u64,
    pub result_length: u64,
    pub upcall: Option<Upcall>,
}

pub type Error = *mut c_void;

unsafe extern "C" {
    pub fn sb_error_take(error: Error, unused: *const c_void, out: *mut Bytes) -> Error;
    pub fn sb_bytes_delete(bytes: *mut Bytes, unused: *const c_void, unused_out: *mut c_void) -> Error;
    pub fn sb_engine_new(unused: *const c_void, options: *const Bytes, out: *mut *mut c_void) -> Error;
    pub fn sb_component_new(engine: *const c_void, bytes: *const Bytes, out: *mut ComponentResult) -> Error;
    pub fn sb_instance_pre_new(
        component: *const c_void,
        definitions: *const Bytes,
        out: *mut *mut c_void,
    ) -> Error;
    pub fn sb_store_new(engine: *const c_void, config: *const StoreConfig, out: *mut *mut StoreIo) -> Error;
    pub fn sb_store_delete(store: *mut StoreIo, unused: *const c_void, unused_out: *mut c_void) -> Error;
    pub fn sb_instantiate(store: *mut StoreIo, pre: *const c_void, out: *mut u32) -> Error;
    pub fn sb_call(store: i64, target: i64, length: i64) -> i64;
    pub fn sb_resources_drop(store: *mut StoreIo, handles: *const Bytes, unused_out: *mut c_void) -> Error;
}

/// `enum sb_error_kind`, as far as a call can end with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Other,
    Trap,
    Host,
    Limit,
    Image,
}

/// Takes an error apart as the header says; returns its kind and message.
///
/// # Panics
///
/// If the block is not what the header says, or the error tells of a bug in the library.
pub fn take(error: Error) -> (Kind, String) {
    let mut block = Bytes {
        size: 0,
        data: ptr::null_mut(),
    };
    // SAFETY: the library made the error, and it is taken once.
    let failed = unsafe { sb_error_take(error, ptr::null(), &mut block) };
    assert!(failed.is_null(), "an error can't be taken apart");
    // SAFETY: the library wrote the block.
    let bytes = unsafe { std::slice::from_raw_parts(block.data, block.size) };
    let mut rest = bytes;
    let kind = u32_from(&mut rest);
    // The trap, the limit and its value.
    take_from(&mut rest, 16);
    let message = text_from(&mut rest).to_string();
    let details = text_from(&mut rest);
    let message = match kind {
        0 => (Kind::Other, message),
        1 => (Kind::Trap, message),
        2 => (Kind::Host, message),
        7 => (Kind::Limit, message),
        9 => (Kind::Image, message),
        _ => panic!("an error of the kind {kind}: {message}\n{details}"),
    };
    for _ in 0..u32_from(&mut rest) {
        for _ in 0..3 {
            text_from(&mut rest);
        }
        take_from(&mut rest, 16);
    }
    assert!(rest.is_empty(), "an error has bytes behind its frames");
    // SAFETY: the library's block, not used again.
    unsafe { sb_bytes_delete(&mut block, ptr::null(), ptr::null_mut()) };
    message
}

fn take_from<'a>(rest: &mut &'a [u8], count: usize) -> &'a [u8] {
    let (head, tail) = rest.split_at(count);
    *rest = tail;
    head
}

fn u32_from(rest: &mut &[u8]) -> u32 {
    u32::from_le_bytes(take_from(rest, 4).try_into().expect("four bytes"))
}

fn text_from<'a>(rest: &mut &'a [u8]) -> &'a str {
    let length = u32_from(rest) as usize;
    std::str::from_utf8(take_from(rest, length)).expect("a text of an error is not UTF-8")
}
