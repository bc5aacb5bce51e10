package golden.borrowed_interfaces.weather.station.readings;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.borrowed_interfaces.Dashboard;
import golden.borrowed_interfaces.weather.station.readings.abi.CodecOfReadings;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code weather:station/readings@1.2.0}. */
@Generated("interface weather:station/readings@1.2.0")
@NullMarked
public final class Readings {
  private final Func latest;

  private Readings(Exports exports) {
    this.latest = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Dashboard} hands it out. */
  public static Readings of(Exports exports) {
    return new Readings(exports);
  }

  /** {@code latest}. */
  public Optional<Reading> latest(String station) {
    Objects.requireNonNull(station, "station");
    try (Call call = this.latest.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, station);
      call.invoke();
      return call.result().getOption(0, 4, CodecOfReadings::loadReading);
    }
  }
}
