package golden.records.imports.shapes.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:records/shapes} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:records/shapes")
@NullMarked
public final class CodecOfShapes {
  /** {@code mirror}. */
  public static final WitType.Function MIRROR = func(
      golden.records.shapes.abi.CodecOfShapes.POINT,
      param("at", golden.records.shapes.abi.CodecOfShapes.POINT));

  private CodecOfShapes() {}
}
