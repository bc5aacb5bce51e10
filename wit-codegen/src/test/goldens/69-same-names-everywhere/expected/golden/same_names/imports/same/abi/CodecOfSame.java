package golden.same_names.imports.same.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:same-names/same} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:same-names/same")
@NullMarked
public final class CodecOfSame {
  /** {@code same-again}. */
  public static final WitType.Function SAME_AGAIN = func(
      golden.same_names.same.abi.CodecOfSame.SAME,
      param("same", golden.same_names.same.abi.CodecOfSame.SAME),
      param("other", golden.same_names.same.abi.CodecOfSame.OTHER));

  /** {@code other-again}. */
  public static final WitType.Function OTHER_AGAIN = func(
      golden.same_names.same.abi.CodecOfSame.OTHER,
      param("other", golden.same_names.same.abi.CodecOfSame.OTHER));

  private CodecOfSame() {}
}
