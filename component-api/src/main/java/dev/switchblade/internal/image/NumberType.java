package dev.switchblade.internal.image;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.switchblade.internal.ffi.WitTags;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * The number types of WIT by the arrays that their lists are in Java: what is particular to each.
 * Types with and without a sign have the same array.
 */
public enum NumberType {

  /** {@code s8}, {@code u8}. */
  BYTE(1, byte[].class) {
    @Override
    public MemorySegment segment(Object array) {
      return MemorySegment.ofArray((byte[]) array);
    }

    @Override
    Object toArray(MemorySegment numbers) {
      return numbers.toArray(JAVA_BYTE);
    }
  },

  /** {@code s16}, {@code u16}. */
  SHORT(2, short[].class) {
    @Override
    public MemorySegment segment(Object array) {
      return MemorySegment.ofArray((short[]) array);
    }

    @Override
    Object toArray(MemorySegment numbers) {
      return numbers.toArray(JAVA_SHORT_UNALIGNED);
    }
  },

  /** {@code s32}, {@code u32}. */
  INT(4, int[].class) {
    @Override
    public MemorySegment segment(Object array) {
      return MemorySegment.ofArray((int[]) array);
    }

    @Override
    Object toArray(MemorySegment numbers) {
      return numbers.toArray(JAVA_INT_UNALIGNED);
    }
  },

  /** {@code s64}, {@code u64}. */
  LONG(8, long[].class) {
    @Override
    public MemorySegment segment(Object array) {
      return MemorySegment.ofArray((long[]) array);
    }

    @Override
    Object toArray(MemorySegment numbers) {
      return numbers.toArray(JAVA_LONG_UNALIGNED);
    }
  },

  /** {@code f32}. */
  FLOAT(4, float[].class) {
    @Override
    public MemorySegment segment(Object array) {
      return MemorySegment.ofArray((float[]) array);
    }

    @Override
    Object toArray(MemorySegment numbers) {
      return numbers.toArray(JAVA_FLOAT_UNALIGNED);
    }
  },

  /** {@code f64}. */
  DOUBLE(8, double[].class) {
    @Override
    public MemorySegment segment(Object array) {
      return MemorySegment.ofArray((double[]) array);
    }

    @Override
    Object toArray(MemorySegment numbers) {
      return numbers.toArray(JAVA_DOUBLE_UNALIGNED);
    }
  };

  private final int size;
  private final Class<?> arrayClass;

  NumberType(int size, Class<?> arrayClass) {
    this.size = size;
    this.arrayClass = arrayClass;
  }

  /** The number type of a tag of {@link WitTags}; null if that is no number's. */
  public static @Nullable NumberType ofTag(int tag) {
    return switch (tag) {
      case WitTags.S8, WitTags.U8 -> BYTE;
      case WitTags.S16, WitTags.U16 -> SHORT;
      case WitTags.S32, WitTags.U32 -> INT;
      case WitTags.S64, WitTags.U64 -> LONG;
      case WitTags.F32 -> FLOAT;
      case WitTags.F64 -> DOUBLE;
      default -> null;
    };
  }

  /** A primitive array that lists of numbers are, as memory. */
  static MemorySegment segmentOf(Object array) {
    for (NumberType type : VALUES) {
      if (type.isArray(array)) {
        return type.segment(array);
      }
    }
    throw new IllegalStateException("no array of numbers: " + array.getClass());
  }

  private static final NumberType[] VALUES = values();

  /** Bytes of a number. */
  public int size() {
    return size;
  }

  /** As in {@code int[]}. */
  public String arrayName() {
    return arrayClass.getSimpleName();
  }

  /** Says whether an object is an array of such numbers. */
  public boolean isArray(@Nullable Object value) {
    return arrayClass.isInstance(value);
  }

  /** A new array. */
  public Object newArray(int length) {
    return Array.newInstance(arrayClass.componentType(), length);
  }

  /** An array as memory. */
  public abstract MemorySegment segment(Object array);

  /** A new array of the numbers in memory, wherever they start. */
  abstract Object toArray(MemorySegment numbers);
}
