package golden.named_errors.files;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** Why a file could not be read. */
@Generated("interface golden:named-errors/files")
@NullMarked
public enum Reason {
  /** {@code missing}. */
  MISSING,

  /** {@code forbidden}. */
  FORBIDDEN,

  /** {@code busy}. */
  BUSY
}
