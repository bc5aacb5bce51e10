//! The canonical ABI's layout of public types: needed where a function is described, linked or looked up, before Wasmtime
//! hands over its own.

use wasmtime::component::types::Type;

/// Size and alignment in a 32-bit memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Abi {
    pub(crate) size: u32,
    pub(crate) align: u32,
}

impl Abi {
    const fn scalar(size: u32) -> Abi {
        Abi { size, align: size }
    }

    const POINTER_PAIR: Abi = Abi { size: 8, align: 4 };

    pub(crate) fn of(ty: &Type) -> Abi {
        match ty {
            Type::Bool | Type::S8 | Type::U8 => Abi::scalar(1),
            Type::S16 | Type::U16 => Abi::scalar(2),
            Type::S64 | Type::U64 | Type::Float64 => Abi::scalar(8),
            Type::String | Type::List(_) | Type::Map(_) => Abi::POINTER_PAIR,
            Type::Record(record) => Fields::of(record.fields().map(|field| field.ty)).abi,
            Type::Tuple(tuple) => Fields::of(tuple.types()).abi,
            Type::FixedLengthList(list) => {
                let element = Abi::of(&list.ty());
                Abi {
                    size: element.size.saturating_mul(list.len()),
                    align: element.align,
                }
            }
            Type::Variant(variant) => Cases::of(variant.cases().map(|case| case.ty)).abi,
            Type::Enum(labels) => Cases::of(labels.names().map(|_| None)).abi,
            Type::Option(option) => Cases::of([None, Some(option.ty())].into_iter()).abi,
            Type::Result(result) => Cases::of([result.ok(), result.err()].into_iter()).abi,
            Type::Flags(flags) => match flags.names().len() {
                0..=8 => Abi::scalar(1),
                9..=16 => Abi::scalar(2),
                labels => Abi {
                    size: 4 * labels.div_ceil(32) as u32,
                    align: 4,
                },
            },
            // 32 bits: numbers, char, and indices of all kinds of handles.
            _ => Abi::scalar(4),
        }
    }
}

/// Where the fields of a record or tuple lie.
pub(crate) struct Fields {
    pub(crate) abi: Abi,
    pub(crate) offsets: Vec<u32>,
}

impl Fields {
    pub(crate) fn of(types: impl Iterator<Item = Type>) -> Fields {
        let mut end: u32 = 0;
        let mut align = 1;
        let offsets = types
            .map(|ty| {
                let field = Abi::of(&ty);
                let at = aligned(end, field.align);
                end = at.saturating_add(field.size);
                align = align.max(field.align);
                at
            })
            .collect();
        Fields {
            abi: Abi {
                size: aligned(end, align),
                align,
            },
            offsets,
        }
    }
}

/// Where the discriminant and the payloads of a variant lie.
pub(crate) struct Cases {
    pub(crate) abi: Abi,
    pub(crate) discriminant: u32,
    pub(crate) payload: u32,
}

impl Cases {
    pub(crate) fn of(cases: impl ExactSizeIterator<Item = Option<Type>>) -> Cases {
        let discriminant = match cases.len() {
            0..=0x100 => 1,
            0x101..=0x1_0000 => 2,
            _ => 4,
        };
        let payloads: Vec<Abi> = cases.flatten().map(|ty| Abi::of(&ty)).collect();
        let widest = payloads.iter().map(|payload| payload.size).max().unwrap_or(0);
        let strictest = payloads.iter().map(|payload| payload.align).max().unwrap_or(1);
        let payload = aligned(discriminant, strictest);
        let align = strictest.max(discriminant);
        let size = aligned(payload.saturating_add(widest), align);
        Cases {
            abi: Abi { size, align },
            discriminant,
            payload,
        }
    }
}

fn aligned(offset: u32, align: u32) -> u32 {
    offset.checked_next_multiple_of(align).unwrap_or(u32::MAX)
}

/// How many core values a type flattens to; `None` where that is more than `max`.
///
/// The same as `CanonicalAbiInfo::flat_count`, from Wasmtime's public types: the number is needed where a function is
/// linked or looked up, before Wasmtime hands over its own.
pub(crate) fn flat_count<'a>(types: impl IntoIterator<Item = &'a Type>, max: usize) -> Option<usize> {
    let mut count = 0;
    for ty in types {
        count += flat(ty, max - count)?;
    }
    Some(count)
}

fn flat(ty: &Type, max: usize) -> Option<usize> {
    let count = match ty {
        Type::String | Type::List(_) | Type::Map(_) => 2,
        Type::Record(record) => {
            let fields: Vec<Type> = record.fields().map(|field| field.ty).collect();
            flat_count(&fields, max)?
        }
        Type::Tuple(tuple) => {
            let fields: Vec<Type> = tuple.types().collect();
            flat_count(&fields, max)?
        }
        Type::FixedLengthList(list) => {
            let one = flat(&list.ty(), max)?;
            one.checked_mul(list.len() as usize)?
        }
        Type::Variant(variant) => 1 + widest(variant.cases().map(|case| case.ty), max)?,
        Type::Option(option) => 1 + widest([Some(option.ty())], max)?,
        Type::Result(result) => 1 + widest([result.ok(), result.err()], max)?,
        Type::Flags(flags) => flags.names().len().div_ceil(32),
        _ => 1,
    };
    (count <= max).then_some(count)
}

fn widest(payloads: impl IntoIterator<Item = Option<Type>>, max: usize) -> Option<usize> {
    let mut most = 0;
    for payload in payloads.into_iter().flatten() {
        most = most.max(flat(&payload, max)?);
    }
    Some(most)
}
