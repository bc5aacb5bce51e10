//! What is our own of `wasi:filesystem/types` 0.3.

use crate::outbox::Outbox;
use crate::wasi::links::redefine;
use crate::wasi::open::Place;
use crate::wasi::paths::{LONGEST_PATH, is_plain, target_for_guest, target_for_host};
use crate::wasi::state::{HasWasi, Wasi};
use crate::wasi::views::p3_files;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;
use tokio::sync::oneshot;
use wasmtime::component::{
    Access, Accessor, Destination, FutureReader, HasSelf, Linker, LinkerInstance, Resource, ResourceTable,
    ResourceType, StreamProducer, StreamReader, StreamResult,
};
use wasmtime::{Result, StoreContextMut};
use wasmtime_wasi::filesystem::{Descriptor, Dir, WasiFilesystem, WasiFilesystemCtx, WasiFilesystemCtxView};
use wasmtime_wasi::p2::bindings::filesystem::types as former;
use wasmtime_wasi::p2::{FsError, FsResult};
use wasmtime_wasi::p3::bindings::filesystem::types::{
    DescriptorFlags, DescriptorType, DirectoryEntry, ErrorCode, HostDescriptorWithStore, OpenFlags, PathFlags,
};

type File = Resource<Descriptor>;

/// What comes of a listing, or of another stream, at its end.
type Outcome = Result<(), ErrorCode>;

pub(super) fn link<T: HasWasi>(linker: &mut Linker<T>) -> Result<()> {
    redefine(linker, "wasi:filesystem/types@0.3.0", |types| {
        types.resource(
            "descriptor",
            ResourceType::host::<Descriptor>(),
            |mut store, number| {
                let wasi = store.data_mut().wasi();
                wasi.table.delete(File::new_own(number))?;
                // The descriptors of WASI 0.2 are of the same type, so a component can say that both are one, open by the
                // one and drop by the other: the right must not stay behind for whatever has the number next. What was
                // opened by 0.3 has no rights by 0.2.
                wasi.rights.forget(number);
                Ok(())
            },
        )?;
        types.func_wrap_concurrent(
            "[method]descriptor.open-at",
            |store: &Accessor<T>, (folder, path_flags, path, open_flags, flags)| {
                Box::pin(
                    async move { Ok((open_at(store, folder, path_flags, path, open_flags, flags).await?,)) },
                )
            },
        )?;
        types.func_wrap_concurrent(
            "[method]descriptor.sync",
            |store: &Accessor<T>, (file,): (File,)| {
                Box::pin(async move {
                    if !store.with(|store| may_sync(store, &file))? {
                        return Ok((Err(ErrorCode::NotPermitted),));
                    }
                    let files = store.with_getter::<WasiFilesystem>(p3_files);
                    Ok((outcome(WasiFilesystem::sync(&files, file).await)?,))
                })
            },
        )?;
        types.func_wrap_concurrent(
            "[method]descriptor.sync-data",
            |store: &Accessor<T>, (file,): (File,)| {
                Box::pin(async move {
                    if !store.with(|store| may_sync(store, &file))? {
                        return Ok((Err(ErrorCode::NotPermitted),));
                    }
                    let files = store.with_getter::<WasiFilesystem>(p3_files);
                    Ok((outcome(WasiFilesystem::sync_data(&files, file).await)?,))
                })
            },
        )?;
        types.func_wrap(
            "[method]descriptor.read-directory",
            |store: StoreContextMut<'_, T>, (folder,): (File,)| Ok((read_directory(store, &folder)?,)),
        )?;
        if cfg!(windows) {
            link_for_windows(types)
        } else {
            Ok(())
        }
    })
}

