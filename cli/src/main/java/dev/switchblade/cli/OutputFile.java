package dev.switchblade.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The file that a command writes what it has made to ({@code -o}). */
record OutputFile(Path path) {

  /** Fails if it can't be written, as far as that can be told before there is anything to write. */
  void requireUsable() {
    if (Files.isDirectory(path)) {
      throw unwritable("is a folder; expected a file", null);
    }
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw unwritable("there is no folder " + folder, null);
    }
  }

  private Path folder() {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }

  /** Says whether it is another file, too. */
  boolean isSame(Path other) {
    try {
      return Files.isSameFile(path, other);
    } catch (IOException e) {
      // One of them isn't there yet.
      return path.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }

  /** A program that starts meanwhile finds the old file or the new one, and never half of it. */
  void write(byte[] bytes) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        // A device or a pipe, which nothing can take the place of.
        Files.write(path, bytes);
        return;
      }
      Path place = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      Path part =
          place.resolveSibling(place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
      try {
        Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw unwritable("can't be written: " + e, e);
    }
  }

  private CommandFailedException unwritable(String problem, @Nullable Throwable cause) {
    return new CommandFailedException(ExitCode.ENVIRONMENT, "-o " + path + ": " + problem, cause);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
