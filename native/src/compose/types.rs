//! Types of components on both sides of a seam: how they are written as WIT, and where they differ.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use wac_graph::types::{
    DefinedType, DefinedTypeId, FuncTypeId, InterfaceId, ItemKind, ResourceId, SubtypeChecker, Type, Types,
    ValueType,
};

/// How long a line of WIT may become that is shown in a message.
const LONGEST_LINE: usize = 300;

/// How deep types without a name are written out.
const DEEPEST: usize = 6;

/// The first difference between what a component needs and what another one has.
#[derive(Debug, PartialEq)]
pub(super) struct Difference {
    /// As the one that needs it has it, in WIT.
    pub(super) needed: String,
    /// As the other one has it, in WIT.
    pub(super) found: String,
    /// Where within it, and what.
    pub(super) what: String,
    /// How many other items differ.
    pub(super) others: usize,
}

/// Compares what is needed with what there is: there may be more than is needed, and what is needed must be there with the
/// very type. `wac-graph` decides, as it does again when it plugs; what it refuses is explained here.
pub(super) fn difference(types: &Types, name: &str, needed: ItemKind, found: ItemKind) -> Option<Difference> {
    let mut cache = HashSet::new();
    let why = SubtypeChecker::new(&mut cache)
        .is_subtype(found, types, needed, types)
        .err()?;
    let names = Names::default();
    let explained = Comparison { types }.items(&names, &names, name, needed, found);
    Some(explained.unwrap_or_else(|| Difference {
        needed: written(types, &names, name, needed),
        found: written(types, &names, name, found),
        what: format!("{why:#}"),
        others: 0,
    }))
}

/// Says whether two types are alike, whatever they are called.
pub(super) fn alike(types: &Types, one: ItemKind, other: ItemKind) -> bool {
    difference(types, "", one, other).is_none()
}

/// The names that the types of an interface have in it.
#[derive(Default)]
struct Names<'a>(HashMap<DefinedTypeId, &'a str>);

impl<'a> Names<'a> {
    fn of(types: &'a Types, interface: InterfaceId) -> Names<'a> {
        let named = types[interface].exports.iter();
        Names(
            named
                .filter_map(|(name, kind)| match kind {
                    ItemKind::Type(Type::Value(ValueType::Defined(id))) => Some((*id, name.as_str())),
                    _ => None,
                })
                .collect(),
        )
    }
}

struct Comparison<'a> {
    types: &'a Types,
}

impl<'a> Comparison<'a> {
    fn items(
        &self,
        needed_names: &Names,
        found_names: &Names,
        name: &str,
        needed: ItemKind,
        found: ItemKind,
    ) -> Option<Difference> {
        let what = match (needed, found) {
            (ItemKind::Instance(needed), ItemKind::Instance(found)) => {
                return self.interfaces(needed, found);
            }
            (ItemKind::Func(needed), ItemKind::Func(found)) => self.functions(needed, found),
            (ItemKind::Type(needed), ItemKind::Type(found)) => self.definitions(needed, found),
            (ItemKind::Value(needed), ItemKind::Value(found)) => self.values(needed, found),
            // WIT has no form for them.
            (ItemKind::Component(_), ItemKind::Component(_)) | (ItemKind::Module(_), ItemKind::Module(_)) => {
                None
            }
            _ => Some(format!(
                "expected a {}, found a {}",
                needed.desc(self.types),
                found.desc(self.types)
            )),
        }?;
        Some(Difference {
            needed: written(self.types, needed_names, name, needed),
            found: written(self.types, found_names, name, found),
            what,
            others: 0,
        })
    }

    fn interfaces(&self, needed: InterfaceId, found: InterfaceId) -> Option<Difference> {
        if needed == found {
            return None;
        }
        let needed_names = Names::of(self.types, needed);
        let found_names = Names::of(self.types, found);
        let mut first: Option<Difference> = None;
        for (name, kind) in &self.types[needed].exports {
            let difference = match self.types[found].exports.get(name) {
                Some(other) => self.items(&needed_names, &found_names, name, *kind, *other),
                None => Some(Difference {
                    needed: written(self.types, &needed_names, name, *kind),
                    found: format!("has no {name}"),
                    what: String::new(),
                    others: 0,
                }),
            };
            match (&mut first, difference) {
                (Some(first), Some(_)) => first.others += 1,
                (None, Some(difference)) => first = Some(difference),
                (_, None) => {}
            }
        }
        first
    }

