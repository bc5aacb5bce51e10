package golden.alike.day;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.alike.Calendar;
import golden.alike.day.abi.CodecOfDay;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:alike/day}. */
@Generated("interface golden:alike/day")
@NullMarked
public final class Day {
  private final Func add;

  private Day(Exports exports) {
    this.add = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Calendar} hands it out. */
  public static Day of(Exports exports) {
    return new Day(exports);
  }

  /** {@code add}. */
  public Span add(Span left, Span right) {
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    try (Call call = this.add.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfDay.storeSpan(arguments, 0, left);
      CodecOfDay.storeSpan(arguments, 8, right);
      call.invoke();
      return CodecOfDay.loadSpan(call.result(), 0);
    }
  }
}
