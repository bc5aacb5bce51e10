package golden.byte_flags.modes;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags permissions}. */
@Generated("interface golden:byte-flags/modes")
@NullMarked
public enum Permissions {
  /** {@code read}. */
  READ,

  /** {@code write}. */
  WRITE,

  /** {@code execute}. */
  EXECUTE,

  /** {@code append}. */
  APPEND,

  /** {@code hidden}. */
  HIDDEN,

  /** {@code system}. */
  SYSTEM,

  /** {@code archive}. */
  ARCHIVE,

  /** {@code shared}. */
  SHARED
}
