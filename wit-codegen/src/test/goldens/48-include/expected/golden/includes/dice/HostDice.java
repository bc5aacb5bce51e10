package golden.includes.dice;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.includes.dice.abi.CodecOfDice;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:includes/dice}. */
@Generated("interface golden:includes/dice")
@NullMarked
public interface HostDice {
  /**
   * {@code roll}.
   *
   * @param sides unsigned
   * @return unsigned
   */
  int roll(int sides);

  /** Defines {@code golden:includes/dice} in a linker. */
  static void addTo(Linker linker, HostDice implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:includes/dice} in a linker that stores share, with what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker, Function<StoreConfig, ? extends HostDice> implementation) {
    LinkerInstance instance = linker.instance("golden:includes/dice");
    instance.funcOverImages(
        "roll",
        CodecOfDice.ROLL,
        (arguments, result) -> result.putInt(
            0, implementation.apply(arguments.config()).roll(arguments.getInt(0))));
  }
}
