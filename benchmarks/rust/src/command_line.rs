//! The command line: what to run, and for how long.

use std::path::PathBuf;
use std::time::Duration;

use crate::rounds::Rounds;
use crate::workloads::Workload;

pub const USAGE: &str = "\
usage: switchblade-rust-host bench --guests DIR --workload NAME|all --warmup-ms N --rounds R --round-ms M
       switchblade-rust-host bench-official --guests DIR --workload NAME|all … (through the official C API)
       switchblade-rust-host cold --guests DIR";

/// What the process was started for.
pub enum Command {
    /// Measure workloads one after the other, one line of output per round.
    Bench {
        guests: PathBuf,
        workloads: Vec<Workload>,
        rounds: Rounds,
    },
    /// Compile, instantiate, call once, print the result.
    Cold { guests: PathBuf },
}

impl Command {
    /// Reads the arguments that follow the program's name; an error is a message for the user.
    pub fn parse(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let command = args.next().ok_or("no command")?;
        let mut options = Options::parse(args)?;
        let guests = PathBuf::from(options.take("--guests")?);
        let command = match command.as_str() {
            "bench" => Self::bench(guests, Workload::TYPED, &mut options)?,
            "bench-official" => Self::bench(guests, Workload::OFFICIAL, &mut options)?,
            "cold" => Self::Cold { guests },
            other => return Err(format!("unknown command {other}")),
        };
        match options.0.first() {
            Some((name, _)) => Err(format!("unknown option {name}")),
            None => Ok(command),
        }
    }

    fn bench(guests: PathBuf, known: &[Workload], options: &mut Options) -> Result<Self, String> {
        Ok(Self::Bench {
            guests,
            workloads: workloads(known, &options.take("--workload")?)?,
            rounds: Rounds {
                warmup: Duration::from_millis(options.take_number("--warmup-ms")?),
                count: options.take_number("--rounds")?,
                length: Duration::from_millis(options.take_number("--round-ms")?),
            },
        })
    }
}

fn workloads(known: &[Workload], name: &str) -> Result<Vec<Workload>, String> {
    if name == "all" {
        return Ok(known.to_vec());
    }
    match known.iter().find(|workload| workload.name() == name) {
        Some(workload) => Ok(vec![*workload]),
        None => {
            let known: Vec<_> = known.iter().map(Workload::name).collect();
            Err(format!(
                "unknown workload {name}, expected all or one of {}",
                known.join(", ")
            ))
        }
    }
}

/// Pairs of an option's name and its value.
struct Options(Vec<(String, String)>);

impl Options {
    fn parse(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Vec::new();
        while let Some(name) = args.next() {
            let value = args.next().ok_or(format!("{name} has no value"))?;
            options.push((name, value));
        }
        Ok(Self(options))
    }

    fn take(&mut self, name: &str) -> Result<String, String> {
        match self.0.iter().position(|(option, _)| option == name) {
            Some(index) => Ok(self.0.remove(index).1),
            None => Err(format!("{name} is missing")),
        }
    }

    fn take_number(&mut self, name: &str) -> Result<u64, String> {
        let value = self.take(name)?;
        value
            .parse()
            .map_err(|_| format!("{name} is not a number: {value}"))
    }
}
