//! Types, values and names in words, for whoever has written a call that can't be made.

use wasmtime::component::types::{ComponentFunc, Type};
use wasmtime::component::wasm_wave::parser::{ParserError, ParserErrorKind};

/// About how many bytes of a type are shown.
const MOST_OF_A_TYPE: usize = 200;

/// How many characters of what somebody wrote are shown.
const MOST_OF_A_VALUE: usize = 40;

/// A type as WIT has it, its parts included: what is long ends in `…`.
pub(super) fn type_name(ty: &Type) -> String {
    let mut text = String::new();
    write_type(&mut text, ty);
    text
}

/// A function as WIT has it.
pub(super) fn signature(name: &str, ty: &ComponentFunc) -> String {
    let mut text = format!("{name}: {}func(", if ty.async_() { "async " } else { "" });
    write_all(&mut text, ty.params(), |text, (name, ty)| {
        text.push_str(name);
        text.push_str(": ");
        write_type(text, &ty);
    });
    text.push(')');
    if let Some(result) = ty.results().next() {
        text.push_str(" -> ");
        write_type(&mut text, &result);
    }
    text
}

/// Writes parts with commas between them, until there is enough.
fn write_all<T>(text: &mut String, parts: impl Iterator<Item = T>, mut write: impl FnMut(&mut String, T)) {
    for (position, part) in parts.enumerate() {
        if position > 0 {
            text.push_str(", ");
        }
        if text.len() > MOST_OF_A_TYPE {
            text.push('…');
            return;
        }
        write(text, part);
    }
}

fn write_case(text: &mut String, name: &str, payload: Option<Type>) {
    text.push_str(name);
    if let Some(ty) = payload {
        text.push('(');
        write_type(text, &ty);
        text.push(')');
    }
}

/// Types nest no deeper than Wasmtime's validator allows, and nothing is written below what is long enough.
fn write_type(text: &mut String, ty: &Type) {
    if text.len() > MOST_OF_A_TYPE {
        text.push('…');
        return;
    }
    let name = match ty {
        Type::Bool => "bool",
        Type::S8 => "s8",
        Type::U8 => "u8",
        Type::S16 => "s16",
        Type::U16 => "u16",
        Type::S32 => "s32",
        Type::U32 => "u32",
        Type::S64 => "s64",
        Type::U64 => "u64",
        Type::Float32 => "f32",
        Type::Float64 => "f64",
        Type::Char => "char",
        Type::String => "string",
        Type::Own(_) => "own<…>",
        Type::Borrow(_) => "borrow<…>",
        Type::Future(_) => "future<…>",
        Type::Stream(_) => "stream<…>",
        Type::ErrorContext => "error-context",
        Type::List(list) => {
            text.push_str("list<");
            write_type(text, &list.ty());
            ">"
        }
        Type::FixedLengthList(list) => {
            text.push_str("list<");
            write_type(text, &list.ty());
            text.push_str(&format!(", {}>", list.len()));
            ""
        }
        Type::Map(map) => {
            text.push_str("map<");
            write_type(text, &map.key());
            text.push_str(", ");
            write_type(text, &map.value());
            ">"
        }
        Type::Option(option) => {
            text.push_str("option<");
            write_type(text, &option.ty());
            ">"
        }
        Type::Tuple(tuple) => {
            text.push_str("tuple<");
            write_all(text, tuple.types(), |text, ty| write_type(text, &ty));
            ">"
        }
        Type::Result(result) => {
            text.push_str("result");
            match (result.ok(), result.err()) {
                (None, None) => {}
                (ok, err) => {
                    text.push('<');
                    match ok {
                        Some(ty) => write_type(text, &ty),
                        None => text.push('_'),
                    }
                    if let Some(ty) = err {
                        text.push_str(", ");
                        write_type(text, &ty);
                    }
                    text.push('>');
                }
            }
            ""
        }
        Type::Record(record) => {
            text.push_str("record { ");
            write_all(text, record.fields(), |text, field| {
                text.push_str(field.name);
                text.push_str(": ");
                write_type(text, &field.ty);
            });
            " }"
        }
        Type::Variant(variant) => {
            text.push_str("variant { ");
            write_all(text, variant.cases(), |text, case| {
                write_case(text, case.name, case.ty);
            });
            " }"
        }
        Type::Enum(labels) => {
            text.push_str("enum { ");
            write_all(text, labels.names(), |text, name| text.push_str(name));
            " }"
        }
        Type::Flags(flags) => {
            text.push_str("flags { ");
            write_all(text, flags.names(), |text, name| text.push_str(name));
            " }"
        }
    };
    text.push_str(name);
}

/// What somebody wrote, between backticks; what is long is cut.
pub(super) fn excerpt(written: &str) -> String {
    match written.char_indices().nth(MOST_OF_A_VALUE) {
        Some((end, _)) => format!("`{}…`", &written[..end]),
        None => format!("`{written}`"),
    }
}

/// What the parser didn't take, as who wrote it sees it, and what WAVE has instead.
pub(super) fn syntax_problem(source: &str, error: &ParserError) -> String {
    let found = source.get(error.span()).unwrap_or_default();
    let kind = error.kind();
    match kind {
        // The detail of these is the name that the parser has for what it found.
        ParserErrorKind::InvalidToken | ParserErrorKind::UnexpectedToken => {
            let notation = notation(source, error.span().start);
            format!("{kind} {}{notation}", excerpt(found))
        }
        ParserErrorKind::TrailingCharacters => format!("{kind} {}", excerpt(found)),
        _ => match error.detail() {
            Some(detail) => format!("{kind}: {detail}"),
            None => kind.to_string(),
        },
    }
}

/// How WAVE writes what somebody has tried to write at a place in a text.
fn notation(source: &str, at: usize) -> &'static str {
    let (before, from) = source.split_at_checked(at).unwrap_or_default();
    if from.starts_with('\'') {
        " (a char is one character, such as 'a' or '\\''; a string is in double quotes)"
    } else if from.starts_with(['+', '.']) || before.ends_with(|c: char| c.is_ascii_digit()) {
        " (numbers are decimal, such as 10, -1, 1.5 or 1e6)"
    } else if from.starts_with('_') {
        " (names have hyphens, such as full-name)"
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_cut_between_characters() {
        assert_eq!(excerpt("1"), "`1`");
        assert_eq!(excerpt(&"ü".repeat(41)), format!("`{}…`", "ü".repeat(40)));
    }
}
