package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.Limits;
import dev.switchblade.Linker;
import dev.switchblade.Store;
import dev.switchblade.abi.ImageWriter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that outgrow a store's first buffer of 8 KiB, in each direction and in turns. */
final class LargeImagesTest {

  private static final int FIRST_BUFFER = 8 << 10;

  @ParameterizedTest
  @ValueSource(ints = {-17, -16, -15, -9, -8, -7, -1, 0, 1, 7, 8, 9, 5_000, 100_000, 100_001})
  void stringsAroundTheSizeOfTheBufferCross(int more) {
    List<Object> seen = new ArrayList<>();
    try (var guest = new EchoGuest("string", EchoGuest.returningFirst(seen))) {
      String text = "x".repeat(FIRST_BUFFER + more);
      // The second call finds a buffer of the size that the first one left.
      for (int i = 0; i < 3; i++) {
        assertEquals(text, guest.call(text));
        assertEquals(text, seen.removeLast());
        assertEquals("small", guest.call("small"));
      }
    }
  }

  @Test
  void eachSizeOfArgumentsWorksInABufferOfEachSize() {
    try (var guest = new EchoGuest("string", call -> call.string(0))) {
      for (int size = 20_000; size < 20_020; size++) {
        String text = "y".repeat(size);
        assertEquals(text, guest.call(text));
      }
    }
  }

  @Test
  void aSmallArgumentCanHaveALargeResultAndTheOtherWayRound() {
    String large = "z".repeat(1_000_000);
    try (var guest =
        new EchoGuest("string", call -> call.string(0).length() > 10 ? "short" : large)) {
      assertEquals(large, guest.call("a"));
      assertEquals("short", guest.call(large));
      assertEquals(large, guest.call("b"));
    }
  }

