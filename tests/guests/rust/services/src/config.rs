//! `wasi:config`.

use crate::case;
use crate::wasi::config::store;

pub fn get(key: &str) -> Result<Option<String>, String> {
    store::get(key).map_err(case)
}

pub fn all() -> Result<Vec<(String, String)>, String> {
    store::get_all().map_err(case)
}
