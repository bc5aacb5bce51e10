//! A composition as the host describes it: parts, what is plugged into what, what is exported.

use crate::bytes::BlockReader;
use crate::error::{ErrorKind, Failure};

/// The most plugs and the most exports that are described, and the most that come of them. What follows looks at each
/// together with the others of a part.
pub(super) const MOST_LINES: usize = 10_000;

/// An instance of a component.
pub(super) struct Part<'a> {
    pub(super) name: &'a str,
    /// Which component.
    pub(super) component: usize,
}

/// What one part imports from another one. Parts are numbers.
pub(super) struct Plug<'a> {
    pub(super) provider: usize,
    pub(super) consumer: usize,
    /// What is exported, and the import that it is for, both without a version if that is clear; all that match if there
    /// is none.
    pub(super) one: Option<(&'a str, &'a str)>,
}

/// What is exported.
pub(super) struct Chosen<'a> {
    pub(super) part: usize,
    /// What of it, and under which name; everything if there is none.
    pub(super) one: Option<(&'a str, &'a str)>,
}

/// A composition.
pub(super) struct Plan<'a> {
    /// Each with the name of the first part that it is.
    pub(super) components: Vec<(&'a str, &'a [u8])>,
    pub(super) parts: Vec<Part<'a>>,
    pub(super) plugs: Vec<Plug<'a>>,
    pub(super) exports: Vec<Chosen<'a>>,
}

fn malformed(what: &str) -> Failure {
    Failure::new(
        ErrorKind::Syntax,
        format!("the description of a composition {what}"),
    )
}

/// Reads components' sizes, and the rest of the block as the components.
fn take<'a>(sizes: &[u64], mut rest: &'a [u8]) -> Result<Vec<&'a [u8]>, Failure> {
    let mut taken = Vec::with_capacity(sizes.len());
    for size in sizes {
        let size = usize::try_from(*size).map_err(|_| malformed("ends too early"))?;
        let (bytes, behind) = rest
            .split_at_checked(size)
            .ok_or_else(|| malformed("ends too early"))?;
        taken.push(bytes);
        rest = behind;
    }
    if rest.is_empty() {
        Ok(taken)
    } else {
        Err(malformed("has bytes behind its end"))
    }
}

impl<'a> Plan<'a> {
    pub(super) fn read(request: &'a [u8]) -> Result<Plan<'a>, Failure> {
        let mut block = BlockReader::new(request);
        let sizes = block.list(BlockReader::u64)?;
        let mut names: Vec<Option<&str>> = vec![None; sizes.len()];
        let parts = block.list(|block| {
            let name = block.str()?;
            let component = block.u32()? as usize;
            let slot = names
                .get_mut(component)
                .ok_or_else(|| malformed("names no component"))?;
            slot.get_or_insert(name);
            Ok(Part { name, component })
        })?;
        let part = |number: u32| {
            let number = number as usize;
            if number < parts.len() {
                Ok(number)
            } else {
                Err(malformed("names no part"))
            }
        };
        let plugs = block.list(|block| {
            let provider = part(block.u32()?)?;
            let consumer = part(block.u32()?)?;
            let one = block.u8()? != 0;
            let (export, import) = (block.str()?, block.str()?);
            Ok(Plug {
                provider,
                consumer,
                one: one.then_some((export, import)),
            })
        })?;
        let exports = block.list(|block| {
            let part = part(block.u32()?)?;
            let one = block.u8()? != 0;
            let (item, name) = (block.str()?, block.str()?);
            Ok(Chosen {
                part,
                one: one.then_some((item, name)),
            })
        })?;
        let bytes = take(&sizes, block.rest())?;
        let named = names.into_iter().map(|name| name.unwrap_or_default());
        let components = named.zip(bytes).collect();
        Ok(Plan {
            components,
            parts,
            plugs,
            exports,
        })
    }
}

/// Text, and the components that it names.
pub(super) struct Script<'a> {
    pub(super) text: &'a str,
    /// By name, with a version behind `@` if there is one.
    pub(super) dependencies: Vec<(&'a str, &'a [u8])>,
}

impl<'a> Script<'a> {
    pub(super) fn read(request: &'a [u8]) -> Result<Script<'a>, Failure> {
        let mut block = BlockReader::new(request);
        let text = block.str()?;
        let sizes = block.list(BlockReader::u64)?;
        let names = sizes.iter().map(|_| block.str()).collect::<Result<Vec<_>, _>>()?;
        let bytes = take(&sizes, block.rest())?;
        Ok(Script {
            text,
            dependencies: names.into_iter().zip(bytes).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bytes::BlockWriter;

    /// Two parts of one component of 3 bytes, a plug and an export.
    fn request() -> Vec<u8> {
        let mut block = BlockWriter::default();
        block.u32(1);
        block.i64(3);
        block.u32(2);
        for name in ["one", "two"] {
            block.str(name);
            block.u32(0);
        }
        block.u32(1);
        block.u32(0);
        block.u32(1);
        block.u8(1);
        block.str("a:b/c");
        block.str("a:b/d");
        block.u32(1);
        block.u32(1);
        block.u8(0);
        block.str("");
        block.str("");
        let mut request = block.finish();
        request.extend([7, 8, 9]);
        request
    }

    #[test]
    fn what_is_described_is_read() {
        let request = request();
        let plan = Plan::read(&request)
            .map_err(|failure| failure.to_string())
            .unwrap();
        assert_eq!(plan.components, [("one", &[7, 8, 9][..])]);
        assert_eq!(plan.parts[1].name, "two");
        assert_eq!(plan.plugs[0].one, Some(("a:b/c", "a:b/d")));
        assert_eq!((plan.plugs[0].provider, plan.plugs[0].consumer), (0, 1));
        assert_eq!((plan.exports[0].part, plan.exports[0].one), (1, None));
    }

    #[test]
    fn what_is_cut_short_or_changed_is_an_error_and_nothing_worse() {
        let whole = request();
        for end in 0..whole.len() {
            assert!(Plan::read(&whole[..end]).is_err(), "{end}");
        }
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut changed = whole.clone();
                changed[at] ^= 1 << bit;
                let _ = Plan::read(&changed);
                let _ = Script::read(&changed);
            }
        }
        let longer = [&whole[..], &[0]].concat();
        assert!(Plan::read(&longer).is_err());
    }
}
