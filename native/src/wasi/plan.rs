//! What the host grants the stores it makes with it: the block that `switchblade.h` documents, read.

use crate::bytes::BlockReader;
use crate::error::{ErrorKind, Failure};
use crate::wasi::addresses::NetworkPlan;
use crate::wasi::origins::HttpPlan;
use bytes::Bytes;
use wasmtime::Result;

/// `enum sb_right` of `switchblade.h`: may be looked at.
pub(super) const READ: u8 = 1;
/// May be changed.
pub(super) const WRITE: u8 = 2;
/// May be made.
pub(super) const CREATE: u8 = 4;

/// `enum sb_clock` of `switchblade.h`.
const CLOCK_REAL: u8 = 0;
const CLOCK_FIXED: u8 = 1;
const CLOCK_STEPPED: u8 = 2;

/// A folder of the host's.
pub(super) struct Preopen {
    pub(super) host: String,
    pub(super) guest: String,
    /// `READ`, `WRITE`, `CREATE`.
    pub(super) folders: u8,
    pub(super) files: u8,
}

impl Preopen {
    /// Says whether it may be looked at only, or everything.
    pub(super) fn is_plain(&self) -> bool {
        self.folders == self.files && (self.files == READ || self.files == READ | WRITE | CREATE)
    }

    /// Says whether anything in it may be changed.
    pub(super) fn changes(&self) -> bool {
        (self.folders | self.files) & (WRITE | CREATE) != 0
    }
}

/// Where standard input comes from.
#[derive(Default)]
pub(super) enum Input {
    #[default]
    Empty,
    Bytes(Bytes),
    Host,
}

/// What time it is.
#[derive(Clone, Copy, Default)]
pub(super) enum Clock {
    #[default]
    Real,
    /// Stands still, at so many nanoseconds since 1970.
    Fixed { wall: u64 },
    /// The address of two u64 that the host changes: nanoseconds since 1970, and since the clock was made.
    Stepped(usize),
}

#[derive(Default)]
pub(super) struct Plan {
    pub(super) arguments: Vec<String>,
    pub(super) environment: Vec<(String, String)>,
    pub(super) working_directory: Option<String>,
    pub(super) stdin: Input,
    pub(super) stdout: bool,
    pub(super) stderr: bool,
    pub(super) clock: Clock,
    pub(super) random_seed: Option<u64>,
    pub(super) preopens: Vec<Preopen>,
    pub(super) network: NetworkPlan,
    pub(super) http: HttpPlan,
    pub(super) tells_access: bool,
}

impl Plan {
    pub(super) fn read(block: &[u8]) -> Result<Plan> {
        let mut block = BlockReader::new(block);
        let block = &mut block;
        let plan = Plan {
            arguments: block.list(|block| Ok(block.str()?.to_string()))?,
            environment: block.list(|block| Ok((block.str()?.to_string(), block.str()?.to_string())))?,
            working_directory: match block.u8()? {
                0 => None,
                _ => Some(block.str()?.to_string()),
            },
            stdin: match block.u8()? {
                0 => Input::Empty,
                1 => Input::Bytes(Bytes::copy_from_slice(block.bytes()?)),
                _ => Input::Host,
            },
            stdout: block.u8()? != 0,
            stderr: block.u8()? != 0,
            clock: match (block.u8()?, block.u64()?) {
                (CLOCK_REAL, _) => Clock::Real,
                (CLOCK_FIXED, wall) => Clock::Fixed { wall },
                (CLOCK_STEPPED, address) => Clock::Stepped(usize::try_from(address)?),
                (kind, _) => {
                    let message = format!("there is no clock of the kind {kind}");
                    return Err(Failure::new(ErrorKind::Configuration, message).into());
                }
            },
            random_seed: match (block.u8()?, block.u64()?) {
                (0, _) => None,
                (_, seed) => Some(seed),
            },
            preopens: block.list(|block| {
                Ok(Preopen {
                    host: block.str()?.to_string(),
                    guest: block.str()?.to_string(),
                    folders: block.u8()?,
                    files: block.u8()?,
                })
            })?,
            network: NetworkPlan::read(block)?,
            http: HttpPlan::read(block)?,
            tells_access: block.u8()? != 0,
        };
        Ok(plan)
    }
}
