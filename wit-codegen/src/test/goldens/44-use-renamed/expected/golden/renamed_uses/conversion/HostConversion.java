package golden.renamed_uses.conversion;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.renamed_uses.conversion.abi.CodecOfConversion;
import golden.renamed_uses.imperial.abi.CodecOfImperial;
import golden.renamed_uses.metric.Size;
import golden.renamed_uses.metric.abi.CodecOfMetric;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:renamed-uses/conversion}. */
@Generated("interface golden:renamed-uses/conversion")
@NullMarked
public interface HostConversion {
  /** {@code to-metric}. */
  Size toMetric(golden.renamed_uses.imperial.Size size);

  /** {@code to-imperial}. */
  golden.renamed_uses.imperial.Size toImperial(Size size);

  /** Defines {@code golden:renamed-uses/conversion} in a linker. */
  static void addTo(Linker linker, HostConversion implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:renamed-uses/conversion} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostConversion> implementation) {
    LinkerInstance instance = linker.instance("golden:renamed-uses/conversion");
    instance.funcOverImages(
        "to-metric",
        CodecOfConversion.TO_METRIC,
        (arguments, result) -> CodecOfMetric.storeSize(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).toMetric(
                    CodecOfImperial.loadSize(arguments, 0)))));
    instance.funcOverImages(
        "to-imperial",
        CodecOfConversion.TO_IMPERIAL,
        (arguments, result) -> CodecOfImperial.storeSize(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).toImperial(
                    CodecOfMetric.loadSize(arguments, 0)))));
  }
}
