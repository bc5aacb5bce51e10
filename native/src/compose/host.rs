//! What a composition leaves to the host, weighed before `wac-graph` merges it and writes it out: that calls itself for
//! all that an interface is made of, however often it is the same.

use super::problem::{Problem, ProblemKind};
use super::types::parts_of;
use std::collections::{HashMap, HashSet};
use wac_graph::types::{
    DefinedType, DefinedTypeId, FuncTypeId, InterfaceId, ItemKind, ResourceId, Type, Types, ValueType,
    WorldId,
};

/// The most different names, each of which is compared with each.
pub(super) const MOST_IMPORTS: usize = 5_000;

/// How many items are looked at to merge all of it. Parts that import all of WASI have some thousands each.
const MOST_STEPS: u64 = 20_000_000;

/// How many bytes it may have when it is written, before what is alike is merged.
const MOST_BYTES: u64 = 64 << 20;

/// How long a chain of interfaces may be that are made of each other.
const DEEPEST: u32 = 500;

/// What a name costs beside its letters.
const ITEM: u64 = 8;

/// An import of a part that nothing is plugged in for.
pub(super) struct Left<'a> {
    /// The part, if it is known.
    pub(super) part: &'a str,
    pub(super) name: &'a str,
    pub(super) kind: ItemKind,
}

/// Why it can't be written; none if it can.
pub(super) fn refusal<'a>(types: &Types, left: impl Iterator<Item = Left<'a>>) -> Option<Problem> {
    let mut names = HashSet::new();
    let mut weighing = Weighing {
        types,
        known: HashMap::new(),
        resources: HashSet::new(),
        steps: 0,
    };
    let mut all = Weight::default();
    // Types of what isn't in an interface are looked for in all interfaces, one by one.
    let (mut loose, mut items) = (0_u64, 0_u64);
    for Left { part, name, kind } in left {
        names.insert(name);
        let weight = weighing.import(name, kind);
        let weight = match weight {
            Ok(weight) => weight,
            Err(obstacle) => return Some(obstacle.told(part, name)),
        };
        all = all.and(weight);
        match kind {
            ItemKind::Instance(id) => items = items.saturating_add(types[id].exports.len() as u64),
            _ => loose = loose.saturating_add(weight.steps),
        }
        let too_large = if names.len() > MOST_IMPORTS {
            format!("more than {MOST_IMPORTS} different imports are left to the host")
        } else if all.steps.saturating_add(weighing.steps) > MOST_STEPS
            || loose.saturating_mul(items) > 100 * MOST_STEPS
        {
            "interfaces are left to the host that are made of each other in too many ways".to_string()
        } else if all.bytes > MOST_BYTES {
            format!(
                "what is left to the host would be written in more than {} MiB",
                MOST_BYTES >> 20
            )
        } else {
            continue;
        };
        let message = format!(
            "{too_large}, {}. Plug more in, or compose less at once",
            shown(part, name)
        );
        return Some(Problem::new(ProblemKind::TooLarge, message).consumer(part, name));
    }
    None
}

fn shown(part: &str, name: &str) -> String {
    if part.is_empty() {
        format!("among them {name}")
    } else {
        format!("among them {name}, which {part} imports")
    }
}

/// What keeps an import from being written, whatever it weighs.
#[derive(Clone, Copy)]
enum Obstacle {
    Cycle,
    Depth,
    Within(&'static str),
}

impl Obstacle {
    fn told(self, part: &str, name: &str) -> Problem {
        let part_or = if part.is_empty() { "a component" } else { part };
        let (kind, what) = match self {
            Obstacle::Cycle => (
                ProblemKind::Unsupported,
                "has interfaces that are made of each other in a circle".to_string(),
            ),
            Obstacle::Depth => (
                ProblemKind::TooLarge,
                format!("has more than {DEEPEST} interfaces, each made of the next one"),
            ),
            Obstacle::Within(what) => (ProblemKind::Unsupported, format!("has {what} within")),
        };
        let message = format!(
            "{part_or} imports {name}, which is left to the host and {what}: that can't be written. Plug a part in for it"
        );
        Problem::new(kind, message).consumer(part, name)
    }
}

/// What something costs.
#[derive(Clone, Copy, Default)]
struct Weight {
    /// How many items are looked at to merge it with what is there.
    steps: u64,
    /// How many bytes it has when it is written.
    bytes: u64,
    /// How many interfaces are within each other.
    depth: u32,
}

impl Weight {
    fn and(self, other: Weight) -> Weight {
        Weight {
            steps: self.steps.saturating_add(other.steps),
            bytes: self.bytes.saturating_add(other.bytes),
            depth: self.depth.max(other.depth),
        }
    }

