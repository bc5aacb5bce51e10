package dev.switchblade;

import dev.switchblade.wit.WitType;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A {@code list} of numbers, as a primitive array. */
final class NumberListCodec extends Codec.Base {
  private final int element;

  NumberListCodec(WitType type, int element) {
    super(WitTags.LIST, type);
    this.element = element;
  }

  static boolean has(int element) {
    return element >= WitTags.S8 && element <= WitTags.F64;
  }

  @Override
  public boolean hasNumbers() {
    return true;
  }

  @Override
  public void store(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof MemorySegment segment) {
      image.putSegment(at, segment, size(element), Layout.PLAIN);
      return;
    }
    boolean stored =
        switch (element) {
          case WitTags.S8, WitTags.U8 -> storeBytes(image, at, value);
          case WitTags.S16, WitTags.U16 -> storeShorts(image, at, value);
          case WitTags.S32, WitTags.U32 -> storeInts(image, at, value);
          case WitTags.S64, WitTags.U64 -> storeLongs(image, at, value);
          case WitTags.F32 -> storeFloats(image, at, value);
          default -> storeDoubles(image, at, value);
        };
    if (!stored) {
      throw wrong(arrayName(element) + " or MemorySegment", value);
    }
  }

  /** Bytes of an element. */
  private static int size(int element) {
    return switch (element) {
      case WitTags.S8, WitTags.U8 -> 1;
      case WitTags.S16, WitTags.U16 -> 2;
      case WitTags.S32, WitTags.U32, WitTags.F32 -> 4;
      default -> 8;
    };
  }

  /** The Java type of lists of an element type. */
  static String arrayName(int element) {
    return switch (element) {
      case WitTags.S8, WitTags.U8 -> "byte[]";
      case WitTags.S16, WitTags.U16 -> "short[]";
      case WitTags.S32, WitTags.U32 -> "int[]";
      case WitTags.S64, WitTags.U64 -> "long[]";
      case WitTags.F32 -> "float[]";
      default -> "double[]";
    };
  }

  private static boolean storeBytes(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof byte[] array) {
      image.putBytes(at, array);
      return true;
    }
    return false;
  }

  private static boolean storeShorts(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof short[] array) {
      image.putShorts(at, array);
      return true;
    }
    return false;
  }

  private static boolean storeInts(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof int[] array) {
      image.putInts(at, array);
      return true;
    }
    return false;
  }

  private static boolean storeLongs(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof long[] array) {
      image.putLongs(at, array);
      return true;
    }
    return false;
  }

  private static boolean storeFloats(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof float[] array) {
      image.putFloats(at, array);
      return true;
    }
    return false;
  }

  private static boolean storeDoubles(ImageWriter image, long at, @Nullable Object value) {
    if (value instanceof double[] array) {
      image.putDoubles(at, array);
      return true;
    }
    return false;
  }

  @Override
  public Object load(ImageReader image, long at) {
    return switch (element) {
      case WitTags.S8, WitTags.U8 -> image.getBytes(at);
      case WitTags.S16, WitTags.U16 -> image.getShorts(at);
      case WitTags.S32, WitTags.U32 -> image.getInts(at);
      case WitTags.S64, WitTags.U64 -> image.getLongs(at);
      case WitTags.F32 -> image.getFloats(at);
      default -> image.getDoubles(at);
    };
  }
}
