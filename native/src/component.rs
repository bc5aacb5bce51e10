//! Components: compiled code, and what Switchblade knows of their functions.

use crate::bytes::BlockReader;
use crate::debug_info;
use crate::describe::describe;
use crate::engine::{EngineHandle, engine_of};
use crate::error::{Classify, ErrorKind, Failure, guard, released};
use crate::features;
use crate::instances;
use crate::interface::{Export, ExportedModule, Import, NamedItem};
use crate::layout::LayoutCache;
use crate::mappings::{Mappings, OF_A_COMPONENT};
use crate::nesting;
use crate::places::{Places, Registered};
use crate::stack;
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::{Arc, OnceLock};
use wasi_preview1_component_adapter_provider::WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME;
use wasmparser::{Parser, Payload};
use wasmtime::component::__internal::ComponentTypes;
use wasmtime::component::Component;
use wasmtime::{Engine, Error};
use wasmtime_c_api::{wasm_byte_vec_t, wasm_engine_t, wasmtime_error_t};

/// `sb_component_t`: the host holds one reference.
pub(crate) struct ComponentInfo {
    /// If it is a composition: its parts, which frames of its code are told with. As long as stores have instances of it,
    /// they hold this. Dropped before the code is, whose addresses other code may have then.
    parts: Option<Registered>,
    pub(crate) component: Component,
    _mappings: Mappings,
    /// Its engine has concurrency support: its calls run on fibers.
    pub(crate) concurrent: bool,
    /// Exported functions, in the order of the description.
    pub(crate) exports: Box<[Export]>,
    /// Imported functions, in the order of the description.
    pub(crate) imports: Box<[Import]>,
    pub(crate) imported_resources: Box<[NamedItem]>,
    pub(crate) imported_modules: Box<[NamedItem]>,
    pub(crate) exported_modules: Box<[ExportedModule]>,
    host_parameters: LayoutCache,
    /// The types that those layouts are of: this component's, known once they have been seen.
    types: OnceLock<Arc<ComponentTypes>>,
}

impl ComponentInfo {
    /// The cache for layouts of this component's host functions, if `types` are this component's.
    pub(crate) fn layouts_of(&self, types: &Arc<ComponentTypes>) -> Option<&LayoutCache> {
        // The first host call tells; later ones compare.
        let known = self.types.get_or_init(|| Arc::clone(types));
        Arc::ptr_eq(known, types).then_some(&self.host_parameters)
    }
}

/// `sb_component_result_t`.
#[repr(C)]
pub struct sb_component_result_t {
    component: *const sb_component,
    description: wasm_byte_vec_t,
}

/// `sb_component_t`, opaque: a `ComponentInfo` behind an `Arc`.
#[allow(non_camel_case_types, reason = "its name in C")]
pub struct sb_component {
    _opaque: [u8; 0],
}

