package golden.unstable_on.lab;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.unstable_on.Experiments;
import golden.unstable_on.lab.abi.CodecOfLab;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:unstable-on/lab@0.1.0}. */
@Generated("interface golden:unstable-on/lab@0.1.0")
@NullMarked
public final class Lab {
  private final Func measure;
  private final Func fire;

  private Lab(Exports exports) {
    this.measure = exports.func(0);
    this.fire = exports.func(1);
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

  /** {@code fire}. */
  public boolean fire(Beam beam) {
    Objects.requireNonNull(beam, "beam");
    try (Call call = this.fire.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfLab.storeBeam(arguments, 0, beam);
      call.invoke();
      return call.result().getBool(0);
    }
  }
}
