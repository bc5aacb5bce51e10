//! What is looked at once everything is plugged.

use super::export::Exports;
use super::problem::{Problem, ProblemKind};
use super::wiring::Wiring;
use indexmap::IndexMap;
use std::collections::HashSet;

/// The most plugs and the most exports that are described, and the most that come of them. What follows looks at each
/// together with the others of a part.
pub(super) const MOST_LINES: usize = 10_000;

/// The most different names that are left to the host, each of which is compared with each.
const MOST_IMPORTS: usize = 5_000;

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

pub(super) fn too_many(wiring: &Wiring<'_>, exports: &Exports) -> Option<Problem> {
    let wires: usize = wiring.wires.iter().map(IndexMap::len).sum();
    let mut left = HashSet::new();
    for (part, wires) in wiring.wires.iter().enumerate() {
        let imports = wiring.world(part).imports.keys();
        left.extend(
            imports
                .filter(|name| !wires.contains_key(*name))
                .map(String::as_str),
        );
    }
    let (what, found, most) = if wires > MOST_LINES {
        ("imports that are plugged", wires, MOST_LINES)
    } else if exports.list().len() > MOST_LINES {
        ("exports", exports.list().len(), MOST_LINES)
    } else if left.len() > MOST_IMPORTS {
        ("imports that are left to the host", left.len(), MOST_IMPORTS)
    } else {
        return None;
    };
    Some(Problem::new(
        ProblemKind::TooLarge,
        format!("a composition with {found} {what}: it can have {most}"),
    ))
}
