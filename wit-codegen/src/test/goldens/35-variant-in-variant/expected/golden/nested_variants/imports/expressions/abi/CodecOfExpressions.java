package golden.nested_variants.imports.expressions.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:nested-variants/expressions} travel, and what its functions are:
 * for generated code.
 */
@Generated("interface golden:nested-variants/expressions")
@NullMarked
public final class CodecOfExpressions {
  /** {@code fold}. */
  public static final WitType.Function FOLD = func(
      golden.nested_variants.expressions.abi.CodecOfExpressions.EXPRESSION,
      param("value", golden.nested_variants.expressions.abi.CodecOfExpressions.EXPRESSION));

  private CodecOfExpressions() {}
}
