package golden.includes.clock;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.includes.Game;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:includes/clock}. */
@Generated("interface golden:includes/clock")
@NullMarked
public final class Clock {
  private final Func now;

  private Clock(Exports exports) {
    this.now = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Game} hands it out. */
  public static Clock of(Exports exports) {
    return new Clock(exports);
  }

  /**
   * {@code now}.
   *
   * @return unsigned
   */
  public long now() {
    try (Call call = this.now.begin()) {
      call.invoke();
      return call.result().getLong(0);
    }
  }
}
