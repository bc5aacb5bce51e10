package dev.switchblade.abi;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.switchblade.ClosedException;
import dev.switchblade.HostResource;
import dev.switchblade.InvalidValueException;
import dev.switchblade.Resource;
import dev.switchblade.Result;
import dev.switchblade.TupleN;
import dev.switchblade.internal.image.BufferPool;
import dev.switchblade.internal.image.ImageAccess;
import dev.switchblade.internal.image.ImageBuffer;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.internal.image.ResourceScope;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an image: values in the memory layout of the canonical ABI, with 32-bit pointers.
 *
 * <p>Offsets count bytes from the start of the image; they are those of the <a
 * href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#alignment">canonical
 * ABI</a> for the tuple of a function's parameters, or of its result. Contents of strings and lists
 * are appended. Every field must be written: what isn't has the value of an earlier call. The
 * native library checks the image against the function's type before the guest sees any of it.
 *
 * <p>A writer belongs to its {@link Call} or host function. It can be used until the call is
 * invoked, or as long as the host function runs, by the thread that makes the call; at other times,
 * and on other threads, its methods throw {@link IllegalStateException}. What is written behind the
 * room that was allocated is part of no value, and is not always refused.
 */
public final class ImageWriter extends ImageSink {

  /** Up to so many characters are tried as ASCII, which allocates nothing. */
  private static final int SHORT_STRING = 1000;

  /**
   * Made with the call that it belongs to.
   *
   * @hidden
   * @param phase when it can be used: one of the store's owner
   */
  @SuppressWarnings("InvalidBlockTag") // @hidden is one
  public ImageWriter(ImageBuffer buffer, ResourceScope resources, int phase) {
    super(buffer, resources, phase);
  }

  /** Writes a {@code bool}. */
  public void putBool(long at, boolean value) {
    segment(at).set(JAVA_BYTE, base + at, (byte) (value ? 1 : 0));
  }

  /** Writes an {@code s8}, or the bits of a {@code u8}. */
  public void putByte(long at, byte value) {
    segment(at).set(JAVA_BYTE, base + at, value);
  }

  /** Writes an {@code s16}, or the bits of a {@code u16}. */
  public void putShort(long at, short value) {
    segment(at).set(JAVA_SHORT_UNALIGNED, base + at, value);
  }

  /**
   * Writes a {@code u8}.
   *
   * @param at the offset
   * @param value 0 to 255
   * @throws IllegalArgumentException if it is not; the message has the path to it
   */
  public void putU8(long at, int value) {
    if (value != (value & 0xff)) {
      throw unfit(at, "expected u8 (0..255), got " + value);
    }
    putByte(at, (byte) value);
  }

  /**
   * Writes a {@code u16}.
   *
   * @param at the offset
   * @param value 0 to 65535
   * @throws IllegalArgumentException if it is not; the message has the path to it
   */
  public void putU16(long at, int value) {
    if (value != (value & 0xffff)) {
      throw unfit(at, "expected u16 (0..65535), got " + value);
    }
    putShort(at, (short) value);
  }

  /** Writes an {@code s32}, or the bits of a {@code u32}. */
  public void putInt(long at, int value) {
    segment(at).set(JAVA_INT_UNALIGNED, base + at, value);
  }

  /** Writes an {@code s64}, or the bits of a {@code u64}. */
  public void putLong(long at, long value) {
    segment(at).set(JAVA_LONG_UNALIGNED, base + at, value);
  }

  /** Writes an {@code f32}. */
  public void putFloat(long at, float value) {
    segment(at).set(JAVA_FLOAT_UNALIGNED, base + at, value);
  }

  /** Writes an {@code f64}. */
  public void putDouble(long at, double value) {
    segment(at).set(JAVA_DOUBLE_UNALIGNED, base + at, value);
  }

