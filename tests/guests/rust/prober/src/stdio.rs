//! The standard streams.

use std::io::{self, Read, Write};

use crate::names::io_error;

pub fn print(text: &str) {
    write(io::stdout(), text);
}

pub fn print_error(text: &str) {
    write(io::stderr(), text);
}

fn write(mut stream: impl Write, text: &str) {
    stream
        .write_all(text.as_bytes())
        .and_then(|()| stream.flush())
        .expect("the stream takes it");
}

pub fn print_many(bytes: u64) {
    let mut stream = io::stdout().lock();
    io::copy(&mut io::repeat(b'x').take(bytes), &mut stream)
        .and_then(|_| stream.flush())
        .expect("stdout takes it");
}

pub fn read_line() -> Result<String, String> {
    let mut line = String::new();
    io::stdin().read_line(&mut line).map_err(io_error)?;
    Ok(line)
}

pub fn read_all_input() -> Result<Vec<u8>, String> {
    let mut data = Vec::new();
    io::stdin().read_to_end(&mut data).map_err(io_error)?;
    Ok(data)
}
