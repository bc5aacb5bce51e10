//! Handles inside of values. Everything else is passed on as it is: caller and callee share a memory.

use crate::module::Module;
use std::fmt::Write;
use wit_parser::{Handle, Int, Type, TypeDefKind, TypeId};

/// What happens to the handles of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Owned handles of exported resources become the imported ones that they stand for. A borrowed one has arrived as
    /// that already.
    Take,
    /// Imported handles become owned ones of the exported resources that stand for them.
    Give,
    /// Borrowed handles of imported resources are dropped: none may outlive the call.
    Release,
}

/// A local variable that has a core value, or one that is wider because other cases of a variant need it so.
#[derive(Clone)]
pub struct Slot {
    pub local: String,
    pub ty: &'static str,
}

impl Slot {
    /// Its value as an `i32`.
    fn get(&self) -> String {
        let value = format!("(local.get {})", self.local);
        if self.ty == "i64" {
            format!("(i32.wrap_i64 {value})")
        } else {
            value
        }
    }

    fn set(&self, value: &str) -> String {
        if self.ty == "i64" {
            format!("(local.set {} (i64.extend_i32_u {value}))", self.local)
        } else {
            format!("(local.set {} {value})", self.local)
        }
    }
}

/// What a type is made of, as far as handles go.
enum Shape {
    Plain,
    Handle(TypeId),
    /// Parts that follow each other.
    Parts(Vec<Type>),
    /// Elements elsewhere in memory, each of these parts.
    Elements(Vec<Type>),
    /// A discriminant, and a payload for some of its values.
    Cases(Int, Vec<Option<Type>>),
}

