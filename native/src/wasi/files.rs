//! Files: Wasmtime's sandbox of preopened folders, with rights that each of them has, and nothing that leads from one
//! into another.

use crate::outbox::{Outbox, shown};
use crate::wasi::open::{OpenFiles, Places};
use crate::wasi::paths::{LONGEST_PATH, is_plain, target_for_guest, target_for_host};
use crate::wasi::plan::{CREATE, Plan, READ, WRITE};
use crate::wasi::wait::wait;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use wasmtime::component::{HasData, Resource};
use wasmtime::{Error, Result};
use wasmtime_wasi::filesystem::{Descriptor, WasiFilesystemCtxView};
use wasmtime_wasi::p2::bindings::filesystem::preopens;
use wasmtime_wasi::p2::bindings::filesystem::types::{
    Advice, DescriptorFlags, DescriptorStat, DescriptorType, DirectoryEntry, DirectoryEntryStream, ErrorCode,
    Filesize, Host, HostDescriptor, HostDirectoryEntryStream, MetadataHashValue, NewTimestamp, OpenFlags,
    PathFlags,
};
use wasmtime_wasi::p2::bindings::sync::filesystem::types as direct;
use wasmtime_wasi::p2::{DynInputStream, DynOutputStream, FsError, FsResult};

/// What may be done below a preopened folder.
#[derive(Clone)]
struct Right {
    /// The folder, by its place in the plan.
    preopen: usize,
    /// What was opened below it, as the host is shown it; told only if somebody listens.
    path: Arc<str>,
    folders: u8,
    files: u8,
}

impl Right {
    /// Of a descriptor that no folder of the plan led to.
    fn none() -> Right {
        Right {
            preopen: usize::MAX,
            path: Arc::default(),
            folders: 0,
            files: 0,
        }
    }

    /// What may be done whatever a path leads to.
    fn either(&self) -> u8 {
        self.folders & self.files
    }
}

/// The rights of the open descriptors, by their numbers.
#[derive(Default)]
pub(super) struct Rights(HashMap<u32, Right>);

impl Rights {
    /// The number is going to be used again.
    pub(super) fn forget(&mut self, number: u32) {
        self.0.remove(&number);
    }
}

pub(super) struct FilesData;

impl HasData for FilesData {
    type Data<'a> = Files<'a>;
}

/// `wasi:filesystem`.
pub(super) struct Files<'a> {
    pub(super) inner: WasiFilesystemCtxView<'a>,
    pub(super) plan: &'a Plan,
    pub(super) rights: &'a mut Rights,
    pub(super) open: &'a Arc<OpenFiles>,
    pub(super) places: &'a mut Places,
    pub(super) outbox: &'a Outbox,
}

type File = Resource<Descriptor>;

/// Parts of a path.
struct Joined<'a, const N: usize>([&'a str; N]);

impl<const N: usize> fmt::Display for Joined<'_, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = "/";
        for part in self.0.iter().filter(|part| !part.is_empty()) {
            if !before.ends_with('/') {
                f.write_str("/")?;
            }
            f.write_str(part)?;
            before = part;
        }
        Ok(())
    }
}

