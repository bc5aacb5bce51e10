package dev.switchblade.internal.codec;

import static dev.switchblade.wit.WitTypes.enumeration;
import static dev.switchblade.wit.WitTypes.field;
import static dev.switchblade.wit.WitTypes.flags;
import static dev.switchblade.wit.WitTypes.list;
import static dev.switchblade.wit.WitTypes.map;
import static dev.switchblade.wit.WitTypes.option;
import static dev.switchblade.wit.WitTypes.param;
import static dev.switchblade.wit.WitTypes.record;
import static dev.switchblade.wit.WitTypes.result;
import static dev.switchblade.wit.WitTypes.tuple;
import static dev.switchblade.wit.WitTypes.variant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.switchblade.Result;
import dev.switchblade.Tuple;
import dev.switchblade.WitRecord;
import dev.switchblade.WitVariant;
import dev.switchblade.abi.Contents;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.NumberType;
import dev.switchblade.internal.image.OneImage;
import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import dev.switchblade.wit.WitTypes;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values of each type: there and back through an image, and what is said of those that are none.
 */
final class CodecsTest {

  private static final Codec U8 = new SmallIntegerCodec(WitTags.U8, Primitive.U8, 0, 0xff);
  private static final Codec S16 =
      new SmallIntegerCodec(WitTags.S16, Primitive.S16, Short.MIN_VALUE, Short.MAX_VALUE);
  private static final Codec U32 = new IntCodec(WitTags.U32, Primitive.U32);
  private static final Codec S64 = new LongCodec(WitTags.S64, Primitive.S64);
  private static final Codec TEXT = new StringCodec();

