//! WIT resolved for a code generator: one world, the types and interfaces it speaks of, and how their values are laid
//! out, as JSON.

use crate::bytes::BlockReader;
use crate::component::binary_component;
use crate::error::{ErrorKind, Failure, guard};
use crate::stack;
use crate::wasi_names;
use crate::wit::decode::decode;
use crate::wit::extent::{TooLarge, too_large};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::mem::MaybeUninit;
use std::path::Path;
use wasmparser::{Validator, WasmFeatures};
use wasmtime::Error;
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};
use wit_component::{DecodedWasm, StringEncoding};
use wit_parser::{
    Docs, Field, Function, FunctionKind, Handle, Int, Interface, InterfaceId, PackageId, Resolve,
    ResolveError, ResolveErrorKind, SizeAlign, Span, Stability, Type, TypeDef, TypeDefKind, TypeOwner,
    UnresolvedPackageGroup, World, WorldId, WorldItem, WorldKey,
};

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_wit_resolve(
    _unused: *const u8,
    request: &wasm_byte_vec_t,
    out: &mut MaybeUninit<wasm_byte_vec_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Compilation, || {
        let request = Request::read(request.as_slice())?;
        let json = stack::with_lots(|| request.resolve())?;
        out.write(json.to_string().into_bytes().into());
        Ok(())
    })
}

/// What is asked for.
struct Request<'a> {
    path: &'a str,
    /// Empty for the only one.
    world: &'a str,
    features: Vec<&'a str>,
    all_features: bool,
}

fn failed(message: impl Into<String>) -> Error {
    Failure::new(ErrorKind::Compilation, message).into()
}

impl<'a> Request<'a> {
    fn read(block: &'a [u8]) -> Result<Self, Failure> {
        let mut block = BlockReader::new(block);
        let path = block.str()?;
        let world = block.str()?;
        let all_features = block.u8()? != 0;
        let features = (0..block.u32()?).map(|_| block.str()).collect::<Result<_, _>>()?;
        Ok(Request {
            path,
            world,
            features,
            all_features,
        })
    }

    fn resolve(&self) -> Result<Value, Error> {
        let (mut resolve, package, only, sources) = self.read_wit()?;
        let world = match (only, self.world) {
            (Some(world), name) if name.is_empty() || resolve.worlds[world].name == name => world,
            // By its name alone, whatever word of WIT that is.
            (_, name) if resolve.packages[package].worlds.contains_key(name) => {
                resolve.packages[package].worlds[name]
            }
            (_, name) => resolve
                .select_world(&[package], Some(name).filter(|name| !name.is_empty()))
                .map_err(|error| failed(format!("{}: {error:#}", self.path)))?,
        };
        if only.is_none() {
            self.validate(&resolve, world)?;
        }
        if let Some(what) = too_large(&resolve) {
            return Err(self.refused_size(&resolve, &what));
        }
        resolve.generate_nominal_type_ids(world);
        let mut sizes = SizeAlign::default();
        sizes.fill(&resolve);
        let description = Description {
            resolve: &resolve,
            sizes,
        };
        let mut json = description.all(world);
        json["sources"] = json!(sources);
        Ok(json)
    }

    fn refused_size(&self, resolve: &Resolve, what: &TooLarge<'_>) -> Error {
        let (what, span) = match what {
            TooLarge::Type(id) => {
                let def = &resolve.types[*id];
                let kind = def.kind.as_str();
                let name = def.name.as_deref();
                let words = name.map_or_else(|| format!("a {kind} has"), |name| format!("{kind} {name} has"));
                (words, def.span)
            }
            TooLarge::Parameters(function) => (
                format!("the parameters of {} together have", function.name),
                function.span,
            ),
        };
        let place = if span.is_known() {
            resolve.render_location(span)
        } else {
            self.path.to_string()
        };
        failed(format!(
            "{place}: {what} values of 2 GiB or more in place, which no memory of 32 bits holds"
        ))
    }

    /// Holds WIT to what compilers hold components to: the grammar allows more.
    fn validate(&self, resolve: &Resolve, world: WorldId) -> Result<(), Error> {
        // As the validator would find, after minutes of writing out more and more of them.
        let items = &resolve.worlds[world];
        let interfaces = items.imports.values().chain(items.exports.values());
        let interfaces = interfaces.filter(|item| matches!(item, WorldItem::Interface { .. }));
        if interfaces.count() > MOST_INTERFACES {
            return Err(failed(format!(
                "{}: no component can have this: world {} has more than {MOST_INTERFACES} interfaces, with those that they \
                 use",
                self.path, items.name
            )));
        }
        let binary = wit_component::metadata::encode(resolve, world, StringEncoding::UTF8, None)
            .map_err(|error| failed(format!("{}: no component can have this: {error:#}", self.path)))?;
        match Validator::new_with_features(WasmFeatures::all()).validate_all(&binary) {
            // The host names these, with the place where they are.
            Err(error) if error.message().contains("more than 32 flags") => Ok(()),
            Err(error) => Err(failed(format!(
                "{}: no component can have this: {}",
                self.path,
                error.message()
            ))),
            Ok(_) => Ok(()),
        }
    }

