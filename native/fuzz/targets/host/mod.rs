//! The host that the targets share: it does what the Java host does, and checks what it is given.

#![allow(dead_code, reason = "each target uses its part")]

pub mod guests;
pub mod header;
pub mod seeds;
pub mod types;
pub mod values;

use header::*;
use std::alloc::{Layout, alloc, dealloc};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ffi::{CStr, c_char, c_void};
use std::path::Path;
use std::ptr;
use std::rc::Rc;
use types::{Core, Random, Type};
use values::{Encoding, Lists, Reader, Rules, Side, Value, Wrong};

/// Lists of numbers leave guests from so many bytes on: small, so that small inputs get there.
pub const DRAIN_THRESHOLD: usize = 16;

/// The bytes that one call may copy out of a guest: few, so that no input takes long.
pub const HOSTCALL_BYTES: usize = 0x2000;

/// Where the side-table entry of a guest's input is.
const INPUT: u32 = 7;

/// How AddressSanitizer gets along with Wasmtime and the library.
#[unsafe(no_mangle)]
extern "C" fn __asan_default_options() -> *const c_char {
    // Wasmtime's handlers come first, and hand on what is not a guest's. The library tells by the address of a local
    // variable how much stack is left, so that must be where it seems to be. Guests live as long as the process. What is
    // too large to allocate is an error, as it is without the sanitizer. Deep stacks of allocations take a third of the time.
    const OPTIONS: &CStr =
        c"allow_user_segv_handler=1:use_sigaltstack=0:detect_stack_use_after_return=0:detect_leaks=0:allocator_may_return_null=1:malloc_context_size=4";
    OPTIONS.as_ptr()
}

/// An input: what it says to do, and the bytes to do it with.
pub struct Input<'a> {
    /// The number of a type.
    pub number: u8,
    options: u8,
    more: u8,
    pub data: &'a [u8],
}

impl<'a> Input<'a> {
    pub fn new(bytes: &'a [u8]) -> Option<Input<'a>> {
        match bytes {
            [number, options, more, data @ ..] if data.len() <= 4096 => Some(Input {
                number: *number,
                options: *options,
                more: *more,
                data,
            }),
            _ => None,
        }
    }

    /// What becomes of lists of results, and the flag of `sb_call` that says so.
    pub fn lists(&self, upcall: bool) -> (Lists, i64) {
        match self.options & 3 {
            1 => (Lists::Copied, CALL_NO_DRAIN),
            2 => (Lists::Visited, CALL_IN_PLACE),
            _ => (lists(upcall), 0),
        }
    }

    /// The store gets an upcall.
    pub fn has_upcall(&self) -> bool {
        self.options & 3 != 3
    }

    /// Of the buffer, at least.
    pub fn capacity(&self) -> usize {
        [8, 12, 16, 24, 64, 200, 1000, 0x1_0000][usize::from(self.options >> 2 & 7)]
    }

    /// The host takes no lists out of guests.
    pub fn refuses(&self) -> bool {
        self.options & 0x20 != 0 && self.has_upcall()
    }

    pub fn calls_again(&self) -> bool {
        self.options & 0x40 != 0
    }

    /// The guest's input goes through the side table.
    pub fn fills(&self) -> bool {
        self.options & 0x80 != 0 && self.has_upcall()
    }

    /// The arguments' image of a function that takes the data, and behind that so many bytes of other parameters.
    pub fn argument(&self, others: usize) -> Vec<u8> {
        let length = self.data.len() as u32;
        let (offset, inline) = if self.fills() {
            (Store::side_input(self.data), &[][..])
        } else {
            (8 + others as u32, self.data)
        };
        let pair = [offset.to_le_bytes(), length.to_le_bytes()].concat();
        [&pair, &vec![0; others], inline].concat()
    }

    /// The memory of a guest that got the data.
    pub fn memory(&self) -> Vec<u8> {
        let mut memory = vec![0; guests::MEMORY];
        memory[..self.data.len()].copy_from_slice(self.data);
        let end = memory.len() - self.data.len();
        memory[end..].copy_from_slice(self.data);
        memory
    }

    /// The core value that such a guest finds at a place of 8 bytes.
    pub fn slot(&self, place: usize, core: Core) -> u64 {
        let size = if matches!(core, Core::I32 | Core::F32) {
            4
        } else {
            8
        };
        let mut bits = [0; 8];
        for (i, bit) in bits[..size].iter_mut().enumerate() {
            *bit = self.data.get(8 * place + i).copied().unwrap_or(0);
        }
        u64::from_le_bytes(bits)
    }

    pub fn seed(number: u8, data: &[u8]) -> Vec<u8> {
        // A buffer that holds the value, or one that doesn't.
        let options = (number & 3) | (number & 0x1c) | 0x80;
        [&[number, options, 0], data].concat()
    }

    pub fn bit(&self, bit: u8) -> bool {
        self.more >> bit & 1 != 0
    }

    pub fn more(&self) -> u8 {
        self.more
    }
}

/// What becomes of lists if nothing else is said.
pub fn lists(upcall: bool) -> Lists {
    if upcall {
        Lists::Drained(DRAIN_THRESHOLD)
    } else {
        Lists::Copied
    }
}

/// A block whose end AddressSanitizer watches, aligned to 8.
pub struct Block {
    start: *mut u8,
    size: usize,
}

impl Block {
    fn layout(size: usize) -> Layout {
        Layout::from_size_align(size.max(1), 8).expect("a small size")
    }

