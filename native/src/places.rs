//! Which part of a composition some code is in: by where a function's body lies in the component's bytes, which Wasmtime
//! tells of each frame of a guest's stack.

use crate::bytes::{BlockReader, BlockWriter};
use crate::error::Failure;
use crate::name_section::NameSection;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock};
use wasmparser::{
    ComponentAlias, ComponentExternalKind, ComponentInstance, ComponentTypeRef, Encoding, Parser, Payload,
    TypeRef,
};

/// How many parts are named that have their code in common.
const MOST_NAMES: usize = 4;

/// How long a name may be, in characters as in `Composition`, and in bytes one with those around it. Whoever wrote the
/// component has chosen them.
const LONGEST_NAME: usize = 200;
const LONGEST_PART: usize = 4000;

/// The core modules of a composition.
#[derive(Default)]
pub(crate) struct Places(Vec<ModulePlace>);

/// A core module, and the part that it is of.
struct ModulePlace {
    part: String,
    imported_functions: u32,
    /// Where the bodies begin.
    bodies: Vec<u32>,
    /// Where the last one ends.
    end: u32,
}

impl Places {
    /// Looks at a component. None if its code isn't that of components within it, or it can't be read.
    pub(crate) fn of(binary: &[u8]) -> Option<Places> {
        let places = Places(Reading::default().run(binary)?);
        places
            .0
            .iter()
            .any(|module| !module.part.is_empty())
            .then_some(places)
    }

    /// The part that has a function of a core module's, one of whose instructions is at an offset in the component; with
    /// `/` between the names of those around it. The code that passes values between components has numbers of its own,
    /// which fit nowhere.
    fn part(&self, function: u32, offset: u64) -> Option<&str> {
        let offset = u32::try_from(offset).ok()?;
        let module = self.0.iter().find(|module| {
            module.bodies.first().is_some_and(|first| *first <= offset) && offset < module.end
        })?;
        let number = function.checked_sub(module.imported_functions)? as usize;
        let begin = *module.bodies.get(number)?;
        let end = module.bodies.get(number + 1).copied().unwrap_or(module.end);
        (begin..end).contains(&offset).then_some(module.part.as_str())
    }

    pub(crate) fn write(places: Option<&Places>) -> Vec<u8> {
        let mut block = BlockWriter::default();
        let modules = places.map_or(&[][..], |places| &places.0);
        block.count(modules.len());
        for module in modules {
            block.str(&module.part);
            block.u32(module.imported_functions);
            block.count(module.bodies.len());
            for body in &module.bodies {
                block.u32(*body);
            }
            block.u32(module.end);
        }
        block.finish()
    }

    /// Reads what [`Places::write`] wrote; what remains is behind it.
    pub(crate) fn read<'a>(block: &mut BlockReader<'a>) -> Result<Option<Places>, Failure> {
        let modules = block.list(|block| {
            Ok(ModulePlace {
                part: block.str()?.to_string(),
                imported_functions: block.u32()?,
                bodies: block.list(BlockReader::u32)?,
                end: block.u32()?,
            })
        })?;
        Ok((!modules.is_empty()).then_some(Places(modules)))
    }
}

/// A component that is being read.
#[derive(Default)]
struct OpenComponent<'a> {
    components: u32,
    instances: u32,
    /// The components within, by their number: what each is called by itself, and its modules.
    within: BTreeMap<u32, (Option<&'a str>, Vec<ModulePlace>)>,
    /// Which instance is of which component.
    instantiated: Vec<(u32, u32)>,
    names: NameSection<'a>,
    modules: Vec<ModulePlace>,
}

enum Open<'a> {
    Component(OpenComponent<'a>),
    Module(ModulePlace),
}

#[derive(Default)]
struct Reading<'a> {
    open: Vec<Open<'a>>,
}

impl<'a> Reading<'a> {
    fn run(mut self, binary: &'a [u8]) -> Option<Vec<ModulePlace>> {
        for payload in Parser::new(0).parse_all(binary) {
            match payload.ok()? {
                Payload::Version { encoding, .. } => self.open.push(match encoding {
                    Encoding::Component => Open::Component(OpenComponent::default()),
                    Encoding::Module => Open::Module(ModulePlace {
                        part: String::new(),
                        imported_functions: 0,
                        bodies: vec![],
                        end: 0,
                    }),
                }),
                Payload::End(_) => match (self.open.pop()?, self.open.last_mut()) {
                    (Open::Component(component), None) => return Some(component.end()),
                    (Open::Module(_), None) => return None,
                    (Open::Module(module), Some(Open::Component(around))) => {
                        if !module.bodies.is_empty() {
                            around.modules.push(module);
                        }
                    }
                    (Open::Component(component), Some(Open::Component(around))) => {
                        let name = component.names.own;
                        around.within.insert(around.components, (name, component.end()));
                        around.components += 1;
                    }
                    (_, Some(Open::Module(_))) => return None,
                },
                payload => match self.open.last_mut()? {
                    Open::Component(component) => component.read(payload)?,
                    Open::Module(module) => module.read(payload)?,
                },
            }
        }
        None
    }
}

