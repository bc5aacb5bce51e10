//! What a host must be able to stop, or at least to survive.

use std::cell::RefCell;
use std::hint::black_box;

use wasip2::clocks::monotonic_clock::subscribe_duration;
use wasip2::io::poll::Pollable;

/// In nanoseconds.
const CENTURIES: u64 = u64::MAX / 2;

thread_local! {
    static BLOCKS: RefCell<Vec<Vec<u8>>> = RefCell::default();
    static POLLABLES: RefCell<Vec<Pollable>> = RefCell::default();
}

pub fn spin() {
    loop {
        black_box(());
    }
}

/// A random number generator: there is no shorter way to the number after so many steps that a compiler knows.
pub fn spin_for(iterations: u64) -> u64 {
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    for _ in 0..iterations {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
    }
    state
}

pub fn recurse() {
    black_box(descend(1));
}

/// Uses what comes back in a way that can't be turned into a loop, and seems to have an end.
#[inline(never)]
fn descend(depth: u64) -> u64 {
    if depth == 0 {
        return 0;
    }
    descend(depth + 1).rotate_left(1) ^ depth
}

pub fn allocate(bytes: u64) -> u64 {
    let size = usize::try_from(bytes).expect("less than 4 GiB");
    BLOCKS.with_borrow_mut(|blocks| {
        blocks.push(vec![1; size]);
        blocks.iter().map(|block| block.len() as u64).sum()
    })
}

pub fn panic(message: &str) {
    panic!("{message}")
}

pub fn poll_forever() {
    subscribe_duration(CENTURIES).block();
}

pub fn keep_pollables(count: u32) -> u32 {
    POLLABLES.with_borrow_mut(|pollables| {
        pollables.extend((0..count).map(|_| subscribe_duration(CENTURIES)));
        pollables.len() as u32
    })
}
