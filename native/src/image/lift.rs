//! Guest values to images.

use crate::error::{ErrorKind, Failure, Limit};
use crate::exchange::{Exchange, Frame, Lists, Room};
use crate::image::walk::{
    Part, SIDE, core_values, flag_words, of_one_call, unsupported, within, within_tuple,
};
use crate::layout::{Case, Field, Layout, NO_DRAIN, Shape};
use crate::upcalls::{UPCALL_DRAIN, UPCALL_VISIT};
use switchblade_image_memory::{HostBytes, Image, Sink};
use wasmtime::component::__internal::wasmtime_environ::component::{StringEncoding, TypeTupleIndex};
use wasmtime::component::__internal::{InterfaceType, LiftContext};
use wasmtime::component::Lift;
use wasmtime::{Error, Result, ValRaw};

/// One walk: a sink, and what lists may leave the guest past it.
pub(crate) struct Lifting<'a> {
    pub(crate) sink: Sink<'a>,
    pub(crate) exchange: *const Exchange,
    /// The instance that the values come out of.
    instance: u32,
    pub(crate) lists: Lists,
}

/// A number of 1, 2, 4 or 8 bytes. Each size by itself: copying a variable number of bytes is a function call.
#[inline]
fn number(bytes: &[u8], size: u8) -> u64 {
    match size {
        1 => bytes[0].into(),
        2 => u16::from_le_bytes([bytes[0], bytes[1]]).into(),
        4 => bytes
            .first_chunk()
            .map_or(0, |bytes| u32::from_le_bytes(*bytes))
            .into(),
        _ => bytes.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes)),
    }
}

/// The number in a core value, of which no more is read than the guest has written.
#[inline]
fn number_in(slot: &ValRaw, size: u8) -> u64 {
    if size <= 4 {
        slot.get_u32().into()
    } else {
        slot.get_u64()
    }
}