  @Test
  void manySmallValuesMakeALargeImage() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      words.add("word " + i);
    }
    List<Object> seen = new ArrayList<>();
    try (var guest = new EchoGuest("list<string>", EchoGuest.returningFirst(seen))) {
      assertEquals(words, guest.call(words));
      assertEquals(List.of(words), seen);
    }
  }

  @Test
  void argumentsOfAHostFunctionCanBeReadWhileItsResultIsWritten() {
    Component component =
        Guests.wat(EchoGuest.text(List.of("string", "list<string>"), "list<string>", "utf8"));
    try (component;
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .funcOverImages(
              "h",
              (arguments, result) -> {
                String first = arguments.getString(0);
                List<String> words = arguments.getList(8, 8, (image, at) -> image.getString(at));
                List<String> reply = new ArrayList<>();
                for (int i = 0; i < 3_000; i++) {
                  reply.add(first + i);
                }
                // Outgrows the buffer, in which the arguments are.
                result.putList(0, reply, 8, 4, ImageWriter::putString);
                if (!first.equals(arguments.getString(0))
                    || !words.equals(arguments.getList(8, 8, (image, at) -> image.getString(at)))) {
                  throw new AssertionError("the arguments have changed");
                }
              });
      Func f = linker.instantiate(store, component).func("f");
      for (String word : List.of("a", "b".repeat(5_000), "c")) {
        Object reply = f.call(word, List.of(word, "", word));
        List<?> list = (List<?>) Objects.requireNonNull(reply);
        assertEquals(3_000, list.size());
        assertEquals(word + "2999", list.getLast());
      }
    }
  }

  @Test
  void aGuestCanCallHostFunctionsInTurnsWithLargeAndSmallValues() {
    String text =
        """
        (component
          (import "h" (func $h (param "x" (list u8)) (param "y" string) (result (list u8))))
          %s
          (core func $lowered (canon lower (func $h) %s))
          (core module $m
            (import "libc" "memory" (memory 1))
            (import "h" "h" (func $h (param i32 i32 i32 i32 i32)))
            (func (export "f") (param $at i32) (param $length i32) (param $times i32) (result i32)
              (i32.store (i32.const 1024) (local.get $at))
              (i32.store (i32.const 1028) (local.get $length))
              (loop $again
                (call $h
                  (i32.load (i32.const 1024)) (i32.load (i32.const 1028))
                  (i32.load (i32.const 1024)) (i32.const 3)
                  (i32.const 1024))
                (local.set $times (i32.sub (local.get $times) (i32.const 1)))
                (br_if $again (local.get $times)))
              (i32.const 1024)))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h)) (with "libc" (instance $libc))))
          (func (export "f") (param "x" (list u8)) (param "times" u32) (result (list u8))
            (canon lift (core func $m "f") %s)))
        """
            .formatted(Guests.LIBC, Guests.WITH_LIBC, Guests.WITH_LIBC);
    List<Integer> lengths = new ArrayList<>();
    try (var component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .func(
              "h",
              call -> {
                byte[] bytes = call.bytes(0);
                assertEquals("abc", call.string(1));
                lengths.add(bytes.length);
                byte[] next = Arrays.copyOf(bytes, lengths.size() % 2 == 0 ? 5 : 9_000);
                // Read again, after more has been computed.
                assertArrayEquals(bytes, call.bytes(0));
                return next;
              });
      Func f = linker.instantiate(store, component).func("f");
      byte[] last = (byte[]) f.call("abcdefghij".getBytes(StandardCharsets.UTF_8), 5);
      assertEquals(List.of(10, 9_000, 5, 9_000, 5), lengths);
      assertEquals(9_000, Objects.requireNonNull(last).length);
      assertEquals("abcde", new String(last, 0, 5, StandardCharsets.UTF_8));
      assertEquals(0, last[5]);
    }
  }

  /** A guest may run for hours: what it has passed to host functions is garbage meanwhile. */
  @Test
  void largeListsThatAHostFunctionHasSeenAreNotKeptUntilTheGuestReturns() {
    String text =
        """
        (component
          (import "h" (func $h (param "x" (list u8)) (result bool)))
          %s
          (core func $lowered (canon lower (func $h) %s))
          (core module $m
            (import "h" "h" (func $h (param i32 i32) (result i32)))
            (func (export "f")
              (loop $again
                (br_if $again (call $h (i32.const 0) (i32.const 65536))))))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h))))
          (func (export "f") (canon lift (core func $m "f"))))
        """
            .formatted(Guests.LIBC, Guests.WITH_LIBC);
    List<WeakReference<byte[]>> seen = new ArrayList<>();
    boolean[] collected = new boolean[1];
    try (var component = Guests.wat(text);
        var store = new Store(Guests.ENGINE)) {
      var linker = new Linker(Guests.ENGINE);
      linker
          .root()
          .func(
              "h",
              call -> {
                seen.add(new WeakReference<>(call.bytes(0)));
                System.gc();
                collected[0] = seen.getFirst().refersTo(null);
                return !collected[0] && seen.size() < 20;
              });
      assertNull(linker.instantiate(store, component).func("f").call());
    }
    assertTrue(collected[0], "the first list is kept while the guest runs");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 100_000})
  void bytesCanComeFromAnyMemory(int size) {
    try (var guest = new EchoGuest("list<u8>", call -> call.bytes(0));
        Arena arena = Arena.ofConfined()) {
      MemorySegment segment = arena.allocate(size + 3L, 1).asSlice(3);
      for (int i = 0; i < size; i++) {
        segment.set(ValueLayout.JAVA_BYTE, i, (byte) i);
      }
      assertArrayEquals(
          segment.toArray(ValueLayout.JAVA_BYTE), (byte[]) guest.call((Object) segment));
      MemorySegment heap = MemorySegment.ofArray(new byte[size]).asReadOnly();
      assertArrayEquals(new byte[size], (byte[]) guest.call((Object) heap));
    }
  }

  @Test
  void aNumberIsTheResultAlsoWhereAHostFunctionGotALargeArgument() {
    String text =
        """
        (component
          (import "h" (func $h (param "x" string)))
          (core module $memory (memory (export "memory") 2))
          (core instance $memory (instantiate $memory))
          (core func $lowered (canon lower (func $h) (memory (core memory $memory "memory"))))
          (core module $m
            (import "h" "h" (func $h (param i32 i32)))
            (func (export "f") (result i32) (call $h (i32.const 0) (i32.const 100000)) (i32.const 42)))
          (core instance $h (export "h" (func $lowered)))
          (core instance $m (instantiate $m (with "h" (instance $h))))
          (func (export "f") (result u32) (canon lift (core func $m "f"))))
        """;
    var linker = new Linker(Guests.ENGINE);
    linker.root().func("h", call -> null);
    try (Component component = Guests.wat(text)) {
      // What is known of the result's type after the first call changes the way of the second.
      for (int i = 0; i < 3; i++) {
        try (var store = new Store(Guests.ENGINE)) {
          assertEquals(42, linker.instantiate(store, component).func("f").call());
        }
      }
    }
  }

  @Test
  void oneCallCanMove64MebibytesEachWay() {
    byte[] large = new byte[64 << 20];
    large[large.length - 1] = 7;
    Component component = Guests.wat(EchoGuest.text(List.of("list<u8>"), "list<u8>", "utf8"));
    try (component;
        var store = new Store(Guests.ENGINE, Limits.defaults().withCopiedBytes(1L << 30))) {
      var linker = new Linker(Guests.ENGINE);
      linker.root().func("h", call -> call.bytes(0));
      byte[] back = (byte[]) linker.instantiate(store, component).func("f").call((Object) large);
      assertArrayEquals(large, back);
    }
  }
}