  /**
   * Writes a {@code char}.
   *
   * @param at the offset
   * @param codePoint a Unicode scalar value
   * @throws IllegalArgumentException if it is a surrogate, or beyond U+10FFFF
   */
  public void putChar(long at, int codePoint) {
    if (!Character.isValidCodePoint(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
      throw unfit(
          at, "expected char (a Unicode scalar value), got 0x" + Integer.toHexString(codePoint));
    }
    putInt(at, codePoint);
  }

  /**
   * Writes a {@code string}.
   *
   * @param at the offset
   * @param value the text
   * @throws IllegalArgumentException if it has an unpaired surrogate, for which UTF-8 has no form
   */
  public void putString(long at, String value) {
    if (value == null) {
      throw unfit(at, "expected string, got null");
    }
    int length = value.length();
    if (length <= SHORT_STRING && putAscii(at, value, length)) {
      return;
    }
    putEncoded(at, value);
  }

  /**
   * Writes a string that is ASCII, without allocating anything; says whether it is.
   *
   * <p>{@code setString} copies ASCII as it is, and doesn't tell how long the UTF-8 became. A byte
   * that UTF-8 doesn't have, behind where the terminator of ASCII goes, tells: it is still there if
   * each character became one byte.
   */
  private boolean putAscii(long at, String value, int length) {
    long start = reserve(3L * length + 9);
    end = start;
    MemorySegment target = segment;
    long behind = start + length + 1;
    target.set(JAVA_BYTE, behind, (byte) 0xff);
    target.setString(start, value, StandardCharsets.UTF_8);
    if (target.get(JAVA_BYTE, behind) != (byte) 0xff || hasQuestionMark(target, start, length)) {
      return false;
    }
    end = start + length;
    putPair(at, start - base, length);
    return true;
  }

  /**
   * Looks for what an unpaired surrogate becomes, in one byte: eight bytes at once, and so perhaps
   * in up to seven bytes behind the end.
   */
  private static boolean hasQuestionMark(MemorySegment text, long start, int length) {
    long found = 0;
    for (long i = start; i < start + length; i += 8) {
      long zeroWhereEqual = text.get(JAVA_LONG_UNALIGNED, i) ^ 0x3f3f3f3f3f3f3f3fL;
      found |= (zeroWhereEqual - 0x0101010101010101L) & ~zeroWhereEqual & 0x8080808080808080L;
    }
    return found != 0;
  }

  private void putEncoded(long at, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    checkSurrogates(at, value, bytes);
    long start = reserve(bytes.length);
    MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, start, bytes.length);
    putPair(at, start - base, bytes.length);
  }

  /**
   * Finds unpaired surrogates, which encoding has replaced by {@code ?}: one byte for one char, as
   * only ASCII has otherwise.
   */
  private void checkSurrogates(long at, String value, byte[] utf8) {
    boolean ascii =
        utf8.length == value.length()
            && value.equals(new String(utf8, StandardCharsets.ISO_8859_1));
    if (ascii) {
      return;
    }
    int i = 0;
    while (i < value.length()) {
      char c = value.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
              && i + 1 < value.length()
              && Character.isLowSurrogate(value.charAt(i + 1));
      if (Character.isSurrogate(c) && !paired) {
        throw unfit(
            at,
            "expected string, got one with an unpaired surrogate (0x"
                + Integer.toHexString(c)
                + " at index "
                + i
                + ")");
      }
      i += paired ? 2 : 1;
    }
  }

  /** Code that nobody checked for null gets to all of these methods. */
  private void requireList(long at, @Nullable Object value) {
    if (value == null) {
      throw unfit(at, "expected list, got null");
    }
  }

  private void requireValue(long at, @Nullable Object value, String what) {
    if (value == null) {
      throw unfit(at, "expected " + what + ", got null");
    }
  }

  /** Writes a {@code list<u8>} or {@code list<s8>}. */
  public void putBytes(long at, byte[] value) {
    requireList(at, value);
    if (value.length >= DIRECT_SIZE) {
      putDirect(at, value, value.length);
    } else {
      long start = reserve(value.length);
      MemorySegment.copy(value, 0, segment, JAVA_BYTE, start, value.length);
      putPair(at, start - base, value.length);
    }
  }

  /**
   * Writes a {@code list<u8>} or {@code list<s8>} from any memory. It is read when the call is
   * made, or now.
   *
   * @throws IllegalArgumentException as {@link #putSegment(long, MemorySegment, long)}
   */
  public void putBytes(long at, MemorySegment value) {
    putSegment(at, value, 1);
  }

