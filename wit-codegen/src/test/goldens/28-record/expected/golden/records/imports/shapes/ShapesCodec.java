package golden.records.imports.shapes;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:records/shapes} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:records/shapes")
@NullMarked
public final class ShapesCodec {
  /** {@code mirror}. */
  public static final WitType.Function MIRROR = func(
      golden.records.shapes.ShapesCodec.POINT,
      param("at", golden.records.shapes.ShapesCodec.POINT));

  private ShapesCodec() {}
}
