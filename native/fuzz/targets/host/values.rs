//! Values, and the one reader of them: out of a guest's memory, out of an image that goes in, and out of one that came
//! out. The three are the same layout under different rules.

use super::header::{Kind, TOP};
use super::types::{Type, fields};

#[derive(Debug, PartialEq, Eq)]
pub enum Value {
    /// Of numbers, `bool`, `char`, flags: the bits.
    Bits(u64),
    Text(String),
    /// A list of plain elements.
    Plain(Vec<u8>),
    Members(Vec<Value>),
    Case(usize, Option<Box<Value>>),
    /// What the handle stands for.
    Handle(u32),
}

/// Why a value can't be read, and what kind of error a call with it ends with: `None` if that can't be foretold.
#[derive(Debug)]
pub struct Wrong(pub Option<Kind>, pub &'static str);

type Read<T> = Result<T, Wrong>;

fn wrong<T>(kind: Kind, what: &'static str) -> Read<T> {
    Err(Wrong(Some(kind), what))
}

/// `string-encoding` of a component's function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
    Latin1OrUtf16,
}

/// What becomes of lists that leave a guest.
#[derive(Clone, Copy, Debug)]
pub enum Lists {
    Copied,
    /// Numbers of so many bytes are handed to the host.
    Drained(usize),
    /// Plain elements are handed to the host.
    Visited,
}

impl Lists {
    fn leaves(self, element: &Type, size: usize) -> bool {
        match self {
            Lists::Copied => false,
            Lists::Drained(threshold) => matches!(element, Type::Number(_)) && size >= threshold && size > 0,
            Lists::Visited => element.is_plain(),
        }
    }
}

/// A list that left a guest.
pub struct Side {
    pub tag: i64,
    pub visited: bool,
    pub bytes: Vec<u8>,
}

pub enum Rules<'a> {
    /// In a guest, which may be wrong in all ways that the canonical ABI forbids.
    Guest {
        encoding: Encoding,
        /// The bytes that strings and lists may still have.
        fuel: usize,
        lists: Lists,
        /// The host takes no lists.
        refused: bool,
    },
    /// Written by a host, which may be wrong in all ways that `switchblade.h` forbids.
    Host {
        /// The bytes that strings and lists may still have before it is unknown whether the guest has room for them.
        room: usize,
    },
    /// Written by the library: must not be wrong at all.
    Library { lists: Lists, side: &'a [Side] },
}

/// Tells what a handle stands for, if it may be passed: whether it is owned, and its number.
pub type Resolve<'a> = &'a mut dyn FnMut(bool, u32) -> Read<u32>;

pub struct Reader<'a> {
    pub bytes: &'a [u8],
    pub rules: Rules<'a>,
    pub resolve: Resolve<'a>,
}

/// The bytes of a side-table entry that the host writes into guests, for the few that there are.
pub fn filling(entry: u32, size: usize) -> Option<Vec<u8>> {
    let known = entry < 3 || (entry == 3 && size == 8);
    known.then(|| {
        (0..size)
            .map(|i| (i as u8).wrapping_mul(7).wrapping_add(entry as u8))
            .collect()
    })
}

impl<'a> Reader<'a> {
    /// A tuple at an address that a guest gave.
    pub fn tuple_at(&mut self, types: &[Type], address: u32) -> Read<Value> {
        let (_, size, align) = fields(types);
        let at = address as usize;
        if !at.is_multiple_of(align) {
            return wrong(Kind::Trap, "a tuple is not aligned");
        }
        if at + size > self.bytes.len() {
            return wrong(Kind::Trap, "a tuple is out of bounds");
        }
        self.tuple(types, at)
    }

    pub fn tuple(&mut self, types: &[Type], at: usize) -> Read<Value> {
        let (offsets, ..) = fields(types);
        let members = types.iter().zip(offsets);
        members
            .map(|(ty, offset)| self.value(ty, at + offset))
            .collect::<Read<_>>()
            .map(Value::Members)
    }

    pub fn tuple_flat(&mut self, types: &[Type], slots: &[u64]) -> Read<Value> {
        let mut slots = slots.iter().copied();
        let mut members = vec![];
        for ty in types {
            members.push(self.value_flat(ty, &mut slots)?);
        }
        assert!(slots.next().is_none(), "more slots than values");
        Ok(Value::Members(members))
    }