  /**
   * Writes a {@code list} of numbers, or of records, tuples and fixed-length lists of numbers, from
   * any memory that holds the elements in the canonical ABI's layout. It is copied once: when the
   * call is made, straight to where the guest wants it, or, if it is small, now.
   *
   * @param at where the list's offset and length go
   * @param elements the elements; must stay as they are until the call has been made
   * @param elementSize bytes per element
   * @throws IllegalArgumentException if its size is not a multiple of an element's or more than a
   *     guest can take, or this thread can't access it; the message has the path to it
   * @throws IllegalStateException if it has been released
   */
  public void putSegment(long at, MemorySegment elements, long elementSize) {
    requireList(at, elements);
    String problem = problemOf(elements, elementSize);
    if (problem != null) {
      throw unfit(at, problem);
    }
    if (!elements.scope().isAlive()) {
      throw new IllegalStateException(unfit(at, RELEASED).getMessage());
    }
    copySegment(at, elements, elementSize);
  }

  /**
   * Writes a handle of type {@code own}: gives the resource away, if the call is made.
   *
   * @param resource one that a component implements, in this store
   * @throws ClosedException if it is closed
   * @throws IllegalStateException if it was given away
   * @throws IllegalArgumentException if it lives in another store, or was borrowed
   */
  public void putOwn(long at, Resource resource) {
    requireResource(at, resource);
    give(at, resource);
  }

  /**
   * Writes a handle of type {@code borrow}: lends the resource for the call.
   *
   * @param resource one that a component implements, in this store
   * @throws ClosedException if it is closed
   * @throws IllegalStateException if it was given away
   * @throws IllegalArgumentException if it lives in another store
   */
  public void putBorrow(long at, Resource resource) {
    requireResource(at, resource);
    lend(at, resource);
  }

  /**
   * Writes a handle of type {@code own}: gives the object to the guest.
   *
   * @param resource what the host implements it as
   * @param object the object
   * @param <T> the class of its objects
   */
  public <T> void putOwn(long at, HostResource<T> resource, T object) {
    requireObject(at, resource, object);
    putHostObject(at, resource, object, true);
  }

  /**
   * Writes a handle of type {@code borrow}: lends the object for the call.
   *
   * @param resource what the host implements it as
   * @param object the object
   * @param <T> the class of its objects
   */
  public <T> void putBorrow(long at, HostResource<T> resource, T object) {
    requireObject(at, resource, object);
    putHostObject(at, resource, object, false);
  }

  final void requireResource(long at, @Nullable Object resource) {
    requireValue(at, resource, "resource");
  }

  private void requireObject(long at, HostResource<?> resource, @Nullable Object object) {
    if (object == null) {
      throw unfit(at, "expected " + resource + ", got null");
    }
  }

  /** Writes a {@code list<u16>} or {@code list<s16>}. */
  public void putShorts(long at, short[] value) {
    requireList(at, value);
    if (value.length >= DIRECT_SIZE / 2) {
      putDirect(at, value, value.length);
    } else {
      long start = allocate(2L * value.length, 2);
      MemorySegment.copy(value, 0, segment, JAVA_SHORT_UNALIGNED, start + base, value.length);
      putPair(at, start, value.length);
    }
  }

  /** Writes a {@code list<u32>} or {@code list<s32>}. */
  public void putInts(long at, int[] value) {
    requireList(at, value);
    if (value.length >= DIRECT_SIZE / 4) {
      putDirect(at, value, value.length);
    } else {
      long start = allocate(4L * value.length, 4);
      MemorySegment.copy(value, 0, segment, JAVA_INT_UNALIGNED, start + base, value.length);
      putPair(at, start, value.length);
    }
  }

  /** Writes a {@code list<u64>} or {@code list<s64>}. */
  public void putLongs(long at, long[] value) {
    requireList(at, value);
    if (value.length >= DIRECT_SIZE / 8) {
      putDirect(at, value, value.length);
    } else {
      long start = allocate(8L * value.length, 8);
      MemorySegment.copy(value, 0, segment, JAVA_LONG_UNALIGNED, start + base, value.length);
      putPair(at, start, value.length);
    }
  }

  /** Writes a {@code list<f32>}. */
  public void putFloats(long at, float[] value) {
    requireList(at, value);
    if (value.length >= DIRECT_SIZE / 4) {
      putDirect(at, value, value.length);
    } else {
      long start = allocate(4L * value.length, 4);
      MemorySegment.copy(value, 0, segment, JAVA_FLOAT_UNALIGNED, start + base, value.length);
      putPair(at, start, value.length);
    }
  }

