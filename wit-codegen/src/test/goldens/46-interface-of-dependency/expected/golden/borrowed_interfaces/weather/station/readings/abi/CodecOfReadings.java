package golden.borrowed_interfaces.weather.station.readings.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageReader;
import dev.switchblade.abi.ImageWriter;
import dev.switchblade.wit.WitType;
import golden.borrowed_interfaces.weather.station.readings.Reading;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code weather:station/readings@1.2.0} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface weather:station/readings@1.2.0")
@NullMarked
public final class CodecOfReadings {
  /** {@code reading}. */
  public static final WitType READING = record(field("celsius", F32), field("humidity", U8));

  /** {@code latest}. */
  public static final WitType.Function LATEST = func(option(READING), param("station", STRING));

  private CodecOfReadings() {}

  /** Writes a value of {@code reading}. */
  public static void storeReading(ImageWriter image, long at, Reading value) {
    image.putFloat(at, value.celsius());
    image.putU8(at + 4, value.humidity());
  }

  /** Reads a value of {@code reading}. */
  public static Reading loadReading(ImageReader image, long at) {
    return new Reading(
        image.getFloat(at),
        image.getU8(at + 4));
  }
}
