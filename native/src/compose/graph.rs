//! From a plan to a component: finds out what is plugged into what, checks all of it, and has the result written.

use super::check::{MOST_LINES, cycle, too_many, unused};
use super::export::Exports;
use super::identity::Identities;
use super::parts::{MOST_PARTS, package};
use super::plan::Plan;
use super::plug::Plugging;
use super::problem::{Composed, Problem, ProblemKind};
use super::wiring::Wiring;
use super::write::Writing;
use indexmap::IndexMap;
use wac_graph::CompositionGraph;
use wac_graph::types::BorrowedPackageKey;
use wasmtime::Error;

fn too_large(message: String) -> Composed {
    Err(vec![Problem::new(ProblemKind::TooLarge, message)])
}

/// Makes the component. An error is the library's own.
pub(super) fn compose(plan: &Plan<'_>) -> Result<Composed, Error> {
    if plan.parts.len() > MOST_PARTS || plan.components.len() > MOST_PARTS {
        return Ok(too_large(format!(
            "a composition of {} parts: it can have {MOST_PARTS}. Compose some of them first, and add what comes of it as \
             one part",
            plan.parts.len()
        )));
    }
    if plan.plugs.len() > MOST_LINES || plan.exports.len() > MOST_LINES {
        return Ok(too_large(format!(
            "a composition of {} plugs and {} exports: it can have {MOST_LINES} of each",
            plan.plugs.len(),
            plan.exports.len()
        )));
    }
    let mut problems = vec![];
    let mut graph = CompositionGraph::new();
    let mut packages = vec![];
    for (number, (name, bytes)) in plan.components.iter().enumerate() {
        // Parts have names of their own: these are only to be different.
        let key = format!("switchblade:part-{number}");
        let key = BorrowedPackageKey::from_name_and_version(&key, None);
        match package(name, key, bytes, graph.types_mut()) {
            Ok(package) => packages.push(graph.register_package(package).map_err(Error::from)?),
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let wires = plan.parts.iter().map(|_| IndexMap::new()).collect();
    let mut wiring = Wiring {
        plan,
        graph,
        packages,
        wires,
    };
    Plugging::new(&mut wiring, &mut problems).run();
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    if let Some(problem) = cycle(&wiring) {
        return Ok(Err(vec![problem]));
    }
    let mut identities = Identities::new(&wiring);
    problems.extend(identities.differences());
    let type_wires = identities.type_wires();
    let exports = Exports::of(&wiring, &mut problems);
    if problems.is_empty() {
        problems.extend(unused(&wiring, &exports));
    }
    problems.extend(too_many(&wiring, &exports));
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    Writing::new(wiring).run(&type_wires, &exports)
}
