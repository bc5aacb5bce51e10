package golden.outer_package.inner.films.titles.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.outer_package.inner.films.titles.Title;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code inner:films/titles} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface inner:films/titles")
@NullMarked
public final class CodecOfTitles {
  /** {@code title}. */
  public static final WitType TITLE = record(field("text", STRING), field("minutes", U16));

  /** {@code longest}. */
  public static final WitType.Function LONGEST = func(option(TITLE), param("of", list(TITLE)));

  private CodecOfTitles() {}

  /** Writes a value of {@code title}. */
  public static void storeTitle(ImageWriter image, long at, Title value) {
    image.putString(at, value.text());
    image.putU16(at + 8, value.minutes());
  }

  /** Reads a value of {@code title}. */
  public static Title loadTitle(ImageReader image, long at) {
    return new Title(
        image.getString(at),
        image.getU16(at + 8));
  }
}
