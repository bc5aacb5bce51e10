package golden.renamed_uses.conversion;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.renamed_uses.imperial.ImperialCodec;
import golden.renamed_uses.metric.MetricCodec;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:renamed-uses/conversion} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:renamed-uses/conversion")
@NullMarked
public final class ConversionCodec {
  /** {@code to-metric}. */
  public static final WitType.Function TO_METRIC = func(
      MetricCodec.SIZE, param("size", ImperialCodec.SIZE));

  /** {@code to-imperial}. */
  public static final WitType.Function TO_IMPERIAL = func(
      ImperialCodec.SIZE, param("size", MetricCodec.SIZE));

  private ConversionCodec() {}
}
