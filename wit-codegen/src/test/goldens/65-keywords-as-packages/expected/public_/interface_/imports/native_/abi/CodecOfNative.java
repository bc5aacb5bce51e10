package public_.interface_.imports.native_.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code public:interface/native} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface public:interface/native")
@NullMarked
public final class CodecOfNative {
  /** {@code run}. */
  public static final WitType.Function RUN = func(
      null, param("value", public_.interface_.native_.abi.CodecOfNative.RECORD_IN_NATIVE));

  private CodecOfNative() {}
}
