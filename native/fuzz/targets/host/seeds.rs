//! A right value of each type, for the mutations to start from.

use super::types::{Number, Type, aligned, fields};
use super::values::Encoding;

/// Writes values where addresses count from the start of `bytes`.
pub struct Seed {
    pub bytes: Vec<u8>,
    pub encoding: Encoding,
    /// The next handle.
    pub handle: u32,
}

impl Seed {
    pub fn new(encoding: Encoding) -> Seed {
        Seed {
            bytes: vec![],
            encoding,
            handle: 1,
        }
    }

    /// Makes room; returns where.
    pub fn reserve(&mut self, size: usize, align: usize) -> usize {
        let at = aligned(self.bytes.len(), align);
        self.bytes.resize(at + size, 0);
        at
    }

    /// Writes a tuple; returns where.
    pub fn tuple(&mut self, types: &[Type]) -> usize {
        let (_, size, align) = fields(types);
        let at = self.reserve(size, align);
        self.members(types, at);
        at
    }

    /// Writes a tuple as core values into places of 8 bytes, which have been reserved from 0 on.
    pub fn tuple_flat(&mut self, types: &[Type]) {
        let slots: Vec<u64> = types.iter().flat_map(|ty| self.flat(ty)).collect();
        for (i, slot) in slots.into_iter().enumerate() {
            self.put(8 * i, 8, slot);
        }
    }

    pub fn put(&mut self, at: usize, size: usize, bits: u64) {
        self.bytes[at..at + size].copy_from_slice(&bits.to_le_bytes()[..size]);
    }

    fn members(&mut self, types: &[Type], at: usize) {
        let (offsets, ..) = fields(types);
        for (ty, offset) in types.iter().zip(offsets) {
            self.value(ty, at + offset);
        }
    }

    fn value(&mut self, ty: &Type, at: usize) {
        let (size, _) = ty.size_and_align();
        match ty {
            Type::Record(members) | Type::Tuple(members) => self.members(members, at),
            Type::FixedList(element, count) => self.elements(element, *count, at),
            Type::Variant(_) | Type::Enum(_) | Type::Option(_) | Type::Result(..) => {
                let (number, payload) = case(ty);
                let cases = ty.cases();
                self.put(at, cases.discriminant, number as u64);
                if let Some(payload) = payload {
                    self.value(payload, at + cases.payload);
                }
            }
            Type::String | Type::List(_) | Type::Map(..) => {
                let [address, length] = self.pointed(ty);
                self.put(at, 8, address | length << 32);
            }
            _ => {
                let bits = self.scalar(ty);
                self.put(at, size, bits);
            }
        }
    }

    fn flat(&mut self, ty: &Type) -> Vec<u64> {
        match ty {
            Type::Record(members) | Type::Tuple(members) => {
                members.iter().flat_map(|ty| self.flat(ty)).collect()
            }
            Type::FixedList(element, count) => (0..*count).flat_map(|_| self.flat(element)).collect(),
            Type::Variant(_) | Type::Enum(_) | Type::Option(_) | Type::Result(..) => {
                let (number, payload) = case(ty);
                let mut slots = vec![number as u64];
                slots.extend(payload.map_or(vec![], |payload| self.flat(payload)));
                slots.resize(ty.flat().len(), 0);
                slots
            }
            Type::String | Type::List(_) | Type::Map(..) => self.pointed(ty).into(),
            _ => vec![self.scalar(ty)],
        }
    }

    fn elements(&mut self, element: &Type, count: usize, at: usize) {
        let (size, _) = element.size_and_align();
        (0..count).for_each(|i| self.value(element, at + i * size));
    }

    /// The address and length of something that lies apart.
    fn pointed(&mut self, ty: &Type) -> [u64; 2] {
        match ty {
            Type::List(element) => self.list(element),
            Type::Map(key, value) => self.list(&Type::Tuple(vec![(**key).clone(), (**value).clone()])),
            _ => {
                let text = "aé";
                let (bytes, length): (Vec<u8>, usize) = match self.encoding {
                    Encoding::Utf8 => (text.into(), text.len()),
                    Encoding::Utf16 => (text.encode_utf16().flat_map(u16::to_le_bytes).collect(), 2),
                    Encoding::Latin1OrUtf16 => (vec![b'a', 0xe9], 2),
                };
                let at = self.reserve(bytes.len(), 2);
                self.bytes[at..at + bytes.len()].copy_from_slice(&bytes);
                [at as u64, length as u64]
            }
        }
    }

    fn list(&mut self, element: &Type) -> [u64; 2] {
        let (size, align) = element.size_and_align();
        // Long enough to leave the guest, if it is of numbers.
        let count = if element.is_plain() { 16 } else { 2 };
        let at = self.reserve(count * size, align);
        self.elements(element, count, at);
        [at as u64, count as u64]
    }

    fn scalar(&mut self, ty: &Type) -> u64 {
        match ty {
            Type::Char => u64::from('ß'),
            Type::Own | Type::Borrow => {
                self.handle += 1;
                u64::from(self.handle) - 1
            }
            Type::Number(Number::U8 | Number::S8) => 0x81,
            Type::Number(_) => 0x8001,
            _ => 1,
        }
    }
}

/// The last case with a payload, if there is one.
fn case(ty: &Type) -> (usize, Option<&Type>) {
    let payloads: Vec<_> = ty.payloads().collect();
    let number = payloads.iter().rposition(Option::is_some).unwrap_or(0);
    (number, payloads[number])
}
