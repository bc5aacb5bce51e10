package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.NumberType;
import dev.switchblade.wit.WitType;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A {@code list} of numbers, as a primitive array. */
public final class NumberListCodec extends Codec.Base {
  private final NumberType element;

  /** The elements' tag. */
  private final int tag;

  public NumberListCodec(WitType type, NumberType element, int tag) {
    super(WitTags.LIST, type);
    this.element = element;
    this.tag = tag;
  }

  @Override
  public boolean hasNumbers() {
    return true;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof MemorySegment segment) {
      SegmentLists.put(image, at, segment, element.size(), Layout.PLAIN);
      return;
    }
    if (value == null || !element.isArray(value)) {
      throw wrong(element.arrayName() + " or MemorySegment", value);
    }
    switch (tag) {
      case WitTags.S8, WitTags.U8 -> image.putBytes(at, (byte[]) value);
      case WitTags.S16, WitTags.U16 -> image.putShorts(at, (short[]) value);
      case WitTags.S32, WitTags.U32 -> image.putInts(at, (int[]) value);
      case WitTags.S64, WitTags.U64 -> image.putLongs(at, (long[]) value);
      case WitTags.F32 -> image.putFloats(at, (float[]) value);
      default -> image.putDoubles(at, (double[]) value);
    }
  }

  @Override
  public Object load(ImageReader image, long at) {
    return switch (tag) {
      case WitTags.S8, WitTags.U8 -> image.getBytes(at);
      case WitTags.S16, WitTags.U16 -> image.getShorts(at);
      case WitTags.S32, WitTags.U32 -> image.getInts(at);
      case WitTags.S64, WitTags.U64 -> image.getLongs(at);
      case WitTags.F32 -> image.getFloats(at);
      default -> image.getDoubles(at);
    };
  }
}
