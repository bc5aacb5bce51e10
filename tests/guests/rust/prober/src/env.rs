//! Arguments and environment.

use wasip2::cli::environment::initial_cwd;

pub fn args() -> Vec<String> {
    std::env::args().collect()
}

pub fn environment() -> Vec<(String, String)> {
    std::env::vars().collect()
}

pub fn cwd() -> Option<String> {
    initial_cwd()
}

pub fn exit_with(code: u8) {
    std::process::exit(code.into())
}