    /// Reads WIT, its main package, the world if the input is a component, and the files that were read.
    fn read_wit(&self) -> Result<(Resolve, PackageId, Option<WorldId>, Vec<String>), Error> {
        let path = Path::new(self.path);
        let is_text = path.is_dir() || path.extension().is_some_and(|extension| extension == "wit");
        if !is_text {
            let bytes = std::fs::read(path).map_err(|error| failed(format!("{}: {error}", self.path)))?;
            let binary =
                binary_component(&bytes).map_err(|error| failed(format!("{}: {error:#}", self.path)))?;
            let decoded = decode(&binary).map_err(|reason| failed(format!("{}: {reason}", self.path)))?;
            let sources = vec![self.path.to_owned()];
            return Ok(match decoded {
                DecodedWasm::WitPackage(resolve, package) => (resolve, package, None, sources),
                DecodedWasm::Component(resolve, world) => {
                    let package = resolve.worlds[world]
                        .package
                        .ok_or_else(|| failed("the component's world has no package"))?;
                    (resolve, package, Some(world), sources)
                }
            });
        }
        let mut resolve = Resolve::new();
        resolve.features = self
            .features
            .iter()
            .map(|feature| (*feature).to_owned())
            .collect();
        resolve.all_features = self.all_features;
        match resolve.push_path(path) {
            Ok((package, sources)) => {
                let sources = sources.paths().map(|path| path.display().to_string()).collect();
                Ok((resolve, package, None, sources))
            }
            Err(error) => {
                let reason = error
                    .chain()
                    .find_map(|layer| layer.downcast_ref::<ResolveError>());
                let mut message = resolve.render_error(&error);
                if reason.is_some_and(|reason| !reason.kind().span().is_known()) {
                    message = format!("{}: {message}", self.path);
                }
                if let Some(advice) = self.advice(reason) {
                    message = format!("{message}\n{advice}");
                }
                Err(failed(message))
            }
        }
    }

    /// What to do where a package is not where it is looked for.
    fn advice(&self, reason: Option<&ResolveError>) -> Option<String> {
        let path = Path::new(self.path);
        if let Some(ResolveErrorKind::PackageNotFound { requested, .. }) = reason.map(ResolveError::kind) {
            return Some(if path.is_dir() {
                format!(
                    "Put {requested} into {}, as a file or in a folder of its own.",
                    path.join("deps").display()
                )
            } else {
                format!(
                    "Of a file alone other packages aren't looked for: give its folder, with {requested} in the folder \
                     `deps` there."
                )
            });
        }
        let several = path.is_dir() && packages_of(path).len() > 1;
        several.then(|| {
            format!(
                "The files of a folder are one package: put others into {}, each as a file or in a folder of its own.",
                path.join("deps").display()
            )
        })
    }
}

/// The packages that the files of a folder say they are, as far as they can be read.
fn packages_of(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "wit"));
    files
        .filter_map(|path| {
            let text = std::fs::read_to_string(&path).ok()?;
            let group = UnresolvedPackageGroup::parse(&path, &text).ok()?;
            Some(group.main.name.to_string())
        })
        .collect()
}

/// The most instances of a component, which are what interfaces become (`MAX_WASM_INSTANCES` of wasmparser).
const MOST_INTERFACES: usize = 1000;

/// Describes what was resolved.
struct Description<'a> {
    resolve: &'a Resolve,
    sizes: SizeAlign,
}

