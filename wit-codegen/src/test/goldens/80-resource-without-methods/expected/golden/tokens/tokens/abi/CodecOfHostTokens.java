package golden.tokens.tokens.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.tokens.tokens.HostToken;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:tokens/tokens} travel, and what its functions are: for generated
 * code.
 */
@Generated("interface golden:tokens/tokens")
@NullMarked
public final class CodecOfHostTokens {
  /** {@code resource token}. */
  public static final HostResource<HostToken> TOKEN = HostResource.of(HostToken.class);

  private CodecOfHostTokens() {}
}
