package dev.switchblade.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small WIT with the Java that is expected of it: a folder with a {@code .wit} file, maybe {@code
 * deps}, maybe {@code options.properties} ({@code world}, {@code features}, {@code throwErrors}),
 * and {@code expected}.
 */
record Golden(Path folder, WitInput input) {

  /** All of them, in order. */
  static List<Golden> all() throws IOException {
    Path root = Path.of(System.getProperty("goldens.folder"));
    List<Golden> goldens = new ArrayList<>();
    try (Stream<Path> folders = Files.list(root)) {
      for (Path folder : folders.sorted().toList()) {
        goldens.add(of(folder));
      }
    }
    return goldens;
  }

  private static Golden of(Path folder) throws IOException {
    var options = new Properties();
    try (InputStream file = Files.newInputStream(folder.resolve("options.properties"))) {
      options.load(file);
    } catch (NoSuchFileException e) {
      // Most need none.
    }
    String features = options.getProperty("features", "");
    List<String> on = features.isEmpty() ? List.of() : List.of(features.split(","));
    boolean throwErrors = Boolean.parseBoolean(options.getProperty("throwErrors", "false"));
    String world = options.getProperty("world", "");
    return new Golden(folder, new WitInput(folder, world, on, false, throwErrors));
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** Generates it. */
  SortedMap<String, String> generate() {
    return Generator.generate(input.options().build()).files();
  }

  /** The files that are expected, by their paths. */
  SortedMap<String, String> expected() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    Path root = expectedFolder();
    if (Files.isDirectory(root)) {
      try (Stream<Path> found = Files.walk(root)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          String path = root.relativize(file).toString().replace('\\', '/');
          // Git may have made the lines those of Windows.
          files.put(path, Files.readString(file).replace("\r\n", "\n"));
        }
      }
    }
    return files;
  }

  /** Expects other files from now on. */
  void expect(SortedMap<String, String> files) throws IOException {
    Path root = expectedFolder();
    if (Files.isDirectory(root)) {
      try (Stream<Path> found = Files.walk(root)) {
        for (Path old : found.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(old);
        }
      }
    }
    for (var file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private Path expectedFolder() {
    return folder.resolve("expected");
  }
}
