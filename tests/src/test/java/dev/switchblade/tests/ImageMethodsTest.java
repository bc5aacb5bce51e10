package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.Tuple2;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Contents;
import dev.switchblade.abi.ImageFunction;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageReader.ElementReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.abi.ImageWriter.ElementWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link ImageWriter} puts, {@link ImageReader} gets, on the other side of a guest. */
final class ImageMethodsTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  /**
   * How values of a type are written and read.
   *
   * @param values what goes there and back
   */
  record Pair<T>(String type, ElementWriter<T> put, ElementReader<T> get, List<T> values) {

    /** From Java to the guest, to a host function, back to the guest and back to Java. */
    void roundTrip() {
      List<T> seen = new ArrayList<>();
      ImageFunction host =
          (arguments, result) -> {
            T value = get.read(arguments, 0);
            seen.add(value);
            put.write(result, 0, value);
          };
      try (var guest = new EchoGuest(List.of(type), type, "utf8", host)) {
        for (T value : values) {
          try (Call call = guest.f().begin()) {
            put.write(call.arguments(), 0, value);
            call.invoke();
            assertSame(value, get.read(call.result(), 0));
          }
          assertSame(value, seen.removeLast());
        }
      }
    }

    /** The host function takes and returns objects. */
    void meetsObjects() {
      try (var guest = new EchoGuest(type, call -> call.argument(0))) {
        for (T value : values) {
          try (Call call = guest.f().begin()) {
            put.write(call.arguments(), 0, value);
            call.invoke();
            assertSame(value, get.read(call.result(), 0));
          }
        }
      }
    }

    private void assertSame(T expected, T actual) {
      assertEquals(Contents.text(expected), Contents.text(actual), type);
      assertEquals(true, Contents.equal(expected, actual), type);
    }

    @Override
    public String toString() {
      return type;
    }
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static <T> Pair<T> pair(
      String type, ElementWriter<T> put, ElementReader<T> get, T... values) {
    return new Pair<>(type, put, get, List.of(values));
  }

  private enum Permission {
    READ,
    WRITE,
    ADMIN
  }

  /** With more labels than a byte has bits. */
  private enum Month {
    L0,
    L1,
    L2,
    L3,
    L4,
    L5,
    L6,
    L7,
    L8
  }

  /** With as many labels as a word has bits. */
  private enum Bit {
    L0,
    L1,
    L2,
    L3,
    L4,
    L5,
    L6,
    L7,
    L8,
    L9,
    L10,
    L11,
    L12,
    L13,
    L14,
    L15,
    L16,
    L17,
    L18,
    L19,
    L20,
    L21,
    L22,
    L23,
    L24,
    L25,
    L26,
    L27,
    L28,
    L29,
    L30,
    L31
  }

  private static String labels(int count) {
    return String.join(", ", IntStream.range(0, count).mapToObj(i -> "l" + i).toList());
  }

  private static Stream<Pair<?>> scalars() {
    return Stream.of(
        pair("bool", ImageWriter::putBool, ImageReader::getBool, true, false),
        pair(
            "s8",
            ImageWriter::putByte,
            ImageReader::getByte,
            Byte.MIN_VALUE,
            (byte) -1,
            (byte) 0,
            Byte.MAX_VALUE),
        pair("u8", ImageWriter::putU8, ImageReader::getU8, 0, 1, 127, 128, 255),
        pair(
            "s16",
            ImageWriter::putShort,
            ImageReader::getShort,
            Short.MIN_VALUE,
            (short) -1,
            Short.MAX_VALUE),
        pair("u16", ImageWriter::putU16, ImageReader::getU16, 0, 32_767, 32_768, 65_535),
        pair("u32", ImageWriter::putInt, ImageReader::getInt, 0, -1, Integer.MIN_VALUE),
        pair("s64", ImageWriter::putLong, ImageReader::getLong, 0L, -1L, Long.MIN_VALUE),
        pair("f32", ImageWriter::putFloat, ImageReader::getFloat, 0f, -0f, 0.1f, Float.MIN_VALUE),
        pair("f64", ImageWriter::putDouble, ImageReader::getDouble, 0d, -0d, 0.1, -1e300),
        pair(
            "char",
            ImageWriter::putChar,
            ImageReader::getInt,
            0,
            0x61,
            0xd7ff,
            0xe000,
            0x1f600,
            0x10ffff),
        pair(
            "string",
            ImageWriter::putString,
            ImageReader::getString,
            "",
            "?",
            "text",
            "gr\u00fc\u00dfe \ud83d\ude00",
            "x".repeat(5_000)));
  }

  private static Stream<Pair<?>> structures() {
    return Stream.of(
        ImageMethodsTest.<Optional<String>>pair(
            "option<string>",
            (image, at, value) -> image.putOption(at, value, 4, ImageWriter::putString),
            (image, at) -> image.getOption(at, 4, ImageReader::getString),
            Optional.empty(),
            Optional.of(""),
            Optional.of("text")),
        ImageMethodsTest.<Optional<Optional<Long>>>pair(
            "option<option<u64>>",
            (image, at, value) ->
                image.putOption(
                    at,
                    value,
                    8,
                    (some, of, inner) -> some.putOption(of, inner, 8, ImageWriter::putLong)),
            (image, at) ->
                image.getOption(at, 8, (some, of) -> some.getOption(of, 8, ImageReader::getLong)),
            Optional.empty(),
            Optional.of(Optional.empty()),
            Optional.of(Optional.of(-1L))),
        ImageMethodsTest.<Result<Long, String>>pair(
            "result<u64, string>",
            (image, at, value) ->
                image.putResult(at, value, 8, ImageWriter::putLong, ImageWriter::putString),
            (image, at) -> image.getResult(at, 8, ImageReader::getLong, ImageReader::getString),
            Result.ok(7L),
            Result.err("text")),
        ImageMethodsTest.<Result<Object, Integer>>pair(
            "result<_, u8>",
            (image, at, value) -> image.putResult(at, value, 1, null, ImageWriter::putU8),
            (image, at) -> image.getResult(at, 1, null, ImageReader::getU8),
            Result.ok(null),
            Result.err(200)),
        ImageMethodsTest.<Result<Integer, Object>>pair(
            "result<u8>",
            (image, at, value) -> image.putResult(at, value, 1, ImageWriter::putU8, null),
            (image, at) -> image.getResult(at, 1, ImageReader::getU8, null),
            Result.ok(200),
            Result.err(null)),
        ImageMethodsTest.<Result<Object, Object>>pair(
            "result",
            (image, at, value) -> image.putResult(at, value, 1, null, null),
            (image, at) -> image.getResult(at, 1, null, null),
            Result.ok(null),
            Result.err(null)),
        pair(
            "tuple<u8, string>",
            (image, at, value) -> {
              image.putU8(at, value.first());
              image.putString(at + 4, value.second());
            },
            (image, at) -> Tuple.of(image.getU8(at), image.getString(at + 4)),
            Tuple.of(1, "one"),
            Tuple.of(255, "")),
        pair(
            "enum { read, write, admin }",
            (image, at, value) -> image.putEnum(at, value, 1),
            (image, at) -> Permission.values()[image.getDiscriminant(at, 1)],
            Permission.values()),
        pair(
            "enum { " + labels(300) + " }",
            (image, at, value) -> image.putDiscriminant(at, value, 2),
            (image, at) -> image.getDiscriminant(at, 2),
            0,
            255,
            256,
            299),
        pair(
            "variant { none, number(u64), text(string) }",
            (image, at, value) -> {
              switch (value) {
                case Long number -> {
                  image.putDiscriminant(at, 1, 1);
                  image.putLong(at + 8, number);
                }
                case String text -> {
                  image.putDiscriminant(at, 2, 1);
                  image.putString(at + 8, text);
                }
                default -> image.putDiscriminant(at, 0, 1);
              }
            },
            (image, at) ->
                switch (image.getDiscriminant(at, 1)) {
                  case 1 -> image.getLong(at + 8);
                  case 2 -> image.getString(at + 8);
                  default -> false;
                },
            (Object) 5L,
            "five",
            false));
  }

  private static Stream<Pair<?>> flags() {
    return Stream.of(
        pair(
            "flags { read, write, admin }",
            (image, at, value) -> image.putFlags(at, value, 1),
            (image, at) -> image.getFlags(at, Permission.values(), 1),
            EnumSet.noneOf(Permission.class),
            EnumSet.of(Permission.ADMIN),
            EnumSet.of(Permission.READ, Permission.WRITE),
            EnumSet.allOf(Permission.class)),
        pair(
            "flags { " + labels(9) + " }",
            (image, at, value) -> image.putFlags(at, value, 2),
            (image, at) -> image.getFlags(at, Month.values(), 2),
            EnumSet.noneOf(Month.class),
            EnumSet.of(Month.L8),
            EnumSet.of(Month.L0, Month.L7),
            EnumSet.allOf(Month.class)),
        pair(
            "flags { " + labels(32) + " }",
            (image, at, value) -> image.putFlags(at, value, 4),
            (image, at) -> image.getFlags(at, Bit.values(), 4),
            EnumSet.noneOf(Bit.class),
            EnumSet.of(Bit.L31),
            EnumSet.of(Bit.L0, Bit.L16),
            EnumSet.allOf(Bit.class)));
  }

  private static Stream<Pair<?>> lists() {
    return Stream.of(
        pair(
            "list<u8>",
            ImageWriter::putBytes,
            ImageReader::getBytes,
            new byte[0],
            new byte[] {-1, 0, 1},
            new byte[20_000]),
        pair("list<u16>", ImageWriter::putShorts, ImageReader::getShorts, new short[] {-1, 2}),
        pair("list<u32>", ImageWriter::putInts, ImageReader::getInts, new int[] {-1, 2}),
        pair("list<u64>", ImageWriter::putLongs, ImageReader::getLongs, new long[] {-1, 2}),
        pair("list<f32>", ImageWriter::putFloats, ImageReader::getFloats, new float[] {-1, 0.5f}),
        pair("list<f64>", ImageWriter::putDoubles, ImageReader::getDoubles, new double[] {-1, 0.5}),
        ImageMethodsTest.<List<String>>pair(
            "list<string>",
            (image, at, value) -> image.putList(at, value, 8, 4, ImageWriter::putString),
            (image, at) -> image.getList(at, 8, ImageReader::getString),
            List.of(),
            List.of("", "a", "gr\u00fc\u00dfe"),
            EchoGuest.times(3_000, "many")),
        pair(
            "list<list<char>>",
            (image, at, value) ->
                image.putList(
                    at,
                    value,
                    8,
                    4,
                    (inner, of, list) -> inner.putList(of, list, 4, 4, ImageWriter::putChar)),
            (image, at) ->
                image.<List<Integer>>getList(
                    at, 8, (inner, of) -> inner.getList(of, 4, ImageReader::getInt)),
            List.of(List.of(1), List.<Integer>of(), List.of(2, 3))),
        pair(
            "list<char, 2>",
            (image, at, value) -> image.putFixedLengthList(at, value, 2, 4, ImageWriter::putChar),
            (image, at) -> image.<Integer>getFixedLengthList(at, 2, 4, ImageReader::getInt),
            List.of(0x61, 0x1f600)),
        pair(
            "list<list<string, 2>, 2>",
            (image, at, value) ->
                image.putFixedLengthList(
                    at,
                    value,
                    2,
                    16,
                    (inner, of, list) ->
                        inner.putFixedLengthList(of, list, 2, 8, ImageWriter::putString)),
            (image, at) ->
                image.<List<String>>getFixedLengthList(
                    at,
                    2,
                    16,
                    (inner, of) -> inner.getFixedLengthList(of, 2, 8, ImageReader::getString)),
            List.of(List.of("a", "b"), List.of("c", ""))),
        pair(
            "list<u8, 3>",
            (image, at, value) -> image.putFixedLengthBytes(at, value, 3),
            (image, at) -> image.getFixedLengthBytes(at, 3),
            new byte[] {-1, 0, 1}),
        pair(
            "list<s16, 3>",
            (image, at, value) -> image.putFixedLengthShorts(at, value, 3),
            (image, at) -> image.getFixedLengthShorts(at, 3),
            new short[] {-1, 0, 1}),
        pair(
            "list<u32, 3>",
            (image, at, value) -> image.putFixedLengthInts(at, value, 3),
            (image, at) -> image.getFixedLengthInts(at, 3),
            new int[] {-1, 0, 1}),
        pair(
            "list<s64, 3>",
            (image, at, value) -> image.putFixedLengthLongs(at, value, 3),
            (image, at) -> image.getFixedLengthLongs(at, 3),
            new long[] {-1, 0, 1}),
        pair(
            "list<f32, 2>",
            (image, at, value) -> image.putFixedLengthFloats(at, value, 2),
            (image, at) -> image.getFixedLengthFloats(at, 2),
            new float[] {-1, 0.5f}),
        pair(
            "list<f64, 2>",
            (image, at, value) -> image.putFixedLengthDoubles(at, value, 2),
            (image, at) -> image.getFixedLengthDoubles(at, 2),
            new double[] {-1, 0.5}),
        ImageMethodsTest.<Map<String, Integer>>pair(
            "map<string, u16>",
            (image, at, value) ->
                image.putMap(at, value, 12, 4, 8, ImageWriter::putString, ImageWriter::putU16),
            (image, at) -> image.getMap(at, 12, 8, ImageReader::getString, ImageReader::getU16),
            Map.of(),
            Map.of("a", 65_535),
            ordered(300)),
        pair(
            "map<u8, list<u32>>",
            (image, at, value) ->
                image.putMap(at, value, 12, 4, 4, ImageWriter::putU8, ImageWriter::putInts),
            (image, at) ->
                image.<Integer, int[]>getMap(at, 12, 4, ImageReader::getU8, ImageReader::getInts),
            Map.of(200, new int[] {1, -1})));
  }

  private static Map<String, Integer> ordered(int count) {
    Map<String, Integer> map = new LinkedHashMap<>();
    for (int i = count; i > 0; i--) {
      map.put("key " + i, i);
    }
    return map;
  }

  static Stream<Pair<?>> pairs() {
    return Stream.of(scalars(), structures(), flags(), lists()).flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void whatIsPutIsGot(Pair<?> pair) {
    pair.roundTrip();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void whatIsPutIsWhatObjectsMean(Pair<?> pair) {
    pair.meetsObjects();
  }

  @Test
  void mapsKeepTheirOrder() {
    try (var guest = new EchoGuest("map<string, u16>", call -> call.argument(0));
        Call call = guest.f().begin()) {
      call.arguments()
          .putMap(0, ordered(50), 12, 4, 8, ImageWriter::putString, ImageWriter::putU16);
      call.invoke();
      Map<String, Integer> result =
          call.result().getMap(0, 12, 8, ImageReader::getString, ImageReader::getU16);
      assertEquals(List.copyOf(ordered(50).keySet()), List.copyOf(result.keySet()));
      assertThrows(UnsupportedOperationException.class, () -> result.put("more", 1));
    }
  }

  /** A map is a list of entries on its way: the last one of a key counts. */
  @Test
  void theLastEntryOfAKeyCounts() {
    try (var guest = new EchoGuest(List.of("map<string, u16>"), "map<string, u16>", "utf8", HOST);
        Call call = guest.f().begin()) {
      call.arguments()
          .putList(
              0,
              List.of(1, 2),
              12,
              4,
              (image, at, value) -> {
                image.putString(at, "key");
                image.putU16(at + 8, value);
              });
      call.invoke();
      assertEquals(
          Map.of("key", 2),
          call.result().getMap(0, 12, 8, ImageReader::getString, ImageReader::getU16));
    }
  }

  /** Passes a list of entries on as one. */
  private static final ImageFunction HOST =
      (arguments, result) -> {
        List<Tuple2<String, Integer>> entries =
            arguments.getList(
                0, 12, (image, at) -> Tuple.of(image.getString(at), image.getU16(at + 8)));
        result.putList(
            0,
            entries,
            12,
            4,
            (image, at, entry) -> {
              image.putString(at, entry.first());
              image.putU16(at + 8, entry.second());
            });
      };

  @Test
  void listsThatComeOutAreUnmodifiable() {
    try (var guest = new EchoGuest("tuple<list<string>, list<string, 1>>", c -> c.argument(0));
        Call call = guest.f().begin()) {
      call.arguments().putList(0, List.of("a"), 8, 4, ImageWriter::putString);
      call.arguments().putFixedLengthList(8, List.of("b"), 1, 8, ImageWriter::putString);
      call.invoke();
      List<String> list = call.result().getList(0, 8, ImageReader::getString);
      assertThrows(UnsupportedOperationException.class, () -> list.set(0, "c"));
      List<String> fixed = call.result().getFixedLengthList(8, 1, 8, ImageReader::getString);
      assertThrows(UnsupportedOperationException.class, () -> fixed.set(0, "c"));
      assertEquals(List.of("a", "b"), List.of(list.getFirst(), fixed.getFirst()));
    }
  }

  /** Generated code asks for them, for the handles that it reads. */
  @Test
  void exportsAreThoseOfCallsThatExportsMade() {
    try (var guest = new EchoGuest("u32", call -> call.argument(0));
        Call call = guest.f().begin()) {
      call.arguments().putInt(0, 1);
      call.invoke();
      var exception = assertThrows(IllegalStateException.class, () -> call.result().exports());
      assertEquals("f was not looked up by Exports", exception.getMessage());
    }
    List<String> messages = new ArrayList<>();
    ImageFunction host =
        (arguments, result) ->
            messages.add(
                assertThrows(IllegalStateException.class, arguments::exports).getMessage());
    try (var guest = new EchoGuest(List.of("u32"), null, "utf8", host)) {
      guest.call(1);
    }
    assertEquals(List.of("in a host function there are no exports to call"), messages);
  }
}
