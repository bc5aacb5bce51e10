package public_.interface_.class_.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code public:interface/class} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface public:interface/class")
@NullMarked
public final class CodecOfClass {
  /** {@code static-call}. */
  public static final WitType.Function STATIC_CALL = func(U32);

  private CodecOfClass() {}
}
