package golden.same_names.other;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.same_names.Golden;
import golden.same_names.other.abi.CodecOfOther;
import golden.same_names.same.Same;
import golden.same_names.same.abi.CodecOfSame;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:same-names/other}. */
@Generated("interface golden:same-names/other")
@NullMarked
public final class OtherFunctions {
  private final Func sameAgain;

  private OtherFunctions(Exports exports) {
    this.sameAgain = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Golden} hands it out. */
  public static OtherFunctions of(Exports exports) {
    return new OtherFunctions(exports);
  }

  /** {@code same-again}. */
  public Other sameAgain(Same same, Other other) {
    Objects.requireNonNull(same, "same");
    Objects.requireNonNull(other, "other");
    try (Call call = this.sameAgain.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfSame.storeSame(arguments, 0, same);
      CodecOfOther.storeOther(arguments, 1, other);
      call.invoke();
      return CodecOfOther.loadOther(call.result(), 0);
    }
  }
}
