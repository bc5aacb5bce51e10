//! The stacks of fibers, which guests run on where the engine has concurrency support: a guest can have as many tasks as
//! its limit allows, and each may need one. So they are counted among the mappings of the process.

use crate::error::{Failure, Limit};
use crate::mappings::{Mappings, OF_A_STACK};
use crate::stack::page_size;
use std::io;
use std::ops::Range;
use std::ptr;
use wasmtime::{Result, StackCreator, StackMemory};

/// Makes stacks as Wasmtime does, and counts them.
pub(crate) struct CountedStacks;

/// A stack above a page that nobody may touch.
struct CountedStack {
    /// Where the guard starts.
    start: *mut u8,
    guard: usize,
    /// Of the stack alone.
    size: usize,
    _mappings: Mappings,
}

// SAFETY: memory that no thread is tied to.
unsafe impl Send for CountedStack {}
// SAFETY: nothing is changed through a shared reference.
unsafe impl Sync for CountedStack {}

fn refused() -> Failure {
    let error = io::Error::last_os_error();
    Failure::limit(
        Limit::System,
        0,
        format!("the operating system refused the stack of a fiber: {error}"),
    )
}

// SAFETY: `new_stack` makes memory of its own, page-aligned, zero, with a guard page below, which lives as long as the
// `CountedStack`.
unsafe impl StackCreator for CountedStacks {
    fn new_stack(&self, size: usize, _zeroed: bool) -> Result<Box<dyn StackMemory>> {
        let mappings = Mappings::of(OF_A_STACK)?;
        let guard = page_size();
        let too_large = || {
            let message = format!("the stack of a fiber would have {size} bytes");
            Failure::limit(Limit::Fixed, 0, message)
        };
        let size = size.checked_next_multiple_of(guard).ok_or_else(too_large)?;
        let all = size.checked_add(guard).ok_or_else(too_large)?;
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
        // SAFETY: new memory, at an address that the system picks.
        let start = unsafe { libc::mmap(ptr::null_mut(), all, libc::PROT_NONE, flags, -1, 0) };
        if start == libc::MAP_FAILED {
            return Err(refused().into());
        }
        let stack = CountedStack {
            start: start.cast(),
            guard,
            size,
            _mappings: mappings,
        };
        // SAFETY: the upper part of what was just mapped.
        let opened = unsafe {
            let bottom = stack.start.add(guard).cast();
            libc::mprotect(bottom, size, libc::PROT_READ | libc::PROT_WRITE)
        };
        if opened != 0 {
            return Err(refused().into());
        }
        Ok(Box::new(stack))
    }
}

// SAFETY: the memory of `new_stack`.
unsafe impl StackMemory for CountedStack {
    fn top(&self) -> *mut u8 {
        self.start.wrapping_add(self.guard + self.size)
    }

    fn range(&self) -> Range<usize> {
        let bottom = self.start.addr() + self.guard;
        bottom..bottom + self.size
    }

    fn guard_range(&self) -> Range<*mut u8> {
        self.start..self.start.wrapping_add(self.guard)
    }
}

impl Drop for CountedStack {
    fn drop(&mut self) {
        // SAFETY: what `new_stack` has mapped, and nobody runs on any more.
        unsafe { libc::munmap(self.start.cast(), self.guard + self.size) };
    }
}
