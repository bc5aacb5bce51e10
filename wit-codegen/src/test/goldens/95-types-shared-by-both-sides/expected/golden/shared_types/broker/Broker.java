package golden.shared_types.broker;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.shared_types.Service;
import golden.shared_types.types.Message;
import golden.shared_types.types.abi.CodecOfTypes;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shared-types/broker}. */
@Generated("interface golden:shared-types/broker")
@NullMarked
public final class Broker {
  private final Func publish;

  private Broker(Exports exports) {
    this.publish = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Service} hands it out. */
  public static Broker of(Exports exports) {
    return new Broker(exports);
  }

  /** {@code publish}. */
  public boolean publish(Message message) {
    Objects.requireNonNull(message, "message");
    try (Call call = this.publish.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfTypes.storeMessage(arguments, 0, message);
      call.invoke();
      return call.result().getBool(0);
    }
  }
}
