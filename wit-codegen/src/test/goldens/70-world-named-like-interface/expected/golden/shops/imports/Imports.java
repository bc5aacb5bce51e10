package golden.shops.imports;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.shops.Shops;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shops/imports}. */
@Generated("interface golden:shops/imports")
@NullMarked
public final class Imports {
  private final Func count;

  private Imports(Exports exports) {
    this.count = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Shops} hands it out. */
  public static Imports of(Exports exports) {
    return new Imports(exports);
  }

  /**
   * {@code count}.
   *
   * @return unsigned
   */
  public int count() {
    try (Call call = this.count.begin()) {
      call.invoke();
      return call.result().getInt(0);
    }
  }
}
