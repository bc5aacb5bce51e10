package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Func;
import dev.switchblade.HostFunction;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.TrapException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What host functions throw stops the guest and is the cause of what its caller gets. */
final class FailingHostFunctionsTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  static Stream<Throwable> throwables() {
    return Stream.of(
        new IllegalArgumentException("unchecked"),
        new IOException("checked"),
        new InterruptedException("interrupted"),
        new NullPointerException(),
        new Error("error"),
        new AssertionError("assertion"),
        new OutOfMemoryError("pretended"),
        new StackOverflowError(),
        new NoClassDefFoundError("a/b/C"),
        new Throwable("plain"),
        new RuntimeException() {
          private static final long serialVersionUID = 1;

          @Override
          public String getMessage() {
            throw new IllegalStateException("even its message fails");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void whateverIsThrownIsTheCause(Throwable thrown) {
    HostFunction failing =
        call -> {
          throw FailingHostFunctionsTest.<RuntimeException>sneaky(thrown);
        };
    try (var guest = new EchoGuest("string", failing)) {
      var exception = assertThrows(HostFunctionException.class, () -> guest.call("text"));
      assertSame(thrown, exception.getCause());
      assertTrue(exception.getMessage().startsWith("f: the host function h threw "));
      assertEquals("function 2", exception.guestTrace().getFirst().function());
      assertLost(guest.f(), exception);
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static void assertLost(Func f, RuntimeException by) {
    for (int i = 0; i < 2; i++) {
      var exception = assertThrows(IllegalStateException.class, () -> f.call("again"));
      assertEquals(
          "the store was lost when a call in it failed (see the cause); use a fresh store",
          exception.getMessage());
      assertSame(by, exception.getCause());
    }
  }

  private static int recurse(int depth) {
    return depth == Integer.MIN_VALUE ? 0 : 1 + recurse(depth + 1) % 7;
  }

  @Test
  void realStackOverflowsOfHostFunctions() {
    for (int i = 0; i < 5; i++) {
      try (var guest = new EchoGuest("string", call -> "x" + recurse(0))) {
        var exception = assertThrows(HostFunctionException.class, () -> guest.call("text"));
        assertInstanceOf(StackOverflowError.class, exception.getCause());
      }
      HealthyJvm.assertCallsWork();
    }
  }

  @Test
  void realOutOfMemoryErrorsOfHostFunctions() {
    try (var guest = new EchoGuest("string", call -> "x" + new long[Integer.MAX_VALUE].length)) {
      var exception = assertThrows(HostFunctionException.class, () -> guest.call("text"));
      assertInstanceOf(OutOfMemoryError.class, exception.getCause());
    }
  }

  @Test
  void exceptionsThatTheHostFunctionCatchesItselfAreNothingToTheGuest() {
    try (var guest =
        new EchoGuest(
            "string",
            call -> {
              try {
                return "x" + recurse(0);
              } catch (StackOverflowError e) {
                return "caught";
              }
            })) {
      for (int i = 0; i < 5; i++) {
        assertEquals("caught", guest.call("text"));
      }
    }
  }

  @Test
  void aResultWhereThereIsNoneIsRefused() {
    try (var guest = new EchoGuest(List.of("u8"), null, "utf8", call -> "surplus")) {
      var exception = assertThrows(HostFunctionException.class, () -> guest.call(1));
      assertEquals(
          "the host function h has no result and must return null, got java.lang.String",
          assertNotNullCause(exception).getMessage());
    }
  }

  @Test
  void noResultWhereThereIsOneIsRefused() {
    try (var guest = new EchoGuest("u8", call -> null)) {
      var exception = assertThrows(HostFunctionException.class, () -> guest.call(1));
      assertEquals(
          "the result of the host function h: expected u8 (Integer), got null",
          assertNotNullCause(exception).getMessage());
    }
  }

  private static Throwable assertNotNullCause(RuntimeException exception) {
    Throwable cause = exception.getCause();
    assertNotNull(cause);
    return cause;
  }

  /** The exception passes through the code of the guest's start function. */
  @Test
  void failuresDuringInstantiationNameTheComponent() {
    String text =
        """
        (component
          (import "h" (func $h))
          (core func $lowered (canon lower (func $h)))
          (core module $m
            (import "h" "h" (func $h))
            (func $begin (call $h))
            (start $begin))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h)))))
        """;
    try (var component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      var thrown = new IOException("no");
      linker
          .root()
          .func(
              "h",
              call -> {
                throw thrown;
              });
      var exception =
          assertThrows(HostFunctionException.class, () -> linker.instantiate(store, component));
      assertSame(thrown, exception.getCause());
      assertEquals(
          "instantiating component: the host function h threw java.io.IOException: no",
          exception.getMessage().lines().findFirst().orElse(""));
      assertTrue(exception.getMessage().contains("in guest begin"), exception.getMessage());
      assertThrows(IllegalStateException.class, () -> linker.instantiate(store, component));
    }
  }

  /** A trap after a failure that was answered is a trap, without a cause of its own. */
  @Test
  void anEarlierFailureIsNotTheCauseOfALaterTrap() {
    String text =
        """
        (component
          (core module $m (func (export "f") unreachable))
          (core instance $m (instantiate $m))
          (func (export "f") (canon lift (core func $m "f"))))
        """;
    try (var guest =
            new EchoGuest(
                "string",
                call -> {
                  throw new IOException("earlier");
                });
        var component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      assertThrows(HostFunctionException.class, () -> guest.call("text"));
      Func f = new Linker(Guests.ENGINE).instantiate(store, component).func("f");
      var exception = assertThrows(TrapException.class, f::call);
      assertEquals(null, exception.getCause());
    }
  }
}
