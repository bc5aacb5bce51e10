//! What a component calls itself and what is in it, by its name section.

use std::collections::HashMap;
use wasmparser::{ComponentName, CustomSectionReader, KnownCustom};

/// Names by index; what can't be read has none.
#[derive(Default)]
pub(crate) struct NameSection<'a> {
    /// The component's own.
    pub(crate) own: Option<&'a str>,
    pub(crate) instances: HashMap<u32, &'a str>,
    pub(crate) components: HashMap<u32, &'a str>,
}

impl<'a> NameSection<'a> {
    /// Takes over what a custom section says, if it has names.
    pub(crate) fn read(&mut self, section: &CustomSectionReader<'a>) {
        if let KnownCustom::ComponentName(names) = section.as_known() {
            names
                .into_iter()
                .map_while(Result::ok)
                .for_each(|names| self.add(names));
        }
    }

    fn add(&mut self, names: ComponentName<'a>) {
        let (names, of) = match names {
            ComponentName::Component { name, .. } => {
                self.own = Some(name);
                return;
            }
            ComponentName::Instances(names) => (names, &mut self.instances),
            ComponentName::Components(names) => (names, &mut self.components),
            _ => return,
        };
        let names = names.into_iter().map_while(Result::ok);
        of.extend(names.map(|naming| (naming.index, naming.name)));
    }
}
