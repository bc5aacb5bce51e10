//! Translates a `.wast` script into what a runner without a parser for WebAssembly's text can execute.
//!
//! usage: switchblade-wast-to-json SCRIPT FOLDER
//!
//! Writes `script.json` into the folder, in the form of the `json-from-wast` crate (commands with lines, actions and
//! constants), and beside it each module and component of the script, in binary where it can be encoded. A script that
//! can't be parsed is told on stderr, with its line, and ends with exit code 1; 2 is for everything else.

use std::path::Path;
use std::process::ExitCode;
use wast::lexer::Lexer;
use wast::parser::{self, ParseBuffer};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, script, folder] = &arguments[..] else {
        eprintln!("usage: switchblade-wast-to-json SCRIPT FOLDER");
        return ExitCode::from(2);
    };
    let text = match std::fs::read_to_string(script) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{script}: {error}");
            return ExitCode::from(2);
        }
    };
    match translate(script, &text, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Script(message)) => {
            eprintln!("{message}");
            ExitCode::from(1)
        }
        Err(Failure::Environment(message)) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

enum Failure {
    /// The script is wrong.
    Script(String),
    /// The files can't be written.
    Environment(String),
}

fn translate(script: &str, text: &str, folder: &Path) -> Result<(), Failure> {
    let wrong = |mut error: wast::Error| {
        error.set_path(script.as_ref());
        error.set_text(text);
        Failure::Script(error.to_string())
    };
    let mut lexer = Lexer::new(text);
    // What may look like something else in an editor is for people to judge, not for a runner of other people's scripts.
    lexer.allow_confusing_unicode(true);
    let mut buffer = ParseBuffer::new_with_lexer(lexer).map_err(wrong)?;
    buffer.track_instr_spans(true);
    let parsed = parser::parse::<wast::Wast>(&buffer).map_err(wrong)?;
    let mut options = json_from_wast::Opts::default();
    options.dwarf(true).module_filename("module");
    let translated = options
        .convert(script, text, parsed)
        .map_err(|error| Failure::Script(format!("{script}: {error:#}")))?;
    let environment = |error: std::io::Error| Failure::Environment(format!("{}: {error}", folder.display()));
    std::fs::create_dir_all(folder).map_err(environment)?;
    for (name, bytes) in &translated.wasms {
        std::fs::write(folder.join(name), bytes).map_err(environment)?;
    }
    let json = serde_json::to_vec(&translated).map_err(|error| Failure::Environment(error.to_string()))?;
    // Last: a folder with this file is complete.
    std::fs::write(folder.join("script.json"), json).map_err(environment)
}
