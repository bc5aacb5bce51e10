package golden.alike;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.alike.day.DayCodec;
import golden.alike.year.YearCodec;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alike calendar} travel, and what its functions are: for generated
 * code.
 */
@Generated("world golden:alike calendar")
@NullMarked
public final class CalendarCodec {
  /** {@code convert}. */
  public static final WitType.Function CONVERT = func(YearCodec.SPAN, param("span", DayCodec.SPAN));

  private CalendarCodec() {}
}
