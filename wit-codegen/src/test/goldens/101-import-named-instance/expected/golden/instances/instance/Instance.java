package golden.instances.instance;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.instances.Holder;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:instances/instance}. */
@Generated("interface golden:instances/instance")
@NullMarked
public final class Instance {
  private final Func run;

  private Instance(Exports exports) {
    this.run = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Holder} hands it out. */
  public static Instance of(Exports exports) {
    return new Instance(exports);
  }

  /**
   * {@code run}.
   *
   * @return unsigned
   */
  public int run() {
    try (Call call = this.run.begin()) {
      call.invoke();
      return call.result().getInt(0);
    }
  }
}
