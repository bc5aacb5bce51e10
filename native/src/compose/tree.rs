//! What a composition is made of, read from the component that came of it: so it can be told of those that other tools made,
//! too.

use crate::bytes::BlockWriter;
use crate::component::binary_component;
use crate::error::{ErrorKind, Failure};
use crate::name_section::NameSection;
use std::collections::{HashMap, HashSet};
use wasmparser::{
    CanonicalFunction, ComponentAlias, ComponentExternalKind, ComponentInstance, ComponentOuterAliasKind,
    ComponentTypeRef, Encoding, Parser, Payload,
};
use wasmtime::Error;

/// How deep components may be nested.
const DEEPEST: usize = 100;

/// How much is written, for all components together: of parts that are several, what they are made of is told each time.
const MOST_BYTES: usize = 64 << 20;

/// Where something comes from.
#[derive(Clone, Default)]
enum Source<'a> {
    /// The component makes it itself.
    #[default]
    Own,
    /// The host: the name of the import.
    Host(&'a str),
    /// An instance, and the name of its export; empty for all of it.
    Part(usize, &'a str),
}

/// One of the instances within a component.
struct Part<'a> {
    component: usize,
    instance: usize,
    imports: Vec<(&'a str, Source<'a>)>,
}

/// What is inside of a component.
struct Inside<'a> {
    name: Option<&'a str>,
    /// Whether there is code in it, at any depth: toolchains write components without, which hand on types.
    has_code: bool,
    tree: BlockWriter,
}

#[derive(Default)]
struct Component<'a> {
    imports: Vec<&'a str>,
    exports: Vec<(&'a str, Source<'a>)>,
    instances: Vec<Source<'a>>,
    functions: Vec<Source<'a>>,
    /// By number; what it is, if it is within.
    components: Vec<Option<Inside<'a>>>,
    parts: Vec<Part<'a>>,
    names: NameSection<'a>,
    has_code: bool,
}

/// Writes the block that the header documents.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let binary = binary_component(bytes)?;
    let malformed = || {
        let message = "not a valid component, or a damaged one, or made of more than can be told";
        Error::from(Failure::new(ErrorKind::Compilation, message))
    };
    let tree = walk(&binary).ok_or_else(malformed)?;
    Ok(tree.finish())
}

fn walk(binary: &[u8]) -> Option<BlockWriter> {
    let mut open: Vec<Option<Component>> = vec![];
    let mut left = MOST_BYTES;
    for payload in Parser::new(0).parse_all(binary) {
        match payload.ok()? {
            Payload::Version { encoding, .. } => {
                open.push((encoding == Encoding::Component).then(Component::default));
                // The innermost one may have modules.
                if encoding == Encoding::Component && open.len() > DEEPEST {
                    return None;
                }
            }
            Payload::End(_) => {
                let ended = open.pop()?;
                let Some(around) = open.last_mut() else {
                    return ended?.end(&mut left).map(|inside| inside.tree);
                };
                let around = around.as_mut()?;
                match ended {
                    None => around.has_code = true,
                    Some(component) => {
                        let inside = component.end(&mut left)?;
                        around.has_code |= inside.has_code;
                        around.components.push(Some(inside));
                    }
                }
            }
            payload => {
                // What is in core modules is of no interest here.
                if let Some(component) = open.last_mut()? {
                    component.read(payload)?;
                }
            }
        }
    }
    None
}

