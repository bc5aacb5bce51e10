//! What has been checked, as a component: `wac-graph` writes it.

use super::export::Exports;
use super::names::track;
use super::parts::unpanicked;
use super::plug::lines;
use super::problem::{Composed, Problem, ProblemKind, Problems, only};
use super::types::difference;
use super::wiring::{TypeWire, Wire, Wiring};
use crate::error::{ErrorKind, Failure};
use wac_graph::{EncodeError, EncodeOptions, InstantiationArgumentError, NodeId};
use wasmparser::{Parser, Validator, WasmFeatures};
use wasmtime::Error;

/// Writes the component.
pub(super) struct Writing<'a> {
    wiring: Wiring<'a>,
    /// By part.
    nodes: Vec<NodeId>,
}

impl<'a> Writing<'a> {
    pub(super) fn new(wiring: Wiring<'a>) -> Self {
        Writing {
            wiring,
            nodes: vec![],
        }
    }

    pub(super) fn run(mut self, type_wires: &[TypeWire], exports: &Exports) -> Result<Composed, Error> {
        for part in &self.wiring.plan.parts {
            let node = self
                .wiring
                .graph
                .instantiate(self.wiring.packages[part.component]);
            self.wiring.graph.set_node_name(node, part.name);
            self.nodes.push(node);
        }
        let wires = std::mem::take(&mut self.wiring.wires);
        let mut problems = Problems::default();
        for (consumer, wires) in wires.iter().enumerate() {
            for (import, wire) in wires {
                let export = self.alias(self.nodes[wire.provider], &wire.export)?;
                problems.extend(self.argument(consumer, import, wire, export)?);
            }
        }
        for wire in type_wires {
            let from = &wires[wire.consumer][&wire.interface];
            let interface = self.alias(self.nodes[from.provider], &from.export)?;
            let ty = self.alias(interface, &wire.name)?;
            problems.extend(self.argument(wire.consumer, &wire.import, from, ty)?);
        }
        self.wiring.wires = wires;
        for export in exports.list() {
            let node = self.alias(self.nodes[export.part], &export.item)?;
            if let Err(error) = self.wiring.graph.export(node, &export.name) {
                let message = format!(
                    "{} can't be exported as \"{}\": {error}. Names are like `total`, or like `acme:shop/carts@1.0.0`",
                    export.item, export.name
                );
                problems.push(
                    Problem::new(ProblemKind::BadName, message)
                        .provider(self.wiring.name(export.part), &export.item),
                );
            }
        }
        if !problems.is_empty() {
            return Ok(problems.told());
        }
        let options = EncodeOptions {
            define_components: true,
            validate: false,
            processor: None,
        };
        match unpanicked(|| self.wiring.graph.encode(options)) {
            Ok(Ok(bytes)) => Ok(valid(bytes)),
            Ok(Err(EncodeError::ImportTypeMergeConflict {
                import,
                first,
                second,
                source,
            })) => Ok(only(self.conflict(
                &import,
                first,
                second,
                &format!("{source:#}"),
            ))),
            Ok(Err(error)) => Err(internal(error)),
            Err(panic) => Ok(only(unwritable(&panic))),
        }
    }

    fn alias(&mut self, instance: NodeId, export: &str) -> Result<NodeId, Error> {
        self.wiring
            .graph
            .alias_instance_export(instance, export)
            .map_err(internal)
    }

    fn argument(
        &mut self,
        consumer: usize,
        import: &str,
        wire: &Wire,
        argument: NodeId,
    ) -> Result<Option<Problem>, Error> {
        match self
            .wiring
            .graph
            .set_instantiation_argument(self.nodes[consumer], import, argument)
        {
            Ok(()) => Ok(None),
            // What is compared there and not here: core modules, and components.
            Err(InstantiationArgumentError::ArgumentTypeMismatch { source, .. }) => {
                let (consumer, provider) = (self.wiring.name(consumer), self.wiring.name(wire.provider));
                let message = format!(
                    "{consumer} imports {import}, and {provider} exports {}, which differs: {source:#}.\nBuild both from \
                     the same WIT, put a component between them, or leave the import to the host.",
                    wire.export
                );
                Ok(Some(
                    Problem::new(ProblemKind::Incompatible, message)
                        .consumer(consumer, import)
                        .provider(provider, &wire.export),
                ))
            }
            Err(error) => Err(internal(error)),
        }
    }

    /// Two parts that leave something of one name to the host, and don't mean the same.
    fn conflict(&self, import: &str, first: NodeId, second: NodeId, why: &str) -> Problem {
        let part = |node| self.nodes.iter().position(|other| *other == node).unwrap_or(0);
        // What a part leaves to the host of it: it may have another version plugged in.
        let item = |part: usize| {
            let wires = &self.wiring.wires[part];
            let mut left = self.wiring.world(part).imports.iter();
            left.find(|(name, _)| track(name) == track(import) && !wires.contains_key(*name))
                .map(|(_, kind)| *kind)
        };
        let (first, second) = (part(first), part(second));
        // `wac-graph` tells the first one that has the very version, which may be the second one itself.
        let first = if first == second {
            let mut others = (0..self.nodes.len()).filter(|part| *part != second);
            others.find(|part| item(*part).is_some()).unwrap_or(first)
        } else {
            first
        };
        let (one, other) = (self.wiring.name(first), self.wiring.name(second));
        let mut message = format!(
            "{one} and {other} both import {import}, which is left to the host, and don't mean the same by it."
        );
        let found = match (item(first), item(second)) {
            (Some(needed), Some(found)) => difference(self.wiring.types(), import, needed, found)
                .or_else(|| difference(self.wiring.types(), import, found, needed)),
            _ => None,
        };
        message += &found.map_or_else(
            || format!("\n  {why}"),
            |difference| lines(&difference, one, other),
        );
        message += "\nPlug a part into one of them that provides it, or build both from the same WIT.";
        Problem::new(ProblemKind::Incompatible, message)
            .consumer(other, import)
            .provider(one, import)
    }
}

/// What was checked before, so that it can't happen.
fn internal(error: impl Into<Error>) -> Error {
    let error: Error = error.into();
    Failure::new(
        ErrorKind::Internal,
        format!("bug in the native library: {error:#}"),
    )
    .into()
}

/// What is left to the host, and panics where it is written.
pub(super) fn unwritable(panic: &str) -> Problem {
    let message = format!(
        "what is left to the host has something that can't be written: {panic}. Plug parts in for what isn't made of \
         ordinary WIT"
    );
    Problem::new(ProblemKind::Unsupported, message)
}

/// Looks at a component as an engine will, all but the bodies of its functions, which have been looked at in the parts.
pub(super) fn valid(bytes: Vec<u8>) -> Composed {
    let mut validator = Validator::new_with_features(WasmFeatures::all());
    let checked = Parser::new(0)
        .parse_all(&bytes)
        .try_for_each(|payload| validator.payload(&payload?).map(|_| ()));
    let Err(error) = checked else {
        return Ok(bytes);
    };
    let reason = error.message();
    let (kind, message) = if reason.contains("exceeds") {
        (
            ProblemKind::TooLarge,
            format!(
                "the composition is too large for one component: {reason} (parts count, and interfaces that pass between \
                 them). Compose some of the parts first, and add what comes of it as one part"
            ),
        )
    } else {
        (
            ProblemKind::Incompatible,
            format!(
                "the parts fit one by one, and don't make a valid component: {reason}. Plug, export or leave to the host \
                 all interfaces that share types together; if they are, please report it"
            ),
        )
    };
    only(Problem::new(kind, message))
}
