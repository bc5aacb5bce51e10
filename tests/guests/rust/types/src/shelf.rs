//! Long results that are made once and lent again and again.
//!
//! A guest gives its results away: what the host has copied is freed by `cabi_post_…`. Making a list of 100,000 numbers
//! anew for each call would take longer than the call. So lists come from a shelf, whose memory is never freed: the
//! allocator ignores what lies between its bounds.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};

/// Of address space: memory that is not touched costs nothing.
const SIZE: usize = 32 << 20;

/// Where the shelf lies; 0 before it is set up.
static START: AtomicUsize = AtomicUsize::new(0);

/// How much of it is taken.
static TAKEN: AtomicUsize = AtomicUsize::new(0);

/// Whether allocations go to the shelf.
static FILLING: AtomicBool = AtomicBool::new(false);

/// The system's allocator beside the shelf.
struct Allocator;

#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

// SAFETY: what doesn't concern the shelf is the system's allocator. Blocks on the shelf don't overlap: each starts where
// the last one ended, and none is given out twice.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if FILLING.load(Relaxed) {
            return take(layout);
        }
        // SAFETY: the caller's layout is valid.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if !is_on_shelf(block) {
            // SAFETY: not from the shelf, therefore from the system.
            unsafe { System.dealloc(block, layout) }
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        if FILLING.load(Relaxed) || is_on_shelf(block) {
            // SAFETY: the caller keeps the rules of `realloc`, of which these are a part.
            unsafe {
                let moved = self.alloc(Layout::from_size_align_unchecked(new_size, layout.align()));
                if !moved.is_null() {
                    moved.copy_from_nonoverlapping(block, layout.size().min(new_size));
                    self.dealloc(block, layout);
                }
                return moved;
            }
        }
        // SAFETY: not from the shelf, therefore from the system.
        unsafe { System.realloc(block, layout, new_size) }
    }
}

fn is_on_shelf(block: *mut u8) -> bool {
    // Not set up, it starts at 0 and holds nothing, for nothing is taken.
    (block as usize).wrapping_sub(START.load(Relaxed)) < TAKEN.load(Relaxed)
}

/// A block of the shelf; null if it is full.
fn take(layout: Layout) -> *mut u8 {
    let start = START.load(Relaxed);
    let from = (start + TAKEN.load(Relaxed)).next_multiple_of(layout.align());
    let taken = from + layout.size() - start;
    if taken > SIZE {
        return std::ptr::null_mut();
    }
    TAKEN.store(taken, Relaxed);
    from as *mut u8
}

fn set_up() {
    if START.load(Relaxed) == 0 {
        let layout = Layout::from_size_align(SIZE, 16).expect("a valid layout");
        // SAFETY: the layout is not empty.
        let start = unsafe { System.alloc(layout) };
        assert!(!start.is_null(), "no memory for the shelf");
        START.store(start as usize, Relaxed);
    }
}

/// Lists of one kind, by their lengths.
pub struct Shelf<T: 'static> {
    lists: RefCell<HashMap<u32, &'static [T]>>,
}

impl<T> Shelf<T> {
    pub fn new() -> Self {
        Self {
            lists: RefCell::default(),
        }
    }

    /// The list of this length, which `make` makes when it is first asked for.
    ///
    /// Its owner is the same each time: give it away to the host, which reads it and frees it, and do nothing else.
    pub fn lend(&self, count: u32, make: impl Fn(u32) -> T) -> Vec<T> {
        let list = *self
            .lists
            .borrow_mut()
            .entry(count)
            .or_insert_with(|| fill(count, make));
        // SAFETY: made from a vector of that capacity. Freeing it, and all that its elements own, does nothing, because
        // it is on the shelf; nobody changes it, since results are only read.
        unsafe { Vec::from_raw_parts(list.as_ptr().cast_mut(), list.len(), list.len()) }
    }
}

fn fill<T>(count: u32, make: impl Fn(u32) -> T) -> &'static [T] {
    set_up();
    FILLING.store(true, Relaxed);
    let mut list = Vec::with_capacity(count as usize);
    list.extend((0..count).map(make));
    FILLING.store(false, Relaxed);
    list.leak()
}
