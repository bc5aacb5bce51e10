package public_.interface_.imports.abi_.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code public:interface/abi} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface public:interface/abi")
@NullMarked
public final class CodecOfAbi {
  /** {@code current}. */
  public static final WitType.Function CURRENT = func(
      public_.interface_.abi_.abi.CodecOfAbi.VERSION);

  private CodecOfAbi() {}
}
