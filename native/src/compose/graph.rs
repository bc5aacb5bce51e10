//! From a plan to a component: finds out what is plugged into what, checks all of it, and has the result written.

use super::check::{cycle, left, too_many, unused};
use super::export::Exports;
use super::identity::Identities;
use super::parts::{MOST_PARTS, package};
use super::plan::{MOST_LINES, Plan};
use super::plug::Plugging;
use super::problem::{Composed, Problem, ProblemKind, Problems, only};
use super::wiring::Wiring;
use super::write::Writing;
use indexmap::IndexMap;
use wac_graph::CompositionGraph;
use wac_graph::types::BorrowedPackageKey;
use wasmtime::Error;

fn too_large(message: String) -> Composed {
    only(Problem::new(ProblemKind::TooLarge, message))
}

/// Makes the component. An error is the library's own.
pub(super) fn compose(plan: &Plan<'_>) -> Result<Composed, Error> {
    if plan.parts.len() > MOST_PARTS || plan.components.len() > MOST_PARTS {
        return Ok(too_large(format!(
            "a composition of {} parts: it can have {MOST_PARTS}. Compose some of them first, and add what comes of it as \
             one part",
            plan.parts.len()
        )));
    }
    if plan.plugs.len() > MOST_LINES || plan.exports.len() > MOST_LINES {
        return Ok(too_large(format!(
            "a composition of {} plugs and {} exports: it can have {MOST_LINES} of each",
            plan.plugs.len(),
            plan.exports.len()
        )));
    }
    let mut problems = Problems::default();
    let mut graph = CompositionGraph::new();
    let mut packages = vec![];
    for (number, (name, bytes)) in plan.components.iter().enumerate() {
        // Parts have names of their own: these are only to be different.
        let key = format!("switchblade:part-{number}");
        let key = BorrowedPackageKey::from_name_and_version(&key, None);
        match package(name, key, bytes, graph.types_mut()) {
            Ok(package) => packages.push(graph.register_package(package).map_err(Error::from)?),
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Ok(problems.told());
    }
    let wires = plan.parts.iter().map(|_| IndexMap::new()).collect();
    let mut wiring = Wiring {
        plan,
        graph,
        packages,
        wires,
    };
    Plugging::new(&mut wiring, &mut problems).run();
    if !problems.is_empty() {
        return Ok(problems.told());
    }
    if let Some(problem) = too_many(&wiring).or_else(|| cycle(&wiring)) {
        return Ok(only(problem));
    }
    let mut identities = Identities::new(&wiring);
    identities.differences(&mut problems);
    let type_wires = identities.type_wires();
    let exports = Exports::of(&wiring, &mut problems);
    if problems.is_empty() {
        problems.extend(unused(&wiring, &exports));
    }
    left(&wiring, &type_wires, &mut problems);
    if !problems.is_empty() {
        return Ok(problems.told());
    }
    Writing::new(wiring).run(&type_wires, &exports)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::plan::{Chosen, Part, Plug};

    /// Whether one thing is meant, and by which two names.
    type One<'a> = Option<(&'a str, &'a str)>;

    fn composed(parts: &[(&str, &str)], plugs: &[(&str, &str, One)], exports: &[(&str, One)]) -> Composed {
        let number = |name: &str| parts.iter().position(|(part, _)| *part == name).unwrap();
        let plan = Plan {
            components: parts
                .iter()
                .map(|(name, text)| (*name, text.as_bytes()))
                .collect(),
            parts: (0..parts.len())
                .map(|component| Part {
                    name: parts[component].0,
                    component,
                })
                .collect(),
            plugs: plugs
                .iter()
                .map(|(provider, consumer, one)| Plug {
                    provider: number(provider),
                    consumer: number(consumer),
                    one: *one,
                })
                .collect(),
            exports: exports
                .iter()
                .map(|(part, one)| Chosen {
                    part: number(part),
                    one: *one,
                })
                .collect(),
        };
        compose(&plan).unwrap()
    }

    fn refused(parts: &[(&str, &str)], plugs: &[(&str, &str, One)], exports: &[(&str, One)]) -> Problem {
        let mut problems = composed(parts, plugs, exports).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems.remove(0)
    }

    /// The names that a component exports.
    fn exported(composed: Composed) -> Vec<String> {
        let bytes = composed.unwrap();
        let payloads = wasmparser::Parser::new(0).parse_all(&bytes);
        let mut depth = 0;
        let mut names = vec![];
        for payload in payloads {
            match payload.unwrap() {
                wasmparser::Payload::Version { .. } => depth += 1,
                wasmparser::Payload::End(_) => depth -= 1,
                wasmparser::Payload::ComponentExportSection(section) if depth == 1 => {
                    names.extend(
                        section
                            .into_iter()
                            .map(|export| export.unwrap().name.name.to_string()),
                    );
                }
                _ => {}
            }
        }
        names
    }

    /// Hands on what the host has: `check`, which has the type `user` of `types`.
    fn passing(imported: &str, exports: &[(&str, &str)]) -> String {
        let mut text = format!(
            r#"(component
            (import "{imported}/types" (instance $types
              (type $r (record (field "name" string))) (export "user" (type (eq $r)))))
            (alias export $types "user" (type $user))
            (import "{imported}/check" (instance $check
              (alias outer 1 $user (type $u)) (export "user" (type $e (eq $u)))
              (export "check" (func (result $e)))))"#
        );
        for (instance, name) in exports {
            text += &format!(r#"(export "{name}" (instance ${instance}))"#);
        }
        text + ")"
    }

    fn auth() -> String {
        passing(
            "acme:raw",
            &[("types", "acme:auth/types"), ("check", "acme:auth/check")],
        )
    }

    fn processor() -> String {
        passing("acme:auth", &[("check", "acme:app/run")])
    }

    fn function(import: &str, export: &str) -> String {
        format!(
            r#"(component (import "{import}" (instance $i (export "get" (func (result u32)))))
            (export "{export}" (instance $i)))"#
        )
    }

    #[test]
    fn what_is_exported_brings_the_interfaces_whose_types_it_has() {
        let (auth, processor) = (auth(), processor());
        let parts = [("auth", auth.as_str()), ("processor", processor.as_str())];
        let plugs = [("auth", "processor", None)];
        assert_eq!(
            exported(composed(&parts, &plugs, &[("processor", None)])),
            ["acme:auth/types", "acme:app/run"]
        );
        // Under the name that was asked for, and once.
        let renamed = Some(("acme:auth/types", "acme:own/types"));
        assert_eq!(
            exported(composed(
                &parts,
                &plugs,
                &[("processor", None), ("auth", renamed)]
            )),
            ["acme:own/types", "acme:app/run"]
        );
    }

    #[test]
    fn exports_that_need_two_interfaces_of_one_name_are_told_apart_by_another_name() {
        let (auth, processor) = (auth(), processor());
        let parts = [
            ("left", auth.as_str()),
            ("right", auth.as_str()),
            ("one", processor.as_str()),
            ("two", processor.as_str()),
        ];
        let plugs = [("left", "one", None), ("right", "two", None)];
        let mut exports = vec![
            ("one", Some(("acme:app/run", "acme:app/one"))),
            ("two", Some(("acme:app/run", "acme:app/two"))),
        ];
        let problem = refused(&parts, &plugs, &exports);
        assert_eq!(problem.kind, ProblemKind::Ambiguous);
        assert!(
            problem
                .message
                .contains(r#"export("right", "acme:auth/types", "another name")"#),
            "{}",
            problem.message
        );
        exports.push(("right", Some(("acme:auth/types", "acme:right/types"))));
        assert_eq!(
            exported(composed(&parts, &plugs, &exports)),
            [
                "acme:auth/types",
                "acme:app/one",
                "acme:right/types",
                "acme:app/two"
            ]
        );
    }

    #[test]
    fn names_that_differ_in_case_are_one() {
        let text = r#"(component (import "f" (func $f)) (export "total" (func $f)))"#;
        let exports = [("a", None), ("b", Some(("total", "TOTAL")))];
        let problem = refused(&[("a", text), ("b", text)], &[], &exports);
        assert_eq!(problem.kind, ProblemKind::Ambiguous);
        assert!(
            problem.message.contains("case doesn't count"),
            "{}",
            problem.message
        );
    }

    #[test]
    fn a_function_brings_the_interfaces_whose_types_it_has() {
        let text = r#"(component
            (import "acme:auth/types" (instance $types
              (type $r (record (field "name" u32))) (export "user" (type (eq $r)))))
            (alias export $types "user" (type $user))
            (core module $m (func (export "f") (param i32)))
            (core instance $m (instantiate $m))
            (func $f (param "x" $user) (canon lift (core func $m "f")))
            (export "f" (func $f)))"#;
        let auth = auth().replace("string", "u32");
        let parts = [("auth", auth.as_str()), ("p", text)];
        assert_eq!(
            exported(composed(&parts, &[("auth", "p", None)], &[("p", None)])),
            ["acme:auth/types", "f"]
        );
    }

    #[test]
    fn types_by_themselves_that_others_are_made_of_are_refused() {
        let text = r#"(component
            (type $r (record (field "q" u8)))
            (export $a "a" (type $r))
            (type $s (record (field "p" $a)))
            (export "b" (type $s))
            (import "f" (func $f (param "x" (list u8))))
            (export "f" (func $f)))"#;
        let function = r#"(component
            (type $r (record (field "q" u8)))
            (export $a "a" (type $r))
            (core module $m (func (export "f") (param i32)))
            (core instance $m (instantiate $m))
            (func $f (param "x" $a) (canon lift (core func $m "f")))
            (export "f" (func $f)))"#;
        for (text, item, needed) in [(function, "f", "a"), (text, "b", "a")] {
            let problem = refused(&[("p", text)], &[], &[("p", Some((item, "")))]);
            assert_eq!(problem.kind, ProblemKind::Unsupported);
            assert_eq!((&*problem.provider, &*problem.export), ("p", item));
            assert!(problem.message.contains(needed), "{}", problem.message);
        }
        assert_eq!(
            exported(composed(&[("p", text)], &[], &[("p", Some(("a", "")))])),
            ["a"]
        );
        assert_eq!(
            exported(composed(&[("p", text)], &[], &[("p", Some(("f", "")))])),
            ["f"]
        );
    }

    #[test]
    fn exports_that_need_each_other_end() {
        let text = r#"(component
            (type $x (record (field "q" u8)))
            (type $w (record (field "p" u8)))
            (instance $b (export "y" (type $x)) (export "w" (type $w)))
            (instance $a (export "x" (type $x)) (export "b" (instance $b)) (export "v" (type $w)))
            (export "a:b/a" (instance $a))
            (export "a:b/b" (instance $b)))"#;
        assert!(composed(&[("p", text)], &[], &[("p", None)]).is_ok());
    }

    #[test]
    fn what_is_left_to_the_host_is_weighed() {
        let text = r#"(component (import "a:b/a" (instance
            (type (record (field "q" u8))) (export "x" (type $x (eq 0)))
            (type $b (instance (alias outer 1 $x (type)) (export "y" (type (eq 0)))))
            (export "c:d/e" (instance $b (type $b)))))
            (import "f" (func $f)) (export "f" (func $f)))"#;
        let problem = refused(&[("p", text)], &[], &[("p", None)]);
        assert_eq!(problem.kind, ProblemKind::Unsupported);
        assert_eq!((&*problem.consumer, &*problem.import), ("p", "a:b/a"));
    }

    #[test]
    fn more_exports_than_can_be_are_refused_before_they_are_looked_at() {
        let mut text = String::from(r#"(component (import "f" (func $f))"#);
        for i in 0..20_000 {
            text += &format!(r#"(export "f{i}" (func $f))"#);
        }
        text += ")";
        let problem = refused(&[("p", &text)], &[], &[("p", None)]);
        assert_eq!(problem.kind, ProblemKind::TooLarge);
    }

    #[test]
    fn a_resource_may_have_two_names_in_an_interface_of_the_host() {
        let text = r#"(component
            (import "a:b/fs" (instance $fs
              (export "file" (type $f (sub resource))) (export "handle" (type $h (eq $f)))
              (export "open" (func (result (own $h))))))
            (import "f" (func $f)) (export "f" (func $f)))"#;
        assert_eq!(exported(composed(&[("p", text)], &[], &[("p", None)])), ["f"]);
        assert_eq!(
            exported(composed(
                &[("p", text), ("q", text)],
                &[],
                &[("p", None), ("q", Some(("f", "g")))]
            )),
            ["f", "g"]
        );
    }

    #[test]
    fn a_version_that_is_not_there_stands_for_one_that_can_stand_for_it() {
        let source = function("up", "acme:n/source@1.1.0");
        let sum = function("acme:n/source@1.0.0", "acme:n/sum");
        let parts = [
            ("source", source.as_str()),
            ("other", source.as_str()),
            ("sum", sum.as_str()),
        ];
        let both = [("source", "sum", None), ("other", "sum", None)];
        let exports = [("sum", None)];
        let problem = refused(&parts, &both, &exports);
        let advice = r#"plug("other", "acme:n/source@1.0.0", "sum")"#;
        assert!(problem.message.contains(advice), "{}", problem.message);
        for name in ["acme:n/source@1.0.0", "acme:n/source@1.1.0", "acme:n/source"] {
            let parts = [("other", source.as_str()), ("sum", sum.as_str())];
            let one = [("other", "sum", Some((name, name)))];
            assert!(composed(&parts, &one, &exports).is_ok(), "{name}");
        }
        let wrong = "acme:n/source@2.0.0";
        let problem = refused(
            &[("other", &source), ("sum", &sum)],
            &[("other", "sum", Some((wrong, wrong)))],
            &exports,
        );
        assert_eq!(problem.kind, ProblemKind::Missing);
    }

    #[test]
    fn a_function_of_the_host_has_no_type_of_what_is_plugged_in() {
        let text = r#"(component
            (import "acme:auth/types" (instance $types
              (type $r (record (field "name" string))) (export "user" (type (eq $r)))))
            (alias export $types "user" (type $user))
            (import "audit" (func $audit (param "u" $user)))
            (import "f" (func $f)) (export "f" (func $f)))"#;
        let auth = auth();
        let parts = [("auth", auth.as_str()), ("p", text)];
        let problem = refused(&parts, &[("auth", "p", None)], &[("p", None)]);
        assert_eq!(problem.kind, ProblemKind::Unsupported);
        assert_eq!((&*problem.consumer, &*problem.import), ("p", "audit"));
        assert_eq!(
            (&*problem.provider, &*problem.export),
            ("auth", "acme:auth/types")
        );
    }

    #[test]
    fn two_versions_that_are_left_and_differ_are_told_with_both_parts() {
        let one = function("acme:n/source@1.0.0", "acme:n/one");
        let two = function("acme:n/source@1.2.0", "acme:n/two").replace("u32", "s32");
        let problem = refused(
            &[("one", &one), ("two", &two)],
            &[],
            &[("one", None), ("two", None)],
        );
        assert_eq!(problem.kind, ProblemKind::Incompatible);
        assert_eq!((&*problem.provider, &*problem.consumer), ("one", "two"));
        assert!(
            problem.message.contains("get: func() -> u32   (one)"),
            "{}",
            problem.message
        );
        assert!(
            problem.message.contains("get: func() -> s32   (two)"),
            "{}",
            problem.message
        );
    }

    #[test]
    fn what_exports_nothing_is_told_so() {
        let problem = refused(&[("p", "(component)")], &[], &[("p", None)]);
        assert_eq!(problem.kind, ProblemKind::NothingExported);
        assert!(
            problem.message.contains("p exports nothing itself"),
            "{}",
            problem.message
        );
    }
}
