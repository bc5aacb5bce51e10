//! Asks for configuration, keeps values and writes logs: a call of an export is a call of the service, or a few.

mod config;
mod keyvalue;
mod logging;

use std::fmt::Debug;

wit_bindgen::generate!({ world: "services", generate_all });

/// A key and its value.
type Entry = (String, Vec<u8>);

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

    fn kv_get_many(bucket: String, keys: Vec<String>) -> Result<Vec<Option<Entry>>, String> {
        keyvalue::get_many(&bucket, &keys)
    }

    fn kv_set_many(bucket: String, entries: Vec<Entry>) -> Result<(), String> {
        keyvalue::set_many(&bucket, &entries)
    }

    fn kv_delete_many(bucket: String, keys: Vec<String>) -> Result<(), String> {
        keyvalue::delete_many(&bucket, &keys)
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