/// The component behind the host's reference, which stays the host's.
pub(crate) fn component_of(component: &sb_component) -> Arc<ComponentInfo> {
    let info: *const ComponentInfo = ptr::from_ref(component).cast();
    // SAFETY: the host's pointer came from `Arc::into_raw` and holds a count, which this adds one to.
    unsafe {
        Arc::increment_strong_count(info);
        Arc::from_raw(info)
    }
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_component_new(
    engine: *const wasm_engine_t,
    bytes: &wasm_byte_vec_t,
    out: &mut MaybeUninit<sb_component_result_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Compilation, || {
        let mappings = Mappings::of(OF_A_COMPONENT)?;
        // SAFETY: the host's, as the header says.
        let EngineHandle { engine, strategy, .. } = unsafe { engine_of(engine) };
        let bytes = bytes.as_slice();
        // Parsing and compiling need more stack than a Java thread is sure to have.
        let compiled = stack::with_plenty(|| {
            let binary = debug_info::bounded(binary_component(bytes)?)?;
            instances::bounded(&binary)?;
            nesting::written_out(&binary, engine.get_wasm_features())?;
            let component = Component::from_binary(engine, &binary)
                .map_err(|error| features::refused("component", engine, *strategy, &binary, error))?;
            inspect(engine, component, mappings, Places::of(&binary))
        });
        let (info, description) = compiled.map_err(explain_adapters)?;
        let component: *const sb_component = Arc::into_raw(Arc::new(info)).cast();
        out.write(sb_component_result_t {
            component,
            description: description.into(),
        });
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_component_serialize(
    component: &sb_component,
    _unused: *const u8,
    out: &mut MaybeUninit<wasm_byte_vec_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Compilation, || {
        let info = component_of(component);
        let places = info.parts.as_ref().and_then(Registered::places);
        let mut bytes = Places::write(places.as_deref());
        bytes.extend(info.component.serialize()?);
        out.write(bytes.into());
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_component_deserialize(
    engine: *const wasm_engine_t,
    compiled: &wasm_byte_vec_t,
    out: &mut MaybeUninit<sb_component_result_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Compilation, || {
        let mappings = Mappings::of(OF_A_COMPONENT)?;
        // SAFETY: the host's, as the header says.
        let engine = unsafe { &engine_of(engine).engine };
        let compiled = compiled.as_slice();
        let loaded = stack::with_plenty(|| {
            let mut block = BlockReader::new(compiled);
            // One of another version of this library has no places before the code.
            let places = Places::read(&mut block)
                .map_err(|_| Failure::new(ErrorKind::Artifact, "of another version of the native library"))?;
            // SAFETY: the header has the caller vouch for where the bytes come from.
            let component = unsafe { Component::deserialize(engine, block.rest()) };
            inspect(engine, component.classify(ErrorKind::Artifact)?, mappings, places)
        });
        let (info, description) = loaded?;
        out.write(sb_component_result_t {
            component: Arc::into_raw(Arc::new(info)).cast(),
            description: description.into(),
        });
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_component_delete(
    component: *const sb_component,
    _unused: *const u8,
    _unused_out: *mut u8,
) -> Option<Box<wasmtime_error_t>> {
    // SAFETY: from `sb_component_new`, and not used again, as the header says.
    released(|| drop(unsafe { Arc::from_raw(component.cast::<ComponentInfo>()) }))
}

/// Wasmtime panics where it makes code that passes values from one component's memory to another's, and the engine
/// doesn't support what that code is made of.
fn explain_adapters(error: Error) -> Error {
    let text = error.to_string();
    match text.split_once("invalid adapter module generated: ") {
        Some((_, reason)) => Failure::new(
            ErrorKind::Unsupported,
            format!(
                "components within it call each other, and the code for that needs a feature that the engine was made \
                 without (multi-memory, mostly): {}",
                reason.split(" (at offset").next().unwrap_or_default()
            ),
        )
        .into(),
        None => error,
    }
}

/// Translates text, and turns away what is no component.
pub(crate) fn binary_component(bytes: &[u8]) -> Result<std::borrow::Cow<'_, [u8]>, Error> {
    let not_wasm = |what: String| Error::from(Failure::new(ErrorKind::Compilation, what));
    if bytes.is_empty() {
        return Err(not_wasm(
            "there are no bytes: neither a component nor its text".to_string(),
        ));
    }
    let binary = wat::parse_bytes(bytes).map_err(|error| {
        let looks_like_text = std::str::from_utf8(bytes).is_ok();
        if looks_like_text {
            not_wasm(format!(
                "neither a binary component nor the text of one: {}",
                in_one_line(&error)
            ))
        } else {
            let head: Vec<String> = bytes.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            let head = head.join(" ");
            not_wasm(format!(
                "not WebAssembly: it starts with {head}, and a component with 00 61 73 6d 0d 00 01 00"
            ))
        }
    })?;
    // The preamble: magic, u16 version, u16 layer. Layer 0 is a core module.
    match binary.get(..8) {
        None => Err(not_wasm(format!(
            "truncated: {} bytes are less than a component's preamble",
            binary.len()
        ))),
        Some([0, b'a', b's', b'm', _, _, 0, 0]) => {
            let advice = if imports_preview1(&binary) {
                "it is written for WASI 0.1, and Preview1.toComponent makes a component of it"
            } else {
                "wrap it with `wasm-tools component new`"
            };
            Err(Failure::new(
                ErrorKind::NotAComponent,
                format!("a core WebAssembly module, not a component; {advice}"),
            )
            .into())
        }
        Some(_) => {
            nesting::bounded(&binary)?;
            Ok(binary)
        }
    }
}

/// Says whether a core module is a program for WASI 0.1, as far as it can be read.
pub(crate) fn imports_preview1(module: &[u8]) -> bool {
    let payloads = Parser::new(0).parse_all(module).map_while(Result::ok);
    payloads
        .filter_map(|payload| match payload {
            Payload::ImportSection(imports) => Some(imports.into_imports()),
            _ => None,
        })
        .flatten()
        .map_while(Result::ok)
        .any(|import| import.module == WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME)
}

/// What is wrong with a text, and where: `wat` shows the place in a drawing below.
fn in_one_line(error: &wat::Error) -> String {
    let drawing = error.to_string();
    let what = drawing.lines().next().unwrap_or_default();
    let place = drawing
        .lines()
        .find_map(|line| line.trim().strip_prefix("--> <anon>:")?.split_once(':'));
    place.map_or_else(
        || what.to_string(),
        |(line, column)| format!("{what} (line {line}, column {column})"),
    )
}

fn inspect(
    engine: &Engine,
    component: Component,
    mappings: Mappings,
    places: Option<Places>,
) -> Result<(ComponentInfo, Vec<u8>), Error> {
    let described = describe(engine, &component)?;
    let info = ComponentInfo {
        parts: places.map(|places| Registered::new(component.image_range(), places)),
        component,
        _mappings: mappings,
        concurrent: engine.get_concurrency_support(),
        exports: described.exports.into(),
        imports: described.imports.into(),
        imported_resources: described.imported_resources.into(),
        imported_modules: described.imported_modules.into(),
        exported_modules: described.exported_modules.into(),
        host_parameters: LayoutCache::default(),
        types: OnceLock::new(),
    };
    Ok((info, described.block))
}