/// Wasmtime's own functions that take paths, of which it gets only those that mean to Windows what they say.
fn link_for_windows<T: HasWasi>(types: &mut LinkerInstance<'_, T>) -> Result<()> {
    macro_rules! plain {
        ($($method:literal $function:ident($($argument:ident),*) of $($path:ident),+;)*) => {
            $(types.func_wrap_concurrent(
                concat!("[method]descriptor.", $method),
                |store: &Accessor<T>, (folder, $($argument,)*)| {
                    Box::pin(async move {
                        if !are_plain(store, $method, [$(&$path),+]) {
                            return Ok((Err(ErrorCode::NotPermitted),));
                        }
                        let files = store.with_getter::<WasiFilesystem>(p3_files);
                        Ok((outcome(WasiFilesystem::$function(&files, folder, $($argument),*).await)?,))
                    })
                },
            )?;)*
        };
    }
    plain! {
        "create-directory-at" create_directory_at(path) of path;
        "stat-at" stat_at(flags, path) of path;
        "set-times-at" set_times_at(flags, path, access, change) of path;
        "remove-directory-at" remove_directory_at(path) of path;
        "rename-at" rename_at(path, to, new_path) of path, new_path;
        "unlink-file-at" unlink_file_at(path) of path;
        "metadata-hash-at" metadata_hash_at(flags, path) of path;
    }
    types.func_wrap_concurrent(
        "[method]descriptor.link-at",
        |store: &Accessor<T>, (folder, flags, path, to, new_path)| {
            Box::pin(async move { Ok((link_at(store, folder, flags, path, to, new_path).await?,)) })
        },
    )?;
    types.func_wrap_concurrent(
        "[method]descriptor.symlink-at",
        |store: &Accessor<T>, (folder, target, path): (File, String, String)| {
            Box::pin(async move {
                if !are_plain(store, "symlink-at", [&target, &path]) {
                    return Ok((Err(ErrorCode::NotPermitted),));
                }
                let files = store.with_getter::<WasiFilesystem>(p3_files);
                let made = WasiFilesystem::symlink_at(&files, folder, target_for_host(target), path).await;
                Ok((outcome(made)?,))
            })
        },
    )?;
    types.func_wrap_concurrent(
        "[method]descriptor.readlink-at",
        |store: &Accessor<T>, (folder, path): (File, String)| {
            Box::pin(async move {
                if !are_plain(store, "readlink-at", [&path]) {
                    return Ok((Err(ErrorCode::NotPermitted),));
                }
                let files = store.with_getter::<WasiFilesystem>(p3_files);
                let read = outcome(WasiFilesystem::readlink_at(&files, folder, path).await)?;
                let target = read.map(target_for_guest);
                Ok((target.and_then(|target| {
                    if are_plain(store, "readlink-at", [&target]) {
                        Ok(target)
                    } else {
                        Err(ErrorCode::NotPermitted)
                    }
                }),))
            })
        },
    )
}

/// Says whether Windows takes paths for what they say; the host is told of those that it doesn't.
fn are_plain<T: HasWasi, const N: usize>(store: &Accessor<T>, operation: &str, paths: [&String; N]) -> bool {
    let strange = paths.into_iter().find(|path| !is_plain(path));
    if let Some(path) = strange {
        store.with(|mut store| {
            let outbox = store.data_mut().wasi().outbox();
            outbox.access(false, "files", format_args!("{operation} {path}"));
        });
    }
    strange.is_none()
}

/// Windows may link what a link leads to, wherever that is: so what is linked is looked at first.
async fn link_at<T: HasWasi>(
    store: &Accessor<T>,
    folder: File,
    flags: PathFlags,
    path: String,
    to: File,
    new_path: String,
) -> Result<Result<(), ErrorCode>> {
    if !are_plain(store, "link-at", [&path, &new_path]) {
        return Ok(Err(ErrorCode::NotPermitted));
    }
    let files = store.with_getter::<WasiFilesystem>(p3_files);
    let again = File::new_borrow(folder.rep());
    let found = WasiFilesystem::stat_at(&files, again, PathFlags::empty(), path.clone()).await;
    match outcome(found)? {
        Ok(found) if !matches!(found.type_, DescriptorType::SymbolicLink) => {
            outcome(WasiFilesystem::link_at(&files, folder, flags, path, to, new_path).await)
        }
        Ok(_) => Ok(Err(ErrorCode::NotPermitted)),
        Err(code) => Ok(Err(code)),
    }
}

