//! Images to guest values.

use crate::error::{ErrorKind, Failure, Limit, within_guest};
use crate::exchange::{Exchange, Frame, Room};
use crate::host::HostFunction;
use crate::image::walk::{
    Part, SIDE, core_values, flag_words, of_one_call, unsupported, within, within_tuple,
};
use crate::interface::Export;
use crate::layout::{Case, Field, Layout, LazyLayout, Shape};
use crate::upcalls::UPCALL_FILL;
use std::cell::Cell;
use std::mem::MaybeUninit;
use std::sync::Arc;
use switchblade_image_memory::{HostBytes, Image};
use wasmtime::component::__internal::wasmtime_environ::component::StringEncoding;
use wasmtime::component::__internal::{InterfaceType, LowerContext};
use wasmtime::component::Lower;
use wasmtime::{Error, Result, Trap, ValRaw};

/// One walk over an image that the host wrote.
#[derive(Clone, Copy)]
struct Lowering<'a> {
    image: HostBytes<'a>,
    exchange: &'a Exchange,
}

impl Lowering<'_> {
    /// Writes core values from `next` on.
    fn store_flat<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        layout: &Layout,
        from: usize,
        slots: &mut [MaybeUninit<ValRaw>],
        next: &mut usize,
    ) -> Result<()> {
        let mut slot = |value: u64| {
            slots[*next].write(ValRaw::u64(value));
            *next += 1;
        };
        match &layout.shape {
            Shape::Bool => slot(u64::from(self.bits(from, 1)? != 0)),
            Shape::Bits(size) => slot(self.bits(from, *size)?),
            Shape::Signed(size) => slot(u64::from(sign_extended(self.bits(from, *size)?, *size))),
            Shape::Char => slot(self.scalar_value(from)?),
            Shape::String => {
                let (address, length) = self
                    .string(cx, from)
                    .map(|(_, address, length)| (address, length))?;
                slot(address);
                slot(length);
            }
            Shape::List(element, _) => {
                let (address, length) = self.list(cx, element, from)?;
                slot(address);
                slot(length);
            }
            Shape::Fields(fields) => self.store_fields_flat(cx, fields, from, slots, next)?,
            Shape::Repeat(count, element) => {
                for i in 0..*count {
                    self.store_flat(cx, element, from + i * element.size, slots, next)
                        .map_err(|error| within(error, Part::Element(i)))?;
                }
            }
            Shape::Flags(labels) => {
                for (word, size, mask) in flag_words(*labels) {
                    slot(self.flags(from + word, size, mask)?);
                }
            }
            Shape::Cases {
                discriminant,
                payload,
                cases,
            } => {
                let end = *next + usize::from(layout.flat.unwrap_or(1));
                let number = self.bits(from, *discriminant)?;
                slots[*next].write(ValRaw::u64(number));
                *next += 1;
                let case = self.case(cases, number)?;
                if let Some(payload_layout) = &case.payload {
                    self.store_flat(cx, payload_layout, from + payload, slots, next)
                        .map_err(|error| within(error, Part::Named(&case.name)))?;
                }
                // The slots of wider cases must be initialized too.
                for rest in &mut slots[*next..end] {
                    rest.write(ValRaw::u64(0));
                }
                *next = end;
            }
            Shape::Handle(ty) => slot(self.handle(cx, *ty, from)?),
            Shape::Unsupported(name) => return Err(unsupported(name)),
        }
        Ok(())
    }

    /// The same for the fields of a tuple, which all parameters are: the commonest without a call each.
    #[inline]
    fn store_fields_flat<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        fields: &[Field],
        from: usize,
        slots: &mut [MaybeUninit<ValRaw>],
        next: &mut usize,
    ) -> Result<()> {
        for field in fields {
            let from = from + field.offset;
            let pair = match &field.layout.shape {
                Shape::String => self
                    .string(cx, from)
                    .map(|(_, address, length)| (address, length)),
                Shape::List(element, _) => self.list(cx, element, from),
                _ => {
                    self.store_flat(cx, &field.layout, from, slots, next)
                        .map_err(|error| within(error, Part::Named(&field.name)))?;
                    continue;
                }
            };
            let (address, length) = pair.map_err(|error| within(error, Part::Named(&field.name)))?;
            slots[*next].write(ValRaw::u64(address));
            slots[*next + 1].write(ValRaw::u64(length));
            *next += 2;
        }
        Ok(())
    }

    /// Writes into guest memory, at an address that `realloc` or Wasmtime has checked for the whole value.
    fn store<T>(&self, cx: &mut LowerContext<'_, T>, layout: &Layout, from: usize, to: usize) -> Result<()> {
        if layout.plain {
            let bytes = self.bytes(from, layout.size)?;
            let value = &mut cx.as_slice_mut()[to..to + layout.size];
            bytes.copy_to(value);
            layout.clear_padding(value);
            return Ok(());
        }
        match &layout.shape {
            // Plain, see above.
            Shape::Signed(size) | Shape::Bits(size) => put(cx, to, *size, self.bits(from, *size)?),
            Shape::Bool => put(cx, to, 1, u64::from(self.bits(from, 1)? != 0)),
            Shape::Char => put(cx, to, 4, self.scalar_value(from)?),
            Shape::String => {
                let (memory, address, length) = self.string(cx, from)?;
                put_pair(memory, to, address, length);
            }
            Shape::List(element, _) => {
                let (address, length) = self.list(cx, element, from)?;
                put_pair(cx.as_slice_mut(), to, address, length);
            }
            Shape::Fields(fields) => {
                for field in fields {
                    self.store(cx, &field.layout, from + field.offset, to + field.offset)
                        .map_err(|error| within(error, Part::Named(&field.name)))?;
                }
            }
            Shape::Repeat(count, element) => {
                self.store_elements(cx, element, *count, from, to)?;
            }
            Shape::Flags(labels) => {
                for (word, size, mask) in flag_words(*labels) {
                    put(cx, to + word, size, self.flags(from + word, size, mask)?);
                }
            }
            Shape::Cases {
                discriminant,
                payload,
                cases,
            } => {
                let number = self.bits(from, *discriminant)?;
                put(cx, to, *discriminant, number);
                let case = self.case(cases, number)?;
                if let Some(payload_layout) = &case.payload {
                    self.store(cx, payload_layout, from + payload, to + payload)
                        .map_err(|error| within(error, Part::Named(&case.name)))?;
                }
            }
            Shape::Handle(ty) => {
                let index = self.handle(cx, *ty, from)?;
                put(cx, to, 4, index);
            }
            Shape::Unsupported(name) => return Err(unsupported(name)),
        }
        Ok(())
    }

    fn store_elements<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        element: &Layout,
        count: usize,
        from: usize,
        to: usize,
    ) -> Result<()> {
        for i in 0..count {
            self.store(cx, element, from + i * element.size, to + i * element.size)
                .map_err(|error| within(error, Part::Element(i)))?;
        }
        Ok(())
    }

    /// The guest's index for a handle in the image.
    fn handle<T>(&self, cx: &mut LowerContext<'_, T>, ty: InterfaceType, from: usize) -> Result<u64> {
        let number = self.bits(from, 4)? as u32;
        let by_host = || Frame::with(|frame| Ok(frame.result.is_null())).unwrap_or(true);
        let index = self.exchange.resources.lower(cx, ty, number, by_host)?;
        Ok(index.into())
    }

    #[inline]
    fn bytes(&self, from: usize, size: usize) -> Result<HostBytes<'_>> {
        self.image
            .part(from, size)
            .ok_or_else(|| self.missing(from, size))
    }

    #[inline]
    fn bits(&self, from: usize, size: u8) -> Result<u64> {
        self.image
            .number(from, size)
            .ok_or_else(|| self.missing(from, size.into()))
    }

    #[cold]
    fn missing(&self, from: usize, size: usize) -> Error {
        let length = self.image.len();
        Failure::image(format!(
            "the image is {length} bytes long, and {size} bytes at offset {from} are missing"
        ))
    }

    fn scalar_value(&self, from: usize) -> Result<u64> {
        let value = self.bits(from, 4)?;
        match char::from_u32(value as u32) {
            Some(_) => Ok(value),
            None => Err(Failure::image(format!(
                "{value:#x} at offset {from} is not a Unicode scalar value"
            ))),
        }
    }

    fn flags(&self, from: usize, size: u8, mask: u64) -> Result<u64> {
        let bits = self.bits(from, size)?;
        if bits & !mask == 0 {
            return Ok(bits);
        }
        Err(Failure::image(format!(
            "the flags {bits:#x} at offset {from} have bits without a label"
        )))
    }

    fn case<'l>(&self, cases: &'l [Case], number: u64) -> Result<&'l Case> {
        cases.get(number as usize).ok_or_else(|| {
            let count = cases.len();
            Failure::image(format!("the discriminant {number} names none of {count} cases"))
        })
    }

    /// Gives the guest a string; returns the guest's memory, and the string's address and length in it: to look for the
    /// memory again takes as long as to copy a short string.
    #[inline]
    fn string<'c, T>(
        &self,
        cx: &'c mut LowerContext<'_, T>,
        from: usize,
    ) -> Result<(&'c mut [u8], u64, u64)> {
        let pair = self.bits(from, 8)?;
        let (offset, length) = (pair as u32 as usize, (pair >> 32) as usize);
        let bytes = self.bytes(offset, length)?;
        let not_utf8 = |error| Failure::image(format!("the string at offset {offset} is not UTF-8: {error}"));
        if cx.options().string_encoding != StringEncoding::Utf8 {
            let text = bytes.to_vec().ok_or_else(|| no_memory(length))?;
            let text = std::str::from_utf8(&text).map_err(not_utf8)?;
            let (address, length) = transcoded_string(cx, text)?;
            return Ok((cx.as_slice_mut(), address, length));
        }
        let address = room(cx, 1, length)?;
        let memory = cx.as_slice_mut();
        let text = &mut memory[address..address + length];
        if !bytes.copy_ascii_to(text) {
            // Where the host can't change it any more.
            std::str::from_utf8(text).map_err(not_utf8)?;
        }
        Ok((memory, address as u64, length as u64))
    }

    #[inline]
    fn list<T>(&self, cx: &mut LowerContext<'_, T>, element: &Layout, from: usize) -> Result<(u64, u64)> {
        let pair = self.bits(from, 8)?;
        let (offset, length) = (pair as u32, (pair >> 32) as usize);
        // 32 bits each: can't overflow 64.
        let size = length * element.size;
        if offset & SIDE != 0 {
            let address = self.fill(cx, element, offset ^ SIDE, size)?;
            return Ok((address as u64, length as u64));
        }
        let offset = offset as usize;
        // Looked at before `realloc`: a wrong image must not cost the guest memory.
        let bytes = self.bytes(offset, size)?;
        if size > 0 && offset & (element.align as usize - 1) != 0 {
            let align = element.align;
            return Err(Failure::image(format!(
                "the list at offset {offset} is not aligned to {align}"
            )));
        }
        let address = room(cx, element.align, size)?;
        if element.plain {
            let values = &mut cx.as_slice_mut()[address..address + size];
            bytes.copy_to(values);
            element.clear_padding(values);
        } else {
            self.store_elements(cx, element, length, offset, address)?;
        }
        Ok((address as u64, length as u64))
    }

    /// Lets the host write a list straight to where the guest wants it.
    fn fill<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        element: &Layout,
        entry: u32,
        size: usize,
    ) -> Result<usize> {
        if !element.plain {
            return Err(Failure::image(
                "only lists of plain elements can be in the side table",
            ));
        }
        let address = room(cx, element.align, size)?;
        let target = cx.as_slice_mut()[address..address + size].as_mut_ptr();
        match self
            .exchange
            .upcall(UPCALL_FILL, entry.into(), target as i64, size as i64)
        {
            0 => {
                element.clear_padding(&mut cx.as_slice_mut()[address..address + size]);
                Ok(address)
            }
            _ => Err(Failure::image(format!(
                "side-table entry {entry} does not hold {size} bytes"
            ))),
        }
    }
}

