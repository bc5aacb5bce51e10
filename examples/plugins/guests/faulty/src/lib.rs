//! Has a mistake: traps on input without a digit in it.

wit_bindgen::generate!({ path: "../../src/main/wit", world: "plugin" });

struct Faulty;

impl Guest for Faulty {
    fn run(input: String) -> Result<String, String> {
        Ok(first_digit(&input).to_string())
    }
}

#[inline(never)]
fn first_digit(text: &str) -> u32 {
    text.chars().find_map(|letter| letter.to_digit(10)).unwrap()
}

export!(Faulty);
