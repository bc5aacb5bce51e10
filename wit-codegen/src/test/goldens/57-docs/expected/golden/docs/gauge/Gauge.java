package golden.docs.gauge;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.docs.Laboratory;
import golden.docs.gauge.abi.CodecOfGauge;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * Measures things.
 *
 * <p>A second paragraph, of two lines.
 */
@Generated("interface golden:docs/gauge")
@NullMarked
public final class Gauge {
  private final Func take;
  private final Func calibrate;

  private Gauge(Exports exports) {
    this.take = exports.func(1);
    this.calibrate = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Laboratory} hands it out. */
  public static Gauge of(Exports exports) {
    return new Gauge(exports);
  }

  /**
   * Takes a sample.
   *
   * <p>Written as a block.
   *
   * @param gauge 0 to 255
   */
  public Sample take(int gauge) {
    try (Call call = this.take.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, gauge);
      call.invoke();
      return CodecOfGauge.loadSample(call.result(), 0);
    }
  }

  /** To wit-parser, a comment of two strokes is documentation too. */
  public void calibrate(Sample to) {
    Objects.requireNonNull(to, "to");
    try (Call call = this.calibrate.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfGauge.storeSample(arguments, 0, to);
      call.invoke();
    }
  }
}
