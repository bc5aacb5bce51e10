package golden.borrowed_interfaces.imports.weather.station.readings;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.borrowed_interfaces.weather.station.readings.Reading;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code weather:station/readings@1.2.0}. */
@Generated("interface weather:station/readings@1.2.0")
@NullMarked
public interface Readings {
  /** {@code latest}. */
  Optional<Reading> latest(String station);

  /**
   * Defines {@code weather:station/readings@1.2.0} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Readings implementation) {
    LinkerInstance instance = linker.instance("weather:station/readings@1.2.0");
    instance.funcOverImages(
        "latest",
        ReadingsCodec.LATEST,
        (arguments, result) -> result.putOption(
            0,
            implementation.latest(arguments.getString(0)),
            4,
            golden.borrowed_interfaces.weather.station.readings.ReadingsCodec::storeReading));
  }
}
