package golden.shared_types.subscriber;

import dev.switchblade.Func;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.shared_types.Service;
import golden.shared_types.types.Message;
import golden.shared_types.types.abi.CodecOfTypes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shared-types/subscriber}. */
@Generated("interface golden:shared-types/subscriber")
@NullMarked
public final class Subscriber {
  private final Func receive;

  private Subscriber(Exports exports) {
    this.receive = exports.func(1);
  }

  /** The interface of an instance: for generated code, as {@link Service} hands it out. */
  public static Subscriber of(Exports exports) {
    return new Subscriber(exports);
  }

  /** {@code receive}. */
  public List<Message> receive(Message message) {
    Objects.requireNonNull(message, "message");
    try (Call call = this.receive.begin()) {
      ImageWriter arguments = call.arguments();
      CodecOfTypes.storeMessage(arguments, 0, message);
      call.invoke();
      return call.result().getList(0, 16, CodecOfTypes::loadMessage);
    }
  }
}
