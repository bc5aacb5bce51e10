package dev.switchblade.bindings;

import java.io.IOException;

/** A platform jar whose library and SHA-256 don't fit each other; no other place can help. */
final class DamagedLibraryException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedLibraryException(String message) {
    super(message);
  }
}
