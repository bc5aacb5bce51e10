package golden.gates.imports.features.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:gates/features@1.2.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:gates/features@1.2.0")
@NullMarked
public final class CodecOfFeatures {
  /** {@code old}. */
  public static final WitType.Function OLD = func(golden.gates.features.abi.CodecOfFeatures.LEVEL);

  /** {@code new}. */
  public static final WitType.Function NEW = func(
      golden.gates.features.abi.CodecOfFeatures.LEVEL,
      param("level", golden.gates.features.abi.CodecOfFeatures.LEVEL));

  private CodecOfFeatures() {}
}
