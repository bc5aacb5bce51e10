package golden.aliases.units;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.aliases.units.abi.CodecOfUnits;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:aliases/units}. */
@Generated("interface golden:aliases/units")
@NullMarked
public interface HostUnits {
  /** {@code measure}. */
  double measure(List<Stop> along);

  /** {@code stop-at}. */
  Optional<Stop> stopAt(double at);

  /** {@code draw}. */
  byte[] draw(List<Stop> along, String title);

  /** {@code first}. */
  Stop first(Stop of);

  /** Defines {@code golden:aliases/units} in a linker. */
  static void addTo(Linker linker, HostUnits implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:aliases/units} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostUnits> implementation) {
    LinkerInstance instance = linker.instance("golden:aliases/units");
    instance.funcOverImages(
        "measure",
        CodecOfUnits.MEASURE,
        (arguments, result) -> result.putDouble(
            0,
            implementation.apply(arguments.config()).measure(
                arguments.getList(0, 16, CodecOfUnits::loadStop))));
    instance.funcOverImages(
        "stop-at",
        CodecOfUnits.STOP_AT,
        (arguments, result) -> result.putOption(
            0,
            implementation.apply(arguments.config()).stopAt(arguments.getDouble(0)),
            8,
            CodecOfUnits::storeStop));
    instance.funcOverImages(
        "draw",
        CodecOfUnits.DRAW,
        (arguments, result) -> result.putBytes(
            0,
            implementation.apply(arguments.config()).draw(
                arguments.getList(0, 16, CodecOfUnits::loadStop), arguments.getString(8))));
    instance.funcOverImages(
        "first",
        CodecOfUnits.FIRST,
        (arguments, result) -> CodecOfUnits.storeStop(
            result,
            0,
            result.requireReturned(
                implementation.apply(arguments.config()).first(
                    CodecOfUnits.loadStop(arguments, 0)))));
  }
}
