package golden.fallible_constructors.imports.connections;

import dev.switchblade.Generated;
import dev.switchblade.ImageWriter;
import dev.switchblade.Linker;
import dev.switchblade.LinkerInstance;
import dev.switchblade.Result;
import dev.switchblade.StoreConfig;
import golden.fallible_constructors.connections.Refusal;
import golden.fallible_constructors.imports.connections.abi.CodecOfConnections;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:fallible-constructors/connections}. */
@Generated("interface golden:fallible-constructors/connections")
@NullMarked
public interface Connections {
  /**
   * Connects, or says why not.
   *
   * @param port 0 to 65535
   */
  Result<Connection, Refusal> newConnection(String host, int port);

  /** Defines {@code golden:fallible-constructors/connections} in a linker. */
  static void addTo(Linker linker, Connections implementation) {
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
      Function<StoreConfig, ? extends Connections> implementation) {
    LinkerInstance instance = linker.instance("golden:fallible-constructors/connections");
    instance.resource("connection", CodecOfConnections.CONNECTION);
    instance.funcOverImages(
        "[constructor]connection",
        CodecOfConnections.NEW_CONNECTION,
        (arguments, result) -> result.putResult(
            0,
            implementation.apply(arguments.config()).newConnection(
                arguments.getString(0), arguments.getU16(8)),
            4,
            (image1, at1, value1) -> image1.putOwn(at1, CodecOfConnections.CONNECTION, value1),
            golden.fallible_constructors.connections.abi.CodecOfConnections::storeRefusal));
    instance.funcOverImages(
        "[method]connection.send",
        CodecOfConnections.CONNECTION_SEND,
        (arguments, result) -> result.putResult(
            0,
            arguments.getBorrow(0, CodecOfConnections.CONNECTION).send(arguments.getBytes(4)),
            4,
            ImageWriter::putInt,
            golden.fallible_constructors.connections.abi.CodecOfConnections::storeRefusal));
  }
}