/// Has the guest make room.
#[inline]
fn room<T>(cx: &mut LowerContext<'_, T>, align: u32, size: usize) -> Result<usize> {
    cx.realloc(0, 0, align, size).map_err(|error| {
        if error.downcast_ref::<Trap>().is_some() || error.downcast_ref::<Failure>().is_some() {
            return error;
        }
        // Wasmtime's own words for a result that is out of bounds or not aligned.
        Failure::trap(format!(
            "the guest's realloc, asked for {size} bytes aligned to {align}, gave an address that can't be used: {}",
            error.root_cause()
        ))
    })
}

#[cold]
fn no_memory(bytes: usize) -> Error {
    let message = format!("there is no memory for a string of {bytes} bytes");
    Failure::limit(Limit::System, 0, message).into()
}

fn sign_extended(bits: u64, size: u8) -> u32 {
    match size {
        1 => i32::from(bits as i8) as u32,
        2 => i32::from(bits as i16) as u32,
        _ => bits as u32,
    }
}

#[inline]
fn put<T>(cx: &mut LowerContext<'_, T>, to: usize, size: u8, value: u64) {
    put_number(cx.as_slice_mut(), to, size, value);
}

#[inline]
fn put_number(memory: &mut [u8], to: usize, size: u8, value: u64) {
    let target = &mut memory[to..to + size as usize];
    match size {
        1 => target.copy_from_slice(&(value as u8).to_le_bytes()),
        2 => target.copy_from_slice(&(value as u16).to_le_bytes()),
        4 => target.copy_from_slice(&(value as u32).to_le_bytes()),
        _ => target.copy_from_slice(&value.to_le_bytes()),
    }
}

