//! Types, made from a number, and the canonical ABI's layout of them, after its specification.

/// The types that are copied without a look at them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    S8,
    U8,
    S16,
    U16,
    S32,
    U32,
    S64,
    U64,
    F32,
    F64,
}

impl Number {
    pub const ALL: [Number; 10] = [
        Number::S8,
        Number::U8,
        Number::S16,
        Number::U16,
        Number::S32,
        Number::U32,
        Number::S64,
        Number::U64,
        Number::F32,
        Number::F64,
    ];

    pub fn name(self) -> &'static str {
        ["s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "f32", "f64"][self as usize]
    }

    /// As the descriptions of components have it.
    pub fn tag(self) -> i64 {
        self as i64 + 1
    }

    pub fn size(self) -> usize {
        [1, 1, 2, 2, 4, 4, 8, 8, 4, 8][self as usize]
    }
}

#[derive(Clone, Debug)]
pub enum Type {
    Bool,
    Number(Number),
    Char,
    String,
    List(Box<Type>),
    Map(Box<Type>, Box<Type>),
    FixedList(Box<Type>, usize),
    Record(Vec<Type>),
    Tuple(Vec<Type>),
    Variant(Vec<Option<Type>>),
    Enum(usize),
    Option(Box<Type>),
    Result(Option<Box<Type>>, Option<Box<Type>>),
    Flags(usize),
    Own,
    Borrow,
}

/// A type of core WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Core {
    I32,
    I64,
    F32,
    F64,
}

impl Core {
    pub fn name(self) -> &'static str {
        ["i32", "i64", "f32", "f64"][self as usize]
    }

    /// What holds either, where cases share a slot.
    fn join(self, other: Core) -> Core {
        match (self, other) {
            _ if self == other => self,
            (Core::I32, Core::F32) | (Core::F32, Core::I32) => Core::I32,
            _ => Core::I64,
        }
    }
}

/// Where the payload of a variant starts.
#[derive(Clone, Copy)]
pub struct Cases {
    pub discriminant: usize,
    pub payload: usize,
}

pub fn aligned(offset: usize, align: usize) -> usize {
    offset.next_multiple_of(align)
}

/// Where the members of a tuple lie, then its size and alignment.
pub fn fields<'a>(types: impl IntoIterator<Item = &'a Type>) -> (Vec<usize>, usize, usize) {
    let (mut end, mut strictest) = (0, 1);
    let offsets = types
        .into_iter()
        .map(|ty| {
            let (size, align) = ty.size_and_align();
            let at = aligned(end, align);
            end = at + size;
            strictest = strictest.max(align);
            at
        })
        .collect();
    (offsets, aligned(end, strictest), strictest)
}

/// The core types that a tuple flattens to.
pub fn flat<'a>(types: impl IntoIterator<Item = &'a Type>) -> Vec<Core> {
    types.into_iter().flat_map(Type::flat).collect()
}

impl Type {
    pub fn size_and_align(&self) -> (usize, usize) {
        match self {
            Type::Bool => (1, 1),
            Type::Number(number) => (number.size(), number.size()),
            Type::Char | Type::Own | Type::Borrow => (4, 4),
            Type::String | Type::List(_) | Type::Map(..) => (8, 4),
            Type::FixedList(element, count) => {
                let (size, align) = element.size_and_align();
                (size * count, align)
            }
            Type::Record(members) | Type::Tuple(members) => {
                let (_, size, align) = fields(members);
                (size, align)
            }
            Type::Flags(labels) => match labels {
                0..=8 => (1, 1),
                9..=16 => (2, 2),
                _ => (4, 4),
            },
            Type::Variant(_) | Type::Enum(_) | Type::Option(_) | Type::Result(..) => {
                let payloads = self.payloads();
                let Cases {
                    discriminant,
                    payload,
                } = self.cases();
                let abis = payloads.flatten().map(Type::size_and_align);
                let widest = abis.clone().map(|(size, _)| size).max().unwrap_or(0);
                let align = abis.map(|(_, align)| align).max().unwrap_or(1).max(discriminant);
                (aligned(payload + widest, align), align)
            }
        }
    }

