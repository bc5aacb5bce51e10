//! Pre-instantiation: the host's functions, defined under the types that a component imports.

use crate::abi::{Fields, flat_count};
use crate::bytes::BlockReader;
use crate::component::{ComponentInfo, component_of, sb_component};
use crate::concurrent;
use crate::error::{Classify, ErrorKind, Failure, guard, released};
use crate::exchange::NO_INSTANCE;
use crate::host::{Definition, FUNCTION, HostFunction, RESOURCE, release_pending};
use crate::host_calls::destroy;
use crate::image::{HostArguments, OwnedArguments, SeamArguments};
use crate::interface::place_name;
use crate::layout::LazyLayout;
use crate::module::sb_module;
use crate::plugs::{PluggedFunction, drop_plugged};
use crate::resources::{host_type_number, plugged_type};
use crate::store::StoreData;
use crate::upcalls::upcall_at;
use crate::wasi;
use std::collections::HashMap;
use std::ptr;
use std::sync::Arc;
use wasmtime::component::types::Type;
use wasmtime::component::{InstancePre, Linker, LinkerInstance, ResourceType};
use wasmtime::{Engine, Error, Result};
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};

/// `sb_instance_pre_t`, opaque: a `LinkedComponent` behind an `Arc`.
#[allow(non_camel_case_types, reason = "its name in C")]
pub struct sb_instance_pre {
    _opaque: [u8; 0],
}

/// The pre-instantiation behind the host's reference, which stays the host's.
pub(crate) fn linked(pre: &sb_instance_pre) -> Arc<LinkedComponent> {
    let linked: *const LinkedComponent = ptr::from_ref(pre).cast();
    // SAFETY: the host's pointer came from `Arc::into_raw` and holds a count, which this adds one to.
    unsafe {
        Arc::increment_strong_count(linked);
        Arc::from_raw(linked)
    }
}

/// A component whose imports are resolved.
pub(crate) struct LinkedComponent {
    pub(crate) component: Arc<ComponentInfo>,
    pub(crate) pre: InstancePre<StoreData>,
    /// The numbers of the types of the host's among its imports, those included that stand for resources of plugged
    /// components.
    pub(crate) host_types: Box<[u32]>,
    /// What is plugged into its instances, with what the host calls it.
    pub(crate) providers: Box<[(Provider, Arc<str>)]>,
    /// Which of their functions serve its plugged ones, by place.
    pub(crate) plugged: Box<[PluggedExport]>,
    /// What is instantiated before each of its instances, to be plugged in, each once: what one of them needs comes before
    /// it.
    pub(crate) before: Box<[Arc<LinkedComponent>]>,
    /// How many components are plugged into each other here, one behind the other: this one included.
    depth: usize,
    /// It imports some of WASI that the host hasn't defined.
    pub(crate) uses_wasi: bool,
    /// And with that files by WASI 0.3.
    pub(crate) uses_files_0_3: bool,
}

/// What provides some of what a component imports.
pub(crate) enum Provider {
    /// The instance of a number, in the store that the component is instantiated in.
    Existing(u32),
    /// One that is made with each instance.
    Made(Arc<LinkedComponent>),
}

