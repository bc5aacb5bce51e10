package dev.switchblade.tests.languages;

import dev.switchblade.Component;
import java.io.IOException;
import java.nio.file.Path;

/** An auth: the language that it is written in, and the edition that it says it is. */
enum AuthGuest {
  RUST(LanguageGuests.committed("auth"), "rust 1.0.0"),
  C(LanguageGuests.committed("auth-c"), "c 1.0.0"),
  GO(LanguageGuests.committed("auth-go"), "go 1.0.0"),
  JAVASCRIPT(LanguageGuests.large("auth-javascript"), "javascript 1.0.0"),
  PYTHON(LanguageGuests.large("auth-python"), "python 1.0.0"),
  NEXT(LanguageGuests.committed("auth-next"), "rust 1.0.1"),
  LARGE(LanguageGuests.committed("auth-large"), "rust 1.0.1");

  private final Path file;
  private final String version;

  AuthGuest(Path file, String version) {
    this.file = file;
    this.version = version;
  }

  /** The auth. Where it couldn't be built, the test is skipped with the reason. */
  Component auth() {
    return LanguageGuests.compiled(file);
  }

  /** Its bytes. Where it couldn't be built, the test is skipped with the reason. */
  byte[] bytes() throws IOException {
    return LanguageGuests.bytes(file);
  }

  /** What {@code version} says. */
  String version() {
    return version;
  }

  private boolean second() {
    return version.endsWith(" 1.0.1");
  }

  /** What {@code level} says. */
  int level(int n) {
    return n + (second() ? 2 : 1);
  }

  /** What {@code greet} says. */
  String greet(String name) {
    return (second() ? "welcome, " : "hello, ") + name;
  }

  /** What {@code digest} says. */
  byte[] digest(byte[] bytes) {
    byte[] digest = bytes.clone();
    for (int i = 0; i < digest.length; i++) {
      digest[i] ^= (byte) (second() ? 0xAA : 0xFF);
    }
    return digest;
  }
}
