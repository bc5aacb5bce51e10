package golden.shops.imports.imports;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shops/imports}. */
@Generated("interface golden:shops/imports")
@NullMarked
public interface Imports {
  /**
   * {@code count}.
   *
   * @return unsigned
   */
  int count();

  /**
   * Defines {@code golden:shops/imports} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Imports implementation) {
    LinkerInstance instance = linker.instance("golden:shops/imports");
    instance.funcOverImages(
        "count",
        ImportsCodec.COUNT,
        (arguments, result) -> result.putInt(0, implementation.count()));
  }
}
