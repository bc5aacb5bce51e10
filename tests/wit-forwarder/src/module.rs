//! The core module of a forwarder, as text.

use crate::handles::{Action, Slot};
use std::collections::BTreeMap;
use std::fmt::Write;
use wit_parser::abi::{AbiVariant, WasmType};
use wit_parser::{
    Function, InterfaceId, LiftLowerAbi, ManglingAndAbi, Resolve, ResourceIntrinsic, SizeAlign, Type,
    TypeDefKind, TypeId, TypeOwner, WasmExport, WasmExportKind, WasmImport, World, WorldId, WorldItem,
    WorldKey,
};

const NAMES: ManglingAndAbi = ManglingAndAbi::Legacy(LiftLowerAbi::Sync);

/// Where free memory begins: nobody is given the address 0.
const BASE: u32 = 16;

/// Memory is never given back in parts: all that a call has used is free when the next one begins.
const MEMORY: &str = r#"
  (memory (export "memory") 1)
  (global $top (mut i32) (i32.const 16))
  (func $realloc (export "cabi_realloc") (param $old i32) (param $size i32) (param $align i32) (param $new i32) (result i32)
    (local $at i32)
    (local.set $at
      (i32.and
        (i32.add (global.get $top) (i32.sub (local.get $align) (i32.const 1)))
        (i32.sub (i32.const 0) (local.get $align))))
    (global.set $top (i32.add (local.get $at) (local.get $new)))
    (if (i32.gt_u (global.get $top) (i32.shl (memory.size) (i32.const 16)))
      (then
        (if (i32.eq (i32.const -1)
              (memory.grow
                (i32.sub
                  (i32.shr_u (i32.add (global.get $top) (i32.const 65535)) (i32.const 16))
                  (memory.size))))
          (then unreachable))))
    (memory.copy (local.get $at) (local.get $old) (local.get $size))
    (local.get $at))
  ;; Set while a resource is taken out of its handle, whose destructor then has nothing to drop.
  (global $keep (mut i32) (i32.const 0))
"#;

/// A core module that is being written.
pub struct Module<'a> {
    pub resolve: &'a Resolve,
    pub sizes: SizeAlign,
    world: &'a World,
    /// By module and name.
    imports: BTreeMap<(String, String), Import>,
    pub functions: String,
    /// What traps, and why.
    pub unreachable: Vec<String>,
}

struct Import {
    id: String,
    signature: String,
}

impl<'a> Module<'a> {
    pub fn forwarding(resolve: &'a Resolve, world: WorldId) -> Self {
        let mut sizes = SizeAlign::default();
        sizes.fill(resolve);
        let mut module = Module {
            resolve,
            sizes,
            world: &resolve.worlds[world],
            imports: BTreeMap::new(),
            functions: String::new(),
            unreachable: Vec::new(),
        };
        for (key, item) in &module.world.exports {
            match item {
                WorldItem::Function(function) => {
                    let counterpart = match module.world.imports.get(key) {
                        Some(WorldItem::Function(function)) => Some(function),
                        _ => None,
                    };
                    module.forward(None, function, counterpart.map(|function| (None, function)));
                }
                WorldItem::Interface { id, .. } => module.forward_interface(key, *id),
                WorldItem::Type { .. } => {}
            }
        }
        module
    }

    /// The module's text.
    pub fn text(&self) -> String {
        let mut text = String::from("(module\n");
        for ((module, name), Import { id, signature }) in &self.imports {
            writeln!(text, "  (import {module:?} {name:?} (func {id}{signature}))").unwrap();
        }
        text + MEMORY + &self.functions + ")\n"
    }

    fn forward_interface(&mut self, key: &'a WorldKey, exported: InterfaceId) {
        let imported = self.imported_interface(key);
        let interface = &self.resolve.interfaces[exported];
        for (name, function) in &interface.functions {
            let counterpart = imported.and_then(|(key, interface)| {
                let function = self.resolve.interfaces[interface].functions.get(name)?;
                Some((Some(key), function))
            });
            self.forward(Some(key), function, counterpart);
        }
        for id in interface.types.values() {
            if matches!(self.resolve.types[*id].kind, TypeDefKind::Resource) {
                self.destructor(key, *id);
            }
        }
    }

    /// The imported interface that an exported one passes its calls on to.
    fn imported_interface(&self, key: &WorldKey) -> Option<(&'a WorldKey, InterfaceId)> {
        match self.world.imports.get_key_value(key) {
            Some((key, WorldItem::Interface { id, .. })) => Some((key, *id)),
            _ => None,
        }
    }

