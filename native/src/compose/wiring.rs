//! The parts of a composition, and what is plugged into each.

use super::names::{path, track};
use super::plan::Plan;
use indexmap::IndexMap;
use wac_graph::types::{ItemKind, Types, World};
use wac_graph::{CompositionGraph, PackageId};

/// What a part imports from another one.
pub(super) struct Wire {
    pub(super) provider: usize,
    pub(super) export: String,
}

/// The parts, and what is plugged into each: by the names of its imports.
pub(super) struct Wiring<'a> {
    pub(super) plan: &'a Plan<'a>,
    pub(super) graph: CompositionGraph,
    /// By component.
    pub(super) packages: Vec<PackageId>,
    /// By part.
    pub(super) wires: Vec<IndexMap<String, Wire>>,
}

impl Wiring<'_> {
    pub(super) fn types(&self) -> &Types {
        self.graph.types()
    }

    pub(super) fn name(&self, part: usize) -> &str {
        self.plan.parts[part].name
    }

    pub(super) fn world(&self, part: usize) -> &World {
        let package = self.packages[self.plan.parts[part].component];
        &self.types()[self.graph[package].ty()]
    }
}

/// A type that a part imports, which is one of those of an interface that it imports too.
pub(super) struct TypeWire {
    pub(super) consumer: usize,
    pub(super) import: String,
    /// The interface, as the part imports it, and the name of the type there.
    pub(super) interface: String,
    pub(super) name: String,
}

/// The items of a name: with a version, else those that can stand for it; without one, those of any.
pub(super) fn named<'a>(items: &'a IndexMap<String, ItemKind>, name: &str) -> Vec<&'a str> {
    if let Some((exact, _)) = items.get_key_value(name) {
        return vec![exact.as_str()];
    }
    let all = items.keys().map(String::as_str);
    if name.contains('@') {
        let wanted = track(name);
        all.filter(|other| track(other) == wanted).collect()
    } else {
        all.filter(|other| path(other) == name).collect()
    }
}
