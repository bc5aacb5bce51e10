package golden.everything.things;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.everything.Store;
import golden.everything.things.abi.CodecOfThings;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:everything/things}. */
@Generated("interface golden:everything/things")
@NullMarked
public final class Things {
  private final Func keep;

  private Things(Exports exports) {
    this.keep = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Store} hands it out. */
  public static Things of(Exports exports) {
    return new Things(exports);
  }

  /** {@code keep}. */
  public Thing keep(Thing value) {
    Objects.requireNonNull(value, "value");
    try (Call call = this.keep.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfThings.storeThing(arguments, 0, value);
      call.invoke();
      return CodecOfThings.loadThing(call.result(), 0);
    }
  }
}
