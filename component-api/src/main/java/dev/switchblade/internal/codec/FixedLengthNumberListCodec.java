package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.NumberType;
import dev.switchblade.wit.WitType;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** A {@code list<T, n>} of numbers, in place: as a primitive array. */
public final class FixedLengthNumberListCodec extends Codec.Base {
  private final NumberType element;
  private final int length;

  public FixedLengthNumberListCodec(WitType type, NumberType element, int length) {
    super(WitTags.FIXED_LENGTH_LIST, type);
    this.element = element;
    this.length = length;
  }

  @Override
  public Layout layout() {
    return Layout.PLAIN;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (value == null || !element.isArray(value)) {
      throw wrong(element.arrayName(), value);
    }
    int found = Array.getLength(value);
    if (found != length) {
      throw new BadValueException("expected " + length + " elements, got " + found);
    }
    ImageAccess.copyFrom(image, at, element.segment(value));
  }

  @Override
  public Object load(ImageReader image, long at) {
    Object array = element.newArray(length);
    ImageAccess.copyTo(image, at, element.segment(array));
    return array;
  }
}
