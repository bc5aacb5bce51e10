package golden.fallible_constructors.imports.connections.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.Generated;
import dev.switchblade.HostResource;
import dev.switchblade.wit.WitType;
import golden.fallible_constructors.imports.connections.Connection;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:fallible-constructors/connections} travel, and what its functions
 * are: for generated code.
 */
@Generated("interface golden:fallible-constructors/connections")
@NullMarked
public final class CodecOfConnections {
  /** {@code resource connection}. */
  public static final HostResource<Connection> CONNECTION = HostResource.of(Connection.class);

  /** {@code [constructor]connection}. */
  public static final WitType.Function NEW_CONNECTION = func(
      result(
          own("golden:fallible-constructors/connections", "connection"),
          golden.fallible_constructors.connections.abi.CodecOfConnections.REFUSAL),
      param("host", STRING),
      param("port", U16));

  /** {@code [method]connection.send}. */
  public static final WitType.Function CONNECTION_SEND = func(
      result(U32, golden.fallible_constructors.connections.abi.CodecOfConnections.REFUSAL),
      param("self", borrow("golden:fallible-constructors/connections", "connection")),
      param("data", list(U8)));

  private CodecOfConnections() {}
}
