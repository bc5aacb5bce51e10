package golden.aliases.units.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.aliases.units.Stop;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:aliases/units} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:aliases/units")
@NullMarked
public final class CodecOfUnits {
  /** {@code stop}. */
  public static final WitType STOP = record(field("name", STRING), field("at", F64));

  /** {@code measure}. */
  public static final WitType.Function MEASURE = func(F64, param("along", list(STOP)));

  /** {@code stop-at}. */
  public static final WitType.Function STOP_AT = func(option(STOP), param("at", F64));

  /** {@code draw}. */
  public static final WitType.Function DRAW = func(
      list(U8), param("along", list(STOP)), param("title", STRING));

  /** {@code first}. */
  public static final WitType.Function FIRST = func(STOP, param("of", STOP));

  private CodecOfUnits() {}

  /** Writes a value of {@code stop}. */
  public static void storeStop(ImageWriter image, long at, Stop value) {
    image.putString(at, value.name());
    image.putDouble(at + 8, value.at());
  }

  /** Reads a value of {@code stop}. */
  public static Stop loadStop(ImageReader image, long at) {
    return new Stop(
        image.getString(at),
        image.getDouble(at + 8));
  }
}
