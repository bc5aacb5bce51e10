package dev.switchblade;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Looks at the elements of lists in guest memory, where they are: nothing is copied.
 *
 * {@snippet :
 * sum.callInPlace(numbers -> total += numbers.get(JAVA_INT_UNALIGNED, 0));
 *
 * split.callInPlace(
 *     ListVisitor.indexed(
 *         (list, elements) -> {
 *           switch (list) {
 *             case 0 -> head = elements.toArray(JAVA_BYTE);
 *             default -> rest += elements.byteSize();
 *           }
 *         }));
 * }
 *
 * @see Func#callInPlace
 */
@FunctionalInterface
public interface ListVisitor {

  /**
   * Looks at one list.
   *
   * @param elements the elements in the canonical ABI's layout, little-endian. Read-only; valid
   *     until this method returns, on this thread, and using it later throws {@link
   *     IllegalStateException}
   */
  void visit(MemorySegment elements);

  /**
   * Looks at one list of a result that has several: this is what is called, for results with one
   * list too. It leaves the list to {@link #visit(MemorySegment)} unless a visitor is {@link
   * Indexed}.
   *
   * @param list which one of the lists that are visited, from 0, in the result's order: what counts
   *     is what is there, so that an {@code option} of a list counts if it is some, and a {@code
   *     list<list<u8>>} as often as it has elements
   * @param elements as for {@link #visit(MemorySegment)}
   */
  default void visit(int list, MemorySegment elements) {
    visit(elements);
  }

  /**
   * A visitor that needs to know which list it sees.
   *
   * @param visitor usually a lambda with two parameters
   * @return the same
   */
  static ListVisitor indexed(Indexed visitor) {
    return Objects.requireNonNull(visitor, "visitor");
  }

  /** A visitor that is told which list it sees; see {@link #indexed}. */
  @FunctionalInterface
  interface Indexed extends ListVisitor {

    @Override
    void visit(int list, MemorySegment elements);

    /** Looks at the list of a result that has one. */
    @Override
    default void visit(MemorySegment elements) {
      visit(0, elements);
    }
  }
}
