package dev.switchblade.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchblade.Component;
import dev.switchblade.Func;
import dev.switchblade.HostFunction;
import dev.switchblade.HostFunctionException;
import dev.switchblade.InvalidValueException;
import dev.switchblade.Linker;
import dev.switchblade.Result;
import dev.switchblade.Store;
import dev.switchblade.Tuple;
import dev.switchblade.TupleN;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.ImageFunction;
import dev.switchblade.abi.ImageWriter;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values that an image can't take are refused with the path that leads to them, as in calls with
 * Java objects.
 */
final class ImagePathsTest {

  @AfterEach
  void theJvmGoesOn() {
    HealthyJvm.assertCallsWork();
  }

  /**
   * A value that is not of its type.
   *
   * @param type the type
   * @param complaint the path to what is wrong, and what that is
   * @param write writes the value to an image, at offset 0
   * @param wrong the value, for {@link Func#call}
   * @param right a value of the type
   */
  record Wrong(
      String type, String complaint, Consumer<ImageWriter> write, Object wrong, Object right) {
    @Override
    public String toString() {
      return type + complaint;
    }
  }

  private static Wrong wrong(
      String type, String complaint, Consumer<ImageWriter> write, Object wrong, Object right) {
    return new Wrong(type, complaint, write, wrong, right);
  }

  private static final String U8 = ": expected u8 (0..255), got ";
  private static final String U16 = ": expected u16 (0..65535), got ";
  private static final String CHAR = ": expected char (a Unicode scalar value), got 0x";
  private static final String UNPAIRED =
      ": expected string, got one with an unpaired surrogate (0x";

  private static final TupleN NINE_AND_ONE = TupleN.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

  private static final String ORDER =
      "record { id: u64, items: list<record { sku: string, quantity: u16 }> }";

  private record Item(String sku, int quantity) {}

  private static void writeItems(ImageWriter image, long at, List<Item> items) {
    image.putList(
        at,
        items,
        12,
        4,
        (inner, of, item) -> {
          inner.putString(of, item.sku());
          inner.putU16(of + 8, item.quantity());
        });
  }

  private static void writeOrder(ImageWriter image, List<Item> items) {
    image.putLong(0, 7);
    writeItems(image, 8, items);
  }

  private static WitRecord order(List<Item> items) {
    List<WitRecord> records = new ArrayList<>();
    items.forEach(
        item -> records.add(WitRecord.of("sku", item.sku(), "quantity", item.quantity())));
    return WitRecord.of("id", 7L, "items", records);
  }

  private static List<Item> items(int... quantities) {
    List<Item> items = new ArrayList<>();
    for (int quantity : quantities) {
      items.add(new Item("sku-" + quantity, quantity));
    }
    return items;
  }

  private static <K, V> Map<K, V> ordered(K key, V value, K otherKey, V otherValue) {
    Map<K, V> map = new LinkedHashMap<>();
    map.put(key, value);
    map.put(otherKey, otherValue);
    return map;
  }

  private static Stream<Wrong> scalars() {
    return Stream.of(
        wrong("u8", U8 + "256", i -> i.putU8(0, 256), 256, 255),
        wrong("u8", U8 + "-1", i -> i.putU8(0, -1), -1, 0),
        wrong("u16", U16 + "65536", i -> i.putU16(0, 65_536), 65_536, 65_535),
        wrong("u16", U16 + "-1", i -> i.putU16(0, -1), -1, 0),
        wrong(
            "u16", U16 + "-2147483648", i -> i.putU16(0, Integer.MIN_VALUE), Integer.MIN_VALUE, 1),
        wrong("char", CHAR + "d800", i -> i.putChar(0, 0xd800), 0xd800, 0xd7ff),
        wrong("char", CHAR + "dfff", i -> i.putChar(0, 0xdfff), 0xdfff, 0xe000),
        wrong("char", CHAR + "110000", i -> i.putChar(0, 0x110000), 0x110000, 0x10ffff),
        wrong("char", CHAR + "ffffffff", i -> i.putChar(0, -1), -1, 0),
        wrong(
            "string", UNPAIRED + "d800 at index 0)", i -> i.putString(0, "\ud800"), "\ud800", "a"),
        wrong(
            "string",
            UNPAIRED + "dc00 at index 2)",
            i -> i.putString(0, "ab\udc00?"),
            "ab\udc00?",
            "ab?"),
        wrong(
            "string",
            UNPAIRED + "d83d at index 5002)",
            i -> i.putString(0, "x".repeat(5_000) + "\ud83d\ude00\ud83d"),
            "x".repeat(5_000) + "\ud83d\ude00\ud83d",
            "\ud83d\ude00"));
  }

