//! What a composition exports: what was chosen, and what that can't be told without.

use super::plan::MOST_LINES;
use super::problem::{Problem, ProblemKind, Problems, listed, short};
use super::wiring::{Wiring, named};
use std::collections::{HashMap, HashSet};
use wac_graph::types::{ItemKind, Type, ValueType};

/// How many types and names are looked at to find out what exports need.
const MOST_LOOKS: usize = 5_000_000;

/// An export of a part, under a name.
pub(super) struct Export {
    pub(super) part: usize,
    pub(super) item: String,
    pub(super) name: String,
}

/// An export of a part.
type Item = (usize, String);

/// By part: which exports have a type or an interface, of the part itself or of what is plugged into it.
type Homes = HashMap<usize, HashMap<Type, Vec<Item>>>;

pub(super) struct Exports {
    list: Vec<Export>,
}

impl Exports {
    /// In an order in which each comes behind those whose types it has.
    pub(super) fn list(&self) -> &[Export] {
        &self.list
    }

    pub(super) fn of(wiring: &Wiring<'_>, problems: &mut Problems) -> Exports {
        let mut choosing = Choosing {
            wiring,
            problems,
            chosen: vec![],
            list: vec![],
            names: HashMap::new(),
            homes: HashMap::new(),
            left: MOST_LOOKS,
        };
        choosing.run();
        Exports { list: choosing.list }
    }
}

struct Choosing<'w, 'a> {
    wiring: &'w Wiring<'a>,
    problems: &'w mut Problems,
    /// What was asked for.
    chosen: Vec<(Item, String)>,
    list: Vec<Export>,
    /// What is exported under a name, as names are compared: without their case.
    names: HashMap<String, (Item, String)>,
    homes: Homes,
    /// How much may still be looked at.
    left: usize,
}

impl Choosing<'_, '_> {
    fn run(&mut self) {
        if let Err(problem) = self.ask() {
            self.problems.push(problem);
            return;
        }
        if self.chosen.is_empty() && self.problems.is_empty() {
            self.problems.push(nothing(self.wiring));
        }
        // What was asked for has its name, whoever needs it.
        let mut asked: HashMap<Item, String> = HashMap::new();
        for (item, name) in &self.chosen {
            asked.entry(item.clone()).or_insert_with(|| name.clone());
        }
        for (item, name) in std::mem::take(&mut self.chosen) {
            if let Err(problem) = self.choose(item, name, &asked) {
                self.problems.push(problem);
                return;
            }
        }
    }

    /// Finds out what was asked for.
    fn ask(&mut self) -> Result<(), Problem> {
        for chosen in &self.wiring.plan.exports {
            let items = &self.wiring.world(chosen.part).exports;
            let Some((item, name)) = chosen.one else {
                if self.chosen.len() + items.len() > MOST_LINES {
                    return Err(too_many());
                }
                let all = items.keys();
                self.chosen
                    .extend(all.map(|item| ((chosen.part, item.clone()), item.clone())));
                continue;
            };
            self.look(items.len())?;
            let part = self.wiring.name(chosen.part);
            match named(items, item).as_slice() {
                [one] => {
                    let name = if name.is_empty() { *one } else { name };
                    self.chosen
                        .push(((chosen.part, (*one).to_string()), name.to_string()));
                }
                [] => {
                    let exported = listed(items.keys().map(String::as_str));
                    let message = format!("{part} doesn't export {item}; it exports {exported}");
                    self.problems
                        .push(Problem::new(ProblemKind::Missing, message).provider(part, item));
                }
                several => {
                    let message = format!(
                        "{part} exports {item} in several versions, {}: say which",
                        listed(several.iter().copied())
                    );
                    self.problems
                        .push(Problem::new(ProblemKind::Ambiguous, message).provider(part, item));
                }
            }
        }
        Ok(())
    }

    fn look(&mut self, many: usize) -> Result<(), Problem> {
        self.left = self.left.checked_sub(many).ok_or_else(|| {
            let message = format!(
                "what is exported has more than {MOST_LOOKS} names and types to look at: export less, one by one"
            );
            Problem::new(ProblemKind::TooLarge, message)
        })?;
        Ok(())
    }

    /// Puts an export, and before it what it needs, into the list. Without calling itself: parts of others may have
    /// interfaces that need each other, of which one comes first then.
    fn choose(&mut self, item: Item, name: String, asked: &HashMap<Item, String>) -> Result<(), Problem> {
        let mut open = vec![];
        self.enter(item, name, &mut open)?;
        while let Some((item, name, needed)) = open.last_mut() {
            let Some(next) = needed.pop() else {
                let ((part, item), name) = (item.clone(), std::mem::take(name));
                self.list.push(Export { part, item, name });
                if self.list.len() > MOST_LINES {
                    return Err(too_many());
                }
                open.pop();
                continue;
            };
            let name = asked.get(&next).unwrap_or(&next.1).clone();
            self.enter(next, name, &mut open)?;
        }
        Ok(())
    }

    fn enter(
        &mut self,
        item: Item,
        name: String,
        open: &mut Vec<(Item, String, Vec<Item>)>,
    ) -> Result<(), Problem> {
        let key = name.to_ascii_lowercase();
        if let Some((before, its_name)) = self.names.get(&key) {
            if (before, its_name) != (&item, &name) {
                self.problems
                    .push(taken(self.wiring, before, its_name, &item, &name));
            }
            return Ok(());
        }
        self.names.insert(key, (item.clone(), name.clone()));
        let needed = self.needed(item.0, &item.1)?;
        open.push((item, name, needed));
        Ok(())
    }

