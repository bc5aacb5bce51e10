package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchblade.HostFunction;
import dev.switchblade.HostFunctionException;
import dev.switchblade.Result;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments of the wrong number, type or range: refused with a path, and the store goes on. */
final class WrongArgumentsTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  private static Arguments wrong(String type, @Nullable Object value, String message) {
    return Arguments.of(type, value, message);
  }

  static Stream<Arguments> wrongValues() {
    List<@Nullable Object> withNull = new ArrayList<>(List.of("a"));
    withNull.add(null);
    return Stream.of(
        wrong("bool", null, "f(p0): expected bool (Boolean), got null"),
        wrong("bool", 1, "f(p0): expected bool (Boolean), got 1 of type java.lang.Integer"),
        wrong("s8", 128, "f(p0): expected s8 (-128..127), got 128"),
        wrong("s8", -129, "f(p0): expected s8 (-128..127), got -129"),
        wrong("u8", 256, "f(p0): expected u8 (0..255), got 256"),
        wrong("u8", -1, "f(p0): expected u8 (0..255), got -1"),
        wrong("u8", (byte) -1, "f(p0): expected u8 (0..255), got -1"),
        wrong("u8", 1L, "f(p0): expected u8 (Integer), got 1 of type java.lang.Long"),
        wrong("s16", 32_768, "f(p0): expected s16 (-32768..32767), got 32768"),
        wrong("u16", 65_536, "f(p0): expected u16 (0..65535), got 65536"),
        wrong("u16", null, "f(p0): expected u16 (Integer), got null"),
        wrong("s32", 1L, "f(p0): expected s32 (Integer), got 1 of type java.lang.Long"),
        wrong(
            "u32",
            (short) 1,
            "f(p0): expected u32 (Integer or Long), got 1 of type java.lang.Short"),
        wrong("u32", -1L, "f(p0): expected u32 (0..4294967295), got -1"),
        wrong("u32", 1L << 32, "f(p0): expected u32 (0..4294967295), got 4294967296"),
        wrong("s64", "1", "f(p0): expected s64 (Long), got java.lang.String"),
        wrong("u64", 1, "f(p0): expected u64 (Long), got 1 of type java.lang.Integer"),
        wrong("f32", 1d, "f(p0): expected f32 (Float), got 1.0 of type java.lang.Double"),
        wrong("f64", 1, "f(p0): expected f64 (Double), got 1 of type java.lang.Integer"),
        wrong("char", 0xd800, "f(p0): expected char (a Unicode scalar value), got 0xd800"),
        wrong("char", '\udfff', "f(p0): expected char (a Unicode scalar value), got 0xdfff"),
        wrong("char", 0x110000, "f(p0): expected char (a Unicode scalar value), got 0x110000"),
        wrong("char", -1, "f(p0): expected char (a Unicode scalar value), got 0xffffffff"),
        wrong(
            "char",
            "a",
            "f(p0): expected char (Integer, a code point, or Character), got java.lang.String"),
        wrong("string", null, "f(p0): expected string (String), got null"),
        wrong("string", new byte[0], "f(p0): expected string (String), got byte[]"),
        wrong(
            "string",
            "ab\ud800",
            "f(p0): expected string, got one with an unpaired surrogate (0xd800 at index 2)"),
        wrong(
            "string",
            "\udc00",
            "f(p0): expected string, got one with an unpaired surrogate (0xdc00 at index 0)"),
        wrong(
            "string",
            "x".repeat(1_000) + "\ud83d\ude00\ud83d",
            "f(p0): expected string, got one with an unpaired surrogate (0xd83d at index 1002)"),
        wrong(
            "string",
            "?".repeat(50) + "\ud800\ud800\udc00?",
            "f(p0): expected string, got one with an unpaired surrogate (0xd800 at index 50)"),
        wrong(
            "list<u8>",
            new int[0],
            "f(p0): expected list<u8> (byte[] or MemorySegment), got int[]"),
        wrong("list<u8>", null, "f(p0): expected list<u8> (byte[] or MemorySegment), got null"),
        wrong(
            "list<u16>",
            new char[0],
            "f(p0): expected list<u16> (short[] or MemorySegment), got char[]"),
        wrong(
            "list<u32>",
            new byte[0],
            "f(p0): expected list<u32> (int[] or MemorySegment), got byte[]"),
        wrong(
            "list<s64>",
            new int[0],
            "f(p0): expected list<s64> (long[] or MemorySegment), got int[]"),
        wrong(
            "list<f32>",
            new double[0],
            "f(p0): expected list<f32> (float[] or MemorySegment), got double[]"),
        wrong(
            "list<f64>",
            List.of(1d),
            "f(p0): expected list<f64> (double[] or MemorySegment), got"
                + " java.util.ImmutableCollections$List12"),
        wrong(
            "list<string>",
            new String[0],
            "f(p0): expected list<string> (List), got java.lang.String[]"),
        wrong("list<string>", withNull, "f(p0)[1]: expected string (String), got null"),
        wrong(
            "list<bool>",
            Arrays.asList(true, false, "true"),
            "f(p0)[2]: expected bool (Boolean), got java.lang.String"),
        wrong(
            "list<list<u32>>",
            List.of(new int[1], new int[1], new long[1]),
            "f(p0)[2]: expected list<u32> (int[] or MemorySegment), got long[]"),
        wrong(
            "list<list<string>>",
            List.of(List.of("a"), List.of("b", "\ud800")),
            "f(p0)[1][1]: expected string, got one with an unpaired surrogate (0xd800 at index 0)"),
        wrong("option<u8>", null, "f(p0): expected option<u8> (Optional), got null"),
        wrong(
            "option<u8>",
            5,
            "f(p0): expected option<u8> (Optional), got 5 of type java.lang.Integer"),
        wrong("option<u8>", Optional.of(300), "f(p0).some: expected u8 (0..255), got 300"),
        wrong(
            "option<option<u8>>",
            Optional.of(Optional.of("5")),
            "f(p0).some.some: expected u8 (Integer), got java.lang.String"),
        wrong(
            "result<u8, string>",
            "ok",
            "f(p0): expected result<u8, string> (Result.Ok or Result.Err), got java.lang.String"),
        wrong("result<u8, string>", Result.ok(-1), "f(p0).ok: expected u8 (0..255), got -1"),
        wrong(
            "result<u8, string>",
            Result.err(1),
            "f(p0).err: expected string (String), got 1 of type java.lang.Integer"),
        wrong(
            "result<u8, string>",
            Result.err(null),
            "f(p0).err: expected string (String), got null"),
        wrong("result", Result.ok("x"), "f(p0).ok: expected nothing (null), got java.lang.String"),
        wrong(
            "result<_, u8>",
            Result.ok(5),
            "f(p0).ok: expected nothing (null), got 5 of type" + " java.lang.Integer"),
        wrong(
            "list<option<result<list<char>, u8>>>",
            List.of(Optional.empty(), Optional.of(Result.ok(List.of(1, 2, 0xdc00)))),
            "f(p0)[1].some.ok[2]: expected char (a Unicode scalar value), got 0xdc00"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("wrongValues")
  void wrongValuesAreRefusedWithThePathToThem(String type, @Nullable Object value, String message) {
    List<Object> seen = new ArrayList<>();
    HostFunction recording =
        call -> {
          seen.add(call.argument(0));
          return null;
        };
    try (var guest = new EchoGuest(List.of(type), null, "utf8", recording)) {
      var exception =
          assertThrows(
              IllegalArgumentException.class, () -> guest.f().call(new @Nullable Object[] {value}));
      assertEquals(message, exception.getMessage());
      assertEquals(0, seen.size());
      // The store goes on.
      exception =
          assertThrows(
              IllegalArgumentException.class, () -> guest.f().call(new @Nullable Object[] {value}));
      assertEquals(message, exception.getMessage());
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("wrongValues")
  void wrongResultsOfHostFunctionsAreRefusedLikewise(
      String type, @Nullable Object value, String message) {
    try (var guest = new EchoGuest(List.of(), type, "utf8", call -> value)) {
      var exception = assertThrows(HostFunctionException.class, () -> guest.f().call());
      var cause = exception.getCause();
      String expected = message.replace("f(p0)", "the result of the host function h");
      assertTrue(cause instanceof IllegalArgumentException, String.valueOf(cause));
      assertEquals(expected, cause.getMessage());
      assertTrue(exception.getMessage().contains(expected), exception.getMessage());
    }
  }

  @Test
  void theNumberOfArgumentsIsChecked() {
    try (var guest = new EchoGuest(List.of("u8", "string"), null, "utf8", call -> null)) {
      for (Object[] arguments : new Object[][] {{}, {1}, {1, "a", 2}, new Object[1000]}) {
        var exception =
            assertThrows(IllegalArgumentException.class, () -> guest.f().call(arguments));
        assertEquals(
            "f takes 2 arguments, got " + arguments.length + ": func(p0: u8, p1: string)",
            exception.getMessage());
      }
      var exception =
          assertThrows(IllegalArgumentException.class, () -> guest.f().call((Object[]) null));
      assertEquals(
          "f takes 2 arguments, got null: func(p0: u8, p1: string)", exception.getMessage());
      guest.call(1, "a");
    }
    try (var guest = new EchoGuest(List.of(), null, "utf8", call -> null)) {
      var exception = assertThrows(IllegalArgumentException.class, () -> guest.call(1));
      assertEquals("f takes 0 arguments, got 1: func()", exception.getMessage());
    }
    try (var guest = new EchoGuest(List.of("u8"), null, "utf8", call -> null)) {
      var exception = assertThrows(IllegalArgumentException.class, guest::call);
      assertEquals("f takes 1 argument, got 0: func(p0: u8)", exception.getMessage());
    }
  }

  @Test
  void thePathNamesTheParameter() {
    try (var guest =
        new EchoGuest(List.of("u8", "list<string>", "option<char>"), null, "utf8", call -> null)) {
      var exception =
          assertThrows(
              IllegalArgumentException.class,
              () -> guest.call(1, List.of("a", "b"), Optional.of(-5)));
      assertEquals(
          "f(p2).some: expected char (a Unicode scalar value), got 0xfffffffb",
          exception.getMessage());
    }
  }

  @Test
  void valuesThatThrowWhileTheyAreReadLeaveTheStoreUsable() {
    List<String> broken =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            throw new UnsupportedOperationException("not today");
          }

          @Override
          public int size() {
            return 3;
          }
        };
    try (var guest = new EchoGuest("list<string>", call -> call.argument(0))) {
      var exception = assertThrows(UnsupportedOperationException.class, () -> guest.call(broken));
      assertEquals("not today", exception.getMessage());
      assertEquals(List.of("a"), guest.call(List.of("a")));
    }
  }

  @Test
  void valuesThatAreTooLargeForAnImageAreRefused() {
    try (var guest = new EchoGuest("string", call -> call.argument(0))) {
      try (var call = guest.f().begin()) {
        for (long size : new long[] {1L << 31, 1L << 40, Long.MAX_VALUE / 2}) {
          var exception =
              assertThrows(
                  IllegalArgumentException.class, () -> call.arguments().allocate(size, 8));
          assertTrue(exception.getMessage().contains("at most 2147483648"), exception.getMessage());
        }
      }
      assertEquals("the store goes on", guest.call("the store goes on"));
    }
  }
}
