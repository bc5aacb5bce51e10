package golden.fallible_constructors.connections.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.fallible_constructors.connections.HostConnection;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:fallible-constructors/connections} travel, and what its functions
 * are: for generated code.
 */
@Generated("interface golden:fallible-constructors/connections")
@NullMarked
public final class CodecOfHostConnections {
  /** {@code resource connection}. */
  public static final HostResource<HostConnection> CONNECTION = HostResource.of(
      HostConnection.class);

  private CodecOfHostConnections() {}
}
