package dev.switchblade.bindings;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder whose content nobody but its user can change (and root, who can do anything).
 *
 * <p>On Windows it has the access control list that it inherits: below {@code %LOCALAPPDATA%} that
 * is its user's, and elsewhere {@link AccessList} looks at it.
 */
final class PrivateFolder {

  private static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
  private static final int GROUP_OR_OTHERS_WRITE = 0_022;
  private static final int ROOT = 0;

  // Starts anywhere: processes in different containers may have the same id and the same folder.
  private static final AtomicLong COUNTER = new AtomicLong(System.nanoTime());

  private PrivateFolder() {}

  /** Creates the folder, and those above it that are missing, for its owner only. */
  static void create(Path folder) throws IOException {
    Files.createDirectories(folder, ownerOnly("rwx------"));
  }

  /** Attributes for a new file that only its owner may read and write. */
  static FileAttribute<?>[] fileAttributes() {
    return ownerOnly("rw-------");
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return UNIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Checks that a file or folder belongs to this process's user or to root, and that no one else
   * may change it.
   *
   * @throws IOException that says what is wrong
   */
  static void check(Path path) throws IOException {
    if (!UNIX) {
      AccessList.requireNoLink(path);
      AccessList.requireNoStrangers(path);
      return;
    }
    // Numbers: the name of an owner may take a directory service to find out.
    Map<String, Object> attributes =
        Files.readAttributes(path, "unix:uid,mode,isSymbolicLink", LinkOption.NOFOLLOW_LINKS);
    if (Boolean.TRUE.equals(attributes.get("isSymbolicLink"))) {
      throw new IOException(path + " is a symbolic link; the library is not taken through links");
    }
    int uid = (Integer) attributes.get("uid");
    if (uid != ROOT && uid != ownUid() && uid != uidOfNewFile(path)) {
      throw new IOException(
          path + " belongs to another user (uid " + uid + "), who could replace the library");
    }
    int mode = (Integer) attributes.get("mode");
    if ((mode & GROUP_OR_OTHERS_WRITE) != 0) {
      throw new IOException(
          path
              + " may be changed by other users (mode "
              + Integer.toOctalString(mode & 0_7777)
              + "); run: chmod go-w "
              + path);
    }
  }

  /** The user of this process as Linux says, or -1. */
  private static int ownUid() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException | RuntimeException e) {
      return -1;
    }
  }

  /** Asks the file system, where {@link #ownUid} has no answer or root's (a hardened process). */
  private static int uidOfNewFile(Path path) {
    Path folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? path : path.getParent();
    if (folder == null) {
      return -1;
    }
    Path probe = folder.resolve(temporaryName());
    try {
      Files.createFile(probe, fileAttributes());
      try {
        return (Integer) Files.getAttribute(probe, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      return -1;
    }
  }

  /**
   * Deletes folders that processes have left behind, whose library Windows has no longer open.
   *
   * @param prefix how the names of such folders begin
   * @param untouched for how long nobody may have changed one: another process may be about to open
   *     its library
   */
  static void deleteLeftovers(Path parent, String prefix, Duration untouched) {
    Instant latest = Instant.now().minus(untouched);
    try (var folders = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path folder : folders) {
        BasicFileAttributes attributes =
            Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()
            && attributes.lastModifiedTime().toInstant().isBefore(latest)) {
          delete(folder);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // They are left to another start, or to whoever tidies up the folder for temporary files.
    }
  }

  /** Deletes a folder and the files in it, as far as that goes. */
  static void delete(Path folder) {
    try (var content = Files.newDirectoryStream(folder)) {
      for (Path path : content) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          delete(path);
        } else {
          Files.deleteIfExists(path);
        }
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // What is left is a few files in the folder for temporary files.
    }
  }

  /** A name for a temporary file that no other thread or process uses at the same time. */
  static String temporaryName() {
    return "." + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet() + ".tmp";
  }
}