  /** Writes a {@code list<f64>}. */
  public void putDoubles(long at, double[] value) {
    requireList(at, value);
    if (value.length >= DIRECT_SIZE / 8) {
      putDirect(at, value, value.length);
    } else {
      long start = allocate(8L * value.length, 8);
      MemorySegment.copy(value, 0, segment, JAVA_DOUBLE_UNALIGNED, start + base, value.length);
      putPair(at, start, value.length);
    }
  }

  /**
   * Writes a {@code list} of anything.
   *
   * @param at where the list's offset and length go
   * @param value the elements
   * @param size bytes per element, 1 or more
   * @param alignment of an element, in bytes
   * @param element writes one
   * @param <T> the Java type of the elements
   * @throws IllegalArgumentException if the size or the alignment can't be, the list is too large,
   *     or it has fewer elements than it says; what it has more than it says is left out
   */
  public <T extends @Nullable Object> void putList(
      long at,
      List<? extends T> value,
      long size,
      long alignment,
      ElementWriter<? super T> element) {
    requireList(at, value);
    int count = value.size();
    if (size < 1 || count < 0) {
      throw noSuchList(count, size);
    }
    BufferPool.checkSize(size);
    long start = allocate(count * size, alignment);
    // First: whoever looks for the path to a bad element finds the way.
    putPair(at, start, count);
    // Few variables, so that they stay in registers: this loop is what lists of records cost.
    long to = start;
    long end = start + count * size;
    try {
      for (T one : value) {
        if (to == end) {
          return;
        }
        element.write(this, to, one);
        to += size;
      }
    } catch (NullPointerException e) {
      // Looked at when it has happened, so that the loop has no test for each element.
      throw nullAt((to - start) / size, value, at, e);
    }
    if (to != end) {
      throw tooFew((to - start) / size, count);
    }
  }

  /**
   * The complaint about a null in a list. Its path is the list's and the element's number: the
   * offset of an element may be that of its first part, too.
   */
  private static InvalidValueException unfitElement(String list, int index) {
    return new InvalidValueException(list + "[" + index + "]", "expected a value, got null");
  }

  /** The complaint about an element that is null; or what was thrown, if this one isn't. */
  private RuntimeException nullAt(
      long index, Iterable<? extends @Nullable Object> list, long at, NullPointerException thrown) {
    int i = 0;
    for (Object one : list) {
      if (i == index) {
        return one == null ? unfitElement(unfit(at, "").path(), i) : thrown;
      }
      i++;
    }
    return thrown;
  }

  private static IllegalArgumentException noSuchList(int count, long size) {
    return new IllegalArgumentException(
        "there is no list of " + count + " elements of " + size + " bytes each");
  }

  private static IllegalArgumentException tooFew(long found, int count) {
    return new IllegalArgumentException(
        "the list has " + found + " elements, and said that it has " + count);
  }

  /**
   * Writes a {@code map}: a list of entries.
   *
   * @param at where the list's offset and length go
   * @param value the entries
   * @param size bytes per entry
   * @param alignment of an entry, in bytes
   * @param valueAt where an entry's value is, from the entry's start
   * @param keys writes a key
   * @param values writes a value
   * @param <K> the Java type of the keys
   * @param <V> the Java type of the values
   */
  public <K, V> void putMap(
      long at,
      Map<? extends K, ? extends V> value,
      long size,
      long alignment,
      long valueAt,
      ElementWriter<? super K> keys,
      ElementWriter<? super V> values) {
    requireValue(at, value, "map");
    putList(
        at,
        List.copyOf(value.entrySet()),
        size,
        alignment,
        (image, to, entry) -> {
          requirePart(entry.getKey(), "a key", at, size, to, ".key");
          keys.write(image, to, entry.getKey());
          requirePart(entry.getValue(), "a value", at, size, to, ".value");
          values.write(image, to + valueAt, entry.getValue());
        });
  }

  /** Requires a part of an entry, whose first part may have the same offset, to be there. */
  private void requirePart(
      @Nullable Object part, String what, long map, long size, long entry, String step) {
    if (part == null) {
      long elements = ImageAccess.writtenPair(this, map) & 0xffff_ffffL;
      long index = (entry - elements) / size;
      throw new InvalidValueException(
          unfit(map, "").path() + "[" + index + "]" + step, "expected " + what + ", got null");
    }
  }

