//! Which resource is which. Types of resources have no structure: two are the same if they come from the same place, and a
//! part that gets one under two names must get it from there twice.

use super::names::track;
use super::problem::{Problem, ProblemKind, Problems};
use super::types::alike;
use super::wiring::{TypeWire, Wire, Wiring};
use indexmap::IndexMap;
use std::collections::HashMap;
use wac_graph::types::{ItemKind, ResourceId, Type, ValueType};

/// Where a resource comes from.
#[derive(Clone, PartialEq)]
enum Origin {
    /// A part defines it.
    Part(usize, ResourceId),
    /// The host does: the interface, without what doesn't matter of its version, and the name there.
    Host(String, String),
}

pub(super) struct Identities<'w, 'a> {
    wiring: &'w Wiring<'a>,
    /// By part: the resources that it imports, and under which names, each within an instance or by itself.
    paths: Vec<IndexMap<ResourceId, Vec<(&'w str, &'w str)>>>,
    known: HashMap<(usize, ResourceId), Origin>,
}

impl<'w, 'a> Identities<'w, 'a> {
    pub(super) fn new(wiring: &'w Wiring<'a>) -> Self {
        let paths = (0..wiring.wires.len()).map(|part| paths(wiring, part)).collect();
        Identities {
            wiring,
            paths,
            known: HashMap::new(),
        }
    }

    /// What a part gets under two names from two places.
    pub(super) fn differences(&mut self, problems: &mut Problems) {
        for part in 0..self.paths.len() {
            for (resource, paths) in self.paths[part].clone() {
                let Some((first, others)) = paths.split_first() else {
                    continue;
                };
                let origin = self.arriving(part, first, resource);
                let other = others
                    .iter()
                    .find(|path| self.arriving(part, path, resource) != origin);
                if let Some(other) = other {
                    problems.push(self.problem(part, first, other));
                }
            }
        }
    }

    fn problem(&self, part: usize, one: &(&str, &str), other: &(&str, &str)) -> Problem {
        let consumer = self.wiring.name(part);
        let wires = &self.wiring.wires[part];
        let source = |path: &(&str, &str)| match wires.get(path.0) {
            Some(wire) => (self.wiring.name(wire.provider).to_string(), wire.export.clone()),
            None => ("the host".to_string(), path.0.to_string()),
        };
        let (first, second) = (source(one), source(other));
        let (name, also) = (shown(one), shown(other));
        let message = format!(
            "{consumer} imports one resource as {name} and as {also}, and gets two: one from {}, the other from {}. Plug {} \
             and {} in from the same part, or leave both to the host",
            first.0, second.0, one.0, other.0
        );
        let plugged = if wires.contains_key(one.0) {
            (one, first)
        } else {
            (other, second)
        };
        Problem::new(ProblemKind::OtherResource, message)
            .consumer(consumer, plugged.0.0)
            .provider(&plugged.1.0, &plugged.1.1)
    }

    fn origin(&mut self, part: usize, resource: ResourceId) -> Origin {
        if let Some(known) = self.known.get(&(part, resource)) {
            return known.clone();
        }
        let first = self.paths[part]
            .get(&resource)
            .and_then(|paths| paths.first().copied());
        let origin = match first {
            None => Origin::Part(part, resource),
            Some(path) => self.arriving(part, &path, resource),
        };
        self.known.insert((part, resource), origin.clone());
        origin
    }

    /// Parts lead to others without a cycle, which has been looked for.
    fn arriving(&mut self, part: usize, (import, name): &(&str, &str), resource: ResourceId) -> Origin {
        let wiring = self.wiring;
        if let Some(Wire { provider, export }) = wiring.wires[part].get(*import) {
            let found = resource_of(wiring, wiring.world(*provider).exports[export], name);
            // What isn't there has been told of.
            return match found {
                Some(found) => self.origin(*provider, wiring.types().resolve_resource(found)),
                None => Origin::Part(part, resource),
            };
        }
        let types = wiring.types();
        let here = resource_of(wiring, wiring.world(part).imports[*import], name);
        let alias = here.and_then(|id| types[id].alias);
        let owner = alias.and_then(|alias| Some((types[alias.owner?].id.as_deref()?, alias.source)));
        match owner {
            Some((interface, source)) => {
                Origin::Host(track(interface).to_string(), types[source].name.clone())
            }
            // A second name of one that is of the interface itself.
            None => {
                let name = here.map_or(*name, |id| types[types.resolve_resource(id)].name.as_str());
                Origin::Host(track(import).to_string(), name.to_string())
            }
        }
    }

