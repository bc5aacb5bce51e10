package dev.switchblade.conformance.wasi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder with programs, each of which is a test.
 *
 * @param name what its {@code manifest.json} calls it; the folder's path if there is none
 * @param version the version of WASI that its programs are made for
 * @param folder where it is
 * @param programs its programs, by name
 */
public record Suite(String name, WasiVersion version, Path folder, List<Path> programs) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the list. */
  public Suite {
    programs = List.copyOf(programs);
  }

  /**
   * The suites in folders, at any depth: the folders that have programs in them, in the order of
   * their paths.
   *
   * @throws IOException if a folder doesn't exist, can't be read, or has a manifest that is none
   */
  public static List<Suite> find(List<Path> folders) throws IOException {
    var found = new TreeSet<Path>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
      try (Stream<Path> below = Files.walk(folder)) {
        below.filter(Suite::isProgram).map(Path::getParent).forEach(found::add);
      }
    }
    List<Suite> suites = new ArrayList<>();
    for (Path folder : found) {
      suites.add(read(folder));
    }
    return suites;
  }

  private static boolean isProgram(Path file) {
    return file.getFileName().toString().endsWith(".wasm") && Files.isRegularFile(file);
  }

  private static Suite read(Path folder) throws IOException {
    List<Path> programs;
    try (Stream<Path> files = Files.list(folder)) {
      programs = files.filter(Suite::isProgram).sorted().toList();
    }
    Path file = folder.resolve("manifest.json");
    JsonNode manifest = Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
    String name = manifest.path("name").asText(folder.toString());
    return new Suite(name, version(folder, manifest), folder, programs);
  }

  /** What the manifest says, or the folder's name; 0.1 if neither does. */
  private static WasiVersion version(Path folder, JsonNode manifest) throws IOException {
    if (manifest.has("version")) {
      String target = manifest.path("version").asText();
      return WasiVersion.of(target)
          .orElseThrow(
              () ->
                  new IOException(
                      folder.resolve("manifest.json")
                          + ": expected a version such as wasm32-wasip1, got \""
                          + target
                          + '"'));
    }
    String target = folder.toAbsolutePath().normalize().getFileName().toString();
    return WasiVersion.of(target).orElse(WasiVersion.WASIP1);
  }
}
