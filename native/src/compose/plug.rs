//! What is plugged into what, and whether it fits.

use super::names::{best, path, track, version};
use super::plan::Plug;
use super::problem::{Problem, ProblemKind, Problems, listed};
use super::types::{Difference, difference};
use super::wiring::{Wire, Wiring, named};
use std::collections::{HashMap, HashSet};
use wac_graph::types::{ItemKind, Type};

/// How many names are looked at to find out what matches.
const MOST_NAMES: usize = 5_000_000;

/// Resolves plugs.
pub(super) struct Plugging<'w, 'a> {
    wiring: &'w mut Wiring<'a>,
    problems: &'w mut Problems,
    /// Imports that one plug was made for, which those for all that match leave alone.
    by_name: Vec<HashSet<String>>,
    /// How many names may still be looked at.
    left: usize,
}

impl<'w, 'a> Plugging<'w, 'a> {
    pub(super) fn new(wiring: &'w mut Wiring<'a>, problems: &'w mut Problems) -> Self {
        let by_name = wiring.wires.iter().map(|_| HashSet::new()).collect();
        Plugging {
            wiring,
            problems,
            by_name,
            left: MOST_NAMES,
        }
    }

    pub(super) fn run(&mut self) {
        let plan = self.wiring.plan;
        // What is plugged by its name goes first.
        let one_by_one = plan.plugs.iter().filter(|plug| plug.one.is_some());
        for plug in one_by_one.chain(plan.plugs.iter().filter(|plug| plug.one.is_none())) {
            let names = self.wiring.world(plug.consumer).imports.len()
                + self.wiring.world(plug.provider).exports.len();
            let Some(left) = self.left.checked_sub(names) else {
                let message = format!(
                    "the plugs have more than {MOST_NAMES} names of imports and exports to look at: plug less, or compose \
                     less at once"
                );
                self.problems.push(Problem::new(ProblemKind::TooLarge, message));
                return;
            };
            self.left = left;
            match plug.one {
                Some((export, import)) => {
                    if let Err(problem) = self.one(plug, export, import) {
                        self.problems.push(problem);
                    }
                }
                None => self.all(plug),
            }
        }
    }

    fn names(&self, plug: &Plug<'_>) -> (String, String) {
        (
            self.wiring.name(plug.consumer).to_string(),
            self.wiring.name(plug.provider).to_string(),
        )
    }

    fn one(&mut self, plug: &Plug<'_>, export: &str, import: &str) -> Result<(), Problem> {
        let (consumer, provider) = self.names(plug);
        let ends = |problem: Problem| problem.consumer(&consumer, import).provider(&provider, export);
        let imports = &self.wiring.world(plug.consumer).imports;
        let exports = &self.wiring.world(plug.provider).exports;
        let wanted = match named(imports, import).as_slice() {
            [one] => (*one).to_string(),
            [] => {
                let imported = listed(imports.keys().map(String::as_str));
                let message = format!("{consumer} doesn't import {import}; it imports {imported}");
                return Err(ends(Problem::new(ProblemKind::Missing, message)));
            }
            several => {
                let message = format!(
                    "{consumer} imports {import} in several versions, {}: say which",
                    listed(several.iter().copied())
                );
                return Err(ends(Problem::new(ProblemKind::Ambiguous, message)));
            }
        };
        let given = match named(exports, export).as_slice() {
            [one] => (*one).to_string(),
            [] => {
                let exported = listed(exports.keys().map(String::as_str));
                let message = format!("{provider} doesn't export {export}; it exports {exported}");
                return Err(ends(Problem::new(ProblemKind::Missing, message)));
            }
            several => match best(&wanted, several.iter().copied()) {
                Some(fitting) => fitting.to_string(),
                None => {
                    let message = format!(
                        "{provider} exports {export} in several versions, {}, and none is compatible with {wanted}, which \
                         {consumer} imports",
                        listed(several.iter().copied())
                    );
                    return Err(ends(Problem::new(ProblemKind::Incompatible, message)));
                }
            },
        };
        // Whoever says both names means it.
        let same = export == import;
        let problem = self.fit(plug, &wanted, &given, same);
        self.add(plug, &wanted, given, true)?;
        problem.map_or(Ok(()), Err)
    }

