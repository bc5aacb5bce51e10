package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.wit.WitType.Primitive;
import org.jspecify.annotations.Nullable;

/** An {@code s32} or {@code u32}, as {@link Integer}. */
public final class IntCodec extends Codec.Base {
  public IntCodec(int tag, Primitive type) {
    super(tag, type);
  }

  @Override
  public Layout layout() {
    return Layout.PLAIN;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof Integer number) {
      image.putInt(at, number);
    } else if (tag() == WitTags.S32 && value instanceof Short number) {
      image.putInt(at, number);
    } else if (tag() == WitTags.S32 && value instanceof Byte number) {
      image.putInt(at, number);
    } else if (tag() == WitTags.U32 && value instanceof Long number) {
      if (number < 0 || number > 0xffff_ffffL) {
        throw new BadValueException("expected u32 (0..4294967295), got " + number);
      }
      image.putInt(at, number.intValue());
    } else {
      throw wrong(tag() == WitTags.U32 ? "Integer or Long" : "Integer", value);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    return image.getInt(at);
  }
}
