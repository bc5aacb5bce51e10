//! WAVE, the text notation of component values: calls in, results out. For command lines and tests, not for speed.

mod read;
mod words;

use crate::abi::{Abi, Cases, Fields};
use crate::component::{ComponentInfo, component_of, sb_component};
use crate::error::{ErrorKind, Failure, Limit, guard};
use crate::interface::Export;
use crate::similar::similar_function;
use crate::stack;
use std::cell::Cell;
use std::mem::MaybeUninit;
use wasmtime::Error;
use wasmtime::component::Val;
use wasmtime::component::types::Type;
use wasmtime::component::wasm_wave::ast::Node;
use wasmtime::component::wasm_wave::parser::ParserError;
use wasmtime::component::wasm_wave::untyped::UntypedFuncCall;
use wasmtime::component::wasm_wave::{self};
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};
use words::{signature, syntax_problem};

/// Where the image starts in the blocks that cross here: behind the function's index.
const IMAGE_AT: usize = 8;

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_wave_encode(
    component: &sb_component,
    text: &wasm_byte_vec_t,
    out: &mut MaybeUninit<wasm_byte_vec_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Syntax, || {
        let component = component_of(component);
        let text = std::str::from_utf8(text.as_slice()).map_err(|_| syntax("the call is not UTF-8"))?;
        out.write(stack::with_plenty(|| encode(&component, text))?.into());
        Ok(())
    })
}

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_wave_decode(
    component: &sb_component,
    image: &wasm_byte_vec_t,
    out: &mut MaybeUninit<wasm_byte_vec_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Image, || {
        let component = component_of(component);
        let image = image.as_slice();
        out.write(
            stack::with_plenty(|| decode(&component, image))?
                .into_bytes()
                .into(),
        );
        Ok(())
    })
}

fn syntax(message: impl Into<String>) -> Error {
    Failure::new(ErrorKind::Syntax, message).into()
}

/// How many characters of a call are shown around what is wrong with it.
const MOST_SHOWN: usize = 120;

/// What is wrong with a call, and where; `at` is in bytes.
fn at_place(source: &str, at: usize, what: &str) -> Error {
    let column = source.get(..at).map_or(0, |before| before.chars().count()) + 1;
    let from = column.saturating_sub(MOST_SHOWN / 2);
    let mut rest = source.chars().skip(from);
    let shown: String = rest.by_ref().take(MOST_SHOWN).collect();
    let before = if from > 0 { "…" } else { "" };
    let behind = if rest.next().is_some() { "…" } else { "" };
    syntax(format!("`{before}{shown}{behind}`, column {column}: {what}"))
}

/// What is wrong with the notation of a call, before anything is known of its types; and the function's signature, if it
/// is one.
fn malformed(component: &ComponentInfo, instance: Option<&str>, source: &str, error: &ParserError) -> Error {
    let mut problem = syntax_problem(source, error);
    let name = source.split('(').next().unwrap_or_default().trim();
    if let Ok(index) = find(component, instance, name) {
        problem = format!("{problem}; {}", signature(name, &component.exports[index].ty));
    }
    at_place(source, error.span().start, &problem)
}