  private static Stream<Wrong> structures() {
    return Stream.of(
        wrong(
            "record { a: u8, b: u16 }",
            ".b" + U16 + "70000",
            i -> {
              i.putU8(0, 1);
              i.putU16(2, 70_000);
            },
            WitRecord.of("a", 1, "b", 70_000),
            WitRecord.of("a", 1, "b", 2)),
        wrong(
            "record { first: record { second: record { third: char } } }",
            ".first.second.third" + CHAR + "d800",
            i -> i.putChar(0, 0xd800),
            WitRecord.of("first", WitRecord.of("second", WitRecord.of("third", 0xd800))),
            WitRecord.of("first", WitRecord.of("second", WitRecord.of("third", 0x20)))),
        wrong(
            ORDER,
            ".items[3].quantity" + U16 + "70000",
            i -> writeOrder(i, items(1, 2, 3, 70_000, 5)),
            order(items(1, 2, 3, 70_000, 5)),
            order(items(1, 2, 3))),
        wrong(
            ORDER,
            ".items[1].sku" + UNPAIRED + "dfff at index 1)",
            i -> writeOrder(i, List.of(new Item("a", 1), new Item("a\udfff", 2))),
            order(List.of(new Item("a", 1), new Item("a\udfff", 2))),
            order(List.of())),
        wrong(
            "tuple<u8, u16>",
            ".1" + U16 + "-5",
            i -> {
              i.putU8(0, 1);
              i.putU16(2, -5);
            },
            Tuple.of(1, -5),
            Tuple.of(1, 5)),
        wrong(
            "tuple<tuple<u8, char>, u8>",
            ".0.1" + CHAR + "d999",
            i -> {
              i.putU8(0, 1);
              i.putChar(4, 0xd999);
            },
            Tuple.of(Tuple.of(1, 0xd999), 1),
            Tuple.of(Tuple.of(1, 0x999), 1)),
        wrong(
            "tuple<u8, u8, u8, u8, u8, u8, u8, u8, u8>",
            ": expected a tuple of 9 elements, got one of 10",
            i -> i.requireLength(0, NINE_AND_ONE, 9),
            NINE_AND_ONE,
            TupleN.of(1, 2, 3, 4, 5, 6, 7, 8, 9)),
        wrong(
            "tuple<tuple<u8, u8, u8, u8, u8, u8, u8, u8, u8>, u8>",
            ".0: expected a tuple of 9 elements, got one of 10",
            i -> i.requireLength(0, NINE_AND_ONE, 9),
            Tuple.of(NINE_AND_ONE, 1),
            Tuple.of(TupleN.of(1, 2, 3, 4, 5, 6, 7, 8, 9), 1)),
        wrong(
            "variant { none, few(u8), many(list<char>) }",
            ".few" + U8 + "300",
            i -> {
              i.putDiscriminant(0, 1, 1);
              i.putU8(4, 300);
            },
            WitVariant.of("few", 300),
            WitVariant.of("none")),
        wrong(
            "variant { none, few(u8), many(list<char>) }",
            ".many[1]" + CHAR + "d800",
            i -> {
              i.putDiscriminant(0, 2, 1);
              i.putList(4, List.of(0x61, 0xd800), 4, 4, ImageWriter::putChar);
            },
            WitVariant.of("many", List.of(0x61, 0xd800)),
            WitVariant.of("many", List.of(0x61))),
        wrong(
            "option<char>",
            ".some" + CHAR + "d800",
            i -> i.putOption(0, Optional.of(0xd800), 4, ImageWriter::putChar),
            Optional.of(0xd800),
            Optional.empty()),
        wrong(
            "option<option<u16>>",
            ".some.some" + U16 + "65536",
            i ->
                i.putOption(
                    0,
                    Optional.of(Optional.of(65_536)),
                    2,
                    (image, at, value) -> image.putOption(at, value, 2, ImageWriter::putU16)),
            Optional.of(Optional.of(65_536)),
            Optional.of(Optional.empty())),
        wrong(
            "result<u16, char>",
            ".ok" + U16 + "65536",
            i ->
                i.putResult(
                    0,
                    Result.<Integer, Integer>ok(65_536),
                    4,
                    ImageWriter::putU16,
                    ImageWriter::putChar),
            Result.ok(65_536),
            Result.ok(65_535)),
        wrong(
            "result<u16, char>",
            ".err" + CHAR + "d800",
            i ->
                i.putResult(
                    0,
                    Result.<Integer, Integer>err(0xd800),
                    4,
                    ImageWriter::putU16,
                    ImageWriter::putChar),
            Result.err(0xd800),
            Result.err(0xd7ff)),
        wrong(
            "result<_, string>",
            ".err" + UNPAIRED + "dc00 at index 0)",
            i ->
                i.putResult(0, Result.<Void, String>err("\udc00"), 4, null, ImageWriter::putString),
            Result.err("\udc00"),
            Result.ok(null)));
  }

