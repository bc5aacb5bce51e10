package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.switchblade.Result;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each type in each place: argument, parameter and result of a host function, result. */
final class ValuesTest {

  private static final String ASTRAL = "a\u00e9\u20ac\ud83d\ude00\u0000z";

  private static Arguments values(String type, Object... values) {
    return arguments(type, List.of(values));
  }

  static Stream<Arguments> valuesOfEachType() {
    return Stream.of(
        values("bool", true, false),
        values("s8", Byte.MIN_VALUE, (byte) -1, (byte) 0, Byte.MAX_VALUE),
        values("u8", 0, 127, 128, 255),
        values("s16", Short.MIN_VALUE, (short) -1, (short) 0, Short.MAX_VALUE),
        values("u16", 0, 32767, 32768, 65535),
        values("s32", Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE),
        values("u32", 0, Integer.MAX_VALUE, Integer.MIN_VALUE, -1),
        values("s64", Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE),
        values("u64", 0L, Long.MAX_VALUE, Long.MIN_VALUE, -1L),
        values(
            "f32",
            0f,
            -0f,
            1.5f,
            Float.MIN_VALUE,
            Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN),
        values(
            "f64",
            0d,
            -0d,
            1.5d,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN),
        values("char", 0, (int) 'a', 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff),
        values(
            "string",
            "",
            "a",
            "ASCII text",
            "\u0000\u0000",
            ASTRAL,
            "\u00ff",
            "x".repeat(95) + "\u00e9",
            "x".repeat(96),
            "x".repeat(97),
            "x".repeat(100),
            "?".repeat(1_000),
            "\u20ac".repeat(1_000),
            ASTRAL.repeat(20_000),
            "y".repeat(100_000)),
        values("list<bool>", List.of(), List.of(true, false, true), EchoGuest.times(9_000, true)),
        values(
            "list<char>", List.of(), List.of(0x10ffff, 0, 0xd7ff), EchoGuest.times(9_000, 0x1f600)),
        values(
            "list<string>",
            List.of(),
            List.of(""),
            List.of("a", "", ASTRAL),
            EchoGuest.times(1_000, "thirty-two characters, no more. "),
            List.of("x".repeat(100_000), "", "\u00e9".repeat(50_000))),
        values(
            "list<list<u32>>",
            List.of(),
            List.of(new int[0]),
            List.of(new int[] {1, -1}, new int[0], new int[] {7}),
            List.of(new int[2047], new int[2048], new int[2049], new int[] {3}),
            EchoGuest.times(500, new int[] {1, 2, 3})),
        values("list<list<u8>>", List.of(new byte[8191], new byte[8192], new byte[0], new byte[1])),
        values("list<list<string>>", List.of(List.of("a", ASTRAL), List.of(), List.of(""))),
        values("list<list<list<u16>>>", List.of(List.of(new short[] {-1, 2}), List.of())),
        values("list<option<u8>>", List.of(Optional.of(255), Optional.empty(), Optional.of(0))),
        values("list<option<u64>>", List.of(Optional.of(-1L), Optional.empty(), Optional.of(0L))),
        values("list<option<string>>", List.of(Optional.of(ASTRAL), Optional.empty())),
        values(
            "list<option<list<f64>>>",
            List.of(Optional.of(new double[2_000]), Optional.empty(), Optional.of(new double[1]))),
        values("list<result>", List.of(Result.ok(null), Result.err(null))),
        values(
            "list<result<string, u64>>",
            List.of(Result.ok("fine"), Result.err(-1L), Result.ok("")),
            EchoGuest.times(3_000, Result.ok("fine"))),
        values("option<bool>", Optional.of(false), Optional.empty(), Optional.of(true)),
        values("option<s8>", Optional.of((byte) -1), Optional.empty()),
        values("option<f32>", Optional.of(-0f), Optional.empty()),
        values("option<f64>", Optional.of(1e300), Optional.empty()),
        values("option<char>", Optional.of(0x10ffff), Optional.empty()),
        values("option<string>", Optional.of(""), Optional.of(ASTRAL), Optional.empty()),
        values(
            "option<option<u32>>",
            Optional.empty(),
            Optional.of(Optional.empty()),
            Optional.of(Optional.of(-1))),
        values(
            "option<list<u8>>",
            Optional.of(new byte[] {1, 2}),
            Optional.of(new byte[100_000]),
            Optional.empty()),
        values("result", Result.ok(null), Result.err(null)),
        values("result<u8>", Result.ok(255), Result.err(null)),
        values("result<_, string>", Result.ok(null), Result.err(ASTRAL)),
        values("result<s8, u64>", Result.ok((byte) -128), Result.err(-1L)),
        values("result<f32, u32>", Result.ok(-1.5f), Result.err(-1)),
        values("result<f32, u64>", Result.ok(Float.MIN_VALUE), Result.err(Long.MIN_VALUE)),
        values("result<f64, u32>", Result.ok(-1.5d), Result.err(-1)),
        values("result<f32, f64>", Result.ok(2.5f), Result.err(-1e-300)),
        values("result<f64, string>", Result.ok(2.5d), Result.err("no"), Result.err("")),
        values("result<string, f32>", Result.ok("yes"), Result.err(0.25f)),
        values("result<string, string>", Result.ok("yes"), Result.err("no")),
        values(
            "result<list<u8>, string>",
            Result.ok(new byte[] {9}),
            Result.ok(new byte[20_000]),
            Result.err("no")),
        values(
            "result<list<string>, option<u64>>",
            Result.ok(List.of("a", "b")),
            Result.err(Optional.of(5L)),
            Result.err(Optional.empty())),
        values(
            "result<option<result<u8, string>>, list<f32>>",
            Result.ok(Optional.of(Result.err("deep"))),
            Result.ok(Optional.empty()),
            Result.err(new float[] {1f, Float.NaN})));
  }