    fn value(&mut self, ty: &Type, at: usize) -> Read<Value> {
        let (size, _) = ty.size_and_align();
        Ok(match ty {
            Type::Number(number) => Value::Bits(self.number(at, number.size())?),
            Type::Bool | Type::Char | Type::Flags(_) | Type::Own | Type::Borrow => {
                let bits = self.number(at, size)?;
                self.scalar(ty, bits)?
            }
            Type::String => {
                let pair = self.number(at, 8)?;
                self.text(pair as u32, (pair >> 32) as u32)?
            }
            Type::List(element) => {
                let pair = self.number(at, 8)?;
                self.list(element, pair as u32, (pair >> 32) as u32)?
            }
            Type::Map(key, value) => {
                let pair = self.number(at, 8)?;
                self.map(key, value, pair as u32, (pair >> 32) as u32)?
            }
            Type::FixedList(element, count) => self.elements(element, at, *count)?,
            Type::Record(members) | Type::Tuple(members) => self.tuple(members, at)?,
            Type::Variant(_) | Type::Enum(_) | Type::Option(_) | Type::Result(..) => {
                let cases = ty.cases();
                let (case, payload) = self.case(ty, self.number(at, cases.discriminant)?)?;
                let payload = payload.map(|payload| self.value(payload, at + cases.payload));
                Value::Case(case, payload.transpose()?.map(Box::new))
            }
        })
    }

    fn value_flat(&mut self, ty: &Type, slots: &mut dyn Iterator<Item = u64>) -> Read<Value> {
        let mut slot = || slots.next().expect("fewer slots than values");
        Ok(match ty {
            Type::Number(number) => Value::Bits(slot() & (u64::MAX >> (64 - 8 * number.size()))),
            Type::Bool | Type::Char | Type::Flags(_) | Type::Own | Type::Borrow => {
                let bits = u64::from(slot() as u32);
                self.scalar(ty, bits)?
            }
            Type::String => {
                let (address, length) = (slot() as u32, slot() as u32);
                self.text(address, length)?
            }
            Type::List(element) => {
                let (address, length) = (slot() as u32, slot() as u32);
                self.list(element, address, length)?
            }
            Type::Map(key, value) => {
                let (address, length) = (slot() as u32, slot() as u32);
                self.map(key, value, address, length)?
            }
            Type::FixedList(element, count) => {
                let members = (0..*count).map(|_| self.value_flat(element, slots));
                Value::Members(members.collect::<Read<_>>()?)
            }
            Type::Record(members) | Type::Tuple(members) => {
                let members = members.iter().map(|ty| self.value_flat(ty, slots));
                Value::Members(members.collect::<Read<_>>()?)
            }
            Type::Variant(_) | Type::Enum(_) | Type::Option(_) | Type::Result(..) => {
                let shared: Vec<u64> = ty.flat().iter().map(|_| slot()).collect();
                let mut shared = shared.into_iter();
                let number = shared.next().expect("a discriminant");
                let (case, payload) = self.case(ty, u64::from(number as u32))?;
                let payload = payload.map(|payload| self.value_flat(payload, &mut shared));
                Value::Case(case, payload.transpose()?.map(Box::new))
            }
        })
    }

    fn scalar(&mut self, ty: &Type, bits: u64) -> Read<Value> {
        match ty {
            Type::Bool if matches!(self.rules, Rules::Library { .. }) && bits > 1 => {
                wrong(Kind::Image, "a bool is neither 0 nor 1")
            }
            Type::Bool => Ok(Value::Bits(u64::from(bits != 0))),
            Type::Char if char::from_u32(bits as u32).is_none() => self.invalid("no Unicode scalar value"),
            Type::Flags(labels) => {
                let known = bits & (u64::MAX >> (64 - labels));
                if known != bits && !matches!(self.rules, Rules::Guest { .. }) {
                    return self.invalid("a bit without a label");
                }
                Ok(Value::Bits(known))
            }
            Type::Own | Type::Borrow => {
                (self.resolve)(matches!(ty, Type::Own), bits as u32).map(Value::Handle)
            }
            _ => Ok(Value::Bits(bits)),
        }
    }

