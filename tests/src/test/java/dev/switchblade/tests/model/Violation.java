package dev.switchblade.tests.model;

import org.jspecify.annotations.Nullable;

/** Something was otherwise than the model has it. */
final class Violation extends Error {

  private static final long serialVersionUID = 1;

  Violation(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
