//! How many instances a component is made of. Wasmtime takes each instantiation within it apart when it compiles, and a
//! component of some lines, whose parts each instantiate the one before twice, has millions: compiling it would take all
//! memory, and Rust ends the process then.

use crate::error::{ErrorKind, Failure};
use std::collections::HashMap;
use std::rc::Rc;
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
    let Some(root) = parse(binary) else {
        return Ok(());
    };
    let mut budget = Budget {
        items: MOST_ITEMS,
        depth: DEEPEST,
    };
    match Frame::default().unfold(&root, None, &HashMap::new(), &mut budget) {
        Ok(_) | Err(Stop::Malformed) => Ok(()),
        Err(Stop::TooMany) => {
            let message = format!(
                "components within it instantiate each other, and come to more than {MOST_ITEMS} items, or are more than \
                 {DEEPEST} deep"
            );
            Err(Failure::new(ErrorKind::Compilation, message))
        }
    }
}

/// What matters of a component, in its order.
enum Item {
    Component(Rc<Vec<Item>>),
    Instantiate {
        component: u32,
        arguments: Vec<(String, Kind, u32)>,
    },
    FromExports(Vec<(String, Kind, u32)>),
    AliasExport {
        kind: Kind,
        instance: u32,
        name: String,
    },
    AliasOuter {
        count: u32,
        index: u32,
    },
    Import {
        kind: Kind,
        name: String,
    },
    Export {
        kind: Kind,
        name: String,
        index: u32,
    },
    /// So many of what is not followed.
    Others(u32),
}

#[derive(Clone, Copy, PartialEq)]
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

/// None for what is no component, or none that can be read.
fn parse(binary: &[u8]) -> Option<Rc<Vec<Item>>> {
    // Of the components around the one that is being read, the items so far. Core modules are skipped: they have an
    // entry, so that ends can be told apart.
    let mut open: Vec<Option<Vec<Item>>> = vec![];
    for payload in Parser::new(0).parse_all(binary) {
        match payload.ok()? {
            Payload::Version { encoding, .. } => {
                open.push((encoding == Encoding::Component).then(Vec::new));
            }
            Payload::End(_) => {
                let ended = open.pop()?;
                match (open.last_mut(), ended) {
                    (None, ended) => return ended.map(Rc::new),
                    (Some(Some(around)), Some(items)) => around.push(Item::Component(Rc::new(items))),
                    (Some(_), _) => {}
                }
            }
            payload => {
                if let Some(Some(items)) = open.last_mut() {
                    read(payload, items)?;
                }
            }
        }
    }
    None
}

fn read(payload: Payload<'_>, items: &mut Vec<Item>) -> Option<()> {
    match payload {
        Payload::ComponentInstanceSection(section) => {
            for instance in section {
                items.push(match instance.ok()? {
                    ComponentInstance::Instantiate {
                        component_index,
                        args,
                    } => Item::Instantiate {
                        component: component_index,
                        arguments: args
                            .iter()
                            .filter_map(|one| Some((one.name.to_string(), kind_of(one.kind)?, one.index)))
                            .collect(),
                    },
                    ComponentInstance::FromExports(exports) => Item::FromExports(
                        exports
                            .iter()
                            .filter_map(|one| {
                                Some((one.name.name.to_string(), kind_of(one.kind)?, one.index))
                            })
                            .collect(),
                    ),
                });
            }
        }
        Payload::ComponentAliasSection(section) => {
            for alias in section {
                match alias.ok()? {
                    ComponentAlias::InstanceExport {
                        kind,
                        instance_index,
                        name,
                    } => {
                        if let Some(kind) = kind_of(kind) {
                            let name = name.to_string();
                            items.push(Item::AliasExport {
                                kind,
                                instance: instance_index,
                                name,
                            });
                        }
                    }
                    ComponentAlias::Outer {
                        kind: ComponentOuterAliasKind::Component,
                        count,
                        index,
                    } => {
                        items.push(Item::AliasOuter { count, index });
                    }
                    _ => items.push(Item::Others(1)),
                }
            }
        }
        Payload::InstanceSection(section) => items.push(Item::Others(section.count())),
        Payload::ComponentCanonicalSection(section) => items.push(Item::Others(section.count())),
        Payload::ComponentImportSection(section) => {
            for import in section {
                let import = import.ok()?;
                let kind = match import.ty {
                    ComponentTypeRef::Component(_) => Kind::Component,
                    ComponentTypeRef::Instance(_) => Kind::Instance,
                    _ => continue,
                };
                let name = import.name.name.to_string();
                items.push(Item::Import { kind, name });
            }
        }
        Payload::ComponentExportSection(section) => {
            for export in section {
                let export = export.ok()?;
                if let Some(kind) = kind_of(export.kind) {
                    let name = export.name.name.to_string();
                    items.push(Item::Export {
                        kind,
                        name,
                        index: export.index,
                    });
                }
            }
        }
        _ => {}
    }
    Some(())
}

