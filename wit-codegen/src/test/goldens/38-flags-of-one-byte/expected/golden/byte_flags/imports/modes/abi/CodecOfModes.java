package golden.byte_flags.imports.modes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:byte-flags/modes} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:byte-flags/modes")
@NullMarked
public final class CodecOfModes {
  /** {@code toggle}. */
  public static final WitType.Function TOGGLE = func(
      golden.byte_flags.modes.abi.CodecOfModes.LONELY,
      param("value", golden.byte_flags.modes.abi.CodecOfModes.LONELY));

  /** {@code change}. */
  public static final WitType.Function CHANGE = func(
      golden.byte_flags.modes.abi.CodecOfModes.PERMISSIONS,
      param("value", golden.byte_flags.modes.abi.CodecOfModes.PERMISSIONS));

  /** {@code both}. */
  public static final WitType.Function BOTH = func(
      list(golden.byte_flags.modes.abi.CodecOfModes.PERMISSIONS),
      param(
          "values",
          list(
              tuple(
                  golden.byte_flags.modes.abi.CodecOfModes.LONELY,
                  golden.byte_flags.modes.abi.CodecOfModes.PERMISSIONS))));

  private CodecOfModes() {}
}
