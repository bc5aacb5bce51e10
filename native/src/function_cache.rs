//! Functions that an engine has compiled, kept so that what a changed component has in common with one that was compiled
//! before is not compiled again.
//!
//! Cranelift looks them up (its incremental cache). A key is the SHA-256 of all that the code of a function depends on, and
//! of a little more: where a thread of the compiler goes on with what it had for another function, it leaves that one's
//! tables of exceptions in (`DataFlowGraph::clear` of 0.135.8), and the same function has another key. What
//! is kept comes from this engine's own compiler: whoever could have a component be given the code of another function
//! could make two functions with one SHA-256. Nothing of it is ever read from anywhere else.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use wasmtime::CacheStore;

/// SHA-256.
type Key = [u8; 32];

/// What a function takes beside its code, at most: its key in two maps, neither of which is full, and what the allocator
/// adds.
const OF_A_FUNCTION: usize = 256;

/// How large one can be, in bytes: 64 KiB to 64 GiB.
pub(crate) const BYTES: std::ops::RangeInclusive<u64> = (64 << 10)..=(64 << 30);

/// What an engine remembers. Thread-safe: all threads of its compiler use it at once.
pub(crate) struct FunctionCache {
    most: usize,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    functions: HashMap<Key, Function>,
    /// Which function was used when, the one that wasn't for longest first.
    order: BTreeMap<u64, Key>,
    /// How often functions have been used.
    time: u64,
    /// Of all functions, with what they take beside their code.
    bytes: usize,
    hits: u64,
    misses: u64,
    evictions: u64,
}

struct Function {
    /// As Cranelift has written it. Shared, so that it isn't copied under the lock.
    code: Arc<[u8]>,
    /// Its place in the order.
    used: u64,
}

/// See `switchblade.h`.
#[allow(non_camel_case_types, reason = "its name in C")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct sb_function_cache_t {
    max_bytes: u64,
    bytes: u64,
    functions: u64,
    hits: u64,
    misses: u64,
    evictions: u64,
}

fn size_of_kept(code: &[u8]) -> usize {
    code.len().saturating_add(OF_A_FUNCTION)
}

