//! Compositions as text: `.wac`, read by `wac-parser`.

use super::host::{self, Left};
use super::parts::{MOST_PARTS, package, unpanicked};
use super::plan::Script;
use super::problem::{Composed, Problem, ProblemKind, Problems, listed, only};
use super::write::{unwritable, valid};
use indexmap::IndexMap;
use miette::Diagnostic;
use semver::Version;
use wac_graph::EncodeOptions;
use wac_graph::types::{BorrowedPackageKey, Types};
use wac_parser::lexer::{Lexer, Token};
use wac_parser::resolution::Error as ResolutionError;
use wac_parser::{Document, ImportType, Statement, TypeStatement};
use wasmtime::Error;

/// How long the text may be.
const LONGEST: usize = 64 << 10;

/// How deep expressions and types may be nested in it: the parser calls itself for each level.
const DEEPEST: usize = 200;

/// How many names of imports and exports may be looked at, for all of `new` and `...` together.
const MOST_NAMES: usize = 50_000_000;

/// Makes the component. An error is the library's own.
pub(super) fn compose(script: &Script<'_>) -> Result<Composed, Error> {
    let text = script.text;
    let refused = |kind, message: String| Ok(only(Problem::new(kind, message)));
    if text.len() > LONGEST {
        let message = format!("the text has {} bytes, and may have {LONGEST}", text.len());
        return refused(ProblemKind::TooLarge, message);
    }
    let extent = match Extent::of(text) {
        Ok(extent) => extent,
        Err(at) => {
            let message = format!("{}: nested more than {DEEPEST} deep", place(text, at));
            return refused(ProblemKind::TooLarge, message);
        }
    };
    if script.dependencies.len() > MOST_PARTS || extent.instances > MOST_PARTS {
        let message = format!(
            "{} components are given, and {} instances made of them: a composition can have {MOST_PARTS}",
            script.dependencies.len(),
            extent.instances
        );
        return refused(ProblemKind::TooLarge, message);
    }
    let mut problems = Problems::default();
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
    let mut most = 1;
    for ((name, bytes), version) in script.dependencies.iter().zip(&versions) {
        let path = name.split_once('@').map_or(*name, |(path, _)| path);
        let key = BorrowedPackageKey::from_name_and_version(path, version.as_ref());
        // What the parser will do again, there with nothing to tell which component it was.
        let mut types = Types::default();
        match package(name, key, bytes, &mut types) {
            Ok(package) => {
                let world = &types[package.ty()];
                most = most.max(world.imports.len() + world.exports.len());
                if packages.insert(key, package.bytes().to_vec()).is_some() {
                    let message = format!("{name} is given twice");
                    problems.push(Problem::new(ProblemKind::Duplicate, message).provider(name, ""));
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    if extent.looks.saturating_mul(most) > MOST_NAMES {
        let message = format!(
            "the text has {} times `new` and `...`, and there are components with {most} imports and exports: that is more \
             than is looked at",
            extent.looks
        );
        problems.push(Problem::new(ProblemKind::TooLarge, message));
    }
    if !problems.is_empty() {
        return Ok(problems.told());
    }
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return refused(ProblemKind::Syntax, told(text, &error)),
    };
    if let Some((at, what)) = document.statements.iter().find_map(definition) {
        let message = format!(
            "{}: {what} can't be defined here: write it into the WIT of the components, whose types are taken",
            place(text, at)
        );
        return refused(ProblemKind::Unsupported, message);
    }
    let given: Vec<&str> = script.dependencies.iter().map(|(name, _)| *name).collect();
    let listed = listed(given.iter().copied());
    let resolution = match unpanicked(|| document.resolve(packages).map_err(Box::new)) {
        Ok(Ok(resolution)) => resolution,
        Ok(Err(error)) => return Ok(only(problem(text, &error, &listed))),
        Err(panic) => {
            let message = format!("the text has something that can't be composed: {panic}");
            return refused(ProblemKind::Unsupported, message);
        }
    };
    let graph = resolution.graph();
    for name in given {
        let used = graph.packages().any(|package| {
            let version = package.version().map(Version::to_string);
            version.map_or_else(
                || package.name() == name,
                |version| format!("{}@{version}", package.name()) == name,
            )
        });
        if !used {
            let message = format!("nothing uses {name}: name it in the text, or leave it out");
            problems.push(Problem::new(ProblemKind::Unused, message).provider(name, ""));
        }
    }
    let left = graph
        .imports()
        .map(|(name, kind, _)| Left { part: "", name, kind });
    problems.extend(host::refusal(graph.types(), left));
    if !problems.is_empty() {
        return Ok(problems.told());
    }
    let options = EncodeOptions {
        define_components: true,
        validate: false,
        processor: None,
    };
    match unpanicked(|| resolution.encode(options).map_err(Box::new)) {
        Ok(Ok(bytes)) => Ok(valid(bytes)),
        Ok(Err(error)) => Ok(only(problem(text, &error, &listed))),
        Err(panic) => Ok(only(unwritable(&panic))),
    }
}

/// How much there is in a text, told by its tokens: what is in comments and strings isn't.
#[derive(Default)]
struct Extent {
    /// How many instances of components it makes.
    instances: usize,
    /// How often all imports or exports of one are looked at.
    looks: usize,
}

impl Extent {
    /// An error is where brackets are opened once too often.
    fn of(text: &str) -> Result<Extent, usize> {
        let mut extent = Extent::default();
        let mut depth = 0_usize;
        // What is no token, the parser tells of.
        for (token, place) in Lexer::new(text).into_iter().flatten() {
            match token {
                Ok(Token::OpenParen | Token::OpenAngle | Token::OpenBrace | Token::OpenBracket) => depth += 1,
                Ok(Token::CloseParen | Token::CloseAngle | Token::CloseBrace | Token::CloseBracket) => {
                    depth = depth.saturating_sub(1);
                }
                Ok(Token::NewKeyword) => {
                    extent.instances += 1;
                    extent.looks += 1;
                }
                Ok(Token::Ellipsis) => extent.looks += 1,
                _ => {}
            }
            if depth > DEEPEST {
                return Err(place.offset());
            }
        }
        Ok(extent)
    }
}

/// A statement that defines types, and where its name is. Whoever composes doesn't need it, and what it comes to can be much
/// larger than the text.
fn definition(statement: &Statement<'_>) -> Option<(usize, String)> {
    let (what, id) = match statement {
        Statement::Type(TypeStatement::Interface(interface)) => ("interface", &interface.id),
        Statement::Type(TypeStatement::World(world)) => ("world", &world.id),
        Statement::Type(TypeStatement::Type(ty)) => ("type", ty.id()),
        Statement::Import(import) if matches!(import.ty, ImportType::Interface(_)) => {
            ("interface", &import.id)
        }
        _ => return None,
    };
    Some((id.span.offset(), format!("the {what} {}", id.string)))
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
fn told(text: &str, error: &impl Diagnostic) -> String {
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
        ResolutionError::UnknownPackage { name, span } => {
            // With its version, which the error leaves out.
            let whole = text.get(span.offset()..).unwrap_or_default();
            let end = whole.find(|c: char| !(c.is_ascii_alphanumeric() || "-:/@.+%".contains(c)));
            let whole = &whole[..end.unwrap_or(whole.len())];
            let name = if whole.starts_with(name.as_str()) {
                whole
            } else {
                name.as_str()
            };
            let message =
                format!("{message}: {given} is given. Give its component as {name}, which the text calls it");
            Problem::new(ProblemKind::UnknownPart, message).provider(name, "")
        }
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
        ResolutionError::MissingTargetExport { name, .. }
        | ResolutionError::ImportNotInTarget { name, .. } => {
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
        for (open, close) in [
            ("(", ")"),
            ("list<", ">"),
            ("{", "}"),
            ("(//)\n", ")"),
            ("list</*>*/", ">"),
            ("new a:b{x://}\n", "}"),
        ] {
            let text = format!(
                "package a:b; let t = {}x{};",
                open.repeat(4000),
                close.repeat(4000)
            );
            assert_eq!(refused(&text, vec![]).0, ProblemKind::TooLarge, "{open}");
        }
        let comments = format!(
            "package a:b;\n// {}\n/* {} */\nlet x = y;",
            "(".repeat(300),
            "<".repeat(300)
        );
        assert_eq!(refused(&comments, vec![]).0, ProblemKind::Syntax);
    }

    #[test]
    fn definitions_are_refused_with_their_place() {
        for (statement, what) in [
            ("type t = u8;", "the type t"),
            ("record r { a: u8 }", "the type r"),
            ("interface i { f: func(); }", "the interface i"),
            ("world w { import x: func(); }", "the world w"),
            ("import i: interface { f: func(); };", "the interface i"),
        ] {
            let (kind, message) = refused(&format!("package a:b;\n{statement}"), vec![]);
            assert_eq!(kind, ProblemKind::Unsupported);
            assert!(message.starts_with("line 2, column "), "{message}");
            assert!(message.contains(what), "{message}");
        }
        let mut text = String::from("package a:b; type a0 = tuple<u8, u8>;");
        for i in 1..51 {
            text += &format!("type a{i} = tuple<a{0}, a{0}>;", i - 1);
        }
        text += "type f = func() -> a50;";
        assert_eq!(refused(&text, vec![]).0, ProblemKind::Unsupported);
    }

    #[test]
    fn texts_have_the_limits_of_compositions() {
        let component = &b"(component (import \"f\" (func)))"[..];
        let mut text = String::from("package a:b;\n");
        for i in 0..=MOST_PARTS {
            text += &format!("let i{i} = new c:d {{ ... }};\n");
        }
        assert_eq!(refused(&text, vec![("c:d", component)]).0, ProblemKind::TooLarge);
        let long = format!("package a:b;{}", " ".repeat(LONGEST));
        assert_eq!(refused(&long, vec![]).0, ProblemKind::TooLarge);
        let circle = br#"(component (import "a:b/a" (instance
            (type (record (field "q" u8))) (export "x" (type $x (eq 0)))
            (type $b (instance (alias outer 1 $x (type)) (export "y" (type (eq 0)))))
            (export "c:d/e" (instance $b (type $b)))))
            (import "f" (func $f)) (export "f" (func $f)))"#;
        let text = "package a:b;\nlet c = new x:c { ... };\nexport c...;";
        let (kind, message) = refused(text, vec![("x:c", &circle[..])]);
        assert_eq!(kind, ProblemKind::Unsupported, "{message}");
    }

    #[test]
    fn what_is_given_and_not_named_is_unused() {
        let text = "package a:b;\nlet c = new c:d {};\nexport c...;";
        let component = &br#"(component (import "f" (func $f)) (export "g" (func $f)))"#[..];
        let (kind, message) = refused(
            "package a:b;\nlet c = new c:d@1.0.0 { ... };\nexport c...;",
            vec![("c:d@1.0.0", component), ("c:e", component)],
        );
        assert_eq!(kind, ProblemKind::Unused);
        assert!(message.contains("nothing uses c:e"), "{message}");
        let (kind, message) = refused(&text.replace("c:d", "c:d@2.0.0"), vec![("c:d", component)]);
        assert_eq!(kind, ProblemKind::UnknownPart);
        assert!(message.contains("Give its component as c:d@2.0.0"), "{message}");
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
