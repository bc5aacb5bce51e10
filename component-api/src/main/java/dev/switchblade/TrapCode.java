package dev.switchblade;

/**
 * Why a guest trapped.
 *
 * @see <a href="https://docs.rs/wasmtime/48.0.8/wasmtime/enum.Trap.html">wasmtime::Trap</a>
 */
public enum TrapCode {
  /** The guest's stack is used up, mostly by endless recursion. */
  STACK_OVERFLOW,
  /** An access outside of linear memory. */
  MEMORY_OUT_OF_BOUNDS,
  /** An atomic access to an address that is not aligned. */
  HEAP_MISALIGNED,
  /** An access outside of a table. */
  TABLE_OUT_OF_BOUNDS,
  /** An indirect call through an empty table element. */
  INDIRECT_CALL_TO_NULL,
  /** An indirect call of a function of another type. */
  BAD_SIGNATURE,
  /** An integer overflow in a division or conversion. */
  INTEGER_OVERFLOW,
  /** An integer division by zero. */
  INTEGER_DIVISION_BY_ZERO,
  /** A conversion of a float that no integer can hold. */
  BAD_CONVERSION_TO_INTEGER,
  /** The guest gave up: {@code unreachable}, which is how panics and {@code abort} end. */
  UNREACHABLE,
  /** The guest was interrupted. */
  INTERRUPT,
  /** The guest's fuel is used up. */
  OUT_OF_FUEL,
  /** A null reference was used. */
  NULL_REFERENCE,
  /** An access outside of a GC array. */
  ARRAY_OUT_OF_BOUNDS,
  /** A GC object or array that is larger than there can be. */
  ALLOCATION_TOO_LARGE,
  /** A cast of a reference to a type that it isn't of. */
  CAST_FAILURE,
  /** The instance can't be entered: it is being called already, or has trapped before. */
  CANNOT_ENTER_COMPONENT,
  /** An async function ended without a result. */
  NO_ASYNC_RESULT,
  /** A guest suspended, and nothing around it handles that. */
  UNHANDLED_TAG,
  /** A continuation was resumed twice. */
  CONTINUATION_CONSUMED,
  /** All tasks of the store wait for each other, or for something that can't happen any more. */
  ASYNC_DEADLOCK,
  /** A guest called an import where it may not, such as in {@code realloc}. */
  CANNOT_LEAVE_COMPONENT,
  /** A function that isn't async waits where only an async one may. */
  CANNOT_BLOCK_SYNC_TASK,
  /** An exception of the guest's own that nothing caught. */
  UNCAUGHT_EXCEPTION,
  /**
   * The guest broke a rule of the canonical ABI: a string that is not UTF-8, a list out of bounds,
   * a {@code realloc} that returns nonsense. The message says which.
   */
  CANONICAL_ABI,
  /** A reason without a name here; the message has Wasmtime's words for it. */
  OTHER
}
