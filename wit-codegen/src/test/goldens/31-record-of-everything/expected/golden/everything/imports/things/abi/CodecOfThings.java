package golden.everything.imports.things.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:everything/things} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:everything/things")
@NullMarked
public final class CodecOfThings {
  /** {@code keep}. */
  public static final WitType.Function KEEP = func(
      golden.everything.things.abi.CodecOfThings.THING,
      param("value", golden.everything.things.abi.CodecOfThings.THING));

  private CodecOfThings() {}
}
