//! The second edition of auth, as large as what a team works on for years: for whoever measures what compiling
//! one costs. What it has more than `auth-next` is code that is compiled and never called; see `build.rs`.

#[path = "../../auth/src/lib.rs"]
mod auth;

include!(concat!(env!("OUT_DIR"), "/ballast.rs"));

/// Keeps the ballast, as a function that the core module exports and its component doesn't.
#[unsafe(no_mangle)]
extern "C" fn ballast(which: u32, text: *const u8, length: usize) -> u64 {
    // SAFETY: nobody calls this; who did would pass a text.
    let text = unsafe { std::slice::from_raw_parts(text, length) };
    BALLAST[which as usize % BALLAST.len()](text)
}