  /**
   * Writes an {@code option}.
   *
   * @param at the offset
   * @param value what may be there
   * @param payloadAt where it goes, from {@code at}
   * @param payload writes it
   * @param <T> its Java type
   */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // it is WIT's option
  public <T> void putOption(
      long at, Optional<? extends T> value, long payloadAt, ElementWriter<? super T> payload) {
    requireValue(at, value, "option (Optional)");
    boolean present = value.isPresent();
    putBool(at, present);
    if (present) {
      payload.write(this, at + payloadAt, value.get());
    }
  }

  /**
   * Writes a {@code result}.
   *
   * @param at the offset
   * @param value a success or a failure
   * @param payloadAt where what it carries goes, from {@code at}
   * @param ok writes what a success carries; null if that is nothing
   * @param err writes what a failure carries; null if that is nothing
   * @param <T> the Java type of a success
   * @param <E> the Java type of a failure
   */
  public <T extends @Nullable Object, E extends @Nullable Object> void putResult(
      long at,
      Result<? extends T, ? extends E> value,
      long payloadAt,
      @Nullable ElementWriter<? super T> ok,
      @Nullable ElementWriter<? super E> err) {
    requireValue(at, value, "result (Result)");
    switch (value) {
      case Result.Ok<? extends T, ? extends E>(var success) -> {
        putBool(at, false);
        if (ok != null) {
          requirePayload(at, success, ".ok");
          ok.write(this, at + payloadAt, success);
        }
      }
      case Result.Err<? extends T, ? extends E>(var failure) -> {
        putBool(at, true);
        if (err != null) {
          requirePayload(at, failure, ".err");
          err.write(this, at + payloadAt, failure);
        }
      }
    }
  }

  /** Requires what a result carries, whose first part may have the same offset, to be there. */
  private void requirePayload(long at, @Nullable Object payload, String step) {
    if (payload == null) {
      throw new InvalidValueException(
          unfit(at, "").path() + step, "expected what the result carries, got null");
    }
  }

  /**
   * Writes {@code flags} whose labels are the constants of an enum, the lowest bit first.
   *
   * @param at the offset
   * @param value the labels that are set
   * @param size bytes of the flags: 1, 2 or 4
   */
  @SuppressWarnings("EnumOrdinal") // the position is what WIT means
  public void putFlags(long at, Set<? extends Enum<?>> value, int size) {
    requireValue(at, value, "flags (Set)");
    int bits = 0;
    for (Enum<?> label : value) {
      requireValue(at, label, "labels of flags");
      bits |= 1 << label.ordinal();
    }
    putDiscriminant(at, bits, size);
  }

  /**
   * Writes an {@code enum} whose cases are the constants of a Java enum, in order.
   *
   * @param at the offset
   * @param value the case
   * @param size bytes of its number: 1, 2 or 4
   */
  @SuppressWarnings("EnumOrdinal") // the position is what WIT means
  public void putEnum(long at, Enum<?> value, int size) {
    requireValue(at, value, "enum");
    putDiscriminant(at, value.ordinal(), size);
  }

  /**
   * Writes the number of a case, or a word of flags.
   *
   * @param at the offset
   * @param number its lowest bytes are written
   * @param size bytes: 1, 2 or 4
   */
  public void putDiscriminant(long at, int number, int size) {
    switch (size) {
      case 1 -> putByte(at, (byte) number);
      case 2 -> putShort(at, (short) number);
      default -> putInt(at, number);
    }
  }

  /**
   * Writes a {@code list<T, n>} of anything: its elements, in place.
   *
   * @param at where the first element goes
   * @param value the elements
   * @param length how many there must be
   * @param size bytes per element
   * @param element writes one
   * @param <T> the Java type of the elements
   * @throws IllegalArgumentException if there are more or fewer
   */
  public <T extends @Nullable Object> void putFixedLengthList(
      long at, List<? extends T> value, int length, long size, ElementWriter<? super T> element) {
    if (value == null) {
      throw unfitList(at, length, size, "expected list, got null");
    }
    checkLength(at, value.size(), length, size);
    for (int i = 0; i < length; i++) {
      T one = value.get(i);
      if (one == null) {
        throw unfitElement(unfitList(at, length, size, "").path(), i);
      }
      element.write(this, at + i * size, one);
    }
  }

