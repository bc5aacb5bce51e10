package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ImageSink;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of one type, one behind the other: what lists and fixed-length lists have in common.
 *
 * @param codec of one element
 * @param size bytes per element
 */
public record Elements(Codec codec, int size) {

  /** Writes elements into room that there is. */
  void store(ImageWriter image, long start, @Nullable Object[] elements) {
    int i = 0;
    try {
      for (; i < elements.length; i++) {
        codec.store(image, start + (long) i * size, elements[i]);
      }
    } catch (BadValueException e) {
      throw e.in("[" + i + "]");
    }
  }

  /** As {@link Codec#pathTo}. */
  @Nullable String pathTo(ImageSink image, long start, long count, long to) {
    if (start + count * size > ImageAccess.length(image)) {
      return null;
    }
    // The element that the offset is in, or all of them: it may be in what they refer to.
    for (long i = 0; i < count && ImageAccess.mayLookOn(image); i++) {
      String path = codec.pathTo(image, start + i * size, to);
      if (path != null) {
        return "[" + i + "]" + path;
      }
      if (to < start + (i + 1) * size && to >= start + i * size) {
        return null;
      }
    }
    return null;
  }

  List<Object> load(ImageReader image, long start, int count) {
    Object[] elements = new Object[count];
    for (int i = 0; i < count; i++) {
      elements[i] = codec.load(image, start + (long) i * size);
    }
    return Collections.unmodifiableList(Arrays.asList(elements));
  }

  void releaseUnread(ImageReader image, long start, long count) {
    for (long i = 0; i < count; i++) {
      codec.releaseUnread(image, start + i * size);
    }
  }
}
