package golden.outer_package.shelf.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.outer_package.inner.books.titles.abi.CodecOfTitles;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:outer-package/shelf} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:outer-package/shelf")
@NullMarked
public final class CodecOfShelf {
  /** {@code arrange}. */
  public static final WitType.Function ARRANGE = func(
      list(CodecOfTitles.TITLE), param("titles", list(CodecOfTitles.TITLE)));

  private CodecOfShelf() {}
}