/// Tells errors that a guest gets from those that end it.
fn outcome<T>(
    done: Result<T, wasmtime_wasi::p3::filesystem::FilesystemError>,
) -> Result<Result<T, ErrorCode>> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(error) => Ok(Err(error.downcast()?)),
    }
}

async fn open_at<T: HasWasi>(
    store: &Accessor<T>,
    folder: File,
    path_flags: PathFlags,
    path: String,
    open_flags: OpenFlags,
    flags: DescriptorFlags,
) -> Result<Result<File, ErrorCode>> {
    if path.len() > LONGEST_PATH {
        return Ok(Err(ErrorCode::NameTooLong));
    }
    if !are_plain(store, "open-at", [&path]) {
        return Ok(Err(ErrorCode::NotPermitted));
    }
    let Some(place) = store.with(|mut store| store.data_mut().wasi().open.place()) else {
        return Ok(Err(ErrorCode::InsufficientMemory));
    };
    let files = store.with_getter::<WasiFilesystem>(p3_files);
    let opened = WasiFilesystem::open_at(&files, folder, path_flags, path, open_flags, flags).await;
    let opened = outcome(opened)?;
    if let Ok(opened) = &opened {
        store.with(|mut store| {
            place.follow(store.data_mut().wasi().table.get(opened)?);
            Result::<()>::Ok(())
        })?;
    }
    Ok(opened)
}

/// By the rights that Wasmtime knows: all, or to look.
fn may_sync<T: HasWasi>(mut store: Access<'_, T, HasSelf<T>>, file: &File) -> Result<bool> {
    let wasi = store.data_mut().wasi();
    let perms = match wasi.table.get(file)? {
        Descriptor::File(file) => file.perms,
        Descriptor::Dir(folder) => folder.perms,
    };
    let allowed = !perms.write_not_permitted();
    if !allowed {
        let outbox: &Outbox = &wasi.outbox;
        outbox.access(false, "files", format_args!("sync"));
    }
    Ok(allowed)
}

/// Lists a folder. Wasmtime's own keeps one of Tokio's threads for each listing that a guest doesn't read to its end, of
/// which there are 512 for all stores; here it is read whole, as by WASI 0.2.
fn read_directory<T: HasWasi>(
    mut store: StoreContextMut<'_, T>,
    folder: &File,
) -> Result<(StreamReader<DirectoryEntry>, FutureReader<Outcome>)> {
    let (tell, told) = oneshot::channel();
    let (entries, place) = match begin_listing(store.data_mut().wasi(), folder)? {
        Ok((folder, place)) => (Entries::Awaited(Box::pin(entries_of(folder))), Some(place)),
        Err(code) => (Entries::Failed(code), None),
    };
    let listing = Listing {
        entries,
        place,
        tell: Some(tell),
    };
    Ok((
        StreamReader::new(&mut store, listing)?,
        FutureReader::new(&mut store, told)?,
    ))
}

fn begin_listing(wasi: &Wasi, folder: &File) -> Result<Result<(Dir, Place), ErrorCode>> {
    let Descriptor::Dir(folder) = wasi.table.get(folder)? else {
        return Ok(Err(ErrorCode::NotDirectory));
    };
    Ok(wasi
        .open
        .place()
        .map(|place| (folder.clone(), place))
        .ok_or(ErrorCode::InsufficientMemory))
}

type Read = FsResult<vec::IntoIter<FsResult<former::DirectoryEntry>>>;

async fn entries_of(folder: Dir) -> Read {
    let mut ctx = WasiFilesystemCtx::default();
    let mut table = ResourceTable::new();
    let folder = table.push(Descriptor::Dir(folder))?;
    let mut files = WasiFilesystemCtxView {
        ctx: &mut ctx,
        table: &mut table,
    };
    let listing = former::HostDescriptor::read_directory(&mut files, folder).await?;
    let entries: Vec<_> = table.delete(listing)?.into_iter().collect();
    Ok(entries.into_iter())
}

enum Entries {
    Awaited(Pin<Box<dyn Future<Output = Read> + Send>>),
    Read(vec::IntoIter<FsResult<former::DirectoryEntry>>),
    Failed(ErrorCode),
    Over,
}

