package golden.docs.gauge.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.docs.gauge.Sample;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:docs/gauge} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:docs/gauge")
@NullMarked
public final class CodecOfGauge {
  /** {@code sample}. */
  public static final WitType SAMPLE = record(field("at", U32), field("value", F64));

  /** {@code take}. */
  public static final WitType.Function TAKE = func(SAMPLE, param("gauge", U8));

  /** {@code calibrate}. */
  public static final WitType.Function CALIBRATE = func(null, param("to", SAMPLE));

  private CodecOfGauge() {}

  /** Writes a value of {@code sample}. */
  public static void storeSample(ImageWriter image, long at, Sample value) {
    image.putInt(at, value.at());
    image.putDouble(at + 8, value.value());
  }

  /** Reads a value of {@code sample}. */
  public static Sample loadSample(ImageReader image, long at) {
    return new Sample(
        image.getInt(at),
        image.getDouble(at + 8));
  }
}
