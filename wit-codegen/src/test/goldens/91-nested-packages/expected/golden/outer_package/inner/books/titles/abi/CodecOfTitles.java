package golden.outer_package.inner.books.titles.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.outer_package.inner.books.titles.Title;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code inner:books/titles@1.0.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface inner:books/titles@1.0.0")
@NullMarked
public final class CodecOfTitles {
  /** {@code title}. */
  public static final WitType TITLE = record(field("text", STRING), field("pages", U32));

  private CodecOfTitles() {}

  /** Writes a value of {@code title}. */
  public static void storeTitle(ImageWriter image, long at, Title value) {
    image.putString(at, value.text());
    image.putInt(at + 8, value.pages());
  }

  /** Reads a value of {@code title}. */
  public static Title loadTitle(ImageReader image, long at) {
    return new Title(
        image.getString(at),
        image.getInt(at + 8));
  }
}
