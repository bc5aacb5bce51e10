package dev.switchblade;

import java.lang.foreign.MemorySegment;

/**
 * Looks at the elements of a list in guest memory, where they are: nothing is copied.
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
}
