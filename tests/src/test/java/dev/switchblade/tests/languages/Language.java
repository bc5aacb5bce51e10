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

/** A language that the shop is written in. */
enum Language {
  RUST(Path.of("guests", "wasm", "shop.wasm")),
  C(Path.of("guests", "wasm", "shop-c.wasm")),
  JAVASCRIPT(large("shop-javascript")),
  PYTHON(large("shop-python"));

  private static final Engine ENGINE = Engine.create();
  private static final Map<Language, Component> SHOPS = new ConcurrentHashMap<>();

  private final Path file;

  Language(Path file) {
    this.file = file;
  }

  /** What {@code tests/guests/build-large} makes, or the reason that it doesn't. */
  private static Path large(String name) {
    return Path.of("target", "guests", name + ".wasm");
  }

  /**
   * The shop, compiled once and never closed. Where it couldn't be built, the test is skipped with
   * the reason.
   */
  Component shop() {
    Assumptions.assumeTrue(Files.exists(file), this::whyMissing);
    return SHOPS.computeIfAbsent(this, language -> ENGINE.compile(language.file));
  }

  private String whyMissing() {
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
