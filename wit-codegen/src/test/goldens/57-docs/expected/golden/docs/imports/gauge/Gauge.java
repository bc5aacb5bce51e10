package golden.docs.imports.gauge;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.docs.gauge.Sample;
import org.jspecify.annotations.NullMarked;

/**
 * Measures things.
 *
 * <p>A second paragraph, of two lines.
 */
@Generated("interface golden:docs/gauge")
@NullMarked
public interface Gauge {
  /**
   * Takes a sample.
   *
   * <p>Written as a block.
   *
   * @param gauge 0 to 255
   */
  Sample take(int gauge);

  /** To wit-parser, a comment of two strokes is documentation too. */
  void calibrate(Sample to);

  /**
   * Defines {@code golden:docs/gauge} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Gauge implementation) {
    LinkerInstance instance = linker.instance("golden:docs/gauge");
    instance.funcOverImages(
        "take",
        GaugeCodec.TAKE,
        (arguments, result) -> golden.docs.gauge.GaugeCodec.storeSample(
            result, 0, implementation.take(arguments.getU8(0))));
    instance.funcOverImages(
        "calibrate",
        GaugeCodec.CALIBRATE,
        (arguments, result) -> implementation.calibrate(
            golden.docs.gauge.GaugeCodec.loadSample(arguments, 0)));
  }
}
