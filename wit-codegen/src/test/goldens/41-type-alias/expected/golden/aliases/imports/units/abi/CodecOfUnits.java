package golden.aliases.imports.units.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:aliases/units} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:aliases/units")
@NullMarked
public final class CodecOfUnits {
  /** {@code measure}. */
  public static final WitType.Function MEASURE = func(
      F64, param("along", list(golden.aliases.units.abi.CodecOfUnits.STOP)));

  /** {@code stop-at}. */
  public static final WitType.Function STOP_AT = func(
      option(golden.aliases.units.abi.CodecOfUnits.STOP), param("at", F64));

  /** {@code draw}. */
  public static final WitType.Function DRAW = func(
      list(U8),
      param("along", list(golden.aliases.units.abi.CodecOfUnits.STOP)),
      param("title", STRING));

  /** {@code first}. */
  public static final WitType.Function FIRST = func(
      golden.aliases.units.abi.CodecOfUnits.STOP,
      param("of", golden.aliases.units.abi.CodecOfUnits.STOP));

  private CodecOfUnits() {}
}