impl ModulePlace {
    fn read(&mut self, payload: Payload<'_>) -> Option<()> {
        match payload {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    if matches!(import.ok()?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)) {
                        self.imported_functions += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let Range { start, end } = body.range();
                self.bodies.push(u32::try_from(start).ok()?);
                self.end = u32::try_from(end).ok()?;
            }
            _ => {}
        }
        Some(())
    }
}

impl<'a> OpenComponent<'a> {
    fn read(&mut self, payload: Payload<'a>) -> Option<()> {
        match payload {
            Payload::ComponentImportSection(section) => {
                for import in section {
                    match import.ok()?.ty {
                        ComponentTypeRef::Instance(_) => self.instances += 1,
                        ComponentTypeRef::Component(_) => self.components += 1,
                        _ => {}
                    }
                }
            }
            Payload::ComponentInstanceSection(section) => {
                for instance in section {
                    if let ComponentInstance::Instantiate { component_index, .. } = instance.ok()? {
                        self.instantiated.push((self.instances, component_index));
                    }
                    self.instances += 1;
                }
            }
            Payload::ComponentAliasSection(section) => {
                for alias in section {
                    match alias.ok()? {
                        ComponentAlias::InstanceExport { kind, .. } => self.another(kind),
                        ComponentAlias::Outer {
                            kind: wasmparser::ComponentOuterAliasKind::Component,
                            ..
                        } => self.components += 1,
                        _ => {}
                    }
                }
            }
            Payload::ComponentExportSection(section) => {
                for export in section {
                    self.another(export.ok()?.kind);
                }
            }
            Payload::CustomSection(section) => self.names.read(&section),
            _ => {}
        }
        Some(())
    }

    fn another(&mut self, kind: ComponentExternalKind) {
        match kind {
            ComponentExternalKind::Instance => self.instances += 1,
            ComponentExternalKind::Component => self.components += 1,
            _ => {}
        }
    }

    /// Its modules, those of the components within included.
    fn end(self) -> Vec<ModulePlace> {
        let mut modules = self.modules;
        for (number, (own_name, within)) in self.within {
            let of_it = self
                .instantiated
                .iter()
                .filter(|(_, component)| *component == number);
            let mut names: Vec<&str> = of_it
                .filter_map(|(instance, _)| self.names.instances.get(instance).copied())
                .collect();
            // One component can be several parts, which have its code in common.
            names.sort_unstable();
            names.dedup();
            let name = match names.as_slice() {
                [] => {
                    let name = self.names.components.get(&number).copied().or(own_name);
                    name.map_or_else(|| format!("component {number}"), |name| cut(name).to_string())
                }
                names => {
                    let shown = names.iter().take(MOST_NAMES).map(|name| cut(name));
                    let mut shown: Vec<&str> = shown.collect();
                    if names.len() > MOST_NAMES {
                        shown.push("others");
                    }
                    shown.join(" or ")
                }
            };
            modules.extend(within.into_iter().map(|module| {
                let part = match module.part.as_str() {
                    "" => name.clone(),
                    inner if name.len() + inner.len() < LONGEST_PART => format!("{name}/{inner}"),
                    _ => module.part,
                };
                ModulePlace { part, ..module }
            }));
        }
        modules
    }
}

fn cut(name: &str) -> &str {
    let end = name.char_indices().nth(LONGEST_NAME);
    end.map_or(name, |(end, _)| &name[..end])
}

/// By the address of the code, where it ends, and the places.
static KNOWN: RwLock<BTreeMap<usize, (usize, Arc<Places>)>> = RwLock::new(BTreeMap::new());

/// Has frames in some code know their places, as long as it is there.
pub(crate) struct Registered(usize);

impl Registered {
    pub(crate) fn new(code: Range<*const u8>, places: Places) -> Registered {
        let start = code.start.addr();
        let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(start, (code.end.addr(), Arc::new(places)));
        Registered(start)
    }

    pub(crate) fn places(&self) -> Option<Arc<Places>> {
        known_at(self.0)
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        KNOWN
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.0);
    }
}

fn known_at(address: usize) -> Option<Arc<Places>> {
    let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    let (_, (end, places)) = known.range(..=address).next_back()?;
    (address < *end).then(|| Arc::clone(places))
}

