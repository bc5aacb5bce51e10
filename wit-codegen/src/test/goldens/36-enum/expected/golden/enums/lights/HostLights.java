package golden.enums.lights;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.enums.lights.abi.CodecOfLights;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:enums/lights}. */
@Generated("interface golden:enums/lights")
@NullMarked
public interface HostLights {
  /** {@code next}. */
  Colour next(Colour after);

  /** {@code cycle}. */
  List<Colour> cycle(List<Colour> colours);

  /** Defines {@code golden:enums/lights} in a linker. */
  static void addTo(Linker linker, HostLights implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:enums/lights} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostLights> implementation) {
    LinkerInstance instance = linker.instance("golden:enums/lights");
    instance.funcOverImages(
        "next",
        CodecOfLights.NEXT,
        (arguments, result) -> CodecOfLights.storeColour(
            result,
            0,
            implementation.apply(arguments.config()).next(CodecOfLights.loadColour(arguments, 0))));
    instance.funcOverImages(
        "cycle",
        CodecOfLights.CYCLE,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).cycle(
                arguments.getList(0, 1, CodecOfLights::loadColour)),
            1,
            1,
            CodecOfLights::storeColour));
  }
}
