//! The version of the contract, which engines are asked for.

/// `SB_ABI_VERSION` of `switchblade.h`.
pub const ABI_VERSION: u32 = 11;

/// See `switchblade.h`.
#[unsafe(no_mangle)]
pub extern "C" fn sb_abi_version() -> u32 {
    ABI_VERSION
}
