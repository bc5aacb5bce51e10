package golden.gates.features;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.gates.features.abi.CodecOfFeatures;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** What is {@code @since} a version is there, if the package is that far. */
@Generated("interface golden:gates/features@1.2.0")
@NullMarked
public interface HostFeatures {
  /** {@code old}. */
  Level old();

  /** {@code new}. */
  Level new_(Level level);

  /** Defines {@code golden:gates/features@1.2.0} in a linker. */
  static void addTo(Linker linker, HostFeatures implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:gates/features@1.2.0} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostFeatures> implementation) {
    LinkerInstance instance = linker.instance("golden:gates/features@1.2.0");
    instance.funcOverImages(
        "old",
        CodecOfFeatures.OLD,
        (arguments, result) -> CodecOfFeatures.storeLevel(
            result, 0, implementation.apply(arguments.config()).old()));
    instance.funcOverImages(
        "new",
        CodecOfFeatures.NEW,
        (arguments, result) -> CodecOfFeatures.storeLevel(
            result,
            0,
            implementation.apply(arguments.config()).new_(
                CodecOfFeatures.loadLevel(arguments, 0))));
  }
}
