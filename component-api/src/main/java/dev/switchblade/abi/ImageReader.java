package dev.switchblade.abi;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.switchblade.HostCall;
import dev.switchblade.HostResource;
import dev.switchblade.Resource;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.internal.image.ImageBuffer;
import dev.switchblade.internal.image.ImageSource;
import dev.switchblade.internal.image.ResourceScope;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an image: values in the memory layout of the canonical ABI, with 32-bit pointers.
 *
 * <p>Offsets count bytes from the start of the image; they are those of the <a
 * href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#alignment">canonical
 * ABI</a> for the tuple of a function's parameters, or of its result. The image comes from the
 * native library, which has checked it: a reader checks bounds only. Reading a type that the image
 * doesn't have at an offset gives a meaningless value or an {@link IndexOutOfBoundsException}.
 *
 * <p>A reader belongs to its {@link Call} or {@link HostCall}. It can be used from when the
 * function has returned until its call is closed, or as long as the host function runs, by the
 * thread that makes the call; at other times, and on other threads, its methods throw {@link
 * IllegalStateException}. Nothing it returns refers to the image.
 */
public final class ImageReader extends ImageSource {

  private final StoreConfig config;

  /**
   * Made with the call that it belongs to.
   *
   * @hidden
   * @param phase when it can be used: one of the store's owner
   */
  @SuppressWarnings("InvalidBlockTag") // @hidden is one
  public ImageReader(ImageBuffer buffer, ResourceScope resources, StoreConfig config, int phase) {
    super(buffer, resources, phase);
    this.config = config;
  }

  /**
   * The configuration of the store that the image is of; for a host function's arguments, of the
   * store whose guest makes the call. Unlike all else here, any thread can ask for it at any time.
   */
  public StoreConfig config() {
    return config;
  }

  /** Reads a {@code bool}. */
  public boolean getBool(long at) {
    return segment().get(JAVA_BYTE, at) != 0;
  }

  /** Reads an {@code s8}, or the bits of a {@code u8}. */
  public byte getByte(long at) {
    return segment().get(JAVA_BYTE, at);
  }

  /** Reads an {@code s16}, or the bits of a {@code u16}. */
  public short getShort(long at) {
    return segment().get(JAVA_SHORT_UNALIGNED, at);
  }

  /** Reads a {@code u8}: 0 to 255. */
  public int getU8(long at) {
    return Byte.toUnsignedInt(segment().get(JAVA_BYTE, at));
  }

  /** Reads a {@code u16}: 0 to 65535. */
  public int getU16(long at) {
    return Short.toUnsignedInt(segment().get(JAVA_SHORT_UNALIGNED, at));
  }

  /** Reads an {@code s32}, the bits of a {@code u32}, or a {@code char} as its code point. */
  public int getInt(long at) {
    return segment().get(JAVA_INT_UNALIGNED, at);
  }

  /** Reads an {@code s64}, or the bits of a {@code u64}. */
  public long getLong(long at) {
    return segment().get(JAVA_LONG_UNALIGNED, at);
  }

  /** Reads an {@code f32}. */
  public float getFloat(long at) {
    return segment().get(JAVA_FLOAT_UNALIGNED, at);
  }

  /** Reads an {@code f64}. */
  public double getDouble(long at) {
    return segment().get(JAVA_DOUBLE_UNALIGNED, at);
  }

  // Whoever has read the pair of a list has asked whether this is the time.

