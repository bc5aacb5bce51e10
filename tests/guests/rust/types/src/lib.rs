//! Values of compound types: each function takes or gives one, and does next to nothing else.

mod shelf;

use std::cell::Cell;

use exports::switchblade::types::counters;
use shelf::Shelf;

wit_bindgen::generate!({ world: "values" });

thread_local! {
    static ENTRIES: Shelf<Entry> = Shelf::new();
    static POINTS: Shelf<Point> = Shelf::new();
    static DOUBLES: Shelf<f64> = Shelf::new();
    static BLOBS: Shelf<u8> = Shelf::new();
}

struct Values;

impl Guest for Values {
    fn describe(item: Item) -> String {
        item.title
    }

    fn entries(count: u32) -> Vec<Entry> {
        ENTRIES.with(|shelf| {
            shelf.lend(count, |id| Entry {
                id,
                // Without room to spare, which a result would be shrunk by.
                name: format!("name-{id:07}").into_boxed_str().into_string(),
            })
        })
    }

    fn take_entries(entries: Vec<Entry>) -> u32 {
        entries
            .last()
            .map_or(0, |entry| entry.id.wrapping_add(entry.name.len() as u32))
    }

    fn points(count: u32) -> Vec<Point> {
        POINTS.with(|shelf| {
            shelf.lend(count, |index| Point {
                x: index as i32,
                y: f64::from(index) / 2.0,
            })
        })
    }

    fn take_points(points: Vec<Point>) -> u32 {
        points.last().map_or(0, |point| {
            (points.len() as u32).wrapping_add_signed(point.x)
        })
    }

    fn doubles(count: u32) -> Vec<f64> {
        DOUBLES.with(|shelf| shelf.lend(count, |index| f64::from(index) / 2.0))
    }

    fn take_doubles(doubles: Vec<f64>) -> f64 {
        match (doubles.first(), doubles.last()) {
            (Some(first), Some(last)) => first + last,
            _ => 0.0,
        }
    }

    fn blob(data: Vec<u8>) -> u32 {
        data.last()
            .map_or(0, |last| (data.len() as u32).wrapping_add(u32::from(*last)))
    }

    fn make_blob(size: u32) -> Vec<u8> {
        BLOBS.with(|shelf| shelf.lend(size, |index| index as u8))
    }

    fn get_profile() -> Profile {
        Profile {
            name: "Ada Lovelace".to_owned(),
            age: Some(36),
            tags: vec!["mathematician".to_owned(), "engineer".to_owned()],
            rights: Rights::READ | Rights::WRITE,
        }
    }

    fn echo_variant(shape: Shape) -> Shape {
        shape
    }

    fn echo_option(value: Option<u32>) -> Option<u32> {
        value
    }

    fn echo_result(value: Result<u32, String>) -> Result<u32, String> {
        value
    }

    fn convert_many(times: u32) -> u64 {
        let item = Item {
            id: 7,
            sku: "SKU-7".to_owned(),
            title: "A title".to_owned(),
            note: "A note".to_owned(),
        };
        (0..times).fold(0, |sum: u64, _| sum.wrapping_add(convert(&item).id))
    }
}

impl counters::Guest for Values {
    type Counter = Counter;
}

struct Counter(Cell<u32>);

impl counters::GuestCounter for Counter {
    fn new(start: u32) -> Self {
        Self(Cell::new(start))
    }

    fn add(&self, n: u32) -> u32 {
        self.0.set(self.0.get().wrapping_add(n));
        self.0.get()
    }
}

export!(Values);
