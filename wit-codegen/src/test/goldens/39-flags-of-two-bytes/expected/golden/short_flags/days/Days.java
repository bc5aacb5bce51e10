package golden.short_flags.days;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.short_flags.Calendar;
import golden.short_flags.days.abi.CodecOfDays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:short-flags/days}. */
@Generated("interface golden:short-flags/days")
@NullMarked
public final class Days {
  private final Func next;
  private final Func all;

  private Days(Exports exports) {
    this.next = exports.func(0);
    this.all = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Calendar} hands it out. */
  public static Days of(Exports exports) {
    return new Days(exports);
  }

  /** {@code next}. */
  public Set<Nine> next(Set<Nine> value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.next.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfDays.storeNine(arguments, 0, value);
      call.invoke();
      return CodecOfDays.loadNine(call.result(), 0);
    }
  }

  /** {@code all}. */
  public Set<Sixteen> all(Set<Sixteen> value, List<Set<Sixteen>> values) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(values, "values");
    try (Call call = this.all.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfDays.storeSixteen(arguments, 0, value);
      arguments.putList(4, values, 2, 2, CodecOfDays::storeSixteen);
      call.invoke();
      return CodecOfDays.loadSixteen(call.result(), 0);
    }
  }
}
