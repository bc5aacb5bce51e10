package dev.switchblade;

import dev.switchblade.wit.WitType;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type travel between Java objects and images. Made once per type; offsets are
 * those that the native library laid out.
 */
abstract class Codec {

  private final int tag;
  private final WitType type;

  Codec(int tag, WitType type) {
    this.tag = tag;
    this.type = type;
  }

  final int tag() {
    return tag;
  }

  final WitType type() {
    return type;
  }

  /** The name of a type in here that can't cross yet, or null. */
  @Nullable String unsupported() {
    return null;
  }

  /** Says whether values may have a list of numbers in them, which may be large. */
  boolean hasNumbers() {
    return false;
  }

  /**
   * Writes a value.
   *
   * @throws BadValueException if it is not of this type
   */
  abstract void store(ImageWriter image, long at, @Nullable Object value);

  /** Reads a value. */
  abstract Object load(ImageReader image, long at);

  /** The complaint about a value of the wrong Java type. */
  final BadValueException wrong(String expected, @Nullable Object value) {
    return new BadValueException(
        "expected " + type + " (" + expected + "), got " + describe(value));
  }

  static String describe(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    String text = value instanceof Number || value instanceof Boolean ? value + " of type " : "";
    return text + value.getClass().getTypeName();
  }
}
