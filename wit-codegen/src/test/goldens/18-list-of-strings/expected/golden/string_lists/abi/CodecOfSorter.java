package golden.string_lists.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:string-lists sorter} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:string-lists sorter")
@NullMarked
public final class CodecOfSorter {
  /** {@code sort}. */
  public static final WitType.Function SORT = func(list(STRING), param("lines", list(STRING)));

  private CodecOfSorter() {}
}
