//! Answers HTTP requests; some of its paths misbehave, to show what the host does about it.

use std::sync::atomic::{AtomicU32, Ordering};

wit_bindgen::generate!({ path: "../src/main/wit", world: "handler" });

/// How many requests this instance has seen.
static REQUESTS: AtomicU32 = AtomicU32::new(0);

struct Server;

impl Guest for Server {
    fn handle(request: Request) -> Response {
        let number = REQUESTS.fetch_add(1, Ordering::Relaxed) + 1;
        match (request.method.as_str(), request.path.as_str()) {
            ("GET", "/") => text(200, format!("request {number} of this instance\n")),
            ("POST", "/upper") => text(200, request.body.to_ascii_uppercase()),
            ("GET", "/spin") => loop {
                std::hint::spin_loop();
            },
            ("GET", "/hog") => {
                let mut hoard = Vec::new();
                loop {
                    hoard.push(vec![number as u8; 1 << 20]);
                }
            }
            ("GET", "/trap") => panic!("a mistake of the guest"),
            _ => text(404, "no such page\n"),
        }
    }
}

fn text(status: u16, body: impl Into<Vec<u8>>) -> Response {
    Response {
        status,
        body: body.into(),
    }
}

export!(Server);
