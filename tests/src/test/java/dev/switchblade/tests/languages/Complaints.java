package dev.switchblade.tests.languages;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** What exceptions tell the one who reads them. */
final class Complaints {

  private Complaints() {}

  /** Fails unless the exception has all parts in its message. */
  static <E extends Exception> E assertComplains(
      Class<E> type, Executable executable, String... parts) {
    E exception = assertThrows(type, executable);
    String message = String.valueOf(exception.getMessage());
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "no \"" + part + "\" in: " + exception);
    }
    return exception;
  }
}