impl<'a> Component<'a> {
    fn read(&mut self, payload: Payload<'a>) -> Option<()> {
        match payload {
            Payload::ComponentImportSection(section) => {
                for import in section {
                    let import = import.ok()?;
                    let name = import.name.name;
                    match import.ty {
                        ComponentTypeRef::Instance(_) => self.instances.push(Source::Host(name)),
                        ComponentTypeRef::Func(_) => self.functions.push(Source::Host(name)),
                        ComponentTypeRef::Component(_) => self.components.push(None),
                        ComponentTypeRef::Module(_) => {}
                        _ => continue,
                    }
                    self.imports.push(name);
                }
            }
            Payload::ComponentCanonicalSection(section) => {
                for function in section {
                    if matches!(function.ok()?, CanonicalFunction::Lift { .. }) {
                        self.functions.push(Source::Own);
                    }
                }
            }
            Payload::ComponentInstanceSection(section) => {
                for instance in section {
                    match instance.ok()? {
                        ComponentInstance::Instantiate {
                            component_index,
                            args,
                        } => {
                            let imports = args
                                .iter()
                                .filter_map(|one| Some((one.name, self.source(one.kind, one.index)?)));
                            let part = Part {
                                component: component_index as usize,
                                instance: self.instances.len(),
                                imports: imports.collect(),
                            };
                            self.instances.push(Source::Part(self.parts.len(), ""));
                            self.parts.push(part);
                        }
                        ComponentInstance::FromExports(_) => self.instances.push(Source::Own),
                    }
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
                            let source = match self.instances.get(instance_index as usize)? {
                                Source::Part(part, "") => Source::Part(*part, name),
                                source => source.clone(),
                            };
                            self.push(kind, source);
                        }
                        ComponentAlias::Outer {
                            kind: ComponentOuterAliasKind::Component,
                            ..
                        } => {
                            self.components.push(None);
                        }
                        _ => {}
                    }
                }
            }
            Payload::ComponentExportSection(section) => {
                for export in section {
                    let export = export.ok()?;
                    if let Some(source) = self.source(export.kind, export.index) {
                        self.exports.push((export.name.name, source.clone()));
                        self.push(export.kind, source);
                    } else if matches!(export.kind, ComponentExternalKind::Component) {
                        self.components.push(None);
                    }
                }
            }
            Payload::CustomSection(section) => self.names.read(&section),
            _ => {}
        }
        Some(())
    }

    /// Where an instance or a function comes from; of others it isn't told.
    fn source(&self, kind: ComponentExternalKind, index: u32) -> Option<Source<'a>> {
        let sources = match kind {
            ComponentExternalKind::Instance => &self.instances,
            ComponentExternalKind::Func => &self.functions,
            _ => return None,
        };
        // What is malformed comes from nowhere.
        Some(sources.get(index as usize).cloned().unwrap_or_default())
    }

    fn push(&mut self, kind: ComponentExternalKind, source: Source<'a>) {
        match kind {
            ComponentExternalKind::Instance => self.instances.push(source),
            ComponentExternalKind::Func => self.functions.push(source),
            ComponentExternalKind::Component => self.components.push(None),
            _ => {}
        }
    }

    fn end(self, left: &mut usize) -> Option<Inside<'a>> {
        let mut tree = BlockWriter::default();
        tree.count(self.imports.len());
        self.imports.iter().for_each(|name| tree.str(name));
        let has_code = |part: &Part| {
            let inside = self.components.get(part.component).and_then(Option::as_ref);
            // Of what is imported it isn't known.
            inside.is_none_or(|inside| inside.has_code)
        };
        let shown: Vec<bool> = self.parts.iter().map(has_code).collect();
        let names = distinct(self.parts.iter().map(|part| self.name_of(part)));
        let source = |source: &Source, tree: &mut BlockWriter| match source {
            Source::Part(part, item) if shown[*part] => {
                tree.str(&names[*part]);
                tree.str(item);
            }
            Source::Own | Source::Part(..) => {
                tree.str("");
                tree.str("");
            }
            Source::Host(name) => {
                tree.str("");
                tree.str(name);
            }
        };
        tree.count(shown.iter().filter(|shown| **shown).count());
        for (number, part) in self.parts.iter().enumerate().filter(|(number, _)| shown[*number]) {
            tree.str(&names[number]);
            tree.count(part.imports.len());
            for (import, from) in &part.imports {
                tree.str(import);
                source(from, &mut tree);
            }
            match self.components.get(part.component).and_then(Option::as_ref) {
                Some(inside) => tree.copy(&inside.tree),
                None => {
                    tree.count(0);
                    tree.count(0);
                    tree.count(0);
                }
            }
            if tree.len() > *left {
                return None;
            }
        }
        tree.count(self.exports.len());
        for (name, from) in &self.exports {
            tree.str(name);
            source(from, &mut tree);
        }
        *left = left.checked_sub(tree.len())?;
        Some(Inside {
            name: self.names.own,
            has_code: self.has_code,
            tree,
        })
    }

    fn name_of(&self, part: &Part) -> String {
        let number = part.component as u32;
        let instance = self.names.instances.get(&(part.instance as u32)).copied();
        let component = || self.names.components.get(&number).copied();
        let own = || self.components.get(part.component)?.as_ref()?.name;
        instance
            .or_else(component)
            .or_else(own)
            .map_or_else(|| format!("component {number}"), str::to_string)
    }
}

