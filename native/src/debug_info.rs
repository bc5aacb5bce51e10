//! Debug information of guests, which is the guests': what reads it when a guest traps, on the stack that the trap left,
//! calls itself for each function that is inlined into another, and holds all lines in memory. Compilers nest some tens of
//! functions; a guest can nest a million. So what no compiler writes is taken away when a component is compiled.

use crate::error::{ErrorKind, Failure};
use gimli::{DwTag, Dwarf, EndianSlice, LittleEndian};
use std::borrow::Cow;

/// How deep inlined functions may be nested for the debug information to be kept.
const DEEPEST: usize = 100;

/// How long the section of source lines may be: it takes some twenty times as much memory when a line is looked for.
const LONGEST_LINES: usize = 8 << 20;

/// How deep components may be nested: toolchains nest a few, and each level here takes some of the stack.
const DEEPEST_COMPONENT: usize = 100;

/// `\0asm`, version, layer.
const PREAMBLE: usize = 8;

/// The component without the debug information of those core modules that have too much of it: their traps then have no
/// source lines. What is malformed is left to Wasmtime.
pub(crate) fn bounded(binary: Cow<'_, [u8]>) -> Result<Cow<'_, [u8]>, Failure> {
    Ok(match stripped(&binary, 0)? {
        None => binary,
        Some(without) => without.into(),
    })
}

/// None where nothing has to be taken away.
fn stripped(binary: &[u8], depth: usize) -> Result<Option<Vec<u8>>, Failure> {
    match binary.get(..PREAMBLE) {
        Some([0, b'a', b's', b'm', _, _, 0, _]) => Ok(strip_module(binary)),
        Some([0, b'a', b's', b'm', ..]) if depth < DEEPEST_COMPONENT => strip_component(binary, depth),
        Some([0, b'a', b's', b'm', ..]) => {
            let message = format!("components are nested more than {DEEPEST_COMPONENT} deep");
            Err(Failure::new(ErrorKind::Compilation, message))
        }
        _ => Ok(None),
    }
}

fn strip_component(binary: &[u8], depth: usize) -> Result<Option<Vec<u8>>, Failure> {
    // Copied only once something is taken away.
    let mut out: Option<Vec<u8>> = None;
    let mut before = PREAMBLE;
    for section in sections(binary) {
        let Some(section) = section else {
            return Ok(None);
        };
        // Core modules and components.
        let inner = match section.id {
            1 | 4 => stripped(section.payload, depth + 1)?,
            _ => None,
        };
        match (inner, &mut out) {
            (None, None) => {}
            (None, Some(out)) => out.extend_from_slice(section.whole),
            (Some(inner), out) => {
                let out = out.get_or_insert_with(|| binary[..before].to_vec());
                out.push(section.id);
                write_length(out, inner.len());
                out.extend(inner);
            }
        }
        before += section.whole.len();
    }
    Ok(out)
}

fn strip_module(module: &[u8]) -> Option<Vec<u8>> {
    let is_debug_info =
        |section: &Section<'_>| section.name().is_some_and(|name| name.starts_with(b".debug_"));
    let dwarf = Dwarf::load(|id| {
        // Of several, Wasmtime takes the last.
        let found = sections(module)
            .flatten()
            .filter(|section| section.name() == Some(id.name().as_bytes()))
            .last();
        let contents = found.and_then(|section| section.contents()).unwrap_or_default();
        Ok::<_, gimli::Error>(EndianSlice::new(contents, LittleEndian))
    });
    let lines = sections(module)
        .flatten()
        .filter(|section| section.name() == Some(b".debug_line"))
        .map(|section| section.payload.len());
    let too_long = lines.max().is_some_and(|longest| longest > LONGEST_LINES);
    if !too_long && !dwarf.is_ok_and(|dwarf| nests_too_deep(&dwarf)) {
        return None;
    }
    let mut out = module[..PREAMBLE].to_vec();
    for section in sections(module) {
        let section = section?;
        if !is_debug_info(&section) {
            out.extend_from_slice(section.whole);
        }
    }
    Some(out)
}

fn nests_too_deep(dwarf: &Dwarf<EndianSlice<'_, LittleEndian>>) -> bool {
    let mut units = dwarf.units();
    // A unit that can't be read ends the search of whoever looks for a line, too.
    while let Ok(Some(header)) = units.next() {
        if let Ok(true) = unit_nests_too_deep(dwarf, header) {
            return true;
        }
    }
    false
}

fn unit_nests_too_deep(
    dwarf: &Dwarf<EndianSlice<'_, LittleEndian>>,
    header: gimli::UnitHeader<EndianSlice<'_, LittleEndian>>,
) -> gimli::Result<bool> {
    const INLINED: DwTag = gimli::DW_TAG_inlined_subroutine;
    let abbreviations = dwarf.abbreviations(&header)?;
    let mut entries = header.entries_raw(&abbreviations, None)?;
    // The depths of the inlined functions around the present entry.
    let mut around: Vec<isize> = Vec::new();
    while !entries.is_empty() {
        let depth = entries.next_depth();
        while around.last().is_some_and(|outer| *outer >= depth) {
            around.pop();
        }
        let Some(abbreviation) = entries.read_abbreviation()? else {
            continue;
        };
        if abbreviation.tag() == INLINED {
            around.push(depth);
            if around.len() > DEEPEST {
                return Ok(true);
            }
        }
        entries.skip_attributes(abbreviation.attributes())?;
    }
    Ok(false)
}

/// A section of a module or component.
struct Section<'a> {
    id: u8,
    /// With its head.
    whole: &'a [u8],
    payload: &'a [u8],
}

