package dev.switchblade.internal.codec;

import dev.switchblade.Result;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.internal.value.Complaints;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.Nullable;

/** A {@code result}, as {@link Result}. */
public final class ResultCodec extends Codec.Base {
  private final @Nullable Codec ok;
  private final @Nullable Codec error;
  private final int payload;

  public ResultCodec(WitType type, @Nullable Codec ok, @Nullable Codec error, int payload) {
    super(WitTags.RESULT, type);
    this.ok = ok;
    this.error = error;
    this.payload = payload;
  }

  @Override
  public boolean hasNumbers() {
    return (ok != null && ok.hasNumbers()) || (error != null && error.hasNumbers());
  }

  @Override
  public boolean hasHandles() {
    return (ok != null && ok.hasHandles()) || (error != null && error.hasHandles());
  }

  @Override
  public void releaseUnread(ImageReader image, long at) {
    Codec part = image.getBool(at) ? error : ok;
    if (part != null) {
      part.releaseUnread(image, at + payload);
    }
  }

  @Override
  public @Nullable String unsupported() {
    String first = ok == null ? null : ok.unsupported();
    return first == null && error != null ? error.unsupported() : first;
  }

  @Override
  public @Nullable String pathTo(ImageSink image, long from, long to) {
    if (from == to) {
      return "";
    }
    boolean failure = ImageAccess.writtenDiscriminant(image, from, 1) == 1;
    Codec part = failure ? error : ok;
    String path = part == null ? null : part.pathTo(image, from + payload, to);
    return path == null ? null : (failure ? ".err" : ".ok") + path;
  }

  @Override
  public Layout layout() {
    Layout layout = ok == null ? Layout.CHECKED : Layout.CHECKED.and(ok.layout());
    return error == null ? layout : layout.and(error.layout());
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof Result.Ok<?, ?> success) {
      image.putBool(at, false);
      storePart(image, at + payload, ok, success.value(), "ok");
    } else if (value instanceof Result.Err<?, ?> failure) {
      image.putBool(at, true);
      storePart(image, at + payload, error, failure.error(), "err");
    } else {
      throw wrong("Result.Ok or Result.Err", value);
    }
  }

  private static void storePart(
      ImageWriter image, long at, @Nullable Codec codec, @Nullable Object value, String name) {
    try {
      if (codec != null) {
        codec.store(image, at, value);
      } else if (value != null) {
        throw new BadValueException("expected nothing (null), got " + Complaints.describe(value));
      }
    } catch (BadValueException e) {
      throw e.in("." + name);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    return image.getBool(at)
        ? new Result.Err<>(error == null ? null : error.load(image, at + payload))
        : new Result.Ok<>(ok == null ? null : ok.load(image, at + payload));
  }
}