    /// The payloads of all cases, for types that have cases.
    pub fn payloads(&self) -> impl ExactSizeIterator<Item = Option<&Type>> + Clone {
        let count = match self {
            Type::Variant(cases) => cases.len(),
            Type::Enum(labels) => *labels,
            Type::Option(_) | Type::Result(..) => 2,
            _ => 0,
        };
        (0..count).map(move |case| match self {
            Type::Variant(cases) => cases[case].as_ref(),
            Type::Option(some) if case == 1 => Some(some.as_ref()),
            Type::Result(ok, err) => {
                if case == 0 {
                    ok.as_deref()
                } else {
                    err.as_deref()
                }
            }
            _ => None,
        })
    }

    pub fn cases(&self) -> Cases {
        let payloads = self.payloads();
        let discriminant = match payloads.len() {
            0..=0x100 => 1,
            0x101..=0x1_0000 => 2,
            _ => 4,
        };
        let aligns = payloads.flatten().map(|ty| ty.size_and_align().1);
        Cases {
            discriminant,
            payload: aligned(discriminant, aligns.max().unwrap_or(1)),
        }
    }

    pub fn flat(&self) -> Vec<Core> {
        match self {
            Type::Number(Number::F32) => vec![Core::F32],
            Type::Number(Number::F64) => vec![Core::F64],
            Type::Number(Number::S64 | Number::U64) => vec![Core::I64],
            Type::Bool | Type::Number(_) | Type::Char | Type::Flags(_) | Type::Own | Type::Borrow => {
                vec![Core::I32]
            }
            Type::String | Type::List(_) | Type::Map(..) => vec![Core::I32; 2],
            Type::FixedList(element, count) => element.flat().repeat(*count),
            Type::Record(members) | Type::Tuple(members) => flat(members),
            Type::Variant(_) | Type::Enum(_) | Type::Option(_) | Type::Result(..) => {
                let mut joined = vec![];
                for payload in self.payloads().flatten() {
                    for (i, core) in payload.flat().into_iter().enumerate() {
                        match joined.get_mut(i) {
                            Some(slot) => *slot = core.join(*slot),
                            None => joined.push(core),
                        }
                    }
                }
                joined.insert(0, Core::I32);
                joined
            }
        }
    }

    /// Numbers, and what consists of them: lists of it may leave a guest whole.
    pub fn is_plain(&self) -> bool {
        match self {
            Type::Number(_) => true,
            Type::FixedList(element, _) => element.is_plain(),
            Type::Record(members) | Type::Tuple(members) => members.iter().all(Type::is_plain),
            _ => false,
        }
    }

    /// Plain values of this type, one behind the other, with zeroes where nothing lies: what is there means nothing, and
    /// the library clears it on the way into a guest.
    pub fn without_padding(&self, mut values: Vec<u8>) -> Vec<u8> {
        let (size, _) = self.size_and_align();
        for value in values.chunks_exact_mut(size) {
            self.clear_padding(value);
        }
        values
    }

    fn clear_padding(&self, value: &mut [u8]) {
        match self {
            Type::FixedList(element, _) => {
                let (size, _) = element.size_and_align();
                for value in value.chunks_exact_mut(size) {
                    element.clear_padding(value);
                }
            }
            Type::Record(members) | Type::Tuple(members) => {
                let (offsets, _, _) = fields(members);
                let mut end = 0;
                for (member, offset) in members.iter().zip(offsets) {
                    value[end..offset].fill(0);
                    end = offset + member.size_and_align().0;
                    member.clear_padding(&mut value[offset..end]);
                }
                value[end..].fill(0);
            }
            _ => {}
        }
    }

