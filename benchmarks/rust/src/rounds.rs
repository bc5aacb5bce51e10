//! Timing: a warm-up, then rounds of a fixed length.

use std::panic::resume_unwind;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use wasmtime::Result;

/// How often the clock is read: rarely enough to cost nothing, often enough to end a round on time.
const CLOCK_INTERVAL: Duration = Duration::from_micros(500);

/// How long a workload warms up, and how many rounds of which length are measured.
pub struct Rounds {
    pub warmup: Duration,
    pub count: u64,
    pub length: Duration,
}

impl Rounds {
    /// Runs `operation` again and again and prints the mean time of one run, a line per round.
    pub fn measure(&self, name: &str, mut operation: impl FnMut() -> Result<()>) -> Result<()> {
        // A first pass over one interval finds the batch size for the warm-up, which finds it for the rounds.
        let cold = nanos_per_operation(CLOCK_INTERVAL, 1, &mut operation)?;
        let warm = nanos_per_operation(self.warmup, batch(cold), &mut operation)?;
        for _ in 0..self.count {
            let nanos = nanos_per_operation(self.length, batch(warm), &mut operation)?;
            println!("{name} {nanos:.2}");
        }
        Ok(())
    }

    /// The same on several threads at once: what one of them takes for one run, in the mean.
    pub fn measure_on(
        &self,
        threads: usize,
        name: &str,
        operation: impl Fn() -> Result<()> + Sync,
    ) -> Result<()> {
        let cold = nanos_per_operation(CLOCK_INTERVAL, 1, &mut || operation())?;
        let warm = nanos_on(threads, self.warmup, batch(cold), &operation)?;
        for _ in 0..self.count {
            let nanos = nanos_on(threads, self.length, batch(warm), &operation)?;
            println!("{name} {nanos:.2}");
        }
        Ok(())
    }
}

fn nanos_on(
    threads: usize,
    length: Duration,
    batch: u64,
    operation: &(impl Fn() -> Result<()> + Sync),
) -> Result<f64> {
    let start = Barrier::new(threads);
    let run = || {
        start.wait();
        nanos_per_operation(length, batch, &mut || operation())
    };
    thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        let mut sum = 0.0;
        for thread in running {
            sum += thread.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        }
        Ok(sum / threads as f64)
    })
}

fn batch(nanos_per_operation: f64) -> u64 {
    (CLOCK_INTERVAL.as_nanos() as f64 / nanos_per_operation).max(1.0) as u64
}

fn nanos_per_operation(
    length: Duration,
    batch: u64,
    operation: &mut impl FnMut() -> Result<()>,
) -> Result<f64> {
    let start = Instant::now();
    let mut operations = 0;
    loop {
        for _ in 0..batch {
            operation()?;
        }
        operations += batch;
        let elapsed = start.elapsed();
        if elapsed >= length {
            return Ok(elapsed.as_nanos() as f64 / operations as f64);
        }
    }
}
