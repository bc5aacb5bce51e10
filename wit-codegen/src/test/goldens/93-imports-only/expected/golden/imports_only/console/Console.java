package golden.imports_only.console;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:imports-only/console}. */
@Generated("interface golden:imports-only/console")
@NullMarked
public interface Console {
  /** {@code print}. */
  void print(String line);

  /**
   * Defines {@code golden:imports-only/console} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Console implementation) {
    LinkerInstance instance = linker.instance("golden:imports-only/console");
    instance.funcOverImages(
        "print",
        ConsoleCodec.PRINT,
        (arguments, result) -> implementation.print(arguments.getString(0)));
  }
}
