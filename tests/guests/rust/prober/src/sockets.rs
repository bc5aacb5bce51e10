//! TCP, UDP and names through `wasi:sockets`.
//!
//! Its operations start and finish: between the two, a guest waits on the socket's pollable. A socket is the parent of
//! its streams and must outlive them, so it comes last where both are kept.

use std::cell::RefCell;
use std::net::IpAddr;

use wasip2::io::poll::Pollable;
use wasip2::io::streams::{InputStream, OutputStream, StreamError};
use wasip2::sockets::instance_network::instance_network;
use wasip2::sockets::ip_name_lookup::resolve_addresses;
use wasip2::sockets::network::{
    ErrorCode, IpAddress, IpAddressFamily, IpSocketAddress, Ipv4SocketAddress, Ipv6SocketAddress,
};
use wasip2::sockets::tcp::{ShutdownType, TcpSocket};
use wasip2::sockets::tcp_create_socket::create_tcp_socket;
use wasip2::sockets::udp::{IncomingDatagramStream, OutgoingDatagram, UdpSocket};
use wasip2::sockets::udp_create_socket::create_udp_socket;

use crate::names::in_camel_case;

/// How much of a stream is read and written at once; a host need not take more than 4096 bytes.
const CHUNK: usize = 4096;

thread_local! {
    static LISTENER: RefCell<Option<TcpSocket>> = RefCell::default();
    static BOUND: RefCell<Option<UdpSocket>> = RefCell::default();
}

struct Connection {
    input: InputStream,
    output: OutputStream,
    socket: TcpSocket,
}

fn name(error: ErrorCode) -> String {
    in_camel_case(error.name())
}

fn stream_error(error: StreamError) -> String {
    match error {
        StreamError::Closed => "Closed".to_owned(),
        StreamError::LastOperationFailed(error) => format!("LastOperationFailed: {error}"),
    }
}

fn parse(address: &str) -> Result<IpAddr, String> {
    address.parse().map_err(|_| "NoAddress".to_owned())
}

fn family_of(address: IpAddr) -> IpAddressFamily {
    match address {
        IpAddr::V4(_) => IpAddressFamily::Ipv4,
        IpAddr::V6(_) => IpAddressFamily::Ipv6,
    }
}

fn with_port(address: IpAddr, port: u16) -> IpSocketAddress {
    match address {
        IpAddr::V4(address) => IpSocketAddress::Ipv4(Ipv4SocketAddress {
            port,
            address: address.octets().into(),
        }),
        IpAddr::V6(address) => IpSocketAddress::Ipv6(Ipv6SocketAddress {
            port,
            flow_info: 0,
            address: address.segments().into(),
            scope_id: 0,
        }),
    }
}

fn port_of(address: IpSocketAddress) -> u16 {
    match address {
        IpSocketAddress::Ipv4(address) => address.port,
        IpSocketAddress::Ipv6(address) => address.port,
    }
}

/// What `finish` gives when it no longer would block.
fn wait<T>(
    pollable: &Pollable,
    mut finish: impl FnMut() -> Result<T, ErrorCode>,
) -> Result<T, String> {
    loop {
        match finish() {
            Err(ErrorCode::WouldBlock) => pollable.block(),
            result => return result.map_err(name),
        }
    }
}

fn connect(address: IpAddr, port: u16) -> Result<Connection, String> {
    let socket = create_tcp_socket(family_of(address)).map_err(name)?;
    socket
        .start_connect(&instance_network(), with_port(address, port))
        .map_err(name)?;
    let (input, output) = wait(&socket.subscribe(), || socket.finish_connect())?;
    Ok(Connection {
        input,
        output,
        socket,
    })
}

/// Calls `take` with all chunks up to the end of the stream.
fn read(input: &InputStream, mut take: impl FnMut(Vec<u8>)) -> Result<(), String> {
    loop {
        match input.blocking_read(CHUNK as u64) {
            Ok(chunk) => take(chunk),
            Err(StreamError::Closed) => return Ok(()),
            Err(error) => return Err(stream_error(error)),
        }
    }
}

fn read_all(input: &InputStream) -> Result<Vec<u8>, String> {
    let mut data = Vec::new();
    read(input, |chunk| data.extend(chunk))?;
    Ok(data)
}

fn write_all(output: &OutputStream, data: &[u8]) -> Result<(), String> {
    data.chunks(CHUNK)
        .try_for_each(|chunk| output.blocking_write_and_flush(chunk))
        .map_err(stream_error)
}

fn exchange(connection: &Connection, message: &[u8]) -> Result<Vec<u8>, String> {
    write_all(&connection.output, message)?;
    connection
        .socket
        .shutdown(ShutdownType::Send)
        .map_err(name)?;
    read_all(&connection.input)
}

