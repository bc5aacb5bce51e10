//! The description of a component's interface.
//!
//! Layouts are told to the host, not computed there again: one place decides where a field lies. [`LazyLayout`] holds
//! them against Wasmtime's own.

use crate::abi::{Abi, Cases, Fields, flat_count};
use crate::bytes::BlockWriter;
use crate::error::{ErrorKind, Failure};
use crate::interface::{Export, ExportedModule, Import, NamedItem, Results, place_name};
use crate::layout::LazyLayout;
use crate::wasi_names;
use switchblade_image_memory::MAX_IMAGE;
use wasmtime::component::types::{ComponentFunc, ComponentItem, Type};
use wasmtime::component::{Component, ComponentExportIndex, ResourceType};
use wasmtime::{Engine, Error};

/// What a component needs and offers.
pub(crate) struct Described {
    /// For the host, as `sb_component_new` documents it.
    pub(crate) block: Vec<u8>,
    /// In the order of the block.
    pub(crate) imports: Vec<Import>,
    pub(crate) imported_resources: Vec<NamedItem>,
    pub(crate) imported_modules: Vec<NamedItem>,
    pub(crate) exported_modules: Vec<ExportedModule>,
    /// In the order of the block.
    pub(crate) exports: Vec<Export>,
}

/// Writes the description that `sb_component_new` documents, and collects the functions in its order.
pub(crate) fn describe(engine: &Engine, component: &Component) -> Result<Described, Error> {
    let ty = component.component_type();
    let mut describer = Describer {
        engine,
        component,
        block: BlockWriter::default(),
        imports: vec![],
        imported_resources: vec![],
        imported_modules: vec![],
        exported_modules: vec![],
        exports: vec![],
        resources: vec![],
        item: String::new(),
        too_large: None,
    };

    describer.block.count(ty.imports(engine).len());
    for (name, item) in ty.imports(engine) {
        describer.item(name, &item.ty, &mut Place::Import(Vec::new()))?;
    }
    let exports: Vec<_> = ty
        .exports(engine)
        // Wasmtime compiles no component that has one within an instance.
        .filter(|(name, item)| !describer.is_type_of_instance(name, &item.ty, None))
        .collect();
    describer.block.count(exports.len());
    for (name, item) in exports {
        let mut place = Place::Export {
            path: Vec::new(),
            instance: None,
        };
        describer.item(name, &item.ty, &mut place)?;
    }
    if let Some(what) = describer.too_large {
        let message = format!("{what} can have values of more than 2 GiB in place, which can't cross");
        return Err(Failure::new(ErrorKind::Compilation, message).into());
    }
    let mut block = BlockWriter::default();
    block.count(describer.resources.len());
    for (_, place, name) in &describer.resources {
        block.str(&place_name(place));
        block.str(name);
    }
    block.append(describer.block);
    Ok(Described {
        block: block.finish(),
        imports: describer.imports,
        imported_resources: describer.imported_resources,
        imported_modules: describer.imported_modules,
        exported_modules: describer.exported_modules,
        exports: describer.exports,
    })
}

struct Describer<'a> {
    engine: &'a Engine,
    component: &'a Component,
    block: BlockWriter,
    imports: Vec<Import>,
    imported_resources: Vec<NamedItem>,
    imported_modules: Vec<NamedItem>,
    exported_modules: Vec<ExportedModule>,
    exports: Vec<Export>,
    /// Each at the position that is its number, with where it was found first, and its name there.
    resources: Vec<(ResourceType, Vec<String>, String)>,
    /// The function or type that is described.
    item: String,
    /// The first one that no image can hold a value of.
    too_large: Option<String>,
}

/// Where an item stands.
enum Place {
    /// In the imports, within these instances.
    Import(Vec<String>),
    Export {
        path: Vec<String>,
        instance: Option<ComponentExportIndex>,
    },
}

impl Place {
    /// The names of the instances around it.
    fn names(&self) -> &[String] {
        match self {
            Place::Import(names) => names,
            Place::Export { path, .. } => path,
        }
    }
}