fn encode(component: &ComponentInfo, text: &str) -> Result<Vec<u8>, Error> {
    let text = text.trim();
    let (instance, call) = match text.split_once('#') {
        // Not inside a string literal of the arguments.
        Some((instance, call)) if !instance.contains('(') => (Some(instance.trim()), call.trim()),
        _ => (None, text),
    };
    let call = if call.contains('(') {
        call.to_string()
    } else {
        format!("{call}()")
    };
    let malformed = |error: ParserError| malformed(component, instance, &call, &error);
    let parsed = UntypedFuncCall::parse(&call).map_err(malformed)?;
    let index = find(component, instance, parsed.name())?;
    let export = &component.exports[index];
    let parameters: Vec<(&str, Type)> = export.ty.params().collect();
    let nodes: Vec<&Node> = match parsed.params_node() {
        Some(node) => node.as_tuple().map_err(malformed)?.collect(),
        None => Vec::new(),
    };
    let signature = || signature(parsed.name(), &export.ty);
    let count = || {
        let (expected, found) = (parameters.len(), nodes.len());
        let arguments = if expected == 1 { "argument" } else { "arguments" };
        let signature = signature();
        let name = parsed.name();
        syntax(format!(
            "{name} takes {expected} {arguments}, not {found}: {signature}"
        ))
    };
    if nodes.len() > parameters.len() {
        return Err(count());
    }

    let fields = Fields::of(parameters.iter().map(|(_, ty)| ty.clone()));
    let mut image = vec![0; fields.abi.size as usize];
    for (position, ((name, ty), at)) in parameters.iter().zip(&fields.offsets).enumerate() {
        let value = match nodes.get(position) {
            Some(node) => read::read(node, ty, &call).map_err(|misfit| {
                let (path, problem) = (misfit.path, misfit.problem);
                at_place(
                    &call,
                    misfit.at,
                    &format!("{name}{path}: {problem}; {}", signature()),
                )
            })?,
            None if matches!(ty, Type::Option(_)) => Val::Option(None),
            None => return Err(count()),
        };
        store(&mut image, *at as usize, ty, &value)?;
    }
    let mut out = vec![0; IMAGE_AT];
    out[..4].copy_from_slice(&u32::try_from(index)?.to_le_bytes());
    out.extend_from_slice(&image);
    Ok(out)
}

fn find(component: &ComponentInfo, instance: Option<&str>, name: &str) -> Result<usize, Error> {
    let mut matches = component.exports.iter().enumerate().filter(|(_, export)| {
        export.name() == name && instance.is_none_or(|instance| export.instance() == instance)
    });
    if let Some((index, _)) = matches
        .clone()
        .find(|(_, export)| export.path.len() == 1)
        .or_else(|| matches.next())
    {
        return Ok(index);
    }
    let known: Vec<String> = component.exports.iter().map(Export::full_name).collect();
    let known = if known.is_empty() {
        "no functions".to_string()
    } else {
        known.join(", ")
    };
    let wanted = instance.map_or_else(|| name.to_string(), |instance| format!("{instance}#{name}"));
    let guess = guess(component, instance, name);
    Err(syntax(format!(
        "there is no function {wanted}{guess}; the component exports {known}"
    )))
}

/// The function that may have been meant, as it is called: without its instance, if the call has none.
fn guess(component: &ComponentInfo, instance: Option<&str>, name: &str) -> String {
    match similar_function(component, instance, name) {
        None => String::new(),
        Some(near) if instance.is_none() => format!("; did you mean {}?", near.name()),
        Some(near) => format!("; did you mean {}?", near.full_name()),
    }
}

fn decode(component: &ComponentInfo, block: &[u8]) -> Result<String, Error> {
    let (head, image) = block
        .split_at_checked(IMAGE_AT)
        .ok_or_else(|| Failure::image("no image"))?;
    let index = u32::from_le_bytes([head[0], head[1], head[2], head[3]]) as usize;
    let export = component
        .exports
        .get(index)
        .ok_or_else(|| Failure::image(format!("no function {index}")))?;
    match export.ty.results().next() {
        None => Ok(String::new()),
        Some(ty) => {
            let value = load(&Source::new(image), 0, &ty)?;
            wasm_wave::to_string(&value).map_err(|error| Failure::image(format!("can't be printed: {error}")))
        }
    }
}

fn put(image: &mut [u8], at: usize, bytes: &[u8]) {
    image[at..at + bytes.len()].copy_from_slice(bytes);
}

fn discriminant(image: &mut [u8], at: usize, size: u32, number: usize) {
    put(image, at, &(number as u32).to_le_bytes()[..size as usize]);
}

fn append(image: &mut Vec<u8>, at: usize, size: usize, align: u32, length: usize) -> Result<usize, Error> {
    let offset = image.len().next_multiple_of(align as usize);
    image.resize(offset + size, 0);
    put(image, at, &u32::try_from(offset)?.to_le_bytes());
    put(image, at + 4, &u32::try_from(length)?.to_le_bytes());
    Ok(offset)
}

