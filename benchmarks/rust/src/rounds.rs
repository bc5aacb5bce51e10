//! Timing: a warm-up, then rounds of a fixed length.

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
