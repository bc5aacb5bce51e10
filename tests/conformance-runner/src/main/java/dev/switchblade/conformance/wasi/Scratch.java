package dev.switchblade.conformance.wasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one test, with copies of what the program may change. Deleted at the end. */
final class Scratch implements AutoCloseable {

  private final Path folder;
  private int copies;

  Scratch() throws IOException {
    folder = Files.createTempDirectory("switchblade-wasi-");
  }

  /**
   * Copies a folder, without what an earlier run by another runner has left in it.
   *
   * @return the copy
   * @throws IOException if that fails
   */
  Path copyOf(Path original) throws IOException {
    if (!Files.isDirectory(original)) {
      throw new NoSuchFileException(original + ", which the test needs");
    }
    Path copy = folder.resolve(Integer.toString(copies++));
    List<Path> below;
    try (Stream<Path> found = Files.walk(original)) {
      below = found.filter(path -> !isLeftOver(original.relativize(path))).toList();
    }
    for (Path path : below) {
      Files.copy(
          path, copy.resolve(original.relativize(path).toString()), LinkOption.NOFOLLOW_LINKS);
    }
    return copy;
  }

  private static boolean isLeftOver(Path path) {
    for (Path part : path) {
      if (part.toString().endsWith(".cleanup")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    List<Path> below;
    try (Stream<Path> found = Files.walk(folder)) {
      below = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : below) {
      Files.delete(path);
    }
  }
}
