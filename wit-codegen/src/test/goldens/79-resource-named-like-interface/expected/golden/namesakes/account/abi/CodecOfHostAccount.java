package golden.namesakes.account.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.namesakes.account.HostAccount;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:namesakes/account} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:namesakes/account")
@NullMarked
public final class CodecOfHostAccount {
  /** {@code resource account}. */
  public static final HostResource<HostAccount> ACCOUNT = HostResource.of(HostAccount.class);

  private CodecOfHostAccount() {}
}
