//! How many files, folders and sockets a store's guests have open: each takes a file descriptor of the process.

use crate::error::{Failure, Limit};
use crate::outbox::Outbox;
use std::collections::HashMap;
use std::fs::File;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use wasmtime_wasi::filesystem::Descriptor;

/// The places of what is open, by numbers in the table of resources.
pub(super) type Places = HashMap<u32, Arc<Place>>;

#[derive(Default)]
struct Open {
    /// Places that are taken.
    places: usize,
    /// Files and folders, of which one counts for as long as anybody has it: a descriptor, a stream, a task. Those that
    /// nobody has any more are found when there is no place left.
    files: Vec<Weak<File>>,
}

/// What the guests of one store have open. Preopened folders are the host's, and don't count.
pub(super) struct OpenFiles {
    most: usize,
    outbox: Arc<Outbox>,
    open: Mutex<Open>,
}

impl OpenFiles {
    pub(super) fn new(most: usize, outbox: Arc<Outbox>) -> OpenFiles {
        OpenFiles {
            most,
            outbox,
            open: Mutex::default(),
        }
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for one more. None: that would be one too many, which explains what the guest does then.
    pub(super) fn place(self: &Arc<Self>) -> Option<Place> {
        let mut open = self.open();
        if open.places + open.files.len() >= self.most {
            open.files.retain(|file| file.strong_count() > 0);
        }
        if open.places + open.files.len() >= self.most {
            drop(open);
            let most = self.most;
            let message = format!(
                "the guest opened more than the store's limit of {most} files, folders and sockets at once"
            );
            self.outbox
                .refuse(Failure::limit(Limit::OpenFiles, most as u64, message));
            return None;
        }
        open.places += 1;
        drop(open);
        Some(Place(Arc::clone(self)))
    }
}

/// Counts as one that is open, until it is dropped.
pub(super) struct Place(Arc<OpenFiles>);

impl Place {
    /// Goes on to count for as long as a file or folder is open, whoever holds it.
    pub(super) fn follow(self, opened: &Descriptor) {
        let file = match opened {
            Descriptor::File(file) => &file.file,
            Descriptor::Dir(folder) => &folder.dir,
        };
        self.0.open().files.push(Arc::downgrade(file));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.open().places -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasmtime_wasi::FsPerms;
    use wasmtime_wasi::filesystem::{File as Opened, OpenMode};

    fn open_files(most: usize) -> (Arc<OpenFiles>, Arc<Outbox>) {
        let outbox = Arc::new(Outbox::new(0, false));
        (Arc::new(OpenFiles::new(most, Arc::clone(&outbox))), outbox)
    }

    fn opened() -> Descriptor {
        let file = File::open(std::env::current_exe().unwrap()).unwrap();
        Descriptor::File(Opened::new(file, FsPerms::ReadOnly, OpenMode::READ, false))
    }

    #[test]
    fn places_that_are_given_back_can_be_taken_again() {
        let (open, outbox) = open_files(2);
        let first = open.place();
        let second = open.place();
        assert!(first.is_some() && second.is_some());
        assert!(outbox.take_refusal().is_none());
        assert!(open.place().is_none());
        assert!(outbox.take_refusal().is_some());
        drop(first);
        assert!(open.place().is_some());
    }

    #[test]
    fn a_file_counts_until_nobody_has_it() {
        let (open, _) = open_files(1);
        let descriptor = opened();
        let stream = descriptor.clone();
        open.place().unwrap().follow(&descriptor);
        drop(descriptor);
        assert!(open.place().is_none());
        drop(stream);
        assert!(open.place().is_some());
    }

    #[test]
    fn what_is_opened_one_after_another_is_forgotten() {
        let (open, _) = open_files(3);
        for _ in 0..1000 {
            open.place().unwrap().follow(&opened());
        }
        assert!(open.open().files.len() <= 3);
    }
}