fn mismatch(ty: &Type) -> Error {
    syntax(format!("a value is not of its type, {ty:?}"))
}

fn position<'a>(mut names: impl Iterator<Item = &'a str>, name: &str, ty: &Type) -> Result<usize, Error> {
    names.position(|other| other == name).ok_or_else(|| mismatch(ty))
}

fn store(image: &mut Vec<u8>, at: usize, ty: &Type, value: &Val) -> Result<(), Error> {
    match (ty, value) {
        (_, Val::Bool(v)) => put(image, at, &[u8::from(*v)]),
        (_, Val::S8(v)) => put(image, at, &v.to_le_bytes()),
        (_, Val::U8(v)) => put(image, at, &v.to_le_bytes()),
        (_, Val::S16(v)) => put(image, at, &v.to_le_bytes()),
        (_, Val::U16(v)) => put(image, at, &v.to_le_bytes()),
        (_, Val::S32(v)) => put(image, at, &v.to_le_bytes()),
        (_, Val::U32(v)) => put(image, at, &v.to_le_bytes()),
        (_, Val::S64(v)) => put(image, at, &v.to_le_bytes()),
        (_, Val::U64(v)) => put(image, at, &v.to_le_bytes()),
        (_, Val::Float32(v)) => put(image, at, &v.to_le_bytes()),
        (_, Val::Float64(v)) => put(image, at, &v.to_le_bytes()),
        (_, Val::Char(v)) => put(image, at, &u32::from(*v).to_le_bytes()),
        (_, Val::String(text)) => {
            let offset = append(image, at, text.len(), 1, text.len())?;
            put(image, offset, text.as_bytes());
        }
        (Type::List(list), Val::List(values)) => {
            let (element, abi) = (list.ty(), Abi::of(&list.ty()));
            let offset = append(
                image,
                at,
                values.len() * abi.size as usize,
                abi.align,
                values.len(),
            )?;
            for (i, value) in values.iter().enumerate() {
                store(image, offset + i * abi.size as usize, &element, value)?;
            }
        }
        (Type::FixedLengthList(list), Val::FixedLengthList(values)) => {
            let (element, abi) = (list.ty(), Abi::of(&list.ty()));
            for (i, value) in values.iter().enumerate() {
                store(image, at + i * abi.size as usize, &element, value)?;
            }
        }
        (Type::Record(record), Val::Record(values)) => {
            let fields = Fields::of(record.fields().map(|field| field.ty));
            for ((field, offset), (_, value)) in record.fields().zip(fields.offsets).zip(values) {
                store(image, at + offset as usize, &field.ty, value)?;
            }
        }
        (Type::Tuple(tuple), Val::Tuple(values)) => {
            let fields = Fields::of(tuple.types());
            for ((ty, offset), value) in tuple.types().zip(fields.offsets).zip(values) {
                store(image, at + offset as usize, &ty, value)?;
            }
        }
        (Type::Variant(variant), Val::Variant(name, payload)) => {
            let cases = Cases::of(variant.cases().map(|case| case.ty));
            let number = position(variant.cases().map(|case| case.name), name, ty)?;
            discriminant(image, at, cases.discriminant, number);
            let case = variant.cases().nth(number).and_then(|case| case.ty);
            if let (Some(ty), Some(value)) = (case, payload) {
                store(image, at + cases.payload as usize, &ty, value)?;
            }
        }
        (Type::Enum(labels), Val::Enum(name)) => {
            discriminant(image, at, Abi::of(ty).size, position(labels.names(), name, ty)?);
        }
        (Type::Option(option), Val::Option(payload)) => {
            put(image, at, &[u8::from(payload.is_some())]);
            if let Some(value) = payload {
                let cases = Cases::of([None, Some(option.ty())].into_iter());
                store(image, at + cases.payload as usize, &option.ty(), value)?;
            }
        }
        (Type::Result(result), Val::Result(value)) => {
            let cases = Cases::of([result.ok(), result.err()].into_iter());
            put(image, at, &[u8::from(value.is_err())]);
            let (ty, payload) = match value {
                Ok(payload) => (result.ok(), payload),
                Err(payload) => (result.err(), payload),
            };
            if let (Some(ty), Some(value)) = (ty, payload) {
                store(image, at + cases.payload as usize, &ty, value)?;
            }
        }
        (Type::Flags(flags), Val::Flags(names)) => {
            for name in names {
                let bit = position(flags.names(), name, ty)?;
                image[at + bit / 8] |= 1 << (bit % 8);
            }
        }
        _ => return Err(mismatch(ty)),
    }
    Ok(())
}

