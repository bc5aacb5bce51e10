package golden.shared_resources.archives.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.shared_resources.archives.HostArchive;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shared-resources/archives} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:shared-resources/archives")
@NullMarked
public final class CodecOfHostArchives {
  /** {@code resource archive}. */
  public static final HostResource<HostArchive> ARCHIVE = HostResource.of(HostArchive.class);

  private CodecOfHostArchives() {}
}
