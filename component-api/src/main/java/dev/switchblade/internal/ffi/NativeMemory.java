package dev.switchblade.internal.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.switchblade.bindings.ffi.SwitchbladeH;
import dev.switchblade.bindings.ffi.wasm_byte_vec_t;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.charset.StandardCharsets;

/**
 * Native memory: what others own, and blocks of bytes on their way to native functions and back.
 */
public final class NativeMemory {

  private NativeMemory() {}

  /**
   * Memory that native code owns. Nothing checks that it is there, or for how long: whoever asks
   * must know.
   */
  @SuppressWarnings("restricted")
  public static MemorySegment memory(long address, long size) {
    return MemorySegment.ofAddress(address).reinterpret(size);
  }

  /** A {@code wasm_byte_vec_t} over a copy of the bytes; both live as long as the arena. */
  public static MemorySegment block(SegmentAllocator arena, byte[] bytes) {
    MemorySegment data = arena.allocate(Math.max(1, bytes.length), 8);
    MemorySegment.copy(bytes, 0, data, JAVA_BYTE, 0, bytes.length);
    return block(arena, data.asSlice(0, bytes.length));
  }

  /** A {@code wasm_byte_vec_t} over memory that lives as long as the allocator's. */
  public static MemorySegment block(SegmentAllocator arena, MemorySegment data) {
    MemorySegment block = arena.allocate(16, 8);
    block.set(JAVA_LONG, 0, data.byteSize());
    block.set(ADDRESS, 8, data);
    return block;
  }

  public static MemorySegment block(SegmentAllocator arena, String text) {
    return block(arena, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes of a {@code wasm_byte_vec_t} that a native function wrote; releases it. */
  public static byte[] take(MemorySegment vector) {
    long size = vector.get(JAVA_LONG, 0);
    MemorySegment data = memory(vector.get(ADDRESS, 8).address(), size);
    try {
      return data.toArray(JAVA_BYTE);
    } finally {
      SwitchbladeH.sb_bytes_delete(vector, MemorySegment.NULL, MemorySegment.NULL);
    }
  }

  /** Runs a function of the form {@code error *f(subject, input, out)} that gives text. */
  public static byte[] transform(
      Function function, MemorySegment subject, byte[] input, String context) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(wasm_byte_vec_t.layout());
      NativeError.check(function.apply(subject, block(arena, input), out), context);
      return take(out);
    }
  }

  /** A set-up function of {@code switchblade.h}. */
  public interface Function {
    MemorySegment apply(MemorySegment subject, MemorySegment input, MemorySegment out);
  }
}
