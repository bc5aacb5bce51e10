//! Asks for configuration, keeps values and writes logs: a call of an export is a call of the service, or a few.

mod config;
mod keyvalue;
mod logging;

use std::fmt::Debug;

wit_bindgen::generate!({ world: "services", generate_all });

struct Services;

impl Guest for Services {
    fn config_get(key: String) -> Result<Option<String>, String> {
        config::get(&key)
    }

    fn config_all() -> Result<Vec<(String, String)>, String> {
        config::all()
    }

    fn kv_get(bucket: String, key: String) -> Result<Option<Vec<u8>>, String> {
        keyvalue::get(&bucket, &key)
    }

    fn kv_set(bucket: String, key: String, value: Vec<u8>) -> Result<(), String> {
        keyvalue::set(&bucket, &key, &value)
    }

    fn kv_delete(bucket: String, key: String) -> Result<(), String> {
        keyvalue::delete(&bucket, &key)
    }

    fn kv_exists(bucket: String, key: String) -> Result<bool, String> {
        keyvalue::exists(&bucket, &key)
    }

    fn kv_list(bucket: String) -> Result<Vec<String>, String> {
        keyvalue::list(&bucket)
    }

    fn kv_increment(bucket: String, key: String, delta: u64) -> Result<u64, String> {
        keyvalue::increment(&bucket, &key, delta)
    }

    fn log(level: String, context: String, message: String) {
        logging::log(&level, &context, &message);
    }
}

/// `AccessDenied` for the bindings' `Error::AccessDenied`.
fn case<E: Debug>(error: E) -> String {
    let text = format!("{error:?}");
    match text.split_once("::") {
        Some((_, case)) => case.to_owned(),
        None => text,
    }
}

export!(Services);
