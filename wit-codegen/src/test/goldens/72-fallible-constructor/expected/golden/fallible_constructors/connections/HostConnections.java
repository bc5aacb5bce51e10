package golden.fallible_constructors.connections;

import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.fallible_constructors.connections.abi.CodecOfConnections;
import golden.fallible_constructors.connections.abi.CodecOfHostConnections;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:fallible-constructors/connections}. */
@Generated("interface golden:fallible-constructors/connections")
@NullMarked
public interface HostConnections {
  /**
   * Connects, or says why not.
   *
   * @param port 0 to 65535
   */
  Result<HostConnection, Refusal> newConnection(String host, int port);

  /** Defines {@code golden:fallible-constructors/connections} in a linker. */
  static void addTo(Linker linker, HostConnections implementation) {
    addPerStore(linker, _ -> implementation);
  }

  /**
   * Defines {@code golden:fallible-constructors/connections} in a linker that stores share, with
   * what each of them has.
   *
   * @param implementation what guests call, by the configuration of their store: asked for maybe at
   *     each call, by the threads of all stores, and always the same of one configuration
   */
  static void addPerStore(Linker linker,
      Function<StoreConfig, ? extends HostConnections> implementation) {
    LinkerInstance instance = linker.instance("golden:fallible-constructors/connections");
    instance.resource("connection", CodecOfHostConnections.CONNECTION);
    instance.funcOverImages(
        "[constructor]connection",
        CodecOfConnections.NEW_CONNECTION,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).newConnection(
                arguments.getString(0), arguments.getU16(8)),
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfHostConnections.CONNECTION, value1),
            CodecOfConnections::storeRefusal));
    instance.funcOverImages(
        "[method]connection.send",
        CodecOfConnections.CONNECTION_SEND,
        (arguments, result) -> result.putResult(
            0,
            arguments.getBorrow(0, CodecOfHostConnections.CONNECTION).send(arguments.getBytes(4)),
            4,
            ImageWriter::putInt,
            CodecOfConnections::storeRefusal));
  }
}