    fn all(&mut self, plug: &Plug<'_>) {
        let (consumer, provider) = self.names(plug);
        let exports = &self.wiring.world(plug.provider).exports;
        // By what can stand for each other, the highest version.
        let mut by_track: HashMap<&str, &str> = HashMap::new();
        let mut by_path: HashMap<&str, &str> = HashMap::new();
        for name in exports.keys() {
            by_path.insert(path(name), name);
            by_track
                .entry(track(name))
                .and_modify(|highest| {
                    if version(name) > version(highest) {
                        *highest = name;
                    }
                })
                .or_insert(name);
        }
        let mut matches = vec![];
        let mut others = vec![];
        for (name, kind) in &self.wiring.world(plug.consumer).imports {
            if !is_pluggable(*kind) {
                continue;
            }
            let exact = exports.get_key_value(name).map(|(exact, _)| exact.as_str());
            let fitting = exact.or_else(|| by_track.get(track(name)).copied());
            match (fitting, by_path.get(path(name))) {
                (Some(export), _) => matches.push((name.clone(), export.to_string())),
                (None, Some(export)) => others.push((name.clone(), (*export).to_string())),
                (None, None) => {}
            }
        }
        if matches.is_empty() {
            if plug.provider == plug.consumer {
                let message =
                    format!("{provider} is plugged into itself, and exports nothing that it imports");
                self.problems.push(
                    Problem::new(ProblemKind::NothingMatches, message)
                        .consumer(&consumer, "")
                        .provider(&provider, ""),
                );
                return;
            }
            for (import, export) in &others {
                self.problems.extend(self.fit(plug, import, export, true));
            }
            if others.is_empty() {
                let message = format!(
                    "nothing that {provider} exports is imported by {consumer}.\n  {provider} exports {}\n  {consumer} \
                     imports {}\nPlug what is called differently by both names.",
                    listed(
                        self.wiring
                            .world(plug.provider)
                            .exports
                            .keys()
                            .map(String::as_str)
                    ),
                    listed(
                        self.wiring
                            .world(plug.consumer)
                            .imports
                            .keys()
                            .map(String::as_str)
                    ),
                );
                self.problems.push(
                    Problem::new(ProblemKind::NothingMatches, message)
                        .consumer(&consumer, "")
                        .provider(&provider, ""),
                );
            }
            return;
        }
        for (import, export) in matches {
            if self.by_name[plug.consumer].contains(&import) {
                continue;
            }
            let unfit = self.fit(plug, &import, &export, true);
            match self.add(plug, &import, export, false) {
                Err(problem) => self.problems.push(problem),
                Ok(()) => self.problems.extend(unfit),
            }
        }
    }

    fn add(&mut self, plug: &Plug<'_>, import: &str, export: String, by_name: bool) -> Result<(), Problem> {
        let (consumer, provider) = self.names(plug);
        if by_name {
            self.by_name[plug.consumer].insert(import.to_string());
        }
        let before = self.wiring.wires[plug.consumer].get(import);
        let Some(before) = before else {
            let wire = Wire {
                provider: plug.provider,
                export,
            };
            self.wiring.wires[plug.consumer].insert(import.to_string(), wire);
            return Ok(());
        };
        let other = self.wiring.name(before.provider);
        let problem = if before.provider == plug.provider && before.export == export {
            Problem::new(
                ProblemKind::Duplicate,
                format!("{export} of {provider} is plugged into {consumer} twice: once is enough"),
            )
        } else {
            Problem::new(
                ProblemKind::Ambiguous,
                format!(
                    "{consumer} imports {import}, and both {other} and {provider} are plugged in for it: say which with \
                     plug(\"{provider}\", \"{import}\", \"{consumer}\"), or plug less of the other one"
                ),
            )
        };
        Err(problem.consumer(&consumer, import).provider(&provider, &export))
    }

    /// Why an export can't be plugged into an import; none if it can.
    fn fit(&self, plug: &Plug<'_>, import: &str, export: &str, versions: bool) -> Option<Problem> {
        let (consumer, provider) = self.names(plug);
        let needed = self.wiring.world(plug.consumer).imports[import];
        let found = self.wiring.world(plug.provider).exports[export];
        let types = difference(self.wiring.types(), import, needed, found);
        let incompatible = versions && track(import) != track(export);
        let mut message = format!("{consumer} imports {import}, and {provider} exports {export}, ");
        match (&types, incompatible) {
            (None, false) => return None,
            (None, true) => {
                message += "which is not compatible by its version, though its types are the same.\nplug(\"";
                message += &format!(
                    "{provider}\", \"{export}\", \"{consumer}\", \"{import}\") plugs it in all the same."
                );
            }
            (Some(difference), incompatible) => {
                message += if incompatible {
                    "which is not compatible."
                } else {
                    "which differs."
                };
                message += &lines(difference, &consumer, &provider);
                message += if incompatible {
                    "\nTake a version of one of them that fits the other, put a component between them, or leave the \
                     import to the host."
                } else {
                    "\nBuild both from the same WIT, put a component between them, or leave the import to the host."
                };
            }
        }
        Some(
            Problem::new(ProblemKind::Incompatible, message)
                .consumer(&consumer, import)
                .provider(&provider, export),
        )
    }
}

/// Both forms of what differs, one below the other.
pub(super) fn lines(difference: &Difference, consumer: &str, provider: &str) -> String {
    let what = if difference.what.is_empty() {
        String::new()
    } else {
        format!(": {}", difference.what)
    };
    let others = match difference.others {
        0 => String::new(),
        1 => "\n  (and 1 more that differs)".to_string(),
        more => format!("\n  (and {more} more that differ)"),
    };
    format!(
        "\n  {}   ({consumer})\n  {}   ({provider}){what}{others}",
        difference.needed, difference.found
    )
}

/// Whether one can stand for another because they have one name. Types that aren't resources are the same wherever they
/// come from.
fn is_pluggable(kind: ItemKind) -> bool {
    match kind {
        ItemKind::Type(ty) => matches!(ty, Type::Resource(_)),
        _ => true,
    }
}
