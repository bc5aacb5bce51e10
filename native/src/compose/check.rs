//! What is looked at once everything is plugged.

use super::export::Exports;
use super::host::{self, Left};
use super::plan::MOST_LINES;
use super::problem::{Problem, ProblemKind, Problems, short};
use super::types::parts_of;
use super::wiring::{TypeWire, Wiring};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};
use wac_graph::types::{ItemKind, Type, ValueType};

/// A cycle, if there is one: components can't be instantiated in any order then.
pub(super) fn cycle(wiring: &Wiring<'_>) -> Option<Problem> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        Open,
        Done,
    }
    let mut seen = vec![Seen::No; wiring.wires.len()];
    for start in 0..wiring.wires.len() {
        if seen[start] != Seen::No {
            continue;
        }
        // The way to the part that is looked at, and which of its wires comes next.
        let mut way = vec![(start, 0)];
        seen[start] = Seen::Open;
        while let Some((part, next)) = way.last_mut() {
            let (here, number) = (*part, *next);
            *next += 1;
            let Some((_, wire)) = wiring.wires[here].get_index(number) else {
                seen[here] = Seen::Done;
                way.pop();
                continue;
            };
            match seen[wire.provider] {
                Seen::Done => {}
                Seen::No => {
                    seen[wire.provider] = Seen::Open;
                    way.push((wire.provider, 0));
                }
                Seen::Open => {
                    let first = way
                        .iter()
                        .position(|(part, _)| *part == wire.provider)
                        .unwrap_or(0);
                    return Some(told(wiring, &way[first..]));
                }
            }
        }
    }
    None
}

/// A cycle in words. Each part with the number behind that of its wire.
fn told(wiring: &Wiring<'_>, cycle: &[(usize, usize)]) -> Problem {
    /// More nobody follows.
    const SHOWN: usize = 12;
    let mut message = format!(
        "{} parts need each other, so that none can be made first:",
        cycle.len()
    );
    if let [_] = cycle {
        message = "a part needs itself, so that it can't be made:".to_string();
    }
    let mut ends = None;
    for (part, next) in cycle {
        let Some((import, wire)) = wiring.wires[*part].get_index(next - 1) else {
            continue;
        };
        let (consumer, provider) = (wiring.name(*part), wiring.name(wire.provider));
        if ends.is_none() {
            ends = Some((consumer, import, provider, &wire.export));
        }
        if message.matches('\n').count() < SHOWN {
            message += &format!("\n  {consumer} imports {import} from {provider}");
        }
    }
    if cycle.len() > SHOWN {
        message += &format!("\n  … and {} more", cycle.len() - SHOWN);
    }
    message +=
        "\nLeave one of these imports to the host, or move what both sides need into a part of its own.";
    let problem = Problem::new(ProblemKind::Cyclic, message);
    match ends {
        Some((consumer, import, provider, export)) => {
            problem.consumer(consumer, import).provider(provider, export)
        }
        None => problem,
    }
}

/// Parts that nothing leads to.
pub(super) fn unused(wiring: &Wiring<'_>, exports: &Exports) -> Vec<Problem> {
    let mut used = vec![false; wiring.wires.len()];
    let mut next: Vec<usize> = exports.list().iter().map(|export| export.part).collect();
    if next.is_empty() {
        return vec![];
    }
    while let Some(part) = next.pop() {
        if !std::mem::replace(&mut used[part], true) {
            next.extend(wiring.wires[part].values().map(|wire| wire.provider));
        }
    }
    let unused = (0..used.len()).filter(|part| !used[*part]);
    unused
        .map(|part| {
            let name = wiring.name(part);
            let message =
                format!("nothing uses {name}: plug it into a part that is used, export it, or leave it out");
            Problem::new(ProblemKind::Unused, message).provider(name, "")
        })
        .collect()
}

