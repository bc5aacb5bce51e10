package golden.everything.things;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.everything.things.abi.CodecOfThings;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:everything/things}. */
@Generated("interface golden:everything/things")
@NullMarked
public interface HostThings {
  /** {@code keep}. */
  Thing keep(Thing value);

  /** Defines {@code golden:everything/things} in a linker. */
  static void addTo(Linker linker, HostThings implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:everything/things} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostThings> implementation) {
    LinkerInstance instance = linker.instance("golden:everything/things");
    instance.funcOverImages(
        "keep",
        CodecOfThings.KEEP,
        (arguments, result) -> CodecOfThings.storeThing(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).keep(
                    CodecOfThings.loadThing(arguments, 0)))));
  }
}