impl Describer<'_> {
    /// Says whether what looks like an exported instance is the type of one, which is nothing that a host can use: what it
    /// would export isn't there.
    fn is_type_of_instance(
        &self,
        name: &str,
        item: &ComponentItem,
        around: Option<&ComponentExportIndex>,
    ) -> bool {
        let ComponentItem::ComponentInstance(instance) = item else {
            return false;
        };
        let index = self.component.get_export_index(around, name);
        instance.exports(self.engine).any(|(name, item)| match item.ty {
            ComponentItem::ComponentFunc(_) | ComponentItem::Module(_) => {
                self.component.get_export_index(index.as_ref(), name).is_none()
            }
            ComponentItem::ComponentInstance(_) => self.is_type_of_instance(name, &item.ty, index.as_ref()),
            _ => false,
        })
    }

    fn item(&mut self, name: &str, item: &ComponentItem, place: &mut Place) -> Result<(), Error> {
        self.block.str(name);
        self.item = format!("`{name}`");
        match item {
            ComponentItem::ComponentFunc(ty) => {
                self.block.u8(0);
                let index = self.register(name, ty, place)?;
                self.function(index, ty);
            }
            ComponentItem::ComponentInstance(instance) => {
                self.block.u8(1);
                let provided =
                    matches!(place, Place::Import(around) if around.is_empty() && wasi_names::provides(name));
                self.block.u8(provided.into());
                self.block.count(instance.exports(self.engine).len());
                let mut inner = match place {
                    Place::Import(around) => {
                        let mut path = around.clone();
                        path.push(name.to_string());
                        Place::Import(path)
                    }
                    Place::Export {
                        path,
                        instance: around,
                    } => {
                        let index = self.component.get_export_index(around.as_ref(), name);
                        let mut path = path.clone();
                        path.push(name.to_string());
                        Place::Export {
                            path,
                            instance: index,
                        }
                    }
                };
                for (name, item) in instance.exports(self.engine) {
                    self.item(name, &item.ty, &mut inner)?;
                }
            }
            ComponentItem::Type(ty) => {
                self.block.u8(2);
                self.ty(ty);
            }
            ComponentItem::Resource(resource) => {
                self.block.u8(3);
                let number = self.resource(resource);
                let (_, first_place, first_name) = &mut self.resources[number];
                if first_name.is_empty() {
                    *first_place = place.names().to_vec();
                    *first_name = name.to_string();
                }
                if let Place::Import(place) = place {
                    self.imported_resources.push(NamedItem {
                        place: place.clone(),
                        name: name.to_string(),
                    });
                }
            }
            ComponentItem::Module(_) => {
                self.block.u8(4);
                self.module(name, place)?;
            }
            ComponentItem::Component(_) => self.block.u8(5),
            ComponentItem::CoreFunc(_) => self.block.u8(6),
        }
        Ok(())
    }

    fn module(&mut self, name: &str, place: &Place) -> Result<(), Error> {
        let item = NamedItem {
            place: place.names().to_vec(),
            name: name.to_string(),
        };
        match place {
            Place::Import(_) => self.imported_modules.push(item),
            Place::Export { instance, .. } => {
                let index = self.export_index(instance.as_ref(), name)?;
                self.exported_modules.push(ExportedModule { item, index });
            }
        }
        Ok(())
    }

    fn export_index(
        &self,
        instance: Option<&ComponentExportIndex>,
        name: &str,
    ) -> Result<ComponentExportIndex, Error> {
        let found = self.component.get_export_index(instance, name);
        found.ok_or_else(|| Error::msg(format!("the export {name} has no index")))
    }

    fn register(&mut self, name: &str, ty: &ComponentFunc, place: &Place) -> Result<usize, Error> {
        match place {
            Place::Import(place) => {
                let import = Import {
                    place: place.clone(),
                    name: name.to_string(),
                    ty: ty.clone(),
                };
                self.imports.push(import);
                Ok(self.imports.len() - 1)
            }
            Place::Export { path, instance } => {
                let index = self.export_index(instance.as_ref(), name)?;
                let mut path = path.clone();
                path.push(name.to_string());
                let form = Results::of(ty);
                let parameters = LazyLayout::new(Fields::of(ty.params().map(|(_, ty)| ty)).abi);
                let results = LazyLayout::new(Fields::of(ty.results()).abi);
                self.exports.push(Export {
                    path,
                    index,
                    ty: ty.clone(),
                    form,
                    flat_results: flat_count(&ty.results().collect::<Vec<_>>(), 16).unwrap_or(17),
                    parameters,
                    results,
                });
                Ok(self.exports.len() - 1)
            }
        }
    }

    fn function(&mut self, index: usize, ty: &ComponentFunc) {
        self.block.count(index);
        self.block.u8(ty.async_().into());
        self.block.count(ty.params().len());
        for (name, ty) in ty.params() {
            self.block.str(name);
            self.ty(&ty);
        }
        self.block.u8(u8::try_from(ty.results().len()).unwrap_or(u8::MAX));
        for ty in ty.results() {
            self.ty(&ty);
        }
        let parameters = Fields::of(ty.params().map(|(_, ty)| ty));
        self.check_size(parameters.abi);
        self.block.u32(parameters.abi.size);
        self.block.u32(parameters.abi.align);
        for offset in parameters.offsets {
            self.block.u32(offset);
        }
        let results = Fields::of(ty.results());
        self.block.u32(results.abi.size);
        self.block.u32(results.abi.align);
    }

    /// Wasmtime counts the sizes of types in 32 bits and doesn't look whether they fit.
    fn check_size(&mut self, abi: Abi) {
        if abi.size as usize >= MAX_IMAGE && self.too_large.is_none() {
            self.too_large = Some(self.item.clone());
        }
    }

    fn abi(&mut self, abi: Abi) {
        self.block.u32(abi.size);
        self.block.u32(abi.align);
    }

    fn ty(&mut self, ty: &Type) {
        self.check_size(Abi::of(ty));
        self.block.u8(tag(ty));
        match ty {
            Type::List(list) => {
                self.ty(&list.ty());
                self.abi(Abi::of(&list.ty()));
            }
            Type::Record(record) => {
                let fields = Fields::of(record.fields().map(|field| field.ty));
                self.abi(fields.abi);
                self.block.count(fields.offsets.len());
                for (field, offset) in record.fields().zip(fields.offsets) {
                    self.block.str(field.name);
                    self.block.u32(offset);
                    self.ty(&field.ty);
                }
            }
            Type::Tuple(tuple) => {
                let fields = Fields::of(tuple.types());
                self.abi(fields.abi);
                self.block.count(fields.offsets.len());
                for (ty, offset) in tuple.types().zip(fields.offsets) {
                    self.block.u32(offset);
                    self.ty(&ty);
                }
            }
            Type::Variant(variant) => {
                let cases = Cases::of(variant.cases().map(|case| case.ty));
                self.abi(cases.abi);
                self.block.u32(cases.discriminant);
                self.block.u32(cases.payload);
                self.block.count(variant.cases().len());
                for case in variant.cases() {
                    self.block.str(case.name);
                    self.optional(case.ty.as_ref());
                }
            }
            Type::Enum(labels) => {
                self.block.u32(Abi::of(ty).size);
                self.block.count(labels.names().len());
                labels.names().for_each(|name| self.block.str(name));
            }
            Type::Option(option) => {
                let cases = Cases::of([None, Some(option.ty())].into_iter());
                self.abi(cases.abi);
                self.block.u32(cases.payload);
                self.ty(&option.ty());
            }
            Type::Result(result) => {
                let cases = Cases::of([result.ok(), result.err()].into_iter());
                self.abi(cases.abi);
                self.block.u32(cases.payload);
                self.optional(result.ok().as_ref());
                self.optional(result.err().as_ref());
            }
            Type::Flags(flags) => {
                self.abi(Abi::of(ty));
                self.block.count(flags.names().len());
                flags.names().for_each(|name| self.block.str(name));
            }
            Type::Own(resource) | Type::Borrow(resource) => {
                self.resource(resource);
            }
            Type::Map(map) => {
                self.ty(&map.key());
                self.ty(&map.value());
                let entry = Fields::of([map.key(), map.value()].into_iter());
                self.check_size(entry.abi);
                self.abi(entry.abi);
                self.block.u32(entry.offsets[1]);
            }
            Type::FixedLengthList(list) => {
                self.ty(&list.ty());
                self.block.u32(list.len());
                self.abi(Abi::of(&list.ty()));
            }
            Type::Future(future) => self.optional(future.ty().as_ref()),
            Type::Stream(stream) => self.optional(stream.ty().as_ref()),
            _ => {}
        }
    }

    /// Resources have no structure: which one it is, is all there is to say.
    fn resource(&mut self, resource: &ResourceType) -> usize {
        let known = self.resources.iter().position(|(other, ..)| other == resource);
        let number = known.unwrap_or_else(|| {
            self.resources.push((*resource, Vec::new(), String::new()));
            self.resources.len() - 1
        });
        self.block.count(number);
        number
    }

    fn optional(&mut self, ty: Option<&Type>) {
        self.block.u8(ty.is_some().into());
        if let Some(ty) = ty {
            self.ty(ty);
        }
    }
}

/// The tags of `sb_component_new`'s description.
fn tag(ty: &Type) -> u8 {
    match ty {
        Type::Bool => 0,
        Type::S8 => 1,
        Type::U8 => 2,
        Type::S16 => 3,
        Type::U16 => 4,
        Type::S32 => 5,
        Type::U32 => 6,
        Type::S64 => 7,
        Type::U64 => 8,
        Type::Float32 => 9,
        Type::Float64 => 10,
        Type::Char => 11,
        Type::String => 12,
        Type::List(_) => 13,
        Type::Record(_) => 14,
        Type::Tuple(_) => 15,
        Type::Variant(_) => 16,
        Type::Enum(_) => 17,
        Type::Option(_) => 18,
        Type::Result(_) => 19,
        Type::Flags(_) => 20,
        Type::Own(_) => 21,
        Type::Borrow(_) => 22,
        Type::Map(_) => 23,
        Type::FixedLengthList(_) => 24,
        Type::Future(_) => 25,
        Type::Stream(_) => 26,
        Type::ErrorContext => 27,
    }
}
