package golden.deprecations.market;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.deprecations.Store;
import org.jspecify.annotations.NullMarked;

/**
 * All of it.
 *
 * @deprecated since version 1.9.0
 */
@Deprecated
@Generated("interface golden:deprecations/market@2.0.0")
@NullMarked
@SuppressWarnings("deprecation")
public final class Market {
  private final Func open;

  private Market(Exports exports) {
    this.open = exports.func(6);
  }

  /** The interface of an instance: for generated code, as {@link Store} hands it out. */
  public static Market of(Exports exports) {
    return new Market(exports);
  }

  /** {@code open}. */
  public boolean open() {
    try (Call call = this.open.begin()) {
      call.invoke();
      return call.result().getBool(0);
    }
  }
}
