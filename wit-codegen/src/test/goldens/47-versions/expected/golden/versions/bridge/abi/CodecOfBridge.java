package golden.versions.bridge.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.versions.parts.bin.v2_0_0.stock.abi.CodecOfStock;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:versions/bridge@3.1.4} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:versions/bridge@3.1.4")
@NullMarked
public final class CodecOfBridge {
  /** {@code upgrade}. */
  public static final WitType.Function UPGRADE = func(
      CodecOfStock.PART,
      param("part", golden.versions.parts.bin.v1_0_0.stock.abi.CodecOfStock.PART));

  private CodecOfBridge() {}
}
