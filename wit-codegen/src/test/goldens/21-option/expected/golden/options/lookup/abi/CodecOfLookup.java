package golden.options.lookup.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:options/lookup} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:options/lookup")
@NullMarked
public final class CodecOfLookup {
  /** {@code number}. */
  public static final WitType.Function NUMBER = func(option(U32), param("key", option(U32)));

  /** {@code text}. */
  public static final WitType.Function TEXT = func(option(STRING), param("key", option(STRING)));

  /** {@code blob}. */
  public static final WitType.Function BLOB = func(
      option(list(U8)), param("key", option(list(U8))));

  /** {@code wide}. */
  public static final WitType.Function WIDE = func(option(F64), param("key", option(U64)));

  private CodecOfLookup() {}
}
