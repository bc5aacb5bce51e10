package dev.switchblade.internal.codec;

import dev.switchblade.WitVariant;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.internal.value.Complaints;
import dev.switchblade.wit.WitType;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@code variant}, as {@link WitVariant}. */
public final class VariantCodec extends Codec.Base {

  private final String[] names;
  private final @Nullable Codec[] payloads;
  private final Labels labels;
  private final int payload;

  /** What cases without a payload are read as. */
  private final @Nullable WitVariant[] empty;

  /**
   * Makes a codec.
   *
   * @param payloads null for cases without
   * @param discriminant bytes of the discriminant
   * @param payload the offset of payloads
   */
  public VariantCodec(
      WitType.VariantOf type, @Nullable Codec[] payloads, int discriminant, int payload) {
    super(WitTags.VARIANT, type);
    this.payloads = payloads;
    this.payload = payload;
    this.names = new String[payloads.length];
    this.empty = new WitVariant[payloads.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = type.cases().get(i).name();
      empty[i] = payloads[i] == null ? WitVariant.of(names[i]) : null;
    }
    this.labels = new Labels(names, discriminant);
  }

  @Override
  public boolean hasNumbers() {
    for (Codec codec : payloads) {
      if (codec != null && codec.hasNumbers()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean hasHandles() {
    for (Codec codec : payloads) {
      if (codec != null && codec.hasHandles()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void releaseUnread(ImageReader image, long at) {
    Codec codec = payloads[labels.getNumber(image, at)];
    if (codec != null) {
      codec.releaseUnread(image, at + payload);
    }
  }

  @Override
  public @Nullable String unsupported() {
    for (Codec codec : payloads) {
      if (codec != null && codec.unsupported() != null) {
        return codec.unsupported();
      }
    }
    return null;
  }

  @Override
  public @Nullable String pathTo(ImageSink image, long from, long to) {
    if (from == to) {
      return "";
    }
    int index = labels.writtenNumber(image, from);
    Codec codec = index >= 0 && index < payloads.length ? payloads[index] : null;
    String path = codec == null ? null : codec.pathTo(image, from + payload, to);
    return path == null ? null : "." + names[index] + path;
  }

  @Override
  public Layout layout() {
    Layout least = Layout.CHECKED;
    for (Codec codec : payloads) {
      least = codec == null ? least : least.and(codec.layout());
    }
    return least;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (!(value instanceof WitVariant variant)) {
      throw wrong("WitVariant", value);
    }
    int index = labels.indexOf(variant.name());
    if (index < 0) {
      throw new BadValueException(
          "expected one of " + Arrays.toString(names) + ", got " + variant.name());
    }
    labels.putNumber(image, at, index);
    Codec codec = payloads[index];
    try {
      if (codec != null) {
        codec.store(image, at + payload, variant.value());
      } else if (variant.value() != null) {
        throw new BadValueException(
            "expected nothing (null), got " + Complaints.describe(variant.value()));
      }
    } catch (BadValueException e) {
      throw e.in("." + names[index]);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    int index = labels.getNumber(image, at);
    WitVariant known = empty[index];
    if (known != null) {
      return known;
    }
    Codec codec = Objects.requireNonNull(payloads[index]);
    return new WitVariant(names[index], codec.load(image, at + payload));
  }
}
