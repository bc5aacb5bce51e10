package golden.everything.things;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags permissions}. */
@Generated("interface golden:everything/things")
@NullMarked
public enum Permissions {
  /** {@code read}. */
  READ,

  /** {@code write}. */
  WRITE,

  /** {@code execute}. */
  EXECUTE
}