    fn destructor(&mut self, key: &WorldKey, resource: TypeId) {
        let name = self.resolve.wasm_export_name(
            NAMES,
            WasmExport::ResourceDtor {
                interface: key,
                resource,
            },
        );
        let drop = self.counterpart(key, resource).map_or(String::new(), |imported| {
            let drop = self.drop_imported(imported);
            format!("\n    (if (i32.eqz (global.get $keep)) (then (call {drop} (local.get 0))))")
        });
        writeln!(
            self.functions,
            "  (func (export {name:?}) (param i32){drop}\n    (global.set $keep (i32.const 0)))"
        )
        .unwrap();
    }

    /// The imported resource that an exported one stands for.
    fn counterpart(&self, key: &WorldKey, resource: TypeId) -> Option<TypeId> {
        let (_, interface) = self.imported_interface(key)?;
        let name = self.resolve.types[resource].name.as_ref()?;
        self.resolve.interfaces[interface].types.get(name).copied()
    }

    fn forward(
        &mut self,
        key: Option<&WorldKey>,
        function: &Function,
        counterpart: Option<(Option<&WorldKey>, &Function)>,
    ) {
        let target = match counterpart {
            None => Err("nothing of that name is imported"),
            Some((_, imported)) if !self.same_signature(function, imported) => {
                Err("what is imported has another type")
            }
            Some(target) => Ok(target),
        };
        let exported = self.resolve.wasm_signature(AbiVariant::GuestExport, function);
        let results = exported.results.iter().map(core_type);
        let signature = signature(exported.params.iter().map(core_type), results.clone());
        let name = |kind| {
            let interface = key;
            self.resolve.wasm_export_name(
                NAMES,
                WasmExport::Func {
                    interface,
                    func: function,
                    kind,
                },
            )
        };
        let normal = name(WasmExportKind::Normal);
        let post = name(WasmExportKind::PostReturn);
        let body = match target {
            Ok((from, imported)) => self.pass_on(from, function, imported),
            Err(why) => {
                self.unreachable.push(format!("{normal}: {why}"));
                "\n    unreachable".to_owned()
            }
        };
        writeln!(
            self.functions,
            "  (func (export {normal:?}){signature} (local $at i32) (local $area i32){}{body})",
            results
                .clone()
                .map(|ty| format!(" (local $result {ty})"))
                .collect::<String>()
        )
        .unwrap();
        writeln!(
            self.functions,
            "  (func (export {post:?}){} (global.set $top (i32.const {BASE})))",
            self::signature(results, [])
        )
        .unwrap();
    }

    fn pass_on(&mut self, from: Option<&WorldKey>, function: &Function, imported: &Function) -> String {
        let inner = self.resolve.wasm_signature(AbiVariant::GuestImport, imported);
        let outer = self.resolve.wasm_signature(AbiVariant::GuestExport, function);
        let (module, name) = self.resolve.wasm_import_name(
            NAMES,
            WasmImport::Func {
                interface: from,
                func: imported,
            },
        );
        let call = self.import(
            module,
            name,
            signature(
                inner.params.iter().map(core_type),
                inner.results.iter().map(core_type),
            ),
        );
        let params: Vec<Type> = function.params.iter().map(|param| param.ty).collect();
        let mut body = self.convert_params(Action::Take, &params, &outer);
        let mut arguments: String = (0..outer.params.len())
            .map(|i| format!(" (local.get {i})"))
            .collect();
        if let (true, Some(result)) = (inner.retptr, &function.result) {
            let size = self.sizes.size(result).size_wasm32();
            let align = self.sizes.align(result).align_wasm32();
            write!(
                body,
                "\n    (local.set $area (call $realloc (i32.const 0) (i32.const 0) (i32.const {align}) (i32.const {size})))"
            )
            .unwrap();
            arguments += " (local.get $area)";
        }
        match (outer.results.is_empty(), inner.retptr) {
            (false, false) => write!(body, "\n    (local.set $result (call {call}{arguments}))"),
            (false, true) => write!(
                body,
                "\n    (call {call}{arguments})\n    (local.set $result (local.get $area))"
            ),
            (true, _) => write!(body, "\n    (call {call}{arguments})"),
        }
        .unwrap();
        body += &self.convert_params(Action::Release, &params, &outer);
        if let Some(result) = &function.result
            && !outer.results.is_empty()
        {
            if inner.retptr {
                body += "\n    (local.set $at (local.get $area))";
                body += &self.in_memory(Action::Give, result, 0);
            } else {
                let slot = Slot {
                    local: "$result".into(),
                    ty: core_type(&outer.results[0]),
                };
                body += &self.in_slots(Action::Give, result, &[slot]);
            }
            body += "\n    (local.get $result)";
        }
        body
    }

