//! Files through `wasi:filesystem` itself: whatever the path, it is the host that has to refuse it.

use std::cell::RefCell;

use wasip2::filesystem::preopens::get_directories;
use wasip2::filesystem::types::{
    Descriptor, DescriptorFlags, ErrorCode, NewTimestamp, OpenFlags, PathFlags,
};

use crate::names::in_camel_case;

/// What a file's beginning is.
const BEGINNING: u64 = 64 << 10;

thread_local! {
    static HELD: RefCell<Vec<Descriptor>> = RefCell::default();
}

/// How to open a file.
#[derive(Clone, Copy)]
pub struct How {
    pub write: bool,
    pub create: bool,
    pub follow: bool,
}

const READ_ONLY: How = How {
    write: false,
    create: false,
    follow: true,
};

pub fn preopens() -> Vec<String> {
    get_directories()
        .into_iter()
        .map(|(_, name)| name)
        .collect()
}

fn preopen(index: u32) -> Result<Descriptor, String> {
    match get_directories().into_iter().nth(index as usize) {
        Some((directory, _)) => Ok(directory),
        None => Err("NoPreopen".to_owned()),
    }
}

fn name(error: ErrorCode) -> String {
    in_camel_case(error.name())
}

fn path_flags(follow: bool) -> PathFlags {
    if follow {
        PathFlags::SYMLINK_FOLLOW
    } else {
        PathFlags::empty()
    }
}

fn open_at(directory: &Descriptor, path: &str, how: How) -> Result<Descriptor, String> {
    let mut open_flags = OpenFlags::empty();
    open_flags.set(OpenFlags::CREATE, how.create);
    let mut flags = DescriptorFlags::READ;
    flags.set(DescriptorFlags::WRITE, how.write);
    directory
        .open_at(path_flags(how.follow), path, open_flags, flags)
        .map_err(name)
}

fn beginning(file: &Descriptor) -> Result<Vec<u8>, String> {
    file.read(BEGINNING, 0).map(|(data, _)| data).map_err(name)
}

pub fn open(index: u32, path: &str, how: How) -> Result<Vec<u8>, String> {
    beginning(&open_at(&preopen(index)?, path, how)?)
}

pub fn open_below(index: u32, directory: &str, path: &str, how: How) -> Result<Vec<u8>, String> {
    let mut flags = DescriptorFlags::READ;
    flags.set(DescriptorFlags::MUTATE_DIRECTORY, how.write || how.create);
    let directory = preopen(index)?
        .open_at(
            path_flags(how.follow),
            directory,
            OpenFlags::DIRECTORY,
            flags,
        )
        .map_err(name)?;
    beginning(&open_at(&directory, path, how)?)
}

pub fn write(index: u32, path: &str, create: bool, mut data: &[u8]) -> Result<(), String> {
    let how = How {
        write: true,
        create,
        follow: true,
    };
    let file = open_at(&preopen(index)?, path, how)?;
    let mut offset = 0;
    while !data.is_empty() {
        let written = file.write(data, offset).map_err(name)?;
        offset += written;
        data = &data[written as usize..];
    }
    Ok(())
}

pub fn rename(from_index: u32, from: &str, to_index: u32, to: &str) -> Result<(), String> {
    preopen(from_index)?
        .rename_at(from, &preopen(to_index)?, to)
        .map_err(name)
}

pub fn link(from_index: u32, from: &str, to_index: u32, to: &str) -> Result<(), String> {
    preopen(from_index)?
        .link_at(PathFlags::empty(), from, &preopen(to_index)?, to)
        .map_err(name)
}

pub fn symlink(index: u32, target: &str, link: &str) -> Result<(), String> {
    preopen(index)?.symlink_at(target, link).map_err(name)
}

pub fn readlink(index: u32, path: &str) -> Result<String, String> {
    preopen(index)?.readlink_at(path).map_err(name)
}

pub fn stat(index: u32, path: &str, follow: bool) -> Result<u64, String> {
    preopen(index)?
        .stat_at(path_flags(follow), path)
        .map(|stat| stat.size)
        .map_err(name)
}

pub fn unlink(index: u32, path: &str) -> Result<(), String> {
    preopen(index)?.unlink_file_at(path).map_err(name)
}

pub fn create_directory(index: u32, path: &str) -> Result<(), String> {
    preopen(index)?.create_directory_at(path).map_err(name)
}

pub fn remove_directory(index: u32, path: &str) -> Result<(), String> {
    preopen(index)?.remove_directory_at(path).map_err(name)
}

pub fn set_times(index: u32, path: &str, follow: bool) -> Result<(), String> {
    preopen(index)?
        .set_times_at(
            path_flags(follow),
            path,
            NewTimestamp::Now,
            NewTimestamp::Now,
        )
        .map_err(name)
}

pub fn hold_open(index: u32, path: &str, count: u32) -> Result<u32, String> {
    let directory = preopen(index)?;
    HELD.with_borrow_mut(|held| {
        for _ in 0..count {
            match open_at(&directory, path, READ_ONLY) {
                Ok(file) => held.push(file),
                Err(error) => return Err(format!("{error} after {}", held.len())),
            }
        }
        Ok(held.len() as u32)
    })
}
