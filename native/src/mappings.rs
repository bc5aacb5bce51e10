//! How many memory mappings the library may need of the process.
//!
//! Linux allows a process so many (`vm.max_map_count`), and a JVM that is refused one ends. A guest can have thousands with
//! little memory in them: a linear memory takes up to four however small it is (inaccessible before, the part in use, the
//! image that it starts from, inaccessible behind). So they are counted, at their most, and guests are refused when half of
//! what the system allows could be in use.

use crate::error::{Failure, Limit};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use wasmtime::{Engine, EngineWeak};

/// Of a linear memory. `PoolSize.java` reckons with it, too.
pub(crate) const OF_A_MEMORY: usize = 4;

/// Of a compiled component: code, data for reading, unwinding, and what lies between.
pub(crate) const OF_A_COMPONENT: usize = 4;

/// Of a fiber's stack, with its guard.
pub(crate) const OF_A_STACK: usize = 2;

/// An allocation of so many bytes may be a mapping of its own: by glibc's `M_MMAP_THRESHOLD`.
pub(crate) const LARGE_ALLOCATION: usize = 128 << 10;

/// What all have taken together.
static TAKEN: AtomicUsize = AtomicUsize::new(0);

/// What the system allows a process, if it counts.
static ALLOWED: LazyLock<Option<usize>> = LazyLock::new(|| {
    let text = std::fs::read_to_string("/proc/sys/vm/max_map_count").ok()?;
    text.trim().parse().ok()
});

/// Mappings that an object may need; given back with it.
#[derive(Default)]
pub(crate) struct Mappings(usize);

impl Mappings {
    pub(crate) fn of(count: usize) -> Result<Mappings, Failure> {
        let mut mappings = Mappings::default();
        mappings.take(count)?;
        Ok(mappings)
    }

    /// Takes more.
    pub(crate) fn take(&mut self, count: usize) -> Result<(), Failure> {
        if try_take(count) || (release_pools() && try_take(count)) {
            self.0 += count;
            return Ok(());
        }
        Err(too_many(""))
    }

    /// Gives some back.
    pub(crate) fn give_back(&mut self, count: usize) {
        let count = count.min(self.0);
        self.0 -= count;
        TAKEN.fetch_sub(count, Ordering::AcqRel);
    }
}

impl Drop for Mappings {
    fn drop(&mut self) {
        self.give_back(self.0);
    }
}

fn most() -> usize {
    ALLOWED.map_or(usize::MAX, |allowed| allowed / 2)
}

fn try_take(count: usize) -> bool {
    let fits = |taken: usize| taken.checked_add(count).filter(|sum| *sum <= most());
    TAKEN
        .fetch_update(Ordering::AcqRel, Ordering::Acquire, fits)
        .is_ok()
}

#[cold]
fn too_many(what: &str) -> Failure {
    let (most, allowed) = (most(), ALLOWED.unwrap_or(usize::MAX));
    Failure::limit(
        Limit::ProcessMappings,
        most as u64,
        format!(
            "{what}the stores, pools and components of this process may need more than {most} memory mappings, half of the \
             {allowed} that the system allows it: close stores, allow guests fewer memories, or raise the limit \
             (sysctl vm.max_map_count)"
        ),
    )
}

/// What pools have taken: they live as long as their engine, which only Wasmtime knows.
static POOLS: Mutex<Vec<(EngineWeak, Mappings)>> = Mutex::new(Vec::new());

/// Takes what the pool of an engine needs that is about to be made.
pub(crate) fn of_pool(memories: usize, stacks: usize) -> Result<Mappings, Failure> {
    // Those of the memories, of the stacks, and some of the pool itself.
    let count = memories
        .saturating_mul(OF_A_MEMORY)
        .saturating_add(stacks.saturating_mul(OF_A_STACK))
        .saturating_add(16);
    release_pools();
    Mappings::of(count).map_err(|_| too_many(&format!("a pool of {memories} memories: ")))
}

/// Keeps what a pool has taken until its engine is gone.
pub(crate) fn keep_for(engine: &Engine, mappings: Mappings) {
    let mut pools = POOLS.lock().unwrap_or_else(PoisonError::into_inner);
    pools.push((engine.weak(), mappings));
}

/// Gives back what pools had whose engines are gone. Returns whether there were any.
fn release_pools() -> bool {
    let mut pools = POOLS.lock().unwrap_or_else(PoisonError::into_inner);
    let before = pools.len();
    pools.retain(|(engine, _)| engine.upgrade().is_some());
    pools.len() != before
}

#[cfg(test)]
mod tests {
    use super::{Mappings, TAKEN, most};
    use crate::error::ErrorKind;
    use std::sync::atomic::Ordering;

    #[test]
    fn what_is_taken_is_given_back_once() {
        let before = TAKEN.load(Ordering::SeqCst);
        let mut mappings = Mappings::of(10).expect("there is room");
        mappings.take(5).expect("there is room");
        mappings.give_back(3);
        assert_eq!(TAKEN.load(Ordering::SeqCst), before + 12);
        mappings.give_back(100);
        assert_eq!(TAKEN.load(Ordering::SeqCst), before);
        drop(mappings);
        assert_eq!(TAKEN.load(Ordering::SeqCst), before);
        if most() < usize::MAX {
            let refused = Mappings::of(most() + 1).err().expect("too many");
            assert_eq!(refused.kind(), ErrorKind::Limit);
            assert!(refused.to_string().contains("vm.max_map_count"));
            assert_eq!(TAKEN.load(Ordering::SeqCst), before);
        }
    }
}
