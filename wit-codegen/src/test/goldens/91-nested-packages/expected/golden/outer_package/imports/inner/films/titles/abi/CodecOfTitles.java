package golden.outer_package.imports.inner.films.titles.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code inner:films/titles} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface inner:films/titles")
@NullMarked
public final class CodecOfTitles {
  /** {@code longest}. */
  public static final WitType.Function LONGEST = func(
      option(golden.outer_package.inner.films.titles.abi.CodecOfTitles.TITLE),
      param("of", list(golden.outer_package.inner.films.titles.abi.CodecOfTitles.TITLE)));

  private CodecOfTitles() {}
}
