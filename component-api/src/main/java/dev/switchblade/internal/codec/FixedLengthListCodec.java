package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.wit.WitType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code list<T, n>} of anything but numbers, in place: as {@link List}. */
public final class FixedLengthListCodec extends Codec.Base {
  private final Elements elements;
  private final int length;

  public FixedLengthListCodec(WitType type, Elements elements, int length) {
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
  public @Nullable String pathTo(ImageSink image, long from, long to) {
    if (from == to && ImageAccess.seeksList(image, length, elements.size())) {
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
