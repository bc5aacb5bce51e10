package golden.alike.imports.day.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alike/day} travel, and what its functions are: for generated code.
 */
@Generated("interface golden:alike/day")
@NullMarked
public final class CodecOfDay {
  /** {@code add}. */
  public static final WitType.Function ADD = func(
      golden.alike.day.abi.CodecOfDay.SPAN,
      param("left", golden.alike.day.abi.CodecOfDay.SPAN),
      param("right", golden.alike.day.abi.CodecOfDay.SPAN));

  private CodecOfDay() {}
}
