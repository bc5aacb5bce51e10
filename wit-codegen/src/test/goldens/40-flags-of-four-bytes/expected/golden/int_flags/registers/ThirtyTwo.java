package golden.int_flags.registers;

import dev.switchblade.abi.Generated;
import org.jspecify.annotations.NullMarked;

/** {@code flags thirty-two}. */
@Generated("interface golden:int-flags/registers")
@NullMarked
public enum ThirtyTwo {
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
  F15,

  /** {@code f16}. */
  F16,

  /** {@code f17}. */
  F17,

  /** {@code f18}. */
  F18,

  /** {@code f19}. */
  F19,

  /** {@code f20}. */
  F20,

  /** {@code f21}. */
  F21,

  /** {@code f22}. */
  F22,

  /** {@code f23}. */
  F23,

  /** {@code f24}. */
  F24,

  /** {@code f25}. */
  F25,

  /** {@code f26}. */
  F26,

  /** {@code f27}. */
  F27,

  /** {@code f28}. */
  F28,

  /** {@code f29}. */
  F29,

  /** {@code f30}. */
  F30,

  /** {@code f31}. */
  F31
}