  /** Numbers that Java has no type for are easier to write as larger ones. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, Integer.MAX_VALUE, 1L << 31, 0xffff_ffffL})
  void a32BitNumberWithoutSignIsAlsoTakenFromALong(long number) {
    try (var guest = new EchoGuest("u32", call -> Integer.toUnsignedLong(call.int32(0)))) {
      assertEquals((int) number, guest.call(number));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("valuesOfEachType")
  void crossUnchangedInBothDirections(String type, List<Object> values) {
    List<Object> seen = new ArrayList<>();
    try (var guest = new EchoGuest(type, EchoGuest.returningFirst(seen))) {
      assertEquals("func(p0: " + type + ") -> " + type, guest.f().type().toString());
      for (Object value : values) {
        Values.assertSame(value, guest.call(value), type + " as a result");
        Values.assertSame(value, seen.getLast(), type + " as a parameter of a host function");
      }
    }
  }

  /** The number types, with what an array of them is in Java. */
  static Stream<Arguments> numberTypes() {
    return Stream.of(
        arguments("s8", byte.class, 1),
        arguments("u8", byte.class, 1),
        arguments("s16", short.class, 2),
        arguments("u16", short.class, 2),
        arguments("s32", int.class, 4),
        arguments("u32", int.class, 4),
        arguments("s64", long.class, 8),
        arguments("u64", long.class, 8),
        arguments("f32", float.class, 4),
        arguments("f64", double.class, 8));
  }

  @ParameterizedTest(name = "list<{0}>")
  @MethodSource("numberTypes")
  void listsOfNumbersCrossInEverySizeAroundTheWayTheyTake(String element, Class<?> java, int size) {
    List<Object> seen = new ArrayList<>();
    try (var guest = new EchoGuest("list<" + element + ">", EchoGuest.returningFirst(seen))) {
      int direct = (8 << 10) / size;
      int[] lengths = {0, 1, 2, 7, 100, direct - 1, direct, direct + 1, (1 << 20) / size};
      for (int length : lengths) {
        Object array = random(java, length);
        Values.assertSame(array, guest.call(array), length + " elements as a result");
        Values.assertSame(array, seen.getLast(), length + " elements as a parameter");
        seen.clear();
      }
    }
  }

  private static Object random(Class<?> component, int length) {
    var random = new Random(length);
    Object array = Array.newInstance(component, length);
    for (int i = 0; i < length; i++) {
      switch (array) {
        case byte[] bytes -> bytes[i] = (byte) random.nextInt();
        case short[] shorts -> shorts[i] = (short) random.nextInt();
        case int[] ints -> ints[i] = random.nextInt();
        case long[] longs -> longs[i] = random.nextLong();
        case float[] floats -> floats[i] = random.nextFloat();
        default -> ((double[]) array)[i] = random.nextGaussian();
      }
    }
    return array;
  }

  @ParameterizedTest(name = "string-encoding={0}")
  @ValueSource(strings = {"utf8", "utf16", "latin1+utf16"})
  void stringsCrossInEveryEncodingThatAGuestCanHave(String encoding) {
    List<Object> seen = new ArrayList<>();
    List<String> types = List.of("list<string>");
    try (var guest =
        new EchoGuest(types, types.getFirst(), encoding, EchoGuest.returningFirst(seen))) {
      String[] texts = {
        "",
        "ASCII",
        "latin1 \u00e9\u00ff",
        "\u0000",
        "\u0100",
        ASTRAL,
        "\u00e9".repeat(3_000) + "\u20ac",
        "\ud83d\ude00".repeat(10_000),
        "z".repeat(100_000)
      };
      List<String> list = List.of(texts);
      Values.assertSame(list, guest.call(list), encoding);
      Values.assertSame(list, seen.getLast(), encoding);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"s8", "s16", "s32", "s64", "u8", "u16", "f64"})
  void narrowerJavaNumbersAreTaken(String type) {
    try (var guest = new EchoGuest(type, call -> call.argument(0))) {
      Object narrow =
          switch (type) {
            case "s64" -> 7;
            case "f64" -> 7f;
            default -> (byte) 7;
          };
      @Nullable Object result = guest.call(narrow);
      assertEquals(7, ((Number) Objects.requireNonNull(result)).intValue());
    }
  }
}
