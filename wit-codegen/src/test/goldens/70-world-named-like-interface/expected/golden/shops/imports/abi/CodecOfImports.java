package golden.shops.imports.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shops/imports} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:shops/imports")
@NullMarked
public final class CodecOfImports {
  /** {@code count}. */
  public static final WitType.Function COUNT = func(U32);

  private CodecOfImports() {}
}