    fn definitions(&self, needed: Type, found: Type) -> Option<String> {
        match (needed, found) {
            (Type::Resource(needed), Type::Resource(found)) => self.resources(needed, found),
            (Type::Value(needed), Type::Value(found)) => self.values(needed, found),
            (Type::Func(needed), Type::Func(found)) => self.functions(needed, found),
            (Type::Interface(needed), Type::Interface(found)) => {
                self.interfaces(needed, found).map(|difference| difference.what)
            }
            (Type::World(_), Type::World(_)) | (Type::Module(_), Type::Module(_)) => None,
            _ => Some(format!(
                "expected a {}, found a {}",
                needed.desc(self.types),
                found.desc(self.types)
            )),
        }
    }

    fn functions(&self, needed: FuncTypeId, found: FuncTypeId) -> Option<String> {
        if needed == found {
            return None;
        }
        let (needed, found) = (&self.types[needed], &self.types[found]);
        if needed.is_async != found.is_async {
            let keyword = |is_async| if is_async { "async func" } else { "func" };
            return Some(format!(
                "expected {}, found {}",
                keyword(needed.is_async),
                keyword(found.is_async)
            ));
        }
        let mut others = found.params.iter();
        for (name, ty) in &needed.params {
            match others.next() {
                None => return Some(format!("parameter {name}: missing")),
                Some((other, _)) if other != name => {
                    return Some(format!("parameter {name}: expected that name, found {other}"));
                }
                Some((_, other)) => {
                    if let Some(what) = self.values(*ty, *other) {
                        return Some(format!("parameter {name}: {what}"));
                    }
                }
            }
        }
        if let Some((surplus, _)) = others.next() {
            return Some(format!("parameter {surplus}: unexpected"));
        }
        self.optional(needed.result, found.result)
            .map(|what| format!("result: {what}"))
    }

    fn optional(&self, needed: Option<ValueType>, found: Option<ValueType>) -> Option<String> {
        match (needed, found) {
            (None, None) => None,
            (Some(needed), Some(found)) => self.values(needed, found),
            (Some(needed), None) => Some(format!("expected {}, found nothing", self.shown(needed))),
            (None, Some(found)) => Some(format!("expected nothing, found {}", self.shown(found))),
        }
    }

    fn resources(&self, needed: ResourceId, found: ResourceId) -> Option<String> {
        let name = |id| &self.types[self.types.resolve_resource(id)].name;
        (name(needed) != name(found)).then(|| {
            format!(
                "expected resource {}, found resource {}",
                name(needed),
                name(found)
            )
        })
    }

    fn values(&self, needed: ValueType, found: ValueType) -> Option<String> {
        let needed = self.types.resolve_value_type(needed);
        let found = self.types.resolve_value_type(found);
        match (needed, found) {
            (ValueType::Primitive(one), ValueType::Primitive(other)) if one == other => None,
            (ValueType::Own(one), ValueType::Own(other))
            | (ValueType::Borrow(one), ValueType::Borrow(other)) => self.resources(one, other),
            (ValueType::Defined(one), ValueType::Defined(other)) => {
                if one == other {
                    return None;
                }
                self.structures(needed, one, found, other)
            }
            _ => self.expected(needed, found),
        }
    }

    fn expected(&self, needed: ValueType, found: ValueType) -> Option<String> {
        Some(format!(
            "expected {}, found {}",
            self.shown(needed),
            self.shown(found)
        ))
    }

    fn shown(&self, ty: ValueType) -> String {
        let mut text = String::new();
        value(self.types, &Names::default(), ty, DEEPEST - 2, &mut text);
        shortened(text)
    }

