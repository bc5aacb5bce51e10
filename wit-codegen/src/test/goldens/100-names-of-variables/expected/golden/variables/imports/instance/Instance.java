package golden.variables.imports.instance;

import dev.switchblade.Generated;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:variables/instance}. */
@Generated("interface golden:variables/instance")
@NullMarked
public interface Instance {
  /**
   * {@code linker}.
   *
   * @param instance 0 to 255
   * @param exports unsigned
   * @return 0 to 255
   */
  int linker(int instance, int exports);

  /**
   * Defines {@code golden:variables/instance} in a linker.
   *
   * @param linker where it is defined
   * @param implementation what guests call
   */
  static void addTo(Linker linker, Instance implementation) {
    LinkerInstance instance = linker.instance("golden:variables/instance");
    instance.funcOverImages(
        "linker",
        InstanceCodec.LINKER,
        (arguments, result) -> result.putU8(
            0, implementation.linker(arguments.getU8(0), arguments.getInt(4))));
  }
}
