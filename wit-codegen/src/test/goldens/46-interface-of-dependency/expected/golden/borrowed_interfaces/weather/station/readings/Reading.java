package golden.borrowed_interfaces.weather.station.readings;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/**
 * {@code record reading}.
 *
 * @param humidity 0 to 255
 */
@Generated("interface weather:station/readings@1.2.0")
@NullMarked
public record Reading(float celsius, int humidity) {}