    /// The types that parts import beside the interfaces that they are of: they come from where the interfaces do.
    pub(super) fn type_wires(&self) -> Vec<TypeWire> {
        let wiring = self.wiring;
        let mut found = vec![];
        for part in 0..wiring.wires.len() {
            let wires = &wiring.wires[part];
            let imports = &wiring.world(part).imports;
            let mut by_name: HashMap<&str, Vec<(&str, ItemKind)>> = HashMap::new();
            for interface in wires.keys() {
                if let ItemKind::Instance(id) = imports[interface] {
                    for (name, kind) in &wiring.types()[id].exports {
                        by_name.entry(name).or_default().push((interface, *kind));
                    }
                }
            }
            let unplugged = imports.iter().filter(|(name, _)| !wires.contains_key(*name));
            for (import, kind) in unplugged {
                let ItemKind::Type(ty) = kind else { continue };
                let home = match ty {
                    Type::Resource(id) => {
                        let paths = &self.paths[part][&wiring.types().resolve_resource(*id)];
                        let mut within = paths
                            .iter()
                            .filter(|(interface, name)| !name.is_empty() && wires.contains_key(*interface));
                        within.next().copied()
                    }
                    Type::Value(ValueType::Defined(_)) => by_name
                        .get(import.as_str())
                        .into_iter()
                        .flatten()
                        .find(|(_, other)| alike(wiring.types(), *kind, *other))
                        .map(|(interface, _)| (*interface, import.as_str())),
                    _ => None,
                };
                if let Some((interface, name)) = home {
                    found.push(TypeWire {
                        consumer: part,
                        import: import.clone(),
                        interface: interface.to_string(),
                        name: name.to_string(),
                    });
                }
            }
        }
        found
    }
}

fn shown((import, name): &(&str, &str)) -> String {
    if name.is_empty() {
        (*import).to_string()
    } else {
        format!("{import}#{name}")
    }
}

fn resource_of(wiring: &Wiring<'_>, kind: ItemKind, name: &str) -> Option<ResourceId> {
    let kind = match kind {
        ItemKind::Instance(id) => *wiring.types()[id].exports.get(name)?,
        kind => kind,
    };
    match kind {
        ItemKind::Type(Type::Resource(id)) => Some(id),
        _ => None,
    }
}

fn paths<'w>(wiring: &'w Wiring<'_>, part: usize) -> IndexMap<ResourceId, Vec<(&'w str, &'w str)>> {
    let types = wiring.types();
    let mut paths: IndexMap<ResourceId, Vec<(&str, &str)>> = IndexMap::new();
    let mut by_themselves = vec![];
    for (import, kind) in &wiring.world(part).imports {
        match kind {
            ItemKind::Instance(id) => {
                for (name, kind) in &types[*id].exports {
                    if let ItemKind::Type(Type::Resource(id)) = kind {
                        paths
                            .entry(types.resolve_resource(*id))
                            .or_default()
                            .push((import, name));
                    }
                }
            }
            ItemKind::Type(Type::Resource(id)) => by_themselves.push((types.resolve_resource(*id), import)),
            _ => {}
        }
    }
    for (resource, import) in by_themselves {
        // One that is of an interface comes from there, unless it is plugged by itself.
        let known = paths.entry(resource).or_default();
        if known.is_empty() || wiring.wires[part].contains_key(import) {
            known.push((import, ""));
        }
    }
    paths
}
