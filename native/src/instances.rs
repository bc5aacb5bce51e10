//! How many instances a component is made of. Wasmtime takes each instantiation within it apart when it compiles, and a
//! component of some lines, whose parts each instantiate the one before twice, has millions: compiling it would take all
//! memory, and Rust ends the process then.

use crate::error::{ErrorKind, Failure};
use std::collections::HashMap;
use wasmparser::{
    ComponentAlias, ComponentExternalKind, ComponentInstance, ComponentOuterAliasKind, ComponentTypeRef,
    Encoding, Parser, Payload,
};

/// The most items, such as instances, aliases and functions that are lifted or lowered, in all instances of components
/// together. Toolchains make some thousands, and compositions as many for each part.
const MOST_ITEMS: usize = 500_000;

/// How deep instantiations may lead to others.
const DEEPEST: usize = 1000;

/// Refuses a component that is made of more than anybody composes. What is malformed is left to Wasmtime, which refuses it
/// before it takes anything apart.
pub(crate) fn bounded(binary: &[u8]) -> Result<(), Failure> {
    match Parts::read(binary).and_then(|parts| Unfolding::new(&parts).run()) {
        Ok(()) | Err(Stop::Malformed) => Ok(()),
        Err(Stop::TooMany) => {
            let message = format!(
                "components within it instantiate each other, and come to more than {MOST_ITEMS} items, or are more than \
                 {DEEPEST} deep"
            );
            Err(Failure::new(ErrorKind::Compilation, message))
        }
    }
}

enum Stop {
    TooMany,
    Malformed,
}

#[derive(Clone, Copy)]
enum Kind {
    Component,
    Instance,
}

fn kind_of(kind: ComponentExternalKind) -> Option<Kind> {
    match kind {
        ComponentExternalKind::Component => Some(Kind::Component),
        ComponentExternalKind::Instance => Some(Kind::Instance),
        _ => None,
    }
}

/// Something under a name, by its index.
type Named<'a> = (&'a str, Kind, u32);

/// What matters of a component, in its order. Components are numbered in the order of their ends.
enum Item<'a> {
    Component(usize),
    Instantiate {
        component: u32,
        arguments: Vec<Named<'a>>,
    },
    FromExports(Vec<Named<'a>>),
    AliasExport {
        kind: Kind,
        instance: u32,
        name: &'a str,
    },
    AliasOuter {
        count: u32,
        index: u32,
    },
    Import {
        kind: Kind,
        name: &'a str,
    },
    Export(Named<'a>),
    /// So many of what is not followed.
    Others(usize),
}

/// All components that are in a component, itself the last.
struct Parts<'a>(Vec<Vec<Item<'a>>>);

impl<'a> Parts<'a> {
    /// Nothing has been validated: what is read is counted, too.
    fn read(binary: &'a [u8]) -> Result<Parts<'a>, Stop> {
        let mut ended = vec![];
        // The components around what is being read. A core module has an entry so that ends can be told apart.
        let mut open: Vec<Option<Vec<Item>>> = vec![];
        let mut left = MOST_ITEMS;
        for payload in Parser::new(0).parse_all(binary) {
            match payload.map_err(|_| Stop::Malformed)? {
                Payload::Version { encoding, .. } => {
                    open.push((encoding == Encoding::Component).then(Vec::new));
                }
                Payload::End(_) => {
                    if let Some(items) = open.pop().ok_or(Stop::Malformed)? {
                        ended.push(items);
                        if let Some(Some(around)) = open.last_mut() {
                            around.push(Item::Component(ended.len() - 1));
                        }
                    }
                    if open.is_empty() {
                        return Ok(Parts(ended));
                    }
                }
                payload => {
                    if let Some(Some(items)) = open.last_mut() {
                        read(payload, &mut |item| {
                            take(&mut left, 1 + item.names())?;
                            items.push(item);
                            Ok(())
                        })?;
                    }
                }
            }
        }
        Err(Stop::Malformed)
    }
}

impl Item<'_> {
    /// How many names it looks up.
    fn names(&self) -> usize {
        match self {
            Item::Instantiate { arguments, .. } => arguments.len(),
            Item::FromExports(exports) => exports.len(),
            _ => 0,
        }
    }
}

fn take(left: &mut usize, items: usize) -> Result<(), Stop> {
    *left = left.checked_sub(items).ok_or(Stop::TooMany)?;
    Ok(())
}

