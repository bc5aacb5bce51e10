package dev.switchblade;

import dev.switchblade.wit.WitType;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A {@code list} of numbers, as a primitive array. */
final class NumberListCodec extends Codec.Base {
  private final NumberType element;

  NumberListCodec(WitType type, NumberType element) {
    super(WitTags.LIST, type);
    this.element = element;
  }

  @Override
  public boolean hasNumbers() {
    return true;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof MemorySegment segment) {
      image.putSegment(at, segment, element.size(), Layout.PLAIN);
      return;
    }
    if (value == null || !element.isArray(value)) {
      throw wrong(element.arrayName() + " or MemorySegment", value);
    }
    element.put(image, at, value);
  }

  @Override
  public Object load(ImageReader image, long at) {
    return element.get(image, at);
  }
}
