package dev.switchblade;

import java.util.Locale;

/**
 * A proposal to WebAssembly or to the component model that an engine may support.
 *
 * <p>What an engine supports unless told otherwise is what Wasmtime does, and {@link
 * #COMPONENT_MODEL_MAP} and {@link #COMPONENT_MODEL_FIXED_LENGTH_LISTS}.
 *
 * @see <a href="https://docs.wasmtime.dev/stability-wasm-proposals.html">Wasmtime's table of
 *     proposals</a>
 * @see Engine.Builder#feature
 */
public enum WasmFeature {
  /** Hints which way a branch mostly goes. */
  BRANCH_HINTING,
  /** Copying and filling memory and tables at once. */
  BULK_MEMORY,
  /**
   * {@code async func}, and what guests need for it. On with concurrency support, which it needs.
   */
  COMPONENT_MODEL_ASYNC,
  /** Async functions that keep a stack of their own while they wait. */
  COMPONENT_MODEL_ASYNC_STACKFUL,
  /** Values of the type {@code error-context}. */
  COMPONENT_MODEL_ERROR_CONTEXT,
  /** Fixed-length lists, such as {@code list<u8, 16>}. */
  COMPONENT_MODEL_FIXED_LENGTH_LISTS,
  /** The canonical ABI over garbage-collected objects. */
  COMPONENT_MODEL_GC,
  /** {@code implements} in the names of imports and exports. */
  COMPONENT_MODEL_IMPLEMENTS,
  /** {@code map}. */
  COMPONENT_MODEL_MAP,
  /**
   * The canonical ABI over 64-bit memories: for what components pass to each other. Wasmtime 48
   * takes the pointers of strings and lists that go to the host for 32 bits.
   */
  COMPONENT_MODEL_MEMORY64,
  /** Further built-in functions for async guests. */
  COMPONENT_MODEL_MORE_ASYNC_BUILTINS,
  /** Threads of the component model. */
  COMPONENT_MODEL_THREADING,
  /** Memories whose pages have other sizes than 64 KiB. */
  CUSTOM_PAGE_SIZES,
  /** Exceptions. */
  EXCEPTIONS,
  /** Arithmetic in constant expressions. */
  EXTENDED_CONST,
  /** Typed references to functions. */
  FUNCTION_REFERENCES,
  /** Garbage-collected objects. */
  GC,
  /** Memories with 64-bit addresses. */
  MEMORY64,
  /** More than one memory in a module. */
  MULTI_MEMORY,
  /** Functions and blocks with several results. */
  MULTI_VALUE,
  /** References to functions and to the host's objects. */
  REFERENCE_TYPES,
  /** Vector instructions whose results may differ between machines. */
  RELAXED_SIMD,
  /** Threads that share more than memory. */
  SHARED_EVERYTHING_THREADS,
  /** Vector instructions. */
  SIMD,
  /** Switching between stacks. */
  STACK_SWITCHING,
  /** Calls that replace the caller. */
  TAIL_CALL,
  /** Atomic accesses and shared memories. */
  THREADS,
  /** Arithmetic on 128-bit integers. */
  WIDE_ARITHMETIC;

  /** As the native library's option has it, behind {@code wasm-}. */
  String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
