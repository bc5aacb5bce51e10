//! Takes all the memory, or all the time, that it can get; also tries to read what isn't its own.

use std::fs;

wit_bindgen::generate!({ path: "../../src/main/wit", world: "plugin" });

struct Greedy;

impl Guest for Greedy {
    fn run(input: String) -> Result<String, String> {
        match input.as_str() {
            "memory" => {
                let mut hoard = Vec::new();
                loop {
                    hoard.push(vec![1u8; 1 << 20]);
                }
            }
            "time" => loop {
                std::hint::spin_loop();
            },
            path => fs::read_to_string(path).map_err(|error| error.to_string()),
        }
    }
}

export!(Greedy);
