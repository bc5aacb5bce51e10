//! Engines, from options in text form.

use crate::epochs::tick;
use crate::error::{ErrorKind, Failure, guard, record_panics, released};
use crate::features;
use crate::function_cache::{self, FunctionCache, sb_function_cache_t};
use crate::mappings::{self, Mappings};
use crate::version::ABI_VERSION;
use std::str::FromStr;
use std::sync::Arc;
use wasmtime::{
    Cache, CacheConfig, Config, Engine, Error, InstanceAllocationStrategy, OptLevel, PoolingAllocationConfig,
    Strategy, WasmBacktraceDetails,
};
use wasmtime_c_api::{wasm_byte_vec_t, wasm_engine_t, wasmtime_error_t};

/// What a handle of `sb_engine_new` points to. The official API's functions see its beginning: their engine is a struct
/// whose only field is the engine.
#[repr(C)]
pub(crate) struct EngineHandle {
    pub(crate) engine: Engine,
    /// The functions that it remembers, which its compiler has, too.
    function_cache: Option<Arc<FunctionCache>>,
    /// What compiles for it.
    pub(crate) strategy: Strategy,
}

const _: () = {
    assert!(size_of::<wasm_engine_t>() == size_of::<Engine>());
    assert!(align_of::<wasm_engine_t>() == align_of::<Engine>());
    assert!(std::mem::offset_of!(EngineHandle, engine) == 0);
};

