package golden.hurting_docs.imports.hurting.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:hurting-docs/hurting} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:hurting-docs/hurting")
@NullMarked
public final class CodecOfHurting {
  /** {@code function}. */
  public static final WitType.Function FUNCTION = func(U32, param("value", U32));

  /** {@code empty}. */
  public static final WitType.Function EMPTY = func(
      golden.hurting_docs.hurting.abi.CodecOfHurting.BRACES,
      param("value", golden.hurting_docs.hurting.abi.CodecOfHurting.BRACES),
      param("sign", golden.hurting_docs.hurting.abi.CodecOfHurting.SIGNS));

  /** {@code escapes}. */
  public static final WitType.Function ESCAPES = func(null);

  /** {@code not-deprecated}. */
  public static final WitType.Function NOT_DEPRECATED = func(null);

  private CodecOfHurting() {}
}
