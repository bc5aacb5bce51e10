package golden.short_flags.days;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags nine}. */
@Generated("interface golden:short-flags/days")
@NullMarked
public enum Nine {
  /** {@code f0}. */
  F0,

  /** {@code f1}. */
  F1,

  /** {@code f2}. */
  F2,

  /** {@code f3}. */
  F3,

  /** {@code f4}. */
  F4,

  /** {@code f5}. */
  F5,

  /** {@code f6}. */
  F6,

  /** {@code f7}. */
  F7,

  /** {@code f8}. */
  F8
}
