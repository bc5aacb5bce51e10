package dev.switchblade.tests.languages;

import dev.switchblade.Component;
import dev.switchblade.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/** Components of one world in several languages: each is compiled once, and never closed. */
final class LanguageGuests {

  private static final Engine ENGINE = Engine.create();
  private static final Map<Path, Component> COMPILED = new ConcurrentHashMap<>();

  private LanguageGuests() {}

  /** What is committed. */
  static Path committed(String name) {
    return Path.of("guests", "wasm", name + ".wasm");
  }

  /** What {@code tests/guests/build-large} makes, or the reason that it doesn't. */
  static Path large(String name) {
    return Path.of("target", "guests", name + ".wasm");
  }

  /** The component. Where it couldn't be built, the test is skipped with the reason. */
  static Component compiled(Path file) {
    requireBuilt(file);
    return COMPILED.computeIfAbsent(file, ENGINE::compile);
  }

  /** The component's bytes. Where it couldn't be built, the test is skipped with the reason. */
  static byte[] bytes(Path file) throws IOException {
    requireBuilt(file);
    return Files.readAllBytes(file);
  }

  private static void requireBuilt(Path file) {
    Assumptions.assumeTrue(Files.exists(file), () -> whyMissing(file));
  }

  private static String whyMissing(Path file) {
    Path reason = file.resolveSibling(file.getFileName() + ".missing");
    try {
      return Files.exists(reason)
          ? Files.readString(reason).strip()
          : file + " is missing: tests/guests/README.md says how it is made";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