  /** Writes a {@code list<u8, n>} or {@code list<s8, n>}; see {@link #putFixedLengthList}. */
  public void putFixedLengthBytes(long at, byte[] value, int length) {
    requireList(at, value);
    checkLength(at, value.length, length, 1);
    MemorySegment.copy(value, 0, segment(at), JAVA_BYTE, base + at, length);
  }

  /** Writes a {@code list<u16, n>} or {@code list<s16, n>}; see {@link #putFixedLengthList}. */
  public void putFixedLengthShorts(long at, short[] value, int length) {
    requireList(at, value);
    checkLength(at, value.length, length, 2);
    MemorySegment.copy(value, 0, segment(at), JAVA_SHORT_UNALIGNED, base + at, length);
  }

  /** Writes a {@code list<u32, n>} or {@code list<s32, n>}; see {@link #putFixedLengthList}. */
  public void putFixedLengthInts(long at, int[] value, int length) {
    requireList(at, value);
    checkLength(at, value.length, length, 4);
    MemorySegment.copy(value, 0, segment(at), JAVA_INT_UNALIGNED, base + at, length);
  }

  /** Writes a {@code list<u64, n>} or {@code list<s64, n>}; see {@link #putFixedLengthList}. */
  public void putFixedLengthLongs(long at, long[] value, int length) {
    requireList(at, value);
    checkLength(at, value.length, length, 8);
    MemorySegment.copy(value, 0, segment(at), JAVA_LONG_UNALIGNED, base + at, length);
  }

  /** Writes a {@code list<f32, n>}; see {@link #putFixedLengthList}. */
  public void putFixedLengthFloats(long at, float[] value, int length) {
    requireList(at, value);
    checkLength(at, value.length, length, 4);
    MemorySegment.copy(value, 0, segment(at), JAVA_FLOAT_UNALIGNED, base + at, length);
  }

  /** Writes a {@code list<f64, n>}; see {@link #putFixedLengthList}. */
  public void putFixedLengthDoubles(long at, double[] value, int length) {
    requireList(at, value);
    checkLength(at, value.length, length, 8);
    MemorySegment.copy(value, 0, segment(at), JAVA_DOUBLE_UNALIGNED, base + at, length);
  }

  private void checkLength(long at, int found, int expected, long size) {
    if (found != expected) {
      throw unfitList(at, expected, size, "expected " + expected + " elements, got " + found);
    }
  }

  /**
   * Requires a tuple to have as many elements as its WIT type, before they are written.
   *
   * @param at where the tuple goes
   * @param value the tuple
   * @param length how many elements there must be
   * @throws IllegalArgumentException if there are more or fewer; the message has the path to it
   */
  public void requireLength(long at, TupleN value, int length) {
    if (value == null) {
      throw unfitTuple(at, length, "expected a tuple of " + length + " elements, got null");
    }
    int found = value.size();
    if (found != length) {
      throw unfitTuple(
          at, length, "expected a tuple of " + length + " elements, got one of " + found);
    }
  }

  /**
   * Requires a host function to have returned something: a record, a variant or a tuple, whose
   * parts are written one by one.
   *
   * @param value what it returned
   * @param <T> its Java type
   * @return the value
   * @throws InvalidValueException if it is null; the message names the host function
   */
  public <T> T requireReturned(@Nullable T value) {
    if (value == null) {
      throw unfitWhole("expected a value, got null");
    }
    return value;
  }

  /**
   * Writes one element of a list.
   *
   * @param <T> the Java type of the elements
   */
  @FunctionalInterface
  public interface ElementWriter<T extends @Nullable Object> {
    /**
     * Writes an element at an offset.
     *
     * @param image what to write to
     * @param at the offset, in bytes
     * @param value the element
     */
    void write(ImageWriter image, long at, T value);
  }

  /**
   * Appends room for a content. The room is not cleared: it may hold values of an earlier call in
   * the same store.
   *
   * @param size in bytes, at most 2 GiB for all of an image
   * @param alignment in bytes: 1, 2, 4 or 8
   * @return its offset in the image
   * @throws IllegalArgumentException if the size or the alignment is none of these
   */
  public long allocate(long size, long alignment) {
    return room(size, alignment);
  }
}
