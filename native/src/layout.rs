//! Types, as the walks over images need them: sizes and offsets at hand, nothing to look up.

use crate::abi::Abi;
use crate::error::{ErrorKind, Failure};
use std::collections::HashMap;
use std::sync::{OnceLock, PoisonError, RwLock};
use wasmtime::Result;
use wasmtime::component::__internal::wasmtime_environ::component::{TypeTupleIndex, VariantInfo};
use wasmtime::component::__internal::{CanonicalAbiInfo, ComponentTypes, InterfaceType};

/// How values of one type lie in memory.
pub(crate) struct Layout {
    pub(crate) size: usize,
    pub(crate) align: u32,
    /// Core values that it flattens to, where it can be flattened at all.
    pub(crate) flat: Option<u8>,
    /// Bytes mean themselves: no pointers, no handles, nothing to check. Lists of such types are one copy.
    pub(crate) plain: bool,
    /// Of plain types.
    padding: Padding,
    /// Where the core values of a plain tuple lie that can be flattened, in order.
    pub(crate) scalars: Option<Box<[Scalar]>>,
    pub(crate) shape: Shape,
}

/// A number within a tuple.
#[derive(Clone, Copy)]
pub(crate) struct Scalar {
    pub(crate) offset: u32,
    /// 1, 2, 4 or 8 bytes.
    pub(crate) size: u8,
    pub(crate) signed: bool,
}

/// A field of a record or tuple; an argument.
pub(crate) struct Field {
    pub(crate) offset: usize,
    pub(crate) layout: Layout,
    /// For messages.
    pub(crate) name: Box<str>,
}

/// A case of anything that has a discriminant.
pub(crate) struct Case {
    pub(crate) payload: Option<Layout>,
    /// For messages.
    pub(crate) name: Box<str>,
}

pub(crate) enum Shape {
    Bool,
    /// An integer of so many bytes, sign-extended when flattened.
    Signed(u8),
    /// An integer or float of so many bytes, zero-extended when flattened.
    Bits(u8),
    Char,
    String,
    /// Elements, and the tag of their type that `SB_UPCALL_DRAIN` names (0xff: not for draining).
    List(Box<Layout>, u8),
    /// `record`, `tuple`.
    Fields(Box<[Field]>),
    /// A fixed-length list.
    Repeat(usize, Box<Layout>),
    Cases {
        discriminant: u8,
        payload: usize,
        cases: Box<[Case]>,
    },
    /// So many labels.
    Flags(usize),
    /// `own` or `borrow`, as Wasmtime's type.
    Handle(InterfaceType),
    /// A type that can't cross yet, by its name in WIT.
    Unsupported(&'static str),
}

impl Layout {
    pub(crate) fn new(types: &ComponentTypes, ty: &InterfaceType) -> Layout {
        use InterfaceType as T;
        let nested = |ty: &InterfaceType| Layout::new(types, ty);
        let case = |name: &str, ty: Option<&InterfaceType>| Case {
            payload: ty.map(nested),
            name: name.into(),
        };
        let shape = match ty {
            T::Bool => Shape::Bool,
            T::S8 => Shape::Signed(1),
            T::S16 => Shape::Signed(2),
            T::U8 => Shape::Bits(1),
            T::U16 => Shape::Bits(2),
            T::S32 | T::U32 | T::Float32 => Shape::Bits(4),
            T::S64 | T::U64 | T::Float64 => Shape::Bits(8),
            T::Char => Shape::Char,
            T::String => Shape::String,
            T::List(index) => {
                let element = types[*index].element;
                Shape::List(Box::new(nested(&element)), drain_tag(&element))
            }
            T::Map(index) => {
                let map = &types[*index];
                Shape::List(
                    Box::new(Layout::of_fields(
                        types,
                        [("key", &map.key), ("value", &map.value)].into_iter(),
                    )),
                    NO_DRAIN,
                )
            }
            T::Record(index) => {
                let fields = types[*index].fields.iter();
                return Layout::of_fields(types, fields.map(|field| (field.name.as_str(), &field.ty)));
            }
            T::Tuple(index) => {
                return Layout::of_fields(types, types[*index].types.iter().map(|ty| ("", ty)));
            }
            T::FixedLengthList(index) => {
                let list = &types[*index];
                Shape::Repeat(list.size as usize, Box::new(nested(&list.element)))
            }
            T::Variant(index) => {
                let variant = &types[*index];
                let cases = variant.cases.iter();
                Shape::cases(
                    &variant.info,
                    cases.map(|(name, ty)| case(name, ty.as_ref())).collect(),
                )
            }
            T::Enum(index) => {
                let labels = &types[*index];
                Shape::cases(
                    &labels.info,
                    labels.names.iter().map(|name| case(name, None)).collect(),
                )
            }
            T::Option(index) => {
                let option = &types[*index];
                Shape::cases(
                    &option.info,
                    Box::new([case("none", None), case("some", Some(&option.ty))]),
                )
            }
            T::Result(index) => {
                let result = &types[*index];
                Shape::cases(
                    &result.info,
                    Box::new([case("ok", result.ok.as_ref()), case("err", result.err.as_ref())]),
                )
            }
            T::Flags(index) => Shape::Flags(types[*index].names.len()),
            T::Own(_) | T::Borrow(_) => Shape::Handle(*ty),
            T::Future(_) => Shape::Unsupported("future"),
            T::Stream(_) => Shape::Unsupported("stream"),
            T::ErrorContext(_) => Shape::Unsupported("error-context"),
        };
        Layout::with(types.canonical_abi(ty), shape)
    }

