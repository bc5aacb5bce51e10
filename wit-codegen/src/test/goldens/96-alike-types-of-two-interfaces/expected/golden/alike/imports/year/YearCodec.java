package golden.alike.imports.year;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alike/year} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:alike/year")
@NullMarked
public final class YearCodec {
  /** {@code add}. */
  public static final WitType.Function ADD = func(
      golden.alike.year.YearCodec.SPAN,
      param("left", golden.alike.year.YearCodec.SPAN),
      param("right", golden.alike.year.YearCodec.SPAN));

  private YearCodec() {}
}
