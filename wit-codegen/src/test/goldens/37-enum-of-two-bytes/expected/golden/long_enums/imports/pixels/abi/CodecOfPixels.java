package golden.long_enums.imports.pixels.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:long-enums/pixels} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:long-enums/pixels")
@NullMarked
public final class CodecOfPixels {
  /** {@code next}. */
  public static final WitType.Function NEXT = func(
      golden.long_enums.pixels.abi.CodecOfPixels.PIXEL,
      param("after", golden.long_enums.pixels.abi.CodecOfPixels.PIXEL));

  /** {@code row}. */
  public static final WitType.Function ROW = func(
      list(golden.long_enums.pixels.abi.CodecOfPixels.PIXEL),
      param("pixels", list(golden.long_enums.pixels.abi.CodecOfPixels.PIXEL)));

  private CodecOfPixels() {}
}
