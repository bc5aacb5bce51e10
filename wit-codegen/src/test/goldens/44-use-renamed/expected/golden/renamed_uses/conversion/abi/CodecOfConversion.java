package golden.renamed_uses.conversion.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.renamed_uses.imperial.abi.CodecOfImperial;
import golden.renamed_uses.metric.abi.CodecOfMetric;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:renamed-uses/conversion} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:renamed-uses/conversion")
@NullMarked
public final class CodecOfConversion {
  /** {@code to-metric}. */
  public static final WitType.Function TO_METRIC = func(
      CodecOfMetric.SIZE, param("size", CodecOfImperial.SIZE));

  /** {@code to-imperial}. */
  public static final WitType.Function TO_IMPERIAL = func(
      CodecOfImperial.SIZE, param("size", CodecOfMetric.SIZE));

  private CodecOfConversion() {}
}