    pub fn new(size: usize) -> Block {
        // SAFETY: the size is not 0.
        let start = unsafe { alloc(Block::layout(size)) };
        assert!(!start.is_null());
        // SAFETY: just allocated.
        unsafe { start.write_bytes(0xa5, size) };
        Block { start, size }
    }

    fn of(bytes: &[u8]) -> Block {
        let block = Block::new(bytes.len());
        // SAFETY: as long as the bytes.
        unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), block.start, bytes.len()) };
        block
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        // SAFETY: allocated with the same layout.
        unsafe { dealloc(self.start, Block::layout(self.size)) }
    }
}

/// What upcalls find and leave.
#[derive(Default)]
struct Upcalls {
    /// Lists that left guests during the call.
    side: Vec<Side>,
    refuses: bool,
    /// What `INPUT` is filled with.
    input: Vec<u8>,
    /// The store that is called.
    store: Option<*mut StoreIo>,
    /// The arguments' image that the host function was called with.
    arguments: Option<Vec<u8>>,
    /// What the host function returns.
    result: Option<Block>,
}

thread_local! {
    static UPCALLS: RefCell<Upcalls> = RefCell::default();
}

/// The `sb_upcall_t` of all stores.
unsafe extern "C" fn upcall(operation: i64, target: i64, store: i64, a: i64, b: i64) -> i64 {
    if operation == UPCALL_RELEASE {
        return 0;
    }
    UPCALLS.with_borrow_mut(|upcalls| {
        assert_eq!(store, STORE_NUMBER, "an upcall for another store");
        let (address, length) = (a as usize, b as usize);
        match operation {
            UPCALL_CALL => upcalls.call(target, address, length),
            UPCALL_FILL => upcalls.fill(target as u32, address, length),
            UPCALL_DRAIN | UPCALL_VISIT if upcalls.refuses => -1,
            UPCALL_DRAIN | UPCALL_VISIT => {
                upcalls.side.push(Side {
                    tag: target,
                    visited: operation == UPCALL_VISIT,
                    bytes: copied(address, length),
                });
                upcalls.side.len() as i64 - 1
            }
            UPCALL_DESTROY => 0,
            _ => panic!("an upcall without a meaning: {operation}"),
        }
    })
}

const STORE_NUMBER: i64 = 42;

/// Where in the buffer results of the host function start: what a number needs lies before.
const BEFORE_RESULT: usize = 8;
const FUNCTION: i64 = 17;

impl Upcalls {
    fn call(&mut self, target: i64, address: usize, length: usize) -> i64 {
        assert_eq!(target, FUNCTION);
        // SAFETY: the store that is inside `sb_call`; both sides use this part of it.
        let io = unsafe { &mut *self.store.expect("a store is called") };
        check_place(io, address, length);
        self.arguments = Some(copied(address, length));
        match &self.result {
            Some(result) => {
                // A host may have moved to another buffer.
                io.buffer = result.start;
                io.capacity = result.size as u64;
                io.result = BEFORE_RESULT as u64;
                io.result_length = (result.size - BEFORE_RESULT) as u64;
            }
            None => io.result_length = 0,
        }
        0
    }

