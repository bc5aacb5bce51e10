package golden.shops.prepared;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.shops.Shops;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shops/prepared}. */
@Generated("interface golden:shops/prepared")
@NullMarked
public final class Prepared {
  private final Func ready;

  private Prepared(Exports exports) {
    this.ready = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Shops} hands it out. */
  public static Prepared of(Exports exports) {
    return new Prepared(exports);
  }

  /** {@code ready}. */
  public boolean ready() {
    try (Call call = this.ready.begin()) {
      call.invoke();
      return call.result().getBool(0);
    }
  }
}
