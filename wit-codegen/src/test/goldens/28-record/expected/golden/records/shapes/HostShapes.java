package golden.records.shapes;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.records.shapes.abi.CodecOfShapes;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:records/shapes}. */
@Generated("interface golden:records/shapes")
@NullMarked
public interface HostShapes {
  /** {@code mirror}. */
  Point mirror(Point at);

  /** Defines {@code golden:records/shapes} in a linker. */
  static void addTo(Linker linker, HostShapes implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:records/shapes} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostShapes> implementation) {
    LinkerInstance instance = linker.instance("golden:records/shapes");
    instance.funcOverImages(
        "mirror",
        CodecOfShapes.MIRROR,
        (arguments, result) -> CodecOfShapes.storePoint(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).mirror(
                    CodecOfShapes.loadPoint(arguments, 0)))));
  }
}
