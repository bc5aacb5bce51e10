package golden.borrowed_interfaces.imports.weather.station.readings.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.wit.WitType;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code weather:station/readings@1.2.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface weather:station/readings@1.2.0")
@NullMarked
public final class CodecOfReadings {
  /** {@code latest}. */
  public static final WitType.Function LATEST = func(
      option(golden.borrowed_interfaces.weather.station.readings.abi.CodecOfReadings.READING),
      param("station", STRING));

  private CodecOfReadings() {}
}
