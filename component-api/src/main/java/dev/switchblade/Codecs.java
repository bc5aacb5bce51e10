package dev.switchblade;

import dev.switchblade.wit.WitType;
import dev.switchblade.wit.WitType.Primitive;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The codecs of all types that can cross, and the ones that say which can't. */
final class Codecs {

  private Codecs() {}

  static final class Bool extends Codec.Base {
    Bool() {
      super(WitTags.BOOL, Primitive.BOOL);
    }

    @Override
    public Layout layout() {
      return Layout.CHECKED;
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      if (!(value instanceof Boolean bool)) {
        throw wrong("Boolean", value);
      }
      image.putBool(at, bool);
    }

    @Override
    public Object load(ImageReader image, long at) {
      return image.getBool(at);
    }
  }

  /** {@code s8}, {@code u8}, {@code s16}, {@code u16}: integers with a range to be checked. */
  static final class Small extends Codec.Base {
    private final int least;
    private final int most;

    Small(int tag, Primitive type, int least, int most) {
      super(tag, type);
      this.least = least;
      this.most = most;
    }

    @Override
    public Layout layout() {
      return Layout.PLAIN;
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      int number;
      if (value instanceof Integer integer) {
        number = integer;
      } else if (value instanceof Short integer) {
        number = integer;
      } else if (value instanceof Byte integer) {
        number = integer;
      } else {
        throw wrong(least < 0 ? "Byte, Short or Integer" : "Integer", value);
      }
      if (number < least || number > most) {
        throw new BadValueException(
            "expected " + type() + " (" + least + ".." + most + "), got " + number);
      }
      if (tag() == WitTags.S8 || tag() == WitTags.U8) {
        image.putByte(at, (byte) number);
      } else {
        image.putShort(at, (short) number);
      }
    }

    @Override
    public Object load(ImageReader image, long at) {
      return switch (tag()) {
        case WitTags.S8 -> (Object) image.getByte(at);
        case WitTags.U8 -> Byte.toUnsignedInt(image.getByte(at));
        case WitTags.S16 -> image.getShort(at);
        default -> Short.toUnsignedInt(image.getShort(at));
      };
    }
  }

  static final class Int extends Codec.Base {
    Int(int tag, Primitive type) {
      super(tag, type);
    }

    @Override
    public Layout layout() {
      return Layout.PLAIN;
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      if (value instanceof Integer number) {
        image.putInt(at, number);
      } else if (tag() == WitTags.S32 && value instanceof Short number) {
        image.putInt(at, number);
      } else if (tag() == WitTags.S32 && value instanceof Byte number) {
        image.putInt(at, number);
      } else if (tag() == WitTags.U32 && value instanceof Long number) {
        if (number < 0 || number > 0xffff_ffffL) {
          throw new BadValueException("expected u32 (0..4294967295), got " + number);
        }
        image.putInt(at, number.intValue());
      } else {
        throw wrong(tag() == WitTags.U32 ? "Integer or Long" : "Integer", value);
      }
    }

    @Override
    public Object load(ImageReader image, long at) {
      return image.getInt(at);
    }
  }

  static final class LongInt extends Codec.Base {
    LongInt(int tag, Primitive type) {
      super(tag, type);
    }

    @Override
    public Layout layout() {
      return Layout.PLAIN;
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      if (value instanceof Long number) {
        image.putLong(at, number);
      } else if (tag() == WitTags.S64 && value instanceof Integer number) {
        image.putLong(at, number);
      } else {
        throw wrong("Long", value);
      }
    }

    @Override
    public Object load(ImageReader image, long at) {
      return image.getLong(at);
    }
  }

  static final class Float32 extends Codec.Base {
    Float32() {
      super(WitTags.F32, Primitive.F32);
    }

    @Override
    public Layout layout() {
      return Layout.PLAIN;
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      if (!(value instanceof Float number)) {
        throw wrong("Float", value);
      }
      image.putFloat(at, number);
    }

    @Override
    public Object load(ImageReader image, long at) {
      return image.getFloat(at);
    }
  }

  static final class Float64 extends Codec.Base {
    Float64() {
      super(WitTags.F64, Primitive.F64);
    }

    @Override
    public Layout layout() {
      return Layout.PLAIN;
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      if (value instanceof Double number) {
        image.putDouble(at, number);
      } else if (value instanceof Float number) {
        image.putDouble(at, number);
      } else {
        throw wrong("Double", value);
      }
    }

