//! How far the types of a component go, where what is short in the binary is deep or long for those who read it: types
//! within types are read by recursion, and types that have others twice are written out whenever one of them is asked for.

use crate::error::{ErrorKind, Failure, caught};
use std::collections::HashMap;
use wasmparser::component_types::{
    ComponentEntityType, ComponentInstanceTypeId, ComponentItem, ComponentTypeId,
};
use wasmparser::types::{Types, TypesRef};
use wasmparser::{
    BinaryReader, ComponentType, ComponentTypeDeclaration, Parser, Payload, ValidPayload, Validator,
    WasmFeatures,
};

/// How many types of instances and components may be within each other. Toolchains make three or four.
const DEEPEST: usize = 100;

/// The most bytes that the types of all imports and exports may come to, written out. All of WASI comes to a hundredth.
const MOST_BYTES: u64 = 16 << 20;

/// What an import or export is counted as beside its name: of what Wasmtime keeps for it, a part.
const ITEM: u64 = 100;

/// Refuses types that are nested deeper than anybody nests them. What is malformed is left to the one who reads it next, and
/// gets no further.
pub(crate) fn bounded(binary: &[u8]) -> Result<(), Failure> {
    for payload in Parser::new(0).parse_all(binary) {
        let Ok(payload) = payload else { break };
        if let Payload::ComponentTypeSection(section) = payload
            && let Some(types) = binary.get(section.range())
            && is_too_deep(types).unwrap_or(false)
        {
            let message = format!(
                "it has types of instances or components within each other, more than {DEEPEST} deep"
            );
            return Err(Failure::new(ErrorKind::Compilation, message));
        }
    }
    Ok(())
}

/// Goes along the types of a section without recursion.
fn is_too_deep(section: &[u8]) -> wasmparser::Result<bool> {
    let mut reader = BinaryReader::new(section, 0);
    // How many are left to read: types of the section, and declarations of the types that are open.
    let mut left = vec![reader.read_var_u32()?];
    while let Some(here) = left.last_mut() {
        let Some(others) = here.checked_sub(1) else {
            left.pop();
            continue;
        };
        *here = others;
        if left.len() > 1 && reader.clone().read_u8()? != 0x01 {
            reader.read::<ComponentTypeDeclaration<'_>>()?;
            continue;
        }
        if left.len() > 1 {
            reader.read_u8()?; // the declaration of a type
        }
        if matches!(reader.clone().read_u8()?, 0x41 | 0x42) {
            reader.read_u8()?;
            left.push(reader.read_var_u32()?);
            if left.len() > DEEPEST {
                return Ok(true);
            }
        } else {
            reader.read::<ComponentType<'_>>()?;
        }
    }
    Ok(false)
}

/// Refuses a component whose imports and exports have types that come to more than anybody writes. What isn't valid is left
/// to Wasmtime, which says why.
pub(crate) fn written_out(binary: &[u8], features: WasmFeatures) -> Result<(), Failure> {
    // The validator panics at types that refer to each other too deep.
    let types = caught(|| Ok(Outside::read(binary, features))).map_err(|panic| {
        let message = format!("its types can't be validated: {panic:#}");
        Failure::new(ErrorKind::Compilation, message)
    })?;
    let Some(outside) = types else { return Ok(()) };
    if outside.weight() > MOST_BYTES {
        let message = format!(
            "the types of what it imports and exports come to more than {} MiB, written out",
            MOST_BYTES >> 20
        );
        return Err(Failure::new(ErrorKind::Compilation, message));
    }
    Ok(())
}

/// What a component imports and exports.
struct Outside<'a> {
    types: Types,
    imports: Vec<&'a str>,
    exports: Vec<&'a str>,
}

