//! Errors: what kind they are, how they leave the library, and the guard that keeps panics inside.

use std::any::Any;
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use switchblade_image_memory::{MAX_IMAGE, TooLarge};
use wasmtime::{Error, Trap};
use wasmtime_c_api::wasmtime_error_t;
use wasmtime_wasi::I32Exit;

/// `enum sb_error_kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
#[allow(missing_docs, reason = "switchblade.h documents them")]
pub enum ErrorKind {
    Other = 0,
    Trap = 1,
    Host = 2,
    Compilation = 3,
    NotAComponent = 4,
    Configuration = 5,
    Link = 6,
    Limit = 7,
    Stack = 8,
    Image = 9,
    Syntax = 10,
    Internal = 11,
    Interrupted = 12,
    Exit = 13,
    Concurrency = 14,
    Artifact = 15,
    Unsupported = 16,
    Output = 17,
}

/// `enum sb_limit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(crate) enum Limit {
    Memory = 1,
    TotalMemory = 2,
    TableElements = 3,
    Instances = 4,
    CopiedBytes = 5,
    Fuel = 6,
    Deadline = 7,
    Handles = 8,
    OutputBytes = 9,
    Requests = 10,
    Memories = 11,
    OpenFiles = 12,
    ProcessMappings = 13,
    System = 14,
    Fixed = 15,
    Tasks = 16,
}

/// An error whose kind is known where it is made.
#[derive(Debug)]
pub(crate) struct Failure {
    kind: ErrorKind,
    message: String,
    /// The message was written for whoever gets the error; else it repeats Wasmtime's.
    pub(crate) own_words: bool,
    /// Where in a value it happened, such as `result.items[3].name`; may be empty.
    path: String,
    /// The limit that was reached, and its value.
    pub(crate) limit: Option<(Limit, u64)>,
}

impl Failure {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Failure {
        Failure {
            kind,
            message: message.into(),
            own_words: true,
            path: String::new(),
            limit: None,
        }
    }

    /// A limit of the store that was reached.
    pub(crate) fn limit(limit: Limit, value: u64, message: impl Into<String>) -> Failure {
        Failure {
            limit: Some((limit, value)),
            ..Failure::new(ErrorKind::Limit, message)
        }
    }

    /// What a guest did that could not go on after this.
    pub(crate) fn then(mut self, error: &Error) -> Failure {
        self.message = format!("{}; then: {}", self.message, error.root_cause());
        self
    }

    /// Puts a part in front of the path.
    pub(crate) fn prepend(&mut self, part: &str) {
        self.path.insert_str(0, part);
    }

    /// Replaces the outermost part, the position in a tuple of parameters or results, by what that is to a reader.
    pub(crate) fn root(&mut self, describe: impl FnOnce(usize) -> String) {
        let Some(inner) = self.path.strip_prefix('.') else {
            return;
        };
        let digits = inner.find(|c: char| !c.is_ascii_digit()).unwrap_or(inner.len());
        if let Ok(position) = inner[..digits].parse() {
            self.path = describe(position) + &inner[digits..];
        }
    }

    pub(crate) fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Makes a malformed image, which a host would have left, one that a guest is to blame for.
    pub(crate) fn blame_guest(&mut self) {
        if self.kind == ErrorKind::Image {
            self.kind = ErrorKind::Trap;
        }
    }

    /// A malformed image. Cold: the walks over images branch here.
    #[cold]
    pub(crate) fn image(message: impl Into<String>) -> Error {
        Failure::new(ErrorKind::Image, message).into()
    }

    /// Why there is no room for an image.
    #[cold]
    pub(crate) fn too_large(image: TooLarge) -> Error {
        let TooLarge { needed, ever } = image;
        if ever {
            let message = format!("a call's values need {needed} bytes; an image holds at most {MAX_IMAGE}");
            Failure::limit(Limit::Fixed, MAX_IMAGE as u64, message).into()
        } else {
            let message = format!("there is no memory for an image of {needed} bytes");
            Failure::limit(Limit::System, 0, message).into()
        }
    }

    /// A guest that broke a rule of the canonical ABI.
    #[cold]
    pub(crate) fn trap(message: impl Into<String>) -> Error {
        Failure::new(ErrorKind::Trap, message).into()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

/// Where a guest failed that another guest had called. The innermost one is told.
#[derive(Debug)]
pub(crate) struct Within(pub(crate) String);

impl fmt::Display for Within {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "in {}", self.0)
    }
}

