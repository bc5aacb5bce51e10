//! Clocks and random numbers.

use std::time::Duration;

use wasip2::clocks::{monotonic_clock, wall_clock};
use wasip2::random::{insecure, insecure_seed, random};

pub fn now() -> (u64, u32) {
    let now = wall_clock::now();
    (now.seconds, now.nanoseconds)
}

pub fn monotonic() -> u64 {
    monotonic_clock::now()
}

pub fn sleep_for(nanos: u64) {
    std::thread::sleep(Duration::from_nanos(nanos));
}

pub fn random_bytes(count: u64) -> Vec<u8> {
    random::get_random_bytes(count)
}

pub fn insecure_random(count: u64) -> Vec<u8> {
    insecure::get_insecure_random_bytes(count)
}

pub fn insecure_seed() -> (u64, u64) {
    insecure_seed::insecure_seed()
}
