package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.wit.WitType.Primitive;
import org.jspecify.annotations.Nullable;

/** A {@code char}, as the {@link Integer} of its code point. */
public final class CharCodec extends Codec.Base {
  public CharCodec() {
    super(WitTags.CHAR, Primitive.CHAR);
  }

  @Override
  public Layout layout() {
    return Layout.CHECKED;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    int codePoint;
    if (value instanceof Integer integer) {
      codePoint = integer;
    } else if (value instanceof Character character) {
      codePoint = character;
    } else {
      throw wrong("Integer, a code point, or Character", value);
    }
    try {
      image.putChar(at, codePoint);
    } catch (IllegalArgumentException e) {
      throw new BadValueException(e);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    return image.getInt(at);
  }
}
