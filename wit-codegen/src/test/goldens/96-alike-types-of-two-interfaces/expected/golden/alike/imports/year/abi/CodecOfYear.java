package golden.alike.imports.year.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:alike/year} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:alike/year")
@NullMarked
public final class CodecOfYear {
  /** {@code add}. */
  public static final WitType.Function ADD = func(
      golden.alike.year.abi.CodecOfYear.SPAN,
      param("left", golden.alike.year.abi.CodecOfYear.SPAN),
      param("right", golden.alike.year.abi.CodecOfYear.SPAN));

  private CodecOfYear() {}
}
