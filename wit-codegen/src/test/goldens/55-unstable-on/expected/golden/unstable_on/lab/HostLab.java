package golden.unstable_on.lab;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.unstable_on.lab.abi.CodecOfLab;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:unstable-on/lab@0.1.0}. */
@Generated("interface golden:unstable-on/lab@0.1.0")
@NullMarked
public interface HostLab {
  /** {@code measure}. */
  float measure();

  /** {@code fire}. */
  boolean fire(Beam beam);

  /** Defines {@code golden:unstable-on/lab@0.1.0} in a linker. */
  static void addTo(Linker linker, HostLab implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:unstable-on/lab@0.1.0} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostLab> implementation) {
    LinkerInstance instance = linker.instance("golden:unstable-on/lab@0.1.0");
    instance.funcOverImages(
        "measure",
        CodecOfLab.MEASURE,
        (arguments, result) -> result.putFloat(
            0, implementation.apply(arguments.config()).measure()));
    instance.funcOverImages(
        "fire",
        CodecOfLab.FIRE,
        (arguments, result) -> result.putBool(
            0, implementation.apply(arguments.config()).fire(CodecOfLab.loadBeam(arguments, 0))));
  }
}