impl Files<'_> {
    fn right(&self, file: &File) -> Right {
        self.rights
            .0
            .get(&file.rep())
            .cloned()
            .unwrap_or_else(Right::none)
    }

    /// Names the path as the guest would.
    fn tell(&self, granted: bool, right: &Right, operation: &str, path: &str) {
        let folder = self.plan.preopens.get(right.preopen);
        let folder = folder.map_or("", |preopen| preopen.guest.as_str());
        let path = Joined([folder, &right.path, path]);
        self.outbox
            .access(granted, "files", format_args!("{operation} {path}"));
    }

    fn refuse(&self, right: &Right, operation: &str, path: &str) -> FsError {
        self.tell(false, right, operation, path);
        ErrorCode::NotPermitted.into()
    }

    /// Says what was tried, if it isn't among what is allowed.
    fn require(&self, allowed: bool, right: &Right, operation: &str, path: &str) -> FsResult<()> {
        if allowed {
            Ok(())
        } else {
            Err(self.refuse(right, operation, path))
        }
    }

    /// Fails for what can't be a path, or what the host's system would take for another one.
    fn check(&self, right: &Right, operation: &str, path: &str) -> FsResult<()> {
        if path.len() > LONGEST_PATH {
            return Err(ErrorCode::NameTooLong.into());
        }
        self.require(is_plain(path), right, operation, path)
    }

    /// Tells of a refusal by the sandbox itself.
    fn told<R>(&self, result: FsResult<R>, right: &Right, operation: &str, path: &str) -> FsResult<R> {
        if let Err(error) = &result
            && matches!(
                error.downcast_ref(),
                Some(ErrorCode::NotPermitted | ErrorCode::Access)
            )
        {
            self.tell(false, right, operation, path);
        }
        result
    }

    fn is_folder(&self, file: &File) -> FsResult<bool> {
        Ok(matches!(self.inner.table.get(file)?, Descriptor::Dir(_)))
    }

    /// For what changes nothing but what was changed already.
    fn require_for_sync(&self, file: &File) -> FsResult<()> {
        let right = self.right(file);
        let rights = if self.is_folder(file)? {
            right.folders
        } else {
            right.files
        };
        self.require(rights & WRITE != 0, &right, "sync", "")
    }

    /// For what connects two places: both must be of one preopened folder.
    fn together(&self, from: &Right, to: &Right, operation: &str, path: &str) -> FsResult<()> {
        if from.preopen == to.preopen {
            return Ok(());
        }
        self.tell(false, to, operation, path);
        Err(ErrorCode::CrossDevice.into())
    }
}

impl preopens::Host for Files<'_> {
    fn get_directories(&mut self) -> Result<Vec<(File, String)>> {
        let folders = preopens::Host::get_directories(&mut self.inner)?;
        // In the order in which they were opened.
        for (number, ((file, _), preopen)) in folders.iter().zip(&self.plan.preopens).enumerate() {
            let right = Right {
                preopen: number,
                path: Arc::default(),
                folders: preopen.folders,
                files: preopen.files,
            };
            self.rights.0.insert(file.rep(), right);
        }
        Ok(folders)
    }
}

impl Host for Files<'_> {
    fn convert_error_code(&mut self, error: FsError) -> Result<ErrorCode> {
        Host::convert_error_code(&mut self.inner, error)
    }

    fn filesystem_error_code(&mut self, error: Resource<Error>) -> Result<Option<ErrorCode>> {
        Host::filesystem_error_code(&mut self.inner, error)
    }
}

