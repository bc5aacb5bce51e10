package golden.nested_options.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:nested-options patches} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:nested-options patches")
@NullMarked
public final class CodecOfPatches {
  /** {@code apply}. */
  public static final WitType.Function APPLY = func(
      option(option(STRING)), param("change", option(option(STRING))));

  /** {@code depth}. */
  public static final WitType.Function DEPTH = func(
      option(option(option(U8))), param("change", option(option(option(U8)))));

  private CodecOfPatches() {}
}
