package dev.switchblade.abi;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** WIT's {@code flags}: a set of constants of an enum that nobody can change. */
final class FlagSet<E extends Enum<E>> extends AbstractSet<E> {

  private final E[] labels;
  private final int bits;

  /**
   * Makes one.
   *
   * @param labels all constants, in order
   * @param bits which of them are in the set, the lowest bit first
   */
  FlagSet(E[] labels, int bits) {
    this.labels = labels;
    this.bits = labels.length < 32 ? bits & (1 << labels.length) - 1 : bits;
  }

  /**
   * A set with what is in another one.
   *
   * @param name what that is called, for complaints
   */
  @SuppressWarnings("EnumOrdinal") // the position is what WIT means
  static <E extends Enum<E>> FlagSet<E> copyOf(Set<E> flags, String name) {
    if (flags instanceof FlagSet<E> same) {
      return same;
    }
    @Nullable Class<E> type = null;
    int bits = 0;
    for (E flag : flags) {
      type = Immutable.present(flag, name).getDeclaringClass();
      if (flag.ordinal() >= 32) {
        throw new IllegalArgumentException(
            name + ": flags have at most 32 labels, and " + type.getName() + " has more");
      }
      bits |= 1 << flag.ordinal();
    }
    return new FlagSet<>(type == null ? FlagSet.<E>none() : type.getEnumConstants(), bits);
  }

  @SuppressWarnings("unchecked") // there is nothing in it
  private static <E extends Enum<E>> E[] none() {
    return (E[]) new Enum<?>[0];
  }

  @Override
  public int size() {
    return Integer.bitCount(bits);
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // the position is what WIT means
  public boolean contains(@Nullable Object flag) {
    return flag instanceof Enum<?> one
        && one.ordinal() < labels.length
        && labels[one.ordinal()] == flag
        && (bits & 1 << one.ordinal()) != 0;
  }

  @Override
  public Iterator<E> iterator() {
    return new Iterator<>() {
      private int left = bits;

      @Override
      public boolean hasNext() {
        return left != 0;
      }

      @Override
      public E next() {
        if (left == 0) {
          throw new NoSuchElementException();
        }
        E flag = labels[Integer.numberOfTrailingZeros(left)];
        left &= left - 1;
        return flag;
      }
    };
  }
}
