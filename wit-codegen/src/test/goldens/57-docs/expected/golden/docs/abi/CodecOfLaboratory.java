package golden.docs.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:docs laboratory} travel, and what its functions are: for generated
 * code.
 */
@Generated("world golden:docs laboratory")
@NullMarked
public final class CodecOfLaboratory {
  /** {@code report}. */
  public static final WitType.Function REPORT = func(null, param("text", STRING));

  private CodecOfLaboratory() {}
}