/// A listing that a guest reads.
struct Listing {
    entries: Entries,
    place: Option<Place>,
    tell: Option<oneshot::Sender<Outcome>>,
}

impl Listing {
    fn end(&mut self, outcome: Outcome) {
        self.entries = Entries::Over;
        self.place = None;
        if let Some(tell) = self.tell.take() {
            // The guest may not want to know.
            let _ = tell.send(outcome);
        }
    }

    /// The next entry; none at the end.
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<DirectoryEntry>>> {
        if let Entries::Awaited(read) = &mut self.entries {
            self.entries = match ready!(read.as_mut().poll(cx)) {
                Ok(entries) => Entries::Read(entries),
                Err(error) => Entries::Failed(code_of(error)?),
            };
        }
        Poll::Ready(match &mut self.entries {
            Entries::Read(entries) => match entries.next() {
                Some(Ok(entry)) => Ok(Some(DirectoryEntry {
                    type_: type_of(entry.type_),
                    name: entry.name,
                })),
                Some(Err(error)) => {
                    let code = code_of(error)?;
                    self.end(Err(code));
                    Ok(None)
                }
                None => {
                    self.end(Ok(()));
                    Ok(None)
                }
            },
            Entries::Failed(code) => {
                let code = code.clone();
                self.end(Err(code));
                Ok(None)
            }
            Entries::Awaited(_) | Entries::Over => Ok(None),
        })
    }
}

impl Drop for Listing {
    fn drop(&mut self) {
        self.end(Ok(()));
    }
}

impl<T: HasWasi> StreamProducer<T> for Listing {
    type Item = DirectoryEntry;
    type Buffer = Option<DirectoryEntry>;

    fn poll_produce<'a>(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        mut store: StoreContextMut<'a, T>,
        mut destination: Destination<'a, Self::Item, Self::Buffer>,
        finish: bool,
    ) -> Poll<Result<StreamResult>> {
        // A guest that reads nothing wants to know whether it could.
        if destination.remaining(&mut store) == Some(0) {
            return Poll::Ready(Ok(StreamResult::Completed));
        }
        match self.poll_next(cx) {
            Poll::Pending if finish => Poll::Ready(Ok(StreamResult::Cancelled)),
            Poll::Pending => Poll::Pending,
            Poll::Ready(Ok(Some(entry))) => {
                destination.set_buffer(Some(entry));
                Poll::Ready(Ok(StreamResult::Completed))
            }
            Poll::Ready(Ok(None)) => Poll::Ready(Ok(StreamResult::Dropped)),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
        }
    }
}

fn type_of(former: former::DescriptorType) -> DescriptorType {
    match former {
        former::DescriptorType::Unknown => DescriptorType::Other(None),
        former::DescriptorType::BlockDevice => DescriptorType::BlockDevice,
        former::DescriptorType::CharacterDevice => DescriptorType::CharacterDevice,
        former::DescriptorType::Directory => DescriptorType::Directory,
        former::DescriptorType::Fifo => DescriptorType::Fifo,
        former::DescriptorType::SymbolicLink => DescriptorType::SymbolicLink,
        former::DescriptorType::RegularFile => DescriptorType::RegularFile,
        former::DescriptorType::Socket => DescriptorType::Socket,
    }
}

/// What can go wrong with a listing.
fn code_of(error: FsError) -> Result<ErrorCode> {
    Ok(match error.downcast()? {
        former::ErrorCode::Access => ErrorCode::Access,
        former::ErrorCode::BadDescriptor => ErrorCode::BadDescriptor,
        former::ErrorCode::IllegalByteSequence => ErrorCode::IllegalByteSequence,
        former::ErrorCode::InsufficientMemory => ErrorCode::InsufficientMemory,
        former::ErrorCode::NoEntry => ErrorCode::NoEntry,
        former::ErrorCode::NotDirectory => ErrorCode::NotDirectory,
        former::ErrorCode::NotPermitted => ErrorCode::NotPermitted,
        _ => ErrorCode::Io,
    })
}
