package dev.switchblade.wasi;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * A folder of the host's that guests see. What is below it can be reached, through no path and no
 * link anything else; nothing can be moved or linked from one preopened folder to another.
 *
 * <p>On Windows guests see names as they are elsewhere, with {@code /} between them. What Windows
 * would take for something else is refused to them: names with {@code \}, {@code :} (drives and
 * streams) or another of {@code * ? " < > |}, names that end in a dot or a space, and devices such
 * as {@code NUL} and {@code COM1.txt}. {@code a.txt} and {@code A.TXT} are one file there. Folders
 * of a network share can be read, and not be changed.
 *
 * @param host the folder; opened when a store is made
 * @param guest its absolute path as guests see it, such as {@code /images}, with slashes on every
 *     system
 * @param folders what guests may do with folders
 * @param files what guests may do with files
 */
public record Preopen(Path host, String guest, Set<Access> folders, Set<Access> files) {

  /**
   * Checks the paths.
   *
   * @throws IllegalArgumentException if the guest's path is empty or has a zero character or a
   *     backslash
   */
  public Preopen {
    Objects.requireNonNull(host, "host");
    folders = Set.copyOf(folders);
    files = Set.copyOf(files);
    if (guest.isEmpty() || guest.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "preopen " + host + ": expected the guest's path, such as /data, got \"" + guest + '"');
    }
    if (guest.indexOf('\\') >= 0) {
      throw new IllegalArgumentException(
          "preopen "
              + host
              + ": expected the guest's path, which has slashes on Windows too, such as /data, got "
              + guest);
    }
  }
}
