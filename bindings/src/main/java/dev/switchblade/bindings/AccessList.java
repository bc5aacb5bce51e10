package dev.switchblade.bindings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may change a file or folder on Windows.
 *
 * <p>Names of users and groups are in the language of the system there, so nobody is known by name:
 * whoever may change Windows itself, or the user's home folder, could change what this process does
 * in any case. Everybody else is a stranger.
 */
public final class AccessList {

  private static final Set<AclEntryPermission> CHANGES =
      Set.copyOf(
          EnumSet.of(
              AclEntryPermission.WRITE_DATA,
              AclEntryPermission.APPEND_DATA,
              AclEntryPermission.DELETE,
              AclEntryPermission.DELETE_CHILD,
              AclEntryPermission.WRITE_ACL,
              AclEntryPermission.WRITE_OWNER));

  private AccessList() {}

  /**
   * Checks that no stranger may change a file or folder. What lies below the user's home folder, or
   * the folder for its programs' data, has inherited their access control lists and is not looked
   * at: that would take each start some time.
   *
   * @throws IOException that says what is wrong
   */
  public static void requireNoStrangers(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    if (isBelow(absolute, System.getProperty("user.home"))
        || isBelow(absolute, System.getenv("LOCALAPPDATA"))) {
      return;
    }
    Set<UserPrincipal> trusted = new HashSet<>();
    addWriters(trusted, System.getenv("SystemRoot"));
    addWriters(trusted, System.getProperty("user.home"));
    Set<UserPrincipal> writers = writers(absolute);
    if (writers.isEmpty()) {
      throw new IOException(
          path + " has no access control list, as on a FAT file system: anyone may change it");
    }
    for (UserPrincipal writer : writers) {
      if (!trusted.contains(writer)) {
        throw new IOException(
            path
                + " may be changed by "
                + writer
                + "; run: icacls \""
                + absolute
                + "\" /inheritance:r /grant:r \"%USERNAME%:(OI)(CI)F\"");
      }
    }
  }

  /**
   * Checks that a path leads to what has this name, and not by a link or a junction elsewhere.
   *
   * @throws IOException that says what is wrong
   */
  static void requireNoLink(Path path) throws IOException {
    var attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isSymbolicLink() || attributes.isOther()) {
      throw new IOException(
          path + " is a symbolic link or a junction; the library is not taken through links");
    }
  }

  private static boolean isBelow(Path path, @Nullable String folder) {
    if (folder == null) {
      return false;
    }
    try {
      Path parent = Path.of(folder);
      // A drive's root is nobody's home.
      return parent.isAbsolute() && parent.getNameCount() > 0 && path.startsWith(parent);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static void addWriters(Set<UserPrincipal> writers, @Nullable String folder)
      throws IOException {
    if (folder == null) {
      return;
    }
    try {
      Path path = Path.of(folder);
      if (path.isAbsolute() && Files.isDirectory(path)) {
        writers.addAll(writers(path));
      }
    } catch (InvalidPathException e) {
      // Java gives `?` as home of a user without one.
    }
  }

  /** The owner, who may always change the list, and whoever is on it; nobody if there is none. */
  private static Set<UserPrincipal> writers(Path path) throws IOException {
    var view = Files.getFileAttributeView(path, AclFileAttributeView.class);
    Set<UserPrincipal> writers = new HashSet<>();
    if (view == null || view.getAcl().isEmpty()) {
      return writers;
    }
    writers.add(view.getOwner());
    for (AclEntry entry : view.getAcl()) {
      boolean here = !entry.flags().contains(AclEntryFlag.INHERIT_ONLY);
      if (here
          && entry.type() == AclEntryType.ALLOW
          && entry.permissions().stream().anyMatch(CHANGES::contains)) {
        writers.add(entry.principal());
      }
    }
    return writers;
  }
}
