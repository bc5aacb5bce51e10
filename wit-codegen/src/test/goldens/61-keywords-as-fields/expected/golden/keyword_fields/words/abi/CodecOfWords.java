package golden.keyword_fields.words.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.keyword_fields.words.Keywords;
import golden.keyword_fields.words.Methods;
import golden.keyword_fields.words.Types;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:keyword-fields/words} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:keyword-fields/words")
@NullMarked
public final class CodecOfWords {
  /** {@code keywords}. */
  public static final WitType KEYWORDS = record(
      field("class", U8),
      field("int", U16),
      field("interface", U32),
      field("default", U64),
      field("record", STRING),
      field("this", BOOL),
      field("package", F32));

  /** {@code methods}. */
  public static final WitType METHODS = record(
      field("get-class", U8),
      field("hash-code", U32),
      field("to-string", STRING),
      field("equals", BOOL),
      field("clone", U8),
      field("finalize", U16),
      field("notify", U32),
      field("notify-all", U64),
      field("wait", F32));

  /** {@code types}. */
  public static final WitType TYPES = record(
      field("string", STRING),
      field("object", U8),
      field("list", list(U32)),
      field("optional", option(STRING)),
      field("integer", S32));

  /** {@code first}. */
  public static final WitType.Function FIRST = func(KEYWORDS, param("value", KEYWORDS));

  /** {@code second}. */
  public static final WitType.Function SECOND = func(METHODS, param("value", METHODS));

  /** {@code third}. */
  public static final WitType.Function THIRD = func(TYPES, param("value", TYPES));

  private CodecOfWords() {}

  /** Writes a value of {@code keywords}. */
  public static void storeKeywords(ImageWriter image, long at, Keywords value) {
    image.putU8(at, value.class_());
    image.putU16(at + 2, value.int_());
    image.putInt(at + 4, value.interface_());
    image.putLong(at + 8, value.default_());
    image.putString(at + 16, value.record());
    image.putBool(at + 24, value.this_());
    image.putFloat(at + 28, value.package_());
  }

  /** Reads a value of {@code keywords}. */
  public static Keywords loadKeywords(ImageReader image, long at) {
    return new Keywords(
        image.getU8(at),
        image.getU16(at + 2),
        image.getInt(at + 4),
        image.getLong(at + 8),
        image.getString(at + 16),
        image.getBool(at + 24),
        image.getFloat(at + 28));
  }

  /** Writes a value of {@code methods}. */
  public static void storeMethods(ImageWriter image, long at, Methods value) {
    image.putU8(at, value.getClass_());
    image.putInt(at + 4, value.hashCode_());
    image.putString(at + 8, value.toString_());
    image.putBool(at + 16, value.equals());
    image.putU8(at + 17, value.clone_());
    image.putU16(at + 18, value.finalize_());
    image.putInt(at + 20, value.notify_());
    image.putLong(at + 24, value.notifyAll_());
    image.putFloat(at + 32, value.wait_());
  }

  /** Reads a value of {@code methods}. */
  public static Methods loadMethods(ImageReader image, long at) {
    return new Methods(
        image.getU8(at),
        image.getInt(at + 4),
        image.getString(at + 8),
        image.getBool(at + 16),
        image.getU8(at + 17),
        image.getU16(at + 18),
        image.getInt(at + 20),
        image.getLong(at + 24),
        image.getFloat(at + 32));
  }

  /** Writes a value of {@code types}. */
  public static void storeTypes(ImageWriter image, long at, Types value) {
    image.putString(at, value.string());
    image.putU8(at + 8, value.object());
    image.putInts(at + 12, value.list());
    image.putOption(at + 20, value.optional(), 4, ImageWriter::putString);
    image.putInt(at + 32, value.integer());
  }

  /** Reads a value of {@code types}. */
  public static Types loadTypes(ImageReader image, long at) {
    return new Types(
        image.getString(at),
        image.getU8(at + 8),
        image.getInts(at + 12),
        image.getOption(at + 20, 4, ImageReader::getString),
        image.getInt(at + 32));
  }
}
