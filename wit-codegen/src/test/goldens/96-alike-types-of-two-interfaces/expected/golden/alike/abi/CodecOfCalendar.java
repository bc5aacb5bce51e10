package golden.alike.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.alike.day.abi.CodecOfDay;
import golden.alike.year.abi.CodecOfYear;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alike calendar} travel, and what its functions are: for generated
 * code.
 */
@Generated("world golden:alike calendar")
@NullMarked
public final class CodecOfCalendar {
  /** {@code convert}. */
  public static final WitType.Function CONVERT = func(
      CodecOfYear.SPAN, param("span", CodecOfDay.SPAN));

  private CodecOfCalendar() {}
}
