package dev.switchblade.internal.ffi;

import dev.switchblade.CompilationException;
import dev.switchblade.GuestExitException;
import dev.switchblade.GuestFrame;
import dev.switchblade.GuestInterruptedException;
import dev.switchblade.HostFunctionException;
import dev.switchblade.LinkException;
import dev.switchblade.ResourceLimitException;
import dev.switchblade.ResourceLimitException.Limit;
import dev.switchblade.StackSpaceException;
import dev.switchblade.SwitchbladeException;
import dev.switchblade.TrapCode;
import dev.switchblade.TrapException;
import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.wasm_byte_vec_t;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An error that a native function returned, taken apart.
 *
 * @param kind {@code enum sb_error_kind}
 * @param trap Wasmtime's trap code, or -1
 * @param limit {@code enum sb_limit}
 * @param value the limit's, or a guest's exit status
 * @param message what happened, in one line
 * @param details the chain of causes, a line each
 * @param trace the guest's stack
 */
public record NativeError(
    int kind,
    int trap,
    int limit,
    long value,
    String message,
    String details,
    List<GuestFrame> trace) {

  /**
   * Throws what an error of a set-up function stands for.
   *
   * @param error the function's answer, consumed; null if it succeeded
   * @param context what was tried with what, the start of the message
   */
  public static void check(MemorySegment error, String context) {
    if (error.address() != 0) {
      throw take(error).toException(context, null, "");
    }
  }

  public static NativeError take(MemorySegment error) {
    byte[] bytes;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(wasm_byte_vec_t.layout());
      MemorySegment failed = SwitchbladeH.sb_error_take(error, MemorySegment.NULL, out);
      if (failed.address() != 0) {
        SwitchbladeH.wasmtime_error_delete(failed);
        return new NativeError(
            SwitchbladeH.SB_ERROR_INTERNAL(),
            -1,
            0,
            0,
            "an error could not be told",
            "",
            List.of());
      }
      bytes = NativeMemory.take(out);
    }
    var block = new BlockReader(bytes);
    int kind = block.s32();
    int trap = block.s32();
    int limit = block.s32();
    long value = block.s64();
    String message = block.string();
    String details = block.string();
    int count = block.s32();
    List<GuestFrame> frames = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      frames.add(
          new GuestFrame(
              block.string(),
              block.string(),
              block.string(),
              position(block.s32()),
              position(block.s32()),
              offset(block.s64()),
              block.string()));
    }
    return new NativeError(kind, trap, limit, value, message, details, frames);
  }

  private static OptionalInt position(int value) {
    return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static OptionalLong offset(long value) {
    return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** What was thrown, in one line, even if it can't tell. */
  public static String describe(Throwable thrown) {
    try {
      String text = thrown.toString();
      int end = text.indexOf('\n');
      return end < 0 ? text : text.substring(0, end) + " …";
    } catch (Throwable untold) {
      return thrown.getClass().getName();
    }
  }

  /** Says whether the store it happened in can't be used any more. */
  public boolean endsStore() {
    return kind != SwitchbladeH.SB_ERROR_STACK();
  }

  /** The exception for this error, if it may be that an instance has no such core module. */
  public RuntimeException ofMissingModule(String component, String instance, String name) {
    return kind == SwitchbladeH.SB_ERROR_LINK()
        ? new LinkException(
            component + ": " + message,
            List.of(
                new LinkException.Problem(
                    LinkException.Kind.MISSING_EXPORT, instance, name, message)))
        : toException(component, null, "");
  }

  /** Says whether guests' output was lost, of which no guest was told. */
  public boolean isLostOutput() {
    return kind == SwitchbladeH.SB_ERROR_OUTPUT();
  }

  /**
   * What a number of Wasmtime's {@code wasmtime_trap_code_enum} stands for; -1 is none of these.
   */
  private static TrapCode trapCode(int number) {
    return switch (number) {
      case 0 -> TrapCode.STACK_OVERFLOW;
      case 1 -> TrapCode.MEMORY_OUT_OF_BOUNDS;
      case 2 -> TrapCode.HEAP_MISALIGNED;
      case 3 -> TrapCode.TABLE_OUT_OF_BOUNDS;
      case 4 -> TrapCode.INDIRECT_CALL_TO_NULL;
      case 5 -> TrapCode.BAD_SIGNATURE;
      case 6 -> TrapCode.INTEGER_OVERFLOW;
      case 7 -> TrapCode.INTEGER_DIVISION_BY_ZERO;
      case 8 -> TrapCode.BAD_CONVERSION_TO_INTEGER;
      case 9 -> TrapCode.UNREACHABLE;
      case 10 -> TrapCode.INTERRUPT;
      case 11 -> TrapCode.OUT_OF_FUEL;
      case 13 -> TrapCode.NULL_REFERENCE;
      case 14 -> TrapCode.ARRAY_OUT_OF_BOUNDS;
      case 15 -> TrapCode.ALLOCATION_TOO_LARGE;
      case 16 -> TrapCode.CAST_FAILURE;
      case 17 -> TrapCode.CANNOT_ENTER_COMPONENT;
      case 18 -> TrapCode.NO_ASYNC_RESULT;
      case 19 -> TrapCode.UNHANDLED_TAG;
      case 20 -> TrapCode.CONTINUATION_CONSUMED;
      case 22 -> TrapCode.ASYNC_DEADLOCK;
      case 23 -> TrapCode.CANNOT_LEAVE_COMPONENT;
      case 24 -> TrapCode.CANNOT_BLOCK_SYNC_TASK;
      case 49 -> TrapCode.UNCAUGHT_EXCEPTION;
      // Characters, strings, lists, discriminants and pointers, where one component passes them to
      // another; and what the native library finds out itself.
      case 25, 30, 31, 32, 33 -> TrapCode.CANONICAL_ABI;
      default -> number < 0 ? TrapCode.CANONICAL_ABI : TrapCode.OTHER;
    };
  }

  /** What a number of {@code enum sb_limit} stands for. */
  static Limit limit(int number) {
    return switch (number) {
      case 1 -> Limit.MEMORY_BYTES;
      case 2 -> Limit.TOTAL_MEMORY_BYTES;
      case 3 -> Limit.TABLE_ELEMENTS;
      case 4 -> Limit.INSTANCES;
      case 5 -> Limit.COPIED_BYTES;
      case 6 -> Limit.FUEL;
      case 7 -> Limit.DEADLINE;
      case 8 -> Limit.HANDLES;
      case 9 -> Limit.OUTPUT_BYTES;
      case 10 -> Limit.REQUESTS;
      case 11 -> Limit.MEMORIES;
      case 12 -> Limit.OPEN_FILES;
      case 13 -> Limit.PROCESS_MAPPINGS;
      case 14 -> Limit.SYSTEM;
      case 15 -> Limit.FIXED;
      case 16 -> Limit.TASKS;
      default -> Limit.POOL;
    };
  }

  /** Why something could not be compiled; null if the error is of another kind. */
  // A switch over constants of the native library is none to Java.
  private static CompilationException.@Nullable Reason reasonOf(int kind) {
    if (kind == SwitchbladeH.SB_ERROR_COMPILATION()) {
      return CompilationException.Reason.INVALID;
    }
    if (kind == SwitchbladeH.SB_ERROR_NOT_A_COMPONENT()) {
      return CompilationException.Reason.NOT_A_COMPONENT;
    }
    if (kind == SwitchbladeH.SB_ERROR_CONCURRENCY()) {
      return CompilationException.Reason.NEEDS_CONCURRENCY;
    }
    if (kind == SwitchbladeH.SB_ERROR_UNSUPPORTED()) {
      return CompilationException.Reason.UNSUPPORTED;
    }
    return kind == SwitchbladeH.SB_ERROR_ARTIFACT()
        ? CompilationException.Reason.UNFIT_ARTIFACT
        : null;
  }

  /**
   * The exception for this error.
   *
   * @param context what was tried with what, the start of the message
   * @param thrown what an upcall threw, for {@code SB_ERROR_HOST}; or a stream, for {@code
   *     SB_ERROR_OUTPUT}
   * @param by what threw it
   */
  public RuntimeException toException(String context, @Nullable Throwable thrown, String by) {
    // First: there may be no room to load the classes of other exceptions.
    if (kind == SwitchbladeH.SB_ERROR_STACK()) {
      return new StackSpaceException(context + ": " + message);
    }
    String text = context + ": " + message;
    if (kind == SwitchbladeH.SB_ERROR_HOST() || isLostOutput()) {
      String what = thrown == null ? message : by + " threw " + describe(thrown);
      return new HostFunctionException(context + ": " + what, trace, thrown);
    }
    if (kind == SwitchbladeH.SB_ERROR_TRAP()) {
      return new TrapException(text, trapCode(trap), trace, null);
    }
    if (kind == SwitchbladeH.SB_ERROR_LIMIT()) {
      return new ResourceLimitException(text + " (see Limits)", limit(limit), value, trace);
    }
    if (kind == SwitchbladeH.SB_ERROR_INTERRUPTED()) {
      return new GuestInterruptedException(text, trace);
    }
    if (kind == SwitchbladeH.SB_ERROR_EXIT()) {
      return new GuestExitException(context, (int) value);
    }
    CompilationException.Reason uncompiled = reasonOf(kind);
    if (uncompiled != null) {
      return new CompilationException(text, uncompiled);
    }
    if (kind == SwitchbladeH.SB_ERROR_LINK()) {
      String reason = details.replace("\n", ": ");
      return new LinkException(
          context + ": " + reason,
          List.of(new LinkException.Problem(LinkException.Kind.REFUSED, "", "", reason)));
    }
    if (kind == SwitchbladeH.SB_ERROR_CONFIGURATION()
        || kind == SwitchbladeH.SB_ERROR_SYNTAX()
        || kind == SwitchbladeH.SB_ERROR_IMAGE()) {
      // An upcall that couldn't provide a list is why the image was malformed.
      return new IllegalArgumentException(
          thrown == null ? text : text + ", because " + by + " threw " + describe(thrown), thrown);
    }
    return new SwitchbladeException(details.isEmpty() ? text : context + ": " + details);
  }
}