    @Override
    public Object load(ImageReader image, long at) {
      return image.getDouble(at);
    }
  }

  static final class Char extends Codec.Base {
    Char() {
      super(WitTags.CHAR, Primitive.CHAR);
    }

    @Override
    public Layout layout() {
      return Layout.CHECKED;
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      int codePoint;
      if (value instanceof Integer integer) {
        codePoint = integer;
      } else if (value instanceof Character character) {
        codePoint = character;
      } else {
        throw wrong("Integer, a code point, or Character", value);
      }
      try {
        image.putChar(at, codePoint);
      } catch (IllegalArgumentException e) {
        throw new BadValueException(e);
      }
    }

    @Override
    public Object load(ImageReader image, long at) {
      return image.getInt(at);
    }
  }

  static final class Text extends Codec.Base {
    Text() {
      super(WitTags.STRING, Primitive.STRING);
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      if (!(value instanceof String text)) {
        throw wrong("String", value);
      }
      try {
        image.putString(at, text);
      } catch (IllegalArgumentException e) {
        throw new BadValueException(e);
      }
    }

    @Override
    public Object load(ImageReader image, long at) {
      return image.getString(at);
    }
  }

  /** A list of numbers: a primitive array. */
  static final class Numbers extends Codec.Base {
    private final int element;

    Numbers(WitType type, int element) {
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

  /** A list of anything else: a {@link List}. */
  static final class ListCodec extends Codec.Base {
    private final Elements elements;
    private final int alignment;

    ListCodec(WitType type, Elements elements, int alignment) {
      super(WitTags.LIST, type);
      this.elements = elements;
      this.alignment = alignment;
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
        long pair = image.getPair(at);
        elements.releaseUnread(image, pair & 0xffff_ffffL, pair >>> 32);
      }
    }

    @Override
    public @Nullable String unsupported() {
      return elements.codec().unsupported();
    }

    @Override
    public @Nullable String pathTo(ImageWriter image, long from, long to) {
      if (from == to) {
        return "";
      }
      long pair = image.writtenPair(from);
      return elements.pathTo(image, pair & 0xffff_ffffL, pair >>> 32, to);
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      Layout layout = elements.codec().layout();
      if (value instanceof MemorySegment segment && layout != Layout.REFERRING) {
        image.putSegment(at, segment, elements.size(), layout);
        return;
      }
      if (!(value instanceof List<?> list)) {
        throw wrong(layout == Layout.REFERRING ? "List" : "List or MemorySegment", value);
      }
      Object[] values = list.toArray();
      long start = image.allocate((long) values.length * elements.size(), alignment);
      // First: whoever looks for the path to a bad element finds the way.
      image.putLong(at, start | (long) values.length << 32);
      elements.store(image, start, values);
    }

    @Override
    public Object load(ImageReader image, long at) {
      long pair = image.getPair(at);
      return elements.load(image, pair & 0xffff_ffffL, Math.toIntExact(pair >>> 32));
    }
  }

  static final class Option extends Codec.Base {
    private final Codec value;
    private final int payload;

    Option(WitType type, Codec value, int payload) {
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
    public @Nullable String pathTo(ImageWriter image, long from, long to) {
      boolean present = image.writtenDiscriminant(from, 1) == 1;
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

  static final class ResultCodec extends Codec.Base {
    private final @Nullable Codec ok;
    private final @Nullable Codec error;
    private final int payload;

    ResultCodec(WitType type, @Nullable Codec ok, @Nullable Codec error, int payload) {
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
    public @Nullable String pathTo(ImageWriter image, long from, long to) {
      boolean failure = image.writtenDiscriminant(from, 1) == 1;
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
          throw new BadValueException("expected nothing (null), got " + Codec.describe(value));
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

  /** A type that can be reflected only. */
  static final class Unsupported extends Codec.Base {
    Unsupported(int tag, WitType type) {
      super(tag, type);
    }

    @Override
    public String unsupported() {
      return type().toString();
    }

    @Override
    public void store(ImageWriter image, long at, @Nullable Object value) {
      throw new BadValueException("values of the type " + type() + " are not supported yet");
    }

    @Override
    public Object load(ImageReader image, long at) {
      throw new SwitchbladeException("values of the type " + type() + " are not supported yet");
    }
  }
}
