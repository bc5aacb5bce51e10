package golden.lambda.stamps;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.lambda.Stamper;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:lambda/stamps}. */
@Generated("interface golden:lambda/stamps")
@NullMarked
public final class Stamps {
  private final Func stamp;

  private Stamps(Exports exports) {
    this.stamp = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Stamper} hands it out. */
  public static Stamps of(Exports exports) {
    return new Stamps(exports);
  }

  /** {@code stamp}. */
  public String stamp(String text) {
    Objects.requireNonNull(text, "text");
    try (Call call = this.stamp.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, text);
      call.invoke();
      return call.result().getString(0);
    }
  }
}
