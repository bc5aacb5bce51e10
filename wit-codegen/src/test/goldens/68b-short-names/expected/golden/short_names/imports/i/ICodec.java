package golden.short_names.imports.i;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:short-names/i} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:short-names/i")
@NullMarked
public final class ICodec {
  /** {@code g}. */
  public static final WitType.Function G = func(
      list(golden.short_names.i.ICodec.R_),
      param("e", golden.short_names.i.ICodec.E_),
      param("e1", golden.short_names.i.ICodec.E1_),
      param("f", golden.short_names.i.ICodec.F_),
      param("r", golden.short_names.i.ICodec.R_),
      param("v", golden.short_names.i.ICodec.V_));

  /** {@code i}. */
  public static final WitType.Function I = func(
      golden.short_names.i.ICodec.V_, param("t", list(golden.short_names.i.ICodec.R_)));

  private ICodec() {}
}