fn put_pair(memory: &mut [u8], to: usize, address: u64, length: u64) {
    put_number(memory, to, 8, address | length << 32);
}

/// UTF-16 and latin1+utf16, by Wasmtime's own implementation.
#[cold]
fn transcoded_string<T>(cx: &mut LowerContext<'_, T>, text: &str) -> Result<(u64, u64)> {
    let mut pair = MaybeUninit::<[ValRaw; 2]>::uninit();
    text.linear_lower_to_flat(cx, InterfaceType::String, &mut pair)?;
    // SAFETY: lowering a string writes both values.
    let [address, length] = unsafe { pair.assume_init() };
    Ok((u64::from(address.get_u32()), u64::from(length.get_u32())))
}

/// All parameters of an exported function, however many there are.
pub(crate) struct Arguments<'a> {
    /// The image. The result takes its place while these arguments are still around.
    pub(crate) image: HostBytes<'a>,
    pub(crate) export: &'a Export,
    pub(crate) exchange: *const Exchange,
}

impl Arguments<'_> {
    #[cold]
    fn name_of(&self, position: usize) -> String {
        let mut parameters = self.export.ty.params();
        parameters.nth(position).map_or_else(
            || format!("argument {position}"),
            |(name, _)| format!("argument {name}"),
        )
    }
}