impl HostDescriptor for Files<'_> {
    async fn advise(
        &mut self,
        file: File,
        offset: Filesize,
        length: Filesize,
        advice: Advice,
    ) -> FsResult<()> {
        let right = self.right(&file);
        self.require(right.files & (READ | WRITE) != 0, &right, "advise", "")?;
        HostDescriptor::advise(&mut self.inner, file, offset, length, advice).await
    }

    async fn sync_data(&mut self, file: File) -> FsResult<()> {
        self.require_for_sync(&file)?;
        HostDescriptor::sync_data(&mut self.inner, file).await
    }

    async fn sync(&mut self, file: File) -> FsResult<()> {
        self.require_for_sync(&file)?;
        HostDescriptor::sync(&mut self.inner, file).await
    }

    async fn get_flags(&mut self, file: File) -> FsResult<DescriptorFlags> {
        HostDescriptor::get_flags(&mut self.inner, file).await
    }

    async fn get_type(&mut self, file: File) -> FsResult<DescriptorType> {
        HostDescriptor::get_type(&mut self.inner, file).await
    }

    async fn set_size(&mut self, file: File, size: Filesize) -> FsResult<()> {
        let right = self.right(&file);
        self.require(right.files & WRITE != 0, &right, "resize", "")?;
        HostDescriptor::set_size(&mut self.inner, file, size).await
    }

    async fn set_times(&mut self, file: File, access: NewTimestamp, change: NewTimestamp) -> FsResult<()> {
        let right = self.right(&file);
        let rights = if self.is_folder(&file)? {
            right.folders
        } else {
            right.files
        };
        self.require(rights & WRITE != 0, &right, "set times of", "")?;
        HostDescriptor::set_times(&mut self.inner, file, access, change).await
    }

    async fn read(&mut self, file: File, length: Filesize, offset: Filesize) -> FsResult<(Vec<u8>, bool)> {
        let right = self.right(&file);
        self.require(right.files & READ != 0, &right, "read", "")?;
        HostDescriptor::read(&mut self.inner, file, length, offset).await
    }

    async fn write(&mut self, file: File, bytes: Vec<u8>, offset: Filesize) -> FsResult<Filesize> {
        let right = self.right(&file);
        self.require(right.files & WRITE != 0, &right, "write", "")?;
        HostDescriptor::write(&mut self.inner, file, bytes, offset).await
    }

    async fn read_directory(&mut self, file: File) -> FsResult<Resource<DirectoryEntryStream>> {
        let right = self.right(&file);
        self.require(right.folders & READ != 0, &right, "list", "")?;
        // It is read whole: in memory it takes as much as there is in the folder.
        let place = self.open.place().ok_or(ErrorCode::InsufficientMemory)?;
        let listing = HostDescriptor::read_directory(&mut self.inner, file).await?;
        self.places.insert(listing.rep(), Arc::new(place));
        Ok(listing)
    }

    async fn create_directory_at(&mut self, file: File, path: String) -> FsResult<()> {
        let right = self.right(&file);
        self.check(&right, "create folder", &path)?;
        self.require(right.folders & CREATE != 0, &right, "create folder", &path)?;
        let done = HostDescriptor::create_directory_at(&mut self.inner, file, path.clone()).await;
        self.told(done, &right, "create folder", &path)
    }

    async fn stat(&mut self, file: File) -> FsResult<DescriptorStat> {
        HostDescriptor::stat(&mut self.inner, file).await
    }

    async fn stat_at(&mut self, file: File, flags: PathFlags, path: String) -> FsResult<DescriptorStat> {
        let right = self.right(&file);
        self.check(&right, "look at", &path)?;
        self.require(
            (right.folders | right.files) & READ != 0,
            &right,
            "look at",
            &path,
        )?;
        let done = HostDescriptor::stat_at(&mut self.inner, file, flags, path.clone()).await;
        self.told(done, &right, "look at", &path)
    }

    async fn set_times_at(
        &mut self,
        file: File,
        flags: PathFlags,
        path: String,
        access: NewTimestamp,
        change: NewTimestamp,
    ) -> FsResult<()> {
        let right = self.right(&file);
        self.check(&right, "set times of", &path)?;
        self.require(right.either() & WRITE != 0, &right, "set times of", &path)?;
        let done =
            HostDescriptor::set_times_at(&mut self.inner, file, flags, path.clone(), access, change).await;
        self.told(done, &right, "set times of", &path)
    }

    async fn link_at(
        &mut self,
        file: File,
        flags: PathFlags,
        path: String,
        to: File,
        new_path: String,
    ) -> FsResult<()> {
        let (right, new_right) = (self.right(&file), self.right(&to));
        self.check(&right, "link", &path)?;
        self.check(&new_right, "link", &new_path)?;
        self.together(&right, &new_right, "link", &new_path)?;
        let allowed = right.files & CREATE != 0 && right.files & WRITE != 0;
        self.require(allowed, &right, "link", &new_path)?;
        if cfg!(windows) {
            // Windows may link what a link leads to, wherever that is.
            let again = File::new_borrow(file.rep());
            let found =
                HostDescriptor::stat_at(&mut self.inner, again, PathFlags::empty(), path.clone()).await;
            let found = self.told(found, &right, "link", &path)?;
            let is_link = matches!(found.type_, DescriptorType::SymbolicLink);
            self.require(!is_link, &right, "link", &path)?;
        }
        let done =
            HostDescriptor::link_at(&mut self.inner, file, flags, path.clone(), to, new_path.clone()).await;
        self.told(done, &right, "link", &format!("{path} as {new_path}"))
    }

    async fn open_at(
        &mut self,
        file: File,
        path_flags: PathFlags,
        path: String,
        mut open_flags: OpenFlags,
        flags: DescriptorFlags,
    ) -> FsResult<File> {
        let right = self.right(&file);
        self.check(&right, "open", &path)?;
        let writes = flags.contains(DescriptorFlags::WRITE) || open_flags.contains(OpenFlags::TRUNCATE);
        self.require(
            !writes || right.files & WRITE != 0,
            &right,
            "open for writing",
            &path,
        )?;
        // Not after it has been made or emptied.
        let reads = flags.contains(DescriptorFlags::READ);
        let changes = [OpenFlags::CREATE, OpenFlags::EXCLUSIVE, OpenFlags::TRUNCATE]
            .into_iter()
            .any(|flag| open_flags.contains(flag));
        self.require(
            !(reads && changes) || right.files & READ != 0,
            &right,
            "open",
            &path,
        )?;
        let mutates = flags.contains(DescriptorFlags::MUTATE_DIRECTORY);
        let may_mutate = right.folders & (WRITE | CREATE) != 0;
        self.require(!mutates || may_mutate, &right, "open for writing", &path)?;
        // Who may not create files may still open one that is there.
        let only_existing = open_flags.contains(OpenFlags::CREATE) && right.files & CREATE == 0;
        if only_existing {
            self.require(
                !open_flags.contains(OpenFlags::EXCLUSIVE),
                &right,
                "create",
                &path,
            )?;
            open_flags = [OpenFlags::DIRECTORY, OpenFlags::EXCLUSIVE, OpenFlags::TRUNCATE]
                .into_iter()
                .filter(|flag| open_flags.contains(*flag))
                .fold(OpenFlags::empty(), |flags, flag| flags | flag);
        }
        let place = self.open.place().ok_or(ErrorCode::InsufficientMemory)?;
        let opened =
            HostDescriptor::open_at(&mut self.inner, file, path_flags, path.clone(), open_flags, flags).await;
        if let Err(error) = &opened
            && only_existing
            && matches!(error.downcast_ref(), Some(ErrorCode::NoEntry))
        {
            return Err(self.refuse(&right, "create", &path));
        }
        let opened = self.told(opened, &right, "open", &path)?;
        place.follow(self.inner.table.get(&opened)?);
        let allowed = if self.is_folder(&opened)? {
            right.folders & READ != 0
        } else {
            !reads || right.files & READ != 0
        };
        if !allowed {
            HostDescriptor::drop(&mut self.inner, opened).map_err(FsError::trap)?;
            return Err(self.refuse(&right, "open", &path));
        }
        self.tell(
            true,
            &right,
            if writes { "open for writing" } else { "open" },
            &path,
        );
        let path = if self.outbox.tells_access() {
            Arc::from(shown(format_args!("{}", Joined([&*right.path, &path]))))
        } else {
            Arc::default()
        };
        self.rights.0.insert(opened.rep(), Right { path, ..right });
        Ok(opened)
    }

    fn drop(&mut self, file: File) -> Result<()> {
        self.rights.forget(file.rep());
        HostDescriptor::drop(&mut self.inner, file)
    }

    async fn readlink_at(&mut self, file: File, path: String) -> FsResult<String> {
        let right = self.right(&file);
        self.check(&right, "read link", &path)?;
        self.require(right.either() & READ != 0, &right, "read link", &path)?;
        let done = HostDescriptor::readlink_at(&mut self.inner, file, path.clone()).await;
        let target = target_for_guest(self.told(done, &right, "read link", &path)?);
        // Of a link that leads out, not even that is said.
        self.require(is_plain(&target), &right, "read link", &path)?;
        Ok(target)
    }

    async fn remove_directory_at(&mut self, file: File, path: String) -> FsResult<()> {
        let right = self.right(&file);
        self.check(&right, "remove folder", &path)?;
        self.require(right.folders & WRITE != 0, &right, "remove folder", &path)?;
        let done = HostDescriptor::remove_directory_at(&mut self.inner, file, path.clone()).await;
        self.told(done, &right, "remove folder", &path)
    }

    async fn rename_at(&mut self, file: File, path: String, to: File, new_path: String) -> FsResult<()> {
        let (right, new_right) = (self.right(&file), self.right(&to));
        self.check(&right, "rename", &path)?;
        self.check(&new_right, "rename", &new_path)?;
        self.together(&right, &new_right, "rename", &new_path)?;
        self.require(right.folders & WRITE != 0, &right, "rename", &path)?;
        let done = HostDescriptor::rename_at(&mut self.inner, file, path.clone(), to, new_path.clone()).await;
        self.told(done, &right, "rename", &format!("{path} to {new_path}"))
    }

    async fn symlink_at(&mut self, file: File, target: String, path: String) -> FsResult<()> {
        let right = self.right(&file);
        self.check(&right, "symlink", &path)?;
        self.check(&right, "symlink", &target)?;
        self.require(right.files & CREATE != 0, &right, "symlink", &path)?;
        let target = target_for_host(target);
        let done = HostDescriptor::symlink_at(&mut self.inner, file, target, path.clone()).await;
        self.told(done, &right, "symlink", &path)
    }

    async fn unlink_file_at(&mut self, file: File, path: String) -> FsResult<()> {
        let right = self.right(&file);
        self.check(&right, "remove", &path)?;
        self.require(right.folders & WRITE != 0, &right, "remove", &path)?;
        let done = HostDescriptor::unlink_file_at(&mut self.inner, file, path.clone()).await;
        self.told(done, &right, "remove", &path)
    }

    fn read_via_stream(&mut self, file: File, offset: Filesize) -> FsResult<Resource<DynInputStream>> {
        let right = self.right(&file);
        self.require(right.files & READ != 0, &right, "read", "")?;
        HostDescriptor::read_via_stream(&mut self.inner, file, offset)
    }

    fn write_via_stream(&mut self, file: File, offset: Filesize) -> FsResult<Resource<DynOutputStream>> {
        let right = self.right(&file);
        self.require(right.files & WRITE != 0, &right, "write", "")?;
        HostDescriptor::write_via_stream(&mut self.inner, file, offset)
    }

    fn append_via_stream(&mut self, file: File) -> FsResult<Resource<DynOutputStream>> {
        let right = self.right(&file);
        self.require(right.files & WRITE != 0, &right, "append", "")?;
        HostDescriptor::append_via_stream(&mut self.inner, file)
    }

    async fn is_same_object(&mut self, one: File, other: File) -> Result<bool> {
        HostDescriptor::is_same_object(&mut self.inner, one, other).await
    }

    async fn metadata_hash(&mut self, file: File) -> FsResult<MetadataHashValue> {
        HostDescriptor::metadata_hash(&mut self.inner, file).await
    }

    async fn metadata_hash_at(
        &mut self,
        file: File,
        flags: PathFlags,
        path: String,
    ) -> FsResult<MetadataHashValue> {
        let right = self.right(&file);
        self.check(&right, "look at", &path)?;
        self.require(
            (right.folders | right.files) & READ != 0,
            &right,
            "look at",
            &path,
        )?;
        let done = HostDescriptor::metadata_hash_at(&mut self.inner, file, flags, path.clone()).await;
        self.told(done, &right, "look at", &path)
    }
}

