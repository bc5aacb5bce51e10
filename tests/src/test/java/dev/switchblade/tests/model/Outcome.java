package dev.switchblade.tests.model;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What became of a method that was called.
 *
 * @param what which method, for messages
 * @param value what it returned
 * @param thrown what it threw
 */
record Outcome(String what, @Nullable Object value, @Nullable Throwable thrown) {

  /** Calls a method. */
  static Outcome of(String what, Callable<? extends @Nullable Object> body) {
    try {
      return new Outcome(what, body.call(), null);
    } catch (Violation e) {
      throw e;
    } catch (Throwable e) {
      return new Outcome(what, null, e);
    }
  }

  End end() {
    return End.of(thrown);
  }

  boolean returned() {
    return thrown == null;
  }
}