    fn fill(&self, entry: u32, address: usize, length: usize) -> i64 {
        let bytes = if entry == INPUT && length == self.input.len() {
            Some(self.input.clone())
        } else {
            values::filling(entry, length)
        };
        match bytes {
            Some(bytes) => {
                // SAFETY: `SB_UPCALL_FILL` asks for exactly so many bytes at the address.
                unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), address as *mut u8, length) };
                0
            }
            None => 1,
        }
    }
}

/// An image is in the buffer, or in the store's own memory.
fn check_place(io: &StoreIo, address: usize, length: usize) {
    let in_buffer = address == io.buffer.addr() && length as u64 <= io.capacity;
    let overflowed = !io.overflow.is_null() && address == io.overflow.addr() && length as u64 > io.capacity;
    assert!(
        in_buffer && io.overflow.is_null() || overflowed,
        "an image is somewhere else"
    );
    assert_eq!(io.length, length as u64);
}

/// Reads all of the bytes, which AddressSanitizer watches.
fn copied(address: usize, length: usize) -> Vec<u8> {
    if length == 0 {
        return vec![];
    }
    // SAFETY: what the library says is readable.
    unsafe { std::slice::from_raw_parts(address as *const u8, length) }.to_vec()
}

fn expect_none(error: Error) {
    if !error.is_null() {
        panic!("{:?}", take(error));
    }
}

/// Tells whoever looks into one input what it leads to.
pub fn tell(text: impl FnOnce() -> String) {
    if VERBOSE.with(|verbose| *verbose.get_or_init(|| std::env::var_os("SWITCHBLADE_FUZZ_VERBOSE").is_some()))
    {
        eprintln!("{}", text());
    }
}

/// Holds what came of a call against what must come of it.
pub fn agree<T: std::fmt::Debug>(expected: &Result<Value, Wrong>, outcome: &Result<T, (Kind, String)>) {
    match (expected, outcome) {
        (Ok(_), Ok(_)) | (Err(Wrong(None, _)), _) => {}
        (Err(Wrong(Some(kind), _)), Err((other, _))) if kind == other => {}
        _ => panic!("expected {expected:?}, found {outcome:?}"),
    }
}

/// Reads an image that the library wrote.
pub fn read(
    image: &[u8],
    types: &[Type],
    lists: Lists,
    side: &[Side],
    resolve: values::Resolve<'_>,
) -> Value {
    let mut reader = Reader {
        bytes: image,
        rules: Rules::Library { lists, side },
        resolve,
    };
    match reader.tuple(types, 0) {
        Ok(value) => value,
        Err(Wrong(_, what)) => panic!("the library wrote an image with {what}: {image:x?}"),
    }
}

thread_local! {
    static ENGINE: OnceCell<*mut c_void> = const { OnceCell::new() };
    static VERBOSE: OnceCell<bool> = const { OnceCell::new() };
}

fn engine() -> *mut c_void {
    ENGINE.with(|engine| *engine.get_or_init(new_engine))
}

fn new_engine() -> *mut c_void {
    let options = Bytes::lent(b"opt-level=none\nparallel-compilation=false\n");
    let mut engine = ptr::null_mut();
    // SAFETY: `out` is a place for an engine.
    expect_none(unsafe { sb_engine_new(ptr::null(), &options, &mut engine) });
    // The library keeps panics to itself, and turns them into errors. Here they shall end the process where they are.
    std::panic::set_hook(Box::new(|panic| {
        eprintln!("{panic}");
        eprintln!("{}", std::backtrace::Backtrace::force_capture());
        std::process::abort();
    }));
    engine
}

/// Makes the types and guests of one number.
pub struct Plan<T> {
    pub types: T,
    pub text: String,
    pub host_functions: bool,
    pub host_resources: bool,
    /// State of the store says what handles mean: each input needs its own.
    pub fresh: bool,
}

/// A guest, ready to be instantiated, and its store while that is good.
pub struct Guest<T> {
    pub types: T,
    pre: *mut c_void,
    pub fresh: bool,
    store: RefCell<Option<Store>>,
}

/// Another table of types for another number, for long runs.
fn table() -> u64 {
    std::env::var("SWITCHBLADE_FUZZ_TYPES")
        .map_or(0, |text| text.parse().expect("SWITCHBLADE_FUZZ_TYPES: a number"))
}

