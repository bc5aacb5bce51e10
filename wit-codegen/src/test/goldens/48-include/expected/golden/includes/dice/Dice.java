package golden.includes.dice;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.includes.Game;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:includes/dice}. */
@Generated("interface golden:includes/dice")
@NullMarked
public final class Dice {
  private final Func roll;

  private Dice(Exports exports) {
    this.roll = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Game} hands it out. */
  public static Dice of(Exports exports) {
    return new Dice(exports);
  }

  /**
   * {@code roll}.
   *
   * @param sides unsigned
   * @return unsigned
   */
  public int roll(int sides) {
    try (Call call = this.roll.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putInt(0, sides);
      call.invoke();
      return call.result().getInt(0);
    }
  }
}
