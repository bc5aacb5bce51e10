//! What a composition is made of: the components as `wac-graph` sees them.

use super::problem::{Problem, ProblemKind};
use crate::component::binary_component;
use crate::error::{ErrorKind, Failure, caught};
use wac_graph::types::{BorrowedPackageKey, Package, Types};
use wasmparser::{Validator, WasmFeatures};
use wasmtime::Error;

/// The most components, and the most instances of them, that are composed: a component holds no more of either.
pub(super) const MOST_PARTS: usize = 1000;

/// Reads one component.
///
/// `name` is what it is called in problems, `key` what it is called in the graph.
pub(super) fn package(
    name: &str,
    key: BorrowedPackageKey<'_>,
    bytes: &[u8],
    types: &mut Types,
) -> Result<Package, Problem> {
    let binary = checked(name, bytes)?;
    let read = unpanicked(|| Package::from_bytes(key.name, key.version, binary, types));
    let problem = |why: String| {
        Problem::new(
            ProblemKind::Unsupported,
            format!(
                "{name} has something that can't be composed: {why}. Have the host provide it to the others: link it by \
                 itself"
            ),
        )
        .provider(name, "")
    };
    match read {
        Ok(Ok(package)) => Ok(package),
        Ok(Err(error)) => Err(problem(format!("{error:#}"))),
        Err(panic) => Err(problem(panic)),
    }
}

/// Has a library of others do something. An error is what it has panicked with: there are things that it wasn't made for.
pub(super) fn unpanicked<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    caught(|| Ok(work())).map_err(|panic| {
        let text = panic.to_string();
        let first = text.lines().next().unwrap_or_default();
        let what = first.strip_prefix("bug in the native library: ").unwrap_or(first);
        what.rsplit_once(", at ")
            .map_or(what, |(what, _)| what)
            .to_string()
    })
}

/// The binary of a component that is valid, whatever an engine will make of it.
pub(super) fn checked(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let refused =
        |kind, why: &dyn std::fmt::Display| Problem::new(kind, format!("{name}: {why}")).provider(name, "");
    let binary = binary_component(bytes).map_err(|error: Error| {
        let is_module = error
            .downcast_ref::<Failure>()
            .is_some_and(|failure| failure.kind() == ErrorKind::NotAComponent);
        let kind = if is_module {
            ProblemKind::CoreModule
        } else {
            ProblemKind::Invalid
        };
        refused(kind, &error)
    })?;
    let checked = unpanicked(|| {
        Validator::new_with_features(WasmFeatures::all())
            .validate_all(&binary)
            .map(|_| ())
    });
    checked
        .map_err(|panic| {
            let why = format!("has something that can't be looked at: {panic}");
            refused(ProblemKind::Unsupported, &why)
        })?
        .map_err(|error| {
            let why = format!("not a valid component, or a damaged one: {error}");
            refused(ProblemKind::Invalid, &why)
        })?;
    Ok(binary.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> (ProblemKind, String) {
        let key = BorrowedPackageKey::from_name_and_version("a:b", None);
        let problem = package("part", key, bytes, &mut Types::default()).unwrap_err();
        assert_eq!(&*problem.provider, "part");
        (problem.kind, problem.message)
    }

    #[test]
    fn what_is_no_component_is_told_with_its_part() {
        assert_eq!(refused(b"(module)").0, ProblemKind::CoreModule);
        let (kind, message) = refused(b"(component (core module (func (result i32))))");
        assert_eq!(kind, ProblemKind::Invalid);
        assert!(message.starts_with("part: not a valid component"), "{message}");
    }

    #[test]
    fn what_makes_a_library_panic_is_told_as_unsupported() {
        // Each instance type is made of the one before, deeper than the validator's arithmetic goes.
        let mut text = String::from("(component (type (instance))");
        for i in 0..200 {
            text +=
                &format!(r#"(type (instance (alias outer 1 {i} (type)) (export "a" (instance (type 0)))))"#);
        }
        text += ")";
        let (kind, message) = refused(text.as_bytes());
        assert_eq!(kind, ProblemKind::Unsupported);
        assert!(message.starts_with("part: "), "{message}");
        assert!(!message.contains("bug in the native library"), "{message}");
        assert_eq!(unpanicked(|| panic!("so")), Err::<(), _>("so".to_string()));
    }
}
