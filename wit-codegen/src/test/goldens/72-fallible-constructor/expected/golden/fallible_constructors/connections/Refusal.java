package golden.fallible_constructors.connections;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code enum refusal}. */
@Generated("interface golden:fallible-constructors/connections")
@NullMarked
public enum Refusal {
  /** {@code unknown-host}. */
  UNKNOWN_HOST,

  /** {@code timeout}. */
  TIMEOUT
}
