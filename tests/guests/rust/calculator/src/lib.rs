//! Sums of integers, with the error as a variant (`process-data`) and as text (`process-text`).

use std::num::IntErrorKind;

use exports::acme::calculator::calc::{Error, Guest};

wit_bindgen::generate!({ world: "calculator" });

struct Calculator;

impl Guest for Calculator {
    fn add(a: u32, b: u32) -> u32 {
        a.wrapping_add(b)
    }

    fn process_data(input: String) -> Result<String, Error> {
        sum(&input).map(|sum| sum.to_string())
    }

    fn process_text(input: String) -> Result<String, String> {
        sum(&input)
            .map(|sum| sum.to_string())
            .map_err(|error| match error {
                Error::EmptyInput => "the input is empty".to_owned(),
                Error::NotANumber(term) => format!("not a number: \"{term}\""),
                Error::Overflow => "the sum does not fit a signed 64-bit integer".to_owned(),
            })
    }
}

fn sum(input: &str) -> Result<i64, Error> {
    if input.trim().is_empty() {
        return Err(Error::EmptyInput);
    }
    input
        .split('+')
        .map(|term| parse(term.trim()))
        .try_fold(0i64, |sum, term| {
            sum.checked_add(term?).ok_or(Error::Overflow)
        })
}

fn parse(term: &str) -> Result<i64, Error> {
    term.parse::<i64>().map_err(|error| match error.kind() {
        IntErrorKind::PosOverflow | IntErrorKind::NegOverflow => Error::Overflow,
        _ => Error::NotANumber(term.to_owned()),
    })
}

export!(Calculator);
