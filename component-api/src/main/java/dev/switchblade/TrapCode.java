package dev.switchblade;

/**
 * Why a guest trapped.
 *
 * @see <a href="https://docs.rs/wasmtime/48.0.8/wasmtime/enum.Trap.html">wasmtime::Trap</a>
 */
public enum TrapCode {
  /** The guest's stack is used up, mostly by endless recursion. */
  STACK_OVERFLOW(0),
  /** An access outside of linear memory. */
  MEMORY_OUT_OF_BOUNDS(1),
  /** An atomic access to an address that is not aligned. */
  HEAP_MISALIGNED(2),
  /** An access outside of a table. */
  TABLE_OUT_OF_BOUNDS(3),
  /** An indirect call through an empty table element. */
  INDIRECT_CALL_TO_NULL(4),
  /** An indirect call of a function of another type. */
  BAD_SIGNATURE(5),
  /** An integer overflow in a division or conversion. */
  INTEGER_OVERFLOW(6),
  /** An integer division by zero. */
  INTEGER_DIVISION_BY_ZERO(7),
  /** A conversion of a float that no integer can hold. */
  BAD_CONVERSION_TO_INTEGER(8),
  /** The guest gave up: {@code unreachable}, which is how panics and {@code abort} end. */
  UNREACHABLE(9),
  /** The guest was interrupted. */
  INTERRUPT(10),
  /** The guest's fuel is used up. */
  OUT_OF_FUEL(11),
  /** A null reference was used. */
  NULL_REFERENCE(13),
  /** An access outside of a GC array. */
  ARRAY_OUT_OF_BOUNDS(14),
  /** A GC object or array that is larger than there can be. */
  ALLOCATION_TOO_LARGE(15),
  /** A cast of a reference to a type that it isn't of. */
  CAST_FAILURE(16),
  /** The instance can't be entered: it is being called already, or has trapped before. */
  CANNOT_ENTER_COMPONENT(17),
  /** An async function ended without a result. */
  NO_ASYNC_RESULT(18),
  /** A guest suspended, and nothing around it handles that. */
  UNHANDLED_TAG(19),
  /** A continuation was resumed twice. */
  CONTINUATION_CONSUMED(20),
  /** All tasks of the store wait for each other, or for something that can't happen any more. */
  ASYNC_DEADLOCK(22),
  /** A guest called an import where it may not, such as in {@code realloc}. */
  CANNOT_LEAVE_COMPONENT(23),
  /** A function that isn't async waits where only an async one may. */
  CANNOT_BLOCK_SYNC_TASK(24),
  /** An exception of the guest's own that nothing caught. */
  UNCAUGHT_EXCEPTION(49),
  /**
   * The guest broke a rule of the canonical ABI: a string that is not UTF-8, a list out of bounds,
   * a {@code realloc} that returns nonsense. The message says which.
   */
  CANONICAL_ABI(-1),
  /** A reason without a name here; the message has Wasmtime's words for it. */
  OTHER(-2);

  private static final TrapCode[] VALUES = values();

  private final int number;

  TrapCode(int number) {
    this.number = number;
  }

  static TrapCode of(int number) {
    // Characters, strings, lists, discriminants and pointers, where one component passes them to
    // another.
    if (number == 25 || (number >= 30 && number <= 33)) {
      return CANONICAL_ABI;
    }
    for (TrapCode code : VALUES) {
      if (code.number == number) {
        return code;
      }
    }
    return OTHER;
  }
}