/// Has parts that are called alike told apart, since they are referred to by their names.
fn distinct(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = names.collect();
    let mut taken: HashSet<String> = all.iter().cloned().collect();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for name in &mut all {
        let count = seen.entry(name.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            while taken.contains(&format!("{name} {count}")) {
                *count += 1;
            }
            *name = format!("{name} {count}");
            taken.insert(name.clone());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bytes::BlockReader;

    fn told(block: &mut BlockReader, indent: &str, text: &mut String) {
        let read = |block: &mut BlockReader| block.str().map_err(|_| ()).unwrap().to_string();
        for _ in 0..block.u32().map_err(|_| ()).unwrap() {
            *text += &format!("{indent}import {}\n", read(block));
        }
        for _ in 0..block.u32().map_err(|_| ()).unwrap() {
            *text += &format!("{indent}{}\n", read(block));
            for _ in 0..block.u32().map_err(|_| ()).unwrap() {
                let wire = [read(block), read(block), read(block)];
                *text += &format!("{indent}  {} <- {}#{}\n", wire[0], wire[1], wire[2]);
            }
            told(block, &format!("{indent}    "), text);
        }
        for _ in 0..block.u32().map_err(|_| ()).unwrap() {
            let wire = [read(block), read(block), read(block)];
            *text += &format!("{indent}export {} <- {}#{}\n", wire[0], wire[1], wire[2]);
        }
    }

    fn tree(wat: &str) -> String {
        let block = read(wat.as_bytes()).unwrap();
        let mut text = String::new();
        let mut reader = BlockReader::new(&block);
        told(&mut reader, "", &mut text);
        assert!(reader.rest().is_empty());
        text
    }

    #[test]
    fn parts_are_told_with_where_their_imports_come_from() {
        let text = r#"(component
            (import "log" (func $log))
            (import "a:b/types" (instance $types))
            (component $auth
              (import "log" (func))
              (core module (func))
              (instance $check) (export "a:b/check" (instance $check)))
            (component $shim (import "x" (func $x)) (export "y" (func $x)))
            (component $code (import "a:b/check" (instance)) (import "a:b/types" (instance)) (import "l" (func $l))
              (core module (func)) (export "run" (func $l)))
            (instance $auth (instantiate $auth (with "log" (func $log))))
            (alias export $auth "a:b/check" (instance $check))
            (instance $shim (instantiate $shim (with "x" (func $log))))
            (instance $processor (instantiate $code
              (with "a:b/check" (instance $check)) (with "a:b/types" (instance $types))
              (with "l" (func $shim "y"))))
            (export "run" (func $processor "run"))
            (export "whole" (instance $processor)))"#;
        assert_eq!(
            tree(text),
            "import log\nimport a:b/types\n\
             auth\n  log <- #log\n    import log\n    export a:b/check <- #\n\
             processor\n  a:b/check <- auth#a:b/check\n  a:b/types <- #a:b/types\n  l <- #\n\
            \x20   import a:b/check\n    import a:b/types\n    import l\n    export run <- #l\n\
             export run <- processor#run\nexport whole <- processor#\n"
        );
    }

    #[test]
    fn what_comes_to_too_much_is_an_error() {
        let mut text = String::from("(component $c0 (core module (func)))");
        for i in 1..60 {
            let before = i - 1;
            text = format!(
                "(component $c{i} {text} (instance (instantiate $c{before})) (instance (instantiate $c{before})))"
            );
        }
        let text = text.replacen("component $c59", "component", 1);
        assert!(read(text.as_bytes()).is_err());
    }

    #[test]
    fn what_comes_to_too_much_side_by_side_is_an_error() {
        let mut one = String::from("(component $c0 (core module (func)))");
        for i in 1..16 {
            let before = i - 1;
            one = format!(
                "(component $c{i} {one} (instance (instantiate $c{before})) (instance (instantiate $c{before})))"
            );
        }
        assert!(read(format!("(component {one})").as_bytes()).is_ok());
        let many = one.replacen("$c15", "", 1).repeat(40);
        assert!(read(format!("(component {many})").as_bytes()).is_err());
    }

    #[test]
    fn the_deepest_component_that_is_compiled_may_have_a_module() {
        let nested = |depth: usize| {
            let around = |section: u8, inner: Vec<u8>| {
                let mut bytes = b"\0asm\x0d\0\x01\0".to_vec();
                let size = inner.len();
                // A number in five bytes.
                bytes.push(section);
                bytes.extend((0..5).map(|i| (size >> (7 * i)) as u8 & 127 | if i < 4 { 128 } else { 0 }));
                bytes.extend(inner);
                bytes
            };
            let module = b"\0asm\x01\0\0\0".to_vec();
            read(&(1..depth).fold(around(1, module), |inner, _| around(4, inner)))
        };
        assert!(nested(DEEPEST).is_ok());
        assert!(nested(DEEPEST + 1).is_err());
    }

    #[test]
    fn parts_that_are_called_alike_are_told_apart() {
        let text = r#"(component
            (component $auth (core module (func)) (export "x" (func $f)) (import "f" (func $f)))
            (import "f" (func $f))
            (instance (instantiate $auth (with "f" (func $f))))
            (instance $second (instantiate $auth (with "f" (func $f))))
            (instance (instantiate $auth (with "f" (func 1))))
            (alias export 2 "x" (func $x))
            (export "x" (func $x)))"#;
        let text = text
            .replace(
                r#"(export "x" (func $f)) (import "f" (func $f))"#,
                r#"(import "f" (func $f)) (export "x" (func $f))"#,
            )
            .replace("(func 1)", "(func $f)");
        let told = tree(&text);
        assert!(told.contains("\nauth\n"), "{told}");
        assert!(told.contains("\nsecond\n"), "{told}");
        assert!(told.contains("\nauth 2\n"), "{told}");
        assert!(told.ends_with("export x <- auth 2#x\n"), "{told}");
        let names = ["a", "a", "a 2", "a"].map(str::to_string);
        assert_eq!(distinct(names.into_iter()), ["a", "a 3", "a 2", "a 4"]);
    }

    #[test]
    fn what_is_malformed_is_never_more_than_an_error() {
        let binary =
            wat::parse_str("(component (component $a (core module)) (instance $i (instantiate $a)))")
                .unwrap();
        for end in 0..binary.len() {
            let _ = read(&binary[..end]);
        }
        assert!(read(&binary[..binary.len() - 1]).is_err());
        for at in 8..binary.len() {
            for byte in 0..=255 {
                let mut changed = binary.clone();
                changed[at] = byte;
                let _ = read(&changed);
            }
        }
    }
}
