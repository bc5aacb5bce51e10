//! Logs the size of a payload through the host's `logger`, then inverts every byte of it.

wit_bindgen::generate!({ world: "data-processor" });

struct Processor;

impl Guest for Processor {
    fn process(mut payload: Vec<u8>) -> Vec<u8> {
        logger(&format!(
            "Processing encrypted payload: {} bytes",
            payload.len()
        ));
        for byte in &mut payload {
            *byte ^= 0xFF;
        }
        payload
    }
}

export!(Processor);
