//! Tries whatever WASI 0.2 offers. Each module has a part of the world's functions, under their names.

// Symbolic links are behind these in `std`.
#![feature(wasi_ext, wasip2)]

mod clocks;
mod env;
mod files;
mod hostile;
mod http;
mod names;
mod raw;
mod sockets;
mod stdio;

wit_bindgen::generate!({ world: "prober" });

struct Prober;

impl Guest for Prober {
    fn args() -> Vec<String> {
        env::args()
    }

    fn environment() -> Vec<(String, String)> {
        env::environment()
    }

    fn cwd() -> Option<String> {
        env::cwd()
    }

    fn exit_with(code: u8) {
        env::exit_with(code)
    }

    fn print(text: String) {
        stdio::print(&text)
    }

    fn print_error(text: String) {
        stdio::print_error(&text)
    }

    fn print_many(bytes: u64) {
        stdio::print_many(bytes)
    }

    fn read_line() -> Result<String, String> {
        stdio::read_line()
    }

    fn read_all_input() -> Result<Vec<u8>, String> {
        stdio::read_all_input()
    }

    fn now() -> (u64, u32) {
        clocks::now()
    }

    fn monotonic() -> u64 {
        clocks::monotonic()
    }

    fn sleep_for(nanos: u64) {
        clocks::sleep_for(nanos)
    }

    fn random_bytes(count: u64) -> Vec<u8> {
        clocks::random_bytes(count)
    }

    fn insecure_random(count: u64) -> Vec<u8> {
        clocks::insecure_random(count)
    }

    fn insecure_seed() -> (u64, u64) {
        clocks::insecure_seed()
    }

    fn read_file(path: String) -> Result<Vec<u8>, String> {
        files::read_file(&path)
    }

    fn write_file(path: String, data: Vec<u8>) -> Result<(), String> {
        files::write_file(&path, &data)
    }

    fn open_write_existing(path: String, data: Vec<u8>) -> Result<(), String> {
        files::open_write_existing(&path, &data)
    }

    fn append_file(path: String, data: Vec<u8>) -> Result<(), String> {
        files::append_file(&path, &data)
    }

    fn create_new(path: String) -> Result<(), String> {
        files::create_new(&path)
    }

    fn list_directory(path: String) -> Result<Vec<String>, String> {
        files::list_directory(&path)
    }

    fn create_directory(path: String) -> Result<(), String> {
        files::create_directory(&path)
    }

    fn remove_directory(path: String) -> Result<(), String> {
        files::remove_directory(&path)
    }

    fn remove_file(path: String) -> Result<(), String> {
        files::remove_file(&path)
    }

    fn rename_file(from: String, to: String) -> Result<(), String> {
        files::rename_file(&from, &to)
    }

    fn hard_link(from: String, to: String) -> Result<(), String> {
        files::hard_link(&from, &to)
    }

    fn symbolic_link(target: String, link: String) -> Result<(), String> {
        files::symbolic_link(&target, &link)
    }

    fn read_link(path: String) -> Result<String, String> {
        files::read_link(&path)
    }

    fn stat_file(path: String) -> Result<(bool, u64), String> {
        files::stat_file(&path)
    }

    fn lstat_file(path: String) -> Result<(bool, u64), String> {
        files::lstat_file(&path)
    }

    fn truncate_file(path: String, size: u64) -> Result<(), String> {
        files::truncate_file(&path, size)
    }

    fn set_times_now(path: String) -> Result<(), String> {
        files::set_times_now(&path)
    }

    fn hold_open(path: String, count: u32) -> Result<u32, String> {
        files::hold_open(&path, count)
    }

    fn preopens() -> Vec<String> {
        raw::preopens()
    }

    fn raw_open(
        preopen_index: u32,
        path: String,
        flags_write: bool,
        create: bool,
        follow: bool,
    ) -> Result<Vec<u8>, String> {
        let how = raw::How {
            write: flags_write,
            create,
            follow,
        };
        raw::open(preopen_index, &path, how)
    }

    fn raw_open_below(
        preopen_index: u32,
        directory: String,
        path: String,
        flags_write: bool,
        create: bool,
        follow: bool,
    ) -> Result<Vec<u8>, String> {
        let how = raw::How {
            write: flags_write,
            create,
            follow,
        };
        raw::open_below(preopen_index, &directory, &path, how)
    }

