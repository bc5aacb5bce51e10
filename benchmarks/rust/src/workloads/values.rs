//! The types of `types.wasm` in Rust, and the values that are moved: those of the Java benchmarks.

use wasmtime::component::{ComponentType, Lift, Lower, flags};

/// Elements of the lists of records.
pub const ELEMENTS: u32 = 1000;
/// Elements of the lists of numbers.
pub const DOUBLES: u32 = 100_000;
/// Bytes of a blob.
pub const BLOB: u32 = 1 << 20;
/// How often the guest calls the host in one call.
pub const TIMES: u32 = 1000;

/// The interface of the resource.
pub const COUNTERS: &str = "switchblade:types/counters";

#[derive(ComponentType, Lift, Lower, Clone, Debug, PartialEq)]
#[component(record)]
pub struct Item {
    pub id: u64,
    pub sku: String,
    pub title: String,
    pub note: String,
}

#[derive(ComponentType, Lift, Lower, Clone, Debug, PartialEq)]
#[component(record)]
pub struct Entry {
    pub id: u32,
    pub name: String,
}

#[derive(ComponentType, Lift, Lower, Clone, Copy, Debug, PartialEq)]
#[component(record)]
pub struct Point {
    pub x: i32,
    pub y: f64,
}

flags! {
    Rights {
        #[component(name = "read")]
        const READ;
        #[component(name = "write")]
        const WRITE;
        #[component(name = "admin")]
        const ADMIN;
    }
}

#[derive(ComponentType, Lift, Lower, Clone, Debug, PartialEq)]
#[component(record)]
pub struct Profile {
    pub name: String,
    pub age: Option<u32>,
    pub tags: Vec<String>,
    pub rights: Rights,
}

#[derive(ComponentType, Lift, Lower, Clone, Copy, Debug, PartialEq)]
#[component(variant)]
pub enum Shape {
    #[component(name = "circle")]
    Circle(f64),
    #[component(name = "rect")]
    Rect((u32, u32)),
    #[component(name = "nothing")]
    Nothing,
}

pub fn item() -> Item {
    Item {
        id: 42,
        sku: "SKU-0000042".to_owned(),
        title: "A lamp that is lit by a switch".to_owned(),
        note: "Fragile; keep upright and dry".to_owned(),
    }
}

pub fn entries() -> Vec<Entry> {
    (0..ELEMENTS)
        .map(|id| Entry {
            id,
            name: format!("name-{id:07}"),
        })
        .collect()
}

pub fn points() -> Vec<Point> {
    (0..ELEMENTS)
        .map(|index| Point {
            x: index as i32,
            y: f64::from(index) / 2.0,
        })
        .collect()
}

pub fn doubles() -> Vec<f64> {
    (0..DOUBLES).map(|index| f64::from(index) / 2.0).collect()
}

pub fn blob() -> Vec<u8> {
    (0..BLOB).map(|index| index as u8).collect()
}

pub fn profile() -> Profile {
    Profile {
        name: "Ada Lovelace".to_owned(),
        age: Some(36),
        tags: vec!["mathematician".to_owned(), "engineer".to_owned()],
        rights: Rights::READ | Rights::WRITE,
    }
}
