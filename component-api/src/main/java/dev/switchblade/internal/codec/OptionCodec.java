package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.wit.WitType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An {@code option}, as {@link Optional}. */
public final class OptionCodec extends Codec.Base {
  private final Codec value;
  private final int payload;

  public OptionCodec(WitType type, Codec value, int payload) {
    super(WitTags.OPTION, type);
    this.value = value;
    this.payload = payload;
  }

  @Override
  public boolean hasNumbers() {
    return value.hasNumbers();
  }

  @Override
  public boolean hasHandles() {
    return value.hasHandles();
  }

  @Override
  public void releaseUnread(ImageReader image, long at) {
    if (image.getBool(at)) {
      value.releaseUnread(image, at + payload);
    }
  }

  @Override
  public @Nullable String unsupported() {
    return value.unsupported();
  }

  @Override
  public @Nullable String pathTo(ImageSink image, long from, long to) {
    if (from == to) {
      return "";
    }
    boolean present = ImageAccess.writtenDiscriminant(image, from, 1) == 1;
    String path = present ? value.pathTo(image, from + payload, to) : null;
    return path == null ? null : ".some" + path;
  }

  @Override
  public Layout layout() {
    return Layout.CHECKED.and(value.layout());
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (!(value instanceof Optional<?> optional)) {
      throw wrong("Optional", value);
    }
    image.putBool(at, optional.isPresent());
    if (optional.isPresent()) {
      try {
        this.value.store(image, at + payload, optional.get());
      } catch (BadValueException e) {
        throw e.in(".some");
      }
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    return image.getBool(at) ? Optional.of(value.load(image, at + payload)) : Optional.empty();
  }
}
