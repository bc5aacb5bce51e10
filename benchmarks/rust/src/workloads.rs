//! The workloads. Their names are those of the Java benchmarks.

mod calls;
mod official;
mod seams;
mod types;
mod values;

use std::path::Path;

use wasmtime::Result;
use wasmtime::error::Context;

use crate::rounds::Rounds;

pub use values::Item;

/// One kind of work.
#[derive(Clone, Copy)]
pub struct Workload {
    name: &'static str,
    run: fn(&Path, &Measurement) -> Result<()>,
}

/// What a workload measures its operation with.
pub struct Measurement<'a> {
    name: &'static str,
    rounds: &'a Rounds,
}

impl Measurement<'_> {
    /// Runs `operation` again and again and prints the mean time of one run, a line per round.
    fn of(&self, operation: impl FnMut() -> Result<()>) -> Result<()> {
        self.rounds.measure(self.name, operation)
    }

    /// The same by several threads at once.
    fn on(&self, threads: usize, operation: impl Fn() -> Result<()> + Sync) -> Result<()> {
        self.rounds.measure_on(threads, self.name, operation)
    }
}

impl Workload {
    /// Through Wasmtime's typed functions, in the order in which they are reported.
    pub const TYPED: &[Self] = &[
        Self::new("add", calls::add),
        Self::new("string-32", calls::string),
        Self::new("bytes-64", calls::bytes::<64>),
        Self::new("bytes-4k", calls::bytes::<{ 4 << 10 }>),
        Self::new("bytes-64k", calls::bytes::<{ 64 << 10 }>),
        Self::new("bytes-1m", calls::bytes::<{ 1 << 20 }>),
        Self::new("host-log-1000", calls::host_log),
        Self::new("strings-100", calls::strings),
        Self::new("instantiate-pooled", calls::instantiate_pooled),
        Self::new("instantiate-wasi", calls::instantiate_wasi),
        Self::new("instantiate-call-close", calls::instantiate::<1, true>),
        Self::new("instantiate-call-close-2", calls::instantiate::<2, true>),
        Self::new(
            "instantiate-call-close-mapped",
            calls::instantiate::<1, false>,
        ),
        Self::new(
            "instantiate-call-close-mapped-2",
            calls::instantiate::<2, false>,
        ),
        Self::new("async-add", calls::async_add),
        Self::new("async-string-32", calls::async_string),
        Self::new("async-host-log-1000", calls::async_host_log),
        Self::new("seam-scalars", seams::scalars),
        Self::new("seam-string", seams::string),
        Self::new("seam-record", seams::record),
        Self::new("seam-bytes-4k", seams::bytes),
        Self::new("describe", types::describe),
        Self::new("entries-1000", types::entries),
        Self::new("take-entries-1000", types::take_entries),
        Self::new("points-1000", types::points),
        Self::new("take-points-1000", types::take_points),
        Self::new("doubles-100k", types::doubles),
        Self::new("take-doubles-100k", types::take_doubles),
        Self::new("blob-1m", types::blob),
        Self::new("make-blob-1m", types::make_blob),
        Self::new("profile", types::profile),
        Self::new("variant", types::variant),
        Self::new("option", types::option),
        Self::new("result", types::result),
        Self::new("counter", types::counter),
        Self::new("convert-1000", types::convert),
    ];

    /// Through the dynamic values of the official C API: some of the same names, for the same values.
    pub const OFFICIAL: &[Self] = &[
        Self::new("describe", official::describe),
        Self::new("entries-1000", official::entries),
        Self::new("take-entries-1000", official::take_entries),
        Self::new("points-1000", official::points),
        Self::new("take-points-1000", official::take_points),
        Self::new("doubles-100k", official::doubles),
        Self::new("take-doubles-100k", official::take_doubles),
        Self::new("blob-1m", official::blob),
        Self::new("make-blob-1m", official::make_blob),
        Self::new("profile", official::profile),
    ];

    const fn new(name: &'static str, run: fn(&Path, &Measurement) -> Result<()>) -> Self {
        Self { name, run }
    }

    /// The name on the command line and in the output.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Checks once that the guest does its work, then measures it.
    pub fn run(&self, guests: &Path, rounds: &Rounds) -> Result<()> {
        let measurement = Measurement {
            name: self.name,
            rounds,
        };
        (self.run)(guests, &measurement).with_context(|| format!("workload {}", self.name))
    }
}
