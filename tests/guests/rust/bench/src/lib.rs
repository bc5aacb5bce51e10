//! The benchmark workloads: each moves values across the boundary and does nothing else.

wit_bindgen::generate!({ world: "workloads" });

const MESSAGE: &str = "Processing encrypted payload...";
const _: () = assert!(MESSAGE.len() == 31);

struct Bench;

impl Guest for Bench {
    fn add(a: u32, b: u32) -> u32 {
        a.wrapping_add(b)
    }

    fn greet(name: String) -> String {
        name
    }

    fn echo(payload: Vec<u8>) -> Vec<u8> {
        payload
    }

    fn log_many(n: u32) {
        for _ in 0..n {
            logger(MESSAGE);
        }
    }

    fn words(items: Vec<String>) -> Vec<String> {
        items
    }
}

export!(Bench);