/// The guests of a target: one for each number, made when it is first asked for.
pub struct Guests<T> {
    plan: fn(u8, &mut Random, Encoding) -> Plan<T>,
    table: u64,
    known: RefCell<HashMap<u8, Rc<Guest<T>>>>,
}

impl<T> Guests<T> {
    pub fn new(plan: fn(u8, &mut Random, Encoding) -> Plan<T>) -> Guests<T> {
        Guests {
            plan,
            table: table(),
            known: RefCell::default(),
        }
    }

    pub fn plan(&self, number: u8) -> Plan<T> {
        let mut random = Random::new(self.table << 8 | u64::from(number));
        (self.plan)(number, &mut random, encoding(number))
    }

    pub fn get(&self, number: u8) -> Rc<Guest<T>> {
        if let Some(guest) = self.known.borrow().get(&number) {
            return guest.clone();
        }
        let guest = Rc::new(Guest::new(self.plan(number)));
        self.known.borrow_mut().insert(number, guest.clone());
        guest
    }
}

/// Of the functions of the guest of a number.
pub fn encoding(number: u8) -> Encoding {
    match number % 5 {
        3 => Encoding::Utf16,
        4 => Encoding::Latin1OrUtf16,
        _ => Encoding::Utf8,
    }
}

impl<T> Guest<T> {
    fn new(plan: Plan<T>) -> Guest<T> {
        tell(|| plan.text.clone());
        let mut made = ComponentResult {
            component: ptr::null_mut(),
            description: Bytes::lent(&[]),
        };
        let mut pre = ptr::null_mut();
        let definitions = definitions(plan.host_functions, plan.host_resources);
        // SAFETY: as the header says.
        unsafe {
            let error = sb_component_new(engine(), &Bytes::lent(plan.text.as_bytes()), &mut made);
            if !error.is_null() {
                panic!("{:?}\n{}", take(error), plan.text);
            }
            sb_bytes_delete(&mut made.description, ptr::null(), ptr::null_mut());
            expect_none(sb_instance_pre_new(
                made.component,
                &Bytes::lent(&definitions),
                &mut pre,
            ));
        }
        Guest {
            types: plan.types,
            pre,
            fresh: plan.fresh,
            store: RefCell::new(None),
        }
    }

    /// A store with an instance in it: the one of the last input, if that has left it as it was.
    pub fn store(&self) -> Store {
        let kept = self.store.borrow_mut().take();
        kept.unwrap_or_else(|| Store::new(self.pre))
    }

    pub fn keep(&self, store: Store) {
        if !self.fresh {
            *self.store.borrow_mut() = Some(store);
        }
    }
}

fn definitions(functions: bool, resources: bool) -> Vec<u8> {
    let mut block = vec![];
    let text = |block: &mut Vec<u8>, text: &str| {
        block.extend((text.len() as u32).to_le_bytes());
        block.extend(text.as_bytes());
    };
    block.extend((upcall as Upcall as usize as u64).to_le_bytes());
    block.extend(u32::from(functions).to_le_bytes());
    if functions {
        text(&mut block, "");
        text(&mut block, "h");
        block.extend(FUNCTION.to_le_bytes());
    }
    block.extend(u32::from(resources).to_le_bytes());
    if resources {
        text(&mut block, "");
        text(&mut block, "r");
        block.extend(5u32.to_le_bytes());
        block.extend(23u64.to_le_bytes());
    }
    // No core modules, nothing of WASI, and of what is plugged in no components, functions or resources.
    for _ in 0..5 {
        block.extend(0u32.to_le_bytes());
    }
    block
}

/// How a call ended.
pub type Outcome = Result<Vec<u8>, (Kind, String)>;

/// A store with one instance.
pub struct Store {
    io: *mut StoreIo,
    buffer: Option<Block>,
}

