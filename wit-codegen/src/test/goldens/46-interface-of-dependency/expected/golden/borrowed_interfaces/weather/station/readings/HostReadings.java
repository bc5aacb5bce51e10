package golden.borrowed_interfaces.weather.station.readings;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.borrowed_interfaces.weather.station.readings.abi.CodecOfReadings;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code weather:station/readings@1.2.0}. */
@Generated("interface weather:station/readings@1.2.0")
@NullMarked
public interface HostReadings {
  /** {@code latest}. */
  Optional<Reading> latest(String station);

  /** Defines {@code weather:station/readings@1.2.0} in a linker. */
  static void addTo(Linker linker, HostReadings implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code weather:station/readings@1.2.0} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostReadings> implementation) {
    LinkerInstance instance = linker.instance("weather:station/readings@1.2.0");
    instance.funcOverImages(
        "latest",
        CodecOfReadings.LATEST,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).latest(arguments.getString(0)),
            4,
            CodecOfReadings::storeReading));
  }
}
