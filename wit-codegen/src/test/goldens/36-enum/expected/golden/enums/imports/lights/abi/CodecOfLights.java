package golden.enums.imports.lights.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:enums/lights} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:enums/lights")
@NullMarked
public final class CodecOfLights {
  /** {@code next}. */
  public static final WitType.Function NEXT = func(
      golden.enums.lights.abi.CodecOfLights.COLOUR,
      param("after", golden.enums.lights.abi.CodecOfLights.COLOUR));

  /** {@code cycle}. */
  public static final WitType.Function CYCLE = func(
      list(golden.enums.lights.abi.CodecOfLights.COLOUR),
      param("colours", list(golden.enums.lights.abi.CodecOfLights.COLOUR)));

  private CodecOfLights() {}
}