  private static Stream<Wrong> lists() {
    return Stream.of(
        wrong(
            "list<char>",
            "[4999]" + CHAR + "d800",
            i -> i.putList(0, chars(5_000, 0xd800), 4, 4, ImageWriter::putChar),
            chars(5_000, 0xd800),
            chars(5_000, 0x61)),
        wrong(
            "list<string>",
            "[0]" + UNPAIRED + "d800 at index 0)",
            i -> i.putList(0, List.of("\ud800", "a"), 8, 4, ImageWriter::putString),
            List.of("\ud800", "a"),
            List.of("a", "\ud800\udc00")),
        wrong(
            "list<list<char>>",
            "[3][1]" + CHAR + "d800",
            i ->
                i.putList(
                    0,
                    List.of(chars(2, 1), List.<Integer>of(), chars(1, 1), chars(2, 0xd800)),
                    8,
                    4,
                    (image, at, list) -> image.putList(at, list, 4, 4, ImageWriter::putChar)),
            List.of(chars(2, 1), List.of(), chars(1, 1), chars(2, 0xd800)),
            List.of(List.of(), chars(1, 1))),
        wrong(
            "list<list<list<string>>>",
            "[1][0][2]" + UNPAIRED + "d800 at index 0)",
            i ->
                i.putList(
                    0,
                    List.of(List.of(List.of("a")), List.of(List.of("b", "", "\ud800"))),
                    8,
                    4,
                    (image, at, list) ->
                        image.putList(
                            at,
                            list,
                            8,
                            4,
                            (inner, of, strings) ->
                                inner.putList(of, strings, 8, 4, ImageWriter::putString))),
            List.of(List.of(List.of("a")), List.of(List.of("b", "", "\ud800"))),
            List.of()),
        wrong(
            "list<option<result<record { a: u8, b: u16 }, string>>>",
            "[2].some.ok.b" + U16 + "65536",
            i ->
                i.putList(
                    0,
                    List.of(
                        Optional.<Result<Integer, String>>empty(),
                        Optional.of(Result.<Integer, String>err("no")),
                        Optional.of(Result.<Integer, String>ok(65_536))),
                    16,
                    4,
                    (image, at, option) ->
                        image.putOption(
                            at,
                            option,
                            4,
                            (some, of, result) ->
                                some.putResult(
                                    of,
                                    result,
                                    4,
                                    (ok, in, b) -> {
                                      ok.putU8(in, 1);
                                      ok.putU16(in + 2, b);
                                    },
                                    ImageWriter::putString))),
            List.of(
                Optional.empty(),
                Optional.of(Result.err("no")),
                Optional.of(Result.ok(WitRecord.of("a", 1, "b", 65_536)))),
            List.of(Optional.of(Result.ok(WitRecord.of("a", 1, "b", 65_535))))),
        wrong(
            "map<string, u8>",
            "[1].value" + U8 + "256",
            i ->
                i.putMap(
                    0,
                    ordered("a", 1, "b", 256),
                    12,
                    4,
                    8,
                    ImageWriter::putString,
                    ImageWriter::putU8),
            ordered("a", 1, "b", 256),
            Map.of("a", 1)),
        wrong(
            "map<string, u8>",
            "[1].key" + UNPAIRED + "d800 at index 1)",
            i ->
                i.putMap(
                    0,
                    ordered("a", 1, "b\ud800", 2),
                    12,
                    4,
                    8,
                    ImageWriter::putString,
                    ImageWriter::putU8),
            ordered("a", 1, "b\ud800", 2),
            Map.of()),
        wrong(
            "map<u8, map<char, string>>",
            "[0].value[1].key" + CHAR + "d800",
            i ->
                i.putMap(
                    0,
                    Map.of(1, ordered(0x61, "a", 0xd800, "b")),
                    12,
                    4,
                    4,
                    ImageWriter::putU8,
                    (image, at, map) ->
                        image.putMap(
                            at, map, 12, 4, 4, ImageWriter::putChar, ImageWriter::putString)),
            Map.of(1, ordered(0x61, "a", 0xd800, "b")),
            Map.of(1, Map.of(0x61, "a"))));
  }

