//! Pre-instantiation: the host's functions, defined under the types that a component imports.

use crate::bytes::BlockReader;
use crate::component::{ComponentInfo, component_of, sb_component};
use crate::describe::Fields;
use crate::error::{Classify, ErrorKind, Failure, guard, released};
use crate::image::{HostArguments, HostResults, LazyLayout, flat_count};
use crate::store::{Exchange, Frame, Limits, UPCALL_CALL, UPCALL_RELEASE, can_upcall};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use wasmtime::component::types::Type;
use wasmtime::component::{InstancePre, Linker, LinkerInstance};
use wasmtime::{Error, Result};
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};

/// `sb_upcall_t`.
pub(crate) type UpcallFn = unsafe extern "C" fn(i64, i64, i64, i64, i64) -> i64;

/// The upcall at an address that the host handed over.
///
/// # Safety
///
/// `address` is 0 or that of an `sb_upcall_t`.
pub(crate) unsafe fn upcall_at(address: u64) -> Option<UpcallFn> {
    let pointer = std::ptr::with_exposed_provenance::<()>(address as usize);
    // SAFETY: the caller's promise; null is `None`, which has the same representation.
    unsafe { std::mem::transmute::<*const (), Option<UpcallFn>>(pointer) }
}

/// What the host calls a function. Told to be released when the last linker or instance lets go of it.
struct Definition {
    target: i64,
    upcall: UpcallFn,
}

/// A function of the host, under the type that it is imported with.
pub(crate) struct HostFunction {
    definition: Arc<Definition>,
    pub(crate) results: LazyLayout,
}

impl HostFunction {
    #[inline]
    fn call<const R: usize>(&self, address: usize, length: usize) -> Result<HostResults<R>> {
        let exchange = Frame::current_exchange()?;
        // SAFETY: the exchange of the store that this thread is inside of.
        let shared: &Exchange = unsafe { &*exchange };
        shared.expect_no_host_result();
        match shared.upcall(UPCALL_CALL, self.definition.target, address as i64, length as i64) {
            0 => Ok(HostResults {
                function: self,
                exchange,
            }),
            _ => Err(Failure::new(ErrorKind::Host, "a host function failed").into()),
        }
    }
}

impl Drop for Definition {
    fn drop(&mut self) {
        let mut pending = PENDING.lock().unwrap_or_else(PoisonError::into_inner);
        pending.push((self.upcall, self.target));
        ANY_PENDING.store(true, Ordering::Release);
        drop(pending);
        release_pending();
    }
}

/// Functions that nothing refers to any more and that the host has not been told of yet. They wait here when the last
/// reference goes at the end of a thread's stack, where an upcall would end the process.
static PENDING: Mutex<Vec<(UpcallFn, i64)>> = Mutex::new(Vec::new());

/// Spares those who come by the lock.
static ANY_PENDING: AtomicBool = AtomicBool::new(false);

/// Tells the host, if the calling thread can.
pub(crate) fn release_pending() {
    if !ANY_PENDING.load(Ordering::Acquire) || !can_upcall() {
        return;
    }
    let mut pending = PENDING.lock().unwrap_or_else(PoisonError::into_inner);
    let released = std::mem::take(&mut *pending);
    ANY_PENDING.store(false, Ordering::Release);
    drop(pending);
    for (upcall, target) in released {
        // SAFETY: given by the host with the definition, and callable until this very upcall at least.
        unsafe { upcall(UPCALL_RELEASE, target, 0, 0, 0) };
    }
}

/// `sb_instance_pre_t`.
#[allow(non_camel_case_types, reason = "its name in C")]
pub struct sb_instance_pre {
    pub(crate) component: Arc<ComponentInfo>,
    pub(crate) pre: InstancePre<Limits>,
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_instance_pre_new(
    component: &sb_component,
    definitions: &wasm_byte_vec_t,
    out: &mut *mut sb_instance_pre,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Link, || {
        release_pending();
        let component = component_of(component);
        let functions = read_definitions(definitions.as_slice())?;
        let mut linker = Linker::new(component.component.engine());
        for import in &component.imports {
            let Some(definition) = functions.get(&(import.instance.as_str(), import.name.as_str())) else {
                // Wasmtime's own message names what is missing.
                continue;
            };
            let results: Vec<Type> = import.ty.results().collect();
            let function = HostFunction {
                definition: Arc::clone(definition),
                results: LazyLayout::new(Fields::of(results.iter().cloned()).abi),
            };
            let mut place = if import.instance.is_empty() {
                linker.root()
            } else {
                linker.instance(&import.instance).classify(ErrorKind::Link)?
            };
            let parameters: Vec<Type> = import.ty.params().map(|(_, ty)| ty).collect();
            // More than 16 come through memory, where the number of slots doesn't matter.
            let slots = flat_count(&parameters, 16).unwrap_or(0);
            if flat_count(&results, 0).is_some() {
                define::<0>(&mut place, &import.name, slots, function)
            } else {
                define::<1>(&mut place, &import.name, slots, function)
            }
            .classify(ErrorKind::Link)?;
        }
        let pre = linker
            .instantiate_pre(&component.component)
            .classify(ErrorKind::Link)?;
        *out = Box::into_raw(Box::new(sb_instance_pre { component, pre }));
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_instance_pre_delete(
    pre: *mut sb_instance_pre,
    _unused: *const u8,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    // SAFETY: made by `sb_instance_pre_new`, and not used again, as the header says.
    released(|| drop(unsafe { Box::from_raw(pre) }))
}

type Definitions<'a> = HashMap<(&'a str, &'a str), Arc<Definition>>;

fn read_definitions(block: &[u8]) -> Result<Definitions<'_>, Error> {
    let mut block = BlockReader::new(block);
    // SAFETY: the header says what the block starts with.
    let upcall = unsafe { upcall_at(block.u64()?) };
    let count = block.u32()?;
    let mut functions = HashMap::new();
    for _ in 0..count {
        let (instance, name, target) = (block.str()?, block.str()?, block.u64()?);
        let upcall = upcall.ok_or_else(|| Failure::new(ErrorKind::Link, "definitions without an upcall"))?;
        let definition = Definition {
            target: target as i64,
            upcall,
        };
        functions.insert((instance, name), Arc::new(definition));
    }
    Ok(functions)
}

/// Wasmtime wants the number of flat parameters as a type; all of them are made, and one is picked.
fn define<const R: usize>(
    place: &mut LinkerInstance<'_, Limits>,
    name: &str,
    slots: usize,
    function: HostFunction,
) -> Result<()> {
    macro_rules! pick {
        ($($count:literal)*) => {
            match slots {
                $($count => wrap::<$count, R>(place, name, function),)*
                _ => Err(Failure::new(ErrorKind::Internal, "more flat parameters than there can be").into()),
            }
        };
    }
    pick!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)
}

fn wrap<const P: usize, const R: usize>(
    place: &mut LinkerInstance<'_, Limits>,
    name: &str,
    function: HostFunction,
) -> Result<()> {
    place.func_wrap(name, move |_, arguments: HostArguments<P>| {
        function.call::<R>(arguments.address, arguments.length)
    })
}