impl FunctionCache {
    /// One that takes up to so many bytes.
    pub(crate) fn new(most: usize) -> FunctionCache {
        FunctionCache {
            most,
            kept: Mutex::default(),
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn statistics(&self) -> sb_function_cache_t {
        let kept = self.kept();
        sb_function_cache_t {
            max_bytes: self.most as u64,
            bytes: kept.bytes as u64,
            functions: kept.functions.len() as u64,
            hits: kept.hits,
            misses: kept.misses,
            evictions: kept.evictions,
        }
    }

    /// Forgets all functions.
    pub(crate) fn clear(&self) {
        let forgotten = {
            let mut kept = self.kept();
            kept.bytes = 0;
            kept.order.clear();
            std::mem::take(&mut kept.functions)
        };
        // Without the lock: there may be many.
        drop(forgotten);
    }
}

impl Kept {
    /// Finds a function, which is then the one that was used last.
    fn use_now(&mut self, key: &Key) -> Option<Arc<[u8]>> {
        let function = self.functions.get_mut(key)?;
        self.time += 1;
        self.order.remove(&function.used);
        self.order.insert(self.time, *key);
        function.used = self.time;
        Some(function.code.clone())
    }

    /// Forgets a function, if it is kept.
    fn forget(&mut self, key: &Key) {
        if let Some(function) = self.functions.remove(key) {
            self.order.remove(&function.used);
            self.bytes -= size_of_kept(&function.code);
        }
    }

    /// Forgets the function that wasn't used for longest; says whether there was one.
    fn evict(&mut self) -> bool {
        let Some((_, &key)) = self.order.first_key_value() else {
            return false;
        };
        self.forget(&key);
        self.evictions += 1;
        true
    }

    fn add(&mut self, key: Key, code: Arc<[u8]>) {
        self.time += 1;
        self.bytes += size_of_kept(&code);
        self.order.insert(self.time, key);
        let used = self.time;
        self.functions.insert(key, Function { code, used });
    }
}

impl CacheStore for FunctionCache {
    fn get(&self, key: &[u8]) -> Option<Cow<'_, [u8]>> {
        let key = key.try_into().ok()?;
        let found = {
            let mut kept = self.kept();
            let found = kept.use_now(&key);
            if found.is_some() {
                kept.hits += 1;
            } else {
                kept.misses += 1;
            }
            found
        };
        found.map(|code| Cow::Owned(code.to_vec()))
    }

    fn insert(&self, key: &[u8], value: Vec<u8>) -> bool {
        let Ok(key) = key.try_into() else {
            return false;
        };
        let size = size_of_kept(&value);
        if size > self.most {
            return false;
        }
        let code = Arc::from(value);
        let mut kept = self.kept();
        // Two threads may have compiled the same, or Cranelift couldn't use what was there.
        kept.forget(&key);
        while kept.bytes + size > self.most && kept.evict() {}
        kept.add(key, code);
        true
    }
}

impl fmt::Debug for FunctionCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.statistics())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasmtime::{Config, Engine, Instance, Module, Store};

    /// Room for so many functions of 100 bytes.
    fn room_for(functions: usize) -> FunctionCache {
        FunctionCache::new(functions * (100 + OF_A_FUNCTION))
    }

    fn key(n: u8) -> Key {
        [n; 32]
    }

    fn insert(cache: &FunctionCache, n: u8) {
        assert!(cache.insert(&key(n), vec![n; 100]));
    }

    fn has(cache: &FunctionCache, n: u8) -> bool {
        match cache.get(&key(n)) {
            Some(code) => {
                assert_eq!(*code, vec![n; 100]);
                true
            }
            None => false,
        }
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let cache = room_for(3);
        for n in 1..=3 {
            insert(&cache, n);
        }
        assert!(has(&cache, 1));
        insert(&cache, 4);
        assert!(!has(&cache, 2));
        // Inserted again, as by a second thread: used, too, and forgotten for nothing else.
        insert(&cache, 3);
        insert(&cache, 5);
        assert_eq!(
            [1, 2, 3, 4, 5].map(|n| has(&cache, n)),
            [false, false, true, true, true]
        );
        assert_eq!(
            cache.statistics(),
            sb_function_cache_t {
                max_bytes: 3 * (100 + OF_A_FUNCTION as u64),
                bytes: 3 * (100 + OF_A_FUNCTION as u64),
                functions: 3,
                hits: 4,
                misses: 3,
                evictions: 2,
            }
        );
    }

    #[test]
    fn the_bound_is_kept_whatever_comes() {
        let cache = FunctionCache::new(10_000);
        for n in 0..10_000_usize {
            let mut key = [0; 32];
            key[..8].copy_from_slice(&n.to_le_bytes());
            let length = n * 7 % 9000;
            assert!(cache.insert(&key, vec![1; length]));
            let now = cache.statistics();
            assert!(now.bytes <= 10_000);
            assert!(now.bytes >= (length + OF_A_FUNCTION) as u64);
            assert_eq!(cache.get(&key).map(|code| code.len()), Some(length));
        }
        let before = cache.statistics();
        assert!(before.evictions > 0);
        // What it has no room for drives nothing out.
        assert!(!cache.insert(&key(1), vec![0; 10_000 - OF_A_FUNCTION + 1]));
        assert_eq!(cache.statistics(), before);
        assert!(cache.insert(&key(1), vec![0; 10_000 - OF_A_FUNCTION]));
        assert_eq!(
            (cache.statistics().bytes, cache.statistics().functions),
            (10_000, 1)
        );
        cache.clear();
        assert_eq!((cache.statistics().bytes, cache.statistics().functions), (0, 0));
        assert!(cache.get(&key(1)).is_none());
        insert(&cache, 2);
        assert!(has(&cache, 2));
    }

    #[test]
    fn what_is_no_sha_256_is_not_kept() {
        let cache = room_for(3);
        for length in [0, 31, 33] {
            assert!(!cache.insert(&vec![0; length], vec![0; 100]));
            assert!(cache.get(&vec![0; length]).is_none());
        }
        assert_eq!(cache.statistics().functions, 0);
    }

    #[test]
    fn threads_use_it_at_once() {
        let cache = room_for(20);
        std::thread::scope(|scope| {
            for thread in 0..4_u8 {
                let cache = &cache;
                scope.spawn(move || {
                    for round in 0..2000_u32 {
                        let n = (round % 40) as u8 ^ thread;
                        if !has(cache, n) {
                            insert(cache, n);
                        }
                    }
                });
            }
        });
        let now = cache.statistics();
        assert!(now.bytes <= now.max_bytes);
        assert_eq!(now.hits + now.misses, 4 * 2000);
        let kept = cache.kept();
        assert_eq!(kept.functions.len(), kept.order.len());
        let bytes: usize = kept.functions.values().map(|kept| size_of_kept(&kept.code)).sum();
        assert_eq!(kept.bytes, bytes);
        for (used, key) in &kept.order {
            assert_eq!(kept.functions[key].used, *used);
        }
    }

    fn module(second: &str) -> String {
        format!(
            "(module
               (func (export \"first\") (param i32) (result i32)
                 (i32.mul (local.get 0) (i32.const 17)))
               (func (export \"second\") (param i32) (result i32)
                 (i32.add (local.get 0) (i32.const {second}))))"
        )
    }

    fn call(engine: &Engine, module: &Module, function: &str) -> i32 {
        let mut store = Store::new(engine, ());
        let instance = Instance::new(&mut store, module, &[]).unwrap();
        let function = instance.get_typed_func::<i32, i32>(&mut store, function).unwrap();
        function.call(&mut store, 3).unwrap()
    }

    #[test]
    fn what_has_not_changed_is_not_compiled_again() {
        let cache = Arc::new(FunctionCache::new(1 << 20));
        let mut config = Config::new();
        config.concurrency_support(false);
        config.parallel_compilation(false);
        let plain = Engine::new(&config).unwrap();
        config.enable_incremental_compilation(cache.clone()).unwrap();
        let engine = Engine::new(&config).unwrap();
        drop(config);

        let one = Module::new(&engine, module("1")).unwrap();
        let first = cache.statistics();
        assert!(first.misses >= 2, "{first:?}");
        let two = Module::new(&engine, module("2")).unwrap();
        let second = cache.statistics();
        let (hits, misses) = (second.hits - first.hits, second.misses - first.misses);
        assert!(misses >= 1 && hits > misses, "{first:?}, then {second:?}");
        for function in ["first", "second"] {
            assert_eq!(
                call(&engine, &one, function),
                if function == "first" { 51 } else { 4 }
            );
            assert_eq!(
                call(&engine, &two, function),
                if function == "first" { 51 } else { 5 }
            );
        }
        // To the last byte what the compiler makes without.
        let again = Module::new(&plain, module("2")).unwrap();
        assert_eq!(two.serialize().unwrap(), again.serialize().unwrap());

        cache.clear();
        assert_eq!(cache.statistics().bytes, 0);
        assert_eq!(call(&engine, &two, "second"), 5);
        let weak = Arc::downgrade(&cache);
        drop((one, two, engine, cache));
        assert_eq!(weak.strong_count(), 0);
    }
}
