package golden.inline_interfaces.lifecycle;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.inline_interfaces.Plugin;
import org.jspecify.annotations.NullMarked;

/** Interface {@code lifecycle}. */
@Generated("interface lifecycle")
@NullMarked
public final class Lifecycle {
  private final Func start;

  private Lifecycle(Exports exports) {
    this.start = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Plugin} hands it out. */
  public static Lifecycle of(Exports exports) {
    return new Lifecycle(exports);
  }

  /** {@code start}. */
  public void start() {
    try (Call call = this.start.begin()) {
      call.invoke();
    }
  }
}