/// The part that a frame is of; empty if it is of no composition, or of none of its parts.
pub(crate) fn part_of(frame: &wasmtime::FrameInfo) -> String {
    let places = known_at(frame.module().image_range().start.addr());
    let part = places
        .as_ref()
        .zip(frame.module_offset())
        .and_then(|(places, offset)| places.part(frame.func_index(), offset as u64));
    part.unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = r#"(core module (import "" "" (func)) (func nop) (func nop nop))"#;

    fn places(text: &str) -> Option<Vec<String>> {
        let places = Places::of(&wat::parse_str(text).unwrap())?;
        let mut parts: Vec<String> = places.0.iter().map(|module| module.part.clone()).collect();
        parts.sort();
        Some(parts)
    }

    #[test]
    fn parts_are_called_as_their_instances_are() {
        let text = format!(
            r#"(component
                (component $code {MODULE})
                (component $two {MODULE} (component $inner {MODULE}) (instance (instantiate $inner)))
                (component {MODULE})
                (instance $left (instantiate $code))
                (instance $right (instantiate $code))
                (instance $other (instantiate $two)))"#
        );
        assert_eq!(
            places(&text).unwrap(),
            ["component 2", "left or right", "other", "other/inner"]
        );
    }

    #[test]
    fn names_of_compositions_are_told_whole() {
        let name = "ä".repeat(LONGEST_NAME);
        let text = format!("(component (component $a {MODULE}) (instance ${name} (instantiate $a)))");
        let text = text.replace(&format!("${name}"), &format!("$\"{name}\""));
        assert_eq!(places(&text).unwrap(), [name]);
    }

    #[test]
    fn names_are_as_long_as_people_read() {
        let long = "x".repeat(10_000);
        let mut instances = String::new();
        for i in 0..10 {
            instances += &format!("(instance ${i}{long} (instantiate $code))");
        }
        let parts = places(&format!("(component (component $code {MODULE}) {instances})")).unwrap();
        let shown: Vec<String> = (0..4)
            .map(|i| format!("{i}{}", &long[..LONGEST_NAME - 1]))
            .collect();
        assert_eq!(parts, [format!("{} or others", shown.join(" or "))]);
        let mut nested = format!(
            "(component $c {MODULE})(instance $i{} (instantiate $c))",
            "y".repeat(180)
        );
        for i in 0..40 {
            nested = format!(
                "(component $c{i} {nested})(instance $i{} (instantiate $c{i}))",
                "y".repeat(180)
            );
        }
        let parts = places(&format!("(component {nested})")).unwrap();
        assert!(parts[0].len() < LONGEST_PART + 1, "{}", parts[0].len());
    }

    #[test]
    fn code_of_the_component_itself_is_of_no_part() {
        assert_eq!(places(&format!("(component {MODULE})")), None);
        let shim = r#"(component (import "f" (func $f)) (export "g" (func $f)))"#;
        assert_eq!(places(&format!("(component {MODULE} {shim})")), None);
        assert!(Places::of(b"\0asm\x0d\0\x01\0\xff").is_none());
    }

    #[test]
    fn a_body_is_found_by_its_number_and_where_it_lies() {
        let text = format!("(component (component $a {MODULE}) (instance $x (instantiate $a)))");
        let binary = wat::parse_str(text).unwrap();
        let places = Places::of(&binary).unwrap();
        let module = &places.0[0];
        let (first, second) = (u64::from(module.bodies[0]), u64::from(module.bodies[1]));
        assert_eq!(places.part(1, first), Some("x"));
        assert_eq!(places.part(2, second + 1), Some("x"));
        assert_eq!(places.part(1, second), None);
        assert_eq!(places.part(0, first), None);
        assert_eq!(places.part(3, second), None);
        assert_eq!(places.part(1, 0), None);
        assert_eq!(places.part(1, u64::MAX), None);
    }

    #[test]
    fn what_is_written_is_read() {
        let text = format!("(component (component $a {MODULE}) (instance $x (instantiate $a)))");
        let places = Places::of(&wat::parse_str(text).unwrap()).unwrap();
        let mut block = Places::write(Some(&places));
        block.push(9);
        let mut reader = BlockReader::new(&block);
        let read = Places::read(&mut reader)
            .map_err(|failure| failure.to_string())
            .unwrap()
            .unwrap();
        assert_eq!(reader.rest(), [9]);
        assert_eq!(read.0[0].bodies, places.0[0].bodies);
        assert_eq!((read.0[0].end, read.0[0].part.as_str()), (places.0[0].end, "x"));
        let none = Places::write(None);
        assert!(matches!(Places::read(&mut BlockReader::new(&none)), Ok(None)));
    }
}