    fn raw_write(
        preopen_index: u32,
        path: String,
        create: bool,
        data: Vec<u8>,
    ) -> Result<(), String> {
        raw::write(preopen_index, &path, create, &data)
    }

    fn raw_rename(from_index: u32, from: String, to_index: u32, to: String) -> Result<(), String> {
        raw::rename(from_index, &from, to_index, &to)
    }

    fn raw_link(from_index: u32, from: String, to_index: u32, to: String) -> Result<(), String> {
        raw::link(from_index, &from, to_index, &to)
    }

    fn raw_symlink(preopen_index: u32, target: String, link: String) -> Result<(), String> {
        raw::symlink(preopen_index, &target, &link)
    }

    fn raw_readlink(preopen_index: u32, path: String) -> Result<String, String> {
        raw::readlink(preopen_index, &path)
    }

    fn raw_stat(preopen_index: u32, path: String, follow: bool) -> Result<u64, String> {
        raw::stat(preopen_index, &path, follow)
    }

    fn raw_unlink(preopen_index: u32, path: String) -> Result<(), String> {
        raw::unlink(preopen_index, &path)
    }

    fn raw_create_directory(preopen_index: u32, path: String) -> Result<(), String> {
        raw::create_directory(preopen_index, &path)
    }

    fn raw_remove_directory(preopen_index: u32, path: String) -> Result<(), String> {
        raw::remove_directory(preopen_index, &path)
    }

    fn raw_set_times(preopen_index: u32, path: String, follow: bool) -> Result<(), String> {
        raw::set_times(preopen_index, &path, follow)
    }

    fn raw_hold_open(preopen_index: u32, path: String, count: u32) -> Result<u32, String> {
        raw::hold_open(preopen_index, &path, count)
    }

    fn tcp_connect(address: String, port: u16) -> Result<(), String> {
        sockets::tcp_connect(&address, port)
    }

    fn tcp_exchange(address: String, port: u16, message: Vec<u8>) -> Result<Vec<u8>, String> {
        sockets::tcp_exchange(&address, port, &message)
    }

    fn tcp_exchange_by_name(name: String, port: u16, message: Vec<u8>) -> Result<Vec<u8>, String> {
        sockets::tcp_exchange_by_name(&name, port, &message)
    }

    fn tcp_read_forever(address: String, port: u16) -> Result<u64, String> {
        sockets::tcp_read_forever(&address, port)
    }

    fn tcp_listen(address: String, port: u16) -> Result<u16, String> {
        sockets::tcp_listen(&address, port)
    }

    fn tcp_accept_once() -> Result<Vec<u8>, String> {
        sockets::tcp_accept_once()
    }

    fn udp_bind(address: String, port: u16) -> Result<u16, String> {
        sockets::udp_bind(&address, port)
    }

    fn udp_receive_once() -> Result<Vec<u8>, String> {
        sockets::udp_receive_once()
    }

    fn udp_exchange(address: String, port: u16, message: Vec<u8>) -> Result<Vec<u8>, String> {
        sockets::udp_exchange(&address, port, message)
    }

    fn resolve(name: String) -> Result<Vec<String>, String> {
        sockets::resolve(&name)
    }

    fn http_request(
        method: String,
        url: String,
        headers: Vec<(String, String)>,
        body: Vec<u8>,
    ) -> Result<Response, String> {
        http::request(&method, &url, headers, &body)
    }

    fn http_with_timeouts(
        url: String,
        connect_ms: Option<u64>,
        first_byte_ms: Option<u64>,
    ) -> Result<Response, String> {
        http::with_timeouts(&url, connect_ms, first_byte_ms)
    }

    fn http_many(url: String, count: u32) -> Result<Vec<String>, String> {
        http::many(&url, count)
    }

    fn spin() {
        hostile::spin()
    }

    fn spin_for(iterations: u64) -> u64 {
        hostile::spin_for(iterations)
    }

    fn recurse() {
        hostile::recurse()
    }

    fn allocate(bytes: u64) -> u64 {
        hostile::allocate(bytes)
    }

    fn panic(message: String) {
        hostile::panic(&message)
    }

    fn poll_forever() {
        hostile::poll_forever()
    }

    fn keep_pollables(count: u32) -> u32 {
        hostile::keep_pollables(count)
    }
}

export!(Prober);