    fn of_fields<'a>(
        types: &ComponentTypes,
        fields: impl Iterator<Item = (&'a str, &'a InterfaceType)> + Clone,
    ) -> Layout {
        let mut end = 0;
        let laid_out = fields
            .clone()
            .enumerate()
            .map(|(i, (name, ty))| Field {
                offset: types.canonical_abi(ty).next_field32(&mut end) as usize,
                layout: Layout::new(types, ty),
                name: if name.is_empty() {
                    i.to_string().into()
                } else {
                    name.into()
                },
            })
            .collect();
        let abi = CanonicalAbiInfo::record(fields.map(|(_, ty)| types.canonical_abi(ty)));
        Layout::with(&abi, Shape::Fields(laid_out))
    }

    fn with(abi: &CanonicalAbiInfo, shape: Shape) -> Layout {
        let plain = match &shape {
            Shape::Signed(_) | Shape::Bits(_) => true,
            Shape::Fields(fields) => fields.iter().all(|field| field.layout.plain),
            Shape::Repeat(_, element) => element.plain,
            _ => false,
        };
        let padding = if plain {
            Padding::of(&shape, abi.size32 as usize)
        } else {
            Padding::None
        };
        let scalars = match (&shape, abi.flat_count) {
            (Shape::Fields(fields), Some(count)) if plain => {
                let mut scalars = Vec::with_capacity(count.into());
                fields
                    .iter()
                    .for_each(|field| field.layout.append_scalars(field.offset, &mut scalars));
                Some(scalars.into())
            }
            _ => None,
        };
        Layout {
            size: abi.size32 as usize,
            align: abi.align32,
            flat: abi.flat_count,
            plain,
            padding,
            scalars,
            shape,
        }
    }

    /// Zeroes the bytes of plain values that no field lies in. They were copied from the host's buffer, and what that
    /// held before is not for the guest to see.
    ///
    /// `values` holds any number of values of this layout, one behind the other.
    #[inline]
    pub(crate) fn clear_padding(&self, values: &mut [u8]) {
        match &self.padding {
            Padding::None => {}
            Padding::Gaps(gaps) => Gap::clear_all(gaps, values, self.size),
            Padding::Many => {
                let values = values.chunks_exact_mut(self.size);
                values.for_each(|value| self.clear_nested_padding(value));
            }
        }
    }

    #[cold]
    fn clear_nested_padding(&self, value: &mut [u8]) {
        match &self.shape {
            Shape::Fields(fields) => {
                let mut end = 0;
                for field in fields {
                    value[end..field.offset].fill(0);
                    end = field.offset + field.layout.size;
                    field.layout.clear_padding(&mut value[field.offset..end]);
                }
                value[end..].fill(0);
            }
            Shape::Repeat(_, element) => element.clear_padding(value),
            _ => {}
        }
    }

    /// For plain types.
    fn append_scalars(&self, at: usize, scalars: &mut Vec<Scalar>) {
        let number = |size, signed| Scalar {
            offset: at as u32,
            size,
            signed,
        };
        match &self.shape {
            Shape::Signed(size) => scalars.push(number(*size, true)),
            Shape::Bits(size) => scalars.push(number(*size, false)),
            Shape::Fields(fields) => {
                fields
                    .iter()
                    .for_each(|field| field.layout.append_scalars(at + field.offset, scalars));
            }
            Shape::Repeat(count, element) => {
                (0..*count).for_each(|i| element.append_scalars(at + i * element.size, scalars));
            }
            _ => {}
        }
    }
}

/// The bytes of a plain value that mean nothing.
enum Padding {
    None,
    Gaps(Box<[Gap]>),
    /// Too many to list: found again in each value.
    Many,
}

impl Padding {
    /// A fixed-length list can have millions.
    const MOST: usize = 256;

