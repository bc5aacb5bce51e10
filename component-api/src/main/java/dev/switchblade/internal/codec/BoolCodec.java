package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.wit.WitType.Primitive;
import org.jspecify.annotations.Nullable;

/** A {@code bool}, as {@link Boolean}. */
public final class BoolCodec extends Codec.Base {
  public BoolCodec() {
    super(WitTags.BOOL, Primitive.BOOL);
  }

  @Override
  public Layout layout() {
    return Layout.CHECKED;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (!(value instanceof Boolean bool)) {
      throw wrong("Boolean", value);
    }
    image.putBool(at, bool);
  }

  @Override
  public Object load(ImageReader image, long at) {
    return image.getBool(at);
  }
}