/// How deep components may be plugged into each other: releasing them goes so deep.
const DEEPEST: usize = 100;

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
        let plugging = plugging(&component, &definitions)?;
        let mut linker = Linker::new(component.component.engine());
        let mut host_types = Vec::new();
        // What has no definition is left out: Wasmtime's own message names what is missing.
        for import in &component.imported_resources {
            let key = (place_name(&import.place), import.name.as_str());
            if let Some((resource, name)) = definitions.plugged_resources.get(&key) {
                let (ty, number) = plugged_type(*resource)?;
                host_types.push(number);
                let name: Box<str> = (*name).into();
                place(linker.root(), &import.place, |instance| {
                    instance.resource(&import.name, ty, move |store, place| {
                        drop_plugged(store, place, &name)
                    })
                })?;
                continue;
            }
            let Some((definition, number)) = definitions.resources.get(&key) else {
                continue;
            };
            host_types.push(host_type_number(*number)?);
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
            let results: Vec<Type> = import.ty.results().collect();
            let layout = LazyLayout::new(Fields::of(results.iter().cloned()).abi);
            let function = if let Some(export) = definitions.plugged_functions.get(&key) {
                Import::Plugged(PluggedFunction {
                    place: export.place,
                    results: layout,
                })
            } else if let Some(definition) = definitions.functions.get(&key) {
                let function = HostFunction {
                    definition: Arc::clone(definition),
                    results: layout,
                };
                match (import.ty.async_(), component.concurrent) {
                    (true, _) => Import::Concurrent(function),
                    (false, true) => Import::OnFibers(function),
                    (false, false) => Import::Direct(function),
                }
            } else {
                continue;
            };
            let parameters: Vec<Type> = import.ty.params().map(|(_, ty)| ty).collect();
            // More than 16 come through memory, where the number of slots doesn't matter.
            let slots = flat_count(&parameters, 16).unwrap_or(0);
            place(linker.root(), &import.place, |instance| {
                if flat_count(&results, 0).is_some() {
                    define::<0>(instance, &import.name, slots, function)
                } else {
                    define::<1>(instance, &import.name, slots, function)
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
        let linked = Arc::new(LinkedComponent {
            component,
            pre,
            host_types: host_types.into(),
            providers: plugging.providers,
            plugged: plugging.plugged,
            before: plugging.before,
            depth: plugging.depth,
            uses_wasi: !definitions.wasi.is_empty(),
            uses_files_0_3: definitions.wasi.iter().any(|name| wasi::is_about_files(name)),
        });
        *out = Arc::into_raw(linked).cast_mut().cast();
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
    released(|| drop(unsafe { Arc::from_raw(pre.cast_const().cast::<LinkedComponent>()) }))
}

/// What is plugged into a component, which functions of it serve it, what is made for that, and how deep it goes.
struct Plugging {
    providers: Box<[(Provider, Arc<str>)]>,
    plugged: Box<[PluggedExport]>,
    before: Box<[Arc<LinkedComponent>]>,
    depth: usize,
}

fn plugging(component: &ComponentInfo, definitions: &Definitions<'_>) -> Result<Plugging> {
    let wrong = |message: String| Failure::new(ErrorKind::Link, message);
    if !definitions.providers.is_empty() && component.concurrent {
        return Err(wrong("an engine with concurrency support links no instances".to_string()).into());
    }
    let mut depth = 1;
    let mut providers: Vec<(Provider, Arc<str>)> = Vec::new();
    let mut before: Vec<Arc<LinkedComponent>> = Vec::new();
    for PluggedComponent { provider, name } in &definitions.providers {
        let provider = match provider {
            Plugged::Instance(number) => Provider::Existing(*number),
            // SAFETY: the header says that the block has addresses of live pre-instantiations.
            Plugged::Component(pre) => Provider::Made(linked(unsafe { &**pre })),
        };
        if let Provider::Made(made) = &provider {
            if !Engine::same(made.component.component.engine(), component.component.engine()) {
                return Err(wrong(format!("{name} was compiled by another engine")).into());
            }
            depth = depth.max(made.depth + 1);
            for needed in made.before.iter().chain([made]) {
                if !before.iter().any(|known| Arc::ptr_eq(known, needed)) {
                    before.push(Arc::clone(needed));
                }
            }
        }
        providers.push((provider, (*name).into()));
    }
    if depth > DEEPEST {
        let message =
            format!("more than {DEEPEST} components are plugged into each other, one behind the other");
        return Err(wrong(message).into());
    }
    let mut plugged: Vec<PluggedExport> = definitions.plugged_functions.values().copied().collect();
    plugged.sort_by_key(|export| export.place);
    for (place, export) in plugged.iter().enumerate() {
        if export.place != place {
            return Err(wrong("a plugged function is named twice".to_string()).into());
        }
        let Some((provider, name)) = providers.get(export.provider) else {
            return Err(wrong(format!("there is no provider {}", export.provider)).into());
        };
        // Of an instance, that is looked at when there is a store.
        if let Provider::Made(made) = provider
            && export.function as usize >= made.component.exports.len()
        {
            return Err(wrong(format!("{name} exports no function {}", export.function)).into());
        }
    }
    Ok(Plugging {
        providers: providers.into(),
        plugged: plugged.into(),
        before: before.into(),
        depth,
    })
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
    providers: Vec<PluggedComponent<'a>>,
    plugged_functions: HashMap<(String, &'a str), PluggedExport>,
    /// With the number that the component has for the resource, and what messages call it.
    plugged_resources: HashMap<(String, &'a str), (u32, &'a str)>,
}

struct PluggedComponent<'a> {
    provider: Plugged,
    /// What the host calls it.
    name: &'a str,
}

enum Plugged {
    Instance(u32),
    Component(*const sb_instance_pre),
}

/// A function of what is plugged in.
#[derive(Clone, Copy)]
pub(crate) struct PluggedExport {
    /// Its place in the list of these.
    place: usize,
    /// Where in the list of providers.
    pub(crate) provider: usize,
    pub(crate) function: u32,
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
    definitions.providers = block.list(|block| {
        let (name, kind, value) = (block.str()?, block.u8()?, block.u64()?);
        let provider = match kind {
            0 => Plugged::Instance(u32::try_from(value).unwrap_or(NO_INSTANCE)),
            _ => Plugged::Component(std::ptr::with_exposed_provenance(value as usize)),
        };
        Ok(PluggedComponent { provider, name })
    })?;
    for place in 0..block.u32()? {
        let (instance, name) = (block.str()?, block.str()?);
        let export = PluggedExport {
            place: place as usize,
            provider: block.u32()? as usize,
            function: block.u32()?,
        };
        definitions
            .plugged_functions
            .insert((instance.to_string(), name), export);
    }
    for _ in 0..block.u32()? {
        let (instance, name) = (block.str()?, block.str()?);
        let resource = (block.u32()?, block.str()?);
        definitions
            .plugged_resources
            .insert((instance.to_string(), name), resource);
    }
    Ok(definitions)
}

/// An imported function, and how a guest comes to it.
enum Import {
    /// The host's, on the thread's own stack.
    Direct(HostFunction),
    /// The host's, on a fiber, which is suspended while the host works.
    OnFibers(HostFunction),
    /// The host's, as a task of its own: an `async func`.
    Concurrent(HostFunction),
    /// Another instance's, on the thread's own stack.
    Plugged(PluggedFunction),
}

/// Wasmtime wants the number of flat parameters as a type; all of them are made, and one is picked.
fn define<const R: usize>(
    place: &mut LinkerInstance<'_, StoreData>,
    name: &str,
    slots: usize,
    function: Import,
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
    place: &mut LinkerInstance<'_, StoreData>,
    name: &str,
    function: Import,
) -> Result<()> {
    match function {
        Import::Direct(function) => place.func_wrap(name, move |store, arguments: HostArguments<P>| {
            function.call::<R>(store, arguments.address, arguments.length)
        }),
        Import::Plugged(function) => place.func_wrap(name, move |store, arguments: SeamArguments<P>| {
            function.call::<P, R>(store, arguments)
        }),
        Import::OnFibers(function) => {
            let function = Arc::new(function);
            place.func_wrap_async(name, move |store, arguments: OwnedArguments<P>| {
                let function = Arc::clone(&function);
                Box::new(async move {
                    let (results, lent) = concurrent::call::<P, R>(function, arguments).await?;
                    concurrent::return_lent(&lent, store)?;
                    Ok(results)
                })
            })
        }
        Import::Concurrent(function) => {
            let function = Arc::new(function);
            place.func_wrap_concurrent(name, move |accessor, arguments: OwnedArguments<P>| {
                let function = Arc::clone(&function);
                Box::pin(async move {
                    let (results, lent) = concurrent::call::<P, R>(function, arguments).await?;
                    accessor.with(|mut access| concurrent::return_lent(&lent, &mut access))?;
                    Ok(results)
                })
            })
        }
    }
}
