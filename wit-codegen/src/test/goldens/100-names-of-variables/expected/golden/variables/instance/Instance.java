package golden.variables.instance;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.variables.Variables;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:variables/instance}. */
@Generated("interface golden:variables/instance")
@NullMarked
public final class Instance {
  private final Func linker;

  private Instance(Exports exports) {
    this.linker = exports.func(3);
  }

  /** The interface of an instance: for generated code, as {@link Variables} hands it out. */
  public static Instance of(Exports exports) {
    return new Instance(exports);
  }

  /**
   * {@code linker}.
   *
   * @param instance 0 to 255
   * @param exports unsigned
   * @return 0 to 255
   */
  public int linker(int instance, int exports) {
    try (Call call = this.linker.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putU8(0, instance);
      arguments.putInt(4, exports);
      call.invoke();
      return call.result().getU8(0);
    }
  }
}
