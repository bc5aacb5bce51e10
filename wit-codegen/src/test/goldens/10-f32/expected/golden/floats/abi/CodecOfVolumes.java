package golden.floats.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:floats volumes} travel, and what its functions are: for generated
 * code.
 */
@Generated("world golden:floats volumes")
@NullMarked
public final class CodecOfVolumes {
  /** {@code amplify}. */
  public static final WitType.Function AMPLIFY = func(
      F32, param("sample", F32), param("factor", F32));

  private CodecOfVolumes() {}
}
