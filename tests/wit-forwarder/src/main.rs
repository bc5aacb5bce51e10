//! Makes a component of a world in which every exported function calls the imported function of the same name.
//!
//! usage: wit-forwarder [--feature NAME]… [--all-features] WIT-PATH [WORLD] OUT.wasm
//!
//! WIT-PATH is a folder with its `deps` or a file; WORLD may be left out if there is only one. The imported function is
//! the one of the interface of the same name, or of the world itself. So whatever a host gives to an export arrives at
//! its own import, and whatever that answers comes back: code generated for the world is tested with any value of any
//! type, without a guest that would have to know them.
//!
//! An exported resource stands for an imported one: its representation is the imported handle.
//!
//! An export that has no such import traps when it is called; each is named on stdout. The exit code is 1 for wrong WIT,
//! whose message has file, line and column, and 2 for everything else.

mod handles;
mod module;

use module::Module;
use std::path::Path;
use std::process::ExitCode;
use wit_component::{ComponentEncoder, StringEncoding, embed_component_metadata};
use wit_parser::Resolve;

const USAGE: &str = "usage: wit-forwarder [--feature NAME]… [--all-features] WIT-PATH [WORLD] OUT.wasm";

fn main() -> ExitCode {
    let mut resolve = Resolve::new();
    let mut plain = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match &argument[..] {
            "--all-features" => resolve.all_features = true,
            "--feature" => match arguments.next() {
                Some(name) => _ = resolve.features.insert(name),
                None => return fail(2, USAGE),
            },
            _ => plain.push(argument),
        }
    }
    let (wit, world, out) = match &plain[..] {
        [wit, out] => (wit, None, out),
        [wit, world, out] => (wit, Some(&world[..]), out),
        _ => return fail(2, USAGE),
    };
    let package = match resolve.push_path(wit) {
        Ok((package, _)) => package,
        Err(error) => return fail(1, &resolve.render_error(&error)),
    };
    let world = match resolve.select_world(&[package], world) {
        Ok(world) => world,
        Err(error) => return fail(1, &format!("{wit}: {error:#}")),
    };
    let module = Module::forwarding(&resolve, world);
    for note in &module.unreachable {
        println!("unreachable: {note}");
    }
    let text = module.text();
    let core = match wat::parse_str(&text) {
        Ok(core) => core,
        Err(error) => return fail(2, &format!("{wit}: {error}\n{text}")),
    };
    match encode(core, &resolve, world) {
        Ok(component) => match write(Path::new(out), &component) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(2, &format!("{out}: {error}")),
        },
        Err(error) => fail(2, &format!("{wit}: {error}\n{text}")),
    }
}

fn fail(code: u8, message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(code)
}

fn encode(mut core: Vec<u8>, resolve: &Resolve, world: wit_parser::WorldId) -> Result<Vec<u8>, String> {
    embed_component_metadata(&mut core, resolve, world, StringEncoding::UTF8)
        .map_err(|error| format!("{error:?}"))?;
    ComponentEncoder::default()
        .module(&core)
        .and_then(|encoder| {
            encoder
                .validate(true)
                // Two versions of one interface are two interfaces of the world, and of what is generated for it.
                .merge_imports_based_on_semver(false)
                .encode()
        })
        .map_err(|error| format!("{error:?}"))
}

fn write(out: &Path, component: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = out.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(out, component)
}
