package dev.switchblade.internal.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.switchblade.HostFunctionException;
import dev.switchblade.TrapException;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.internal.ffi.NativeError;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why calls fail, where guests' output was lost. */
final class FailuresTest {

  private final Failures failures = new Failures();
  private final IOException full = new IOException("the disk is full");

  private RuntimeException exception(int kind) {
    var error = new NativeError(kind, -1, 0, 0, "a message", "", List.of());
    return failures.exception(error, "f", null);
  }

  @Test
  void lostOutputIsWhyACallFailsThatSaysSo() {
    failures.recordLostOutput(new IOException("an earlier one, of which a guest was told"));
    failures.recordLostOutput(full);
    var exception =
        assertInstanceOf(HostFunctionException.class, exception(SwitchbladeH.SB_ERROR_OUTPUT()));
    assertSame(full, exception.getCause());
    assertArrayEquals(new Throwable[0], exception.getSuppressed());
  }

  @Test
  void aGuestThatGivesUpMayHaveDoneSoBecauseOfIt() {
    failures.recordLostOutput(full);
    var exception = assertInstanceOf(TrapException.class, exception(SwitchbladeH.SB_ERROR_TRAP()));
    assertNull(exception.getCause());
    assertArrayEquals(new Throwable[] {full}, exception.getSuppressed());
  }

  /** Nor is it the cause where nobody knows another one. */
  @Test
  void itIsNotTheCauseOfWhatElseFailsInTheHost() {
    failures.recordLostOutput(full);
    assertNull(exception(SwitchbladeH.SB_ERROR_HOST()).getCause());
    var thrown = new IllegalStateException("thrown");
    failures.record(thrown, "the host function h");
    assertSame(thrown, exception(SwitchbladeH.SB_ERROR_HOST()).getCause());
  }
}
