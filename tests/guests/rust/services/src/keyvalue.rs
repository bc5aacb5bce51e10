//! `wasi:keyvalue`.

use crate::wasi::keyvalue::store::{self, Bucket};
use crate::wasi::keyvalue::{atomics, batch};
use crate::{Entry, case};

fn open(bucket: &str) -> Result<Bucket, String> {
    store::open(bucket).map_err(case)
}

pub fn get(bucket: &str, key: &str) -> Result<Option<Vec<u8>>, String> {
    open(bucket)?.get(key).map_err(case)
}

pub fn set(bucket: &str, key: &str, value: &[u8]) -> Result<(), String> {
    open(bucket)?.set(key, value).map_err(case)
}

pub fn delete(bucket: &str, key: &str) -> Result<(), String> {
    open(bucket)?.delete(key).map_err(case)
}

pub fn exists(bucket: &str, key: &str) -> Result<bool, String> {
    open(bucket)?.exists(key).map_err(case)
}

pub fn list(bucket: &str) -> Result<Vec<String>, String> {
    let bucket = open(bucket)?;
    let mut keys = Vec::new();
    let mut cursor = None;
    loop {
        let page = bucket.list_keys(cursor).map_err(case)?;
        keys.extend(page.keys);
        if page.cursor.is_none() {
            return Ok(keys);
        }
        cursor = page.cursor;
    }
}

pub fn increment(bucket: &str, key: &str, delta: u64) -> Result<u64, String> {
    atomics::increment(&open(bucket)?, key, delta).map_err(case)
}

pub fn get_many(bucket: &str, keys: &[String]) -> Result<Vec<Option<Entry>>, String> {
    batch::get_many(&open(bucket)?, keys).map_err(case)
}

pub fn set_many(bucket: &str, entries: &[Entry]) -> Result<(), String> {
    batch::set_many(&open(bucket)?, entries).map_err(case)
}

pub fn delete_many(bucket: &str, keys: &[String]) -> Result<(), String> {
    batch::delete_many(&open(bucket)?, keys).map_err(case)
}
