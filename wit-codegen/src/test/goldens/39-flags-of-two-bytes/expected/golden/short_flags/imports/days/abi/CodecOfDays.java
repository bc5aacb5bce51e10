package golden.short_flags.imports.days.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:short-flags/days} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:short-flags/days")
@NullMarked
public final class CodecOfDays {
  /** {@code next}. */
  public static final WitType.Function NEXT = func(
      golden.short_flags.days.abi.CodecOfDays.NINE,
      param("value", golden.short_flags.days.abi.CodecOfDays.NINE));

  /** {@code all}. */
  public static final WitType.Function ALL = func(
      golden.short_flags.days.abi.CodecOfDays.SIXTEEN,
      param("value", golden.short_flags.days.abi.CodecOfDays.SIXTEEN),
      param("values", list(golden.short_flags.days.abi.CodecOfDays.SIXTEEN)));

  private CodecOfDays() {}
}
