package golden.fallible_constructors.connections;

import dev.switchblade.Func;
import dev.switchblade.Result;
import dev.switchblade.abi.Call;
import dev.switchblade.abi.Exports;
import dev.switchblade.abi.Generated;
import dev.switchblade.abi.ImageWriter;
import golden.fallible_constructors.Network;
import golden.fallible_constructors.connections.abi.CodecOfConnections;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/** Interface {@code golden:fallible-constructors/connections}. */
@Generated("interface golden:fallible-constructors/connections")
@NullMarked
public final class Connections {
  private final Func newConnection;

  private Connections(Exports exports) {
    this.newConnection = exports.func(0);
  }

  /** The interface of an instance: for generated code, as {@link Network} hands it out. */
  public static Connections of(Exports exports) {
    return new Connections(exports);
  }

  /**
   * Connects, or says why not.
   *
   * @param port 0 to 65535
   */
  public Result<Connection, Refusal> newConnection(String host, int port) {
    Objects.requireNonNull(host, "host");
    try (Call call = this.newConnection.begin()) {
      ImageWriter arguments = call.arguments();
      arguments.putString(0, host);
      arguments.putU16(8, port);
      call.invoke();
      return call.result().getResult(
          0, 4, (image1, at1) -> new Connection(image1, at1), CodecOfConnections::loadRefusal);
    }
  }
}
