//! Values in WAVE, read as the types that a function has. What doesn't fit is said with what was expected, and where.

use super::words::{excerpt, type_name};
use crate::similar::did_you_mean;
use wasmtime::component::Val;
use wasmtime::component::types::Type;
use wasmtime::component::wasm_wave::ast::{Node, NodeType};
use wasmtime::component::wasm_wave::parser::{ParserError, ParserErrorKind};

/// Why a text is no value of its type.
pub(super) struct Misfit {
    /// Where in the text, in bytes.
    pub(super) at: usize,
    /// The way to it from the parameter, such as `.items[3].name`.
    pub(super) path: String,
    pub(super) problem: String,
}

impl Misfit {
    fn new(node: &Node, problem: String) -> Misfit {
        Misfit {
            at: node.span().start,
            path: String::new(),
            problem,
        }
    }

    /// It was not of this type.
    fn expected(node: &Node, ty: &Type, source: &str) -> Misfit {
        let expected = match (hint(ty), type_name(ty)) {
            ("", name) => name,
            (hint, name) => format!("{name} ({hint})"),
        };
        Misfit::new(
            node,
            format!("expected {expected}, found {}", written(node, source)),
        )
    }

    fn below(mut self, step: &str) -> Misfit {
        self.path.insert_str(0, step);
        self
    }
}

/// How values of a type are written, where that may not be known.
fn hint(ty: &Type) -> &'static str {
    match ty {
        Type::Bool => "true or false",
        Type::S8 => "-128 to 127",
        Type::U8 => "0 to 255",
        Type::S16 => "-32768 to 32767",
        Type::U16 => "0 to 65535",
        Type::S32 => "-2147483648 to 2147483647",
        Type::U32 => "0 to 4294967295",
        Type::S64 => "-9223372036854775808 to 9223372036854775807",
        Type::U64 => "0 to 18446744073709551615",
        Type::Float32 | Type::Float64 => "such as 1.5, nan or -inf",
        Type::Char => "such as 'a'",
        Type::String => "in double quotes",
        Type::List(_) | Type::FixedLengthList(_) => "in brackets",
        Type::Tuple(_) => "in parentheses",
        Type::Record(_) => "such as {name: value}",
        Type::Flags(_) => "in braces, such as {one, two} or {}",
        Type::Option(_) => "some(…) or none",
        Type::Result(_) => "ok(…) or err(…)",
        Type::Variant(_) | Type::Enum(_) => "one of its cases",
        Type::Own(_) | Type::Borrow(_) | Type::Future(_) | Type::Stream(_) | Type::ErrorContext => {
            "which no text stands for"
        }
        Type::Map(_) => "for which there is no notation yet",
    }
}

fn written(node: &Node, source: &str) -> String {
    excerpt(source.get(node.span()).unwrap_or_default())
}

fn is_text(node: &Node) -> bool {
    matches!(node.ty(), NodeType::String | NodeType::MultilineString)
}

/// A label without the `%` that tells it from a word of WAVE's own.
fn label(written: &str) -> &str {
    written.strip_prefix('%').unwrap_or(written)
}

