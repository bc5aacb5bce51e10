//! The WIT that a component has in it, or a WIT package. `wit-parser` reads what toolchains write, and panics at some of
//! what is valid beside that.

use crate::error::caught;
use wasmparser::{ComponentAlias, ComponentExternalKind, ComponentTypeRef, Parser, Payload};
use wit_component::DecodedWasm;

/// Decodes what [`crate::component::binary_component`] took, or says why that can't be.
pub(super) fn decode(binary: &[u8]) -> Result<DecodedWasm, String> {
    let decoded = caught(|| Ok(wit_component::decode(binary)));
    let reason = match decoded {
        Ok(Ok(decoded)) => return Ok(decoded),
        Ok(Err(error)) => format!("{error:#}"),
        Err(panic) => exported_again(binary).map_or_else(
            || format!("{panic:#}"),
            |name| {
                format!("it exports the instance {name} that it imports. Wasmtime doesn't run such components either")
            },
        ),
    };
    Err(format!("its WIT can't be told: {reason}"))
}

/// The import of an instance that is exported as it is.
fn exported_again(binary: &[u8]) -> Option<&str> {
    // By the index of an instance, the name under which it is imported.
    let mut instances: Vec<Option<&str>> = vec![];
    let mut depth = 0_usize;
    for payload in Parser::new(0).parse_all(binary) {
        match payload.ok()? {
            Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => depth += 1,
            Payload::End(_) => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            Payload::ComponentImportSection(section) => {
                for import in section {
                    let import = import.ok()?;
                    if matches!(import.ty, ComponentTypeRef::Instance(_)) {
                        instances.push(Some(import.name.name));
                    }
                }
            }
            Payload::ComponentInstanceSection(section) => {
                instances.extend(section.into_iter().map(|_| None));
            }
            Payload::ComponentAliasSection(section) => {
                for alias in section {
                    if let ComponentAlias::InstanceExport {
                        kind: ComponentExternalKind::Instance,
                        ..
                    } = alias.ok()?
                    {
                        instances.push(None);
                    }
                }
            }
            Payload::ComponentExportSection(section) => {
                for export in section {
                    let export = export.ok()?;
                    if matches!(export.kind, ComponentExternalKind::Instance) {
                        let of = *instances.get(export.index as usize)?;
                        if of.is_some() {
                            return of;
                        }
                        instances.push(None);
                    }
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        crate::error::record_panics();
        decode(&wat::parse_str(text).unwrap()).map(|_| ()).unwrap_err()
    }

    const SHAPES: &str = r#"(instance $s
        (type $r (record (field "a" u32)))
        (export "point" (type $p (eq $r))))"#;

    #[test]
    fn an_import_that_is_exported_is_named() {
        for text in [
            format!(r#"(component (import "a:b/c" {SHAPES}) (export "a:b/c" (instance $s)))"#),
            format!(
                r#"(component (import "a:b/d" (instance)) (component) (instance (instantiate 0)) (import "a:b/c" {SHAPES})
                   (export "a:b/c" (instance $s)))"#
            ),
        ] {
            let said = refused(&text);
            assert!(
                said.contains("it exports the instance a:b/c that it imports"),
                "{said}"
            );
        }
    }

    #[test]
    fn other_panics_say_where_they_are() {
        let said = refused(&format!(
            r#"(component (import "a:b/c" {SHAPES}) (alias export $s "point" (type $p))
               (instance $i (export "point" (type $p))) (export "a:b/c" (instance $i)))"#
        ));
        assert!(said.contains("/wit-parser-"), "{said}");
    }
}
