package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.wit.WitType.Primitive;
import org.jspecify.annotations.Nullable;

/** An {@code f64}, as {@link Double}. */
public final class Float64Codec extends Codec.Base {
  public Float64Codec() {
    super(WitTags.F64, Primitive.F64);
  }

  @Override
  public Layout layout() {
    return Layout.PLAIN;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof Double number) {
      image.putDouble(at, number);
    } else if (value instanceof Float number) {
      image.putDouble(at, number);
    } else {
      throw wrong("Double", value);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    return image.getDouble(at);
  }
}
