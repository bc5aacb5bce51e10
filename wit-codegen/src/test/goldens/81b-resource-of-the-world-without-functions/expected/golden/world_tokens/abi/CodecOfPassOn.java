package golden.world_tokens.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import dev.switchblade.wit.WitType;
import golden.world_tokens.OtherToken;
import golden.world_tokens.Token;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:world-tokens pass-on} travel, and what its functions are: for
 * generated code.
 */
@Generated("world golden:world-tokens pass-on")
@NullMarked
public final class CodecOfPassOn {
  /** {@code resource token}. */
  public static final HostResource<Token> TOKEN = HostResource.of(Token.class);

  /** {@code resource other-token}. */
  public static final HostResource<OtherToken> OTHER_TOKEN = HostResource.of(OtherToken.class);

  /** {@code keep}. */
  public static final WitType.Function KEEP = func(null, param("token", own("", "token")));

  /** {@code swap}. */
  public static final WitType.Function SWAP = func(
      own("", "other-token"), param("token", own("", "token")));

  private CodecOfPassOn() {}
}
