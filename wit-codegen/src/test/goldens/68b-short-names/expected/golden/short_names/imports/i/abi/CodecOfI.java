package golden.short_names.imports.i.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:short-names/i} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:short-names/i")
@NullMarked
public final class CodecOfI {
  /** {@code g}. */
  public static final WitType.Function G = func(
      list(golden.short_names.i.abi.CodecOfI.R_),
      param("e", golden.short_names.i.abi.CodecOfI.E_),
      param("e1", golden.short_names.i.abi.CodecOfI.E1_),
      param("f", golden.short_names.i.abi.CodecOfI.F_),
      param("r", golden.short_names.i.abi.CodecOfI.R_),
      param("v", golden.short_names.i.abi.CodecOfI.V_));

  /** {@code i}. */
  public static final WitType.Function I = func(
      golden.short_names.i.abi.CodecOfI.V_, param("t", list(golden.short_names.i.abi.CodecOfI.R_)));

  private CodecOfI() {}
}