    fn parts(&self) -> Vec<&Type> {
        match self {
            Type::List(inner) | Type::FixedList(inner, _) => vec![inner],
            Type::Map(key, value) => vec![key, value],
            Type::Record(members) | Type::Tuple(members) => members.iter().collect(),
            _ => self.payloads().flatten().collect(),
        }
    }

    pub fn contains(&self, wanted: &dyn Fn(&Type) -> bool) -> bool {
        wanted(self) || self.parts().into_iter().any(|part| part.contains(wanted))
    }

    pub fn has_handles(&self) -> bool {
        self.contains(&|ty| matches!(ty, Type::Own | Type::Borrow))
    }
}

/// SplitMix64: types must be the same on every machine and in every version.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

/// Which handles a type may have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Handles {
    Owned,
    /// Only parameters can be borrowed.
    OwnedAndBorrowed,
}

/// The kinds of types that [`Grammar::of_kind`] tells apart.
pub const KINDS: usize = 17;

/// Makes types.
pub struct Grammar<'a> {
    pub random: &'a mut Random,
    pub handles: Handles,
}

impl Grammar<'_> {
    /// A type of a kind, nested so deep at most. Small enough that an input of a few hundred bytes can fill it.
    pub fn of_kind(&mut self, kind: usize, depth: usize) -> Type {
        for depth in (0..=depth).rev() {
            let ty = self.make(kind, depth);
            if ty.size_and_align().0 <= 512 {
                return ty;
            }
        }
        Type::String
    }

    fn any(&mut self, depth: usize) -> Type {
        let kind = self.random.below(if depth == 0 { 6 } else { KINDS });
        self.make(kind, depth.saturating_sub(1))
    }

    fn some(&mut self, depth: usize, most: usize) -> Vec<Type> {
        (0..=self.random.below(most)).map(|_| self.any(depth)).collect()
    }

    fn maybe(&mut self, depth: usize) -> Option<Type> {
        (self.random.below(3) > 0).then(|| self.any(depth))
    }

    fn number(&mut self) -> Type {
        Type::Number(Number::ALL[self.random.below(10)])
    }

    fn plain(&mut self) -> Type {
        match self.random.below(4) {
            0 => Type::Tuple((0..=self.random.below(3)).map(|_| self.number()).collect()),
            1 => Type::FixedList(Box::new(self.number()), 1 + self.random.below(3)),
            _ => self.number(),
        }
    }

    fn key(&mut self) -> Type {
        match self.random.below(5) {
            0 => Type::Bool,
            1 => Type::Char,
            2 => Type::Number(Number::ALL[self.random.below(8)]),
            _ => Type::String,
        }
    }

    fn make(&mut self, kind: usize, depth: usize) -> Type {
        match kind {
            0 => self.number(),
            1 => Type::Bool,
            2 => Type::Char,
            3 => Type::String,
            4 => Type::Flags(1 + self.random.below(32)),
            5 => Type::Enum(match self.random.below(8) {
                0 => 300,
                _ => 1 + self.random.below(6),
            }),
            6 => Type::List(Box::new(self.plain())),
            7 => Type::List(Box::new(self.any(depth))),
            8 => Type::Map(Box::new(self.key()), Box::new(self.any(depth))),
            9 => Type::FixedList(Box::new(self.any(depth)), 1 + self.random.below(5)),
            10 => Type::Record(self.some(depth, 5)),
            // Sometimes more than 16 core values.
            11 => Type::Record((0..12).flat_map(|_| self.some(0, 3)).collect()),
            12 => Type::Tuple(self.some(depth, 4)),
            13 => Type::Variant((0..=self.random.below(5)).map(|_| self.maybe(depth)).collect()),
            14 => Type::Option(Box::new(self.any(depth))),
            15 => Type::Result(self.maybe(depth).map(Box::new), self.maybe(depth).map(Box::new)),
            _ if self.handles == Handles::OwnedAndBorrowed && self.random.below(2) == 0 => Type::Borrow,
            _ => Type::Own,
        }
    }
}
