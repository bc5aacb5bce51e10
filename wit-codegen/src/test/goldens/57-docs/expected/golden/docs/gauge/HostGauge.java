package golden.docs.gauge;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.docs.gauge.abi.CodecOfGauge;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/**
 * Measures things.
 *
 * <p>A second paragraph, of two lines.
 */
@Generated("interface golden:docs/gauge")
@NullMarked
public interface HostGauge {
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

  /** Defines {@code golden:docs/gauge} in a linker. */
  static void addTo(Linker linker, HostGauge implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:docs/gauge} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostGauge> implementation) {
    LinkerInstance instance = linker.instance("golden:docs/gauge");
    instance.funcOverImages(
        "take",
        CodecOfGauge.TAKE,
        (arguments, result) -> CodecOfGauge.storeSample(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).take(arguments.getU8(0)))));
    instance.funcOverImages(
        "calibrate",
        CodecOfGauge.CALIBRATE,
        (arguments, result) -> implementation.apply(arguments.config()).calibrate(
            CodecOfGauge.loadSample(arguments, 0)));
  }
}
