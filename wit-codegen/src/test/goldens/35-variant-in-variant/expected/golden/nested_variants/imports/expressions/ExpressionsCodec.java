package golden.nested_variants.imports.expressions;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:nested-variants/expressions} travel, and what its functions are:
 * for generated code.
 */
@Generated("interface golden:nested-variants/expressions")
@NullMarked
public final class ExpressionsCodec {
  /** {@code fold}. */
  public static final WitType.Function FOLD = func(
      golden.nested_variants.expressions.ExpressionsCodec.EXPRESSION,
      param("value", golden.nested_variants.expressions.ExpressionsCodec.EXPRESSION));

  private ExpressionsCodec() {}
}
