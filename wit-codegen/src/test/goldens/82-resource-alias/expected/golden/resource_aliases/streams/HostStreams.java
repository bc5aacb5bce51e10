package golden.resource_aliases.streams;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import golden.resource_aliases.streams.abi.CodecOfHostStreams;
import golden.resource_aliases.streams.abi.CodecOfStreams;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:resource-aliases/streams}. */
@Generated("interface golden:resource-aliases/streams")
@NullMarked
public interface HostStreams {
  /** {@code standard}. */
  HostStream standard();

  /**
   * {@code copy}.
   *
   * @return unsigned
   */
  long copy(HostStream from);

  /** Defines {@code golden:resource-aliases/streams} in a linker. */
  static void addTo(Linker linker, HostStreams implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:resource-aliases/streams} in a linker that stores share, with what each
   * of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostStreams> implementation) {
    LinkerInstance instance = linker.instance("golden:resource-aliases/streams");
    instance.resource("stream", CodecOfHostStreams.STREAM);
    instance.funcOverImages(
        "[method]stream.read",
        CodecOfStreams.STREAM_READ,
        (arguments, result) -> result.putBytes(
            0, arguments.getBorrow(0, CodecOfHostStreams.STREAM).read()));
    instance.funcOverImages(
        "standard",
        CodecOfStreams.STANDARD,
        (arguments, result) -> result.putOwn(
            0, CodecOfHostStreams.STREAM, implementation.apply(arguments.config()).standard()));
    instance.funcOverImages(
        "copy",
        CodecOfStreams.COPY,
        (arguments, result) -> result.putLong(
            0,
            implementation.apply(arguments.config()).copy(
                arguments.getBorrow(0, CodecOfHostStreams.STREAM))));
  }
}