  private static Stream<Wrong> fixedLengthLists() {
    return Stream.of(
        wrong(
            "list<char, 3>",
            "[2]" + CHAR + "d800",
            i -> i.putFixedLengthList(0, chars(3, 0xd800), 3, 4, ImageWriter::putChar),
            chars(3, 0xd800),
            chars(3, 1)),
        wrong(
            "list<char, 3>",
            "[0]" + CHAR + "d800",
            i -> i.putFixedLengthList(0, List.of(0xd800, 1, 2), 3, 4, ImageWriter::putChar),
            List.of(0xd800, 1, 2),
            chars(3, 1)),
        wrong(
            "list<char, 3>",
            ": expected 3 elements, got 2",
            i -> i.putFixedLengthList(0, chars(2, 1), 3, 4, ImageWriter::putChar),
            chars(2, 1),
            chars(3, 1)),
        wrong(
            "list<string, 2>",
            ": expected 2 elements, got 3",
            i -> i.putFixedLengthList(0, List.of("a", "b", "c"), 2, 8, ImageWriter::putString),
            List.of("a", "b", "c"),
            List.of("a", "b")),
        wrong(
            "list<list<string, 2>>",
            "[1]: expected 2 elements, got 0",
            i ->
                i.putList(
                    0,
                    List.of(List.of("a", "b"), List.<String>of()),
                    16,
                    4,
                    (image, at, list) ->
                        image.putFixedLengthList(at, list, 2, 8, ImageWriter::putString)),
            List.of(List.of("a", "b"), List.of()),
            List.of()),
        wrong(
            "list<list<string, 2>, 3>",
            "[0]: expected 2 elements, got 1",
            i ->
                i.putFixedLengthList(
                    0,
                    List.of(List.of("a"), List.of("a", "b"), List.of("a", "b")),
                    3,
                    16,
                    (image, at, list) ->
                        image.putFixedLengthList(at, list, 2, 8, ImageWriter::putString)),
            List.of(List.of("a"), List.of("a", "b"), List.of("a", "b")),
            List.of(List.of("a", "b"), List.of("a", "b"), List.of("a", "b"))),
        wrong(
            "list<list<string, 2>, 2>",
            "[0][1]" + UNPAIRED + "d800 at index 0)",
            i ->
                i.putFixedLengthList(
                    0,
                    List.of(List.of("a", "\ud800"), List.of("a", "b")),
                    2,
                    16,
                    (image, at, list) ->
                        image.putFixedLengthList(at, list, 2, 8, ImageWriter::putString)),
            List.of(List.of("a", "\ud800"), List.of("a", "b")),
            List.of(List.of("a", "b"), List.of("a", "b"))),
        wrong(
            "record { first: list<record { a: char }, 2>, b: u8 }",
            ".first: expected 2 elements, got 1",
            i -> i.putFixedLengthList(0, List.of(1), 2, 4, ImageWriter::putChar),
            WitRecord.of("first", List.of(WitRecord.of("a", 1)), "b", 1),
            WitRecord.of("first", EchoGuest.times(2, WitRecord.of("a", 1)), "b", 1)),
        wrong(
            "list<u8, 3>",
            ": expected 3 elements, got 4",
            i -> i.putFixedLengthBytes(0, new byte[4], 3),
            new byte[4],
            new byte[3]),
        wrong(
            "list<u16, 3>",
            ": expected 3 elements, got 2",
            i -> i.putFixedLengthShorts(0, new short[2], 3),
            new short[2],
            new short[3]),
        wrong(
            "list<s32, 3>",
            ": expected 3 elements, got 0",
            i -> i.putFixedLengthInts(0, new int[0], 3),
            new int[0],
            new int[3]),
        wrong(
            "list<u64, 1>",
            ": expected 1 elements, got 2",
            i -> i.putFixedLengthLongs(0, new long[2], 1),
            new long[2],
            new long[1]),
        wrong(
            "list<f32, 3>",
            ": expected 3 elements, got 2",
            i -> i.putFixedLengthFloats(0, new float[2], 3),
            new float[2],
            new float[3]),
        wrong(
            "tuple<u8, list<f64, 2>>",
            ".1: expected 2 elements, got 1",
            i -> {
              i.putU8(0, 1);
              i.putFixedLengthDoubles(8, new double[1], 2);
            },
            Tuple.of(1, new double[1]),
            Tuple.of(1, new double[2])));
  }

