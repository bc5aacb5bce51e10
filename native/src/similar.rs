//! Names that may have been meant by one that nothing has.

use crate::component::{ComponentInfo, component_of, sb_component};
use crate::error::{ErrorKind, Failure, guard};
use crate::interface::Export;
use std::mem::MaybeUninit;
use wasmtime_c_api::{wasm_byte_vec_t, wasmtime_error_t};

/// Of a long name more characters may be wrong than of a short one; of one that is longer than this, no more.
const LONGEST: usize = 40;

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sb_component_similar_function(
    component: &sb_component,
    name: &wasm_byte_vec_t,
    out: &mut MaybeUninit<wasm_byte_vec_t>,
) -> Option<Box<wasmtime_error_t>> {
    guard(ErrorKind::Syntax, || {
        let component = component_of(component);
        let name = std::str::from_utf8(name.as_slice())
            .map_err(|_| Failure::new(ErrorKind::Syntax, "the name is not UTF-8"))?;
        let (instance, function) = match name.split_once('#') {
            Some((instance, function)) => (Some(instance), function),
            None => (None, name),
        };
        let found = similar_function(&component, instance, function);
        let found = found.map_or_else(String::new, Export::full_name);
        out.write(found.into_bytes().into());
        Ok(())
    })
}

/// The exported function that may have been meant. Whoever leaves out the instance may have all of the rest
/// right.
pub(crate) fn similar_function<'a>(
    component: &'a ComponentInfo,
    instance: Option<&str>,
    name: &str,
) -> Option<&'a Export> {
    let full = component
        .exports
        .iter()
        .map(|export| (export.full_name(), export));
    match instance {
        None => {
            let bare = component
                .exports
                .iter()
                .map(|export| (export.name().to_string(), export));
            nearest(name, bare.chain(full))
        }
        Some(instance) => nearest(&format!("{instance}#{name}"), full),
    }
}

/// `; did you mean x?`, if one of the names is near.
pub(crate) fn did_you_mean<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    nearest(name, known.map(|other| (other, other)))
        .map_or_else(String::new, |other| format!("; did you mean {other}?"))
}

/// What has the name that is nearest, if it is so near that a slip of the finger may have made the difference.
fn nearest<T>(name: &str, known: impl Iterator<Item = (impl AsRef<str>, T)>) -> Option<T> {
    let length = name.chars().count();
    // Not all of it: any other letter would be near a name of one.
    let most = (1 + length.min(LONGEST) / 4).min(length.saturating_sub(1));
    known
        .filter_map(|(other, what)| Some((distance(name, other.as_ref(), most)?, what)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, what)| what)
}

/// How many characters have to be put in, left out, replaced or swapped with their neighbour, if no more than `most`.
fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let width = other.len() + 1;
    let mut before = vec![0; width];
    let mut previous: Vec<usize> = (0..width).collect();
    for i in 1..=one.len() {
        let mut row = vec![i; width];
        for j in 1..width {
            let same = one[i - 1] == other[j - 1];
            row[j] = (previous[j - 1] + usize::from(!same))
                .min(previous[j] + 1)
                .min(row[j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        // What is this far apart already comes no closer.
        if row.iter().chain(&previous).all(|distance| *distance > most) {
            return None;
        }
        before = previous;
        previous = row;
    }
    previous.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggested(name: &str, known: &[&str]) -> String {
        did_you_mean(name, known.iter().copied())
    }

    #[test]
    fn the_nearest_name_is_suggested_if_it_is_near() {
        let known = ["add", "subtract", "process-data", "ok"];
        assert_eq!(suggested("ad", &known), "; did you mean add?");
        assert_eq!(suggested("dad", &known), "; did you mean add?");
        assert_eq!(suggested("proces-dtaa", &known), "; did you mean process-data?");
        assert_eq!(suggested("ko", &known), "; did you mean ok?");
        assert_eq!(suggested("multiply", &known), "");
        assert_eq!(suggested("x", &["y", "xy"]), "");
        assert_eq!(suggested("", &["x"]), "");
        assert_eq!(suggested("", &[]), "");
        assert_eq!(suggested(&"x".repeat(1 << 20), &known), "");
    }

    #[test]
    fn distances_are_those_of_a_slip_of_the_finger() {
        for (one, other, expected) in [
            ("add", "add", Some(0)),
            ("add", "dad", Some(1)),
            ("", "ab", Some(2)),
            ("abc", "ca", None),
            ("grüße", "grusse", None),
            ("grüße", "grüsse", Some(2)),
        ] {
            assert_eq!(distance(one, other, 2), expected, "{one} {other}");
            assert_eq!(distance(other, one, 2), expected, "{other} {one}");
        }
    }
}
