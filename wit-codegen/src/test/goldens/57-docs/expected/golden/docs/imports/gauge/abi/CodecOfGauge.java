package golden.docs.imports.gauge.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:docs/gauge} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:docs/gauge")
@NullMarked
public final class CodecOfGauge {
  /** {@code take}. */
  public static final WitType.Function TAKE = func(
      golden.docs.gauge.abi.CodecOfGauge.SAMPLE, param("gauge", U8));

  /** {@code calibrate}. */
  public static final WitType.Function CALIBRATE = func(
      null, param("to", golden.docs.gauge.abi.CodecOfGauge.SAMPLE));

  private CodecOfGauge() {}
}