    fn of(name: &str) -> Weight {
        Weight {
            steps: 1,
            bytes: ITEM + name.len() as u64,
            depth: 0,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Scope {
    Interface(InterfaceId),
    World(WorldId),
}

/// What is written within one scope, where each type is written once.
#[derive(Default)]
struct Written {
    types: HashSet<DefinedTypeId>,
    functions: HashSet<FuncTypeId>,
    scopes: HashSet<Scope>,
    weight: Weight,
}

struct Weighing<'a> {
    types: &'a Types,
    /// None while it is being weighed.
    known: HashMap<Scope, Option<Weight>>,
    /// Resources that are of another interface, each of which is looked at once.
    resources: HashSet<ResourceId>,
    /// The steps that those take.
    steps: u64,
}

impl Weighing<'_> {
    fn import(&mut self, name: &str, kind: ItemKind) -> Result<Weight, Obstacle> {
        let mut written = Written::default();
        // Whole modules and components are written where they are imported, and nowhere else.
        match kind {
            ItemKind::Module(_) => {}
            ItemKind::Component(id) => self.scope(Scope::World(id), 0, &mut written)?,
            kind => self.item(kind, 0, &mut written)?,
        }
        Ok(written.weight.and(Weight::of(name)))
    }

    fn item(&mut self, kind: ItemKind, depth: u32, written: &mut Written) -> Result<(), Obstacle> {
        match kind {
            ItemKind::Type(Type::Resource(id)) => self.owner(id, depth, written),
            ItemKind::Type(Type::Value(ty)) | ItemKind::Value(ty) => self.value(ty, depth, written),
            ItemKind::Func(id) | ItemKind::Type(Type::Func(id)) => {
                if !written.functions.insert(id) {
                    return Ok(());
                }
                let function = &self.types[id];
                for (name, ty) in &function.params {
                    written.weight = written.weight.and(Weight::of(name));
                    self.value(*ty, depth, written)?;
                }
                function
                    .result
                    .map_or(Ok(()), |ty| self.value(ty, depth, written))
            }
            ItemKind::Instance(id) | ItemKind::Type(Type::Interface(id)) => {
                self.scope(Scope::Interface(id), depth, written)
            }
            ItemKind::Type(Type::World(id)) => self.scope(Scope::World(id), depth, written),
            ItemKind::Component(_) => Err(Obstacle::Within("a component")),
            ItemKind::Module(_) | ItemKind::Type(Type::Module(_)) => Err(Obstacle::Within("a core module")),
        }
    }

    fn owner(&mut self, id: ResourceId, depth: u32, written: &mut Written) -> Result<(), Obstacle> {
        let Some(owner) = self.types[id].alias.and_then(|alias| alias.owner) else {
            return Ok(());
        };
        let steps = written.weight.steps;
        self.scope(Scope::Interface(owner), depth, written)?;
        if self.resources.insert(id) {
            self.steps = self.steps.saturating_add(written.weight.steps - steps);
        }
        written.weight.steps = steps;
        Ok(())
    }

    fn value(&mut self, ty: ValueType, depth: u32, written: &mut Written) -> Result<(), Obstacle> {
        let mut open = vec![ty];
        while let Some(ty) = open.pop() {
            match ty {
                ValueType::Primitive(_) => {}
                ValueType::Own(id) | ValueType::Borrow(id) => self.owner(id, depth, written)?,
                ValueType::Defined(id) => {
                    if !written.types.insert(id) {
                        continue;
                    }
                    let names: u64 = match &self.types[id] {
                        DefinedType::Record(record) => lengths(record.fields.keys()),
                        DefinedType::Variant(variant) => lengths(variant.cases.keys()),
                        DefinedType::Enum(labels) => lengths(labels.0.iter()),
                        DefinedType::Flags(labels) => lengths(labels.0.iter()),
                        DefinedType::Tuple(elements) => ITEM * elements.len() as u64,
                        _ => 0,
                    };
                    let own = Weight {
                        steps: 1,
                        bytes: ITEM + names,
                        depth: 0,
                    };
                    written.weight = written.weight.and(own);
                    parts_of(self.types, id, &mut |part| open.push(part));
                }
            }
        }
        Ok(())
    }

    /// A scope within another one: written there once, in full.
    fn scope(&mut self, scope: Scope, depth: u32, around: &mut Written) -> Result<(), Obstacle> {
        let weight = match self.known.get(&scope) {
            Some(Some(weight)) => *weight,
            Some(None) => return Err(Obstacle::Cycle),
            None => {
                self.known.insert(scope, None);
                let weight = self.weigh(scope, depth + 1)?;
                self.known.insert(scope, Some(weight));
                weight
            }
        };
        if depth + weight.depth > DEEPEST {
            return Err(Obstacle::Depth);
        }
        let first = around.scopes.insert(scope);
        around.weight = around.weight.and(Weight {
            // Merged each time that it is mentioned.
            bytes: if first { weight.bytes } else { 0 },
            ..weight
        });
        Ok(())
    }

    fn weigh(&mut self, scope: Scope, depth: u32) -> Result<Weight, Obstacle> {
        if depth > DEEPEST {
            return Err(Obstacle::Depth);
        }
        let types = self.types;
        let (uses, items) = match scope {
            Scope::Interface(id) => (&types[id].uses, vec![&types[id].exports]),
            Scope::World(id) => (&types[id].uses, vec![&types[id].imports, &types[id].exports]),
        };
        let mut written = Written::default();
        for (name, used) in uses {
            written.weight = written.weight.and(Weight::of(name));
            self.scope(Scope::Interface(used.interface), depth, &mut written)?;
        }
        for (name, kind) in items.into_iter().flatten() {
            written.weight = written.weight.and(Weight::of(name));
            self.item(*kind, depth, &mut written)?;
        }
        written.weight.depth += 1;
        Ok(written.weight)
    }
}

fn lengths<'a>(names: impl Iterator<Item = &'a String>) -> u64 {
    names.map(|name| ITEM + name.len() as u64).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wac_graph::types::Package;

    /// What is said of a component whose imports are all left to the host.
    fn left(component: &str) -> Option<(ProblemKind, String)> {
        let mut types = Types::new();
        let package = Package::from_bytes("p", None, wat::parse_str(component).unwrap(), &mut types).unwrap();
        let imports = types[package.ty()].imports.iter();
        let left = imports.map(|(name, kind)| Left {
            part: "p",
            name,
            kind: *kind,
        });
        refusal(&types, left).map(|problem| (problem.kind, problem.message))
    }

    fn kind(component: &str) -> Option<ProblemKind> {
        left(component).map(|(kind, _)| kind)
    }

    /// Each uses two types of the one before.
    fn chain(length: usize) -> String {
        let mut text = String::from(
            r#"(component (import "a:b/i0" (instance $i0
                (type (record (field "q" u8))) (export "a" (type (eq 0)))
                (type (record (field "r" u8))) (export "b" (type (eq 2)))))"#,
        );
        for i in 1..length {
            let before = i - 1;
            text += &format!(
                r#"(alias export $i{before} "a" (type $a{before})) (alias export $i{before} "b" (type $b{before}))
                (import "a:b/i{i}" (instance $i{i}
                  (alias outer 1 $a{before} (type)) (export "p" (type (eq 0)))
                  (alias outer 1 $b{before} (type)) (export "q" (type (eq 2)))
                  (type (record (field "x" 1))) (export "a" (type (eq 4)))
                  (type (record (field "y" 3))) (export "b" (type (eq 6)))))"#
            );
        }
        text + ")"
    }

    /// Each is made of the two before it; their innermost one has a long name.
    fn copies(levels: usize, letters: usize) -> String {
        let name = "n".repeat(letters);
        let mut text = String::from("(component");
        for _ in 0..2 {
            text += &format!(r#"(type (instance (export "{name}" (func))))"#);
        }
        for i in 2..levels {
            text += &format!(
                r#"(type (instance (alias outer 1 {} (type)) (alias outer 1 {} (type))
                  (export "a" (instance (type 0))) (export "b" (instance (type 1)))))"#,
                i - 1,
                i - 2
            );
        }
        text + &format!(r#"(import "x" (instance (type {}))))"#, levels - 1)
    }

    #[test]
    fn ordinary_imports_can_be_left() {
        let text = r#"(component
            (import "log" (func (param "a" string)))
            (import "a:b/streams@1.0.0" (instance $s (export "stream" (type (sub resource)))))
            (alias export $s "stream" (type $stream))
            (import "a:b/files@1.0.0" (instance
              (alias outer 1 $stream (type $outer)) (export "stream" (type $t (eq $outer)))
              (export "open" (func (result (own $t)))))))"#;
        assert_eq!(left(text), None);
        assert_eq!(left(&chain(10)), None);
        assert_eq!(left(&copies(10, 10)), None);
    }

    #[test]
    fn interfaces_that_are_made_of_each_other_are_refused() {
        let text = r#"(component (import "a:b/a" (instance
            (type (record (field "q" u8))) (export "x" (type $x (eq 0)))
            (type $b (instance (alias outer 1 $x (type)) (export "y" (type (eq 0)))
              (type (record (field "p" u8))) (export "w" (type (eq 2)))))
            (export "c:d/e" (instance $b (type $b)))
            (alias export $b "w" (type $w))
            (export "v" (type (eq $w))))))"#;
        let (kind, message) = left(text).unwrap();
        assert_eq!(kind, ProblemKind::Unsupported);
        assert!(
            message.contains("p imports a:b/a, which is left to the host"),
            "{message}"
        );
    }

    #[test]
    fn what_would_be_merged_in_too_many_ways_is_refused() {
        let (kind, message) = left(&chain(60)).unwrap();
        assert_eq!(kind, ProblemKind::TooLarge);
        assert!(message.contains("too many ways"), "{message}");
    }

    #[test]
    fn what_would_be_written_in_too_many_bytes_is_refused() {
        let (kind, message) = left(&copies(27, 1000)).unwrap();
        assert_eq!(kind, ProblemKind::TooLarge);
        assert!(message.contains("MiB"), "{message}");
    }

    #[test]
    fn types_of_one_type_are_weighed_once() {
        let mut text = String::from("(component (type $t0 (tuple u8 u8))");
        for i in 1..17 {
            text += &format!("(type $t{i} (tuple $t{0} $t{0}))", i - 1);
        }
        text += r#"(import "f" (func (param "x" $t16))))"#;
        assert_eq!(left(&text), None);
    }

    #[test]
    fn modules_and_components_can_be_left_by_themselves() {
        assert_eq!(kind(r#"(component (import "m" (core module)))"#), None);
        assert_eq!(
            kind(r#"(component (import "c" (component (import "f" (func)))))"#),
            None
        );
        assert_eq!(
            kind(r#"(component (import "i" (instance (export "m" (core module)))))"#),
            Some(ProblemKind::Unsupported)
        );
        assert_eq!(
            kind(r#"(component (import "c" (component (import "m" (core module)))))"#),
            Some(ProblemKind::Unsupported)
        );
    }
}
