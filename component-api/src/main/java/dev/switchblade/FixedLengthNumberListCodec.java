package dev.switchblade;

import dev.switchblade.wit.WitType;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** A {@code list<T, n>} of numbers, in place: as a primitive array. */
final class FixedLengthNumberListCodec extends Codec.Base {
  private final int element;
  private final int length;

  FixedLengthNumberListCodec(WitType type, int element, int length) {
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
    String expected = NumberListCodec.arrayName(element);
    if (value == null || !value.getClass().getSimpleName().equals(expected)) {
      throw wrong(expected, value);
    }
    int found = Array.getLength(value);
    if (found != length) {
      throw new BadValueException("expected " + length + " elements, got " + found);
    }
    image.putElements(at, value);
  }

  @Override
  public Object load(ImageReader image, long at) {
    return image.getElements(at, element, length);
  }
}
