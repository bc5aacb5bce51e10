//! Files through `std::fs`: libc finds the preopened directory for a path, and takes a closer look at it.

use std::cell::RefCell;
use std::fs::{self, File, FileTimes, Metadata, OpenOptions};
use std::io::{self, Write};
use std::time::SystemTime;

use crate::names::io_error;

thread_local! {
    static HELD: RefCell<Vec<File>> = RefCell::default();
}

pub fn read_file(path: &str) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(io_error)
}

pub fn write_file(path: &str, data: &[u8]) -> Result<(), String> {
    fs::write(path, data).map_err(io_error)
}

pub fn open_write_existing(path: &str, data: &[u8]) -> Result<(), String> {
    open_and_write(OpenOptions::new().write(true), path, data).map_err(io_error)
}

pub fn append_file(path: &str, data: &[u8]) -> Result<(), String> {
    open_and_write(OpenOptions::new().append(true), path, data).map_err(io_error)
}

fn open_and_write(options: &OpenOptions, path: &str, data: &[u8]) -> io::Result<()> {
    options.open(path)?.write_all(data)
}

pub fn create_new(path: &str) -> Result<(), String> {
    File::create_new(path).map(drop).map_err(io_error)
}

pub fn list_directory(path: &str) -> Result<Vec<String>, String> {
    let name = |entry: io::Result<fs::DirEntry>| {
        entry.map(|entry| entry.file_name().to_string_lossy().into_owned())
    };
    let mut names = fs::read_dir(path)
        .and_then(|entries| entries.map(name).collect::<io::Result<Vec<_>>>())
        .map_err(io_error)?;
    names.sort();
    Ok(names)
}

pub fn create_directory(path: &str) -> Result<(), String> {
    fs::create_dir(path).map_err(io_error)
}

pub fn remove_directory(path: &str) -> Result<(), String> {
    fs::remove_dir(path).map_err(io_error)
}

pub fn remove_file(path: &str) -> Result<(), String> {
    fs::remove_file(path).map_err(io_error)
}

pub fn rename_file(from: &str, to: &str) -> Result<(), String> {
    fs::rename(from, to).map_err(io_error)
}

pub fn hard_link(from: &str, to: &str) -> Result<(), String> {
    fs::hard_link(from, to).map_err(io_error)
}

pub fn symbolic_link(target: &str, link: &str) -> Result<(), String> {
    std::os::wasi::fs::symlink_path(target, link).map_err(io_error)
}

pub fn read_link(path: &str) -> Result<String, String> {
    fs::read_link(path)
        .map(|target| target.to_string_lossy().into_owned())
        .map_err(io_error)
}

pub fn stat_file(path: &str) -> Result<(bool, u64), String> {
    fs::metadata(path).map(kind_and_size).map_err(io_error)
}

pub fn lstat_file(path: &str) -> Result<(bool, u64), String> {
    fs::symlink_metadata(path)
        .map(kind_and_size)
        .map_err(io_error)
}

fn kind_and_size(metadata: Metadata) -> (bool, u64) {
    (metadata.is_dir(), metadata.len())
}

pub fn truncate_file(path: &str, size: u64) -> Result<(), String> {
    let file = OpenOptions::new().write(true).open(path);
    file.and_then(|file| file.set_len(size)).map_err(io_error)
}

pub fn set_times_now(path: &str) -> Result<(), String> {
    let now = SystemTime::now();
    let times = FileTimes::new().set_accessed(now).set_modified(now);
    File::open(path)
        .and_then(|file| file.set_times(times))
        .map_err(io_error)
}

pub fn hold_open(path: &str, count: u32) -> Result<u32, String> {
    HELD.with_borrow_mut(|held| {
        for _ in 0..count {
            match File::open(path) {
                Ok(file) => held.push(file),
                Err(error) => return Err(format!("{} after {}", io_error(error), held.len())),
            }
        }
        Ok(held.len() as u32)
    })
}