    /// The exports that have to be there for the types of one, the first last.
    fn needed(&mut self, part: usize, item: &str) -> Result<Vec<Item>, Problem> {
        let wiring = self.wiring;
        let types = wiring.types();
        let mut wanted = vec![];
        let mut open = vec![];
        match wiring.world(part).exports[item] {
            ItemKind::Instance(id) => {
                let uses = types[id].uses.values();
                wanted.extend(uses.map(|used| Type::Interface(used.interface)));
            }
            ItemKind::Func(id) => open.extend(types[id].params.values().copied().chain(types[id].result)),
            ItemKind::Type(Type::Value(ValueType::Defined(id))) => {
                super::types::parts_of(types, id, &mut |ty| open.push(ty));
            }
            _ => {}
        }
        let mut seen = HashSet::new();
        while let Some(ty) = open.pop() {
            self.look(1)?;
            match ty {
                ValueType::Primitive(_) => {}
                ValueType::Own(id) | ValueType::Borrow(id) => {
                    wanted.push(Type::Resource(types.resolve_resource(id)));
                }
                ValueType::Defined(id) => {
                    if seen.insert(id) {
                        wanted.push(Type::Value(ty));
                        super::types::parts_of(types, id, &mut |ty| open.push(ty));
                    }
                }
            }
        }
        if wanted.is_empty() {
            return Ok(vec![]);
        }
        if !self.homes.contains_key(&part) {
            let homes = self.homes_of(part)?;
            self.homes.insert(part, homes);
        }
        let homes = &self.homes[&part];
        let own = (part, item.to_string());
        let mut found: Vec<Item> = vec![];
        let mut known = HashSet::new();
        for homes in wanted.iter().filter_map(|ty| homes.get(ty)) {
            let is_interface =
                |(part, item): &&Item| matches!(wiring.world(*part).exports[item], ItemKind::Instance(_));
            let mut others = homes.iter().filter(|home| **home != own).peekable();
            let Some(first) = others.peek().copied() else {
                continue;
            };
            let mut interfaces = others.filter(is_interface).peekable();
            if interfaces.peek().is_none() {
                return Err(loose(wiring, &own, &first.1));
            }
            found.extend(interfaces.filter(|home| known.insert(*home)).cloned());
        }
        found.reverse();
        Ok(found)
    }

    fn homes_of(&mut self, part: usize) -> Result<HashMap<Type, Vec<Item>>, Problem> {
        let wiring = self.wiring;
        let types = wiring.types();
        let world = wiring.world(part);
        let own = world.exports.iter();
        let own = own.map(|(name, kind)| (*kind, (part, name.clone())));
        // Of what the host provides the types have names already.
        let plugged = wiring.wires[part].iter();
        let plugged =
            plugged.map(|(import, wire)| (world.imports[import], (wire.provider, wire.export.clone())));
        let mut homes: HashMap<Type, Vec<Item>> = HashMap::new();
        for (kind, home) in own.chain(plugged) {
            self.look(1)?;
            let key = |ty: Type| match ty {
                Type::Resource(id) => Type::Resource(types.resolve_resource(id)),
                ty => ty,
            };
            match kind {
                ItemKind::Type(ty) => homes.entry(key(ty)).or_default().push(home),
                ItemKind::Instance(id) => {
                    let interface = homes.entry(Type::Interface(id)).or_default();
                    // One that is exported and plugged in is the part's own.
                    if !interface.is_empty() {
                        continue;
                    }
                    interface.push(home.clone());
                    self.look(types[id].exports.len())?;
                    for kind in types[id].exports.values() {
                        if let ItemKind::Type(ty) = kind {
                            homes.entry(key(*ty)).or_default().push(home.clone());
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(homes)
    }
}

fn nothing(wiring: &Wiring<'_>) -> Problem {
    let Some(chosen) = wiring.plan.exports.last() else {
        let example = wiring.plan.parts.last().map_or("processor", |part| part.name);
        let message = format!(
            "nothing is exported, so that nothing of the composition could be called: export(\"{example}\") exports what \
             that part does"
        );
        return Problem::new(ProblemKind::NothingExported, message);
    };
    let name = wiring.name(chosen.part);
    let message = format!(
        "nothing is exported, so that nothing of the composition could be called: {name} exports nothing itself. Export \
         another part"
    );
    Problem::new(ProblemKind::NothingExported, message).provider(name, "")
}

/// An export that is made of a type which has no interface: it would have another name outside.
fn loose(wiring: &Wiring<'_>, (part, item): &Item, ty: &str) -> Problem {
    let name = wiring.name(*part);
    let message = format!(
        "{name} exports {} with the type {}, which is in no interface: that can't be exported from a composition. Put both \
         into an interface, or leave them out: export(\"{name}\", …) exports one thing",
        short(item),
        short(ty)
    );
    Problem::new(ProblemKind::Unsupported, message).provider(name, item)
}

fn too_many() -> Problem {
    let message = format!("a composition with more than {MOST_LINES} exports: export less, one by one");
    Problem::new(ProblemKind::TooLarge, message)
}

/// Two exports of one name.
fn taken(wiring: &Wiring<'_>, before: &Item, its_name: &str, item: &Item, name: &str) -> Problem {
    let (one, other) = (wiring.name(before.0), wiring.name(item.0));
    let (name, exported) = (short(name), short(&item.1));
    let mut message = if before.0 == item.0 {
        format!(
            "{other} is to export {} and {exported} as {name}",
            short(&before.1)
        )
    } else {
        format!("both {one} and {other} are to export {name}")
    };
    if its_name != name {
        message += &format!(" ({} is the same name: case doesn't count)", short(its_name));
    }
    message += &format!(
        ": export only one of them, or one under another name: export(\"{other}\", \"{exported}\", \"another name\")"
    );
    Problem::new(ProblemKind::Ambiguous, message)
        .consumer(one, &before.1)
        .provider(other, &item.1)
}
