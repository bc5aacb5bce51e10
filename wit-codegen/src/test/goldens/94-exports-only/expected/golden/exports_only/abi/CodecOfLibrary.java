package golden.exports_only.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:exports-only library} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:exports-only library")
@NullMarked
public final class CodecOfLibrary {
  /** {@code version}. */
  public static final WitType.Function VERSION = func(STRING);

  private CodecOfLibrary() {}
}
