package dev.switchblade.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The largest WIT that everybody knows: the proxy of {@code wasi:http} 0.2 and all that it depends
 * on. It is read from where cargo has the sources of the native library.
 */
final class WasiHttpTest {

  private static final String CRATES = "registry/src/*/wasmtime-wasi-http-*/wit";

  private static Path wit;

  @TempDir private Path folder;

  @BeforeAll
  static void find() throws IOException {
    Optional<Path> found = find(cargoHome());
    assumeTrue(
        found.isPresent(),
        "there is no " + CRATES + " in " + cargoHome() + ": the native library was not built here");
    wit = found.get();
  }

  private static Path cargoHome() {
    String given = System.getenv("CARGO_HOME");
    return given == null ? Path.of(System.getProperty("user.home"), ".cargo") : Path.of(given);
  }

  private static Optional<Path> find(Path cargoHome) throws IOException {
    if (!Files.isDirectory(cargoHome.resolve("registry/src"))) {
      return Optional.empty();
    }
    var matcher = cargoHome.getFileSystem().getPathMatcher("glob:" + cargoHome + "/" + CRATES);
    try (Stream<Path> folders = Files.walk(cargoHome.resolve("registry/src"), 3)) {
      return folders.filter(matcher::matches).max(Path::compareTo);
    }
  }

  private static SortedMap<String, String> generate(boolean implementWasi) {
    var options = GeneratorOptions.builder(wit).implementWasi(implementWasi);
    return Generator.generate(options.packageName("acme.web").className("Proxy").build()).files();
  }

  @Test
  void itCompilesWithoutAWarningIfTheHostImplementsAll() throws IOException {
    SortedMap<String, String> files = generate(true);
    assertTrue(files.size() > 40, files.keySet().toString());
    assertEquals(List.of(), JavaSources.compile(files, folder.resolve("classes")));
    assertEquals(
        List.of(),
        JavaSources.compileModules(
            Map.of("acme.web", files), folder.resolve("sources"), folder.resolve("modules")));
  }

  @Test
  void itCompilesWithoutAWarningIfTheLibraryHasWasi() throws IOException {
    SortedMap<String, String> files = generate(false);
    assertEquals(List.of(), JavaSources.compile(files, folder.resolve("classes")));
    String world = files.get("acme/web/Proxy.java");
    assertTrue(world.contains("public static Proxy instantiate(Component component) {"), world);
  }

  @Test
  void itsHandlerSaysThatNobodyCanCallItUnlessTheHostImplementsAll() {
    String name = "acme/web/wasi/http/incoming_handler/IncomingHandler.java";
    String handler = generate(false).get(name).replaceAll("[\\s*]+", " ");
    assertTrue(
        handler.contains(
            "it takes {@code incoming-request} and {@code response-outparam} of {@code"
                + " wasi:http/types@0.2."),
        handler);
    assertFalse(generate(true).get(name).contains("Can't be called"));
  }

  @Test
  void itsHandlerIsCalledWithResourcesOfTheHost() {
    String handler = generate(true).get("acme/web/wasi/http/incoming_handler/IncomingHandler.java");
    assertTrue(
        handler.contains(
            "public void handle(IncomingRequest request, ResponseOutparam responseOut)"),
        handler);
  }
}
