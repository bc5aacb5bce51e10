package dev.switchblade.internal.artifact;

import dev.switchblade.bindings.AccessList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/** Sees to it that a folder of compiled code is this user's alone. */
public final class CacheFolder {

  private CacheFolder() {}

  public static void require(Path folder) {
    try {
      if (!Files.exists(folder)) {
        make(folder);
      }
      if (!Files.isDirectory(folder)) {
        throw new IllegalArgumentException("cacheDirectory: " + folder + " is no folder");
      }
      requireOurs(folder);
    } catch (IOException e) {
      throw new IllegalArgumentException("cacheDirectory: " + folder + " can't be used: " + e, e);
    }
  }

  private static boolean isPosix(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void make(Path folder) throws IOException {
    if (isPosix(folder)) {
      Set<PosixFilePermission> ours = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ours));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static void requireOurs(Path folder) throws IOException {
    if (!isPosix(folder)) {
      // On Windows.
      AccessList.requireNoStrangers(folder.toRealPath());
      return;
    }
    PosixFileAttributes found =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (found.isSymbolicLink()) {
      requireOurs(folder.toRealPath());
      return;
    }
    if (!thisUser(folder).equals(found.owner())) {
      throw new IllegalArgumentException(
          "cacheDirectory: "
              + folder
              + " belongs to "
              + found.owner()
              + "; what is in it is executed, so use a folder of your own");
    }
    Set<PosixFilePermission> permissions = found.permissions();
    if (permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IllegalArgumentException(
          "cacheDirectory: others can write to "
              + folder
              + " ("
              + PosixFilePermissions.toString(permissions)
              + "), and what is in it is executed: chmod 700 it");
    }
  }

  /** The user that this process runs as: the owner of a file that is made now. */
  private static UserPrincipal thisUser(Path folder) throws IOException {
    while (true) {
      Path mine = Files.createTempFile(folder, ".switchblade", null);
      try {
        return Files.getOwner(mine);
      } catch (NoSuchFileException _) {
        // Another engine that uses the folder has just tidied it up: Wasmtime's cache removes what
        // it doesn't know.
      } finally {
        Files.deleteIfExists(mine);
      }
    }
  }
}
