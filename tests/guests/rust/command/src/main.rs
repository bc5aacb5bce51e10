//! Prints its arguments and its environment, and exits with the code that is its first argument.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    for argument in &arguments {
        println!("{argument}");
    }
    for (name, value) in std::env::vars() {
        println!("{name}={value}");
    }
    let code = arguments.get(1).and_then(|code| code.parse::<u8>().ok());
    code.map_or(ExitCode::SUCCESS, ExitCode::from)
}