fn read<'a>(payload: Payload<'a>, push: &mut dyn FnMut(Item<'a>) -> Result<(), Stop>) -> Result<(), Stop> {
    let malformed = |_| Stop::Malformed;
    match payload {
        Payload::ComponentInstanceSection(section) => {
            for instance in section {
                push(match instance.map_err(malformed)? {
                    ComponentInstance::Instantiate {
                        component_index,
                        args,
                    } => {
                        let arguments = args.iter();
                        let arguments =
                            arguments.filter_map(|one| Some((one.name, kind_of(one.kind)?, one.index)));
                        Item::Instantiate {
                            component: component_index,
                            arguments: arguments.collect(),
                        }
                    }
                    ComponentInstance::FromExports(exports) => {
                        let exports = exports.iter();
                        let exports =
                            exports.filter_map(|one| Some((one.name.name, kind_of(one.kind)?, one.index)));
                        Item::FromExports(exports.collect())
                    }
                })?;
            }
        }
        Payload::ComponentAliasSection(section) => {
            for alias in section {
                push(match alias.map_err(malformed)? {
                    ComponentAlias::InstanceExport {
                        kind,
                        instance_index,
                        name,
                    } => match kind_of(kind) {
                        Some(kind) => Item::AliasExport {
                            kind,
                            instance: instance_index,
                            name,
                        },
                        None => Item::Others(1),
                    },
                    ComponentAlias::Outer {
                        kind: ComponentOuterAliasKind::Component,
                        count,
                        index,
                    } => Item::AliasOuter { count, index },
                    _ => Item::Others(1),
                })?;
            }
        }
        Payload::InstanceSection(section) => push(Item::Others(section.count() as usize))?,
        Payload::ComponentCanonicalSection(section) => push(Item::Others(section.count() as usize))?,
        Payload::ComponentImportSection(section) => {
            for import in section {
                let import = import.map_err(malformed)?;
                let kind = match import.ty {
                    ComponentTypeRef::Component(_) => Kind::Component,
                    ComponentTypeRef::Instance(_) => Kind::Instance,
                    _ => continue,
                };
                let name = import.name.name;
                push(Item::Import { kind, name })?;
            }
        }
        Payload::ComponentExportSection(section) => {
            for export in section {
                let export = export.map_err(malformed)?;
                if let Some(kind) = kind_of(export.kind) {
                    push(Item::Export((export.name.name, kind, export.index)))?;
                }
            }
        }
        _ => {}
    }
    Ok(())
}

/// Numbers, not references: what refers to what may be a chain of any length, which no destructor should follow.
#[derive(Clone, Copy)]
enum Value {
    /// A component by its number, and the number of the frame that its outer aliases mean.
    Component(usize, Option<usize>),
    /// By the number of its exports.
    Instance(usize),
    /// What the host would give: Wasmtime refuses to instantiate it.
    Unknown,
}

/// The index spaces of one instantiation, as far as they have come.
struct Frame {
    around: Option<usize>,
    components: Vec<Value>,
    instances: Vec<Value>,
}

impl Frame {
    fn space(&mut self, kind: Kind) -> &mut Vec<Value> {
        match kind {
            Kind::Component => &mut self.components,
            Kind::Instance => &mut self.instances,
        }
    }

    fn get(&mut self, kind: Kind, index: u32) -> Result<Value, Stop> {
        self.space(kind)
            .get(index as usize)
            .copied()
            .ok_or(Stop::Malformed)
    }
}

type Names<'a> = HashMap<&'a str, Value>;

/// Instantiates what a component instantiates, and keeps nothing of it but what is called how.
struct Unfolding<'a> {
    parts: &'a [Vec<Item<'a>>],
    frames: Vec<Frame>,
    instances: Vec<Names<'a>>,
    left: usize,
}

