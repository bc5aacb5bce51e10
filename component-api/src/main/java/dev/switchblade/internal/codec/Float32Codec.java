package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.wit.WitType.Primitive;
import org.jspecify.annotations.Nullable;

/** An {@code f32}, as {@link Float}. */
public final class Float32Codec extends Codec.Base {
  public Float32Codec() {
    super(WitTags.F32, Primitive.F32);
  }

  @Override
  public Layout layout() {
    return Layout.PLAIN;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (!(value instanceof Float number)) {
      throw wrong("Float", value);
    }
    image.putFloat(at, number);
  }

  @Override
  public Object load(ImageReader image, long at) {
    return image.getFloat(at);
  }
}
