package golden.same_names.imports.other.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import golden.same_names.same.abi.CodecOfSame;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:same-names/other} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:same-names/other")
@NullMarked
public final class CodecOfOther {
  /** {@code same-again}. */
  public static final WitType.Function SAME_AGAIN = func(
      golden.same_names.other.abi.CodecOfOther.OTHER,
      param("same", CodecOfSame.SAME),
      param("other", golden.same_names.other.abi.CodecOfOther.OTHER));

  private CodecOfOther() {}
}
