package dev.switchblade;

import dev.switchblade.abi.Contents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * WIT's {@code tuple<…>}: {@link Tuple1} to {@link Tuple16} by the number of elements, {@link
 * Longer} beyond. Immutable, as far as its elements are. Two of the same length are equal if their
 * elements are; arrays by their contents.
 */
public sealed interface Tuple {

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

  /** A tuple of 9. */
  static <A, B, C, D, E, F, G, H, I> Tuple9<A, B, C, D, E, F, G, H, I> of(
      A first, B second, C third, D fourth, E fifth, F sixth, G seventh, H eighth, I ninth) {
    return new Tuple9<>(first, second, third, fourth, fifth, sixth, seventh, eighth, ninth);
  }

  /** A tuple of 10. */
  static <A, B, C, D, E, F, G, H, I, J> Tuple10<A, B, C, D, E, F, G, H, I, J> of(
      A first,
      B second,
      C third,
      D fourth,
      E fifth,
      F sixth,
      G seventh,
      H eighth,
      I ninth,
      J tenth) {
    return new Tuple10<>(first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth);
  }

  /** A tuple of 11. */
  static <A, B, C, D, E, F, G, H, I, J, K> Tuple11<A, B, C, D, E, F, G, H, I, J, K> of(
      A first,
      B second,
      C third,
      D fourth,
      E fifth,
      F sixth,
      G seventh,
      H eighth,
      I ninth,
      J tenth,
      K eleventh) {
    return new Tuple11<>(
        first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh);
  }

  /** A tuple of 12. */
  static <A, B, C, D, E, F, G, H, I, J, K, L> Tuple12<A, B, C, D, E, F, G, H, I, J, K, L> of(
      A first,
      B second,
      C third,
      D fourth,
      E fifth,
      F sixth,
      G seventh,
      H eighth,
      I ninth,
      J tenth,
      K eleventh,
      L twelfth) {
    return new Tuple12<>(
        first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh,
        twelfth);
  }

  /** A tuple of 13. */
  static <A, B, C, D, E, F, G, H, I, J, K, L, M> Tuple13<A, B, C, D, E, F, G, H, I, J, K, L, M> of(
      A first,
      B second,
      C third,
      D fourth,
      E fifth,
      F sixth,
      G seventh,
      H eighth,
      I ninth,
      J tenth,
      K eleventh,
      L twelfth,
      M thirteenth) {
    return new Tuple13<>(
        first,
        second,
        third,
        fourth,
        fifth,
        sixth,
        seventh,
        eighth,
        ninth,
        tenth,
        eleventh,
        twelfth,
        thirteenth);
  }

  /** A tuple of 14. */
  static <A, B, C, D, E, F, G, H, I, J, K, L, M, N>
      Tuple14<A, B, C, D, E, F, G, H, I, J, K, L, M, N> of(
          A first,
          B second,
          C third,
          D fourth,
          E fifth,
          F sixth,
          G seventh,
          H eighth,
          I ninth,
          J tenth,
          K eleventh,
          L twelfth,
          M thirteenth,
          N fourteenth) {
    return new Tuple14<>(
        first,
        second,
        third,
        fourth,
        fifth,
        sixth,
        seventh,
        eighth,
        ninth,
        tenth,
        eleventh,
        twelfth,
        thirteenth,
        fourteenth);
  }

  /** A tuple of 15. */
  static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>
      Tuple15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O> of(
          A first,
          B second,
          C third,
          D fourth,
          E fifth,
          F sixth,
          G seventh,
          H eighth,
          I ninth,
          J tenth,
          K eleventh,
          L twelfth,
          M thirteenth,
          N fourteenth,
          O fifteenth) {
    return new Tuple15<>(
        first,
        second,
        third,
        fourth,
        fifth,
        sixth,
        seventh,
        eighth,
        ninth,
        tenth,
        eleventh,
        twelfth,
        thirteenth,
        fourteenth,
        fifteenth);
  }