impl<'a> Unfolding<'a> {
    fn new(parts: &'a Parts<'a>) -> Unfolding<'a> {
        Unfolding {
            parts: &parts.0,
            frames: vec![],
            instances: vec![],
            left: MOST_ITEMS,
        }
    }

    fn run(mut self) -> Result<(), Stop> {
        match self.parts.len().checked_sub(1) {
            Some(root) => self.instantiate(root, None, &HashMap::new(), DEEPEST).map(drop),
            None => Err(Stop::Malformed),
        }
    }

    fn named(&mut self, frame: usize, items: &[Named<'a>]) -> Result<Names<'a>, Stop> {
        let frame = &mut self.frames[frame];
        items
            .iter()
            .map(|(name, kind, index)| Ok((*name, frame.get(*kind, *index)?)))
            .collect()
    }

    fn instance(&mut self, exports: Names<'a>) -> Value {
        self.instances.push(exports);
        Value::Instance(self.instances.len() - 1)
    }

    /// The frame so many components further out; one that isn't there is malformed.
    fn frame_around(&self, mut frame: usize, count: u32) -> Result<usize, Stop> {
        for _ in 0..count {
            frame = self.frames[frame].around.ok_or(Stop::Malformed)?;
        }
        Ok(frame)
    }

    /// Instantiates a component; gives what it exports.
    fn instantiate(
        &mut self,
        component: usize,
        around: Option<usize>,
        arguments: &Names<'a>,
        depth: usize,
    ) -> Result<Names<'a>, Stop> {
        let depth = depth.checked_sub(1).ok_or(Stop::TooMany)?;
        let frame = self.frames.len();
        self.frames.push(Frame {
            around,
            components: vec![],
            instances: vec![],
        });
        let mut exports = HashMap::new();
        let parts = self.parts;
        for item in &parts[component] {
            take(&mut self.left, 1 + item.names())?;
            let (kind, value) = match item {
                Item::Component(inner) => (Kind::Component, Value::Component(*inner, Some(frame))),
                Item::Instantiate { component, arguments } => {
                    let value = match self.frames[frame].get(Kind::Component, *component)? {
                        Value::Component(component, around) => {
                            let arguments = self.named(frame, arguments)?;
                            let made = self.instantiate(component, around, &arguments, depth)?;
                            self.instance(made)
                        }
                        _ => Value::Unknown,
                    };
                    (Kind::Instance, value)
                }
                Item::FromExports(items) => {
                    let made = self.named(frame, items)?;
                    (Kind::Instance, self.instance(made))
                }
                Item::AliasExport { kind, instance, name } => {
                    let value = match self.frames[frame].get(Kind::Instance, *instance)? {
                        Value::Instance(exports) => self.instances[exports].get(name).copied(),
                        _ => None,
                    };
                    (*kind, value.unwrap_or(Value::Unknown))
                }
                Item::AliasOuter { count, index } => {
                    let outer = self.frame_around(frame, *count)?;
                    (Kind::Component, self.frames[outer].get(Kind::Component, *index)?)
                }
                Item::Import { kind, name } => {
                    (*kind, arguments.get(name).copied().unwrap_or(Value::Unknown))
                }
                Item::Export((name, kind, index)) => {
                    let value = self.frames[frame].get(*kind, *index)?;
                    exports.insert(*name, value);
                    (*kind, value)
                }
                Item::Others(count) => {
                    take(&mut self.left, *count)?;
                    continue;
                }
            };
            self.frames[frame].space(kind).push(value);
        }
        Ok(exports)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(text: &str) -> bool {
        bounded(&wat::parse_str(text).unwrap()).is_ok()
    }

    /// Components of which each instantiates the one before twice, in some way.
    fn doubling(levels: usize, level: impl Fn(usize) -> String) -> String {
        let all: String = (1..=levels).map(level).collect();
        format!("(component (component $c0) {all} (instance (instantiate $c{levels})))")
    }

    #[test]
    fn components_that_double_are_refused() {
        let by_alias = |i: usize| {
            format!(
                "(component $c{i} (alias outer 1 $c{0} (component $c)) (instance (instantiate $c)) (instance (instantiate $c)))",
                i - 1
            )
        };
        assert!(verdict(&doubling(12, by_alias)));
        assert!(!verdict(&doubling(25, by_alias)));
    }

    #[test]
    fn components_that_double_by_what_they_are_given_are_refused() {
        // Each is given itself's predecessor by the one around it, and exports what instantiates it.
        let by_argument = |i: usize| {
            format!(
                "(component $t{i} (import \"c\" (component $c)) (instance (instantiate $c)) (instance (instantiate $c)))
                 (component $c{i} (alias outer 1 $t{i} (component $t)) (alias outer 1 $c{0} (component $p))
                   (instance (instantiate $t (with \"c\" (component $p)))))",
                i - 1
            )
        };
        assert!(verdict(&doubling(10, by_argument)));
        assert!(!verdict(&doubling(25, by_argument)));
    }

    #[test]
    fn components_by_way_of_exports_are_counted() {
        let by_export = |i: usize| {
            format!(
                "(component $c{i} (alias outer 1 $c{0} (component $p))
                   (component $holder (alias outer 2 $c{0} (component $p)) (export \"p\" (component $p)))
                   (instance $h (instantiate $holder))
                   (alias export $h \"p\" (component $q))
                   (instance (instantiate $q)) (instance (instantiate $p)))",
                i - 1
            )
        };
        assert!(verdict(&doubling(10, by_export)));
        assert!(!verdict(&doubling(25, by_export)));
    }

    #[test]
    fn what_is_no_component_is_left_to_others() {
        assert!(bounded(b"").is_ok());
        assert!(bounded(b"\0asm\x01\0\0\0").is_ok());
        assert!(bounded(b"\0asm\x0d\0\x01\0\x05\x01\xff").is_ok());
    }

    /// Nothing has been validated when these are looked at: what refers to what may go on without end.
    #[test]
    fn long_chains_and_far_aliases_do_no_harm() {
        let mut wrapped = String::from("(component (component $c) (instance $i0 (instantiate $c))");
        for i in 1..100_000 {
            wrapped += &format!("(instance $i{i} (export \"a\" (instance $i{})))", i - 1);
        }
        assert!(verdict(&(wrapped + ")")));
        let many = format!("(component {})", "(component)".repeat(100_000));
        assert!(verdict(&many));
        let too_many = format!(
            "(component (component $c) {})",
            "(instance (instantiate $c))".repeat(500_001)
        );
        assert!(!verdict(&too_many));
        // (alias outer 4294967295 0 (component 0))
        let far = b"\0asm\x0d\0\x01\0\x06\x09\x01\x04\x02\xff\xff\xff\xff\x0f\x00";
        assert!(bounded(far).is_ok());
    }
}
