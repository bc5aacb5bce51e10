package golden.alike.imports.day;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alike/day} travel, and what its functions are: for generated code.
 */
@Generated("interface golden:alike/day")
@NullMarked
public final class DayCodec {
  /** {@code add}. */
  public static final WitType.Function ADD = func(
      golden.alike.day.DayCodec.SPAN,
      param("left", golden.alike.day.DayCodec.SPAN),
      param("right", golden.alike.day.DayCodec.SPAN));

  private DayCodec() {}
}