of_one_call!(['a] Arguments<'a>);

// The most that parameters flatten to; more go through memory, by `linear_lower_to_flat` itself, and the callee then reads
// the first slot only.
core_values!(['a] Arguments<'a>, 16);

// SAFETY: initializes as many slots as the type flattens to, or the one with the address.
unsafe impl Lower for Arguments<'_> {
    #[inline]
    fn linear_lower_to_flat<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        ty: InterfaceType,
        dst: &mut MaybeUninit<[ValRaw; 16]>,
    ) -> Result<()> {
        let layout = self.export.parameters.get(cx.types, &ty)?;
        let lowering = Lowering {
            image: self.image,
            // SAFETY: the exchange is the entered store's.
            exchange: unsafe { &*self.exchange },
        };
        let slots = dst.as_slots();
        if let Some(scalars) = &layout.scalars
            && scalars.len() <= slots.len()
        {
            for (slot, scalar) in slots.iter_mut().zip(scalars) {
                let bits = lowering.bits(scalar.offset as usize, scalar.size)?;
                let bits = if scalar.signed {
                    sign_extended(bits, scalar.size).into()
                } else {
                    bits
                };
                slot.write(ValRaw::u64(bits));
            }
            return Ok(());
        }
        if layout.flat.is_some_and(|count| usize::from(count) <= slots.len()) {
            return match &layout.shape {
                Shape::Fields(fields) => lowering.store_fields_flat(cx, fields, 0, slots, &mut 0),
                _ => lowering.store_flat(cx, layout, 0, slots, &mut 0),
            }
            .map_err(|error| within_tuple(error, |position| self.name_of(position)));
        }
        let address = room(cx, layout.align, layout.size)?;
        slots[0].write(ValRaw::i64(address as i64));
        lowering
            .store(cx, layout, 0, address)
            .map_err(|error| within_tuple(error, |position| self.name_of(position)))
    }

    fn linear_lower_to_memory<T>(
        &self,
        _: &mut LowerContext<'_, T>,
        _: InterfaceType,
        _: usize,
    ) -> Result<()> {
        Err(lowered_to_memory())
    }
}