    fn of(shape: &Shape, size: usize) -> Padding {
        let mut gaps = Vec::new();
        match shape {
            Shape::Fields(fields) => {
                let mut end = 0;
                for field in fields {
                    gaps.extend(Gap::between(end, field.offset));
                    if !field.layout.padding.append_to(&mut gaps, field.offset) {
                        return Padding::Many;
                    }
                    end = field.offset + field.layout.size;
                }
                gaps.extend(Gap::between(end, size));
            }
            Shape::Repeat(count, element) if !matches!(element.padding, Padding::None) => {
                if *count > Padding::MOST {
                    return Padding::Many;
                }
                for i in 0..*count {
                    if !element.padding.append_to(&mut gaps, i * element.size) {
                        return Padding::Many;
                    }
                }
            }
            _ => {}
        }
        match gaps.len() {
            0 => Padding::None,
            1..=Padding::MOST => Padding::Gaps(gaps.into()),
            _ => Padding::Many,
        }
    }

    /// Adds the gaps of a value at an offset; returns whether they can be listed.
    fn append_to(&self, gaps: &mut Vec<Gap>, offset: usize) -> bool {
        match self {
            Padding::None => true,
            Padding::Gaps(inner) => {
                gaps.extend(inner.iter().map(|gap| Gap {
                    offset: gap.offset + offset,
                    length: gap.length,
                }));
                gaps.len() <= Padding::MOST
            }
            Padding::Many => false,
        }
    }
}

/// A run of bytes that mean nothing.
#[derive(Clone, Copy)]
struct Gap {
    offset: usize,
    length: usize,
}

impl Gap {
    fn between(start: usize, end: usize) -> Option<Gap> {
        (start < end).then_some(Gap {
            offset: start,
            length: end - start,
        })
    }

    /// How many values make up for finding out which bits of their words to keep.
    const MANY: usize = 8;

    /// Clears them in each of many values.
    #[inline]
    fn clear_all(gaps: &[Gap], values: &mut [u8], size: usize) {
        if values.len() < Gap::MANY * size {
            return gaps.iter().for_each(|gap| gap.clear(values, size));
        }
        // Word by word: several at once, and each word once however many gaps there are.
        match size {
            8 => Gap::clear_in_words::<1>(gaps, values),
            16 => Gap::clear_in_words::<2>(gaps, values),
            24 => Gap::clear_in_words::<3>(gaps, values),
            32 => Gap::clear_in_words::<4>(gaps, values),
            _ => gaps.iter().for_each(|gap| gap.clear(values, size)),
        }
    }

    /// Clears them in values of `WORDS` times eight bytes.
    fn clear_in_words<const WORDS: usize>(gaps: &[Gap], values: &mut [u8]) {
        let mut kept = [[0xff_u8; 8]; WORDS];
        for gap in gaps {
            kept.as_flattened_mut()[gap.offset..gap.offset + gap.length].fill(0);
        }
        let kept = kept.map(u64::from_ne_bytes);
        for value in values.as_chunks_mut::<8>().0.as_chunks_mut::<WORDS>().0 {
            for (word, kept) in value.iter_mut().zip(kept) {
                *word = (u64::from_ne_bytes(*word) & kept).to_ne_bytes();
            }
        }
    }

    /// Clears it in each of some values.
    fn clear(self, values: &mut [u8], size: usize) {
        // Constant lengths become single stores. Alignment is at most 8, so there are no longer ones.
        match self.length {
            1 => self.clear_exactly::<1>(values, size),
            2 => self.clear_exactly::<2>(values, size),
            3 => self.clear_exactly::<3>(values, size),
            4 => self.clear_exactly::<4>(values, size),
            5 => self.clear_exactly::<5>(values, size),
            6 => self.clear_exactly::<6>(values, size),
            _ => self.clear_exactly::<7>(values, size),
        }
    }

    fn clear_exactly<const LENGTH: usize>(self, values: &mut [u8], size: usize) {
        debug_assert_eq!(self.length, LENGTH);
        for value in values.chunks_exact_mut(size) {
            value[self.offset..self.offset + LENGTH].fill(0);
        }
    }
}

impl Shape {
    fn cases(info: &VariantInfo, cases: Box<[Case]>) -> Shape {
        let discriminant = u32::from(info.size) as u8;
        Shape::Cases {
            discriminant,
            payload: info.payload_offset32 as usize,
            cases,
        }
    }
}

/// Not for draining.
pub(crate) const NO_DRAIN: u8 = 0xff;

/// The tags of the number types in `sb_component_new`'s description.
fn drain_tag(ty: &InterfaceType) -> u8 {
    use InterfaceType as T;
    match ty {
        T::S8 => 1,
        T::U8 => 2,
        T::S16 => 3,
        T::U16 => 4,
        T::S32 => 5,
        T::U32 => 6,
        T::S64 => 7,
        T::U64 => 8,
        T::Float32 => 9,
        T::Float64 => 10,
        _ => NO_DRAIN,
    }
}