  /** As many code points as said, the last of which is another one. */
  private static List<Integer> chars(int count, int last) {
    List<Integer> chars = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      chars.add(0x61);
    }
    chars.add(last);
    return chars;
  }

  static Stream<Wrong> wrongValues() {
    return Stream.of(scalars(), structures(), lists(), fixedLengthLists()).flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void argumentsAreNamedByTheirPathsAndTheStoreGoesOn(Wrong value) {
    List<Object> seen = new ArrayList<>();
    try (var guest = new EchoGuest(value.type(), EchoGuest.returningFirst(seen))) {
      // Twice: what the first call left in the image is in the way of nobody.
      for (int i = 0; i < 2; i++) {
        try (Call call = guest.f().begin()) {
          var exception =
              assertThrows(
                  IllegalArgumentException.class, () -> value.write().accept(call.arguments()));
          assertEquals("f(p0)" + value.complaint(), exception.getMessage());
        }
        assertEquals(i, seen.size());
        Values.assertSame(value.right(), guest.call(value.right()), "the next call");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void argumentsThatAreObjectsAreNamedAlike(Wrong value) {
    try (var guest = new EchoGuest(value.type(), call -> call.argument(0))) {
      var exception = assertThrows(IllegalArgumentException.class, () -> guest.call(value.wrong()));
      assertEquals("f(p0)" + value.complaint(), exception.getMessage());
      Values.assertSame(value.right(), guest.call(value.right()), "the next call");
    }
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void resultsOfHostFunctionsAreNamedByTheirPaths(Wrong value) {
    ImageFunction host = (arguments, result) -> value.write().accept(result);
    try (var guest = new EchoGuest(List.of(), value.type(), "utf8", host)) {
      assertResultIsNamed(guest, value);
    }
    HostFunction objects = call -> value.wrong();
    try (var guest = new EchoGuest(List.of(), value.type(), "utf8", objects)) {
      assertResultIsNamed(guest, value);
    }
  }

  private static void assertResultIsNamed(EchoGuest guest, Wrong value) {
    var exception = assertThrows(HostFunctionException.class, guest::call);
    assertInstanceOf(IllegalArgumentException.class, exception.getCause());
    assertEquals(
        "the result of the host function h" + value.complaint(), exception.getCause().getMessage());
  }

  /** A null where none can be; as {@link Wrong}, by images alone. */
  record Null(String type, String complaint, Consumer<ImageWriter> write, Object right) {
    @Override
    public String toString() {
      return type + complaint;
    }
  }

  private static final List<@Nullable String> SOME = Arrays.asList("a", null, "c");

  private static Consumer<ImageWriter> writing(List<@Nullable Item> items) {
    return image -> writeItems(image, 0, items);
  }

  @SuppressWarnings("NullOptional") // that is what is tried
  static Stream<Null> nulls() {
    String items = "list<record { sku: string, quantity: u16 }>";
    return Stream.of(
        new Null(
            "list<u8>", ": expected list, got null", i -> i.putBytes(0, (byte[]) null), bytes()),
        new Null(
            "list<u8>",
            ": expected list, got null",
            i -> i.putBytes(0, (MemorySegment) null),
            bytes()),
        new Null("list<u16>", ": expected list, got null", i -> i.putShorts(0, null), new short[2]),
        new Null("list<u32>", ": expected list, got null", i -> i.putInts(0, null), new int[2]),
        new Null("list<u64>", ": expected list, got null", i -> i.putLongs(0, null), new long[2]),
        new Null("list<f32>", ": expected list, got null", i -> i.putFloats(0, null), new float[2]),
        new Null(
            "list<f64>", ": expected list, got null", i -> i.putDoubles(0, null), new double[2]),
        new Null(items, ": expected list, got null", writing(null), List.of()),
        new Null(
            items,
            "[1]: expected a value, got null",
            writing(Arrays.asList(new Item("a", 1), null)),
            List.of()),
        new Null(
            items,
            "[0].sku: expected string, got null",
            writing(List.of(new Item(null, 1))),
            List.of()),
        new Null(
            "list<string>",
            "[1]: expected string, got null",
            i -> i.putList(0, SOME, 8, 4, ImageWriter::putString),
            List.of("a")),
        new Null(
            "list<list<char>>",
            "[1][2]: expected a value, got null",
            i ->
                i.<List<Integer>>putList(
                    0,
                    List.of(List.of(), Arrays.asList(1, 2, null)),
                    8,
                    4,
                    (image, at, list) -> image.putList(at, list, 4, 4, ImageWriter::putChar)),
            List.of()),
        new Null(
            "list<char, 2>",
            "[0]: expected a value, got null",
            i -> i.putFixedLengthList(0, Arrays.asList(null, 1), 2, 4, ImageWriter::putChar),
            List.of(1, 2)),
        new Null(
            "list<u8, 2>",
            ": expected list, got null",
            i -> i.putFixedLengthBytes(0, null, 2),
            new byte[2]),
        new Null(
            "option<string>",
            ": expected option (Optional), got null",
            i -> i.putOption(0, null, 4, ImageWriter::putString),
            Optional.of("a")),
        new Null(
            "result<string>",
            ": expected result (Result), got null",
            i -> i.putResult(0, null, 4, ImageWriter::putString, null),
            Result.ok("a")),
        new Null(
            "result<char, char>",
            ".err: expected what the result carries, got null",
            i -> i.putResult(0, Result.err(null), 4, ImageWriter::putChar, ImageWriter::putChar),
            Result.ok(1)),
        new Null(
            "map<string, char>",
            ": expected map, got null",
            i -> i.putMap(0, null, 12, 4, 8, ImageWriter::putString, ImageWriter::putChar),
            Map.of()),
        new Null(
            "map<string, char>",
            "[0].value: expected a value, got null",
            i ->
                i.putMap(
                    0,
                    Collections.singletonMap("a", null),
                    12,
                    4,
                    8,
                    ImageWriter::putString,
                    ImageWriter::putChar),
            Map.of()),
        new Null(
            "map<char, string>",
            "[0].key: expected a key, got null",
            i ->
                i.putMap(
                    0,
                    Collections.singletonMap(null, "a"),
                    12,
                    4,
                    4,
                    ImageWriter::putChar,
                    ImageWriter::putString),
            Map.of()),
        new Null(
            "map<string, record { name: string, size: u8 }>",
            "[1].value: expected a value, got null",
            i ->
                i.putMap(
                    0,
                    ordered("a", "b", "c", null),
                    20,
                    4,
                    8,
                    ImageWriter::putString,
                    (image, at, name) -> {
                      image.putString(at, name);
                      image.putU8(at + 8, 1);
                    }),
            Map.of()),
        new Null(
            "result<record { name: string, size: u8 }, record { why: string }>",
            ".ok: expected what the result carries, got null",
            i -> i.putResult(0, Result.ok(null), 4, ImageWriter::putString, ImageWriter::putString),
            Result.err(WitRecord.of("why", "a"))),
        new Null(
            "record { first: result<record { name: string }, record { why: string }> }",
            ".first.err: expected what the result carries, got null",
            i ->
                i.putResult(0, Result.err(null), 4, ImageWriter::putString, ImageWriter::putString),
            WitRecord.of("first", Result.err(WitRecord.of("why", "a")))),
        new Null(
            "list<record { name: string }, 2>",
            ": expected list, got null",
            i -> i.putFixedLengthList(0, null, 2, 8, ImageWriter::putString),
            List.of(WitRecord.of("name", "a"), WitRecord.of("name", "b"))),
        new Null(
            "tuple<u8, u8, u8, u8, u8, u8, u8, u8, u8>",
            ": expected a tuple of 9 elements, got null",
            i -> i.requireLength(0, null, 9),
            TupleN.of(1, 2, 3, 4, 5, 6, 7, 8, 9)),
        new Null("enum { a, b }", ": expected enum, got null", i -> i.putEnum(0, null, 1), "a"),
        new Null(
            "flags { a, b }",
            ": expected flags (Set), got null",
            i -> i.putFlags(0, null, 1),
            Set.of("a")),
        new Null(
            "flags { a, b }",
            ": expected labels of flags, got null",
            i -> i.putFlags(0, Collections.singleton(null), 1),
            Set.of("a")));
  }

  private static byte[] bytes() {
    return new byte[2];
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void nullsAreNamedByTheirPaths(Null value) {
    List<Object> seen = new ArrayList<>();
    try (var guest = new EchoGuest(value.type(), EchoGuest.returningFirst(seen))) {
      try (Call call = guest.f().begin()) {
        var exception =
            assertThrows(InvalidValueException.class, () -> value.write().accept(call.arguments()));
        assertEquals("f(p0)" + value.complaint(), exception.getMessage());
      }
      Values.assertSame(value.right(), guest.call(value.right()), "the next call");
    }
    ImageFunction host = (arguments, result) -> value.write().accept(result);
    try (var guest = new EchoGuest(List.of(), value.type(), "utf8", host)) {
      var exception = assertThrows(HostFunctionException.class, guest::call);
      assertEquals(
          "the result of the host function h" + value.complaint(),
          assertInstanceOf(InvalidValueException.class, exception.getCause()).getMessage());
    }
  }

  /** Whatever the first part of what was to be returned is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "record { name: string, size: u8 }",
        "tuple<record { items: list<string> }, u8>",
        "variant { none, some(string) }",
        "list<tuple<u8, u8>, 3>"
      })
  void aHostFunctionThatReturnsNullIsNamedWithoutAPath(String type) {
    ImageFunction host = (_, result) -> result.requireReturned(null);
    try (var guest = new EchoGuest(List.of(), type, "utf8", host)) {
      var exception = assertThrows(HostFunctionException.class, guest::call);
      var cause = assertInstanceOf(InvalidValueException.class, exception.getCause());
      assertEquals("the result of the host function h", cause.path());
      assertEquals("expected a value, got null", cause.problem());
    }
  }

  @Test
  void aResourceThatIsNullIsNamed() {
    for (boolean owned : new boolean[] {false, true}) {
      try (var guest = new EchoGuest("tuple<u8, u32>", call -> call.argument(0));
          Call call = guest.f().begin()) {
        ImageWriter arguments = call.arguments();
        var exception =
            assertThrows(
                InvalidValueException.class,
                () -> {
                  if (owned) {
                    arguments.putOwn(4, null);
                  } else {
                    arguments.putBorrow(4, null);
                  }
                });
        assertEquals("f(p0).1: expected resource, got null", exception.getMessage());
      }
    }
  }

  @Test
  void tuplesRefuseNull() {
    Map<String, Executable> wrong = new LinkedHashMap<>();
    wrong.put("first", () -> Tuple.of((Object) null));
    wrong.put("second", () -> Tuple.of(1, null));
    wrong.put("third", () -> Tuple.of(1, 2, null));
    wrong.put("fourth", () -> Tuple.of(1, 2, 3, null));
    wrong.put("fifth", () -> Tuple.of(1, 2, 3, 4, null));
    wrong.put("sixth", () -> Tuple.of(1, 2, 3, 4, 5, null));
    wrong.put("seventh", () -> Tuple.of(1, 2, 3, 4, 5, 6, null));
    wrong.put("eighth", () -> Tuple.of(1, 2, 3, 4, 5, 6, 7, null));
    wrong.put("elements[8]", () -> TupleN.of(1, 2, 3, 4, 5, 6, 7, 8, null, 10));
    wrong.forEach(
        (place, tuple) ->
            assertEquals(place, assertThrows(NullPointerException.class, tuple).getMessage()));
  }

  /** What writes an element may fail by itself, whatever there is behind that element. */
  @Test
  void aNullPointerExceptionOfAnotherKindStaysOne() {
    try (var guest = new EchoGuest("list<string>", call -> call.argument(0));
        Call call = guest.f().begin()) {
      var thrown = new NullPointerException("mine");
      assertSame(
          thrown,
          assertThrows(
              NullPointerException.class,
              () ->
                  call.arguments()
                      .putList(
                          0,
                          SOME,
                          8,
                          4,
                          (_, _, _) -> {
                            throw thrown;
                          })));
    }
  }

  /** For programs: the path and the problem apart. */
  @Test
  void thePathAndTheProblemAreThereForPrograms() {
    try (var guest = new EchoGuest("list<u8, 2>", call -> call.argument(0))) {
      var byObjects =
          assertThrows(InvalidValueException.class, () -> guest.call(new Object[] {new byte[3]}));
      assertEquals("f(p0)", byObjects.path());
      assertEquals("expected 2 elements, got 3", byObjects.problem());
    }
    try (var guest = new EchoGuest("list<u16>", call -> call.argument(0))) {
      var byObjects = assertThrows(InvalidValueException.class, () -> guest.call("no list"));
      assertEquals("f(p0)", byObjects.path());
      assertEquals(byObjects.path() + ": " + byObjects.problem(), byObjects.getMessage());
    }
  }

  /** A result goes behind the arguments, in the same buffer. */
  @Test
  void argumentsOfAHostFunctionAreNotInTheWayOfItsResult() {
    ImageFunction host =
        (arguments, result) ->
            writeOrder(result, List.of(new Item(arguments.getString(0), 1), new Item("b", -1)));
    try (var guest = new EchoGuest(List.of("string", "list<u8>"), ORDER, "utf8", host)) {
      var exception =
          assertThrows(HostFunctionException.class, () -> guest.call("text", new byte[5_000]));
      assertEquals(
          "the result of the host function h.items[1].quantity" + U16 + "-1",
          exception.getCause().getMessage());
    }
  }

  @Test
  void theFunctionAndItsParameterAreNamed() {
    String component =
        """
        (component
          (component $inner
            (type $item-here (record (field "sku" string) (field "quantity" u16)))
            (export $item "item" (type $item-here))
            (type $order-here (record (field "id" u64) (field "items" (list $item))))
            (export $order "order" (type $order-here))
            (core module $m
              (memory (export "memory") 1)
              (func (export "realloc") (param i32 i32 i32 i32) (result i32) unreachable)
              (func (export "process") (param i32 i32 i64 i32 i32) unreachable))
            (core instance $m (instantiate $m))
            (func (export "process-order") (param "customer" string) (param "order" $order)
              (canon lift (core func $m "process") (memory (core memory $m "memory"))
                (realloc (core func $m "realloc")))))
          (instance $orders (instantiate $inner))
          (export "acme:shop/orders@1.0.0" (instance $orders)))
        """;
    try (Component compiled = Guests.wat(component);
        var store = new Store(Guests.ENGINE)) {
      Func process =
          new Linker(Guests.ENGINE)
              .instantiate(store, compiled)
              .func("acme:shop/orders@1.0.0", "process-order");
      try (Call call = process.begin()) {
        ImageWriter image = call.arguments();
        var exception =
            assertThrows(IllegalArgumentException.class, () -> image.putString(0, "\ud800"));
        assertEquals(
            "acme:shop/orders@1.0.0#process-order(customer)" + UNPAIRED + "d800 at index 0)",
            exception.getMessage());
        image.putString(0, "ada");
        image.putLong(8, 7);
        exception =
            assertThrows(
                IllegalArgumentException.class,
                () -> writeItems(image, 16, items(1, 2, 3, 70_000)));
        assertEquals(
            "acme:shop/orders@1.0.0#process-order(order).items[3].quantity" + U16 + "70000",
            exception.getMessage());
      }
    }
  }

  /** Who leaves the path that the types lay out is told at least which function it is. */
  @Test
  void anOffsetThatIsOfNoValueIsOfTheFunction() {
    try (var guest = new EchoGuest("tuple<u8, u64>", call -> call.argument(0));
        Call call = guest.f().begin()) {
      var exception =
          assertThrows(IllegalArgumentException.class, () -> call.arguments().putU8(3, 256));
      assertEquals("f" + U8 + "256", exception.getMessage());
    }
  }

  /**
   * What an earlier call left in the image looks like lists within lists, each of which has all
   * others as its elements: whoever went through them would not come to an end.
   */
  @Test
  void whatEarlierCallsLeftIsNoPath() {
    String nested = "list<list<list<list<list<list<string>>>>>>";
    try (var guest =
        new EchoGuest(List.of("list<u8>", nested), null, "utf8", (HostFunction) call -> null)) {
      byte[] pairs = new byte[8_000];
      for (int i = 0; i < pairs.length; i += 8) {
        // Offset 16, behind the parameters, where these bytes are; 1,000 elements.
        pairs[i] = 16;
        pairs[i + 4] = (byte) 0xe8;
        pairs[i + 5] = 3;
      }
      guest.call(new byte[0], EchoGuest.times(1_000, List.of()));
      var unfit = List.of(List.of(List.of(List.of(List.of(List.of("\ud800"))))));
      var exception = assertThrows(IllegalArgumentException.class, () -> guest.call(pairs, unfit));
      assertEquals(
          "f(p1)[0][0][0][0][0][0]" + UNPAIRED + "d800 at index 0)", exception.getMessage());
      guest.call(new byte[0], EchoGuest.times(1_000, List.of()));
      try (Call call = guest.f().begin()) {
        call.arguments().putBytes(0, pairs);
        exception =
            assertThrows(IllegalArgumentException.class, () -> call.arguments().putU8(3, 256));
        assertEquals("f" + U8 + "256", exception.getMessage());
      }
      guest.call(pairs, List.of());
    }
  }
}
