package golden.shared_types.subscriber;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.shared_types.subscriber.abi.CodecOfSubscriber;
import golden.shared_types.types.Message;
import golden.shared_types.types.abi.CodecOfTypes;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shared-types/subscriber}. */
@Generated("interface golden:shared-types/subscriber")
@NullMarked
public interface HostSubscriber {
  /** {@code receive}. */
  List<Message> receive(Message message);

  /** Defines {@code golden:shared-types/subscriber} in a linker. */
  static void addTo(Linker linker, HostSubscriber implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:shared-types/subscriber} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostSubscriber> implementation) {
    LinkerInstance instance = linker.instance("golden:shared-types/subscriber");
    instance.funcOverImages(
        "receive",
        CodecOfSubscriber.RECEIVE,
        (arguments, result) -> result.putList(
            0,
            implementation.apply(arguments.config()).receive(
                CodecOfTypes.loadMessage(arguments, 0)),
            16,
            4,
            CodecOfTypes::storeMessage));
  }
}
