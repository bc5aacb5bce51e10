//! The paths that guests give, and how the host's system is told.
//!
//! On Windows a path says more than its names do. `c:secret` is a file of another folder, wherever in a path it stands,
//! because what begins with a drive takes the place of what is before it. `file.txt:stream` is a stream beside a file's
//! content. `..\secret` leads up, through what is one name to a guest. `NUL` and `com1.txt` are devices, to those
//! functions that take a path as a text and not below an open folder. `..` with a space behind it is the folder above,
//! and `file.txt.` is `file.txt`, to the same functions, and something else to others. So a guest may give Windows only
//! names that mean themselves, everywhere.

/// Longer paths than any system takes: guests are not to have the host carry them about.
pub(super) const LONGEST_PATH: usize = 32 << 10;

/// Says whether the host's system takes each name of a path for itself.
pub(super) fn is_plain(path: &str) -> bool {
    !cfg!(windows) || path.split('/').all(is_plain_on_windows)
}

fn is_plain_on_windows(name: &str) -> bool {
    match name {
        // Wasmtime follows these itself.
        "" | "." | ".." => true,
        _ => {
            !name.contains(|c: char| c < ' ' || r#"\:*?"<>|"#.contains(c))
                && !name.ends_with(['.', ' '])
                && !is_device(name)
        }
    }
}

/// Says whether Windows has a device of this name, whatever is behind a dot.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(' ');
    let stem = stem.to_uppercase();
    match stem.as_str() {
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" => true,
        _ => match stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT")) {
            Some(number) => {
                let mut digits = number.chars();
                matches!(digits.next(), Some('0'..='9' | '¹' | '²' | '³')) && digits.next().is_none()
            }
            None => false,
        },
    }
}

/// A link's target, as the host's system keeps it.
pub(super) fn target_for_host(target: String) -> String {
    if cfg!(windows) {
        target.replace('/', "\\")
    } else {
        target
    }
}

/// A link's target, as a guest reads it.
pub(super) fn target_for_guest(target: String) -> String {
    if cfg!(windows) {
        target.replace('\\', "/")
    } else {
        target
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_plain_there(path: &str) -> bool {
        path.split('/').all(is_plain_on_windows)
    }

    #[test]
    fn names_that_mean_themselves_are_plain() {
        for path in [
            "",
            "/",
            ".",
            "..",
            "../a",
            "a/b.txt",
            "/a//b/",
            ".hidden",
            "..hidden",
            "a b",
            " a",
            "com",
            "com10",
            "console",
            "nul1",
            "lpt",
            "auxiliary.txt",
            "x.nul",
            "Grüße",
            "~",
            "a;b",
            "%2e%2e",
        ] {
            assert!(is_plain_there(path), "{path:?}");
        }
    }

    #[test]
    fn names_that_windows_takes_for_something_else_are_not() {
        for path in [
            "c:",
            "c:secret",
            "./c:secret",
            "a/c:/b",
            "a/c:../b",
            "file.txt:stream",
            "file.txt::$DATA",
            "a::$INDEX_ALLOCATION",
            "..\\a",
            "a\\b",
            "\\",
            "//?/C:/a",
            "//./NUL:",
            "\\\\?\\C:\\a",
            ".. ",
            ". ",
            "...",
            "... /a",
            ".. /a",
            "a.",
            "a ",
            "a. ",
            "a./b",
            "NUL",
            "nul",
            "a/Nul/b",
            "nul.txt",
            "NUL .tar.gz",
            "con",
            "aux.h",
            "prn",
            "COM1",
            "com0.log",
            "lpt9",
            "COM¹",
            "lpt³.txt",
            "conin$",
            "CONOUT$",
            "a*",
            "a?",
            "a\"",
            "<a",
            "a>",
            "a|b",
            "a\0",
            "a\nb",
        ] {
            assert!(!is_plain_there(path), "{path:?}");
        }
    }

    #[test]
    fn elsewhere_a_name_is_a_name() {
        assert_eq!(is_plain("a\\b:c"), !cfg!(windows));
    }
}
