//! What walks in both directions have in common.

use crate::error::{ErrorKind, Failure};
use switchblade_image_memory::MAX_IMAGE;
use wasmtime::Error;

/// `SB_IMAGE_SIDE`: set in an offset that names a side-table entry instead.
pub(crate) const SIDE: u32 = 1 << 31;

const _: () = assert!(MAX_IMAGE == SIDE as usize);

/// A step of the path to a value.
pub(crate) enum Part<'a> {
    Named(&'a str),
    Element(usize),
}

/// Says where an error of a walk happened: each level on the way out puts its part in front.
#[cold]
pub(crate) fn within(mut error: Error, part: Part<'_>) -> Error {
    if let Some(failure) = error.downcast_mut::<Failure>() {
        match part {
            Part::Named(name) => failure.prepend(&format!(".{name}")),
            Part::Element(index) => failure.prepend(&format!("[{index}]")),
        }
    }
    error
}

/// The outermost level: says what the value at a position is.
#[cold]
pub(crate) fn within_tuple(mut error: Error, describe: impl FnOnce(usize) -> String) -> Error {
    if let Some(failure) = error.downcast_mut::<Failure>() {
        failure.root(describe);
    }
    error
}

/// The words that flags lie in: offset, size, and the bits that have labels.
pub(crate) fn flag_words(labels: usize) -> impl Iterator<Item = (usize, u8, u64)> {
    let size = match labels {
        0..=8 => 1,
        9..=16 => 2,
        _ => 4,
    };
    (0..labels.div_ceil(32)).map(move |word| {
        let here = (labels - word * 32).min(32);
        (word * 4, size, (1u64 << here) - 1)
    })
}

/// Has Wasmtime take a type for a list of parameters or results that are so many core values. More it need not know: what they
/// are, `Lift` and `Lower` are told when they are called.
macro_rules! core_values {
    ([$($parameters:tt)*] $name:ty, $slots:tt) => {
        // SAFETY: `Lower` is a sequence of `ValRaw`. No value of the type is part of another one, and whoever has one made
        // picks the number of slots by the very type of the function.
        unsafe impl<$($parameters)*> wasmtime::component::ComponentType for $name {
            type Lower = [wasmtime::ValRaw; $slots];
            const ABI: wasmtime::component::__internal::CanonicalAbiInfo =
                wasmtime::component::__internal::CanonicalAbiInfo::ZERO;
            fn typecheck(
                _: &wasmtime::component::__internal::InterfaceType,
                _: &wasmtime::component::__internal::InstanceType<'_>,
            ) -> wasmtime::Result<()> {
                Ok(())
            }
        }

        // SAFETY: see above.
        unsafe impl<$($parameters)*> wasmtime::component::ComponentNamedList for $name {}
    };
}
pub(crate) use core_values;

/// Lets a type with pointers be what Wasmtime passes, whose traits ask for these bounds because they can't know.
macro_rules! of_one_call {
    ([$($parameters:tt)*] $name:ty) => {
        // SAFETY: made, used and dropped within one call, on one thread, which is in the store that the pointers lead to.
        unsafe impl<$($parameters)*> Send for $name {}
        // SAFETY: see above.
        unsafe impl<$($parameters)*> Sync for $name {}
    };
}
pub(crate) use of_one_call;

pub(crate) fn unsupported(name: &str) -> Error {
    Failure::new(
        ErrorKind::Other,
        format!("values of the type `{name}` are not supported yet"),
    )
    .into()
}