impl HostDirectoryEntryStream for Files<'_> {
    async fn read_directory_entry(
        &mut self,
        stream: Resource<DirectoryEntryStream>,
    ) -> FsResult<Option<DirectoryEntry>> {
        HostDirectoryEntryStream::read_directory_entry(&mut self.inner, stream).await
    }

    fn drop(&mut self, stream: Resource<DirectoryEntryStream>) -> Result<()> {
        let number = stream.rep();
        HostDirectoryEntryStream::drop(&mut self.inner, stream)?;
        self.places.remove(&number);
        Ok(())
    }
}

/// Waits for what a file does.
fn done<R>(future: impl Future<Output = FsResult<R>>) -> FsResult<R> {
    wait(future).map_err(FsError::trap)?
}

impl direct::Host for Files<'_> {
    fn convert_error_code(&mut self, error: FsError) -> Result<direct::ErrorCode> {
        Ok(Host::convert_error_code(self, error)?.into())
    }

    fn filesystem_error_code(&mut self, error: Resource<Error>) -> Result<Option<direct::ErrorCode>> {
        Ok(Host::filesystem_error_code(self, error)?.map(Into::into))
    }
}

/// The functions above for guests on the thread's own stack: they wait.
macro_rules! waiting {
    ($(fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty;)*) => {
        $(fn $name(&mut self, $($argument: $type),*) -> FsResult<$result> {
            Ok(done(HostDescriptor::$name(self, $($argument.into()),*))?.into())
        })*
    };
}

