package dev.switchblade.tests.languages;

import dev.switchblade.Component;
import java.nio.file.Path;

/** A language that the shop is written in. */
enum Language {
  RUST(LanguageGuests.committed("shop")),
  C(LanguageGuests.committed("shop-c")),
  JAVASCRIPT(LanguageGuests.large("shop-javascript")),
  PYTHON(LanguageGuests.large("shop-python"));

  private final Path file;

  Language(Path file) {
    this.file = file;
  }

  /** The shop. Where it couldn't be built, the test is skipped with the reason. */
  Component shop() {
    return LanguageGuests.compiled(file);
  }
}
