package golden.aliases.imports.units;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import golden.aliases.units.Stop;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:aliases/units}. */
@Generated("interface golden:aliases/units")
@NullMarked
public interface Units {
  /** {@code measure}. */
  double measure(List<Stop> along);

  /** {@code stop-at}. */
  Optional<Stop> stopAt(double at);

  /** {@code draw}. */
  byte[] draw(List<Stop> along, String title);

  /** {@code first}. */
  Stop first(Stop of);

  /**
   * Defines {@code golden:aliases/units} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Units implementation) {
    LinkerInstance instance = linker.instance("golden:aliases/units");
    instance.funcOverImages(
        "measure",
        UnitsCodec.MEASURE,
        (arguments, result) -> result.putDouble(
            0,
            implementation.measure(
                arguments.getList(0, 16, golden.aliases.units.UnitsCodec::loadStop))));
    instance.funcOverImages(
        "stop-at",
        UnitsCodec.STOP_AT,
        (arguments, result) -> result.putOption(
            0,
            implementation.stopAt(arguments.getDouble(0)),
            8,
            golden.aliases.units.UnitsCodec::storeStop));
    instance.funcOverImages(
        "draw",
        UnitsCodec.DRAW,
        (arguments, result) -> result.putBytes(
            0,
            implementation.draw(
                arguments.getList(0, 16, golden.aliases.units.UnitsCodec::loadStop),
                arguments.getString(8))));
    instance.funcOverImages(
        "first",
        UnitsCodec.FIRST,
        (arguments, result) -> golden.aliases.units.UnitsCodec.storeStop(
            result,
            0,
            implementation.first(golden.aliases.units.UnitsCodec.loadStop(arguments, 0))));
  }
}
