package golden.versions.imports.bridge;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.versions.parts.bin.v2_0_0.stock.Part;
import golden.versions.parts.bin.v2_0_0.stock.StockCodec;
import org.jspecify.annotations.NullMarked;

/** Two versions of one interface, in one world. */
@Generated("interface golden:versions/bridge@3.1.4")
@NullMarked
public interface Bridge {
  /** {@code upgrade}. */
  Part upgrade(golden.versions.parts.bin.v1_0_0.stock.Part part);

  /**
   * Defines {@code golden:versions/bridge@3.1.4} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Bridge implementation) {
    LinkerInstance instance = linker.instance("golden:versions/bridge@3.1.4");
    instance.funcOverImages(
        "upgrade",
        BridgeCodec.UPGRADE,
        (arguments, result) -> StockCodec.storePart(
            result,
            0,
            implementation.upgrade(
                golden.versions.parts.bin.v1_0_0.stock.StockCodec.loadPart(arguments, 0))));
  }
}
