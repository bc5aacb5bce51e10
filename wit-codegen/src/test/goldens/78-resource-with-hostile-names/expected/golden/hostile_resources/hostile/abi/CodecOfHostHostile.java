package golden.hostile_resources.hostile.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.hostile_resources.hostile.HostHandle;
import golden.hostile_resources.hostile.HostObject_;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:hostile-resources/hostile} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:hostile-resources/hostile")
@NullMarked
public final class CodecOfHostHostile {
  /** {@code resource handle}. */
  public static final HostResource<HostHandle> HANDLE = HostResource.of(HostHandle.class);

  /** {@code resource object}. */
  public static final HostResource<HostObject_> OBJECT = HostResource.of(HostObject_.class);

  /** {@code resource resource}. */
  public static final HostResource<golden.hostile_resources.hostile.HostResource> RESOURCE = HostResource.of(
      golden.hostile_resources.hostile.HostResource.class);

  private CodecOfHostHostile() {}
}
