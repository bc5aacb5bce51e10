package golden.alike.year;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.alike.Calendar;
import golden.alike.year.abi.CodecOfYear;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:alike/year}. */
@Generated("interface golden:alike/year")
@NullMarked
public final class Year {
  private final Func add;

  private Year(Exports exports) {
    this.add = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Calendar} hands it out. */
  public static Year of(Exports exports) {
    return new Year(exports);
  }

  /** {@code add}. */
  public Span add(Span left, Span right) {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    try (Call call = this.add.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfYear.storeSpan(arguments, 0, left);
      CodecOfYear.storeSpan(arguments, 16, right);
      call.invoke();
      return CodecOfYear.loadSpan(call.result(), 0);
    }
  }
}
