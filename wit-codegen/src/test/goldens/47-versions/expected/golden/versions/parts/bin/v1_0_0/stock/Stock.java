package golden.versions.parts.bin.v1_0_0.stock;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.versions.parts.bin.v1_0_0.stock.abi.CodecOfStock;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code parts:bin/stock@1.0.0}. */
@Generated("interface parts:bin/stock@1.0.0")
@NullMarked
public interface Stock {
  /**
   * {@code count}.
   *
   * @return unsigned
   */
  int count(Part of);

  /** Defines {@code parts:bin/stock@1.0.0} in a linker. */
  static void addTo(Linker linker, Stock implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code parts:bin/stock@1.0.0} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends Stock> implementation) {
    LinkerInstance instance = linker.instance("parts:bin/stock@1.0.0");
    instance.funcOverImages(
        "count",
        CodecOfStock.COUNT,
        (arguments, result) -> result.putInt(
            0,
            implementation.apply(arguments.config()).count(CodecOfStock.loadPart(arguments, 0))));
  }
}
