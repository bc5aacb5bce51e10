//! How large values are in memory, counted so that no number overflows: `wit-parser` counts without looking.

use wit_parser::{Function, Handle, Int, Resolve, Type, TypeDefKind, TypeId, WorldItem};

/// Offsets have 31 bits: the most bytes that one value takes in place.
const MOST: u64 = 1 << 31;

/// What no memory of 32 bits holds.
pub(super) enum TooLarge<'a> {
    Type(TypeId),
    Parameters(&'a Function),
}

#[derive(Clone, Copy)]
struct Extent {
    size: u64,
    align: u64,
}

impl Extent {
    const fn of(bytes: u64) -> Extent {
        Extent {
            size: bytes,
            align: bytes,
        }
    }

    /// A pointer and a length.
    const PAIR: Extent = Extent { size: 8, align: 4 };
    const NOTHING: Extent = Extent { size: 0, align: 1 };

    fn fields(fields: impl IntoIterator<Item = Extent>) -> Extent {
        let mut all = Extent::NOTHING;
        for field in fields {
            all.align = all.align.max(field.align);
            all.size = aligned(all.size, field.align).saturating_add(field.size);
        }
        all.size = aligned(all.size, all.align);
        all
    }

    fn cases(tag: Extent, payloads: impl IntoIterator<Item = Option<Extent>>) -> Extent {
        let mut payload = Extent::NOTHING;
        for case in payloads.into_iter().flatten() {
            payload.size = payload.size.max(case.size);
            payload.align = payload.align.max(case.align);
        }
        Extent::fields([tag, payload])
    }
}

fn aligned(size: u64, align: u64) -> u64 {
    size.saturating_add(align - 1) / align * align
}

fn tag(int: Int) -> Extent {
    match int {
        Int::U8 => Extent::of(1),
        Int::U16 => Extent::of(2),
        Int::U32 => Extent::of(4),
        Int::U64 => Extent::of(8),
    }
}

/// The first type whose values are larger than memory can be, or than an offset can say; or the first function whose
/// parameters are, together.
pub(super) fn too_large(resolve: &Resolve) -> Option<TooLarge<'_>> {
    // Types stand behind those that they are made of.
    let mut extents: Vec<Extent> = Vec::with_capacity(resolve.types.len());
    for (id, def) in resolve.types.iter() {
        let of = |ty: &Type| extent_of(&extents, ty);
        let extent = match &def.kind {
            TypeDefKind::Record(record) => Extent::fields(record.fields.iter().map(|field| of(&field.ty))),
            TypeDefKind::Tuple(tuple) => Extent::fields(tuple.types.iter().map(of)),
            TypeDefKind::Flags(flags) => match flags.flags.len() {
                0 => Extent::NOTHING,
                1..=8 => Extent::of(1),
                9..=16 => Extent::of(2),
                count => Extent {
                    size: (count as u64).div_ceil(32) * 4,
                    align: 4,
                },
            },
            TypeDefKind::Enum(cases) => tag(cases.tag()),
            TypeDefKind::Variant(variant) => Extent::cases(
                tag(variant.tag()),
                variant.cases.iter().map(|case| case.ty.as_ref().map(of)),
            ),
            TypeDefKind::Option(some) => Extent::cases(Extent::of(1), [Some(of(some))]),
            TypeDefKind::Result(result) => Extent::cases(
                Extent::of(1),
                [result.ok.as_ref().map(of), result.err.as_ref().map(of)],
            ),
            TypeDefKind::List(_) | TypeDefKind::Map(..) => Extent::PAIR,
            TypeDefKind::FixedLengthList(element, length) => {
                let element = of(element);
                Extent {
                    size: element.size.saturating_mul(u64::from(*length)),
                    align: element.align,
                }
            }
            TypeDefKind::Handle(Handle::Own(_) | Handle::Borrow(_))
            | TypeDefKind::Future(_)
            | TypeDefKind::Stream(_)
            | TypeDefKind::Resource => Extent::of(4),
            TypeDefKind::Type(target) => of(target),
            TypeDefKind::Unknown => Extent::NOTHING,
        };
        if extent.size >= MOST {
            return Some(TooLarge::Type(id));
        }
        extents.push(extent);
    }
    let interfaces = resolve
        .interfaces
        .iter()
        .flat_map(|(_, interface)| interface.functions.values());
    let worlds = resolve.worlds.iter().flat_map(|(_, world)| {
        world
            .imports
            .values()
            .chain(world.exports.values())
            .filter_map(|item| match item {
                WorldItem::Function(function) => Some(function),
                _ => None,
            })
    });
    interfaces
        .chain(worlds)
        .find(|function| {
            let params = function.params.iter().map(|param| extent_of(&extents, &param.ty));
            Extent::fields(params).size >= MOST
        })
        .map(TooLarge::Parameters)
}

fn extent_of(extents: &[Extent], ty: &Type) -> Extent {
    match ty {
        Type::Id(id) => extents.get(id.index()).copied().unwrap_or(Extent::NOTHING),
        Type::Bool | Type::U8 | Type::S8 => Extent::of(1),
        Type::U16 | Type::S16 => Extent::of(2),
        Type::U32 | Type::S32 | Type::F32 | Type::Char | Type::ErrorContext => Extent::of(4),
        Type::U64 | Type::S64 | Type::F64 => Extent::of(8),
        Type::String => Extent::PAIR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wit_parser::SizeAlign;

    fn resolve(types: &str) -> Resolve {
        let mut resolve = Resolve::new();
        let text = format!("package a:b; interface i {{ {types} }}");
        resolve.push_str("a.wit", &text).unwrap();
        resolve
    }

    #[test]
    fn sizes_are_those_of_the_canonical_abi() {
        let resolve = resolve(
            "flags f8 { a } flags f9 { a, b, c, d, e, f, g, h, i } enum e { a }
             record r { a: u8, b: u64, c: f8, d: f9 } variant v { a(u8), b(r), c }
             resource h; type t = tuple<e, string, own<h>>; type l = list<r, 3>; type o = option<u16>;
             type x = result<v, l>; type y = result; type m = list<tuple<u8, u32>>;",
        );
        let mut sizes = SizeAlign::default();
        sizes.fill(&resolve);
        // Told by making each fill what may be: of as many as fit, one more is too many.
        for (_, def) in resolve.types.iter() {
            let Some(name) = def.name.as_deref() else { continue };
            let id = Type::Id(resolve.interfaces.iter().next().unwrap().1.types[name]);
            let size = sizes.size(&id).size_wasm32() as u64;
            if size == 0 || matches!(def.kind, TypeDefKind::Resource) {
                continue;
            }
            for (count, fits) in [((MOST - 1) / size, true), ((MOST - 1) / size + 1, false)] {
                let mut resolve = resolve.clone();
                let id = match id {
                    Type::Id(id) => id,
                    _ => unreachable!(),
                };
                let mut list = resolve.types[id].clone();
                list.kind = TypeDefKind::FixedLengthList(Type::Id(id), u32::try_from(count).unwrap());
                resolve.types.alloc(list);
                assert_eq!(
                    too_large(&resolve).is_none(),
                    fits,
                    "{count} of {name}, of {size} bytes"
                );
            }
        }
    }

    #[test]
    fn no_number_overflows() {
        let nested =
            "type a = list<u64, 4294967295>; type b = list<a, 4294967295>; type c = list<b, 4294967295>;";
        let resolve = resolve(nested);
        let Some(TooLarge::Type(first)) = too_large(&resolve) else {
            panic!("it fits");
        };
        assert_eq!(resolve.types[first].name.as_deref(), Some("a"));
    }
}