    fn convert_params(
        &mut self,
        action: Action,
        params: &[Type],
        outer: &wit_parser::abi::WasmSignature,
    ) -> String {
        if outer.indirect_params {
            let mut text = String::from("\n    (local.set $at (local.get 0))");
            for (offset, ty) in self.sizes.field_offsets(params) {
                text += &self.in_memory(action, ty, offset.size_wasm32());
            }
            return text;
        }
        let slots: Vec<Slot> = outer
            .params
            .iter()
            .enumerate()
            .map(|(i, ty)| Slot {
                local: i.to_string(),
                ty: core_type(ty),
            })
            .collect();
        let mut at = 0;
        let mut text = String::new();
        for ty in params {
            let count = self.flat_count(ty);
            text += &self.in_slots(action, ty, &slots[at..at + count]);
            at += count;
        }
        text
    }

    /// The function that turns a handle into another: it takes and returns an `i32`.
    pub fn conversion(&mut self, action: Action, resource: TypeId) -> String {
        let exported = self.exported_key(resource);
        let id = format!("${action:?}{}", resource.index());
        let header = format!("  (func {id} (param i32) (result i32)");
        if self.functions.contains(&header) {
            return id;
        }
        let body = match (action, exported) {
            (Action::Take, Some(key)) => {
                let rep = self.intrinsic(key, resource, ResourceIntrinsic::ExportedRep);
                let drop = self.intrinsic(key, resource, ResourceIntrinsic::ExportedDrop);
                format!(
                    "(local $rep i32)
    (local.set $rep (call {rep} (local.get 0)))
    (global.set $keep (i32.const 1))
    (call {drop} (local.get 0))
    (local.get $rep)"
                )
            }
            (Action::Give, Some(key)) => {
                let new = self.intrinsic(key, resource, ResourceIntrinsic::ExportedNew);
                format!("(call {new} (local.get 0))")
            }
            (Action::Release, _) => {
                let drop = self.drop_imported(resource);
                format!("(call {drop} (local.get 0)) (i32.const 0)")
            }
            (Action::Take | Action::Give, None) => "(local.get 0)".to_owned(),
        };
        writeln!(self.functions, "{header} {body})").unwrap();
        id
    }

