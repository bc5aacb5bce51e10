//! Proposals to WebAssembly and to the component model, under the names that the header gives them.

use crate::error::{ErrorKind, Failure};
use std::fmt::Write;
use wasmparser::{Validator, WasmFeatures};
use wasmtime::{Config, Engine, Error, Strategy};

/// What can be turned on and off one by one, but for `branch-hinting`, which is no feature to a validator.
const NAMED: &[(&str, WasmFeatures)] = &[
    ("bulk-memory", WasmFeatures::BULK_MEMORY),
    ("component-model-async", WasmFeatures::CM_ASYNC),
    ("component-model-async-stackful", WasmFeatures::CM_ASYNC_STACKFUL),
    ("component-model-error-context", WasmFeatures::CM_ERROR_CONTEXT),
    (
        "component-model-fixed-length-lists",
        WasmFeatures::CM_FIXED_LENGTH_LISTS,
    ),
    ("component-model-gc", WasmFeatures::CM_GC),
    ("component-model-implements", WasmFeatures::CM_IMPLEMENTS),
    ("component-model-map", WasmFeatures::CM_MAP),
    ("component-model-memory64", WasmFeatures::CM64),
    (
        "component-model-more-async-builtins",
        WasmFeatures::CM_MORE_ASYNC_BUILTINS,
    ),
    ("component-model-threading", WasmFeatures::CM_THREADING),
    ("custom-page-sizes", WasmFeatures::CUSTOM_PAGE_SIZES),
    ("exceptions", WasmFeatures::EXCEPTIONS),
    ("extended-const", WasmFeatures::EXTENDED_CONST),
    ("function-references", WasmFeatures::FUNCTION_REFERENCES),
    ("gc", WasmFeatures::GC),
    ("memory64", WasmFeatures::MEMORY64),
    ("multi-memory", WasmFeatures::MULTI_MEMORY),
    ("multi-value", WasmFeatures::MULTI_VALUE),
    ("reference-types", WasmFeatures::REFERENCE_TYPES),
    ("relaxed-simd", WasmFeatures::RELAXED_SIMD),
    (
        "shared-everything-threads",
        WasmFeatures::SHARED_EVERYTHING_THREADS,
    ),
    ("simd", WasmFeatures::SIMD),
    ("stack-switching", WasmFeatures::STACK_SWITCHING),
    ("tail-call", WasmFeatures::TAIL_CALL),
    ("threads", WasmFeatures::THREADS),
    ("wide-arithmetic", WasmFeatures::WIDE_ARITHMETIC),
];

/// Turns one on or off; says whether there is one of that name.
pub(crate) fn set(config: &mut Config, name: &str, enabled: bool) -> bool {
    if name == "branch-hinting" {
        config.wasm_branch_hinting(enabled);
        return true;
    }
    let found = NAMED.iter().find(|(known, _)| *known == name);
    if let Some((_, feature)) = found {
        config.wasm_features(*feature, enabled);
    }
    found.is_some()
}

/// What keeps an engine from compiling a component or core module.
enum Obstacle {
    /// It isn't valid, whatever is turned on.
    Invalid,
    /// It is valid for this engine: Wasmtime can't do it.
    Wasmtime,
    /// It is valid with these features, which the engine doesn't have.
    Features(WasmFeatures),
}

/// Finds out why a component or core module was refused by an engine with the given features. For failures alone: it is read
/// once for each feature that the engine doesn't have.
fn obstacle(binary: &[u8], has: WasmFeatures) -> Obstacle {
    let is_valid = |features| {
        Validator::new_with_features(features)
            .validate_all(binary)
            .is_ok()
    };
    if is_valid(has) {
        return Obstacle::Wasmtime;
    }
    let mut needed = WasmFeatures::all().difference(has);
    if !is_valid(has | needed) {
        return Obstacle::Invalid;
    }
    for feature in needed.iter() {
        let without = needed.difference(feature);
        if is_valid(has | without) {
            needed = without;
        }
    }
    Obstacle::Features(needed)
}