impl direct::HostDescriptor for Files<'_> {
    waiting! {
        fn advise(file: File, offset: Filesize, length: Filesize, advice: direct::Advice) -> ();
        fn sync_data(file: File) -> ();
        fn sync(file: File) -> ();
        fn get_flags(file: File) -> direct::DescriptorFlags;
        fn get_type(file: File) -> direct::DescriptorType;
        fn set_size(file: File, size: Filesize) -> ();
        fn set_times(file: File, access: direct::NewTimestamp, change: direct::NewTimestamp) -> ();
        fn read(file: File, length: Filesize, offset: Filesize) -> (Vec<u8>, bool);
        fn write(file: File, bytes: Vec<u8>, offset: Filesize) -> Filesize;
        fn read_directory(file: File) -> Resource<DirectoryEntryStream>;
        fn create_directory_at(file: File, path: String) -> ();
        fn stat(file: File) -> direct::DescriptorStat;
        fn stat_at(file: File, flags: direct::PathFlags, path: String) -> direct::DescriptorStat;
        fn set_times_at(
            file: File, flags: direct::PathFlags, path: String, access: direct::NewTimestamp, change: direct::NewTimestamp
        ) -> ();
        fn link_at(file: File, flags: direct::PathFlags, path: String, to: File, new_path: String) -> ();
        fn open_at(
            file: File, path_flags: direct::PathFlags, path: String, open_flags: direct::OpenFlags,
            flags: direct::DescriptorFlags
        ) -> File;
        fn readlink_at(file: File, path: String) -> String;
        fn remove_directory_at(file: File, path: String) -> ();
        fn rename_at(file: File, path: String, to: File, new_path: String) -> ();
        fn symlink_at(file: File, target: String, path: String) -> ();
        fn unlink_file_at(file: File, path: String) -> ();
        fn metadata_hash(file: File) -> direct::MetadataHashValue;
        fn metadata_hash_at(file: File, flags: direct::PathFlags, path: String) -> direct::MetadataHashValue;
    }

    fn drop(&mut self, file: File) -> Result<()> {
        HostDescriptor::drop(self, file)
    }

    fn read_via_stream(&mut self, file: File, offset: Filesize) -> FsResult<Resource<DynInputStream>> {
        HostDescriptor::read_via_stream(self, file, offset)
    }

    fn write_via_stream(&mut self, file: File, offset: Filesize) -> FsResult<Resource<DynOutputStream>> {
        HostDescriptor::write_via_stream(self, file, offset)
    }

    fn append_via_stream(&mut self, file: File) -> FsResult<Resource<DynOutputStream>> {
        HostDescriptor::append_via_stream(self, file)
    }

    fn is_same_object(&mut self, one: File, other: File) -> Result<bool> {
        wait(HostDescriptor::is_same_object(self, one, other))?
    }
}

impl direct::HostDirectoryEntryStream for Files<'_> {
    fn read_directory_entry(
        &mut self,
        stream: Resource<DirectoryEntryStream>,
    ) -> FsResult<Option<direct::DirectoryEntry>> {
        let entry = done(HostDirectoryEntryStream::read_directory_entry(self, stream))?;
        Ok(entry.map(Into::into))
    }

    fn drop(&mut self, stream: Resource<DirectoryEntryStream>) -> Result<()> {
        HostDirectoryEntryStream::drop(self, stream)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_as_guests_would() {
        for (parts, path) in [
            (["/data", "", ""], "/data"),
            (["/data", "", "a"], "/data/a"),
            (["/data", "a", "b/c"], "/data/a/b/c"),
            (["/", "a", "b"], "/a/b"),
            (["", "", "a"], "a"),
            (["", "", ""], ""),
            (["/data", "a/", "/b"], "/data/a//b"),
        ] {
            assert_eq!(Joined(parts).to_string(), path);
        }
    }
}
