package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.Nullable;

/** An {@code enum}, as the name of the case. */
public final class EnumCodec extends Codec.Base {

  private final Labels labels;

  public EnumCodec(WitType.EnumOf type, int size) {
    super(WitTags.ENUM, type);
    this.labels = new Labels(type.names().toArray(String[]::new), size);
  }

  @Override
  public Layout layout() {
    return Layout.CHECKED;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (!(value instanceof String name)) {
      throw wrong("String", value);
    }
    int index = labels.indexOf(name);
    if (index < 0) {
      throw new BadValueException("expected " + type() + ", got " + name);
    }
    labels.putNumber(image, at, index);
  }

  @Override
  public Object load(ImageReader image, long at) {
    return labels.name(labels.getNumber(image, at));
  }
}