/// All parameters of an exported function that another instance calls. Their image is released as soon as they are lowered: its
/// memory is free while the callee runs, and whatever that calls.
pub(crate) struct PassedOn<'a> {
    room: Cell<Option<Room>>,
    export: &'a Export,
    exchange: *const Exchange,
}

impl<'a> PassedOn<'a> {
    pub(crate) fn new(room: Room, export: &'a Export, exchange: &Exchange) -> PassedOn<'a> {
        PassedOn {
            room: Cell::new(Some(room)),
            export,
            exchange,
        }
    }
}

of_one_call!(['a] PassedOn<'a>);

// As for `Arguments`.
core_values!(['a] PassedOn<'a>, 16);

// SAFETY: as for `Arguments`.
unsafe impl Lower for PassedOn<'_> {
    #[inline]
    fn linear_lower_to_flat<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        ty: InterfaceType,
        dst: &mut MaybeUninit<[ValRaw; 16]>,
    ) -> Result<()> {
        let room = self.room.take();
        let room = room.ok_or_else(|| Failure::new(ErrorKind::Internal, "arguments were lowered twice"))?;
        let arguments = Arguments {
            image: room.image.as_host_bytes(),
            export: self.export,
            exchange: self.exchange,
        };
        arguments.linear_lower_to_flat(cx, ty, dst)
    }

    fn linear_lower_to_memory<T>(
        &self,
        _: &mut LowerContext<'_, T>,
        _: InterfaceType,
        _: usize,
    ) -> Result<()> {
        Err(lowered_to_memory())
    }
}

#[cold]
fn lowered_to_memory() -> Error {
    Failure::new(
        ErrorKind::Internal,
        "parameters of 16 slots were lowered to memory",
    )
    .into()
}

/// An array of uninitialized slots as a slice of them.
trait Slots {
    fn as_slots(&mut self) -> &mut [MaybeUninit<ValRaw>];
}

impl<const N: usize> Slots for MaybeUninit<[ValRaw; N]> {
    #[inline]
    fn as_slots(&mut self) -> &mut [MaybeUninit<ValRaw>] {
        // SAFETY: an uninitialized array and an array of uninitialized values have the same layout.
        unsafe { &mut *std::ptr::from_mut(self).cast::<[MaybeUninit<ValRaw>; N]>() }
    }
}

/// Has results go to a guest by their `lower`, in a slot or through memory.
macro_rules! lowered_by_a_walk {
    ($name:ident) => {
        // SAFETY: initializes the slot if there is one, or writes to the address that Wasmtime has checked.
        unsafe impl<const N: usize> Lower for $name<N> {
            #[inline]
            fn linear_lower_to_flat<T>(
                &self,
                cx: &mut LowerContext<'_, T>,
                ty: InterfaceType,
                dst: &mut MaybeUninit<[ValRaw; N]>,
            ) -> Result<()> {
                self.lower(cx, ty, |lowering, cx, layout| {
                    lowering.store_flat(cx, layout, 0, dst.as_slots(), &mut 0)
                })
            }

            fn linear_lower_to_memory<T>(
                &self,
                cx: &mut LowerContext<'_, T>,
                ty: InterfaceType,
                offset: usize,
            ) -> Result<()> {
                self.lower(cx, ty, |lowering, cx, layout| {
                    lowering.store(cx, layout, 0, offset)
                })
            }
        }
    };
}

/// The results of a host function: nothing, one core value, or any through memory.
pub(crate) struct HostResults<const N: usize> {
    pub(crate) function: *const HostFunction,
    pub(crate) exchange: *const Exchange,
}

of_one_call!([const N: usize] HostResults<N>);

core_values!([const N: usize] HostResults<N>, N);

impl<const N: usize> HostResults<N> {
    fn lower<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        ty: InterfaceType,
        walk: impl FnOnce(&Lowering<'_>, &mut LowerContext<'_, T>, &Layout) -> Result<()>,
    ) -> Result<()> {
        // SAFETY: the instance that called holds the host function; the exchange outlives the call.
        let (function, exchange) = unsafe { (&*self.function, &*self.exchange) };
        let layout = function.results.get(cx.types, &ty)?;
        let image = exchange.host_result()?;
        walk(&Lowering { image, exchange }, cx, layout).map_err(malformed_result)
    }
}

