package dev.switchblade;

import dev.switchblade.wit.WitType;
import java.lang.reflect.Array;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code list<T, n>}: elements in place, without an offset to them. */
final class FixedLengthListCodecs {

  private FixedLengthListCodecs() {}

  /** Of numbers: a primitive array. */
  static final class Numbers extends Codec.Base {
    private final int element;
    private final int length;

    Numbers(WitType type, int element, int length) {
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
      String expected = Codecs.Numbers.arrayName(element);
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

  /** Of anything else: a {@link List}. */
  static final class ListCodec extends Codec.Base {
    private final Elements elements;
    private final int length;

    ListCodec(WitType type, Elements elements, int length) {
      super(WitTags.FIXED_LENGTH_LIST, type);
      this.elements = elements;
      this.length = length;
    }

    @Override
    public boolean hasNumbers() {
      return elements.codec().hasNumbers();
    }

    @Override
    public boolean hasHandles() {
      return elements.codec().hasHandles();
    }

    @Override
    public void releaseUnread(ImageReader image, long at) {
      if (hasHandles()) {
        elements.releaseUnread(image, at, length);
      }
    }

    @Override
    public @Nullable String unsupported() {
      return elements.codec().unsupported();
    }

    @Override
    public @Nullable String pathTo(ImageWriter image, long from, long to) {
      if (from == to && image.seeks(length, elements.size())) {
        return "";
      }
      String path = elements.pathTo(image, from, length, to);
      return path == null && from == to ? "" : path;
    }

    @Override
    public Layout layout() {
      return elements.codec().layout();
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      if (!(value instanceof List<?> list)) {
        throw wrong("List", value);
      }
      Object[] values = list.toArray();
      if (values.length != length) {
        throw new BadValueException("expected " + length + " elements, got " + values.length);
      }
      elements.store(image, at, values);
    }

    @Override
    public Object load(ImageReader image, long at) {
      return elements.load(image, at, length);
    }
  }
}
