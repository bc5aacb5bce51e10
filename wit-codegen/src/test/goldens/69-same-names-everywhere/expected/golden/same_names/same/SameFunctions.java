package golden.same_names.same;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.same_names.Golden;
import golden.same_names.same.abi.CodecOfSame;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** One name for package, interface, type, function, parameter, field, and in the end the world. */
@Generated("interface golden:same-names/same")
@NullMarked
public final class SameFunctions {
  private final Func sameAgain;
  private final Func otherAgain;

  private SameFunctions(Exports exports) {
    this.sameAgain = exports.func(0);
    this.otherAgain = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Golden} hands it out. */
  public static SameFunctions of(Exports exports) {
    return new SameFunctions(exports);
  }

  /** {@code same-again}. */
  public Same sameAgain(Same same, Other other) {
    Objects.requireNonNull(same, "same");
    Objects.requireNonNull(other, "other");
    try (Call call = this.sameAgain.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfSame.storeSame(arguments, 0, same);
      CodecOfSame.storeOther(arguments, 1, other);
      call.invoke();
      return CodecOfSame.loadSame(call.result(), 0);
    }
  }

  /** {@code other-again}. */
  public Other otherAgain(Other other) {
    Objects.requireNonNull(other, "other");
    try (Call call = this.otherAgain.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfSame.storeOther(arguments, 0, other);
      call.invoke();
      return CodecOfSame.loadOther(call.result(), 0);
    }
  }
}
