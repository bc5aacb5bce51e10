package golden.short_flags.days;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags sixteen}. */
@Generated("interface golden:short-flags/days")
@NullMarked
public enum Sixteen {
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
  F8,

  /** {@code f9}. */
  F9,

  /** {@code f10}. */
  F10,

  /** {@code f11}. */
  F11,

  /** {@code f12}. */
  F12,

  /** {@code f13}. */
  F13,

  /** {@code f14}. */
  F14,

  /** {@code f15}. */
  F15
}