/// Runs a walk over an image that leaves the guest; returns where the image is, and its length.
#[inline]
fn lift(
    exchange: &Exchange,
    instance: u32,
    lists: Lists,
    walk: impl FnOnce(&mut Lifting<'_>) -> Result<()>,
) -> Result<(usize, usize)> {
    let mut lifting = Lifting {
        // SAFETY: the only one, because walks to the host don't nest.
        sink: unsafe { exchange.sink() },
        exchange,
        instance,
        lists,
    };
    walk(&mut lifting)?;
    Ok(exchange.present_image(lifting.sink))
}

/// Runs a walk over an image that goes to another instance.
#[inline]
fn lift_into_room(
    exchange: &Exchange,
    frame: &Frame,
    walk: impl FnOnce(&mut Lifting<'_>) -> Result<()>,
) -> Result<Room> {
    let mut room = exchange.room()?;
    room.image.rewrite(|sink| {
        let mut lifting = Lifting {
            sink,
            exchange,
            instance: frame.instance,
            lists: Lists::Copied,
        };
        walk(&mut lifting)?;
        Ok::<_, Error>(lifting.sink)
    })?;
    Ok(room)
}

/// Runs a walk over the result of the function that was called.
#[inline]
fn lift_result(frame: &Frame, walk: impl FnOnce(&mut Lifting<'_>) -> Result<()>) -> Result<()> {
    // SAFETY: the exchange belongs to the store that the frame entered.
    let exchange = unsafe { &*frame.exchange };
    // SAFETY: null, or of the caller, who holds it until the call that this is part of has returned.
    if let Some(result) = unsafe { frame.result.as_ref() } {
        result.set(Some(lift_into_room(exchange, frame, walk)?));
        return Ok(());
    }
    let (start, length) = lift(exchange, frame.instance, frame.lists, walk)?;
    if exchange.concurrent.get() {
        exchange.keep_result(start, length)?;
    }
    Ok(())
}

/// Lifts the arguments of a host function.
#[inline]
fn lift_arguments(walk: impl FnOnce(&mut Lifting<'_>, &Frame) -> Result<()>) -> Result<(usize, usize)> {
    Frame::with(|frame| {
        // SAFETY: see above.
        let exchange = unsafe { &*frame.exchange };
        lift(exchange, frame.instance, exchange.draining(), |lifting| {
            walk(lifting, frame)
        })
    })
}

impl Lifting<'_> {
    #[inline]
    fn reserve(&mut self, size: usize, align: u32) -> Result<usize> {
        self.sink.reserve(size, align).map_err(Failure::too_large)
    }

    /// A tuple out of guest memory, at an address that is aligned and in bounds.
    fn tuple_in_memory(&mut self, cx: &mut LiftContext<'_>, layout: &Layout, from: usize) -> Result<()> {
        let to = self.reserve(layout.size, layout.align)?;
        match &layout.shape {
            // Most results: saves a call.
            Shape::Fields(fields) => self.load_fields(cx, fields, from, to),
            _ => self.load(cx, layout, from, to),
        }
    }

    /// A tuple out of core values.
    #[inline]
    fn tuple_flat(&mut self, cx: &mut LiftContext<'_>, layout: &Layout, slots: &[ValRaw]) -> Result<()> {
        let to = self.reserve(layout.size, layout.align)?;
        let mut next = 0;
        self.load_flat(cx, layout, slots, &mut next, to)
    }

    #[inline]
    fn load_fields(
        &mut self,
        cx: &mut LiftContext<'_>,
        fields: &[Field],
        from: usize,
        to: usize,
    ) -> Result<()> {
        for field in fields {
            self.load(cx, &field.layout, from + field.offset, to + field.offset)
                .map_err(|error| within(error, Part::Named(&field.name)))?;
        }
        Ok(())
    }

    fn load(&mut self, cx: &mut LiftContext<'_>, layout: &Layout, from: usize, to: usize) -> Result<()> {
        let memory = cx.memory();
        if layout.plain {
            self.sink.put(to, &memory[from..from + layout.size]);
            return Ok(());
        }
        match &layout.shape {
            // Plain, see above.
            Shape::Signed(size) | Shape::Bits(size) => {
                self.sink.put(to, &memory[from..from + *size as usize])
            }
            Shape::Bool => self.sink.put(to, &[u8::from(memory[from] != 0)]),
            Shape::Char => self
                .sink
                .put_bits(to, 4, u64::from(scalar_value(u32_at(memory, from))?)),
            Shape::String => self.string(cx, u32_at(memory, from), u32_at(memory, from + 4), to)?,
            Shape::List(element, tag) => {
                self.list(
                    cx,
                    element,
                    *tag,
                    u32_at(memory, from),
                    u32_at(memory, from + 4),
                    to,
                )?;
            }
            Shape::Fields(fields) => self.load_fields(cx, fields, from, to)?,
            Shape::Repeat(count, element) => {
                self.load_elements(cx, element, *count, from, to)?;
            }
            Shape::Flags(labels) => {
                for (word, size, mask) in flag_words(*labels) {
                    let bits = bits_at(memory, from + word, size) & mask;
                    self.sink.put_bits(to + word, size, bits);
                }
            }
            Shape::Cases {
                discriminant,
                payload,
                cases,
            } => {
                let number = bits_at(memory, from, *discriminant);
                let case = case_of(cases, number)?;
                self.sink.put_bits(to, *discriminant, number);
                if let Some(payload_layout) = &case.payload {
                    self.load(cx, payload_layout, from + payload, to + payload)
                        .map_err(|error| within(error, Part::Named(&case.name)))?;
                }
            }
            Shape::Handle(ty) => {
                let handle = self.handle(cx, *ty, u32_at(memory, from))?;
                self.sink.put_bits(to, 4, handle);
            }
            Shape::Unsupported(name) => return Err(unsupported(name)),
        }
        Ok(())
    }

    fn load_elements(
        &mut self,
        cx: &mut LiftContext<'_>,
        element: &Layout,
        count: usize,
        from: usize,
        to: usize,
    ) -> Result<()> {
        for i in 0..count {
            self.load(cx, element, from + i * element.size, to + i * element.size)
                .map_err(|error| within(error, Part::Element(i)))?;
        }
        Ok(())
    }

    /// What the image has for a handle of the guest's.
    fn handle(&mut self, cx: &mut LiftContext<'_>, ty: InterfaceType, index: u32) -> Result<u64> {
        // SAFETY: see `drain`.
        let resources = &unsafe { &*self.exchange }.resources;
        resources.lift(cx, ty, index, self.instance).map(u64::from)
    }

    fn load_flat(
        &mut self,
        cx: &mut LiftContext<'_>,
        layout: &Layout,
        slots: &[ValRaw],
        next: &mut usize,
        to: usize,
    ) -> Result<()> {
        let mut slot = |size: u8| {
            let value = number_in(&slots[*next], size);
            *next += 1;
            value
        };
        match &layout.shape {
            Shape::Signed(size) | Shape::Bits(size) => self.sink.put_bits(to, *size, slot(*size)),
            Shape::Bool => self.sink.put_bits(to, 1, u64::from(slot(4) != 0)),
            Shape::Char => self
                .sink
                .put_bits(to, 4, u64::from(scalar_value(slot(4) as u32)?)),
            Shape::String => {
                let (address, length) = (slot(4) as u32, slot(4) as u32);
                self.string(cx, address, length, to)?;
            }
            Shape::List(element, tag) => {
                let (address, length) = (slot(4) as u32, slot(4) as u32);
                self.list(cx, element, *tag, address, length, to)?;
            }
            Shape::Fields(fields) => {
                for field in fields {
                    self.load_flat(cx, &field.layout, slots, next, to + field.offset)
                        .map_err(|error| within(error, Part::Named(&field.name)))?;
                }
            }
            Shape::Repeat(count, element) => {
                for i in 0..*count {
                    self.load_flat(cx, element, slots, next, to + i * element.size)
                        .map_err(|error| within(error, Part::Element(i)))?;
                }
            }
            Shape::Flags(labels) => {
                for (word, size, mask) in flag_words(*labels) {
                    let bits = slot(4) & mask;
                    self.sink.put_bits(to + word, size, bits);
                }
            }
            Shape::Cases {
                discriminant,
                payload,
                cases,
            } => {
                // All cases share the slots of the widest one.
                let end = *next + usize::from(layout.flat.unwrap_or(1));
                let number = slots[*next].get_u32().into();
                *next += 1;
                let case = case_of(cases, number)?;
                self.sink.put_bits(to, *discriminant, number);
                if let Some(payload_layout) = &case.payload {
                    self.load_flat(cx, payload_layout, slots, next, to + payload)
                        .map_err(|error| within(error, Part::Named(&case.name)))?;
                }
                *next = end;
            }
            Shape::Handle(ty) => {
                let handle = self.handle(cx, *ty, slot(4) as u32)?;
                self.sink.put_bits(to, 4, handle);
            }
            Shape::Unsupported(name) => return Err(unsupported(name)),
        }
        Ok(())
    }

    fn string(&mut self, cx: &mut LiftContext<'_>, address: u32, length: u32, to: usize) -> Result<()> {
        if cx.options().string_encoding != StringEncoding::Utf8 {
            return self.transcoded_string(cx, address, length, to);
        }
        let memory = cx.memory();
        let (from, length) = (address as usize, length as usize);
        let Some(bytes) = memory.get(from..).and_then(|rest| rest.get(..length)) else {
            return Err(out_of_bounds("string", from, length, memory.len()));
        };
        self.consume(cx, length)?;
        if let Err(error) = std::str::from_utf8(bytes) {
            return Err(Failure::trap(format!(
                "the guest passed a string that is not UTF-8: {error}"
            )));
        }
        let at = self.reserve(length, 1)?;
        self.sink.put(at, bytes);
        self.sink.put_pair(to, at as u32, length as u32);
        Ok(())
    }

    /// UTF-16 and latin1+utf16, by Wasmtime's own implementation.
    #[cold]
    fn transcoded_string(
        &mut self,
        cx: &mut LiftContext<'_>,
        address: u32,
        length: u32,
        to: usize,
    ) -> Result<()> {
        let slots = [ValRaw::u32(address), ValRaw::u32(length)];
        let text =
            <String as Lift>::linear_lift_from_flat(cx, InterfaceType::String, &slots).map_err(|error| {
                // Wasmtime's type for this error is its own; the words are all there is to know it by.
                if error.to_string().contains("fuel allocated for hostcalls") {
                    return self.too_much(length as usize);
                }
                let message = format!(
                    "the guest passed a string that can't be read: {}",
                    error.root_cause()
                );
                error.context(Failure::new(ErrorKind::Trap, message))
            })?;
        let at = self.reserve(text.len(), 1)?;
        self.sink.put(at, text.as_bytes());
        self.sink.put_pair(to, at as u32, text.len() as u32);
        Ok(())
    }

    fn list(
        &mut self,
        cx: &mut LiftContext<'_>,
        element: &Layout,
        tag: u8,
        address: u32,
        count: u32,
        to: usize,
    ) -> Result<()> {
        let memory = cx.memory();
        let (from, length) = (address as usize, count as usize);
        // 32 bits each: can't overflow 64.
        let size = length * element.size;
        if from & (element.align as usize - 1) != 0 {
            let align = element.align;
            return Err(Failure::trap(format!(
                "the guest passed a list at address {from}, which is not aligned to {align} (list pointer is not aligned)"
            )));
        }
        let Some(bytes) = memory.get(from..).and_then(|rest| rest.get(..size)) else {
            return Err(out_of_bounds("list", from, size, memory.len()));
        };
        if !(matches!(self.lists, Lists::Visited) && element.plain) {
            self.consume(cx, size)?;
        }
        let leaves = match self.lists {
            Lists::Copied => false,
            Lists::DrainedFrom(threshold) => tag != NO_DRAIN && size >= threshold && size > 0,
            Lists::Visited => element.plain,
        };
        if leaves {
            let entry = self.drain(tag, bytes)?;
            self.sink.put_pair(to, entry | SIDE, count);
            return Ok(());
        }
        let at = self.reserve(size, element.align)?;
        if element.plain {
            self.sink.put(at, bytes);
        } else {
            self.load_elements(cx, element, length, from, at)?;
        }
        self.sink.put_pair(to, at as u32, count);
        Ok(())
    }

    /// Charges what leaves the guest, as Wasmtime does.
    #[inline]
    fn consume(&self, cx: &mut LiftContext<'_>, bytes: usize) -> Result<()> {
        cx.consume_fuel(bytes).map_err(|_| self.too_much(bytes))
    }

    #[cold]
    fn too_much(&self, bytes: usize) -> Error {
        // SAFETY: see `drain`.
        let limit = unsafe { &*self.exchange }.hostcall_bytes();
        let message = format!(
            "the call copies more bytes out of the guest than the store's limit of {limit} for one call (the string or \
             list that goes beyond has {bytes} bytes)"
        );
        Failure::limit(Limit::CopiedBytes, limit as u64, message).into()
    }

    fn drain(&mut self, tag: u8, bytes: &[u8]) -> Result<u32> {
        // SAFETY: the exchange outlives the call that this walk is part of.
        let exchange = unsafe { &*self.exchange };
        let operation = match self.lists {
            Lists::Visited => UPCALL_VISIT,
            _ => UPCALL_DRAIN,
        };
        let entry = exchange.upcall(operation, tag.into(), bytes.as_ptr() as i64, bytes.len() as i64);
        u32::try_from(entry)
            .ok()
            .filter(|entry| *entry < SIDE)
            .ok_or_else(|| {
                Failure::new(ErrorKind::Host, "the host could not take a list out of the guest").into()
            })
    }
}

#[inline]
fn u32_at(memory: &[u8], at: usize) -> u32 {
    bits_at(memory, at, 4) as u32
}

#[inline]
fn bits_at(memory: &[u8], at: usize, size: u8) -> u64 {
    number(&memory[at..at + size as usize], size)
}

#[inline]
fn scalar_value(value: u32) -> Result<u32> {
    if char::from_u32(value).is_some() {
        return Ok(value);
    }
    Err(Failure::trap(format!(
        "the guest passed a char that is not a Unicode scalar value: {value:#x}"
    )))
}

#[inline]
fn case_of(cases: &[Case], number: u64) -> Result<&Case> {
    let found = usize::try_from(number).ok().and_then(|number| cases.get(number));
    found.ok_or_else(|| {
        let count = cases.len();
        Failure::trap(format!(
            "the guest passed the discriminant {number}, where there are {count} cases (discriminant {number} out of range \
             [0..{count}))"
        ))
    })
}

#[cold]
fn out_of_bounds(what: &str, from: usize, size: usize, memory: usize) -> Error {
    Failure::trap(format!(
        "the guest passed a {what} out of bounds: {size} bytes at address {from} of a memory of {memory} bytes \
         ({what} pointer/length out of bounds of memory)"
    ))
}

/// A result in `N` (0 or 1) core values. The image is in the frame's exchange.
pub(crate) struct Flat<const N: usize>;

core_values!([const N: usize] Flat<N>, N);

// SAFETY: reads `N` initialized core values.
unsafe impl<const N: usize> Lift for Flat<N> {
    #[inline]
    fn linear_lift_from_flat(cx: &mut LiftContext<'_>, ty: InterfaceType, src: &[ValRaw; N]) -> Result<Self> {
        Frame::with(|frame| {
            let layout = frame.results(cx.types, ty)?;
            lift_result(frame, |lifting| lifting.tuple_flat(cx, layout, src))
        })
        .map_err(|error| within_tuple(error, |_| "result".to_string()))?;
        Ok(Flat)
    }

    fn linear_lift_from_memory(_: &mut LiftContext<'_>, _: InterfaceType, _: &[u8]) -> Result<Self> {
        Err(Failure::new(ErrorKind::Internal, "a flat result came through memory").into())
    }
}

/// A result that is known to be a single number, in a core value of `SIZE` bytes, the commonest by far: nothing to check, nothing to look
/// up.
pub(crate) struct Number<const SIZE: u8>(pub(crate) u64);

core_values!([const SIZE: u8] Number<SIZE>, 1);

// SAFETY: reads the initialized core value.
unsafe impl<const SIZE: u8> Lift for Number<SIZE> {
    #[inline]
    fn linear_lift_from_flat(_: &mut LiftContext<'_>, _: InterfaceType, src: &[ValRaw; 1]) -> Result<Self> {
        Ok(Number(number_in(&src[0], SIZE)))
    }

    fn linear_lift_from_memory(_: &mut LiftContext<'_>, _: InterfaceType, _: &[u8]) -> Result<Self> {
        Err(Failure::new(ErrorKind::Internal, "a number came through memory").into())
    }
}

/// A result that comes through guest memory. Two slots say so to Wasmtime, and a size of nothing leaves bounds and
/// alignment to us: only the type that Wasmtime hands over knows them.
pub(crate) struct InMemory;

core_values!([] InMemory, 2);

// SAFETY: checks the address that it derives before it reads.
unsafe impl Lift for InMemory {
    fn linear_lift_from_flat(_: &mut LiftContext<'_>, _: InterfaceType, _: &[ValRaw; 2]) -> Result<Self> {
        Err(Failure::new(ErrorKind::Internal, "a result in memory came flat").into())
    }

    #[inline]
    fn linear_lift_from_memory(cx: &mut LiftContext<'_>, ty: InterfaceType, bytes: &[u8]) -> Result<Self> {
        Frame::with(|frame| {
            let layout = frame.results(cx.types, ty)?;
            let from = checked_address(cx, layout, bytes)?;
            lift_result(frame, |lifting| lifting.tuple_in_memory(cx, layout, from))
        })
        .map_err(|error| within_tuple(error, |_| "result".to_string()))?;
        Ok(InMemory)
    }
}

/// A result of a function on a fiber, which flattens to `N` core values. One that is lifted synchronously comes through
/// memory if they are more than one, one that is lifted asynchronously if they are more than 16, and the type doesn't
/// tell which of the two it is.
pub(crate) struct EitherForm<const N: usize>;

core_values!([const N: usize] EitherForm<N>, N);

// SAFETY: as for `Flat` and `InMemory`.
unsafe impl<const N: usize> Lift for EitherForm<N> {
    fn linear_lift_from_flat(cx: &mut LiftContext<'_>, ty: InterfaceType, src: &[ValRaw; N]) -> Result<Self> {
        Flat::linear_lift_from_flat(cx, ty, src).map(|Flat| EitherForm)
    }

    fn linear_lift_from_memory(cx: &mut LiftContext<'_>, ty: InterfaceType, bytes: &[u8]) -> Result<Self> {
        InMemory::linear_lift_from_memory(cx, ty, bytes).map(|InMemory| EitherForm)
    }
}

/// The address of an empty slice of guest memory, checked to hold a value of the layout.
fn checked_address(cx: &LiftContext<'_>, layout: &Layout, bytes: &[u8]) -> Result<usize> {
    let memory = cx.memory();
    let from = bytes.as_ptr().addr() - memory.as_ptr().addr();
    if from & (layout.align as usize - 1) != 0 {
        let align = layout.align;
        return Err(Failure::trap(format!(
            "the guest returned its result at address {from}, which is not aligned to {align} (return pointer not aligned)"
        )));
    }
    if from + layout.size > memory.len() {
        return Err(out_of_bounds("result", from, layout.size, memory.len()));
    }
    Ok(from)
}

/// Has arguments come out of a guest by their `lift`, in core values or through memory.
macro_rules! lifted_by_a_walk {
    ($name:ident) => {
        // SAFETY: reads `N` initialized core values, or guest memory that it has checked.
        unsafe impl<const N: usize> Lift for $name<N> {
            #[inline]
            fn linear_lift_from_flat(
                cx: &mut LiftContext<'_>,
                ty: InterfaceType,
                src: &[ValRaw; N],
            ) -> Result<Self> {
                Self::lift(cx, ty, |cx, lifting, layout| {
                    lifting.tuple_flat(cx, layout, src)
                })
            }

            fn linear_lift_from_memory(
                cx: &mut LiftContext<'_>,
                ty: InterfaceType,
                bytes: &[u8],
            ) -> Result<Self> {
                Self::lift(cx, ty, |cx, lifting, layout| {
                    let from = checked_address(cx, layout, bytes)?;
                    lifting.tuple_in_memory(cx, layout, from)
                })
            }
        }
    };
}

/// The arguments of a host function: `N` core values, or any number through memory. The image is in the exchange of
/// the frame that the guest was entered with.
pub(crate) struct HostArguments<const N: usize> {
    pub(crate) address: usize,
    pub(crate) length: usize,
}

core_values!([const N: usize] HostArguments<N>, N);

impl<const N: usize> HostArguments<N> {
    #[inline]
    fn lift(
        cx: &mut LiftContext<'_>,
        ty: InterfaceType,
        walk: impl FnOnce(&mut LiftContext<'_>, &mut Lifting<'_>, &Layout) -> Result<()>,
    ) -> Result<Self> {
        let (address, length) = lift_arguments(|lifting, frame| {
            // SAFETY: the layout lives as long as the component, which the frame keeps alive.
            let layout = unsafe { &*frame.parameters_of_host_function(cx.types, tuple(ty)?) };
            walk(cx, lifting, layout)
        })
        // Of which function is not known when arguments are lifted.
        .map_err(|error| within_tuple(error, |position| format!("a host function's argument {position}")))?;
        Ok(HostArguments { address, length })
    }
}

fn tuple(ty: InterfaceType) -> Result<TypeTupleIndex> {
    match ty {
        InterfaceType::Tuple(index) => Ok(index),
        _ => Err(Failure::new(ErrorKind::Internal, "parameters are no tuple").into()),
    }
}

lifted_by_a_walk!(HostArguments);

/// The same for guests on fibers: the image is the call's own, because other guests come before the host does.
pub(crate) struct OwnedArguments<const N: usize> {
    image: Image,
    /// Borrows that the image holds.
    lent: Box<[u32]>,
}

impl<const N: usize> OwnedArguments<N> {
    pub(crate) fn into_parts(self) -> (Image, Box<[u32]>) {
        (self.image, self.lent)
    }

    fn take(arguments: &HostArguments<N>) -> Result<Self> {
        // SAFETY: the exchange of the store that this thread is inside of; the image has just been written there.
        let (exchange, bytes) = unsafe {
            let start = std::ptr::with_exposed_provenance::<u8>(arguments.address);
            (
                &*Frame::current_exchange()?,
                HostBytes::new(start, arguments.length),
            )
        };
        Ok(OwnedArguments {
            image: Image::copy_of(bytes).map_err(Failure::too_large)?,
            lent: exchange.resources.take_lent(),
        })
    }
}

core_values!([const N: usize] OwnedArguments<N>, N);

// SAFETY: as for `HostArguments`.
unsafe impl<const N: usize> Lift for OwnedArguments<N> {
    fn linear_lift_from_flat(cx: &mut LiftContext<'_>, ty: InterfaceType, src: &[ValRaw; N]) -> Result<Self> {
        Self::take(&HostArguments::linear_lift_from_flat(cx, ty, src)?)
    }

    fn linear_lift_from_memory(cx: &mut LiftContext<'_>, ty: InterfaceType, bytes: &[u8]) -> Result<Self> {
        Self::take(&HostArguments::linear_lift_from_memory(cx, ty, bytes)?)
    }
}

/// The arguments of a function that another instance has, in as many core values as they take.
pub(crate) struct SeamArguments<const N: usize>(pub(crate) Passed);

/// The same however many they are. The image is the call's own, because such calls nest.
pub(crate) struct Passed {
    pub(crate) room: Room,
    /// Borrows that the image holds.
    pub(crate) lent: Box<[u32]>,
    /// The frame that the caller was entered with.
    pub(crate) caller: *const Frame,
}

of_one_call!([const N: usize] SeamArguments<N>);

impl<const N: usize> SeamArguments<N> {
    #[inline]
    fn lift(
        cx: &mut LiftContext<'_>,
        ty: InterfaceType,
        walk: impl FnOnce(&mut LiftContext<'_>, &mut Lifting<'_>, &Layout) -> Result<()>,
    ) -> Result<Self> {
        Frame::with(|frame| {
            // SAFETY: the exchange of the store that this thread is inside of.
            let exchange = unsafe { &*frame.exchange };
            // SAFETY: as in `HostArguments`.
            let layout = unsafe { &*frame.parameters_of_host_function(cx.types, tuple(ty)?) };
            let room = lift_into_room(exchange, frame, |lifting| walk(cx, lifting, layout))
                // Of which function is not known when arguments are lifted.
                .map_err(|error| {
                    within_tuple(error, |position| {
                        format!("a plugged function's argument {position}")
                    })
                })?;
            Ok(SeamArguments(Passed {
                room,
                lent: exchange.resources.take_lent(),
                caller: frame,
            }))
        })
    }
}

core_values!([const N: usize] SeamArguments<N>, N);

lifted_by_a_walk!(SeamArguments);
