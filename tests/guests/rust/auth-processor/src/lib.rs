//! The processor of `../wit/auth`; what each function does is said there.

use std::cell::RefCell;

use acme::auth::check::{self, Denied, Session, User};
use exports::acme::auth::requests::{Guest, Refusal, Reply, Request};

wit_bindgen::generate!({ path: "../../wit/auth", world: "processor" });

thread_local! {
    static KEPT: RefCell<Option<Session>> = const { RefCell::new(None) };
}

struct Processor;

impl Guest for Processor {
    fn handle(request: Request) -> Result<Reply, Refusal> {
        let version = check::version();
        let session = check::open(&request.token)?;
        let user = session.user();
        session.allow(&request.action)?;
        Ok(Reply {
            text: format!("{} may {}", check::greet(&user.name), request.action),
            level: user.level,
            version,
        })
    }

    fn login(token: String) -> Result<(), Refusal> {
        let session = check::open(&token)?;
        KEPT.set(Some(session));
        Ok(())
    }

    fn act(action: String) -> Result<u32, Refusal> {
        KEPT.with_borrow(|kept| match kept {
            Some(session) => Ok(session.allow(&action)?),
            None => Err(Refusal::NoSession),
        })
    }

    fn who() -> Option<String> {
        KEPT.with_borrow(|kept| kept.as_ref().map(|session| session.user().name))
    }

    fn logout() -> bool {
        KEPT.take().is_some()
    }

    fn version() -> String {
        check::version()
    }

    fn levels(n: u32, times: u32) -> u32 {
        (0..times).fold(n, |last, _| check::level(last))
    }

    fn greetings(name: String, times: u32) -> String {
        (0..times).fold(String::new(), |_, _| check::greet(&name))
    }

    fn descriptions(name: String, id: u64, times: u32) -> u32 {
        let user = User {
            name,
            id,
            level: 0,
            admin: false,
        };
        (0..times)
            .fold(user, |last, _| check::describe(&last))
            .level
    }

    fn digests(bytes: Vec<u8>, times: u32) -> Vec<u8> {
        (0..times).fold(bytes, |last, _| check::digest(&last))
    }

    fn crash(reason: String) {
        check::crash(&reason);
    }
}

impl From<Denied> for Refusal {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Malformed(token) => Self::BadRequest(token),
            Denied::Unknown(name) => Self::Forbidden(format!("unknown {name}")),
            Denied::Locked => Self::Forbidden("locked".to_owned()),
            Denied::Expired(by) => Self::Stale(by),
            Denied::Forbidden(action) => Self::Forbidden(action),
        }
    }
}

export!(Processor);