impl<'a> Section<'a> {
    /// The name of a custom section, and what comes behind it.
    fn custom(&self) -> Option<(&'a [u8], &'a [u8])> {
        if self.id != 0 {
            return None;
        }
        let (length, rest) = read_length(self.payload)?;
        rest.split_at_checked(length)
    }

    fn name(&self) -> Option<&'a [u8]> {
        self.custom().map(|(name, _)| name)
    }

    fn contents(&self) -> Option<&'a [u8]> {
        self.custom().map(|(_, contents)| contents)
    }
}

/// The sections; `None` at the first one that is malformed.
fn sections(binary: &[u8]) -> impl Iterator<Item = Option<Section<'_>>> {
    let mut rest = binary.get(PREAMBLE..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (id, after) = rest.split_first()?;
        let section = read_length(after).and_then(|(length, contents)| {
            let (payload, behind) = contents.split_at_checked(length)?;
            let whole = &rest[..rest.len() - behind.len()];
            rest = behind;
            Some(Section {
                id: *id,
                whole,
                payload,
            })
        });
        if section.is_none() {
            rest = &[];
        }
        Some(section)
    })
}

/// A `u32` in LEB128, and what comes behind it.
fn read_length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value: u64 = 0;
    for (i, byte) in bytes.iter().take(5).enumerate() {
        value |= u64::from(byte & 0x7f) << (7 * i);
        if byte & 0x80 == 0 {
            return Some((u32::try_from(value).ok()? as usize, &bytes[i + 1..]));
        }
    }
    None
}

/// Writes the length of what is shorter than something of that form.
fn write_length(out: &mut Vec<u8>, mut length: usize) {
    while length >= 0x80 {
        out.push(length as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, bounded};
    use std::borrow::Cow;

    fn section(id: u8, payload: &[u8]) -> Vec<u8> {
        let mut section = vec![id];
        super::write_length(&mut section, payload.len());
        section.extend_from_slice(payload);
        section
    }

    fn custom(name: &str, contents: &[u8]) -> Vec<u8> {
        let mut payload = vec![name.len() as u8];
        payload.extend_from_slice(name.as_bytes());
        payload.extend_from_slice(contents);
        section(0, &payload)
    }

    /// A module whose debug information has functions inlined into each other, so deep.
    fn module(depth: usize) -> Vec<u8> {
        // A unit, a subprogram and an inlined subroutine, all with children and without attributes.
        let abbreviations = [1, 0x11, 1, 0, 0, 2, 0x2e, 1, 0, 0, 3, 0x1d, 1, 0, 0, 0];
        // Version 4, abbreviations at 0, addresses of 4 bytes.
        let mut unit = vec![4, 0, 0, 0, 0, 0, 4, 1, 2];
        unit.extend(vec![3; depth]);
        unit.extend(vec![0; depth + 2]);
        let mut info = (unit.len() as u32).to_le_bytes().to_vec();
        info.extend(unit);
        [
            b"\0asm\x01\0\0\0".to_vec(),
            custom("name", b"kept"),
            custom(".debug_abbrev", &abbreviations),
            custom(".debug_info", &info),
            custom("last", b"kept too"),
        ]
        .concat()
    }

    fn component(inner: &[Vec<u8>]) -> Vec<u8> {
        let mut component = b"\0asm\x0d\0\x01\0".to_vec();
        for one in inner {
            component.extend(section(if one[6] == 0 { 1 } else { 4 }, one));
            component.extend(custom("between", b""));
        }
        component
    }

    fn without() -> Vec<u8> {
        [
            b"\0asm\x01\0\0\0".to_vec(),
            custom("name", b"kept"),
            custom("last", b"kept too"),
        ]
        .concat()
    }

    fn check(given: &[u8], expected: &[u8]) {
        let found = bounded(Cow::Borrowed(given)).expect("not nested too deep");
        assert_eq!(*found, *expected);
        assert_eq!(matches!(found, Cow::Borrowed(_)), given == expected);
    }

    #[test]
    fn what_compilers_write_is_kept() {
        for depth in [0, 1, DEEPEST] {
            check(&module(depth), &module(depth));
            check(&component(&[module(depth)]), &component(&[module(depth)]));
        }
    }

    #[test]
    fn what_is_nested_too_deep_is_taken_away_where_it_is() {
        for depth in [DEEPEST + 1, 100_000] {
            check(&module(depth), &without());
            let given = component(&[module(1), component(&[module(depth), module(2)]), module(3)]);
            let expected = component(&[module(1), component(&[without(), module(2)]), module(3)]);
            check(&given, &expected);
        }
    }

    #[test]
    fn of_several_sections_the_last_counts() {
        let deep = module(1_000);
        let harmless = module(1);
        let both = [&harmless[..], &deep[8..]].concat();
        let found = bounded(Cow::Borrowed(&both)).expect("no component");
        assert!(found.len() < 200, "{}", found.len());
    }

    #[test]
    fn what_is_malformed_is_left_as_it_is() {
        let whole = component(&[module(1_000)]);
        for end in 0..60 {
            check(&whole[..end], &whole[..end]);
        }
        check(
            b"\0asm\x01\0\0\0\0\xff\xff\xff\xff\xff",
            b"\0asm\x01\0\0\0\0\xff\xff\xff\xff\xff",
        );
    }

    #[test]
    fn components_within_components_have_an_end() {
        let mut nested = component(&[]);
        for _ in 0..200 {
            nested = component(&[nested]);
        }
        let refused = bounded(Cow::Borrowed(&nested)).expect_err("nested too deep");
        assert!(refused.to_string().contains("100 deep"), "{refused}");
    }
}
