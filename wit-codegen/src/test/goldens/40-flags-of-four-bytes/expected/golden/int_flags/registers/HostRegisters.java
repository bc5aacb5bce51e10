package golden.int_flags.registers;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.int_flags.registers.abi.CodecOfRegisters;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:int-flags/registers}. */
@Generated("interface golden:int-flags/registers")
@NullMarked
public interface HostRegisters {
  /** {@code next}. */
  Set<Seventeen> next(Set<Seventeen> value);

  /** {@code all}. */
  Set<ThirtyTwo> all(Set<ThirtyTwo> value, List<Set<ThirtyTwo>> values);

  /** Defines {@code golden:int-flags/registers} in a linker. */
  static void addTo(Linker linker, HostRegisters implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:int-flags/registers} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostRegisters> implementation) {
    LinkerInstance instance = linker.instance("golden:int-flags/registers");
    instance.funcOverImages(
        "next",
        CodecOfRegisters.NEXT,
        (arguments, result) -> CodecOfRegisters.storeSeventeen(
            result,
            0,
            implementation.apply(arguments.config()).next(
                CodecOfRegisters.loadSeventeen(arguments, 0))));
    instance.funcOverImages(
        "all",
        CodecOfRegisters.ALL,
        (arguments, result) -> CodecOfRegisters.storeThirtyTwo(
            result,
            0,
            implementation.apply(arguments.config()).all(
                CodecOfRegisters.loadThirtyTwo(arguments, 0),
                arguments.getList(4, 4, CodecOfRegisters::loadThirtyTwo))));
  }
}
