package golden.thrown_errors.tills.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.thrown_errors.tills.HostTill;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:thrown-errors/tills} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:thrown-errors/tills")
@NullMarked
public final class CodecOfHostTills {
  /** {@code resource till}. */
  public static final HostResource<HostTill> TILL = HostResource.of(HostTill.class);

  private CodecOfHostTills() {}
}
