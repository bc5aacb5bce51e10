package golden.aliases.imports.units;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:aliases/units} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:aliases/units")
@NullMarked
public final class UnitsCodec {
  /** {@code measure}. */
  public static final WitType.Function MEASURE = func(
      F64, param("along", list(golden.aliases.units.UnitsCodec.STOP)));

  /** {@code stop-at}. */
  public static final WitType.Function STOP_AT = func(
      option(golden.aliases.units.UnitsCodec.STOP), param("at", F64));

  /** {@code draw}. */
  public static final WitType.Function DRAW = func(
      list(U8), param("along", list(golden.aliases.units.UnitsCodec.STOP)), param("title", STRING));

  /** {@code first}. */
  public static final WitType.Function FIRST = func(
      golden.aliases.units.UnitsCodec.STOP, param("of", golden.aliases.units.UnitsCodec.STOP));

  private UnitsCodec() {}
}