/// More plugs than are looked at together.
pub(super) fn too_many(wiring: &Wiring<'_>) -> Option<Problem> {
    let wires: usize = wiring.wires.iter().map(IndexMap::len).sum();
    (wires > MOST_LINES).then(|| {
        let message = format!(
            "a composition with {wires} imports that are plugged: it can have {MOST_LINES}. Plug less"
        );
        Problem::new(ProblemKind::TooLarge, message)
    })
}

/// What is left to the host and can't be written.
pub(super) fn left(wiring: &Wiring<'_>, type_wires: &[TypeWire], problems: &mut Problems) {
    let mut resolved = vec![HashSet::new(); wiring.wires.len()];
    for wire in type_wires {
        resolved[wire.consumer].insert(wire.import.as_str());
    }
    let resolved = &resolved;
    let all = (0..wiring.wires.len()).flat_map(|part| {
        let imports = wiring.world(part).imports.iter();
        let left = imports.filter(move |(name, _)| {
            !wiring.wires[part].contains_key(*name) && !resolved[part].contains(name.as_str())
        });
        left.map(move |(name, kind)| (part, name.as_str(), *kind))
    });
    let weighed = all.clone().map(|(part, name, kind)| Left {
        part: wiring.name(part),
        name,
        kind,
    });
    if let Some(problem) = host::refusal(wiring.types(), weighed) {
        problems.push(problem);
        return;
    }
    let mut names = HashMap::new();
    for (part, name, kind) in all {
        if let ItemKind::Func(_) = kind {
            let names = names.entry(part).or_insert_with(|| plugged_types(wiring, part));
            problems.extend(loose(wiring, part, name, kind, names));
        }
    }
}

/// The types that a part has of interfaces which are plugged into it, each with the import that it is of.
fn plugged_types<'w>(wiring: &'w Wiring<'_>, part: usize) -> HashMap<Type, &'w str> {
    let types = wiring.types();
    let imports = &wiring.world(part).imports;
    let mut found = HashMap::new();
    for import in wiring.wires[part].keys() {
        let ItemKind::Instance(id) = imports[import] else {
            continue;
        };
        for kind in types[id].exports.values() {
            match kind {
                ItemKind::Type(Type::Resource(id)) => {
                    found.insert(Type::Resource(types.resolve_resource(*id)), import.as_str());
                }
                ItemKind::Type(ty) => {
                    found.insert(*ty, import.as_str());
                }
                _ => {}
            }
        }
    }
    found
}

/// A function that the host is to provide with a type of what is plugged in: the type would have no name there.
fn loose(
    wiring: &Wiring<'_>,
    part: usize,
    name: &str,
    function: ItemKind,
    plugged: &HashMap<Type, &str>,
) -> Option<Problem> {
    let types = wiring.types();
    let ItemKind::Func(id) = function else {
        return None;
    };
    if plugged.is_empty() {
        return None;
    }
    let function = &types[id];
    let mut open: Vec<ValueType> = function.params.values().copied().chain(function.result).collect();
    let mut seen = HashSet::new();
    while let Some(ty) = open.pop() {
        let key = match ty {
            ValueType::Own(id) | ValueType::Borrow(id) => Type::Resource(types.resolve_resource(id)),
            ty => Type::Value(ty),
        };
        if let Some(import) = plugged.get(&key) {
            let wire = &wiring.wires[part][*import];
            let (consumer, provider) = (wiring.name(part), wiring.name(wire.provider));
            let name = short(name);
            let message = format!(
                "{consumer} imports the function {name}, which is left to the host, with a type of {import}, which \
                 {provider} is plugged in for: the host couldn't name the type. Plug a part in for {name}, too, leave both \
                 to the host, or have {name} in an interface of its own"
            );
            return Some(
                Problem::new(ProblemKind::Unsupported, message)
                    .consumer(consumer, name)
                    .provider(provider, &wire.export),
            );
        }
        if let ValueType::Defined(id) = ty
            && seen.insert(id)
        {
            parts_of(types, id, &mut |part| open.push(part));
        }
    }
    None
}
