package dev.switchblade.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Java that was generated.
 *
 * @param world the world's class, such as {@code acme.shop.Shop}
 * @param files the files' contents, by their paths below a source folder, with {@code /}
 * @param sources the WIT files that were read
 */
public record GeneratedSources(String world, SortedMap<String, String> files, List<Path> sources) {

  /** Names the files that the last run wrote, so that the next one can delete them. */
  private static final String LIST = ".switchblade-bindgen";

  /** Copies the collections. */
  public GeneratedSources {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    sources = List.copyOf(sources);
  }

  /**
   * Writes the files into a source folder, and deletes those that an earlier run wrote there and
   * that are none of these. A file that has its content already is left alone.
   *
   * @throws IOException if a file can't be written
   */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path list = folder.resolve(LIST);
    Set<String> stale = new TreeSet<>();
    try {
      stale.addAll(Files.readAllLines(list));
    } catch (NoSuchFileException e) {
      // The first run.
    }
    stale.removeAll(files.keySet());
    // Absolute, as "." says nothing of what is in it, and ".." is what outside begins with, too.
    Path root = folder.toAbsolutePath().normalize();
    for (String file : stale) {
      Path path = root.resolve(file).normalize();
      if (path.startsWith(root) && Files.isRegularFile(path)) {
        Files.delete(path);
      }
    }
    for (var file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
      if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), content)) {
        Files.createDirectories(path.getParent());
        Files.write(path, content);
      }
    }
    Files.write(list, files.keySet());
  }
}
