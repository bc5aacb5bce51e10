package golden.dependents.labels;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.dependents.labels.abi.CodecOfLabels;
import golden.dependents.paint.colours.palette.Colour;
import golden.dependents.paint.colours.palette.Mix;
import golden.dependents.paint.colours.palette.abi.CodecOfPalette;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:dependents/labels}. */
@Generated("interface golden:dependents/labels")
@NullMarked
public interface HostLabels {
  /** {@code describe}. */
  String describe(Colour colour);

  /** {@code blend}. */
  Colour blend(Mix of);

  /** Defines {@code golden:dependents/labels} in a linker. */
  static void addTo(Linker linker, HostLabels implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:dependents/labels} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostLabels> implementation) {
    LinkerInstance instance = linker.instance("golden:dependents/labels");
    instance.funcOverImages(
        "describe",
        CodecOfLabels.DESCRIBE,
        (arguments, result) -> result.putString(
            0,
            implementation.apply(arguments.config()).describe(
                CodecOfPalette.loadColour(arguments, 0))));
    instance.funcOverImages(
        "blend",
        CodecOfLabels.BLEND,
        (arguments, result) -> CodecOfPalette.storeColour(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).blend(
                    CodecOfPalette.loadMix(arguments, 0)))));
  }
}
