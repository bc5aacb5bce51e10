package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.GuestException;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.Tuple;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a call leaves unwritten is zero, or refused: never what another store's calls passed, and
 * nothing of the process's.
 */
@Timeout(300)
final class BufferContentsTest {

  @TempDir Path folder;

  /** What was in the buffer before. */
  enum Before {
    /** A store is new: what it was made with must not be seen either. */
    NOTHING,
    A_CLOSED_STORE,
    A_LOST_STORE,
    A_STORE_OF_ANOTHER_THREAD,
    MANY_CLOSED_STORES,
    A_FORGOTTEN_STORE
  }

  private void assertSurvived(String trial, String... arguments) throws Exception {
    Trials.assertSurvived(folder, BufferContentsTest.class, trial, arguments);
  }

  @ParameterizedTest
  @EnumSource
  void aListThatIsAllocatedAndNotWrittenIsZero(Before before) throws Exception {
    assertSurvived("list", before.name());
  }

  @ParameterizedTest
  @EnumSource
  void parametersThatAreNotWrittenAreZero(Before before) throws Exception {
    assertSurvived("parameters", before.name());
  }

  @ParameterizedTest
  @EnumSource
  void aResultThatIsAllocatedAndNotWrittenIsZero(Before before) throws Exception {
    assertSurvived("resultList", before.name());
  }

  @ParameterizedTest
  @EnumSource
  void aResultThatIsNotWrittenIsZero(Before before) throws Exception {
    assertSurvived("result", before.name());
  }

  @ParameterizedTest
  @EnumSource
  void readersSeeNothingBehindTheirImage(Before before) throws Exception {
    assertSurvived("readers", before.name());
  }

  @ParameterizedTest
  @EnumSource
  void whatAStringLeavesBehindItIsNothing(Before before) throws Exception {
    assertSurvived("behindStrings", before.name());
  }

  @Test
  void threadsThatShareBuffersSeeNothingOfEachOther() throws Exception {
    assertSurvived("threads");
  }

  /** A little less than what is copied past the image, and than the smallest buffer. */
  private static final int SIZE = 8_000;

  private static final byte[] SECRET = new byte[SIZE];

  static {
    Arrays.fill(SECRET, (byte) 0x5a);
  }

  private static final Component ECHO =
      Guests.wat(EchoGuest.text(List.of("list<u8>"), "list<u8>", "utf8"));

  private static Store storeWithSecrets(boolean lost) {
    var store = new Store(Guests.ENGINE);
    var linker = new Linker(Guests.ENGINE);
    linker
        .root()
        .func(
            "h",
            call -> {
              if (lost) {
                throw new ArithmeticException("on purpose");
              }
              return call.argument(0);
            });
    Func f = linker.instantiate(store, ECHO).func("f");
    if (lost) {
      assertThrows(GuestException.class, () -> f.call((Object) SECRET));
    } else {
      assertArrayEquals(SECRET, (byte[]) f.call((Object) SECRET));
    }
    return store;
  }