impl Store {
    fn new(pre: *mut c_void) -> Store {
        let config = StoreConfig {
            store: STORE_NUMBER,
            drain_threshold: DRAIN_THRESHOLD as u64,
            memory_bytes: 1 << 20,
            table_elements: 1000,
            instances: 10,
            memories: 10,
            hostcall_bytes: HOSTCALL_BYTES as u64,
            tasks: 0,
            max_wasm_stack: 512 << 10,
            total_memory_bytes: 1 << 20,
            fuel: 0,
            deadline_nanos: 0,
            handles: 0,
            open_files: 0,
            name_lookups: 0,
            output_bytes: 0,
            requests: 0,
            wasi: ptr::null(),
        };
        let (mut io, mut instance) = (ptr::null_mut(), 7);
        // SAFETY: as the header says.
        unsafe {
            expect_none(sb_store_new(engine(), &config, &mut io));
            (*io).upcall = Some(upcall);
            expect_none(sb_instantiate(io, pre, &mut instance));
        }
        assert_eq!(instance, 0);
        Store { io, buffer: None }
    }

    pub fn set_upcall(&mut self, there: bool) {
        // SAFETY: the store lives, and is not entered.
        unsafe { (*self.io).upcall = there.then_some(upcall as Upcall) };
    }

    /// What fills the guest's input, which an argument with the offset that this returns names.
    pub fn side_input(input: &[u8]) -> u32 {
        UPCALLS.with_borrow_mut(|upcalls| upcalls.input = input.to_vec());
        INPUT | TOP
    }

    /// What the host function will return.
    pub fn set_result(image: Option<&[u8]>) {
        let block = image.map(|image| Block::of(&[&[0xaa; BEFORE_RESULT], image].concat()));
        UPCALLS.with_borrow_mut(|upcalls| upcalls.result = block);
    }

    pub fn set_refuses(refuses: bool) {
        UPCALLS.with_borrow_mut(|upcalls| upcalls.refuses = refuses);
    }

    /// The arguments of the host function that the last call has called, and what left the guest during it.
    pub fn take_upcalls() -> (Option<Vec<u8>>, Vec<Side>) {
        UPCALLS.with_borrow_mut(|upcalls| (upcalls.arguments.take(), std::mem::take(&mut upcalls.side)))
    }

    /// Calls a function with an image in a buffer of so many bytes, at least those of the image.
    pub fn call(&mut self, function: i64, image: &[u8], capacity: usize, flags: i64) -> Outcome {
        let buffer = Block::new(capacity.max(image.len()).max(8));
        // SAFETY: the store lives and is not entered; the buffer is large enough, and lives until it is replaced.
        let returned = unsafe {
            ptr::copy_nonoverlapping(image.as_ptr(), buffer.start, image.len());
            (*self.io).buffer = buffer.start;
            (*self.io).capacity = buffer.size as u64;
            UPCALLS.with_borrow_mut(|upcalls| {
                upcalls.store = Some(self.io);
                upcalls.arguments = None;
                upcalls.side.clear();
            });
            sb_call(
                self.io.expose_provenance() as i64,
                function,
                image.len() as i64 | flags,
            )
        };
        self.buffer = Some(buffer);
        match returned {
            0 | CALL_OVERFLOW => {
                // SAFETY: as above.
                let io = unsafe { &*self.io };
                let overflowed = returned == CALL_OVERFLOW;
                let start = if overflowed {
                    io.overflow
                } else {
                    io.buffer.cast_const()
                };
                check_place(io, start.addr(), io.length as usize);
                assert_eq!(overflowed, !io.overflow.is_null());
                Ok(copied(start.addr(), io.length as usize))
            }
            error => Err(take(error as usize as *mut c_void)),
        }
    }

    pub fn drop_resource(&mut self, handle: u32) -> Result<(), (Kind, String)> {
        // SAFETY: the store lives, and is not entered.
        let error =
            unsafe { sb_resources_drop(self.io, &Bytes::lent(&handle.to_le_bytes()), ptr::null_mut()) };
        if error.is_null() { Ok(()) } else { Err(take(error)) }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // SAFETY: not used again.
        unsafe { sb_store_delete(self.io, ptr::null(), ptr::null_mut()) };
    }
}

/// Writes seeds into the folder that `SWITCHBLADE_FUZZ_SEEDS` names, if it does, and ends the process.
pub fn write_seeds(seed: impl Fn(u8) -> Vec<u8>) {
    let Some(folder) = std::env::var_os("SWITCHBLADE_FUZZ_SEEDS") else {
        return;
    };
    for number in 0..=255 {
        std::fs::write(Path::new(&folder).join(format!("seed-{number}")), seed(number))
            .expect("a folder for seeds");
    }
    std::process::exit(0);
}
