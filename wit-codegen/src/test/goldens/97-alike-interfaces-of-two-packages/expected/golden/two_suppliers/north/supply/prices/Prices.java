package golden.two_suppliers.north.supply.prices;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.two_suppliers.Market;
import golden.two_suppliers.north.supply.prices.abi.CodecOfPrices;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code north:supply/prices}. */
@Generated("interface north:supply/prices")
@NullMarked
public final class Prices {
  private final Func of;

  private Prices(Exports exports) {
    this.of = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Market} hands it out. */
  public static Prices of(Exports exports) {
    return new Prices(exports);
  }

  /** {@code of}. */
  public Price of_(String sku) {
    Objects.requireNonNull(sku, "sku");
    try (Call call = this.of.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, sku);
      call.invoke();
      return CodecOfPrices.loadPrice(call.result(), 0);
    }
  }
}