impl Module<'_> {
    fn shape(&self, action: Action, ty: &Type) -> Shape {
        let Type::Id(id) = self.without_aliases(ty) else {
            return Shape::Plain;
        };
        match &self.resolve.types[id].kind {
            TypeDefKind::Handle(handle) => {
                let (Handle::Own(resource) | Handle::Borrow(resource)) = handle;
                let Type::Id(resource) = self.without_aliases(&Type::Id(*resource)) else {
                    unreachable!("a handle is of a resource");
                };
                let exported = self.exported_key(resource).is_some();
                let concerned = match handle {
                    Handle::Own(_) => action != Action::Release && exported,
                    Handle::Borrow(_) => action == Action::Release && !exported,
                };
                if concerned {
                    Shape::Handle(resource)
                } else {
                    Shape::Plain
                }
            }
            TypeDefKind::Record(record) => Shape::Parts(record.fields.iter().map(|field| field.ty).collect()),
            TypeDefKind::Tuple(tuple) => Shape::Parts(tuple.types.clone()),
            TypeDefKind::FixedLengthList(element, length) => Shape::Parts(vec![*element; *length as usize]),
            TypeDefKind::List(element) => Shape::Elements(vec![*element]),
            TypeDefKind::Map(key, value) => Shape::Elements(vec![*key, *value]),
            TypeDefKind::Variant(variant) => {
                Shape::Cases(variant.tag(), variant.cases.iter().map(|case| case.ty).collect())
            }
            TypeDefKind::Option(some) => Shape::Cases(Int::U8, vec![None, Some(*some)]),
            TypeDefKind::Result(result) => Shape::Cases(Int::U8, vec![result.ok, result.err]),
            _ => Shape::Plain,
        }
    }

    /// Whether a value has handles that an action is about.
    fn concerns(&self, action: Action, ty: &Type) -> bool {
        match self.shape(action, ty) {
            Shape::Plain => false,
            Shape::Handle(_) => true,
            Shape::Parts(parts) | Shape::Elements(parts) => {
                parts.iter().any(|part| self.concerns(action, part))
            }
            Shape::Cases(_, payloads) => payloads
                .iter()
                .flatten()
                .any(|payload| self.concerns(action, payload)),
        }
    }

    /// Acts on the handles of a value at an offset from the address in `$at`.
    pub fn in_memory(&mut self, action: Action, ty: &Type, offset: usize) -> String {
        if !self.concerns(action, ty) {
            return String::new();
        }
        let load = |offset: usize| format!("(i32.load offset={offset} (local.get $at))");
        match self.shape(action, ty) {
            Shape::Plain => String::new(),
            Shape::Handle(resource) => {
                let convert = self.conversion(action, resource);
                format!(
                    "\n    (i32.store offset={offset} (local.get $at) (call {convert} {}))",
                    load(offset)
                )
            }
            Shape::Parts(parts) => {
                let mut text = String::new();
                for (inner, part) in self.sizes.field_offsets(&parts) {
                    text += &self.in_memory(action, part, offset + inner.size_wasm32());
                }
                text
            }
            Shape::Elements(parts) => {
                let each = self.each(action, &parts);
                format!("\n    (call {each} {} {})", load(offset), load(offset + 4))
            }
            Shape::Cases(tag, payloads) => {
                let at = offset
                    + self
                        .sizes
                        .payload_offset(tag, payloads.iter().map(Option::as_ref))
                        .size_wasm32();
                let load = match tag {
                    Int::U8 => "i32.load8_u",
                    Int::U16 => "i32.load16_u",
                    Int::U32 | Int::U64 => "i32.load",
                };
                let discriminant = format!("({load} offset={offset} (local.get $at))");
                self.in_cases(action, &payloads, &discriminant, |module, payload| {
                    module.in_memory(action, payload, at)
                })
            }
        }
    }

    /// Acts on the handles of a value that has been passed in local variables.
    pub fn in_slots(&mut self, action: Action, ty: &Type, slots: &[Slot]) -> String {
        if !self.concerns(action, ty) {
            return String::new();
        }
        match self.shape(action, ty) {
            Shape::Plain => String::new(),
            Shape::Handle(resource) => {
                let convert = self.conversion(action, resource);
                let slot = &slots[0];
                format!("\n    {}", slot.set(&format!("(call {convert} {})", slot.get())))
            }
            Shape::Parts(parts) => {
                let mut text = String::new();
                let mut at = 0;
                for part in &parts {
                    let count = self.flat_count(part);
                    text += &self.in_slots(action, part, &slots[at..at + count]);
                    at += count;
                }
                text
            }
            Shape::Elements(parts) => {
                let each = self.each(action, &parts);
                format!("\n    (call {each} {} {})", slots[0].get(), slots[1].get())
            }
            Shape::Cases(_, payloads) => {
                self.in_cases(action, &payloads, &slots[0].get(), |module, payload| {
                    module.in_slots(action, payload, &slots[1..])
                })
            }
        }
    }

    fn in_cases(
        &mut self,
        action: Action,
        payloads: &[Option<Type>],
        discriminant: &str,
        mut act: impl FnMut(&mut Self, &Type) -> String,
    ) -> String {
        let mut text = String::new();
        for (number, payload) in payloads.iter().enumerate() {
            if let Some(payload) = payload
                && self.concerns(action, payload)
            {
                let then = act(self, payload);
                write!(
                    text,
                    "\n    (if (i32.eq {discriminant} (i32.const {number})) (then{then}))"
                )
                .unwrap();
            }
        }
        text
    }

    /// A function that acts on each of a number of elements in memory.
    fn each(&mut self, action: Action, parts: &[Type]) -> String {
        let size = self.sizes.record(parts).size.size_wasm32();
        let mut body = String::new();
        for (offset, part) in self.sizes.field_offsets(parts) {
            body += &self.in_memory(action, part, offset.size_wasm32());
        }
        let id = format!("$each{}", self.functions.len());
        writeln!(
            self.functions,
            "  (func {id} (param $at i32) (param $count i32)
    (loop $next
      (if (local.get $count) (then{body}
        (local.set $at (i32.add (local.get $at) (i32.const {size})))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next)))))"
        )
        .unwrap();
        id
    }
}
