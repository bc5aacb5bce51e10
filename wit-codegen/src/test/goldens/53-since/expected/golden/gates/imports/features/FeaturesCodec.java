package golden.gates.imports.features;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:gates/features@1.2.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:gates/features@1.2.0")
@NullMarked
public final class FeaturesCodec {
  /** {@code old}. */
  public static final WitType.Function OLD = func(golden.gates.features.FeaturesCodec.LEVEL);

  /** {@code new}. */
  public static final WitType.Function NEW = func(
      golden.gates.features.FeaturesCodec.LEVEL,
      param("level", golden.gates.features.FeaturesCodec.LEVEL));

  private FeaturesCodec() {}
}