/// The layout of one function's parameters or results, made when Wasmtime first hands the type over, and held against
/// what the host was told.
pub(crate) struct LazyLayout {
    first: OnceLock<(InterfaceType, Layout)>,
    /// An import can be lowered several times within a component, into instances that have tables of their own for the
    /// handles of one resource: to Wasmtime those are other types.
    others: LayoutCache,
    told: Abi,
}

impl LazyLayout {
    pub(crate) fn new(told: Abi) -> LazyLayout {
        LazyLayout {
            first: OnceLock::new(),
            others: LayoutCache::default(),
            told,
        }
    }

    #[inline]
    pub(crate) fn get(&self, types: &ComponentTypes, ty: &InterfaceType) -> Result<&Layout> {
        match self.first.get() {
            Some((first, layout)) if first == ty => Ok(layout),
            _ => self.make(types, ty),
        }
    }

    /// The size of a tuple that is a single number, once that is known.
    #[inline]
    pub(crate) fn number(&self) -> Option<usize> {
        let (_, layout) = self.first.get()?;
        match &layout.scalars {
            Some(scalars) if scalars.len() == 1 => Some(layout.size),
            _ => None,
        }
    }

    #[cold]
    fn make(&self, types: &ComponentTypes, ty: &InterfaceType) -> Result<&Layout> {
        let (first, layout) = self.first.get_or_init(|| (*ty, Layout::new(types, ty)));
        if first == ty {
            return self.checked(layout);
        }
        let InterfaceType::Tuple(tuple) = ty else {
            return Err(Failure::new(ErrorKind::Internal, "parameters or results are no tuple").into());
        };
        // SAFETY: the cache lives as long as this, and never removes anything.
        self.checked(unsafe { &*self.others.get(types, *tuple) })
    }

    fn checked<'a>(&self, layout: &'a Layout) -> Result<&'a Layout> {
        let found = Abi {
            size: u32::try_from(layout.size)?,
            align: layout.align,
        };
        if found != self.told {
            let message = format!(
                "the host was told {:?} of a tuple, and Wasmtime has {found:?}",
                self.told
            );
            return Err(Failure::new(ErrorKind::Internal, message).into());
        }
        Ok(layout)
    }
}

/// The layouts of the tuples that host functions of one component take: Wasmtime tells the type only when it calls.
#[derive(Default)]
pub(crate) struct LayoutCache {
    // Boxed, and never removed: addresses of layouts are handed out.
    layouts: RwLock<HashMap<u32, Box<Layout>>>,
}

impl LayoutCache {
    /// The layout of a tuple; it lives as long as the cache.
    pub(crate) fn get(&self, types: &ComponentTypes, tuple: TypeTupleIndex) -> *const Layout {
        let key = tuple.as_u32();
        let known = |layouts: &HashMap<u32, Box<Layout>>| {
            layouts.get(&key).map(|boxed| std::ptr::from_ref::<Layout>(boxed))
        };
        let found = known(&self.layouts.read().unwrap_or_else(PoisonError::into_inner));
        found.unwrap_or_else(|| {
            let made = Box::new(Layout::new(types, &InterfaceType::Tuple(tuple)));
            let mut layouts = self.layouts.write().unwrap_or_else(PoisonError::into_inner);
            std::ptr::from_ref::<Layout>(layouts.entry(key).or_insert(made))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Gap;

    /// Clears byte by byte.
    fn cleared(gaps: &[Gap], values: &[u8], size: usize) -> Vec<u8> {
        let meaningless = |at: usize| {
            gaps.iter()
                .any(|gap| (gap.offset..gap.offset + gap.length).contains(&(at % size)))
        };
        let bytes = values.iter().enumerate();
        bytes
            .map(|(at, byte)| if meaningless(at) { 0 } else { *byte })
            .collect()
    }

    #[test]
    fn gaps_are_cleared_in_any_number_of_values_of_any_size() {
        let gap = |offset, length| Gap { offset, length };
        for (size, gaps) in [
            (4, vec![gap(1, 1)]),
            (8, vec![gap(1, 3)]),
            (8, vec![gap(1, 1), gap(6, 2)]),
            (16, vec![gap(4, 4)]),
            (24, vec![gap(1, 7), gap(20, 4)]),
            (32, vec![gap(7, 1), gap(8 + 2, 6), gap(31, 1)]),
            (40, vec![gap(33, 7)]),
        ] {
            for count in 0..2 * Gap::MANY + 3 {
                let mut values: Vec<u8> = (0..size * count).map(|at| at as u8 | 1).collect();
                let expected = cleared(&gaps, &values, size);
                Gap::clear_all(&gaps, &mut values, size);
                assert_eq!(values, expected, "{count} values of {size} bytes");
            }
        }
    }
}
