package dev.switchblade.internal.codec;

import dev.switchblade.Tuple;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.wit.WitType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code tuple}, as {@link Tuple}. */
public final class TupleCodec extends Codec.Base {

  private final FieldCodecs elements;

  public TupleCodec(WitType.TupleOf type, FieldCodecs elements) {
    super(WitTags.TUPLE, type);
    this.elements = elements;
  }

  @Override
  public boolean hasNumbers() {
    return elements.hasNumbers();
  }

  @Override
  public boolean hasHandles() {
    return elements.hasHandles();
  }

  @Override
  public void releaseUnread(ImageReader image, long at) {
    elements.releaseUnread(image, at);
  }

  @Override
  public @Nullable String unsupported() {
    return elements.unsupported();
  }

  @Override
  public @Nullable String pathTo(ImageSink image, long from, long to) {
    if (from == to && ImageAccess.seeksTuple(image, elements.count())) {
      return "";
    }
    return elements.pathTo(image, from, to, i -> "." + i);
  }

  @Override
  public Layout layout() {
    return elements.layout();
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    int count = elements.count();
    if (!(value instanceof Tuple tuple)) {
      throw wrong("Tuple of " + count, value);
    }
    List<Object> values = tuple.toList();
    if (values.size() != count) {
      throw new BadValueException(
          "expected a tuple of " + count + " elements, got one of " + values.size());
    }
    for (int i = 0; i < count; i++) {
      try {
        elements.codec(i).store(image, at + elements.offset(i), values.get(i));
      } catch (BadValueException e) {
        throw e.in("." + i);
      }
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    Object[] values = new Object[elements.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = elements.codec(i).load(image, at + elements.offset(i));
    }
    return Tuple.ofElements(values);
  }
}
