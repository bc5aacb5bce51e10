//! Upcalls: how the host is called, and what for.

/// `sb_upcall_t`.
pub(crate) type UpcallFn = unsafe extern "C" fn(i64, i64, i64, i64, i64) -> i64;

/// The upcall at an address that the host handed over.
///
/// # Safety
///
/// `address` is 0 or that of an `sb_upcall_t`.
pub(crate) unsafe fn upcall_at(address: u64) -> Option<UpcallFn> {
    let pointer = std::ptr::with_exposed_provenance::<()>(address as usize);
    // SAFETY: the caller's promise; null is `None`, which has the same representation.
    unsafe { std::mem::transmute::<*const (), Option<UpcallFn>>(pointer) }
}

/// `enum sb_upcall_operation`.
pub(crate) const UPCALL_CALL: i64 = 0;
pub(crate) const UPCALL_RELEASE: i64 = 1;
pub(crate) const UPCALL_FILL: i64 = 2;
pub(crate) const UPCALL_DRAIN: i64 = 3;
pub(crate) const UPCALL_VISIT: i64 = 4;
pub(crate) const UPCALL_DESTROY: i64 = 5;
pub(crate) const UPCALL_AWAIT: i64 = 6;
pub(crate) const UPCALL_ABANDON: i64 = 7;
pub(crate) const UPCALL_INTERRUPTED: i64 = 8;
pub(crate) const UPCALL_OUTPUT: i64 = 9;
pub(crate) const UPCALL_INPUT: i64 = 10;
pub(crate) const UPCALL_ACCESS: i64 = 11;
pub(crate) const UPCALL_REQUEST: i64 = 12;