    /// The exported interface that a resource is of.
    pub fn exported_key(&self, resource: TypeId) -> Option<&'a WorldKey> {
        let owner = self.resolve.types[resource].owner;
        self.world.exports.iter().find_map(|(key, item)| match item {
            WorldItem::Interface { id, .. } if owner == TypeOwner::Interface(*id) => Some(key),
            _ => None,
        })
    }

    fn drop_imported(&mut self, resource: TypeId) -> String {
        let owner = self.resolve.types[resource].owner;
        let interface = self.world.imports.iter().find_map(|(key, item)| match item {
            WorldItem::Interface { id, .. } if owner == TypeOwner::Interface(*id) => Some(key),
            _ => None,
        });
        self.resource_import(interface, resource, ResourceIntrinsic::ImportedDrop)
    }

    fn intrinsic(&mut self, key: &WorldKey, resource: TypeId, intrinsic: ResourceIntrinsic) -> String {
        self.resource_import(Some(key), resource, intrinsic)
    }

    fn resource_import(
        &mut self,
        interface: Option<&WorldKey>,
        resource: TypeId,
        intrinsic: ResourceIntrinsic,
    ) -> String {
        let signature = match intrinsic {
            ResourceIntrinsic::ImportedDrop | ResourceIntrinsic::ExportedDrop => " (param i32)",
            ResourceIntrinsic::ExportedNew | ResourceIntrinsic::ExportedRep => " (param i32) (result i32)",
        };
        let (module, name) = self.resolve.wasm_import_name(
            NAMES,
            WasmImport::ResourceIntrinsic {
                interface,
                resource,
                intrinsic,
            },
        );
        self.import(module, name, signature.to_owned())
    }

    fn import(&mut self, module: String, name: String, signature: String) -> String {
        let id = format!("$import{}", self.imports.len());
        self.imports
            .entry((module, name))
            .or_insert(Import { id, signature })
            .id
            .clone()
    }

    /// How many core values a value is passed as; there must be no more than parameters are.
    pub fn flat_count(&self, ty: &Type) -> usize {
        self.flat(ty).len()
    }

    /// The core values that a value is passed as.
    pub fn flat(&self, ty: &Type) -> Vec<&'static str> {
        let mut storage = [WasmType::I32; Resolve::MAX_FLAT_PARAMS];
        let mut flat = wit_parser::abi::FlatTypes::new(&mut storage);
        self.resolve.push_flat(ty, &mut flat);
        flat.to_vec().iter().map(core_type).collect()
    }

    fn same_signature(&self, one: &Function, other: &Function) -> bool {
        one.params.len() == other.params.len()
            && one
                .params
                .iter()
                .zip(&other.params)
                .all(|(one, other)| self.same(&one.ty, &other.ty))
            && self.same_perhaps(&one.result, &other.result)
    }

    fn same_perhaps(&self, one: &Option<Type>, other: &Option<Type>) -> bool {
        match (one, other) {
            (Some(one), Some(other)) => self.same(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }

    /// Whether values of two types are laid out and named alike.
    fn same(&self, one: &Type, other: &Type) -> bool {
        let (Type::Id(one), Type::Id(other)) = (self.without_aliases(one), self.without_aliases(other))
        else {
            return self.without_aliases(one) == self.without_aliases(other);
        };
        let names =
            |one: TypeId, other: TypeId| self.resolve.types[one].name == self.resolve.types[other].name;
        one == other
            || match (&self.resolve.types[one].kind, &self.resolve.types[other].kind) {
                (TypeDefKind::Record(one), TypeDefKind::Record(other)) => {
                    one.fields.len() == other.fields.len()
                        && (one.fields.iter().zip(&other.fields))
                            .all(|(one, other)| one.name == other.name && self.same(&one.ty, &other.ty))
                }
                (TypeDefKind::Tuple(one), TypeDefKind::Tuple(other)) => {
                    one.types.len() == other.types.len()
                        && one
                            .types
                            .iter()
                            .zip(&other.types)
                            .all(|(one, other)| self.same(one, other))
                }
                (TypeDefKind::Variant(one), TypeDefKind::Variant(other)) => {
                    one.cases.len() == other.cases.len()
                        && (one.cases.iter().zip(&other.cases)).all(|(one, other)| {
                            one.name == other.name && self.same_perhaps(&one.ty, &other.ty)
                        })
                }
                (TypeDefKind::Enum(one), TypeDefKind::Enum(other)) => one
                    .cases
                    .iter()
                    .map(|case| &case.name)
                    .eq(other.cases.iter().map(|case| &case.name)),
                (TypeDefKind::Flags(one), TypeDefKind::Flags(other)) => one
                    .flags
                    .iter()
                    .map(|flag| &flag.name)
                    .eq(other.flags.iter().map(|flag| &flag.name)),
                (TypeDefKind::Option(one), TypeDefKind::Option(other))
                | (TypeDefKind::List(one), TypeDefKind::List(other)) => self.same(one, other),
                (TypeDefKind::Result(one), TypeDefKind::Result(other)) => {
                    self.same_perhaps(&one.ok, &other.ok) && self.same_perhaps(&one.err, &other.err)
                }
                (TypeDefKind::Future(one), TypeDefKind::Future(other))
                | (TypeDefKind::Stream(one), TypeDefKind::Stream(other)) => self.same_perhaps(one, other),
                (
                    TypeDefKind::FixedLengthList(one, length),
                    TypeDefKind::FixedLengthList(other, other_length),
                ) => length == other_length && self.same(one, other),
                (TypeDefKind::Map(key, value), TypeDefKind::Map(other_key, other_value)) => {
                    self.same(key, other_key) && self.same(value, other_value)
                }
                (TypeDefKind::Handle(one), TypeDefKind::Handle(other)) => match (one, other) {
                    (wit_parser::Handle::Own(one), wit_parser::Handle::Own(other))
                    | (wit_parser::Handle::Borrow(one), wit_parser::Handle::Borrow(other)) => {
                        self.same(&Type::Id(*one), &Type::Id(*other))
                    }
                    _ => false,
                },
                (TypeDefKind::Resource, TypeDefKind::Resource) => names(one, other),
                _ => false,
            }
    }

    /// What a type is another name of.
    pub fn without_aliases(&self, ty: &Type) -> Type {
        let mut ty = *ty;
        while let Type::Id(id) = ty
            && let TypeDefKind::Type(target) = &self.resolve.types[id].kind
        {
            ty = *target;
        }
        ty
    }
}

/// A core type as the text has it, in a 32-bit memory.
fn core_type(ty: &WasmType) -> &'static str {
    match ty {
        WasmType::I32 | WasmType::Pointer | WasmType::Length => "i32",
        WasmType::I64 | WasmType::PointerOrI64 => "i64",
        WasmType::F32 => "f32",
        WasmType::F64 => "f64",
    }
}

fn signature(
    params: impl IntoIterator<Item = &'static str>,
    results: impl IntoIterator<Item = &'static str>,
) -> String {
    let one = |word: &str, ty: &str| format!(" ({word} {ty})");
    let params: String = params.into_iter().map(|ty| one("param", ty)).collect();
    params
        + &results
            .into_iter()
            .map(|ty| one("result", ty))
            .collect::<String>()
}