impl Description<'_> {
    fn all(&self, world: WorldId) -> Value {
        let interfaces = self.resolve.interfaces.iter();
        json!({
            "world": self.world(&self.resolve.worlds[world]),
            "interfaces": interfaces.map(|(id, interface)| self.interface(id, interface)).collect::<Vec<_>>(),
            "types": self.resolve.types.iter().map(|(_, ty)| self.type_def(ty)).collect::<Vec<_>>(),
        })
    }

    /// Name, documentation, stability and place: what every item has.
    fn item(&self, name: Option<&str>, docs: &Docs, stability: &Stability, span: Span) -> Map<String, Value> {
        let deprecated = match stability {
            Stability::Unknown => None,
            Stability::Unstable { deprecated, .. } | Stability::Stable { deprecated, .. } => {
                deprecated.as_ref()
            }
        };
        let mut item = Map::new();
        if let Some(name) = name {
            item.insert("name".into(), name.into());
        }
        if let Some(docs) = &docs.contents {
            item.insert("docs".into(), docs.as_str().into());
        }
        if let Some(version) = deprecated {
            item.insert("deprecated".into(), version.to_string().into());
        }
        if span.is_known() {
            item.insert("at".into(), self.resolve.render_location(span).into());
        }
        item
    }

    fn world(&self, world: &World) -> Value {
        let mut item = self.item(Some(&world.name), &world.docs, &world.stability, world.span);
        if let Some(package) = world.package {
            item.insert("package".into(), self.package(package));
        }
        let side = |items: &wit_parser::IndexMap<WorldKey, WorldItem>| -> Vec<Value> {
            items
                .iter()
                .map(|(key, item)| self.world_item(key, item))
                .collect()
        };
        item.insert("imports".into(), side(&world.imports).into());
        item.insert("exports".into(), side(&world.exports).into());
        item.into()
    }

    fn world_item(&self, key: &WorldKey, item: &WorldItem) -> Value {
        match item {
            WorldItem::Interface { id, docs, .. } => {
                let original = match key {
                    WorldKey::Interface(id) => self.resolve.id_of(*id),
                    WorldKey::Name(_) => None,
                };
                // A copy that was made to tell import from export has its original's name.
                let name = original.unwrap_or_else(|| self.resolve.name_world_key(key));
                json!({
                    "interface": id.index(),
                    "key": name,
                    "docs": docs.contents,
                    "provided": wasi_names::provides(&name),
                })
            }
            WorldItem::Function(function) => json!({ "function": self.function(function) }),
            WorldItem::Type { id, .. } => json!({ "type": id.index() }),
        }
    }

    fn package(&self, package: PackageId) -> Value {
        let name = &self.resolve.packages[package].name;
        json!({
            "namespace": name.namespace,
            "name": name.name,
            "version": name.version.as_ref().map(ToString::to_string),
        })
    }

    fn interface(&self, id: InterfaceId, interface: &Interface) -> Value {
        let mut item = self.item(
            interface.name.as_deref(),
            &interface.docs,
            &interface.stability,
            interface.span,
        );
        item.insert("id".into(), id.index().into());
        if let Some(package) = interface.package {
            item.insert("package".into(), self.package(package));
        }
        if let Some(original) = interface.clone_of {
            item.insert("cloneOf".into(), original.index().into());
        }
        let types: Vec<_> = interface.types.values().map(|id| id.index()).collect();
        item.insert("types".into(), types.into());
        let functions: Vec<_> = interface
            .functions
            .values()
            .map(|one| self.function(one))
            .collect();
        item.insert("functions".into(), functions.into());
        item.into()
    }

    fn function(&self, function: &Function) -> Value {
        let mut item = self.item(
            Some(&function.name),
            &function.docs,
            &function.stability,
            function.span,
        );
        let kind = match function.kind {
            FunctionKind::Freestanding | FunctionKind::AsyncFreestanding => "freestanding",
            FunctionKind::Method(_) | FunctionKind::AsyncMethod(_) => "method",
            FunctionKind::Static(_) | FunctionKind::AsyncStatic(_) => "static",
            FunctionKind::Constructor(_) => "constructor",
        };
        item.insert("kind".into(), kind.into());
        item.insert("item".into(), function.item_name().into());
        item.insert("async".into(), function.kind.is_async().into());
        item.insert(
            "resource".into(),
            json!(function.kind.resource().map(|id| id.index())),
        );
        let offsets = self.offsets(function.params.iter().map(|param| &param.ty));
        let params: Vec<_> = function
            .params
            .iter()
            .zip(offsets)
            .map(|(param, offset)| json!({ "name": param.name, "type": ty(&param.ty), "offset": offset }))
            .collect();
        item.insert("params".into(), params.into());
        item.insert("result".into(), json!(function.result.as_ref().map(ty)));
        item.into()
    }

    fn offsets<'t>(&self, types: impl IntoIterator<Item = &'t Type>) -> Vec<usize> {
        self.sizes
            .field_offsets(types)
            .into_iter()
            .map(|(offset, _)| offset.size_wasm32())
            .collect()
    }

    fn type_def(&self, def: &TypeDef) -> Value {
        let mut item = self.item(def.name.as_deref(), &def.docs, &def.stability, def.span);
        item.insert("kind".into(), def.kind.as_str().into());
        match def.owner {
            TypeOwner::World(_) => item.insert("owner".into(), "world".into()),
            TypeOwner::Interface(id) => item.insert("owner".into(), id.index().into()),
            TypeOwner::None => None,
        };
        let mut put = |name: &str, value: Value| item.insert(name.into(), value);
        match &def.kind {
            TypeDefKind::Record(record) => {
                let offsets = self.offsets(record.fields.iter().map(|field| &field.ty));
                let fields = record.fields.iter().zip(offsets);
                put(
                    "fields",
                    fields.map(|(field, offset)| self.field(field, offset)).collect(),
                );
            }
            TypeDefKind::Tuple(tuple) => {
                put("elements", tuple.types.iter().map(ty).collect());
                put("offsets", self.offsets(&tuple.types).into());
            }
            TypeDefKind::Flags(flags) => {
                let labels = flags.flags.iter();
                put(
                    "labels",
                    labels.map(|one| label(&one.name, &one.docs, None)).collect(),
                );
            }
            TypeDefKind::Enum(cases) => {
                put("discriminant", bytes(cases.tag()).into());
                let labels = cases.cases.iter();
                put(
                    "labels",
                    labels.map(|one| label(&one.name, &one.docs, None)).collect(),
                );
            }
            TypeDefKind::Variant(variant) => {
                let payloads = variant.cases.iter().map(|case| case.ty.as_ref());
                let payload = self.sizes.payload_offset(variant.tag(), payloads);
                put("discriminant", bytes(variant.tag()).into());
                put("payload", payload.size_wasm32().into());
                let cases = variant.cases.iter();
                put(
                    "cases",
                    cases
                        .map(|case| label(&case.name, &case.docs, case.ty.as_ref()))
                        .collect(),
                );
            }
            TypeDefKind::Option(some) => {
                let payload = self.sizes.payload_offset(Int::U8, [None, Some(some)]);
                put("payload", payload.size_wasm32().into());
                put("element", ty(some));
            }
            TypeDefKind::Result(result) => {
                let cases = [result.ok.as_ref(), result.err.as_ref()];
                put(
                    "payload",
                    self.sizes.payload_offset(Int::U8, cases).size_wasm32().into(),
                );
                put("ok", json!(result.ok.as_ref().map(ty)));
                put("err", json!(result.err.as_ref().map(ty)));
            }
            TypeDefKind::List(element) => {
                put("element", ty(element));
                put("elementSize", self.sizes.size(element).size_wasm32().into());
                put("elementAlign", self.sizes.align(element).align_wasm32().into());
            }
            TypeDefKind::FixedLengthList(element, length) => {
                put("element", ty(element));
                put("elementSize", self.sizes.size(element).size_wasm32().into());
                put("length", (*length).into());
            }
            TypeDefKind::Map(key, value) => {
                let entry = self.sizes.record([key, value]);
                put("key", ty(key));
                put("value", ty(value));
                put("entrySize", entry.size.size_wasm32().into());
                put("entryAlign", entry.align.align_wasm32().into());
                put("valueOffset", self.offsets([key, value])[1].into());
            }
            TypeDefKind::Handle(Handle::Own(resource) | Handle::Borrow(resource)) => {
                put("resource", resource.index().into());
            }
            TypeDefKind::Future(payload) | TypeDefKind::Stream(payload) => {
                put("element", json!(payload.as_ref().map(ty)));
            }
            TypeDefKind::Type(target) => {
                put("target", ty(target));
            }
            TypeDefKind::Resource | TypeDefKind::Unknown => {}
        }
        item.into()
    }

    fn field(&self, field: &Field, offset: usize) -> Value {
        let mut item = label(&field.name, &field.docs, Some(&field.ty));
        item["offset"] = offset.into();
        item
    }
}

fn label(name: &str, docs: &Docs, of: Option<&Type>) -> Value {
    json!({ "name": name, "docs": docs.contents, "type": of.map(ty) })
}

/// A primitive's name, or the number of a type.
fn ty(one: &Type) -> Value {
    match one {
        Type::Id(id) => id.index().into(),
        Type::Bool => "bool".into(),
        Type::U8 => "u8".into(),
        Type::U16 => "u16".into(),
        Type::U32 => "u32".into(),
        Type::U64 => "u64".into(),
        Type::S8 => "s8".into(),
        Type::S16 => "s16".into(),
        Type::S32 => "s32".into(),
        Type::S64 => "s64".into(),
        Type::F32 => "f32".into(),
        Type::F64 => "f64".into(),
        Type::Char => "char".into(),
        Type::String => "string".into(),
        Type::ErrorContext => "error-context".into(),
    }
}

fn bytes(int: Int) -> u8 {
    match int {
        Int::U8 => 1,
        Int::U16 => 2,
        Int::U32 => 4,
        Int::U64 => 8,
    }
}
