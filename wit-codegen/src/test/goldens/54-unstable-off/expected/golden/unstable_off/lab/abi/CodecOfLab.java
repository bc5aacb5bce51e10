package golden.unstable_off.lab.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:unstable-off/lab@0.1.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:unstable-off/lab@0.1.0")
@NullMarked
public final class CodecOfLab {
  /** {@code measure}. */
  public static final WitType.Function MEASURE = func(F32);

  private CodecOfLab() {}
}
