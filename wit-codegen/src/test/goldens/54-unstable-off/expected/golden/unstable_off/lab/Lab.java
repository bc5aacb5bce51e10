package golden.unstable_off.lab;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import golden.unstable_off.Experiments;
import org.jspecify.annotations.NullMarked;

/** What is {@code @unstable} is not there, unless its feature is on. */
@Generated("interface golden:unstable-off/lab@0.1.0")
@NullMarked
public final class Lab {
  private final Func measure;

  private Lab(Exports exports) {
    this.measure = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Experiments} hands it out. */
  public static Lab of(Exports exports) {
    return new Lab(exports);
  }

  /** {@code measure}. */
  public float measure() {
    try (Call call = this.measure.begin()) {
      call.invoke();
      return call.result().getFloat(0);
    }
  }
}
