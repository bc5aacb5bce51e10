package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.wit.WitType.Primitive;
import org.jspecify.annotations.Nullable;

/** A {@code string}, as {@link String}. */
public final class StringCodec extends Codec.Base {
  public StringCodec() {
    super(WitTags.STRING, Primitive.STRING);
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (!(value instanceof String text)) {
      throw wrong("String", value);
    }
    try {
      image.putString(at, text);
    } catch (IllegalArgumentException e) {
      throw new BadValueException(e);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    return image.getString(at);
  }
}
