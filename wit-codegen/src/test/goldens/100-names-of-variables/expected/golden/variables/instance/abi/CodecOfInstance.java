package golden.variables.instance.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:variables/instance} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:variables/instance")
@NullMarked
public final class CodecOfInstance {
  /** {@code linker}. */
  public static final WitType.Function LINKER = func(
      U8, param("instance", U8), param("exports", U32));

  private CodecOfInstance() {}
}