pub fn tcp_connect(address: &str, port: u16) -> Result<(), String> {
    connect(parse(address)?, port).map(drop)
}

pub fn tcp_exchange(address: &str, port: u16, message: &[u8]) -> Result<Vec<u8>, String> {
    exchange(&connect(parse(address)?, port)?, message)
}

pub fn tcp_exchange_by_name(name: &str, port: u16, message: &[u8]) -> Result<Vec<u8>, String> {
    let mut failure = "NoAddress".to_owned();
    for address in addresses_of(name)? {
        match connect(address, port) {
            Ok(connection) => return exchange(&connection, message),
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

pub fn tcp_read_forever(address: &str, port: u16) -> Result<u64, String> {
    let connection = connect(parse(address)?, port)?;
    let mut count = 0;
    read(&connection.input, |chunk| count += chunk.len() as u64)?;
    Ok(count)
}

pub fn tcp_listen(address: &str, port: u16) -> Result<u16, String> {
    let address = parse(address)?;
    let socket = create_tcp_socket(family_of(address)).map_err(name)?;
    socket
        .start_bind(&instance_network(), with_port(address, port))
        .map_err(name)?;
    wait(&socket.subscribe(), || socket.finish_bind())?;
    socket.start_listen().map_err(name)?;
    wait(&socket.subscribe(), || socket.finish_listen())?;
    let port = socket.local_address().map(port_of).map_err(name)?;
    LISTENER.set(Some(socket));
    Ok(port)
}

pub fn tcp_accept_once() -> Result<Vec<u8>, String> {
    LISTENER.with_borrow(|listener| {
        let listener = listener.as_ref().ok_or("NotListening")?;
        let (socket, input, output) = wait(&listener.subscribe(), || listener.accept())?;
        let client = Connection {
            input,
            output,
            socket,
        };
        let message = read_all(&client.input)?;
        write_all(&client.output, b"pong")?;
        Ok(message)
    })
}

fn bind(address: IpAddr, port: u16) -> Result<UdpSocket, String> {
    let socket = create_udp_socket(family_of(address)).map_err(name)?;
    socket
        .start_bind(&instance_network(), with_port(address, port))
        .map_err(name)?;
    wait(&socket.subscribe(), || socket.finish_bind())?;
    Ok(socket)
}

pub fn udp_bind(address: &str, port: u16) -> Result<u16, String> {
    let socket = bind(parse(address)?, port)?;
    let port = socket.local_address().map(port_of).map_err(name)?;
    BOUND.set(Some(socket));
    Ok(port)
}

pub fn udp_exchange(address: &str, port: u16, message: Vec<u8>) -> Result<Vec<u8>, String> {
    let address = parse(address)?;
    let any = match address {
        IpAddr::V4(_) => IpAddr::from([0; 4]),
        IpAddr::V6(_) => IpAddr::from([0; 16]),
    };
    let socket = bind(any, 0)?;
    let (incoming, outgoing) = socket
        .stream(Some(with_port(address, port)))
        .map_err(name)?;
    while outgoing.check_send().map_err(name)? == 0 {
        outgoing.subscribe().block();
    }
    let datagram = OutgoingDatagram {
        data: message,
        remote_address: None,
    };
    outgoing.send(&[datagram]).map_err(name)?;
    receive(&incoming)
}

pub fn udp_receive_once() -> Result<Vec<u8>, String> {
    BOUND.with_borrow(|socket| {
        let socket = socket.as_ref().ok_or("NotBound")?;
        let (incoming, _outgoing) = socket.stream(None).map_err(name)?;
        receive(&incoming)
    })
}

fn receive(incoming: &IncomingDatagramStream) -> Result<Vec<u8>, String> {
    loop {
        if let Some(datagram) = incoming.receive(1).map_err(name)?.pop() {
            return Ok(datagram.data);
        }
        incoming.subscribe().block();
    }
}

pub fn resolve(name: &str) -> Result<Vec<String>, String> {
    let addresses = addresses_of(name)?;
    Ok(addresses.iter().map(IpAddr::to_string).collect())
}

fn addresses_of(host: &str) -> Result<Vec<IpAddr>, String> {
    let answers = resolve_addresses(&instance_network(), host).map_err(name)?;
    let pollable = answers.subscribe();
    let mut addresses = Vec::new();
    while let Some(address) = wait(&pollable, || answers.resolve_next_address())? {
        addresses.push(match address {
            IpAddress::Ipv4((a, b, c, d)) => IpAddr::from([a, b, c, d]),
            IpAddress::Ipv6((a, b, c, d, e, f, g, h)) => IpAddr::from([a, b, c, d, e, f, g, h]),
        });
    }
    Ok(addresses)
}
