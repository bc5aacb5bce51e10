//! Pre-instantiation: the host's functions, defined under the types that a component imports.

use crate::abi::{Fields, flat_count};
use crate::bytes::BlockReader;
use crate::component::{ComponentInfo, component_of, sb_component};
use crate::concurrent;
use crate::error::{Classify, ErrorKind, Failure, guard, released};
use crate::host::{Definition, FUNCTION, HostFunction, RESOURCE, release_pending};
use crate::host_calls::destroy;
use crate::image::{HostArguments, OwnedArguments};
use crate::interface::place_name;
use crate::layout::LazyLayout;
use crate::module::sb_module;
use crate::store::StoreData;
use crate::upcalls::upcall_at;
use crate::wasi;
use std::collections::HashMap;
use std::sync::Arc;
use wasmtime::component::types::Type;
use wasmtime::component::{InstancePre, Linker, LinkerInstance, ResourceType};
use wasmtime::{Error, Result};
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};

/// `sb_instance_pre_t`.
#[allow(non_camel_case_types, reason = "its name in C")]
pub struct sb_instance_pre {
    pub(crate) component: Arc<ComponentInfo>,
    pub(crate) pre: InstancePre<StoreData>,
    /// The numbers of the host's resources among its imports.
    pub(crate) host_types: Box<[u32]>,
    /// It imports some of WASI that the host hasn't defined.
    pub(crate) uses_wasi: bool,
    /// And with that files by WASI 0.3.
    pub(crate) uses_files_0_3: bool,
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
        let definitions = read_definitions(definitions.as_slice())?;
        let mut linker = Linker::new(component.component.engine());
        let mut host_types = Vec::new();
        // What has no definition is left out: Wasmtime's own message names what is missing.
        for import in &component.imported_resources {
            let key = (place_name(&import.place), import.name.as_str());
            let Some((definition, number)) = definitions.resources.get(&key) else {
                continue;
            };
            host_types.push(*number);
            let definition = Arc::clone(definition);
            let ty = ResourceType::host_dynamic(*number);
            place(linker.root(), &import.place, |instance| {
                if component.concurrent {
                    instance.resource_async(&import.name, ty, move |_, object| {
                        Box::new(concurrent::destroy(Arc::clone(&definition), object))
                    })
                } else {
                    instance.resource(&import.name, ty, move |_, object| destroy(&definition, object))
                }
            })?;
        }
        for import in &component.imports {
            let key = (place_name(&import.place), import.name.as_str());
            let Some(definition) = definitions.functions.get(&key) else {
                continue;
            };
            let results: Vec<Type> = import.ty.results().collect();
            let function = HostFunction {
                definition: Arc::clone(definition),
                results: LazyLayout::new(Fields::of(results.iter().cloned()).abi),
            };
            let parameters: Vec<Type> = import.ty.params().map(|(_, ty)| ty).collect();
            // More than 16 come through memory, where the number of slots doesn't matter.
            let slots = flat_count(&parameters, 16).unwrap_or(0);
            let how = match (import.ty.async_(), component.concurrent) {
                (true, _) => Entered::Concurrently,
                (false, true) => Entered::OnFibers,
                (false, false) => Entered::Directly,
            };
            place(linker.root(), &import.place, |instance| {
                if flat_count(&results, 0).is_some() {
                    define::<0>(instance, &import.name, slots, how, function)
                } else {
                    define::<1>(instance, &import.name, slots, how, function)
                }
            })?;
        }
        for import in &component.imported_modules {
            let key = (place_name(&import.place), import.name.as_str());
            let Some(module) = definitions.modules.get(&key) else {
                continue;
            };
            // SAFETY: the header says that the block has addresses of live modules.
            let module = unsafe { &**module };
            place(linker.root(), &import.place, |instance| {
                instance.module(&import.name, &module.module)
            })?;
        }
        for name in &definitions.wasi {
            wasi::link(&mut linker, name, component.concurrent)?;
        }
        let pre = linker
            .instantiate_pre(&component.component)
            .classify(ErrorKind::Link)?;
        *out = Box::into_raw(Box::new(sb_instance_pre {
            component,
            pre,
            host_types: host_types.into(),
            uses_wasi: !definitions.wasi.is_empty(),
            uses_files_0_3: definitions.wasi.iter().any(|name| wasi::is_about_files(name)),
        }));
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

/// Runs `define` where an import stands.
fn place(
    mut instance: LinkerInstance<'_, StoreData>,
    path: &[String],
    define: impl FnOnce(&mut LinkerInstance<'_, StoreData>) -> Result<()>,
) -> Result<()> {
    match path {
        [] => define(&mut instance).classify(ErrorKind::Link),
        [outer, inner @ ..] => place(instance.instance(outer).classify(ErrorKind::Link)?, inner, define),
    }
}

/// Definitions by the instance, as `place_name` writes it, and the name that they are imported from.
#[derive(Default)]
struct Definitions<'a> {
    functions: HashMap<(String, &'a str), Arc<Definition>>,
    /// With the number of the type.
    resources: HashMap<(String, &'a str), (Arc<Definition>, u32)>,
    modules: HashMap<(String, &'a str), *const sb_module>,
    /// Interfaces of WASI.
    wasi: Vec<&'a str>,
}

fn read_definitions(block: &[u8]) -> Result<Definitions<'_>, Error> {
    let mut block = BlockReader::new(block);
    // SAFETY: the header says what the block starts with.
    let upcall = unsafe { upcall_at(block.u64()?) };
    let definition = |target: u64, kind| -> Result<_, Failure> {
        let upcall = upcall.ok_or_else(|| Failure::new(ErrorKind::Link, "definitions without an upcall"))?;
        Ok(Arc::new(Definition {
            target: target as i64,
            kind,
            upcall,
        }))
    };
    let mut definitions = Definitions::default();
    for _ in 0..block.u32()? {
        let (instance, name, target) = (block.str()?, block.str()?, block.u64()?);
        let function = definition(target, FUNCTION)?;
        definitions
            .functions
            .insert((instance.to_string(), name), function);
    }
    for _ in 0..block.u32()? {
        let (instance, name, number, target) = (block.str()?, block.str()?, block.u32()?, block.u64()?);
        let resource = definition(target, RESOURCE)?;
        definitions
            .resources
            .insert((instance.to_string(), name), (resource, number));
    }
    for _ in 0..block.u32()? {
        let (instance, name, module) = (block.str()?, block.str()?, block.u64()?);
        let module = std::ptr::with_exposed_provenance::<sb_module>(module as usize);
        definitions.modules.insert((instance.to_string(), name), module);
    }
    definitions.wasi = block.list(|block| block.str())?;
    Ok(definitions)
}

/// How a guest comes to a host function.
#[derive(Clone, Copy)]
enum Entered {
    /// On the thread's own stack.
    Directly,
    /// On a fiber, which is suspended while the host works.
    OnFibers,
    /// As a task of its own: an `async func`.
    Concurrently,
}

/// Wasmtime wants the number of flat parameters as a type; all of them are made, and one is picked.
fn define<const R: usize>(
    place: &mut LinkerInstance<'_, StoreData>,
    name: &str,
    slots: usize,
    how: Entered,
    function: HostFunction,
) -> Result<()> {
    macro_rules! pick {
        ($($count:literal)*) => {
            match slots {
                $($count => wrap::<$count, R>(place, name, how, function),)*
                _ => Err(Failure::new(ErrorKind::Internal, "more flat parameters than there can be").into()),
            }
        };
    }
    pick!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)
}

fn wrap<const P: usize, const R: usize>(
    place: &mut LinkerInstance<'_, StoreData>,
    name: &str,
    how: Entered,
    function: HostFunction,
) -> Result<()> {
    if let Entered::Directly = how {
        return place.func_wrap(name, move |store, arguments: HostArguments<P>| {
            function.call::<R>(store, arguments.address, arguments.length)
        });
    }
    let function = Arc::new(function);
    if let Entered::OnFibers = how {
        return place.func_wrap_async(name, move |store, arguments: OwnedArguments<P>| {
            let function = Arc::clone(&function);
            Box::new(async move {
                let (results, lent) = concurrent::call::<P, R>(function, arguments).await?;
                concurrent::return_lent(&lent, store)?;
                Ok(results)
            })
        });
    }
    place.func_wrap_concurrent(name, move |accessor, arguments: OwnedArguments<P>| {
        let function = Arc::clone(&function);
        Box::pin(async move {
            let (results, lent) = concurrent::call::<P, R>(function, arguments).await?;
            accessor.with(|mut access| concurrent::return_lent(&lent, &mut access))?;
            Ok(results)
        })
    })
}
