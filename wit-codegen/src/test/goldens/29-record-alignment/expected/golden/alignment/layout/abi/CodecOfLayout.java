package golden.alignment.layout.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.alignment.layout.Padded;
import golden.alignment.layout.Small;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alignment/layout} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:alignment/layout")
@NullMarked
public final class CodecOfLayout {
  /** {@code padded}. */
  public static final WitType PADDED = record(
      field("a", U8),
      field("b", U16),
      field("c", U8),
      field("d", U32),
      field("e", BOOL),
      field("f", U64),
      field("g", S8),
      field("h", F32),
      field("i", U8),
      field("j", F64),
      field("k", U8),
      field("l", STRING),
      field("m", U8),
      field("n", list(U64)),
      field("o", CHAR),
      field("p", S16));

  /** {@code small}. */
  public static final WitType SMALL = record(field("first", U8), field("second", U16));

  /** {@code pad}. */
  public static final WitType.Function PAD = func(PADDED, param("value", PADDED));

  /** {@code many}. */
  public static final WitType.Function MANY = func(list(PADDED), param("values", list(PADDED)));

  /** {@code tail}. */
  public static final WitType.Function TAIL = func(
      tuple(SMALL, U8, SMALL), param("values", list(SMALL)), param("one", SMALL));

  private CodecOfLayout() {}

  /** Writes a value of {@code padded}. */
  public static void storePadded(ImageWriter image, long at, Padded value) {
    image.putU8(at, value.a());
    image.putU16(at + 2, value.b());
    image.putU8(at + 4, value.c());
    image.putInt(at + 8, value.d());
    image.putBool(at + 12, value.e());
    image.putLong(at + 16, value.f());
    image.putByte(at + 24, value.g());
    image.putFloat(at + 28, value.h());
    image.putU8(at + 32, value.i());
    image.putDouble(at + 40, value.j());
    image.putU8(at + 48, value.k());
    image.putString(at + 52, value.l());
    image.putU8(at + 60, value.m());
    image.putLongs(at + 64, value.n());
    image.putChar(at + 72, value.o());
    image.putShort(at + 76, value.p());
  }

  /** Reads a value of {@code padded}. */
  public static Padded loadPadded(ImageReader image, long at) {
    return new Padded(
        image.getU8(at),
        image.getU16(at + 2),
        image.getU8(at + 4),
        image.getInt(at + 8),
        image.getBool(at + 12),
        image.getLong(at + 16),
        image.getByte(at + 24),
        image.getFloat(at + 28),
        image.getU8(at + 32),
        image.getDouble(at + 40),
        image.getU8(at + 48),
        image.getString(at + 52),
        image.getU8(at + 60),
        image.getLongs(at + 64),
        image.getInt(at + 72),
        image.getShort(at + 76));
  }

  /** Writes a value of {@code small}. */
  public static void storeSmall(ImageWriter image, long at, Small value) {
    image.putU8(at, value.first());
    image.putU16(at + 2, value.second());
  }

  /** Reads a value of {@code small}. */
  public static Small loadSmall(ImageReader image, long at) {
    return new Small(
        image.getU8(at),
        image.getU16(at + 2));
  }
}
