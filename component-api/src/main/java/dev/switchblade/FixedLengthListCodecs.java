package dev.switchblade;

import dev.switchblade.wit.WitType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
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
  static final class Elements extends Codec.Base {
    private final Codec element;
    private final int length;
    private final int size;

    Elements(WitType type, Codec element, int length, int size) {
      super(WitTags.FIXED_LENGTH_LIST, type);
      this.element = element;
      this.length = length;
      this.size = size;
    }

    @Override
    public boolean hasNumbers() {
      return element.hasNumbers();
    }

    @Override
    public boolean hasHandles() {
      return element.hasHandles();
    }

    @Override
    public void releaseUnread(ImageReader image, long at) {
      for (int i = 0; i < length && hasHandles(); i++) {
        element.releaseUnread(image, at + (long) i * size);
      }
    }

    @Override
    public @Nullable String unsupported() {
      return element.unsupported();
    }

    @Override
    public Layout layout() {
      return element.layout();
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      if (!(value instanceof List<?> list)) {
        throw wrong("List", value);
      }
      Object[] elements = list.toArray();
      if (elements.length != length) {
        throw new BadValueException("expected " + length + " elements, got " + elements.length);
      }
      int i = 0;
      try {
        for (; i < length; i++) {
          element.store(image, at + (long) i * size, elements[i]);
        }
      } catch (BadValueException e) {
        throw e.in("[" + i + "]");
      }
    }

    @Override
    public Object load(ImageReader image, long at) {
      List<Object> list = new ArrayList<>(length);
      for (int i = 0; i < length; i++) {
        list.add(element.load(image, at + (long) i * size));
      }
      return Collections.unmodifiableList(list);
    }
  }
}
