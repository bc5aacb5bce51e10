package golden.dictionaries.dictionaries.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.dictionaries.dictionaries.Entry;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:dictionaries/dictionaries} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:dictionaries/dictionaries")
@NullMarked
public final class CodecOfDictionaries {
  /** {@code entry}. */
  public static final WitType ENTRY = record(field("text", STRING), field("times", U32));

  /** {@code count}. */
  public static final WitType.Function COUNT = func(
      map(STRING, U32), param("words", map(STRING, U32)));

  /** {@code index}. */
  public static final WitType.Function INDEX = func(
      map(CHAR, list(ENTRY)), param("entries", map(U64, ENTRY)));

  /** {@code nested}. */
  public static final WitType.Function NESTED = func(
      list(map(U16, F64)), param("values", option(map(BOOL, map(S8, STRING)))));

  private CodecOfDictionaries() {}

  /** Writes a value of {@code entry}. */
  public static void storeEntry(ImageWriter image, long at, Entry value) {
    image.putString(at, value.text());
    image.putInt(at + 8, value.times());
  }

  /** Reads a value of {@code entry}. */
  public static Entry loadEntry(ImageReader image, long at) {
    return new Entry(
        image.getString(at),
        image.getInt(at + 8));
  }
}