  private static void prepare(String before) throws Exception {
    switch (Before.valueOf(before)) {
      case NOTHING -> {
        // As it is.
      }
      case A_CLOSED_STORE -> storeWithSecrets(false).close();
      case A_LOST_STORE -> storeWithSecrets(true).close();
      case A_STORE_OF_ANOTHER_THREAD -> {
        for (int i = 0; i < 70; i++) {
          Trials.elsewhere(
              () -> {
                storeWithSecrets(false).close();
                return null;
              });
        }
      }
      case MANY_CLOSED_STORES -> {
        List<Store> stores = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
          stores.add(storeWithSecrets(i % 2 == 0));
        }
        stores.forEach(Store::close);
      }
      case A_FORGOTTEN_STORE -> {
        for (int i = 0; i < 100; i++) {
          storeWithSecrets(false);
        }
        for (int i = 0; i < 20; i++) {
          System.gc();
          Thread.sleep(10);
        }
      }
    }
  }

  private static void assertZero(byte[] bytes) {
    assertArrayEquals(new byte[bytes.length], bytes);
  }

  static void list(String before) throws Exception {
    for (int i = 0; i < 10; i++) {
      prepare(before);
      try (var guest = new EchoGuest("list<u8>", host -> host.argument(0));
          Call call = guest.f().begin()) {
        long at = call.arguments().allocate(SIZE, 1);
        call.arguments().putInt(0, (int) at);
        call.arguments().putInt(4, SIZE);
        call.invoke();
        assertZero(call.result().getBytes(0));
      }
    }
    HealthyJvm.assertCallsWork();
  }

  private static final String NUMBERS =
      "tuple<" + String.join(", ", Collections.nCopies(16, "u64")) + ">";

  private static final String MANY_NUMBERS =
      "tuple<" + String.join(", ", Collections.nCopies(16, NUMBERS)) + ">";

  private static void assertZeros(@Nullable Object numbers) {
    for (Object inner : ((Tuple) Objects.requireNonNull(numbers)).toList()) {
      for (Object number : ((Tuple) Objects.requireNonNull(inner)).toList()) {
        assertEquals(0L, number);
      }
    }
  }

  static void parameters(String before) throws Exception {
    for (int i = 0; i < 10; i++) {
      prepare(before);
      try (var guest =
              new EchoGuest(
                  MANY_NUMBERS,
                  host -> {
                    assertZeros(host.argument(0));
                    return host.argument(0);
                  });
          Call call = guest.f().begin()) {
        call.invoke();
        for (int at = 0; at < 16 * 16 * 8; at += 8) {
          assertEquals(0L, call.result().getLong(at));
        }
      }
    }
    HealthyJvm.assertCallsWork();
  }

  static void resultList(String before) throws Exception {
    for (int i = 0; i < 10; i++) {
      prepare(before);
      try (var guest =
          new EchoGuest(
              List.of(),
              "list<u8>",
              "utf8",
              (arguments, result) -> {
                long at = result.allocate(SIZE, 1);
                result.putInt(0, (int) at);
                result.putInt(4, SIZE);
              })) {
        assertZero((byte[]) Objects.requireNonNull(guest.call()));
      }
    }
    HealthyJvm.assertCallsWork();
  }

  static void result(String before) throws Exception {
    for (int i = 0; i < 10; i++) {
      prepare(before);
      try (var guest = new EchoGuest(List.of(), MANY_NUMBERS, "utf8", (arguments, result) -> {})) {
        assertZeros(guest.call());
      }
    }
    HealthyJvm.assertCallsWork();
  }

  private static void assertNothingBehind(ImageReader image, int length) {
    for (int at = length; at < SIZE; at++) {
      assertEquals(0, image.getByte(at), "at " + at);
    }
  }

  static void readers(String before) throws Exception {
    for (int i = 0; i < 10; i++) {
      prepare(before);
      try (Component component = Guests.wat(EchoGuest.text(List.of("u32"), "u32", "utf8"));
          var store = new Store(Guests.ENGINE)) {
        var linker = new Linker(Guests.ENGINE);
        linker
            .root()
            .funcOverImages(
                "h",
                (arguments, result) -> {
                  assertNothingBehind(arguments, 4);
                  result.putInt(0, arguments.getInt(0));
                });
        Func f = linker.instantiate(store, component).func("f");
        try (Call call = f.begin()) {
          call.arguments().putInt(0, 7);
          call.invoke();
          assertEquals(7, call.result().getInt(0));
          // The host function's result was behind its arguments.
          assertNothingBehind(call.result(), 16);
        }
      }
    }
    HealthyJvm.assertCallsWork();
  }

  /** Writing text needs more room than the text has. */
  static void behindStrings(String before) throws Exception {
    for (int i = 0; i < 10; i++) {
      prepare(before);
      try (var guest =
              new EchoGuest(
                  List.of("string", "list<u8>"), "list<u8>", "utf8", host -> host.argument(1));
          Call call = guest.f().begin()) {
        call.arguments().putString(0, "text\u00e4");
        call.arguments().putString(0, "text");
        call.arguments().putString(0, "x".repeat(500));
        long at = call.arguments().allocate(4_000, 1);
        call.arguments().putInt(8, (int) at);
        call.arguments().putInt(12, 4_000);
        call.invoke();
        for (byte b : call.result().getBytes(0)) {
          // What this call has written itself is nobody else's.
          if (b != 0 && b != 'x' && b != -1) {
            throw new AssertionError("0x" + Integer.toHexString(b));
          }
        }
      }
    }
    HealthyJvm.assertCallsWork();
  }

  static void threads() throws Exception {
    List<FutureTask<@Nullable Void>> tasks = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      boolean secretive = thread % 2 == 0;
      tasks.add(
          Trials.background(
              () -> {
                for (int i = 0; i < 500; i++) {
                  if (secretive) {
                    storeWithSecrets(i % 3 == 0).close();
                    continue;
                  }
                  try (var guest = new EchoGuest("list<u8>", host -> host.argument(0));
                      Call call = guest.f().begin()) {
                    long at = call.arguments().allocate(SIZE, 1);
                    call.arguments().putInt(0, (int) at);
                    call.arguments().putInt(4, SIZE);
                    call.invoke();
                    assertZero(call.result().getBytes(0));
                  }
                }
                return null;
              }));
    }
    for (var task : tasks) {
      task.get();
    }
    HealthyJvm.assertCallsWork();
  }
}
