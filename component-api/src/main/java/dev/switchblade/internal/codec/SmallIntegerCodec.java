package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.wit.WitType.Primitive;
import org.jspecify.annotations.Nullable;

/** {@code s8}, {@code u8}, {@code s16}, {@code u16}: integers with a range to be checked. */
public final class SmallIntegerCodec extends Codec.Base {
  private final int least;
  private final int most;

  public SmallIntegerCodec(int tag, Primitive type, int least, int most) {
    super(tag, type);
    this.least = least;
    this.most = most;
  }

  @Override
  public Layout layout() {
    return Layout.PLAIN;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    int number;
    if (value instanceof Integer integer) {
      number = integer;
    } else if (value instanceof Short integer) {
      number = integer;
    } else if (value instanceof Byte integer) {
      number = integer;
    } else {
      throw wrong(least < 0 ? "Byte, Short or Integer" : "Integer", value);
    }
    if (number < least || number > most) {
      throw new BadValueException(
          "expected " + type() + " (" + least + ".." + most + "), got " + number);
    }
    if (tag() == WitTags.S8 || tag() == WitTags.U8) {
      image.putByte(at, (byte) number);
    } else {
      image.putShort(at, (short) number);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    return switch (tag()) {
      case WitTags.S8 -> (Object) image.getByte(at);
      case WitTags.U8 -> Byte.toUnsignedInt(image.getByte(at));
      case WitTags.S16 -> image.getShort(at);
      default -> Short.toUnsignedInt(image.getShort(at));
    };
  }
}