/// A component with what its outer aliases mean.
#[derive(Clone)]
struct Closure {
    items: Rc<Vec<Item>>,
    around: Option<Rc<Frame>>,
}

#[derive(Clone)]
enum Value {
    Component(Closure),
    Instance(Rc<HashMap<String, Value>>),
    /// What the host would give: Wasmtime refuses to instantiate it.
    Unknown,
}

enum Stop {
    TooMany,
    Malformed,
}

/// What may still come.
struct Budget {
    items: usize,
    depth: usize,
}

impl Budget {
    fn take(&mut self, items: usize) -> Result<(), Stop> {
        self.items = self.items.checked_sub(items).ok_or(Stop::TooMany)?;
        Ok(())
    }
}

/// The index spaces of one instantiation, as far as they have come.
#[derive(Clone, Default)]
struct Frame {
    around: Option<Rc<Frame>>,
    components: Vec<Value>,
    instances: Vec<Value>,
}

impl Frame {
    fn get(&self, kind: Kind, index: u32) -> Result<Value, Stop> {
        let space = match kind {
            Kind::Component => &self.components,
            Kind::Instance => &self.instances,
        };
        space.get(index as usize).cloned().ok_or(Stop::Malformed)
    }

    fn push(&mut self, kind: Kind, value: Value) {
        match kind {
            Kind::Component => self.components.push(value),
            Kind::Instance => self.instances.push(value),
        }
    }

    fn named(&self, items: &[(String, Kind, u32)]) -> Result<HashMap<String, Value>, Stop> {
        items
            .iter()
            .map(|(name, kind, index)| Ok((name.clone(), self.get(*kind, *index)?)))
            .collect()
    }

    /// Instantiates a component; gives what it exports.
    fn unfold(
        mut self,
        items: &[Item],
        around: Option<Rc<Frame>>,
        arguments: &HashMap<String, Value>,
        budget: &mut Budget,
    ) -> Result<HashMap<String, Value>, Stop> {
        self.around = around;
        let mut exports = HashMap::new();
        for item in items {
            budget.take(1)?;
            match item {
                Item::Component(items) => {
                    budget.take((self.components.len() + self.instances.len()) / 16)?;
                    let closure = Closure {
                        items: Rc::clone(items),
                        around: Some(Rc::new(self.clone())),
                    };
                    self.components.push(Value::Component(closure));
                }
                Item::Instantiate { component, arguments } => {
                    let value = match self.get(Kind::Component, *component)? {
                        Value::Component(closure) => {
                            let arguments = self.named(arguments)?;
                            budget.take(arguments.len())?;
                            budget.depth = budget.depth.checked_sub(1).ok_or(Stop::TooMany)?;
                            let made = Frame::default().unfold(
                                &closure.items,
                                closure.around,
                                &arguments,
                                budget,
                            )?;
                            budget.depth += 1;
                            Value::Instance(Rc::new(made))
                        }
                        _ => Value::Unknown,
                    };
                    self.instances.push(value);
                }
                Item::FromExports(items) => {
                    let made = self.named(items)?;
                    budget.take(made.len())?;
                    self.instances.push(Value::Instance(Rc::new(made)));
                }
                Item::AliasExport { kind, instance, name } => {
                    let value = match self.get(Kind::Instance, *instance)? {
                        Value::Instance(exports) => exports.get(name).cloned().unwrap_or(Value::Unknown),
                        _ => Value::Unknown,
                    };
                    self.push(*kind, value);
                }
                Item::AliasOuter { count, index } => {
                    let mut value = None;
                    if *count == 0 {
                        value = Some(self.get(Kind::Component, *index)?);
                    }
                    let mut frame = self.around.clone();
                    for _ in 1..*count {
                        frame = frame.and_then(|frame| frame.around.clone());
                    }
                    let value = match (value, frame) {
                        (Some(value), _) => value,
                        (None, Some(frame)) => frame.get(Kind::Component, *index)?,
                        (None, None) => return Err(Stop::Malformed),
                    };
                    self.components.push(value);
                }
                Item::Import { kind, name } => {
                    let value = arguments.get(name).cloned().unwrap_or(Value::Unknown);
                    self.push(*kind, value);
                }
                Item::Export { kind, name, index } => {
                    let value = self.get(*kind, *index)?;
                    self.push(*kind, value.clone());
                    exports.insert(name.clone(), value);
                }
                Item::Others(count) => budget.take(*count as usize)?,
            }
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
}
