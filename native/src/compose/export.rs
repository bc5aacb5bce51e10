//! What a composition exports: what was chosen, and what that can't be told without.

use super::problem::{Problem, ProblemKind, listed};
use super::wiring::{Wiring, named};
use std::collections::HashMap;
use wac_graph::types::{DefinedTypeId, InterfaceId, ItemKind, ResourceId, Type, ValueType};

/// An export of a part, under a name.
pub(super) struct Export {
    pub(super) part: usize,
    pub(super) item: String,
    pub(super) name: String,
}

pub(super) struct Exports {
    list: Vec<Export>,
    /// By name, the number in the list.
    names: HashMap<String, usize>,
}

impl Exports {
    /// In an order in which each comes behind those whose types it has.
    pub(super) fn list(&self) -> &[Export] {
        &self.list
    }

    pub(super) fn of(wiring: &Wiring<'_>, problems: &mut Vec<Problem>) -> Exports {
        let mut exports = Exports {
            list: vec![],
            names: HashMap::new(),
        };
        for chosen in &wiring.plan.exports {
            let items = &wiring.world(chosen.part).exports;
            let Some((item, name)) = chosen.one else {
                for item in items.keys() {
                    exports.choose(wiring, problems, chosen.part, item, item);
                }
                continue;
            };
            let part = wiring.name(chosen.part);
            match named(items, item).as_slice() {
                [one] => {
                    let name = if name.is_empty() { *one } else { name };
                    exports.choose(wiring, problems, chosen.part, one, name);
                }
                [] => {
                    let exported = listed(items.keys().map(String::as_str));
                    let message = format!("{part} doesn't export {item}; it exports {exported}");
                    problems.push(Problem::new(ProblemKind::Missing, message).provider(part, item));
                }
                several => {
                    let message = format!(
                        "{part} exports {item} in several versions, {}: say which",
                        listed(several.iter().copied())
                    );
                    problems.push(Problem::new(ProblemKind::Ambiguous, message).provider(part, item));
                }
            }
        }
        if exports.list.is_empty() && problems.is_empty() {
            let example = wiring.plan.parts.last().map_or("processor", |part| part.name);
            let message = format!(
                "nothing is exported, so that nothing of the composition could be called: export(\"{example}\") exports \
                 what that part does"
            );
            problems.push(Problem::new(ProblemKind::NothingExported, message));
        }
        exports
    }

    fn choose(
        &mut self,
        wiring: &Wiring<'_>,
        problems: &mut Vec<Problem>,
        part: usize,
        item: &str,
        name: &str,
    ) {
        if let Some(before) = self.names.get(name) {
            let before = &self.list[*before];
            if (before.part, before.item.as_str()) != (part, item) {
                let (one, other) = (wiring.name(before.part), wiring.name(part));
                let message = format!(
                    "both {one} and {other} are to export {name}: export only one of them, or one under another name: \
                     export(\"{other}\", \"{item}\", \"another name\")"
                );
                problems.push(
                    Problem::new(ProblemKind::Ambiguous, message)
                        .consumer(one, &before.item)
                        .provider(other, item),
                );
            }
            return;
        }
        // Taken before what it needs is looked at: interfaces of one part use each other in one direction only, and those
        // of several do, too, because the parts do.
        for (part, item) in needed(wiring, part, item) {
            self.choose(wiring, problems, part, &item, &item);
        }
        self.names.insert(name.to_string(), self.list.len());
        self.list.push(Export {
            part,
            item: item.to_string(),
            name: name.to_string(),
        });
    }
}

/// The exports that have to be there for the types of one: those of the part itself, or of the one that provides what it
/// imports.
fn needed(wiring: &Wiring<'_>, part: usize, item: &str) -> Vec<(usize, String)> {
    let types = wiring.types();
    let world = wiring.world(part);
    let home = |interface: InterfaceId| {
        let is_it = |kind: &ItemKind| *kind == ItemKind::Instance(interface);
        if let Some((name, _)) = world
            .exports
            .iter()
            .find(|(name, kind)| is_it(kind) && *name != item)
        {
            return Some((part, name.clone()));
        }
        let (import, _) = world.imports.iter().find(|(_, kind)| is_it(kind))?;
        // Of what the host provides the types have names already.
        let wire = wiring.wires[part].get(import)?;
        Some((wire.provider, wire.export.clone()))
    };
    let mut found: Vec<(usize, String)> = vec![];
    let mut add = |one: Option<(usize, String)>| {
        if let Some(one) = one
            && !found.contains(&one)
        {
            found.push(one);
        }
    };
    match world.exports[item] {
        ItemKind::Instance(id) => types[id].uses.values().for_each(|used| add(home(used.interface))),
        ItemKind::Func(id) => {
            let (defined, resources) = mentioned(wiring, Type::Func(id));
            let is_of_it = |kind: &ItemKind| match kind {
                ItemKind::Type(Type::Value(ValueType::Defined(id))) => defined.contains(id),
                ItemKind::Type(Type::Resource(id)) => resources.contains(&types.resolve_resource(*id)),
                _ => false,
            };
            for (name, kind) in &world.exports {
                if is_of_it(kind) {
                    add(Some((part, name.clone())));
                }
            }
            for (name, kind) in &world.imports {
                if is_of_it(kind) {
                    add(wiring.wires[part]
                        .get(name)
                        .map(|wire| (wire.provider, wire.export.clone())));
                }
            }
            for (_, kind) in world.imports.iter().chain(&world.exports) {
                let ItemKind::Instance(interface) = kind else {
                    continue;
                };
                let has_one = types[*interface].exports.values().any(is_of_it);
                if has_one {
                    add(home(*interface));
                }
            }
        }
        _ => {}
    }
    found
}

/// The types that a type is made of.
fn mentioned(wiring: &Wiring<'_>, ty: Type) -> (Vec<DefinedTypeId>, Vec<ResourceId>) {
    let types = wiring.types();
    let mut open: Vec<ValueType> = match ty {
        Type::Func(id) => types[id]
            .params
            .values()
            .copied()
            .chain(types[id].result)
            .collect(),
        _ => vec![],
    };
    let mut defined = std::collections::HashSet::new();
    let mut resources = vec![];
    while let Some(ty) = open.pop() {
        match ty {
            ValueType::Primitive(_) => {}
            ValueType::Own(id) | ValueType::Borrow(id) => resources.push(types.resolve_resource(id)),
            ValueType::Defined(id) => {
                if defined.insert(id) {
                    super::types::parts_of(types, id, &mut |part| open.push(part));
                }
            }
        }
    }
    (defined.into_iter().collect(), resources)
}
