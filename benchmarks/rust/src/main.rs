//! What the Java benchmarks measure, done by a Rust host with typed functions, so that every figure is a ratio; and some
//! of it done through the official C API, for comparison.
#![deny(unsafe_code, missing_docs)]

mod command_line;
mod host;
mod rounds;
mod wasi;
mod workloads;

use std::process::ExitCode;

use command_line::Command;
use wasmtime::Result;

fn main() -> ExitCode {
    let command = match Command::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("switchblade-rust-host: {message}\n{}", command_line::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("switchblade-rust-host: {error:?}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Bench {
            guests,
            workloads,
            rounds,
        } => workloads
            .into_iter()
            .try_for_each(|workload| workload.run(&guests, &rounds)),
        Command::Cold { guests } => {
            println!("{}", host::cold_start(&guests)?);
            Ok(())
        }
    }
}