/// The value of that type that the text stands for. As deep as the text, which the parser bounds.
pub(super) fn read(node: &Node, ty: &Type, source: &str) -> Result<Val, Misfit> {
    let expected = |_: ParserError| Misfit::expected(node, ty, source);
    // Of characters and strings the parser knows better what is wrong with them.
    let text = |error: ParserError| match error.kind() {
        ParserErrorKind::InvalidType => Misfit::expected(node, ty, source),
        _ => Misfit {
            at: error.span().start,
            path: String::new(),
            problem: error.to_string(),
        },
    };
    Ok(match ty {
        Type::Bool => Val::Bool(node.as_bool().map_err(expected)?),
        Type::S8 => Val::S8(node.as_number(source).map_err(expected)?),
        Type::U8 => Val::U8(node.as_number(source).map_err(expected)?),
        Type::S16 => Val::S16(node.as_number(source).map_err(expected)?),
        Type::U16 => Val::U16(node.as_number(source).map_err(expected)?),
        Type::S32 => Val::S32(node.as_number(source).map_err(expected)?),
        Type::U32 => Val::U32(node.as_number(source).map_err(expected)?),
        Type::S64 => Val::S64(node.as_number(source).map_err(expected)?),
        Type::U64 => Val::U64(node.as_number(source).map_err(expected)?),
        Type::Float32 => Val::Float32(node.as_number(source).map_err(expected)?),
        Type::Float64 => Val::Float64(node.as_number(source).map_err(expected)?),
        Type::Char => Val::Char(node.as_char(source).map_err(text)?),
        Type::String => Val::String(node.as_str(source).map_err(text)?.into_owned()),
        Type::List(list) if is_text(node) && list.ty() == Type::U8 => {
            let bytes = node.as_str(source).map_err(text)?;
            Val::List(bytes.bytes().map(Val::U8).collect())
        }
        Type::List(list) => {
            let nodes = node.as_list().map_err(expected)?;
            Val::List(elements(nodes, &list.ty(), source)?)
        }
        Type::FixedLengthList(list) => {
            let nodes = node.as_list().map_err(expected)?;
            if nodes.len() != list.len() as usize {
                return Err(Misfit::expected(node, ty, source));
            }
            Val::FixedLengthList(elements(nodes, &list.ty(), source)?)
        }
        Type::Tuple(tuple) => {
            let nodes = node.as_tuple().map_err(expected)?;
            let types = tuple.types();
            if nodes.len() != types.len() {
                return Err(Misfit::expected(node, ty, source));
            }
            let values = nodes.zip(types).enumerate().map(|(position, (node, ty))| {
                read(node, &ty, source).map_err(|misfit| misfit.below(&format!("[{position}]")))
            });
            Val::Tuple(values.collect::<Result<_, _>>()?)
        }
        Type::Record(_) => record(node, ty, source)?,
        Type::Variant(variant) => {
            let names = || variant.cases().map(|case| case.name);
            let (name, payload) = node
                .as_variant(source)
                .map_err(|_| not_a_case(node, ty, names(), source))?;
            let case = variant.cases().find(|case| case.name == name);
            let case = case.ok_or_else(|| no_case(node, ty, name, names()))?;
            let value = payload_of(node, name, case.ty.as_ref(), payload, source)?;
            Val::Variant(name.to_string(), value)
        }
        Type::Enum(labels) => {
            let name = node
                .as_enum(source)
                .map_err(|_| not_a_case(node, ty, labels.names(), source))?;
            if labels.names().all(|known| known != name) {
                return Err(no_case(node, ty, name, labels.names()));
            }
            Val::Enum(name.to_string())
        }
        Type::Option(option) => match node.ty() {
            NodeType::OptionSome | NodeType::OptionNone => {
                let payload = node.as_option().map_err(expected)?;
                let inner = option.ty();
                let ty = payload.map(|_| &inner);
                Val::Option(payload_of(node, "some", ty, payload, source)?)
            }
            _ if stands_for_itself(&option.ty()) => {
                Val::Option(Some(Box::new(read(node, &option.ty(), source)?)))
            }
            _ => return Err(Misfit::expected(node, ty, source)),
        },
        Type::Result(result) => match (node.ty(), result.ok()) {
            (NodeType::ResultOk | NodeType::ResultErr, ok) => {
                Val::Result(match node.as_result().map_err(expected)? {
                    Ok(payload) => Ok(payload_of(node, "ok", ok.as_ref(), payload, source)?),
                    Err(payload) => Err(payload_of(node, "err", result.err().as_ref(), payload, source)?),
                })
            }
            (_, Some(ok)) if stands_for_itself(&ok) => {
                Val::Result(Ok(Some(Box::new(read(node, &ok, source)?))))
            }
            _ => return Err(Misfit::expected(node, ty, source)),
        },
        Type::Flags(flags) => {
            let mut names = Vec::new();
            for name in node.as_flags(source).map_err(expected)? {
                let name = label(name);
                if flags.names().all(|known| known != name) {
                    let guess = did_you_mean(name, flags.names());
                    let (ty, name) = (type_name(ty), excerpt(name));
                    return Err(Misfit::new(node, format!("{ty} has no flag {name}{guess}")));
                }
                names.push(name.to_string());
            }
            Val::Flags(names)
        }
        Type::Map(_)
        | Type::Own(_)
        | Type::Borrow(_)
        | Type::Future(_)
        | Type::Stream(_)
        | Type::ErrorContext => return Err(Misfit::expected(node, ty, source)),
    })
}

