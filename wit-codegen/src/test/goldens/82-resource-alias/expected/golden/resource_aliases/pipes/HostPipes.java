package golden.resource_aliases.pipes;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.resource_aliases.pipes.abi.CodecOfPipes;
import golden.resource_aliases.streams.HostStream;
import golden.resource_aliases.streams.abi.CodecOfHostStreams;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:resource-aliases/pipes}. */
@Generated("interface golden:resource-aliases/pipes")
@NullMarked
public interface HostPipes {
  /** {@code plug}. */
  HostStream plug(HostStream left, HostStream right);

  /** Defines {@code golden:resource-aliases/pipes} in a linker. */
  static void addTo(Linker linker, HostPipes implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:resource-aliases/pipes} in a linker that stores share, with what each of
   * them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostPipes> implementation) {
    LinkerInstance instance = linker.instance("golden:resource-aliases/pipes");
    instance.funcOverImages(
        "plug",
        CodecOfPipes.PLUG,
        (arguments, result) -> result.putOwn(
            0,
            CodecOfHostStreams.STREAM,
            implementation.apply(arguments.config()).plug(
                arguments.getOwn(0, CodecOfHostStreams.STREAM),
                arguments.getOwn(4, CodecOfHostStreams.STREAM))));
  }
}
