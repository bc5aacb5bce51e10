package golden.versions.bridge;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.versions.bridge.abi.CodecOfBridge;
import golden.versions.parts.bin.v2_0_0.stock.Part;
import golden.versions.parts.bin.v2_0_0.stock.abi.CodecOfStock;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Two versions of one interface, in one world. */
@Generated("interface golden:versions/bridge@3.1.4")
@NullMarked
public interface HostBridge {
  /** {@code upgrade}. */
  Part upgrade(golden.versions.parts.bin.v1_0_0.stock.Part part);

  /** Defines {@code golden:versions/bridge@3.1.4} in a linker. */
  static void addTo(Linker linker, HostBridge implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:versions/bridge@3.1.4} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostBridge> implementation) {
    LinkerInstance instance = linker.instance("golden:versions/bridge@3.1.4");
    instance.funcOverImages(
        "upgrade",
        CodecOfBridge.UPGRADE,
        (arguments, result) -> CodecOfStock.storePart(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).upgrade(
                    golden.versions.parts.bin.v1_0_0.stock.abi.CodecOfStock.loadPart(
                        arguments, 0)))));
  }
}
