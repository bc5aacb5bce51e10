package golden.lambda.stamps.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:lambda/stamps} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:lambda/stamps")
@NullMarked
public final class CodecOfStamps {
  /** {@code stamp}. */
  public static final WitType.Function STAMP = func(STRING, param("text", STRING));

  private CodecOfStamps() {}
}