  /** A tuple of 16. */
  static <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>
      Tuple16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P> of(
          A first,
          B second,
          C third,
          D fourth,
          E fifth,
          F sixth,
          G seventh,
          H eighth,
          I ninth,
          J tenth,
          K eleventh,
          L twelfth,
          M thirteenth,
          N fourteenth,
          O fifteenth,
          P sixteenth) {
    return new Tuple16<>(
        first,
        second,
        third,
        fourth,
        fifth,
        sixth,
        seventh,
        eighth,
        ninth,
        tenth,
        eleventh,
        twelfth,
        thirteenth,
        fourteenth,
        fifteenth,
        sixteenth);
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
      case 9 -> of(e[0], e[1], e[2], e[3], e[4], e[5], e[6], e[7], e[8]);
      case 10 -> of(e[0], e[1], e[2], e[3], e[4], e[5], e[6], e[7], e[8], e[9]);
      case 11 -> of(e[0], e[1], e[2], e[3], e[4], e[5], e[6], e[7], e[8], e[9], e[10]);
      case 12 -> of(e[0], e[1], e[2], e[3], e[4], e[5], e[6], e[7], e[8], e[9], e[10], e[11]);
      case 13 ->
          of(e[0], e[1], e[2], e[3], e[4], e[5], e[6], e[7], e[8], e[9], e[10], e[11], e[12]);
      case 14 ->
          of(
              e[0], e[1], e[2], e[3], e[4], e[5], e[6], e[7], e[8], e[9], e[10], e[11], e[12],
              e[13]);
      case 15 ->
          of(
              e[0], e[1], e[2], e[3], e[4], e[5], e[6], e[7], e[8], e[9], e[10], e[11], e[12],
              e[13], e[14]);
      case 16 ->
          of(
              e[0], e[1], e[2], e[3], e[4], e[5], e[6], e[7], e[8], e[9], e[10], e[11], e[12],
              e[13], e[14], e[15]);
      default -> new Longer(List.of(e));
    };
  }

  /**
   * A tuple of 1.
   *
   * @param first element 0
   * @param <A> the type of element 0
   */
  record Tuple1<A>(A first) implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(first);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 2.
   *
   * @param first element 0
   * @param second element 1
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   */
  record Tuple2<A, B>(A first, B second) implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(first, second);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 3.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   */
  record Tuple3<A, B, C>(A first, B second, C third) implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(first, second, third);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 4.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   */
  record Tuple4<A, B, C, D>(A first, B second, C third, D fourth) implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(first, second, third, fourth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 5.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   */
  record Tuple5<A, B, C, D, E>(A first, B second, C third, D fourth, E fifth) implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(first, second, third, fourth, fifth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 6.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param sixth element 5
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   * @param <F> the type of element 5
   */
  record Tuple6<A, B, C, D, E, F>(A first, B second, C third, D fourth, E fifth, F sixth)
      implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(first, second, third, fourth, fifth, sixth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 7.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param sixth element 5
   * @param seventh element 6
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   * @param <F> the type of element 5
   * @param <G> the type of element 6
   */
  record Tuple7<A, B, C, D, E, F, G>(
      A first, B second, C third, D fourth, E fifth, F sixth, G seventh) implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(first, second, third, fourth, fifth, sixth, seventh);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 8.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param sixth element 5
   * @param seventh element 6
   * @param eighth element 7
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   * @param <F> the type of element 5
   * @param <G> the type of element 6
   * @param <H> the type of element 7
   */
  record Tuple8<A, B, C, D, E, F, G, H>(
      A first, B second, C third, D fourth, E fifth, F sixth, G seventh, H eighth)
      implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(first, second, third, fourth, fifth, sixth, seventh, eighth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 9.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param sixth element 5
   * @param seventh element 6
   * @param eighth element 7
   * @param ninth element 8
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   * @param <F> the type of element 5
   * @param <G> the type of element 6
   * @param <H> the type of element 7
   * @param <I> the type of element 8
   */
  record Tuple9<A, B, C, D, E, F, G, H, I>(
      A first, B second, C third, D fourth, E fifth, F sixth, G seventh, H eighth, I ninth)
      implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(first, second, third, fourth, fifth, sixth, seventh, eighth, ninth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 10.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param sixth element 5
   * @param seventh element 6
   * @param eighth element 7
   * @param ninth element 8
   * @param tenth element 9
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   * @param <F> the type of element 5
   * @param <G> the type of element 6
   * @param <H> the type of element 7
   * @param <I> the type of element 8
   * @param <J> the type of element 9
   */
  record Tuple10<A, B, C, D, E, F, G, H, I, J>(
      A first, B second, C third, D fourth, E fifth, F sixth, G seventh, H eighth, I ninth, J tenth)
      implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 11.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param sixth element 5
   * @param seventh element 6
   * @param eighth element 7
   * @param ninth element 8
   * @param tenth element 9
   * @param eleventh element 10
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   * @param <F> the type of element 5
   * @param <G> the type of element 6
   * @param <H> the type of element 7
   * @param <I> the type of element 8
   * @param <J> the type of element 9
   * @param <K> the type of element 10
   */
  record Tuple11<A, B, C, D, E, F, G, H, I, J, K>(
      A first,
      B second,
      C third,
      D fourth,
      E fifth,
      F sixth,
      G seventh,
      H eighth,
      I ninth,
      J tenth,
      K eleventh)
      implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(
          first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 12.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param sixth element 5
   * @param seventh element 6
   * @param eighth element 7
   * @param ninth element 8
   * @param tenth element 9
   * @param eleventh element 10
   * @param twelfth element 11
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   * @param <F> the type of element 5
   * @param <G> the type of element 6
   * @param <H> the type of element 7
   * @param <I> the type of element 8
   * @param <J> the type of element 9
   * @param <K> the type of element 10
   * @param <L> the type of element 11
   */
  record Tuple12<A, B, C, D, E, F, G, H, I, J, K, L>(
      A first,
      B second,
      C third,
      D fourth,
      E fifth,
      F sixth,
      G seventh,
      H eighth,
      I ninth,
      J tenth,
      K eleventh,
      L twelfth)
      implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(
          first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh,
          twelfth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 13.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param sixth element 5
   * @param seventh element 6
   * @param eighth element 7
   * @param ninth element 8
   * @param tenth element 9
   * @param eleventh element 10
   * @param twelfth element 11
   * @param thirteenth element 12
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   * @param <F> the type of element 5
   * @param <G> the type of element 6
   * @param <H> the type of element 7
   * @param <I> the type of element 8
   * @param <J> the type of element 9
   * @param <K> the type of element 10
   * @param <L> the type of element 11
   * @param <M> the type of element 12
   */
  record Tuple13<A, B, C, D, E, F, G, H, I, J, K, L, M>(
      A first,
      B second,
      C third,
      D fourth,
      E fifth,
      F sixth,
      G seventh,
      H eighth,
      I ninth,
      J tenth,
      K eleventh,
      L twelfth,
      M thirteenth)
      implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(
          first,
          second,
          third,
          fourth,
          fifth,
          sixth,
          seventh,
          eighth,
          ninth,
          tenth,
          eleventh,
          twelfth,
          thirteenth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 14.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param sixth element 5
   * @param seventh element 6
   * @param eighth element 7
   * @param ninth element 8
   * @param tenth element 9
   * @param eleventh element 10
   * @param twelfth element 11
   * @param thirteenth element 12
   * @param fourteenth element 13
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   * @param <F> the type of element 5
   * @param <G> the type of element 6
   * @param <H> the type of element 7
   * @param <I> the type of element 8
   * @param <J> the type of element 9
   * @param <K> the type of element 10
   * @param <L> the type of element 11
   * @param <M> the type of element 12
   * @param <N> the type of element 13
   */
  record Tuple14<A, B, C, D, E, F, G, H, I, J, K, L, M, N>(
      A first,
      B second,
      C third,
      D fourth,
      E fifth,
      F sixth,
      G seventh,
      H eighth,
      I ninth,
      J tenth,
      K eleventh,
      L twelfth,
      M thirteenth,
      N fourteenth)
      implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(
          first,
          second,
          third,
          fourth,
          fifth,
          sixth,
          seventh,
          eighth,
          ninth,
          tenth,
          eleventh,
          twelfth,
          thirteenth,
          fourteenth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 15.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param sixth element 5
   * @param seventh element 6
   * @param eighth element 7
   * @param ninth element 8
   * @param tenth element 9
   * @param eleventh element 10
   * @param twelfth element 11
   * @param thirteenth element 12
   * @param fourteenth element 13
   * @param fifteenth element 14
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   * @param <F> the type of element 5
   * @param <G> the type of element 6
   * @param <H> the type of element 7
   * @param <I> the type of element 8
   * @param <J> the type of element 9
   * @param <K> the type of element 10
   * @param <L> the type of element 11
   * @param <M> the type of element 12
   * @param <N> the type of element 13
   * @param <O> the type of element 14
   */
  record Tuple15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O>(
      A first,
      B second,
      C third,
      D fourth,
      E fifth,
      F sixth,
      G seventh,
      H eighth,
      I ninth,
      J tenth,
      K eleventh,
      L twelfth,
      M thirteenth,
      N fourteenth,
      O fifteenth)
      implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(
          first,
          second,
          third,
          fourth,
          fifth,
          sixth,
          seventh,
          eighth,
          ninth,
          tenth,
          eleventh,
          twelfth,
          thirteenth,
          fourteenth,
          fifteenth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of 16.
   *
   * @param first element 0
   * @param second element 1
   * @param third element 2
   * @param fourth element 3
   * @param fifth element 4
   * @param sixth element 5
   * @param seventh element 6
   * @param eighth element 7
   * @param ninth element 8
   * @param tenth element 9
   * @param eleventh element 10
   * @param twelfth element 11
   * @param thirteenth element 12
   * @param fourteenth element 13
   * @param fifteenth element 14
   * @param sixteenth element 15
   * @param <A> the type of element 0
   * @param <B> the type of element 1
   * @param <C> the type of element 2
   * @param <D> the type of element 3
   * @param <E> the type of element 4
   * @param <F> the type of element 5
   * @param <G> the type of element 6
   * @param <H> the type of element 7
   * @param <I> the type of element 8
   * @param <J> the type of element 9
   * @param <K> the type of element 10
   * @param <L> the type of element 11
   * @param <M> the type of element 12
   * @param <N> the type of element 13
   * @param <O> the type of element 14
   * @param <P> the type of element 15
   */
  record Tuple16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>(
      A first,
      B second,
      C third,
      D fourth,
      E fifth,
      F sixth,
      G seventh,
      H eighth,
      I ninth,
      J tenth,
      K eleventh,
      L twelfth,
      M thirteenth,
      N fourteenth,
      O fifteenth,
      P sixteenth)
      implements Tuple {
    @Override
    public List<Object> toList() {
      return List.of(
          first,
          second,
          third,
          fourth,
          fifth,
          sixth,
          seventh,
          eighth,
          ninth,
          tenth,
          eleventh,
          twelfth,
          thirteenth,
          fourteenth,
          fifteenth,
          sixteenth);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tuple && Contents.equal(this, other);
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

  /**
   * A tuple of more than 16.
   *
   * @param toList its elements
   */
  record Longer(List<Object> toList) implements Tuple {
    /** Copies the list. */
    public Longer {
      toList = List.copyOf(toList);
    }

    /**
     * An element, as what the caller knows it to be: for generated code.
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
      return other instanceof Tuple && Contents.equal(this, other);
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
}
