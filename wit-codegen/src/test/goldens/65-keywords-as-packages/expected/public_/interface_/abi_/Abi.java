package public_.interface_.abi_;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;
import public_.interface_.Package;
import public_.interface_.abi_.abi.CodecOfAbi;

/** Its name is that of the packages of codecs. */
@Generated("interface public:interface/abi")
@NullMarked
public final class Abi {
  private final Func current;

  private Abi(Exports exports) {
    this.current = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Package} hands it out. */
  public static Abi of(Exports exports) {
    return new Abi(exports);
  }

  /** {@code current}. */
  public Version current() {
    try (Call call = this.current.begin()) {
      call.invoke();
      return CodecOfAbi.loadVersion(call.result(), 0);
    }
  }
}