    fn case<'t>(&self, ty: &'t Type, number: u64) -> Read<(usize, Option<&'t Type>)> {
        match ty.payloads().nth(number as usize) {
            Some(payload) => Ok((number as usize, payload)),
            None => self.invalid("no such case"),
        }
    }

    fn text(&mut self, address: u32, length: u32) -> Read<Value> {
        let (mut size, mut unit) = (length as usize, 1);
        if let Rules::Guest { encoding, .. } = &self.rules {
            let align = if *encoding == Encoding::Utf8 { 1 } else { 2 };
            if !address.is_multiple_of(align) {
                return wrong(Kind::Trap, "a string is not aligned");
            }
            match encoding {
                Encoding::Utf8 => {}
                Encoding::Utf16 => (size, unit) = (size * 2, 2),
                Encoding::Latin1OrUtf16 if length & TOP != 0 => {
                    (size, unit) = ((length ^ TOP) as usize * 2, 2);
                }
                Encoding::Latin1OrUtf16 => unit = 0,
            }
        }
        let bytes = self.range(address as usize, size)?;
        self.consume(size)?;
        let text = match unit {
            // Latin-1: each byte is a scalar value.
            0 => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
            1 => std::str::from_utf8(bytes).ok().map(str::to_string),
            _ => {
                let units = bytes.chunks(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
                char::decode_utf16(units).collect::<Result<String, _>>().ok()
            }
        };
        text.map_or_else(|| self.invalid("no text"), |text| Ok(Value::Text(text)))
    }

    fn map(&mut self, key: &Type, value: &Type, address: u32, count: u32) -> Read<Value> {
        // A list of tuples, but never handed to the host while it is drained.
        self.list(&Type::Tuple(vec![key.clone(), value.clone()]), address, count)
    }

    fn list(&mut self, element: &Type, address: u32, count: u32) -> Read<Value> {
        let (size, align) = element.size_and_align();
        let size = count as usize * size;
        let plain = element.is_plain();
        match &self.rules {
            Rules::Library { lists, side } => {
                let leaves = lists.leaves(element, size);
                if leaves != (address & TOP != 0) {
                    return wrong(Kind::Image, "a list is not where it belongs");
                }
                if leaves {
                    let Some(side) = side.get((address ^ TOP) as usize) else {
                        return wrong(Kind::Image, "no such entry of the side table");
                    };
                    let tag = match element {
                        Type::Number(number) => number.tag(),
                        _ => 0xff,
                    };
                    let visited = matches!(lists, Lists::Visited);
                    if (side.tag, side.visited, side.bytes.len()) != (tag, visited, size) {
                        return wrong(Kind::Image, "a list left the guest as something else");
                    }
                    return Ok(Value::Plain(element.without_padding(side.bytes.clone())));
                }
            }
            Rules::Host { .. } if address & TOP != 0 => {
                if !plain {
                    return wrong(Kind::Image, "a list in the side table that can't be there");
                }
                self.consume(size)?;
                let bytes = filling(address ^ TOP, size);
                return bytes.map_or_else(
                    || wrong(Kind::Image, "no such entry of the side table"),
                    |bytes| Ok(Value::Plain(element.without_padding(bytes))),
                );
            }
            Rules::Guest { .. } if !(address as usize).is_multiple_of(align) => {
                return wrong(Kind::Trap, "a list is not aligned");
            }
            _ => {}
        }
        let at = address as usize;
        self.range(at, size)?;
        if size > 0 && !at.is_multiple_of(align) {
            return self.invalid("a list is not aligned");
        }
        let (looked_at, refused) = match self.rules {
            // What is looked at in place is not copied.
            Rules::Guest { lists, refused, .. } => (
                matches!(lists, Lists::Visited) && plain,
                refused && lists.leaves(element, size),
            ),
            _ => (false, false),
        };
        if !looked_at {
            self.consume(size)?;
        }
        if refused {
            return wrong(Kind::Host, "the host takes no lists");
        }
        if plain {
            let bytes = self.range(at, size)?.to_vec();
            return Ok(Value::Plain(element.without_padding(bytes)));
        }
        self.elements(element, at, count as usize)
    }

    fn elements(&mut self, element: &Type, at: usize, count: usize) -> Read<Value> {
        let (size, _) = element.size_and_align();
        let elements = (0..count).map(|i| self.value(element, at + i * size));
        elements.collect::<Read<_>>().map(Value::Members)
    }

    fn number(&self, at: usize, size: usize) -> Read<u64> {
        let mut bits = [0; 8];
        bits[..size].copy_from_slice(self.range(at, size)?);
        Ok(u64::from_le_bytes(bits))
    }

    fn range(&self, at: usize, size: usize) -> Read<&'a [u8]> {
        let bytes: &'a [u8] = self.bytes;
        let found = bytes.get(at..).and_then(|rest| rest.get(..size));
        found.map_or_else(|| self.invalid("out of bounds"), Ok)
    }

    fn consume(&mut self, bytes: usize) -> Read<()> {
        let (left, kind) = match &mut self.rules {
            Rules::Guest { fuel, .. } => (fuel, Some(Kind::Limit)),
            Rules::Host { room } => (room, None),
            Rules::Library { .. } => return Ok(()),
        };
        match left.checked_sub(bytes) {
            Some(rest) => {
                *left = rest;
                Ok(())
            }
            None => Err(Wrong(kind, "too much")),
        }
    }

    fn invalid<T>(&self, what: &'static str) -> Read<T> {
        let kind = match self.rules {
            Rules::Guest { .. } => Kind::Trap,
            _ => Kind::Image,
        };
        wrong(kind, what)
    }
}