  /** Reads a {@code string}. */
  public String getString(long at) {
    long pair = getLong(at);
    int length = count(pair);
    byte[] bytes = buffer.scratch(length);
    MemorySegment.copy(segment, JAVA_BYTE, offset(pair), bytes, 0, length);
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** Reads a {@code list<u8>} or {@code list<s8>}. */
  public byte[] getBytes(long at) {
    long pair = getLong(at);
    if ((int) pair < 0) {
      return side(pair, byte[].class);
    }
    byte[] array = new byte[count(pair)];
    MemorySegment.copy(segment, JAVA_BYTE, offset(pair), array, 0, array.length);
    return array;
  }

  /** Reads a {@code list<u16>} or {@code list<s16>}. */
  public short[] getShorts(long at) {
    long pair = getLong(at);
    if ((int) pair < 0) {
      return side(pair, short[].class);
    }
    short[] array = new short[count(pair)];
    MemorySegment.copy(segment, JAVA_SHORT_UNALIGNED, offset(pair), array, 0, array.length);
    return array;
  }

  /** Reads a {@code list<u32>} or {@code list<s32>}. */
  public int[] getInts(long at) {
    long pair = getLong(at);
    if ((int) pair < 0) {
      return side(pair, int[].class);
    }
    int[] array = new int[count(pair)];
    MemorySegment.copy(segment, JAVA_INT_UNALIGNED, offset(pair), array, 0, array.length);
    return array;
  }

  /** Reads a {@code list<u64>} or {@code list<s64>}. */
  public long[] getLongs(long at) {
    long pair = getLong(at);
    if ((int) pair < 0) {
      return side(pair, long[].class);
    }
    long[] array = new long[count(pair)];
    MemorySegment.copy(segment, JAVA_LONG_UNALIGNED, offset(pair), array, 0, array.length);
    return array;
  }

  /** Reads a {@code list<f32>}. */
  public float[] getFloats(long at) {
    long pair = getLong(at);
    if ((int) pair < 0) {
      return side(pair, float[].class);
    }
    float[] array = new float[count(pair)];
    MemorySegment.copy(segment, JAVA_FLOAT_UNALIGNED, offset(pair), array, 0, array.length);
    return array;
  }

  /** Reads a {@code list<f64>}. */
  public double[] getDoubles(long at) {
    long pair = getLong(at);
    if ((int) pair < 0) {
      return side(pair, double[].class);
    }
    double[] array = new double[count(pair)];
    MemorySegment.copy(segment, JAVA_DOUBLE_UNALIGNED, offset(pair), array, 0, array.length);
    return array;
  }

  /**
   * Reads a {@code list} of anything.
   *
   * @param at where the list's offset and length are
   * @param size bytes per element
   * @param element reads one
   * @param <T> the Java type of the elements
   * @return an unmodifiable list
   */
  public <T extends @Nullable Object> List<T> getList(
      long at, long size, ElementReader<? extends T> element) {
    long pair = pair(at);
    int count = count(pair);
    // Few variables, as in ImageWriter.putList.
    long from = offset(pair);
    @Nullable Object[] elements = new Object[count];
    for (int i = 0; i < count; i++) {
      elements[i] = element.read(this, from);
      from += size;
    }
    return list(elements);
  }

  @SuppressWarnings("unchecked") // nothing else is in there
  private static <T extends @Nullable Object> List<T> list(@Nullable Object[] elements) {
    return new ImmutableList<>((T[]) elements);
  }

  /**
   * Reads a {@code map}; of entries with one key, the last one counts.
   *
   * @param at where the list's offset and length are
   * @param size bytes per entry
   * @param valueAt where an entry's value is, from the entry's start
   * @param keys reads a key
   * @param values reads a value
   * @param <K> the Java type of the keys
   * @param <V> the Java type of the values
   * @return an unmodifiable map, in the order of the entries
   */
  public <K, V> Map<K, V> getMap(
      long at,
      long size,
      long valueAt,
      ElementReader<? extends K> keys,
      ElementReader<? extends V> values) {
    long pair = pair(at);
    int count = count(pair);
    long offset = offset(pair);
    Map<K, V> map = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      long entry = offset + i * size;
      map.put(keys.read(this, entry), values.read(this, entry + valueAt));
    }
    return new ImmutableMap<>(map);
  }

  /**
   * Reads an {@code option}.
   *
   * @param at the offset
   * @param payloadAt where what may be there is, from {@code at}
   * @param payload reads it
   * @param <T> its Java type
   */
  public <T> Optional<T> getOption(long at, long payloadAt, ElementReader<? extends T> payload) {
    return getBool(at) ? Optional.of(payload.read(this, at + payloadAt)) : Optional.empty();
  }

