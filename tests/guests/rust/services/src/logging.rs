//! `wasi:logging`.

use crate::wasi::logging::logging::{self, Level};

pub fn log(level: &str, context: &str, message: &str) {
    let level = match level {
        "trace" => Level::Trace,
        "debug" => Level::Debug,
        "info" => Level::Info,
        "warn" => Level::Warn,
        "error" => Level::Error,
        "critical" => Level::Critical,
        _ => panic!("no level {level}"),
    };
    logging::log(level, context, message);
}
