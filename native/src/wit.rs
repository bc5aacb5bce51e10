//! WIT: of a component as text, and of files as JSON for a code generator.

mod decode;
mod extent;
mod print;
mod resolve;

pub use print::*;
pub use resolve::*;
