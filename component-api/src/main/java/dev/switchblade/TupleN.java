package dev.switchblade;

import dev.switchblade.abi.Contents;
import dev.switchblade.abi.Immutable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Tuple} of any length: what stands for tuples of more than eight elements, for which
 * there are no classes by length. The types of its elements are not known to the compiler.
 *
 * {@snippet :
 * TupleN row = TupleN.of("A-1", 2, 3, 4, 5, 6, 7, 8, 9);
 * String sku = row.element(0);
 * }
 *
 * @param toList its elements
 */
public record TupleN(List<Object> toList) implements Tuple {

  /** Copies the list; refuses null in it. */
  public TupleN {
    toList = Immutable.copyOf(toList, "elements");
  }

  /** A tuple of the elements of an array, however many they are. */
  public static TupleN of(Object... elements) {
    return new TupleN(Arrays.asList(elements));
  }

  /**
   * An element, as what the caller knows it to be.
   *
   * @param index its position, from 0
   * @param <T> its type; where it is used, there is a {@link ClassCastException} if it is another
   * @throws IndexOutOfBoundsException if there is none
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller knows
  public <T> T element(int index) {
    return (T) toList.get(index);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return Contents.equal(this, other);
  }

  @Override
  public int hashCode() {
    return Contents.hash(this);
  }

  @Override
  public String toString() {
    return Contents.text(this);
  }
}