  private static final Codec TEXTS =
      new ListCodec(list(Primitive.STRING), new Elements(TEXT, 8), 4);
  private static final Codec NUMBERS =
      new NumberListCodec(list(Primitive.U32), NumberType.INT, WitTags.U32);
  private static final Codec THREE =
      new FixedLengthNumberListCodec(list(Primitive.U8, 3), NumberType.BYTE, 3);
  private static final Codec TWO_TEXTS =
      new FixedLengthListCodec(list(Primitive.STRING, 2), new Elements(TEXT, 8), 2);
  private static final Codec POINT =
      new RecordCodec(
          (WitType.RecordOf) record(field("x", Primitive.U8), field("name", Primitive.STRING)),
          new FieldCodecs(new Codec[] {U8, TEXT}, new int[] {0, 4}));
  private static final Codec PAIR =
      new TupleCodec(
          (WitType.TupleOf) tuple(Primitive.U8, Primitive.S64),
          new FieldCodecs(new Codec[] {U8, S64}, new int[] {0, 8}));
  private static final Codec PAYMENT =
      new VariantCodec(
          (WitType.VariantOf) variant(WitTypes.of("cash"), WitTypes.of("card", Primitive.STRING)),
          new @Nullable Codec[] {null, TEXT},
          1,
          4);
  private static final Codec COLOR = new EnumCodec((WitType.EnumOf) enumeration("red", "green"), 1);
  private static final Codec RIGHTS = new FlagsCodec((WitType.FlagsOf) flags("read", "write"), 1);
  private static final Codec MAYBE = new OptionCodec(option(Primitive.STRING), TEXT, 4);
  private static final Codec OUTCOME =
      new ResultCodec(result(Primitive.U8, Primitive.STRING), U8, TEXT, 4);
  private static final Codec ENTRIES =
      new MapCodec(
          (WitType.MapOf) map(Primitive.STRING, Primitive.U32),
          new FieldCodecs(new Codec[] {TEXT, U32}, new int[] {0, 8}),
          12,
          4);

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(new BoolCodec(), true),
        arguments(new BoolCodec(), false),
        arguments(U8, 255),
        arguments(S16, Short.MIN_VALUE),
        arguments(U32, -1),
        arguments(new IntCodec(WitTags.S32, Primitive.S32), Integer.MIN_VALUE),
        arguments(S64, Long.MAX_VALUE),
        arguments(new Float32Codec(), 1.5f),
        arguments(new Float64Codec(), -0.0),
        arguments(new CharCodec(), 0x1f600),
        arguments(TEXT, ""),
        arguments(TEXT, "käse 🧀"),
        arguments(TEXTS, List.of()),
        arguments(TEXTS, List.of("a", "", "c")),
        arguments(NUMBERS, new int[] {1, -1}),
        arguments(NUMBERS, new int[5000]),
        arguments(THREE, new byte[] {1, 2, 3}),
        arguments(TWO_TEXTS, List.of("a", "b")),
        arguments(POINT, WitRecord.of("x", 7, "name", "here")),
        arguments(PAIR, Tuple.of(7, 8L)),
        arguments(PAYMENT, WitVariant.of("cash")),
        arguments(PAYMENT, WitVariant.of("card", "4242")),
        arguments(COLOR, "green"),
        arguments(RIGHTS, Set.of("read", "write")),
        arguments(RIGHTS, Set.of()),
        arguments(MAYBE, Optional.empty()),
        arguments(MAYBE, Optional.of("there")),
        arguments(OUTCOME, Result.ok(7)),
        arguments(OUTCOME, Result.err("no")),
        arguments(ENTRIES, Map.of("a", 1, "b", 2)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valuesComeBackAsTheyWent(Codec codec, Object value) {
    Object back =
        new OneImage()
            .write(64, image -> codec.store(image, 16, value))
            .read(image -> codec.load(image, 16));
    assertTrue(Contents.equal(value, back), () -> Contents.text(back));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(new BoolCodec(), 1, "f(p): expected bool (Boolean), got 1 of type"),
        arguments(U8, 256, "f(p): expected u8 (0..255), got 256"),
        arguments(U8, -1, "f(p): expected u8 (0..255), got -1"),
        arguments(U8, null, "f(p): expected u8 (Integer), got null"),
        arguments(U32, 1L << 32, "f(p): expected u32 (0..4294967295), got 4294967296"),
        arguments(S64, "7", "f(p): expected s64 (Long), got java.lang.String"),
        arguments(new CharCodec(), 0xd800, "f(p): expected char"),
        arguments(TEXT, "\ud800", "f(p): expected string, got one with an unpaired surrogate"),
        arguments(TEXTS, List.of("a", 1), "f(p)[1]: expected string"),
        arguments(NUMBERS, List.of(1), "f(p): expected list<u32> (int[] or MemorySegment)"),
        arguments(THREE, new byte[2], "f(p): expected 3 elements, got 2"),
        arguments(TWO_TEXTS, List.of("a"), "f(p): expected 2 elements, got 1"),
        arguments(POINT, WitRecord.of("x", 7), "f(p): expected a record with the fields x, name"),
        arguments(POINT, WitRecord.of("x", 7, "n", ""), "f(p): the field name is missing"),
        arguments(POINT, WitRecord.of("x", 300, "name", ""), "f(p).x: expected u8"),
        arguments(PAIR, Tuple.of(1), "f(p): expected a tuple of 2 elements, got one of 1"),
        arguments(PAIR, List.of(7, 8L), "f(p): expected tuple<u8, s64> (Tuple of 2)"),
        arguments(PAIR, Tuple.of(1, "b"), "f(p).1: expected s64"),
        arguments(PAYMENT, WitVariant.of("check"), "f(p): expected one of [cash, card]"),
        arguments(PAYMENT, WitVariant.of("card", 7), "f(p).card: expected string"),
        arguments(PAYMENT, WitVariant.of("cash", 7), "f(p).cash: expected nothing (null)"),
        arguments(COLOR, "blue", "f(p): expected enum { red, green }, got blue"),
        arguments(RIGHTS, Set.of("fly"), "f(p): expected names of flags { read, write }, got fly"),
        arguments(MAYBE, Optional.of(1), "f(p).some: expected string"),
        arguments(OUTCOME, Result.err(1), "f(p).err: expected string"),
        arguments(OUTCOME, "ok", "f(p): expected result<u8, string> (Result.Ok or Result.Err)"),
        arguments(ENTRIES, Map.of("a", "b"), "f(p)[0].value: expected u32"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void whatIsNoValueIsToldWithItsPath(Codec codec, @Nullable Object value, String message) {
    FunctionCodec function = function(codec);
    var image = new OneImage(function::pathOfArgument);
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> image.write(64, writer -> function.storeArguments(writer, new Object[] {value})));
    assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
  }

  /** {@code f: func(p: …)}. */
  private static FunctionCodec function(Codec parameter) {
    var type = new WitType.Function(List.of(param("p", parameter.type())), null, false);
    return new FunctionCodec(
        "", "f", 0, type, new Codec[] {parameter}, new int[] {16}, 64, null, 0, new int[0]);
  }

  @Test
  void theNumberOfArgumentsIsChecked() {
    FunctionCodec function = function(U8);
    var image = new OneImage();
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> image.write(64, writer -> function.storeArguments(writer, new Object[0])));
    assertTrue(refused.getMessage().startsWith("f takes 1 argument, got 0"), refused.getMessage());
  }

  @Test
  void recordsThatWereReadAreWrittenAgain() {
    WitRecord value = WitRecord.of("x", 7, "name", "here");
    var image = new OneImage();
    Object read =
        image
            .write(64, writer -> POINT.store(writer, 0, value))
            .read(reader -> POINT.load(reader, 0));
    Object again =
        image
            .write(64, writer -> POINT.store(writer, 8, read))
            .read(reader -> POINT.load(reader, 8));
    assertEquals(value, again);
  }

  @Test
  void fieldsMayComeInAnyOrder() {
    var image = new OneImage();
    image.write(64, writer -> POINT.store(writer, 0, WitRecord.of("name", "here", "x", 7)));
    assertEquals(WitRecord.of("x", 7, "name", "here"), image.read(reader -> POINT.load(reader, 0)));
  }

  @Test
  void listsAreTakenFromMemoryToo() {
    MemorySegment memory = MemorySegment.ofArray(new int[] {5, 6});
    var image = new OneImage();
    image.write(64, writer -> NUMBERS.store(writer, 0, memory));
    assertTrue(Contents.equal(new int[] {5, 6}, image.read(reader -> NUMBERS.load(reader, 0))));
    MemorySegment odd = memory.asSlice(0, 7);
    FunctionCodec function = function(NUMBERS);
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> image.write(64, w -> function.storeArguments(w, new Object[] {odd})));
    assertEquals(
        "f(p): expected elements of 4 bytes each, got a segment of 7 bytes", refused.getMessage());
    assertEquals(6, memory.get(ValueLayout.JAVA_INT, 4));
  }

  @Test
  void typesThatCannotCrossYetSaySo() {
    var codec = new UnsupportedCodec(WitTags.FUTURE, new WitType.FutureOf(Optional.empty()));
    assertEquals("future", codec.unsupported());
    assertThrows(
        IllegalArgumentException.class,
        () -> new OneImage().write(64, image -> codec.store(image, 0, "")));
  }
}