fn bytes<const N: usize>(image: &[u8], at: usize) -> Result<[u8; N], Error> {
    let found = image.get(at..).and_then(|rest| rest.first_chunk::<N>());
    found
        .copied()
        .ok_or_else(|| Failure::image(format!("{N} bytes at offset {at} are missing")))
}

fn number(image: &[u8], at: usize, size: u32) -> Result<usize, Error> {
    let mut value = 0;
    for i in (0..size as usize).rev() {
        value = value << 8 | usize::from(bytes::<1>(image, at + i)?[0]);
    }
    Ok(value)
}

fn pair(image: &[u8], at: usize) -> Result<(usize, usize), Error> {
    Ok((number(image, at, 4)?, number(image, at + 4, 4)?))
}

/// What a value takes while it is turned into text, beside its names and characters.
const VALUE_BYTES: usize = 64;

/// What all values of a result may take together. A guest says how long its lists are, and the names of its types.
const MOST_BYTES: usize = 512 << 20;

/// An image that is turned into text, and how much that may still take.
struct Source<'a> {
    image: &'a [u8],
    left: Cell<usize>,
}

impl<'a> Source<'a> {
    fn new(image: &'a [u8]) -> Source<'a> {
        Source {
            image,
            left: Cell::new(MOST_BYTES),
        }
    }

    fn take(&self, bytes: usize) -> Result<(), Error> {
        self.left.set(self.require(bytes)?);
        Ok(())
    }

    /// How much is left behind so many bytes.
    fn require(&self, bytes: usize) -> Result<usize, Error> {
        self.left.get().checked_sub(bytes).ok_or_else(|| {
            let message = format!(
                "the result takes more than {} MiB as text: call the function without WAVE",
                MOST_BYTES >> 20
            );
            Failure::limit(Limit::Fixed, MOST_BYTES as u64, message).into()
        })
    }

    /// A name, which is there twice for a while: in the value and in the text.
    fn name(&self, name: &str) -> Result<String, Error> {
        self.take(2 * name.len())?;
        Ok(name.to_string())
    }
}

/// How many bytes a character of a string takes, in the value and in the text, where it may be escaped.
fn written(character: char) -> usize {
    character.len_utf8() + character.escape_debug().map(char::len_utf8).sum::<usize>()
}

fn payload(source: &Source, at: usize, ty: Option<Type>) -> Result<Option<Box<Val>>, Error> {
    ty.map(|ty| load(source, at, &ty).map(Box::new)).transpose()
}

fn load(source: &Source, at: usize, ty: &Type) -> Result<Val, Error> {
    source.take(VALUE_BYTES)?;
    let image = source.image;
    let wrong_case = || Failure::image(format!("the discriminant at offset {at} names no case"));
    Ok(match ty {
        Type::Bool => Val::Bool(bytes::<1>(image, at)?[0] != 0),
        Type::S8 => Val::S8(i8::from_le_bytes(bytes(image, at)?)),
        Type::U8 => Val::U8(u8::from_le_bytes(bytes(image, at)?)),
        Type::S16 => Val::S16(i16::from_le_bytes(bytes(image, at)?)),
        Type::U16 => Val::U16(u16::from_le_bytes(bytes(image, at)?)),
        Type::S32 => Val::S32(i32::from_le_bytes(bytes(image, at)?)),
        Type::U32 => Val::U32(u32::from_le_bytes(bytes(image, at)?)),
        Type::S64 => Val::S64(i64::from_le_bytes(bytes(image, at)?)),
        Type::U64 => Val::U64(u64::from_le_bytes(bytes(image, at)?)),
        Type::Float32 => Val::Float32(f32::from_le_bytes(bytes(image, at)?)),
        Type::Float64 => Val::Float64(f64::from_le_bytes(bytes(image, at)?)),
        Type::Char => {
            Val::Char(char::from_u32(u32::from_le_bytes(bytes(image, at)?)).ok_or_else(wrong_case)?)
        }
        Type::String => {
            let (offset, length) = pair(image, at)?;
            let text = image.get(offset..).and_then(|rest| rest.get(..length));
            let text = text
                .and_then(|text| std::str::from_utf8(text).ok())
                .ok_or_else(|| Failure::image("a string is out of bounds or not UTF-8"))?;
            source.take(text.chars().map(written).sum())?;
            Val::String(text.to_string())
        }
        Type::List(list) => {
            let (offset, length) = pair(image, at)?;
            Val::List(elements(source, offset, length, &list.ty())?)
        }
        Type::FixedLengthList(list) => {
            Val::FixedLengthList(elements(source, at, list.len() as usize, &list.ty())?)
        }
        Type::Record(record) => {
            let fields = Fields::of(record.fields().map(|field| field.ty));
            let values = record.fields().zip(fields.offsets);
            let values = values.map(|(field, offset)| {
                Ok::<_, Error>((
                    source.name(field.name)?,
                    load(source, at + offset as usize, &field.ty)?,
                ))
            });
            Val::Record(values.collect::<Result<_, _>>()?)
        }
        Type::Tuple(tuple) => {
            let fields = Fields::of(tuple.types());
            let values = tuple.types().zip(fields.offsets);
            Val::Tuple(
                values
                    .map(|(ty, offset)| load(source, at + offset as usize, &ty))
                    .collect::<Result<_, _>>()?,
            )
        }
        Type::Variant(variant) => {
            let cases = Cases::of(variant.cases().map(|case| case.ty));
            let case = variant
                .cases()
                .nth(number(image, at, cases.discriminant)?)
                .ok_or_else(wrong_case)?;
            let name = source.name(case.name)?;
            Val::Variant(name, payload(source, at + cases.payload as usize, case.ty)?)
        }
        Type::Enum(labels) => {
            let name = labels
                .names()
                .nth(number(image, at, Abi::of(ty).size)?)
                .ok_or_else(wrong_case)?;
            Val::Enum(source.name(name)?)
        }
        Type::Option(option) => {
            let cases = Cases::of([None, Some(option.ty())].into_iter());
            let ty = (number(image, at, 1)? == 1).then(|| option.ty());
            Val::Option(payload(source, at + cases.payload as usize, ty)?)
        }
        Type::Result(result) => {
            let cases = Cases::of([result.ok(), result.err()].into_iter());
            let from = at + cases.payload as usize;
            Val::Result(match number(image, at, 1)? {
                0 => Ok(payload(source, from, result.ok())?),
                _ => Err(payload(source, from, result.err())?),
            })
        }
        Type::Flags(flags) => {
            let set = flags.names().enumerate().filter_map(|(bit, name)| {
                let byte = bytes::<1>(image, at + bit / 8);
                byte.and_then(|byte| {
                    (byte[0] >> (bit % 8) & 1 == 1)
                        .then(|| source.name(name))
                        .transpose()
                })
                .transpose()
            });
            Val::Flags(set.collect::<Result<_, _>>()?)
        }
        _ => return Err(Failure::new(ErrorKind::Other, "this type can't be printed yet").into()),
    })
}

fn elements(source: &Source, offset: usize, length: usize, ty: &Type) -> Result<Vec<Val>, Error> {
    let size = Abi::of(ty).size as usize;
    // At once, and not when most of them are there.
    source.require(length.saturating_mul(VALUE_BYTES))?;
    (0..length).map(|i| load(source, offset + i * size, ty)).collect()
}