  /**
   * Reads a {@code result}.
   *
   * @param at the offset
   * @param payloadAt where what it carries is, from {@code at}
   * @param ok reads what a success carries; null if that is nothing
   * @param err reads what a failure carries; null if that is nothing
   * @param <T> the Java type of a success
   * @param <E> the Java type of a failure
   */
  public <T extends @Nullable Object, E extends @Nullable Object> Result<T, E> getResult(
      long at,
      long payloadAt,
      @Nullable ElementReader<? extends T> ok,
      @Nullable ElementReader<? extends E> err) {
    return getBool(at)
        ? new Result.Err<>(part(at + payloadAt, err))
        : new Result.Ok<>(part(at + payloadAt, ok));
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // a part without a type is a Void: null
  private <T extends @Nullable Object> T part(
      long at, @Nullable ElementReader<? extends T> reader) {
    return reader == null ? (T) null : reader.read(this, at);
  }

  /**
   * Reads {@code flags} whose labels are the constants of an enum, the lowest bit first.
   *
   * @param at the offset
   * @param labels the constants of the enum, in order
   * @param size bytes of the flags: 1, 2 or 4
   * @param <E> the enum
   * @return an unmodifiable set
   */
  public <E extends Enum<E>> Set<E> getFlags(long at, E[] labels, int size) {
    return new FlagSet<>(labels, getDiscriminant(at, size));
  }

  /**
   * Reads the number of a case, or a word of flags.
   *
   * @param at the offset
   * @param size bytes: 1, 2 or 4
   */
  public int getDiscriminant(long at, int size) {
    return switch (size) {
      case 1 -> getU8(at);
      case 2 -> getU16(at);
      default -> getInt(at);
    };
  }

  /**
   * Reads a {@code list<T, n>} of anything.
   *
   * @param at where the first element is
   * @param length how many there are
   * @param size bytes per element
   * @param element reads one
   * @param <T> the Java type of the elements
   * @return an unmodifiable list
   */
  public <T extends @Nullable Object> List<T> getFixedLengthList(
      long at, int length, long size, ElementReader<? extends T> element) {
    @Nullable Object[] elements = new Object[length];
    for (int i = 0; i < length; i++) {
      elements[i] = element.read(this, at + i * size);
    }
    @SuppressWarnings("unchecked") // nothing else is in there
    T[] read = (T[]) elements;
    return new ImmutableList<>(read);
  }

  /** Reads a {@code list<u8, n>} or {@code list<s8, n>}. */
  public byte[] getFixedLengthBytes(long at, int length) {
    byte[] array = new byte[length];
    MemorySegment.copy(segment(), JAVA_BYTE, at, array, 0, length);
    return array;
  }

  /** Reads a {@code list<u16, n>} or {@code list<s16, n>}. */
  public short[] getFixedLengthShorts(long at, int length) {
    short[] array = new short[length];
    MemorySegment.copy(segment(), JAVA_SHORT_UNALIGNED, at, array, 0, length);
    return array;
  }

  /** Reads a {@code list<u32, n>} or {@code list<s32, n>}. */
  public int[] getFixedLengthInts(long at, int length) {
    int[] array = new int[length];
    MemorySegment.copy(segment(), JAVA_INT_UNALIGNED, at, array, 0, length);
    return array;
  }

  /** Reads a {@code list<u64, n>} or {@code list<s64, n>}. */
  public long[] getFixedLengthLongs(long at, int length) {
    long[] array = new long[length];
    MemorySegment.copy(segment(), JAVA_LONG_UNALIGNED, at, array, 0, length);
    return array;
  }

  /** Reads a {@code list<f32, n>}. */
  public float[] getFixedLengthFloats(long at, int length) {
    float[] array = new float[length];
    MemorySegment.copy(segment(), JAVA_FLOAT_UNALIGNED, at, array, 0, length);
    return array;
  }

  /** Reads a {@code list<f64, n>}. */
  public double[] getFixedLengthDoubles(long at, int length) {
    double[] array = new double[length];
    MemorySegment.copy(segment(), JAVA_DOUBLE_UNALIGNED, at, array, 0, length);
    return array;
  }

  /**
   * The functions of the instance whose function was called, for handles of its resources.
   *
   * @throws IllegalStateException in host functions, and in calls that no {@link Exports} made
   */
  public Exports exports() {
    return (Exports) resources.exports();
  }

  /**
   * Reads one element of a list.
   *
   * @param <T> the Java type of the elements
   */
  @FunctionalInterface
  public interface ElementReader<T extends @Nullable Object> {
    /**
     * Reads the element at an offset.
     *
     * @param image what to read from
     * @param at the offset, in bytes
     */
    T read(ImageReader image, long at);
  }

  /**
   * Reads a handle of type {@code own}, once: the resource is the caller's from now on.
   *
   * @return a resource that a component implements
   * @throws IllegalStateException if it is one of the host's, or has been read
   */
  public Resource getOwn(long at) {
    return (Resource) own(at, ANY);
  }

  /**
   * Reads a handle of type {@code borrow}: the resource can be used until the host function
   * returns.
   *
   * @return a resource that a component implements
   * @throws IllegalStateException if it is one of the host's
   */
  public Resource getBorrow(long at) {
    return (Resource) borrow(at, ANY);
  }

  /**
   * Reads a handle of type {@code own}, once: the object is the caller's from now on.
   *
   * @param resource what the host implements it as
   * @param <T> the class of its objects
   * @throws IllegalStateException if the handle is of another resource, or has been read
   */
  public <T> T getOwn(long at, HostResource<T> resource) {
    return resource.type().cast(hostObject(at, resource, true));
  }

  /**
   * Reads a handle of type {@code borrow}.
   *
   * @param resource what the host implements it as
   * @param <T> the class of its objects
   * @throws IllegalStateException if the handle is of another resource
   */
  public <T> T getBorrow(long at, HostResource<T> resource) {
    return resource.type().cast(hostObject(at, resource, false));
  }

  @Override
  protected Object guestHandle(int resource, int number, boolean owned) {
    // The number that a component has for what is another's says nothing there.
    int known = resources.isPlugged(resource) ? ANY : resource;
    return new Resource(resources.instance(resource), known, resources.store(), number, owned);
  }
}
