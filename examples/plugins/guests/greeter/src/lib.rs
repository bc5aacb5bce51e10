//! Greets in the words of a file that it was granted, and keeps a note of whom.

use std::fs;

use example::plugins::notes;

wit_bindgen::generate!({ path: "../../src/main/wit", world: "plugin" });

struct Greeter;

impl Guest for Greeter {
    fn run(input: String) -> Result<String, String> {
        let words = fs::read_to_string("/words/greeting.txt").map_err(|error| error.to_string())?;
        notes::add(&format!("greeted {input}"));
        Ok(format!(
            "{}, {input}! {} notes so far.",
            words.trim(),
            notes::all().len()
        ))
    }
}

export!(Greeter);
