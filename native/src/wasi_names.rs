//! Which interfaces of WASI there are to be linked, by their names: descriptions of components say so of each import.

/// A version of WASI that is linked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V0_2,
    V0_3,
}

/// The interfaces of WASI 0.2, without their version.
pub(crate) const V0_2: &[&str] = &[
    "wasi:cli/environment",
    "wasi:cli/exit",
    "wasi:cli/stdin",
    "wasi:cli/stdout",
    "wasi:cli/stderr",
    "wasi:cli/terminal-input",
    "wasi:cli/terminal-output",
    "wasi:cli/terminal-stdin",
    "wasi:cli/terminal-stdout",
    "wasi:cli/terminal-stderr",
    "wasi:clocks/wall-clock",
    "wasi:clocks/monotonic-clock",
    "wasi:random/random",
    "wasi:random/insecure",
    "wasi:random/insecure-seed",
    "wasi:io/error",
    "wasi:io/poll",
    "wasi:io/streams",
    "wasi:filesystem/preopens",
    "wasi:filesystem/types",
    "wasi:sockets/network",
    "wasi:sockets/instance-network",
    "wasi:sockets/ip-name-lookup",
    "wasi:sockets/tcp-create-socket",
    "wasi:sockets/tcp",
    "wasi:sockets/udp-create-socket",
    "wasi:sockets/udp",
    "wasi:http/types",
    "wasi:http/outgoing-handler",
];

/// The interfaces of WASI 0.3, without their version.
pub(crate) const V0_3: &[&str] = &[
    "wasi:cli/types",
    "wasi:cli/environment",
    "wasi:cli/exit",
    "wasi:cli/stdin",
    "wasi:cli/stdout",
    "wasi:cli/stderr",
    "wasi:cli/terminal-input",
    "wasi:cli/terminal-output",
    "wasi:cli/terminal-stdin",
    "wasi:cli/terminal-stdout",
    "wasi:cli/terminal-stderr",
    "wasi:clocks/types",
    "wasi:clocks/monotonic-clock",
    "wasi:clocks/system-clock",
    "wasi:random/random",
    "wasi:random/insecure",
    "wasi:random/insecure-seed",
    "wasi:filesystem/types",
    "wasi:filesystem/preopens",
    "wasi:sockets/types",
    "wasi:sockets/ip-name-lookup",
    "wasi:http/types",
    "wasi:http/client",
];

/// Tells an interface's version from its name.
pub(crate) fn parts(name: &str) -> Option<(&str, Version)> {
    let (path, version) = name.split_once('@')?;
    let (version, patch) = match version.strip_prefix("0.2.") {
        Some(patch) => (Version::V0_2, patch),
        None => (Version::V0_3, version.strip_prefix("0.3.")?),
    };
    // Not a candidate for a release, which has types of its own.
    patch.parse::<u32>().ok()?;
    Some((path, version))
}

/// Says whether an interface, named with its version, is there to be linked.
pub(crate) fn provides(name: &str) -> bool {
    parts(name).is_some_and(|(path, version)| match version {
        Version::V0_2 => V0_2.contains(&path),
        Version::V0_3 => V0_3.contains(&path),
    })
}