/// What is wrong with an image that a host function left is the host's fault.
#[cold]
fn malformed_result(error: Error) -> Error {
    let error = within_tuple(error, |_| "a host function's result".to_string());
    match error.downcast_ref::<Failure>() {
        Some(failure) if failure.kind() == ErrorKind::Image => {
            let message = format!("a host function left a malformed result: {failure}");
            Failure::new(ErrorKind::Host, message).into()
        }
        _ => error,
    }
}

lowered_by_a_walk!(HostResults);

/// The same for guests on fibers: the image is the call's own.
pub(crate) struct OwnedResults<const N: usize> {
    pub(crate) function: Arc<HostFunction>,
    pub(crate) image: Image,
}

core_values!([const N: usize] OwnedResults<N>, N);

impl<const N: usize> OwnedResults<N> {
    fn lower<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        ty: InterfaceType,
        walk: impl FnOnce(&Lowering<'_>, &mut LowerContext<'_, T>, &Layout) -> Result<()>,
    ) -> Result<()> {
        let lowering = Lowering {
            image: self.image.as_host_bytes(),
            // SAFETY: the exchange of the store that this thread is inside of.
            exchange: unsafe { &*Frame::current_exchange()? },
        };
        let layout = self.function.results.get(cx.types, &ty)?;
        walk(&lowering, cx, layout).map_err(malformed_result)
    }
}

lowered_by_a_walk!(OwnedResults);

/// The results of a function that another instance has, in `N` core values or through memory.
pub(crate) struct SeamResults<const N: usize>(pub(crate) Returned);

/// The same in whatever form. The image is the call's own, because such calls nest.
pub(crate) struct Returned {
    /// Of the importing component's types.
    pub(crate) layout: *const LazyLayout,
    pub(crate) room: Room,
    pub(crate) exchange: *const Exchange,
    /// What was called.
    pub(crate) export: *const Export,
}

of_one_call!([const N: usize] SeamResults<N>);

core_values!([const N: usize] SeamResults<N>, N);

impl<const N: usize> SeamResults<N> {
    #[inline]
    fn lower<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        ty: InterfaceType,
        walk: impl FnOnce(&Lowering<'_>, &mut LowerContext<'_, T>, &Layout) -> Result<()>,
    ) -> Result<()> {
        // SAFETY: the instance that called holds what it imports; the exchange outlives the call.
        let (layout, exchange) = unsafe { (&*self.0.layout, &*self.0.exchange) };
        let layout = layout.get(cx.types, &ty)?;
        let image = self.0.room.image.as_host_bytes();
        walk(&Lowering { image, exchange }, cx, layout).map_err(|error| self.0.not_taken(error))
    }
}

impl Returned {
    /// Says what it was that the caller could not be given.
    #[cold]
    fn not_taken(&self, error: Error) -> Error {
        // SAFETY: the store holds the components of its instances.
        let export = unsafe { &*self.export };
        let error = unfit_for_guest(within_tuple(error, |_| "result".to_string()));
        within_guest(error, || {
            format!("the caller of {}, which is plugged in", export.full_name())
        })
    }
}

/// What doesn't fit where one instance passes it to another is no fault of the host's, which has called in the right way.
#[cold]
pub(crate) fn unfit_for_guest(mut error: Error) -> Error {
    if let Some(failure) = error.downcast_mut::<Failure>() {
        failure.blame_guest();
    }
    error
}

lowered_by_a_walk!(SeamResults);
