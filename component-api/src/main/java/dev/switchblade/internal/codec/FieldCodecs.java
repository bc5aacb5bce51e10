package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.internal.image.ImageSink;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What is in a record, a tuple, or an entry of a map: codecs, and where each value lies. */
public final class FieldCodecs {

  private final Codec[] codecs;
  private final int[] offsets;

  public FieldCodecs(Codec[] codecs, int[] offsets) {
    this.codecs = codecs;
    this.offsets = offsets;
  }

  int count() {
    return codecs.length;
  }

  Codec codec(int field) {
    return codecs[field];
  }

  int offset(int field) {
    return offsets[field];
  }

  /** As {@link Codec#pathTo}, by the names of the fields. */
  @Nullable String pathTo(ImageSink image, long from, long to, IntFunction<String> step) {
    for (int i = 0; i < codecs.length; i++) {
      String path = codecs[i].pathTo(image, from + offsets[i], to);
      if (path != null) {
        return step.apply(i) + path;
      }
    }
    return null;
  }

  boolean hasNumbers() {
    for (Codec codec : codecs) {
      if (codec.hasNumbers()) {
        return true;
      }
    }
    return false;
  }

  boolean hasHandles() {
    for (Codec codec : codecs) {
      if (codec.hasHandles()) {
        return true;
      }
    }
    return false;
  }

  void releaseUnread(ImageReader image, long at) {
    for (int i = 0; i < codecs.length; i++) {
      codecs[i].releaseUnread(image, at + offsets[i]);
    }
  }

  @Nullable String unsupported() {
    for (Codec codec : codecs) {
      if (codec.unsupported() != null) {
        return codec.unsupported();
      }
    }
    return null;
  }

  Codec.Layout layout() {
    Codec.Layout least = Codec.Layout.PLAIN;
    for (Codec codec : codecs) {
      least = least.and(codec.layout());
    }
    return least;
  }
}
