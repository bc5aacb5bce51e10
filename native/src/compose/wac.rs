//! Compositions as text: `.wac`, read by `wac-parser`.

use super::parts::{MOST_PARTS, checked};
use super::plan::Script;
use super::problem::{Composed, Problem, ProblemKind, listed};
use super::write::valid;
use indexmap::IndexMap;
use miette::Diagnostic;
use semver::Version;
use wac_graph::EncodeOptions;
use wac_graph::types::BorrowedPackageKey;
use wac_parser::Document;
use wac_parser::resolution::Error as ResolutionError;
use wasmtime::Error;

/// How long the text may be.
const LONGEST: usize = 1 << 20;

/// How deep expressions and types may be nested in it: the parser calls itself for each level.
const DEEPEST: usize = 200;

/// Makes the component. An error is the library's own.
pub(super) fn compose(script: &Script<'_>) -> Result<Composed, Error> {
    let text = script.text;
    let refused = |kind, message: String| Ok(Err(vec![Problem::new(kind, message)]));
    if text.len() > LONGEST {
        let message = format!("the text has {} bytes, and may have {LONGEST}", text.len());
        return refused(ProblemKind::TooLarge, message);
    }
    if let Some(at) = too_deep(text) {
        let message = format!("{}: nested more than {DEEPEST} deep", place(text, at));
        return refused(ProblemKind::TooLarge, message);
    }
    if script.dependencies.len() > MOST_PARTS {
        let message = format!(
            "{} components are given, and a composition can have {MOST_PARTS}",
            script.dependencies.len()
        );
        return refused(ProblemKind::TooLarge, message);
    }
    let mut problems = vec![];
    let mut versions = vec![];
    for (name, _) in &script.dependencies {
        match name.split_once('@').map(|(_, version)| Version::parse(version)) {
            None => versions.push(None),
            Some(Ok(version)) => versions.push(Some(version)),
            Some(Err(error)) => {
                versions.push(None);
                let message =
                    format!("{name}: a package is called as in acme:auth or acme:auth@1.0.0: {error}");
                problems.push(Problem::new(ProblemKind::BadName, message).provider(name, ""));
            }
        }
    }
    let mut packages = IndexMap::new();
    for ((name, bytes), version) in script.dependencies.iter().zip(&versions) {
        let package = name.split_once('@').map_or(*name, |(package, _)| package);
        let key = BorrowedPackageKey::from_name_and_version(package, version.as_ref());
        match checked(name, bytes) {
            Ok(binary) => {
                if packages.insert(key, binary).is_some() {
                    let message = format!("{name} is given twice");
                    problems.push(Problem::new(ProblemKind::Duplicate, message).provider(name, ""));
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return refused(ProblemKind::Syntax, told(text, &error)),
    };
    let given = script.dependencies.iter().map(|(name, _)| *name);
    let resolution = match document.resolve(packages) {
        Ok(resolution) => resolution,
        Err(error) => return Ok(Err(vec![problem(text, &error, &listed(given))])),
    };
    let options = EncodeOptions {
        define_components: true,
        validate: false,
        processor: None,
    };
    match resolution.encode(options) {
        Ok(bytes) => Ok(valid(bytes)),
        Err(error) => Ok(Err(vec![problem(text, &error, &listed(given))])),
    }
}

/// Where brackets are opened once too often.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut before = b' ';
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' | b'<' | b'{' | b'[' => depth += 1,
            b')' | b'}' | b']' => depth = depth.saturating_sub(1),
            b'>' if before != b'-' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
        before = byte;
    }
    None
}

/// A place in the text as people count.
fn place(text: &str, at: usize) -> String {
    let before = &text.as_bytes()[..at.min(text.len())];
    let line = before.split(|byte| *byte == b'\n').count();
    let start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |end| end + 1);
    let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
    format!("line {line}, column {column}")
}

/// What is wrong and where.
fn told(text: &str, error: &(impl Diagnostic + std::error::Error)) -> String {
    let first = error.labels().and_then(|mut labels| labels.next());
    let mut message = first.map_or_else(String::new, |label| format!("{}: ", place(text, label.offset())));
    message += &error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        message += &format!(": {inner}");
        cause = inner.source();
    }
    if let Some(help) = error.help() {
        message += &format!(" ({help})");
    }
    message
}

fn problem(text: &str, error: &ResolutionError, given: &str) -> Problem {
    let message = told(text, error);
    match error {
        ResolutionError::UnknownPackage { name, .. } => Problem::new(
            ProblemKind::UnknownPart,
            format!("{message}: {given} is given. Give its component under the name that the text has, version included"),
        )
        .provider(name, ""),
        ResolutionError::PackageParseFailure { name, .. } => {
            Problem::new(ProblemKind::Unsupported, message).provider(name, "")
        }
        ResolutionError::MissingComponentImport { package, import, .. } => {
            Problem::new(ProblemKind::Missing, message).consumer(package, import)
        }
        ResolutionError::MissingInstantiationArg { package, name, .. } => Problem::new(
            ProblemKind::Missing,
            format!("{message}: name what provides it, or leave the rest to the host with `...`"),
        )
        .consumer(package, name),
        ResolutionError::PackageMissingExport { package, export, .. } => {
            Problem::new(ProblemKind::Missing, message).provider(package, export)
        }
        ResolutionError::PackagePathMissingExport { name, export, .. } => {
            Problem::new(ProblemKind::Missing, message).provider(name, export)
        }
        ResolutionError::MissingInstanceExport { name, .. } => {
            Problem::new(ProblemKind::Missing, message).provider("", name)
        }
        ResolutionError::MissingTargetExport { name, .. } | ResolutionError::ImportNotInTarget { name, .. } => {
            Problem::new(ProblemKind::Missing, message).consumer("", name)
        }
        ResolutionError::MismatchedInstantiationArg { name, .. }
        | ResolutionError::InstantiationArgMergeFailure { name, .. }
        | ResolutionError::TargetMismatch { name, .. } => {
            Problem::new(ProblemKind::Incompatible, message).consumer("", name)
        }
        ResolutionError::SpreadInstantiationNoMatch { .. } | ResolutionError::SpreadExportNoEffect { .. } => {
            Problem::new(ProblemKind::NothingMatches, message)
        }
        ResolutionError::DuplicateName { name, .. }
        | ResolutionError::DuplicateInstantiationArg { name, .. }
        | ResolutionError::DuplicateExternName { name, .. }
        | ResolutionError::ExportConflict { name, .. }
        | ResolutionError::ImportConflict { name, .. } => {
            Problem::new(ProblemKind::Duplicate, message).consumer("", name)
        }
        ResolutionError::InvalidExternName { name, .. } => {
            Problem::new(ProblemKind::BadName, message).consumer("", name)
        }
        _ => Problem::new(ProblemKind::Syntax, message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compose_text(text: &str, dependencies: Vec<(&str, &[u8])>) -> Composed {
        compose(&Script { text, dependencies }).unwrap()
    }

    fn refused(text: &str, dependencies: Vec<(&str, &[u8])>) -> (ProblemKind, String) {
        let mut problems = compose_text(text, dependencies).unwrap_err();
        assert_eq!(problems.len(), 1);
        let problem = problems.remove(0);
        (problem.kind, problem.message)
    }

    #[test]
    fn places_are_counted_as_people_do() {
        assert_eq!(place("ab\ncd", 0), "line 1, column 1");
        assert_eq!(place("äb\ncöd", 3), "line 1, column 3");
        assert_eq!(place("äb\ncöd", 7), "line 2, column 3");
        assert_eq!(place("ab", 99), "line 1, column 3");
    }

    #[test]
    fn mistakes_are_told_with_their_places() {
        let (kind, message) = refused("package a:b;\nlet x = y;", vec![]);
        assert_eq!(kind, ProblemKind::Syntax);
        assert!(
            message.starts_with("line 2, column 9: undefined name `y`"),
            "{message}"
        );
        let (kind, message) = refused(
            "package a:b;\nlet x = new c:d {};",
            vec![("c:e", &b"(component)"[..])],
        );
        assert_eq!(kind, ProblemKind::UnknownPart);
        assert!(
            message.starts_with("line 2, column 13: unknown package `c:d`: c:e is given."),
            "{message}"
        );
        let (kind, _) = refused("packet", vec![]);
        assert_eq!(kind, ProblemKind::Syntax);
        let (kind, _) = refused("package a:b;", vec![("c:d@x", &b"(component)"[..])]);
        assert_eq!(kind, ProblemKind::BadName);
    }

    #[test]
    fn what_is_nested_too_deep_is_refused_before_it_is_parsed() {
        for (open, close) in [("(", ")"), ("list<", ">"), ("{", "}")] {
            let text = format!(
                "package a:b; type t = {}u8{};",
                open.repeat(100_000),
                close.repeat(100_000)
            );
            assert_eq!(refused(&text, vec![]).0, ProblemKind::TooLarge);
        }
    }

    #[test]
    fn a_script_becomes_a_component() {
        let provider = br#"(component
            (core module $m (func (export "f") (result i32) (i32.const 7)))
            (core instance $i (instantiate $m))
            (func (export "f") (result u32) (canon lift (core func $i "f"))))"#;
        let consumer = br#"(component (import "f" (func $f (result u32))) (export "g" (func $f)))"#;
        let text = "package a:b;\nlet p = new x:p {};\nlet c = new x:c { f: p.f };\nexport c...;";
        let bytes = compose_text(text, vec![("x:p", &provider[..]), ("x:c", &consumer[..])]).unwrap();
        assert!(bytes.starts_with(b"\0asm"));
    }
}
