package golden.short_flags.days;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.short_flags.days.abi.CodecOfDays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:short-flags/days}. */
@Generated("interface golden:short-flags/days")
@NullMarked
public interface HostDays {
  /** {@code next}. */
  Set<Nine> next(Set<Nine> value);

  /** {@code all}. */
  Set<Sixteen> all(Set<Sixteen> value, List<Set<Sixteen>> values);

  /** Defines {@code golden:short-flags/days} in a linker. */
  static void addTo(Linker linker, HostDays implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:short-flags/days} in a linker that stores share, with what each of them
   * has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostDays> implementation) {
    LinkerInstance instance = linker.instance("golden:short-flags/days");
    instance.funcOverImages(
        "next",
        CodecOfDays.NEXT,
        (arguments, result) -> CodecOfDays.storeNine(
            result,
            0,
            implementation.apply(arguments.config()).next(CodecOfDays.loadNine(arguments, 0))));
    instance.funcOverImages(
        "all",
        CodecOfDays.ALL,
        (arguments, result) -> CodecOfDays.storeSixteen(
            result,
            0,
            implementation.apply(arguments.config()).all(
                CodecOfDays.loadSixteen(arguments, 0),
                arguments.getList(4, 2, CodecOfDays::loadSixteen))));
  }
}
