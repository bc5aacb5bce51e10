package dev.switchblade.internal.codec;

import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.internal.ffi.WitTags;
import dev.switchblade.internal.image.ImageSink;
import dev.switchblade.internal.value.Complaints;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type travel between Java objects and images. Made once per type; offsets are
 * those that the native library laid out.
 *
 * <p>An interface above {@link Base}, because verifying a method that returns a subclass of a class
 * loads that subclass, and a starting process needs few of them.
 */
public interface Codec {

  /** The type's tag, of {@link WitTags}. */
  int tag();

  /** The type. */
  WitType type();

  /** The name of a type in here that can't cross yet, or null. */
  @Nullable String unsupported();

  /** Says whether values may have a list of numbers in them, which may be large. */
  boolean hasNumbers();

  /** Says whether values may have handles of resources in them. */
  default boolean hasHandles() {
    return false;
  }

  /** Gives up the owned handles of a value that nobody has read. */
  default void releaseUnread(ImageReader image, long at) {}

  /** What a value's bytes are. */
  Layout layout();

  /**
   * The steps from a value to the part of it that is being written at an offset, such as {@code
   * .items[3].name}. All that is before that part has been written.
   *
   * @param from where the value is
   * @param to the offset
   * @return null if that is not in this value
   */
  default @Nullable String pathTo(ImageSink image, long from, long to) {
    return from == to ? "" : null;
  }

  /**
   * Writes a value.
   *
   * @throws BadValueException if it is not of this type
   */
  void store(ImageWriter image, long at, @Nullable Object value);

  /** Reads a value. */
  Object load(ImageReader image, long at);

  /** What the bytes of a type's values are; the least first. */
  enum Layout {
    /** They mean themselves: values may be copied, however many there are. */
    PLAIN,
    /** They are all there is, and not each of them is a value. */
    CHECKED,
    /** Offsets and handles are among them. */
    REFERRING;

    /** What a type with a part of another layout has. */
    Layout and(Layout other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** What codecs have in common. */
  abstract class Base implements Codec {

    private final int tag;
    private final WitType type;

    Base(int tag, WitType type) {
      this.tag = tag;
      this.type = type;
    }

    @Override
    public final int tag() {
      return tag;
    }

    @Override
    public final WitType type() {
      return type;
    }

    @Override
    public @Nullable String unsupported() {
      return null;
    }

    @Override
    public boolean hasNumbers() {
      return false;
    }

    @Override
    public Layout layout() {
      return Layout.REFERRING;
    }

    /** The complaint about a value of the wrong Java type. */
    final BadValueException wrong(String expected, @Nullable Object value) {
      return new BadValueException(
          "expected " + type + " (" + expected + "), got " + Complaints.describe(value));
    }
  }
}