/// Whether `some` and `ok` may be left out.
fn stands_for_itself(payload: &Type) -> bool {
    !matches!(payload, Type::Option(_) | Type::Result(_))
}

fn elements<'a>(nodes: impl Iterator<Item = &'a Node>, ty: &Type, source: &str) -> Result<Vec<Val>, Misfit> {
    let values = nodes.enumerate().map(|(position, node)| {
        read(node, ty, source).map_err(|misfit| misfit.below(&format!("[{position}]")))
    });
    values.collect()
}

/// A record: its fields in any order, without optional ones, and without any that it doesn't have.
fn record(node: &Node, ty: &Type, source: &str) -> Result<Val, Misfit> {
    let Type::Record(record) = ty else {
        return Err(Misfit::expected(node, ty, source));
    };
    let expected = |_: ParserError| Misfit::expected(node, ty, source);
    let mut given: Vec<(&str, &Node)> = node.as_record(source).map_err(expected)?.collect();
    given.sort_by_key(|(name, _)| *name);
    let mut fields = Vec::new();
    let mut taken = 0;
    let mut missing = None;
    for field in record.fields() {
        let value = match given.binary_search_by_key(&field.name, |(name, _)| name) {
            Ok(place) => {
                taken += 1;
                read(given[place].1, &field.ty, source)
                    .map_err(|misfit| misfit.below(&format!(".{}", field.name)))?
            }
            Err(_) if matches!(field.ty, Type::Option(_)) => Val::Option(None),
            Err(_) => {
                missing = missing.or(Some(field.name));
                continue;
            }
        };
        fields.push((field.name.to_string(), value));
    }
    if taken < given.len() {
        // First: a field that is missing may be one that was misspelt.
        let names = || record.fields().map(|field| field.name);
        let stranger = given.iter().find(|(name, _)| names().all(|known| known != *name));
        if let Some((name, _)) = stranger {
            let absent = names().filter(|known| given.iter().all(|(name, _)| name != known));
            let guess = did_you_mean(name, absent);
            let (ty, name) = (type_name(ty), excerpt(name));
            return Err(Misfit::new(node, format!("{ty} has no field {name}{guess}")));
        }
    }
    if let Some(name) = missing {
        let (ty, written) = (type_name(ty), written(node, source));
        return Err(Misfit::new(
            node,
            format!("the field {name} of {ty} is missing in {written}"),
        ));
    }
    Ok(Val::Record(fields))
}

/// It was no case at all; perhaps because the case is called like a word of WAVE's own.
fn not_a_case<'a>(node: &Node, ty: &Type, mut known: impl Iterator<Item = &'a str>, source: &str) -> Misfit {
    let text = source.get(node.span()).unwrap_or_default();
    let word = text.split('(').next().unwrap_or_default().trim_end();
    if known.any(|name| name == word) {
        let ty = type_name(ty);
        return Misfit::new(
            node,
            format!("`{word}` is a word of WAVE's own: as a case of {ty} it is written `%{word}`"),
        );
    }
    Misfit::expected(node, ty, source)
}

fn no_case<'a>(node: &Node, ty: &Type, name: &str, known: impl Iterator<Item = &'a str>) -> Misfit {
    let guess = did_you_mean(name, known);
    let (ty, name) = (type_name(ty), excerpt(name));
    Misfit::new(node, format!("{ty} has no case {name}{guess}"))
}

fn payload_of(
    node: &Node,
    case: &str,
    ty: Option<&Type>,
    payload: Option<&Node>,
    source: &str,
) -> Result<Option<Box<Val>>, Misfit> {
    match (ty, payload) {
        (Some(ty), Some(payload)) => {
            let value = read(payload, ty, source).map_err(|misfit| misfit.below(&format!(".{case}")))?;
            Ok(Some(Box::new(value)))
        }
        (None, None) => Ok(None),
        (Some(ty), None) => {
            let ty = type_name(ty);
            Err(Misfit::new(node, format!("{case} needs a value: {case}({ty})")))
        }
        (None, Some(_)) => {
            let found = written(node, source);
            Err(Misfit::new(node, format!("{case} takes no value, found {found}")))
        }
    }
}
