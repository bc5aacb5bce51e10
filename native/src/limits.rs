//! What the guests of a store may use up.

use crate::error::{ErrorKind, Failure, Limit};
use crate::mappings::{LARGE_ALLOCATION, Mappings, OF_A_MEMORY};
use crate::wasi::WasiLimits;
use wasmtime::{Error, ResourceLimiter, Result};

/// What the store's guests may use up.
pub(crate) struct Limits {
    pub(crate) memory_bytes: usize,
    pub(crate) total_memory_bytes: usize,
    pub(crate) table_elements: usize,
    pub(crate) instances: usize,
    pub(crate) memories: usize,
    pub(crate) fuel: u64,
    pub(crate) tasks: usize,
    pub(crate) wasi: WasiLimits,
    /// What the memories and tables need of the process; none if they come out of a pool, which has taken it.
    pub(crate) mappings: Option<Mappings>,
    /// What the growth that is under way has taken of that.
    pub(crate) growing_mappings: usize,
    /// How many bytes the store's memories have together.
    pub(crate) used_memory_bytes: usize,
    /// By how much a memory is about to grow, which may fail.
    pub(crate) growing: usize,
    /// What was refused last. A guest is told by `memory.grow`'s -1 and often has no better answer than a trap, which
    /// then says nothing of the reason.
    pub(crate) refused: Option<Failure>,
}

/// What a table takes. Small ones share mappings with others and are not counted: there are not so many of them.
fn table_bytes(elements: usize) -> usize {
    let bytes = elements.saturating_mul(8);
    if bytes >= LARGE_ALLOCATION { bytes } else { 0 }
}

impl Limits {
    /// Takes what something new needs of the process.
    fn take_mappings(&mut self, count: usize) -> Result<()> {
        self.growing_mappings = 0;
        if let Some(mappings) = &mut self.mappings {
            mappings.take(count)?;
            self.growing_mappings = count;
        }
        Ok(())
    }

    fn give_mappings_back(&mut self) {
        let count = std::mem::take(&mut self.growing_mappings);
        if let Some(mappings) = &mut self.mappings {
            mappings.give_back(count);
        }
    }
}

impl ResourceLimiter for Limits {
    fn memory_growing(&mut self, current: usize, desired: usize, maximum: Option<usize>) -> Result<bool> {
        self.growing = 0;
        if desired > self.memory_bytes {
            let limit = self.memory_bytes;
            self.refused = Some(Failure::limit(
                Limit::Memory,
                limit as u64,
                format!(
                    "the guest asked for {desired} bytes of memory (it has {current}), and the store's limit is {limit}"
                ),
            ));
            return Ok(false);
        }
        let growing = desired.saturating_sub(current);
        let limit = self.total_memory_bytes;
        if growing > limit.saturating_sub(self.used_memory_bytes) {
            let used = self.used_memory_bytes;
            self.refused = Some(Failure::limit(
                Limit::TotalMemory,
                limit as u64,
                format!(
                    "the guest asked for {growing} bytes more of memory (the store's memories have {used} together), \
                     and the store's limit for all is {limit}"
                ),
            ));
            return Ok(false);
        }
        if maximum.is_some_and(|maximum| desired > maximum) {
            return Ok(false);
        }
        // A memory that is being made has nothing. One that was made of no pages has nothing either when it first grows, and
        // is counted once more then.
        self.take_mappings(if current == 0 { OF_A_MEMORY } else { 0 })?;
        self.used_memory_bytes += growing;
        self.growing = growing;
        Ok(true)
    }

    fn memory_grow_failed(&mut self, _error: Error) -> Result<()> {
        self.used_memory_bytes -= std::mem::take(&mut self.growing);
        self.give_mappings_back();
        Ok(())
    }

    fn table_growing(&mut self, current: usize, desired: usize, maximum: Option<usize>) -> Result<bool> {
        self.growing = 0;
        let allowed = desired <= self.table_elements && maximum.is_none_or(|maximum| desired <= maximum);
        if desired > self.table_elements {
            let limit = self.table_elements;
            self.refused = Some(Failure::limit(
                Limit::TableElements,
                limit as u64,
                format!(
                    "the guest asked for a table of {desired} elements (it has {current}), and the store's limit is \
                     {limit}"
                ),
            ));
        }
        let growing = table_bytes(desired).saturating_sub(table_bytes(current));
        if allowed && growing > self.total_memory_bytes.saturating_sub(self.used_memory_bytes) {
            let (used, limit) = (self.used_memory_bytes, self.total_memory_bytes);
            self.refused = Some(Failure::limit(
                Limit::TotalMemory,
                limit as u64,
                format!(
                    "the guest asked for {growing} bytes more of tables (the store's memories and tables have {used} \
                     together), and the store's limit for all is {limit}"
                ),
            ));
            return Ok(false);
        }
        if allowed {
            self.used_memory_bytes += growing;
            self.growing = growing;
            let becomes_large = table_bytes(current) == 0 && table_bytes(desired) > 0;
            self.take_mappings(becomes_large.into())?;
        }
        Ok(allowed)
    }

    fn table_grow_failed(&mut self, _error: Error) -> Result<()> {
        self.used_memory_bytes -= std::mem::take(&mut self.growing);
        self.give_mappings_back();
        Ok(())
    }

    fn instances(&self) -> usize {
        self.instances
    }

    fn tables(&self) -> usize {
        self.instances
    }

    fn memories(&self) -> usize {
        self.memories
    }
}

/// Wasmtime's own errors about limits are plain text; they happen before any guest code runs.
pub(crate) fn match_limit(error: Error, limits: &Limits) -> Error {
    if error.downcast_ref::<wasmtime::Trap>().is_some() || error.downcast_ref::<Failure>().is_some() {
        return error;
    }
    let text = error.root_cause().to_string();
    if text.starts_with("resource limit exceeded: memory") {
        let memories = limits.memories;
        let message = format!("the store's limit of {memories} memories: {text}");
        return error.context(Failure::limit(Limit::Memories, memories as u64, message));
    }
    if text.starts_with("resource limit exceeded") {
        let instances = limits.instances;
        let message = format!("the store's limit of {instances} core instances and tables each: {text}");
        return error.context(Failure::limit(Limit::Instances, instances as u64, message));
    }
    if text.contains("(os error ") {
        let message = format!("the operating system refused what the instance needs: {text}");
        return error.context(Failure::limit(Limit::System, 0, message));
    }
    if ["limit", "exceeds", "maximum concurrent"]
        .iter()
        .any(|word| text.contains(word))
    {
        return error.context(Failure::new(ErrorKind::Limit, text));
    }
    error
}
