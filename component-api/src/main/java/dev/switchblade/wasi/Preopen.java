package dev.switchblade.wasi;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * A folder of the host's that guests see. What is below it can be reached, through no path and no
 * link anything else; nothing can be moved or linked from one preopened folder to another.
 *
 * @param host the folder; opened when a store is made
 * @param guest its absolute path as guests see it, such as {@code /images}
 * @param folders what guests may do with folders
 * @param files what guests may do with files
 */
public record Preopen(Path host, String guest, Set<Access> folders, Set<Access> files) {

  /**
   * Checks the paths.
   *
   * @throws IllegalArgumentException if the guest's path is empty or has a zero character
   */
  public Preopen {
    Objects.requireNonNull(host, "host");
    folders = Set.copyOf(folders);
    files = Set.copyOf(files);
    if (guest.isEmpty() || guest.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "preopen " + host + ": expected the guest's path, such as /data, got \"" + guest + '"');
    }
  }
}