    fn structures(
        &self,
        needed: ValueType,
        one: DefinedTypeId,
        found: ValueType,
        other: DefinedTypeId,
    ) -> Option<String> {
        let types = self.types;
        let within = |part: &str, what: Option<String>| what.map(|what| format!("{part}: {what}"));
        match (&types[one], &types[other]) {
            (DefinedType::List(one), DefinedType::List(other)) => {
                within("element", self.values(*one, *other))
            }
            (DefinedType::FixedSizeList(one, length), DefinedType::FixedSizeList(other, found))
                if length == found =>
            {
                within("element", self.values(*one, *other))
            }
            (DefinedType::Map(key, one), DefinedType::Map(other_key, other)) => {
                within("key", self.values(*key, *other_key))
                    .or_else(|| within("value", self.values(*one, *other)))
            }
            (DefinedType::Option(one), DefinedType::Option(other)) => {
                within("some", self.values(*one, *other))
            }
            (
                DefinedType::Result { ok, err },
                DefinedType::Result {
                    ok: other_ok,
                    err: other_err,
                },
            ) => within("ok", self.optional(*ok, *other_ok))
                .or_else(|| within("err", self.optional(*err, *other_err))),
            (DefinedType::Stream(one), DefinedType::Stream(other))
            | (DefinedType::Future(one), DefinedType::Future(other)) => {
                within("element", self.optional(*one, *other))
            }
            (DefinedType::Tuple(one), DefinedType::Tuple(other)) if one.len() == other.len() => {
                one.iter().zip(other).enumerate().find_map(|(i, (one, other))| {
                    self.values(*one, *other)
                        .map(|what| format!("element {i}: {what}"))
                })
            }
            (DefinedType::Record(one), DefinedType::Record(other)) => {
                let fields = |(name, ty): (&'a String, &'a ValueType)| (name.as_str(), Some(*ty));
                self.named(
                    "field",
                    one.fields.iter().map(fields),
                    other.fields.iter().map(fields),
                )
            }
            (DefinedType::Variant(one), DefinedType::Variant(other)) => {
                let cases = |(name, ty): (&'a String, &'a Option<ValueType>)| (name.as_str(), *ty);
                self.named("case", one.cases.iter().map(cases), other.cases.iter().map(cases))
            }
            (DefinedType::Enum(one), DefinedType::Enum(other)) => {
                let labels = |name: &'a String| (name.as_str(), None);
                self.named("case", one.0.iter().map(labels), other.0.iter().map(labels))
            }
            (DefinedType::Flags(one), DefinedType::Flags(other)) => {
                let labels = |name: &'a String| (name.as_str(), None);
                self.named("flag", one.0.iter().map(labels), other.0.iter().map(labels))
            }
            _ => self.expected(needed, found),
        }
    }