/// Those of some features that a compiler can't be given on this platform, whatever is turned on. For failures alone: it
/// makes an engine for each of them.
fn beyond(compiler: Strategy, features: WasmFeatures) -> WasmFeatures {
    let is_beyond = |feature: &WasmFeatures| {
        let mut config = Config::new();
        config.strategy(compiler).wasm_features(*feature, true);
        Engine::new(&config).is_err()
    };
    features.iter().filter(is_beyond).collect()
}

/// Those of some features that the compiler Winch lacks, and the other one has.
fn lacking_in_winch(features: WasmFeatures) -> WasmFeatures {
    let beyond_winch = beyond(Strategy::Winch, features);
    beyond_winch.difference(beyond(Strategy::Cranelift, beyond_winch))
}

/// Says why Wasmtime has refused a component or core module, which `what` names: by looking at it, since the names in it may
/// stand in any reason given.
pub(crate) fn refused(what: &str, engine: &Engine, compiler: Strategy, binary: &[u8], error: Error) -> Error {
    let cause = error.root_cause().to_string();
    let by_winch = matches!(compiler, Strategy::Winch);
    const CRANELIFT: &str = "Cranelift may (Engine.builder().compiler(Engine.Compiler.CRANELIFT))";
    let (kind, message) = match obstacle(binary, engine.get_wasm_features()) {
        Obstacle::Invalid => (
            ErrorKind::Compilation,
            format!("not a valid {what}, or a damaged one: {cause}"),
        ),
        Obstacle::Wasmtime if by_winch => (
            ErrorKind::Unsupported,
            format!(
                "a valid {what} with something that the compiler Winch doesn't support; {CRANELIFT}: {cause}"
            ),
        ),
        Obstacle::Wasmtime => (
            ErrorKind::Unsupported,
            format!("a valid {what} with something that Wasmtime doesn't support: {cause}"),
        ),
        Obstacle::Features(needed) => {
            let lacking = if by_winch {
                lacking_in_winch(needed)
            } else {
                WasmFeatures::empty()
            };
            if lacking.is_empty() {
                turned_off(what, engine, needed, &cause)
            } else {
                let names = names(lacking);
                let message = format!(
                    "a {what} that needs what the compiler Winch doesn't support, {names}; {CRANELIFT}: {cause}"
                );
                (ErrorKind::Unsupported, message)
            }
        }
    };
    error.context(Failure::new(kind, message))
}

/// What to say of a component or core module that needs features that are off.
fn turned_off(what: &str, engine: &Engine, needed: WasmFeatures, cause: &str) -> (ErrorKind, String) {
    // Wasmtime compiles it only if every call is to cost three times as much (see `engine.rs`).
    if needed.contains(WasmFeatures::CM_ASYNC) && !engine.get_concurrency_support() {
        let others = needed.difference(WasmFeatures::CM_ASYNC);
        let others = if others.is_empty() {
            String::new()
        } else {
            format!(", and the engine was made without {}", in_words(others))
        };
        let message = format!(
            "component-model async (async func, future, stream) needs an engine with concurrency support \
             (Engine.builder().concurrency(true)){others}: {cause}"
        );
        return (ErrorKind::Concurrency, message);
    }
    let message = format!(
        "a {what} that needs what the engine was made without, {}: {cause}",
        in_words(needed)
    );
    (ErrorKind::Unsupported, message)
}

/// The name of a feature, and whether that can be turned on.
fn name(feature: WasmFeatures) -> (String, bool) {
    match NAMED.iter().find(|(_, known)| *known == feature) {
        Some((name, _)) => (name.to_string(), true),
        None => {
            let name = feature.iter_names().next().map_or("something", |(name, _)| name);
            (name.to_ascii_lowercase().replace('_', "-"), false)
        }
    }
}

