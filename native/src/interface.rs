//! What a component imports and exports.

use crate::abi::flat_count;
use crate::layout::LazyLayout;
use wasmtime::component::ComponentExportIndex;
use wasmtime::component::types::{ComponentFunc, Type};

/// An exported function.
pub(crate) struct Export {
    /// The names of the instances around it, and its own.
    pub(crate) path: Vec<String>,
    pub(crate) index: ComponentExportIndex,
    pub(crate) ty: ComponentFunc,
    pub(crate) form: Results,
    /// How many core values its results flatten to; 17 if more than 16.
    pub(crate) flat_results: usize,
    pub(crate) parameters: LazyLayout,
    pub(crate) results: LazyLayout,
}

impl Export {
    /// Its own name.
    pub(crate) fn name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// The instances around it, as `outer/inner`; empty if it is the component's own.
    pub(crate) fn instance(&self) -> String {
        let around = self.path.len().saturating_sub(1);
        place_name(&self.path[..around])
    }

    /// As messages name it, and whoever writes a call: `outer/inner#name`.
    pub(crate) fn full_name(&self) -> String {
        match self.instance() {
            instance if instance.is_empty() => self.name().to_string(),
            instance => format!("{instance}#{}", self.name()),
        }
    }
}

/// How the results of an exported function come out of the guest.
#[derive(Clone, Copy)]
pub(crate) enum Results {
    None,
    Flat,
    InMemory,
}

impl Results {
    pub(crate) fn of(ty: &ComponentFunc) -> Results {
        let types: Vec<Type> = ty.results().collect();
        match flat_count(&types, 1) {
            Some(0) => Results::None,
            Some(_) => Results::Flat,
            None => Results::InMemory,
        }
    }
}

/// An imported function.
pub(crate) struct Import {
    pub(crate) place: Vec<String>,
    pub(crate) name: String,
    pub(crate) ty: ComponentFunc,
}

/// An imported resource or core module.
pub(crate) struct NamedItem {
    pub(crate) place: Vec<String>,
    pub(crate) name: String,
}

/// An exported core module.
pub(crate) struct ExportedModule {
    pub(crate) item: NamedItem,
    pub(crate) index: ComponentExportIndex,
}

/// The names of nested instances as the host writes them: empty for the root.
pub(crate) fn place_name(place: &[String]) -> String {
    place.join("/")
}
