package golden.shared_resources.files.abi;

import static dev.switchblade.wit.WitType.Primitive.*;
import static dev.switchblade.wit.WitTypes.*;

import dev.switchblade.HostResource;
import dev.switchblade.abi.Generated;
import golden.shared_resources.files.HostFile;
import org.jspecify.annotations.NullMarked;

/**
 * How the types of {@code golden:shared-resources/files} travel, and what its functions are: for
 * generated code.
 */
@Generated("interface golden:shared-resources/files")
@NullMarked
public final class CodecOfHostFiles {
  /** {@code resource file}. */
  public static final HostResource<HostFile> FILE = HostResource.of(HostFile.class);

  private CodecOfHostFiles() {}
}
