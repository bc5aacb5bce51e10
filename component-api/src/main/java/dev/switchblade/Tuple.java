package dev.switchblade;

import java.util.List;

/**
 * WIT's {@code tuple<…>}: {@link Tuple1} to {@link Tuple8} by the number of elements, {@link
 * TupleN} beyond. Immutable, as far as its elements are, none of which is null.
 *
 * <p>Two tuples are equal if their elements are, in order and whatever their classes; arrays by
 * their contents.
 */
public sealed interface Tuple
    permits Tuple1, Tuple2, Tuple3, Tuple4, Tuple5, Tuple6, Tuple7, Tuple8, TupleN {

  /** The elements, in order; unmodifiable. */
  List<Object> toList();

  /** How many elements it has. */
  default int size() {
    return toList().size();
  }

  /**
   * An element.
   *
   * @param index its position, from 0
   * @throws IndexOutOfBoundsException if there is none
   */
  default Object get(int index) {
    return toList().get(index);
  }

  /** A tuple of 1. */
  static <A> Tuple1<A> of(A first) {
    return new Tuple1<>(first);
  }

  /** A tuple of 2. */
  static <A, B> Tuple2<A, B> of(A first, B second) {
    return new Tuple2<>(first, second);
  }

  /** A tuple of 3. */
  static <A, B, C> Tuple3<A, B, C> of(A first, B second, C third) {
    return new Tuple3<>(first, second, third);
  }

  /** A tuple of 4. */
  static <A, B, C, D> Tuple4<A, B, C, D> of(A first, B second, C third, D fourth) {
    return new Tuple4<>(first, second, third, fourth);
  }

  /** A tuple of 5. */
  static <A, B, C, D, E> Tuple5<A, B, C, D, E> of(A first, B second, C third, D fourth, E fifth) {
    return new Tuple5<>(first, second, third, fourth, fifth);
  }

  /** A tuple of 6. */
  static <A, B, C, D, E, F> Tuple6<A, B, C, D, E, F> of(
      A first, B second, C third, D fourth, E fifth, F sixth) {
    return new Tuple6<>(first, second, third, fourth, fifth, sixth);
  }

  /** A tuple of 7. */
  static <A, B, C, D, E, F, G> Tuple7<A, B, C, D, E, F, G> of(
      A first, B second, C third, D fourth, E fifth, F sixth, G seventh) {
    return new Tuple7<>(first, second, third, fourth, fifth, sixth, seventh);
  }

  /** A tuple of 8. */
  static <A, B, C, D, E, F, G, H> Tuple8<A, B, C, D, E, F, G, H> of(
      A first, B second, C third, D fourth, E fifth, F sixth, G seventh, H eighth) {
    return new Tuple8<>(first, second, third, fourth, fifth, sixth, seventh, eighth);
  }

  /**
   * A tuple of elements that are in a list.
   *
   * @param elements at least one
   * @throws IllegalArgumentException if there is none
   */
  static Tuple ofAll(List<?> elements) {
    return ofElements(elements.toArray());
  }

  /**
   * A tuple of the elements of an array.
   *
   * @param e at least one
   * @throws IllegalArgumentException if there is none
   */
  static Tuple ofElements(Object... e) {
    return switch (e.length) {
      case 0 -> throw new IllegalArgumentException("a tuple has at least one element");
      case 1 -> of(e[0]);
      case 2 -> of(e[0], e[1]);
      case 3 -> of(e[0], e[1], e[2]);
      case 4 -> of(e[0], e[1], e[2], e[3]);
      case 5 -> of(e[0], e[1], e[2], e[3], e[4]);
      case 6 -> of(e[0], e[1], e[2], e[3], e[4], e[5]);
      case 7 -> of(e[0], e[1], e[2], e[3], e[4], e[5], e[6]);
      case 8 -> of(e[0], e[1], e[2], e[3], e[4], e[5], e[6], e[7]);
      default -> TupleN.of(e);
    };
  }
}
