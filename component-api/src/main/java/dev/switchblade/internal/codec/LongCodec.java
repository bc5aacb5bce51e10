package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.wit.WitType.Primitive;
import org.jspecify.annotations.Nullable;

/** An {@code s64} or {@code u64}, as {@link Long}. */
public final class LongCodec extends Codec.Base {
  public LongCodec(int tag, Primitive type) {
    super(tag, type);
  }

  @Override
  public Layout layout() {
    return Layout.PLAIN;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof Long number) {
      image.putLong(at, number);
    } else if (tag() == WitTags.S64 && value instanceof Integer number) {
      image.putLong(at, number);
    } else {
      throw wrong("Long", value);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    return image.getLong(at);
  }
}
