package public_.interface_.native_;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import public_.interface_.Package;
import public_.interface_.native_.abi.CodecOfNative;

/** Interface {@code public:interface/native}. */
@Generated("interface public:interface/native")
@NullMarked
public final class Native {
  private final Func run;

  private Native(Exports exports) {
    this.run = exports.func(2);
  }

  /** The interface of an instance: for generated code, as {@link Package} hands it out. */
  public static Native of(Exports exports) {
    return new Native(exports);
  }

  /** {@code run}. */
  public void run(RecordInNative value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.run.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfNative.storeRecordInNative(arguments, 0, value);
      call.invoke();
    }
  }
}
