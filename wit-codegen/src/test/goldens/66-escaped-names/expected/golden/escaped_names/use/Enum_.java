package golden.escaped_names.use;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum enum}. */
@Generated("interface golden:escaped-names/use")
@NullMarked
public enum Enum_ {
  /** {@code u8}. */
  U8,

  /** {@code string}. */
  STRING,

  /** {@code import}. */
  IMPORT
}