/// Which features these are.
fn names(features: WasmFeatures) -> String {
    let names: Vec<_> = features.iter().map(|feature| name(feature).0).collect();
    names.join(", ")
}

/// Which features these are, and how they are turned on.
fn in_words(features: WasmFeatures) -> String {
    let mut words = String::new();
    for feature in features.iter() {
        let separator = if words.is_empty() { "" } else { ", " };
        // Writing to a string can't fail.
        let _ = match name(feature) {
            (name, true) => {
                let constant = name.to_ascii_uppercase().replace('-', "_");
                write!(
                    words,
                    "{separator}{name} (Engine.builder().feature(WasmFeature.{constant}, true), or \
                     `switchblade run --feature {name}`)"
                )
            }
            (name, false) => write!(words, "{separator}{name} (which Wasmtime doesn't support)"),
        };
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needed(text: &str, has: WasmFeatures) -> Option<WasmFeatures> {
        match obstacle(&wat::parse_str(text).unwrap(), has) {
            Obstacle::Features(features) => Some(features),
            Obstacle::Invalid | Obstacle::Wasmtime => None,
        }
    }

    const NONE: WasmFeatures = WasmFeatures::WASM1.union(WasmFeatures::COMPONENT_MODEL);

    #[test]
    fn what_is_needed_is_named_and_nothing_else() {
        let simd = "(component (core module (func (result v128) (v128.const i64x2 0 0))))";
        assert_eq!(needed(simd, NONE), Some(WasmFeatures::SIMD));
        let two = "(component (type (list u8 4)) (core module (memory 1) (memory 1)))";
        assert_eq!(
            needed(two, NONE),
            Some(WasmFeatures::MULTI_MEMORY | WasmFeatures::CM_FIXED_LENGTH_LISTS)
        );
        assert_eq!(
            in_words(WasmFeatures::SIMD | WasmFeatures::CM_VALUES),
            "simd (Engine.builder().feature(WasmFeature.SIMD, true), or `switchblade run --feature simd`), cm-values \
             (which Wasmtime doesn't support)"
        );
    }

    #[test]
    fn what_a_compiler_cannot_be_given_is_known() {
        let asked = WasmFeatures::TAIL_CALL | WasmFeatures::SIMD | WasmFeatures::EXCEPTIONS;
        let beyond_winch = WasmFeatures::TAIL_CALL | WasmFeatures::EXCEPTIONS;
        assert_eq!(lacking_in_winch(asked), beyond_winch);
        assert_eq!(beyond(Strategy::Cranelift, asked), WasmFeatures::empty());
        // Neither has it: the other one wouldn't help.
        assert!(beyond(Strategy::Winch, WasmFeatures::LEGACY_EXCEPTIONS) == WasmFeatures::LEGACY_EXCEPTIONS);
        assert_eq!(
            lacking_in_winch(WasmFeatures::LEGACY_EXCEPTIONS),
            WasmFeatures::empty()
        );
        assert_eq!(names(beyond_winch), "tail-call, exceptions");
    }

    #[test]
    fn what_no_feature_makes_valid_is_invalid() {
        let mistyped = wat::parse_str("(component (core module (func (result i32))))").unwrap();
        assert!(matches!(obstacle(&mistyped, NONE), Obstacle::Invalid));
        assert!(matches!(
            obstacle(b"\0asm\x0d\0\x01\0\xff", NONE),
            Obstacle::Invalid
        ));
        let valid = wat::parse_str("(component)").unwrap();
        assert!(matches!(obstacle(&valid, NONE), Obstacle::Wasmtime));
    }

    #[test]
    fn every_name_is_one_feature() {
        for (name, feature) in NAMED {
            assert_eq!(feature.iter().count(), 1, "{name}");
            assert!(set(&mut Config::new(), name, true), "{name}");
        }
        assert!(!set(&mut Config::new(), "simd2", true));
    }
}