/// Says where a guest failed, unless that was said already.
#[cold]
pub(crate) fn within_guest(error: Error, place: impl FnOnce() -> String) -> Error {
    if error.downcast_ref::<Within>().is_some() {
        return error;
    }
    error.context(Within(place()))
}

/// Gives errors of Wasmtime's own the kind that fits the function they come out of.
pub(crate) trait Classify<T> {
    fn classify(self, kind: ErrorKind) -> Result<T, Error>;
}

impl<T> Classify<T> for Result<T, Error> {
    fn classify(self, kind: ErrorKind) -> Result<T, Error> {
        self.map_err(|error| {
            if kind_of(&error).is_some() {
                error
            } else {
                let message = words(&error);
                error.context(Failure {
                    kind,
                    message,
                    own_words: false,
                    path: String::new(),
                    limit: None,
                })
            }
        })
    }
}

/// How Wasmtime's text of a guest's stack begins. The names in it are the guest's, and may be some that take gigabytes when
/// they are demangled: so it is never written, and the frames are told by themselves.
const BACKTRACE: &str = "error while executing at wasm backtrace";

/// The text of a cause; none if it is that of a guest's stack.
pub(crate) fn text_of(cause: impl fmt::Display) -> Option<String> {
    struct Text(String);

    impl fmt::Write for Text {
        fn write_str(&mut self, part: &str) -> fmt::Result {
            self.0.push_str(part);
            // Ends whoever writes.
            if self.0.starts_with(BACKTRACE) {
                Err(fmt::Error)
            } else {
                Ok(())
            }
        }
    }

    let mut text = Text(String::new());
    fmt::write(&mut text, format_args!("{cause}"))
        .is_ok()
        .then_some(text.0)
}

/// What an error says, in the outermost words that are no guest's stack.
pub(crate) fn words(error: &Error) -> String {
    error
        .chain()
        .find_map(text_of)
        .unwrap_or_else(|| "an error without words".to_string())
}

pub(crate) fn kind_of(error: &Error) -> Option<ErrorKind> {
    if let Some(failure) = error.downcast_ref::<Failure>() {
        return Some(failure.kind);
    }
    let in_chain = error
        .chain()
        .find_map(|cause| cause.downcast_ref::<Failure>())
        .map(|f| f.kind);
    if in_chain.is_none() && exit_status(error).is_some() {
        return Some(ErrorKind::Exit);
    }
    in_chain.or_else(|| error.downcast_ref::<Trap>().map(|_| ErrorKind::Trap))
}

/// What a guest has ended itself with.
pub(crate) fn exit_status(error: &Error) -> Option<i32> {
    error.downcast_ref::<I32Exit>().map(|exit| exit.0)
}

/// Runs the body of an exported function: errors and panics become an owned error, or null.
pub(crate) fn guard(
    kind: ErrorKind,
    body: impl FnOnce() -> Result<(), Error>,
) -> Option<Box<wasmtime_error_t>> {
    match caught(body) {
        Ok(()) => None,
        Err(error) => Some(into_c(kind, error)),
    }
}

/// Like [`guard`], for functions that answer with a number.
pub(crate) fn caught<T>(body: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    // Unwind safety: what a panic may leave half-done is a store, and the host is told to give it up.
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| Err(panicked(&payload)))
}

pub(crate) fn into_c(kind: ErrorKind, error: Error) -> Box<wasmtime_error_t> {
    let error = match Err::<(), _>(error).classify(kind) {
        Ok(()) => Error::msg("no error"),
        Err(error) => error,
    };
    Box::new(wasmtime_error_t::from(error))
}

/// For functions that release something, which can't fail: a panic is swallowed, after the hook has recorded it.
pub(crate) fn released(body: impl FnOnce()) -> Option<Box<wasmtime_error_t>> {
    drop(catch_unwind(AssertUnwindSafe(body)));
    None
}

thread_local! {
    static PANIC_PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Replaces the hook that prints panics to stderr, which belongs to the Java program: place and stack become part of
/// the error instead.
pub(crate) fn record_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            let place = info
                .location()
                .map_or_else(String::new, |at| format!("{}:{}", at.file(), at.line()));
            let stack = Backtrace::capture();
            PANIC_PLACE.with_borrow_mut(|slot| *slot = format!("{place}\n{stack}"));
        }));
    });
}

#[cold]
pub(crate) fn panicked(payload: &Box<dyn Any + Send>) -> Error {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_string())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "panic without a message".to_string());
    let place = PANIC_PLACE.with_borrow_mut(std::mem::take);
    Failure::new(
        ErrorKind::Internal,
        format!("bug in the native library: {text}, at {place}"),
    )
    .into()
}
