package golden.shared_types.broker;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.shared_types.broker.abi.CodecOfBroker;
import golden.shared_types.types.Message;
import golden.shared_types.types.abi.CodecOfTypes;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:shared-types/broker}. */
@Generated("interface golden:shared-types/broker")
@NullMarked
public interface HostBroker {
  /** {@code publish}. */
  boolean publish(Message message);

  /** Defines {@code golden:shared-types/broker} in a linker. */
  static void addTo(Linker linker, HostBroker implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:shared-types/broker} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostBroker> implementation) {
    LinkerInstance instance = linker.instance("golden:shared-types/broker");
    instance.funcOverImages(
        "publish",
        CodecOfBroker.PUBLISH,
        (arguments, result) -> result.putBool(
            0,
            implementation.apply(arguments.config()).publish(
                CodecOfTypes.loadMessage(arguments, 0))));
  }
}
