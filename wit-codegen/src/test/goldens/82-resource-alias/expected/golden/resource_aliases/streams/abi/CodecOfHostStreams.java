package golden.resource_aliases.streams.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.resource_aliases.streams.HostStream;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:resource-aliases/streams} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:resource-aliases/streams")
@NullMarked
public final class CodecOfHostStreams {
  /** {@code resource stream}. */
  public static final HostResource<HostStream> STREAM = HostResource.of(HostStream.class);

  private CodecOfHostStreams() {}
}