    /// Fields, cases and labels: the canonical ABI tells them apart by their positions.
    fn named(
        &self,
        what: &str,
        needed: impl Iterator<Item = (&'a str, Option<ValueType>)>,
        mut found: impl Iterator<Item = (&'a str, Option<ValueType>)>,
    ) -> Option<String> {
        for (name, ty) in needed {
            match found.next() {
                None => return Some(format!("{what} {name}: missing")),
                Some((other, _)) if other != name => {
                    return Some(format!("{what} {name}: expected that name, found {other}"));
                }
                Some((_, other)) => {
                    if let Some(difference) = self.optional(ty, other) {
                        return Some(format!("{what} {name}: {difference}"));
                    }
                }
            }
        }
        found
            .next()
            .map(|(surplus, _)| format!("{what} {surplus}: unexpected"))
    }
}

/// The types that a type is made of, one level down.
pub(super) fn parts_of(types: &Types, id: DefinedTypeId, each: &mut dyn FnMut(ValueType)) {
    match &types[id] {
        DefinedType::Tuple(elements) => elements.iter().copied().for_each(each),
        DefinedType::List(ty)
        | DefinedType::FixedSizeList(ty, _)
        | DefinedType::Option(ty)
        | DefinedType::Alias(ty) => {
            each(*ty);
        }
        DefinedType::Map(key, ty) => {
            each(*key);
            each(*ty);
        }
        DefinedType::Result { ok, err } => [*ok, *err].into_iter().flatten().for_each(each),
        DefinedType::Variant(variant) => variant.cases.values().copied().flatten().for_each(each),
        DefinedType::Record(record) => record.fields.values().copied().for_each(each),
        DefinedType::Flags(_) | DefinedType::Enum(_) => {}
        DefinedType::Stream(ty) | DefinedType::Future(ty) => ty.iter().copied().for_each(each),
    }
}

/// Writes an item as WIT, in one line.
fn written(types: &Types, names: &Names, name: &str, item: ItemKind) -> String {
    let mut text = String::new();
    match item {
        ItemKind::Func(id) => {
            // Writing to a string can't fail.
            let _ = write!(text, "{name}: ");
            function(types, names, id, &mut text);
        }
        ItemKind::Type(Type::Resource(_)) => {
            let _ = write!(text, "resource {name}");
        }
        ItemKind::Type(Type::Value(ValueType::Defined(id))) => match &types[id] {
            DefinedType::Record(_)
            | DefinedType::Variant(_)
            | DefinedType::Enum(_)
            | DefinedType::Flags(_) => {
                structure(types, names, id, name, DEEPEST, &mut text);
            }
            _ => {
                let _ = write!(text, "type {name} = ");
                structure(types, names, id, "", DEEPEST, &mut text);
            }
        },
        ItemKind::Type(Type::Value(ty)) => {
            let _ = write!(text, "type {name} = ");
            value(types, names, ty, DEEPEST, &mut text);
        }
        other => {
            let _ = write!(text, "{name}: {}", other.desc(types));
        }
    }
    shortened(text)
}

fn shortened(text: String) -> String {
    match text.char_indices().nth(LONGEST_LINE) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

fn function(types: &Types, names: &Names, id: FuncTypeId, text: &mut String) {
    let function = &types[id];
    text.push_str(if function.is_async { "async func(" } else { "func(" });
    for (i, (name, ty)) in function.params.iter().enumerate() {
        let _ = write!(text, "{}{name}: ", if i == 0 { "" } else { ", " });
        value(types, names, *ty, DEEPEST, text);
    }
    text.push(')');
    if let Some(result) = function.result {
        text.push_str(" -> ");
        value(types, names, result, DEEPEST, text);
    }
}

fn value(types: &Types, names: &Names, ty: ValueType, depth: usize, text: &mut String) {
    match ty {
        ValueType::Primitive(primitive) => text.push_str(primitive.desc()),
        ValueType::Own(id) => text.push_str(&types[id].name),
        ValueType::Borrow(id) => {
            let _ = write!(text, "borrow<{}>", types[id].name);
        }
        ValueType::Defined(id) => match names.0.get(&id) {
            Some(name) => text.push_str(name),
            None => structure(types, names, id, "", depth, text),
        },
    }
}

/// Writes what a type is made of; with its name, where WIT has it in the middle.
fn structure(types: &Types, names: &Names, id: DefinedTypeId, name: &str, depth: usize, text: &mut String) {
    // Nobody reads on.
    if depth == 0 || text.len() > 8 * LONGEST_LINE {
        text.push('…');
        return;
    }
    let inner = depth - 1;
    let optional = |ty: &Option<ValueType>, text: &mut String| match ty {
        Some(ty) => value(types, names, *ty, inner, text),
        None => text.push('_'),
    };
    let space = if name.is_empty() { "" } else { " " };
    match &types[id] {
        DefinedType::Alias(ty) => value(types, names, *ty, depth, text),
        DefinedType::Tuple(elements) => {
            text.push_str("tuple<");
            for (i, ty) in elements.iter().enumerate() {
                text.push_str(if i == 0 { "" } else { ", " });
                value(types, names, *ty, inner, text);
            }
            text.push('>');
        }
        DefinedType::List(ty) => {
            text.push_str("list<");
            value(types, names, *ty, inner, text);
            text.push('>');
        }
        DefinedType::FixedSizeList(ty, length) => {
            text.push_str("list<");
            value(types, names, *ty, inner, text);
            let _ = write!(text, ", {length}>");
        }
        DefinedType::Map(key, ty) => {
            text.push_str("map<");
            value(types, names, *key, inner, text);
            text.push_str(", ");
            value(types, names, *ty, inner, text);
            text.push('>');
        }
        DefinedType::Option(ty) => {
            text.push_str("option<");
            value(types, names, *ty, inner, text);
            text.push('>');
        }
        DefinedType::Result { ok, err } => {
            text.push_str("result");
            if ok.is_some() || err.is_some() {
                text.push('<');
                optional(ok, text);
                if err.is_some() {
                    text.push_str(", ");
                    optional(err, text);
                }
                text.push('>');
            }
        }
        DefinedType::Stream(ty) | DefinedType::Future(ty) => {
            let is_stream = matches!(&types[id], DefinedType::Stream(_));
            text.push_str(if is_stream { "stream" } else { "future" });
            if let Some(ty) = ty {
                text.push('<');
                value(types, names, *ty, inner, text);
                text.push('>');
            }
        }
        DefinedType::Record(record) => {
            let _ = write!(text, "record{space}{name} {{");
            for (i, (field, ty)) in record.fields.iter().enumerate() {
                let _ = write!(text, "{} {field}: ", if i == 0 { "" } else { "," });
                value(types, names, *ty, inner, text);
            }
            text.push_str(" }");
        }
        DefinedType::Variant(variant) => {
            let _ = write!(text, "variant{space}{name} {{");
            for (i, (case, ty)) in variant.cases.iter().enumerate() {
                let _ = write!(text, "{} {case}", if i == 0 { "" } else { "," });
                if let Some(ty) = ty {
                    text.push('(');
                    value(types, names, *ty, inner, text);
                    text.push(')');
                }
            }
            text.push_str(" }");
        }
        DefinedType::Enum(labels) => {
            let _ = write!(text, "enum{space}{name} {{ ");
            joined(labels.0.iter(), text);
        }
        DefinedType::Flags(labels) => {
            let _ = write!(text, "flags{space}{name} {{ ");
            joined(labels.0.iter(), text);
        }
    }
}

fn joined<'a>(labels: impl Iterator<Item = &'a String>, text: &mut String) {
    for (i, label) in labels.enumerate() {
        text.push_str(if i == 0 { "" } else { ", " });
        text.push_str(label);
    }
    text.push_str(" }");
}

#[cfg(test)]
mod tests {
    use super::*;
    use wac_graph::types::Package;

    /// The difference between the interface `a:b/c` that the first component imports, and the one that the second exports.
    fn between(needed: &str, found: &str) -> Option<Difference> {
        let mut types = Types::new();
        let needed = format!("(component (import \"a:b/c\" (instance {needed})))");
        let found =
            format!("(component (import \"x\" (instance $x {found})) (export \"a:b/c\" (instance $x)))");
        let mut package = |name: &str, text: &str| {
            Package::from_bytes(name, None, wat::parse_str(text).unwrap(), &mut types).unwrap()
        };
        let (one, other) = (package("one", &needed), package("other", &found));
        let (needed, found) = (
            types[one.ty()].imports["a:b/c"],
            types[other.ty()].exports["a:b/c"],
        );
        difference(&types, "a:b/c", needed, found)
    }

    fn check(needed: &str, found: &str, lines: [&str; 3]) {
        let difference = between(needed, found).expect("a difference");
        assert_eq!(
            [&*difference.needed, &*difference.found, &*difference.what],
            lines
        );
    }

    #[test]
    fn what_is_alike_or_more_than_needed_has_no_difference() {
        let one = r#"(export "f" (func (param "a" (list (tuple u8 string))) (result (option char))))"#;
        assert_eq!(between(one, one), None);
        let more = format!("{one} (export \"g\" (func))");
        assert_eq!(between(one, &more), None);
        assert!(between(&more, one).is_some());
    }

    #[test]
    fn the_first_difference_is_told_with_both_forms() {
        check(
            r#"(export "check" (func (param "token" string) (result (result u32 (error string)))))"#,
            r#"(export "check" (func (param "token" string) (param "at" u64) (result (result u32 (error string)))))"#,
            [
                "check: func(token: string) -> result<u32, string>",
                "check: func(token: string, at: u64) -> result<u32, string>",
                "parameter at: unexpected",
            ],
        );
        check(
            r#"(type $t (record (field "name" string) (field "age" u8))) (export "user" (type $u (eq $t)))
               (export "f" (func (result $u)))"#,
            r#"(type $t (record (field "name" string) (field "years" u8))) (export "user" (type $u (eq $t)))
               (export "f" (func (result $u)))"#,
            [
                "record user { name: string, age: u8 }",
                "record user { name: string, years: u8 }",
                "field age: expected that name, found years",
            ],
        );
        check(
            r#"(export "f" (func (param "x" (list u8 4)) (result (map string u32))))"#,
            r#"(export "f" (func (param "x" (list u8 4)) (result (map string u64))))"#,
            [
                "f: func(x: list<u8, 4>) -> map<string, u32>",
                "f: func(x: list<u8, 4>) -> map<string, u64>",
                "result: value: expected u32, found u64",
            ],
        );
        check(
            r#"(export "f" (func async (result (stream u8))))"#,
            r#"(export "f" (func (result (stream u8))))"#,
            [
                "f: async func() -> stream<u8>",
                "f: func() -> stream<u8>",
                "expected async func, found func",
            ],
        );
        check(
            r#"(export "f" (func)) (export "g" (func))"#,
            r#"(export "f" (func))"#,
            ["g: func()", "has no g", ""],
        );
        check(
            r#"(type $e (enum "a" "b")) (export "e" (type $f (eq $e)))
               (type $g (flags "x" "y")) (export "g" (type $h (eq $g)))"#,
            r#"(type $e (enum "a")) (export "e" (type $f (eq $e)))
               (type $g (flags "x")) (export "g" (type $h (eq $g)))"#,
            ["enum e { a, b }", "enum e { a }", "case b: missing"],
        );
    }

    #[test]
    fn the_number_of_other_differences_is_told() {
        let needed = r#"(export "f" (func)) (export "g" (func)) (export "h" (func))"#;
        let difference = between(needed, r#"(export "g" (func))"#).unwrap();
        assert_eq!((difference.needed.as_str(), difference.others), ("f: func()", 1));
    }

    #[test]
    fn what_wit_has_no_form_for_is_told_in_other_words() {
        let needed = r#"(export "m" (core module (export "f" (func))))"#;
        let found = r#"(export "m" (core module (export "f" (func (param i32)))))"#;
        assert_eq!(between(needed, needed), None);
        let difference = between(needed, found).unwrap();
        assert!(
            difference.what.contains("mismatched type for export `m`"),
            "{difference:?}"
        );
    }
}
