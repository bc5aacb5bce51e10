//! The auth of `../wit/auth`; what each function does is said there.

use std::cell::Cell;

use exports::acme::auth::check::{self, Denied, Guest, GuestSession, User};

wit_bindgen::generate!({ path: "../../wit/auth", world: "auth" });

/// Whether this is 1.0.1, which the crate that is built says.
const SECOND: bool = matches!(env!("CARGO_PKG_VERSION_PATCH").as_bytes(), b"1");

struct Auth;

impl Guest for Auth {
    type Session = Session;

    fn check(token: String) -> Result<User, Denied> {
        let Some((name, id)) = parse(&token) else {
            return Err(Denied::Malformed(token));
        };
        if name.starts_with('x') {
            Err(Denied::Unknown(name.to_owned()))
        } else if name == "mallory" {
            Err(Denied::Locked)
        } else if id < 100 {
            Err(Denied::Expired(100 - id))
        } else {
            Ok(user(name.to_owned(), id))
        }
    }

    fn open(token: String) -> Result<check::Session, Denied> {
        Ok(check::Session::new(Session {
            user: Self::check(token)?,
            allowed: Cell::new(0),
        }))
    }

    fn version() -> String {
        concat!("rust ", env!("CARGO_PKG_VERSION")).to_owned()
    }

    fn level(n: u32) -> u32 {
        n.wrapping_add(if SECOND { 2 } else { 1 })
    }

    fn greet(name: String) -> String {
        let greeting = if SECOND { "welcome, " } else { "hello, " };
        greeting.to_owned() + &name
    }

    fn describe(of: User) -> User {
        user(of.name, of.id)
    }

    fn digest(mut bytes: Vec<u8>) -> Vec<u8> {
        for byte in &mut bytes {
            *byte ^= if SECOND { 0xAA } else { 0xFF };
        }
        bytes
    }

    fn crash(reason: String) {
        panic!("{reason}");
    }
}

fn user(name: String, id: u64) -> User {
    User {
        name,
        id,
        level: Auth::level(id as u32),
        admin: id < 1000,
    }
}

/// The name and the id of a token.
fn parse(token: &str) -> Option<(&str, u64)> {
    let (name, id) = token.split_once(':')?;
    let letters = (1..=32).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_lowercase());
    let digits = (1..=9).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit());
    if letters && digits {
        Some((name, id.parse().ok()?))
    } else {
        None
    }
}

struct Session {
    user: User,
    allowed: Cell<u32>,
}

impl GuestSession for Session {
    fn user(&self) -> User {
        self.user.clone()
    }

    fn allow(&self, action: String) -> Result<u32, Denied> {
        if action.starts_with('!') && !self.user.admin {
            return Err(Denied::Forbidden(action));
        }
        self.allowed.set(self.allowed.get() + 1);
        Ok(self.allowed.get())
    }

    fn allowed(&self) -> u32 {
        self.allowed.get()
    }
}

export!(Auth);