impl<'a> Outside<'a> {
    /// Of a component that is valid but for the code of its functions, which isn't looked at.
    fn read(binary: &'a [u8], features: WasmFeatures) -> Option<Outside<'a>> {
        let mut validator = Validator::new_with_features(features);
        let (mut imports, mut exports) = (vec![], vec![]);
        let mut depth = 0_usize;
        for payload in Parser::new(0).parse_all(binary) {
            let payload = payload.ok()?;
            match &payload {
                Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => depth += 1,
                Payload::ComponentImportSection(section) if depth == 0 => {
                    for import in section.clone() {
                        imports.push(import.ok()?.name.name);
                    }
                }
                Payload::ComponentExportSection(section) if depth == 0 => {
                    for export in section.clone() {
                        exports.push(export.ok()?.name.name);
                    }
                }
                _ => {}
            }
            if let ValidPayload::End(types) = validator.payload(&payload).ok()? {
                match depth.checked_sub(1) {
                    Some(outer) => depth = outer,
                    None => {
                        return Some(Outside {
                            types,
                            imports,
                            exports,
                        });
                    }
                }
            }
        }
        None
    }

    fn weight(&self) -> u64 {
        let types = self.types.as_ref();
        let imports = self
            .imports
            .iter()
            .filter_map(|name| types.component_item_for_import(name));
        let exports = self
            .exports
            .iter()
            .filter_map(|name| types.component_item_for_export(name));
        let mut weights = Weights {
            types,
            known: HashMap::new(),
        };
        let names = self
            .imports
            .iter()
            .chain(&self.exports)
            .map(|name| name.len() as u64);
        let items = imports.chain(exports).map(|item| weights.of(item));
        items.chain(names).fold(0, u64::saturating_add)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Group {
    Instance(ComponentInstanceTypeId),
    Component(ComponentTypeId),
}

/// What types come to, each looked at once. The validator knows none that are more than some hundred deep.
struct Weights<'a> {
    types: TypesRef<'a>,
    known: HashMap<Group, u64>,
}

impl Weights<'_> {
    fn of(&mut self, item: &ComponentItem) -> u64 {
        let types = self.types;
        let content = match item.ty {
            ComponentEntityType::Instance(id) => self.of_group(Group::Instance(id)),
            ComponentEntityType::Component(id) => self.of_group(Group::Component(id)),
            ComponentEntityType::Func(id) => types[id].params.iter().map(|(name, _)| name.len() as u64).sum(),
            _ => 0,
        };
        content.saturating_add(ITEM)
    }

    fn of_group(&mut self, group: Group) -> u64 {
        if let Some(known) = self.known.get(&group) {
            return *known;
        }
        let types = self.types;
        let weight = match group {
            Group::Instance(id) => self.of_all(&types[id].exports),
            Group::Component(id) => {
                let ty = &types[id];
                self.of_all(&ty.imports).saturating_add(self.of_all(&ty.exports))
            }
        };
        self.known.insert(group, weight);
        weight
    }

    fn of_all<'b>(&mut self, items: impl IntoIterator<Item = (&'b String, &'b ComponentItem)>) -> u64 {
        items.into_iter().fold(0, |sum: u64, (name, item)| {
            sum.saturating_add(name.len() as u64)
                .saturating_add(self.of(item))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A component with a section of types.
    fn with_types(section: &[u8]) -> Vec<u8> {
        let mut binary = b"\0asm\x0d\0\x01\0\x07".to_vec();
        let mut length = section.len();
        while length > 0x7f {
            binary.push((length & 0x7f) as u8 | 0x80);
            length >>= 7;
        }
        binary.push(length as u8);
        binary.extend(section);
        binary
    }

    /// Types of instances or components within each other.
    fn nested(kind: u8, depth: usize) -> Vec<u8> {
        let mut section = vec![1];
        for _ in 1..depth {
            section.extend([kind, 1, 0x01]);
        }
        section.extend([kind, 0]);
        with_types(&section)
    }

    #[test]
    fn types_within_types_are_counted() {
        for kind in [0x41, 0x42] {
            assert!(bounded(&nested(kind, DEEPEST - 1)).is_ok());
            for depth in [DEEPEST, 2_500, 1_000_000] {
                let refused = bounded(&nested(kind, depth)).unwrap_err().to_string();
                assert!(refused.contains("more than 100 deep"), "{refused}");
            }
        }
    }

    #[test]
    fn what_is_beside_nested_types_is_read_over() {
        let text = r#"(component
            (type (record (field "a" u32)))
            (type (component
              (import "r" (type $r (sub resource)))
              (type (instance (alias outer 1 $r (type $a)) (export "f" (func (param "x" (own $a)))) (core type (func))))
              (export "i" (instance (type 0)))))
            (type (instance (export "g" (func (result (list u8)))))))"#;
        assert!(bounded(&wat::parse_str(text).unwrap()).is_ok());
        // What is malformed is left to others.
        assert!(bounded(&with_types(&[1, 0x42, 2, 0x01, 0xff])).is_ok());
        assert!(bounded(b"\0asm\x0d\0\x01\0\x07\x7f").is_ok());
    }

    /// Each type has the two before it: 184 KB of this are 28 GB when they are written out.
    fn doubling(levels: usize, name: &str) -> Vec<u8> {
        let mut text = String::from("(component ");
        for level in 0..2 {
            text += &format!(r#"(type $i{level} (instance (export "{name}" (func))))"#);
        }
        for level in 2..levels {
            let (one, other) = (level - 1, level - 2);
            text += &format!(
                r#"(type $i{level} (instance
                  (alias outer 1 $i{one} (type $a)) (alias outer 1 $i{other} (type $b))
                  (export "a" (instance (type $a))) (export "b" (instance (type $b)))))"#
            );
        }
        text += &format!(r#"(import "x" (instance (type $i{}))))"#, levels - 1);
        wat::parse_str(text).unwrap()
    }

    #[test]
    fn types_that_have_others_twice_are_weighed() {
        let features = WasmFeatures::all();
        assert!(written_out(&doubling(15, "n"), features).is_ok());
        for binary in [doubling(28, "n"), doubling(20, &"n".repeat(90_000))] {
            let refused = written_out(&binary, features).unwrap_err().to_string();
            assert!(refused.contains("more than 16 MiB"), "{refused}");
        }
    }

    #[test]
    fn types_that_lead_to_each_other_too_deep_are_refused() {
        crate::error::record_panics();
        let mut text = String::from("(component (type $i0 (instance))");
        for level in 1..200 {
            let before = level - 1;
            text += &format!(
                r#"(type $i{level} (instance (alias outer 1 $i{before} (type $a)) (export "a" (instance (type $a)))))"#
            );
        }
        text += r#"(import "x" (instance (type $i199))))"#;
        let refused = written_out(&wat::parse_str(text).unwrap(), WasmFeatures::all()).unwrap_err();
        assert!(refused.to_string().contains("can't be validated"), "{refused}");
    }

    #[test]
    fn what_is_not_valid_is_left_to_wasmtime() {
        for binary in [&b""[..], b"\0asm\x0d\0\x01\0\x07\x01", b"\0asm\x01\0\0\0"] {
            assert!(written_out(binary, WasmFeatures::all()).is_ok());
        }
    }
}
