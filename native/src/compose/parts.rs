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
    let read = caught(|| Ok(Package::from_bytes(key.name, key.version, binary, types)));
    let problem = |why: String| {
        Problem::new(
            ProblemKind::Unsupported,
            format!("{name} has something that can't be composed: {why}"),
        )
        .provider(name, "")
    };
    match read {
        Ok(Ok(package)) => Ok(package),
        Ok(Err(error)) => Err(problem(format!("{error:#}"))),
        Err(panic) => Err(problem(
            panic.to_string().lines().next().unwrap_or_default().to_string(),
        )),
    }
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
    Validator::new_with_features(WasmFeatures::all())
        .validate_all(&binary)
        .map_err(|error| {
            refused(
                ProblemKind::Invalid,
                &format!("not a valid component, or a damaged one: {error}"),
            )
        })?;
    Ok(binary.into_owned())
}