/// What the host's handle points to, for as long as the host keeps it.
///
/// # Safety
///
/// It is of `sb_engine_new`, and not released before the reference is gone, as the header says.
pub(crate) unsafe fn engine_of<'a>(engine: *const wasm_engine_t) -> &'a EngineHandle {
    // SAFETY: `sb_engine_new` made it; the caller vouches for the rest.
    unsafe { &*engine.cast::<EngineHandle>() }
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_engine_new(
    _unused: *const u8,
    options: &wasm_byte_vec_t,
    out: &mut *mut wasm_engine_t,
) -> Option<Box<wasmtime_error_t>> {
    record_panics();
    guard(ErrorKind::Configuration, || {
        let text = std::str::from_utf8(options.as_slice()).map_err(|_| wrong("the options are not UTF-8"))?;
        let Settings {
            mut config,
            pool,
            pool_mappings,
            interruptible,
            function_cache,
            strategy,
        } = parse(text)?;
        let engine = Engine::new(&config).map_err(|error| {
            // What can't be made without a pool either isn't the pool's fault.
            let settings = Engine::new(config.allocation_strategy(InstanceAllocationStrategy::OnDemand));
            match (settings, pool) {
                (Ok(_), Some(pool)) => wrong(format!(
                    "{pool} can't be made, use fewer or smaller memories: {error:#}"
                )),
                (Err(error), _) if matches!(strategy, Strategy::Winch) => {
                    wrong(format!("with the compiler winch: {error:#}"))
                }
                (Err(error), _) => wrong(format!("{error:#}")),
                (Ok(_), None) => wrong(format!("{error:#}")),
            }
        })?;
        if let Some(mappings) = pool_mappings {
            mappings::keep_for(&engine, mappings);
        }
        if interruptible {
            tick(&engine)?;
        }
        let handle = EngineHandle {
            engine,
            function_cache,
            strategy,
        };
        *out = Box::into_raw(Box::new(handle)).cast();
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_engine_delete(
    engine: *mut wasm_engine_t,
    _unused: *const u8,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    released(|| {
        // SAFETY: made by `sb_engine_new`, and not used again, as the header says.
        let handle = unsafe { Box::from_raw(engine.cast::<EngineHandle>()) };
        // Nothing will be compiled by it any more, and what was keeps its compiler.
        if let Some(cache) = &handle.function_cache {
            cache.clear();
        }
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_engine_function_cache(
    engine: *const wasm_engine_t,
    _unused: *const u8,
    out: &mut sb_function_cache_t,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Configuration, || {
        // SAFETY: the host's, as the header says.
        let engine = unsafe { engine_of(engine) };
        *out = engine
            .function_cache
            .as_ref()
            .map_or_else(Default::default, |cache| cache.statistics());
        Ok(())
    })
}

fn wrong(message: impl Into<String>) -> Error {
    Failure::new(ErrorKind::Configuration, message).into()
}

/// How many fibers can be under way at once in the pool of an engine with concurrency support.
const POOLED_STACKS: usize = 1000;

/// What the options say.
struct Settings {
    config: Config,
    /// The pool in words.
    pool: Option<String>,
    /// What it needs of the process.
    pool_mappings: Option<Mappings>,
    /// Its guests look whether they must stop.
    interruptible: bool,
    /// The functions that it remembers.
    function_cache: Option<Arc<FunctionCache>>,
    strategy: Strategy,
}

fn parse(text: &str) -> Result<Settings, Error> {
    let mut config = Config::new();
    config.wasm_component_model(true);
    // Types that Wasmtime supports and doesn't turn on by itself yet.
    config.wasm_component_model_map(true);
    config.wasm_component_model_fixed_length_lists(true);
    // Makes each call dearer (docs/benchmarks.md) and serves component async only.
    config.concurrency_support(false);
    // HotSpot needs to see its own faults first; Mach ports would answer before any signal handler.
    config.macos_use_mach_ports(false);
    config.wasm_backtrace_details(WasmBacktraceDetails::Enable);
    config.max_wasm_stack(crate::stack::DEFAULT_MAX_WASM_STACK);
    let mut interruptible = false;
    let mut fuel = false;
    let mut concurrency = false;
    let mut pooling = false;
    let mut pool = PoolingAllocationConfig::default();
    let mut instances = 1000;
    let mut memories = 1000;
    let mut memory_bytes: u64 = 1 << 32;
    let mut max_wasm_stack = crate::stack::DEFAULT_MAX_WASM_STACK;
    let mut function_cache = None;
    let mut strategy = Strategy::Cranelift;
    let mut cache_directory = None;

    for line in text.lines().filter(|line| !line.is_empty()) {
        let (name, value) = line
            .split_once('=')
            .ok_or_else(|| wrong(format!("`{line}` is not name=value")))?;
        match name {
            "abi-version" => {
                if value.parse() != Ok(ABI_VERSION) {
                    return Err(wrong(format!(
                        "the native library has version {} of the interface, and this program needs {value}: give \
                         all dependencies of dev.switchblade the same version",
                        ABI_VERSION
                    )));
                }
            }
            "max-wasm-stack" => {
                max_wasm_stack = number(name, value, 4096..=(1 << 30))?;
                config.max_wasm_stack(max_wasm_stack);
            }
            "compiler" => {
                strategy = match value {
                    "cranelift" => Strategy::Cranelift,
                    "winch" => Strategy::Winch,
                    _ => return Err(wrong(format!("{name}: `{value}` is neither cranelift nor winch"))),
                };
            }
            "opt-level" => {
                config.cranelift_opt_level(match value {
                    "none" => OptLevel::None,
                    "speed" => OptLevel::Speed,
                    "speed-and-size" => OptLevel::SpeedAndSize,
                    _ => {
                        return Err(wrong(format!(
                            "{name}: `{value}` is none of none, speed, speed-and-size"
                        )));
                    }
                });
            }
            "parallel-compilation" => {
                config.parallel_compilation(boolean(name, value)?);
            }
            "debug-info" => {
                config.wasm_backtrace_details(if boolean(name, value)? {
                    WasmBacktraceDetails::Enable
                } else {
                    WasmBacktraceDetails::Disable
                });
            }
            "concurrency" => {
                concurrency = boolean(name, value)?;
                config.concurrency_support(concurrency);
            }
            "interruptible" => {
                interruptible = boolean(name, value)?;
                config.epoch_interruption(interruptible);
            }
            "fuel" => {
                fuel = boolean(name, value)?;
                config.consume_fuel(fuel);
            }
            "nan-canonicalization" => {
                config.cranelift_nan_canonicalization(boolean(name, value)?);
            }
            "shared-memory" => {
                config.shared_memory(boolean(name, value)?);
            }
            "cache-directory" => {
                cache_directory = Some(value);
            }
            "function-cache-bytes" => {
                function_cache =
                    function_cache_bytes(name, value)?.map(|most| Arc::new(FunctionCache::new(most)));
            }
            "pooling" => pooling = boolean(name, value)?,
            "pooling-instances" => instances = number(name, value, 1..=1_000_000)?,
            "pooling-memories" => memories = number(name, value, 1..=1_000_000)?,
            "pooling-memory-bytes" => memory_bytes = number(name, value, 65_536..=(1 << 32))?,
            "pooling-keep-resident-bytes" => {
                let bytes = number(name, value, 0..=(1 << 30))?;
                pool.linear_memory_keep_resident(bytes).table_keep_resident(bytes);
            }
            _ => match name.strip_prefix("wasm-") {
                Some(feature) => {
                    if !features::set(&mut config, feature, boolean(name, value)?) {
                        return Err(wrong(format!("there is no feature `{feature}`")));
                    }
                }
                None => return Err(wrong(format!("there is no option `{name}`"))),
            },
        }
    }
    // Wasmtime insists on fiber stacks that hold the guest's stack, although sync calls never use one.
    config.async_stack_size(max_wasm_stack.saturating_mul(2).max(2 << 20));
    // Other engines need none, and a pool can't have less than one.
    let stacks = if concurrency { POOLED_STACKS } else { 1 };
    if pooling {
        pool.total_component_instances(instances);
        // A component built by a toolchain holds a handful of core modules: its own and adapters.
        pool.total_core_instances(instances.saturating_mul(4));
        pool.total_memories(memories);
        pool.total_tables(memories.saturating_mul(2));
        pool.total_stacks(u32::try_from(stacks)?);
        pool.max_memory_size(usize::try_from(memory_bytes)?);
        config.memory_reservation(memory_bytes);
        config.allocation_strategy(InstanceAllocationStrategy::Pooling(pool));
    }
    // Elsewhere Wasmtime makes them, and nobody counts mappings.
    #[cfg(unix)]
    if concurrency && !pooling {
        config.with_host_stack(Arc::new(crate::fibers::CountedStacks));
    }
    let pool_mappings = if pooling {
        Some(mappings::of_pool(memories as usize, stacks)?)
    } else {
        None
    };
    config.strategy(strategy);
    // Of several the last: the others needn't be there any more.
    if let Some(folder) = cache_directory {
        let mut cache = CacheConfig::new();
        cache.with_directory(folder);
        let cache = Cache::new(cache);
        config.cache(Some(
            cache.map_err(|error| wrong(format!("cache-directory {folder}: {error:#}")))?,
        ));
    }
    // A guest could fill gigabytes with a handful of fuel.
    if fuel && matches!(strategy, Strategy::Winch) {
        return Err(wrong(
            "fuel: winch charges nothing for what instructions on whole memories and tables do, only cranelift does",
        ));
    }
    if let Some(cache) = &function_cache {
        if matches!(strategy, Strategy::Winch) {
            return Err(wrong(
                "function-cache-bytes: winch can't remember functions, only cranelift can",
            ));
        }
        config.enable_incremental_compilation(cache.clone())?;
    }
    let pool = pooling.then(|| format!("a pool of {memories} memories of {memory_bytes} bytes"));
    Ok(Settings {
        config,
        pool,
        pool_mappings,
        interruptible,
        function_cache,
        strategy,
    })
}

/// None: there is to be none.
fn function_cache_bytes(name: &str, value: &str) -> Result<Option<usize>, Error> {
    if value == "0" {
        return Ok(None);
    }
    let (least, most) = (function_cache::BYTES.start(), function_cache::BYTES.end());
    number(name, value, function_cache::BYTES)
        .ok()
        .and_then(|bytes| usize::try_from(bytes).ok())
        .map(Some)
        .ok_or_else(|| {
            wrong(format!(
                "{name}: {value} is neither 0 (none) nor a number from {least} to {most}"
            ))
        })
}

fn boolean(name: &str, value: &str) -> Result<bool, Error> {
    value
        .parse()
        .map_err(|_| wrong(format!("{name}: `{value}` is neither true nor false")))
}

fn number<N>(name: &str, value: &str, range: std::ops::RangeInclusive<N>) -> Result<N, Error>
where
    N: FromStr + PartialOrd + std::fmt::Display,
{
    let parsed: Option<N> = value.parse().ok().filter(|number| range.contains(number));
    parsed.ok_or_else(|| {
        wrong(format!(
            "{name}: {value} is not a number from {} to {}",
            range.start(),
            range.end()
        ))
    })
}
